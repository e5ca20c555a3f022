//! German sentences.

use core::fmt;

use super::fault::Fault;
use super::grammar::{Grammar, Problems};
use crate::rule::{Code, Params};
use crate::table::Noun;

pub(super) static GRAMMAR: Grammar = Grammar {
    value: Noun::new("Wert", "den Wert"),
    entry: "Eintrag",
    or: " oder ",
    quotes: ("„", "“"),
    sentence,
    problem: Problems {
        invalid: "Das Formular ist nicht richtig ausgefüllt.",
        count,
        unreadable: "Wir konnten die Anfrage nicht lesen.",
        place,
        unknown_customer: "Diesen Kunden gibt es nicht.",
        unavailable: "Der Dienst ist zurzeit nicht erreichbar.",
        try_later: "Zurzeit gibt es zu viele Anfragen, bitte versuchen Sie es später noch einmal.",
    },
};

fn sentence(out: &mut dyn fmt::Write, fault: &Fault<'_>) -> fmt::Result {
    let field = fault.field();
    match fault.code() {
        Code::Required if fault.is_chosen() => write!(out, "Bitte wählen Sie {field} aus."),
        Code::Required => write!(out, "Bitte geben Sie {field} ein."),
        // Nobody who fills in a form can cause these.
        Code::String | Code::Array | Code::List | Code::Object => {
            write!(out, "Wir konnten {field} nicht lesen.")
        }
        Code::Integer => write!(out, "Bitte geben Sie {field} als ganze Zahl ein."),
        Code::Email => write!(
            out,
            "Bitte geben Sie {field} in der Form name@example.com ein."
        ),
        Code::OneOf => match fault.choices() {
            Some(choices) => write!(out, "Bitte wählen Sie {field} aus: {choices}."),
            None => write!(out, "Bitte wählen Sie {field} aus der Liste aus."),
        },
        Code::Digits => match fault.params() {
            Params::Digits(1) => write!(out, "Bitte geben Sie {field} mit 1 Ziffer ein."),
            Params::Digits(count) => write!(
                out,
                "Bitte geben Sie {field} mit {count} Ziffern und ohne Leerzeichen ein."
            ),
            Params::MinDigits(count) if count > 1 => {
                write!(
                    out,
                    "Bitte geben Sie {field} mit mindestens {count} Ziffern und ohne Leerzeichen ein."
                )
            }
            _ => write!(
                out,
                "Bitte geben Sie {field} nur mit Ziffern und ohne Leerzeichen ein."
            ),
        },
        Code::Country => write!(out, "Bitte wählen Sie {field} aus der Liste aus."),
        Code::Pattern => write!(out, "Bitte geben Sie {field} im richtigen Format ein."),
        Code::E164 => write!(
            out,
            "Bitte geben Sie {field} mit Landesvorwahl und ohne Leerzeichen ein, zum Beispiel +4712345678."
        ),
        Code::MaxChars => match fault.params() {
            Params::MaxChars(1) => write!(out, "Bitte kürzen Sie {field} auf 1 Zeichen."),
            Params::MaxChars(count) => write!(
                out,
                "Bitte kürzen Sie {field} auf höchstens {count} Zeichen."
            ),
            _ => write!(out, "Bitte kürzen Sie {field}."),
        },
        Code::RequiredOneOf => match fault.alternatives() {
            Some(fields) => write!(out, "Bitte geben Sie {fields} ein."),
            None => write!(out, "Bitte geben Sie {field} ein."),
        },
        Code::Custom(_) => write!(out, "Bitte prüfen Sie {field}."),
    }
}

fn count(out: &mut dyn fmt::Write, count: usize, has_more: bool) -> fmt::Result {
    match (count, has_more) {
        (1, false) => out.write_str("Das Formular enthält 1 Fehler."),
        (count, false) => write!(out, "Das Formular enthält {count} Fehler."),
        (count, true) => write!(out, "Das Formular enthält mehr als {count} Fehler."),
    }
}

fn place(out: &mut dyn fmt::Write, line: usize, column: usize) -> fmt::Result {
    write!(
        out,
        "Wir konnten die Anfrage ab Zeile {line}, Spalte {column} nicht lesen."
    )
}
