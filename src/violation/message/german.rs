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

fn sentence(fault: &Fault<'_>) -> &'static str {
    match (fault.code(), fault.params()) {
        (Code::Required, _) if fault.is_chosen() => "Bitte wählen Sie {attribute} aus.",
        (Code::RequiredOneOf, _) if fault.has_alternatives() => {
            "Bitte geben Sie {required_one_of} ein."
        }
        (Code::Required | Code::RequiredOneOf, _) => "Bitte geben Sie {attribute} ein.",
        // Nobody who fills in a form can cause these.
        (Code::String | Code::Array | Code::List | Code::Object, _) => {
            "Wir konnten {attribute} nicht lesen."
        }
        (Code::Integer, _) => "Bitte geben Sie {attribute} als ganze Zahl ein.",
        (Code::Email, _) => "Bitte geben Sie {attribute} in der Form name@example.com ein.",
        (Code::OneOf, _) if fault.has_few_choices() => {
            "Bitte wählen Sie {attribute} aus: {one_of}."
        }
        (Code::OneOf | Code::Country, _) => "Bitte wählen Sie {attribute} aus der Liste aus.",
        (Code::Digits, Params::Digits(1)) => "Bitte geben Sie {attribute} mit 1 Ziffer ein.",
        (Code::Digits, Params::Digits(_)) => {
            "Bitte geben Sie {attribute} mit {digits} Ziffern und ohne Leerzeichen ein."
        }
        (Code::Digits, Params::MinDigits(2..)) => {
            "Bitte geben Sie {attribute} mit mindestens {min_digits} Ziffern und ohne Leerzeichen ein."
        }
        (Code::Digits, _) => {
            "Bitte geben Sie {attribute} nur mit Ziffern und ohne Leerzeichen ein."
        }
        (Code::Pattern, _) => "Bitte geben Sie {attribute} im richtigen Format ein.",
        (Code::E164, _) => {
            "Bitte geben Sie {attribute} mit Landesvorwahl und ohne Leerzeichen ein, zum Beispiel +4712345678."
        }
        (Code::MaxChars, Params::MaxChars(1)) => "Bitte kürzen Sie {attribute} auf 1 Zeichen.",
        (Code::MaxChars, Params::MaxChars(_)) => {
            "Bitte kürzen Sie {attribute} auf höchstens {max_chars} Zeichen."
        }
        (Code::MaxChars, _) => "Bitte kürzen Sie {attribute}.",
        (Code::Unknown, _) => "Wir erwarten {attribute} hier nicht.",
        (Code::Custom(_), _) => "Bitte prüfen Sie {attribute}.",
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
