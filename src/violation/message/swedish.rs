//! Swedish sentences.

use core::fmt;

use super::fault::Fault;
use super::grammar::{Grammar, Problems};
use crate::rule::{Code, Params};
use crate::table::Noun;

pub(super) static GRAMMAR: Grammar = Grammar {
    value: Noun::new("värde", "värdet"),
    entry: "post",
    or: " eller ",
    quotes: ("”", "”"),
    sentence,
    problem: Problems {
        invalid: "Formuläret är inte rätt ifyllt.",
        count,
        unreadable: "Vi kunde inte läsa begäran.",
        place,
        unknown_customer: "Kunden finns inte.",
        unavailable: "Tjänsten är inte tillgänglig just nu.",
        try_later: "Det är för många förfrågningar just nu, så försök igen senare.",
    },
};

fn sentence(out: &mut dyn fmt::Write, fault: &Fault<'_>) -> fmt::Result {
    let field = fault.field();
    match fault.code() {
        Code::Required if fault.is_chosen() => write!(out, "Välj {field}."),
        Code::Required => write!(out, "Ange {field}."),
        // Nobody who fills in a form can cause these.
        Code::String | Code::Array | Code::List | Code::Object => {
            write!(out, "Vi kunde inte läsa {field}.")
        }
        Code::Integer => write!(out, "Ange {field} som ett heltal."),
        Code::Email => write!(out, "Ange {field} i formatet namn@example.com."),
        Code::OneOf => match fault.choices() {
            Some(choices) => write!(out, "Välj {field}: {choices}."),
            None => write!(out, "Välj {field} i listan."),
        },
        Code::Digits => match fault.params() {
            Params::Digits(1) => write!(out, "Ange {field} med 1 siffra."),
            Params::Digits(count) => {
                write!(out, "Ange {field} med {count} siffror, utan mellanslag.")
            }
            Params::MinDigits(count) if count > 1 => {
                write!(
                    out,
                    "Ange {field} med minst {count} siffror, utan mellanslag."
                )
            }
            _ => write!(out, "Ange {field} med bara siffror, utan mellanslag."),
        },
        Code::Country => write!(out, "Välj {field} i listan."),
        Code::Pattern => write!(out, "Ange {field} i rätt format."),
        Code::E164 => write!(
            out,
            "Ange {field} med landsnummer och utan mellanslag, till exempel +4712345678."
        ),
        Code::MaxChars => match fault.params() {
            Params::MaxChars(1) => write!(out, "Förkorta {field} till 1 tecken."),
            Params::MaxChars(count) => write!(out, "Förkorta {field} till högst {count} tecken."),
            _ => write!(out, "Förkorta {field}."),
        },
        Code::RequiredOneOf => match fault.alternatives() {
            Some(fields) => write!(out, "Ange {fields}."),
            None => write!(out, "Ange {field}."),
        },
        Code::Custom(_) => write!(out, "Kontrollera {field}."),
    }
}

fn count(out: &mut dyn fmt::Write, count: usize, has_more: bool) -> fmt::Result {
    match (count, has_more) {
        (1, false) => out.write_str("Det finns 1 fel i formuläret."),
        (count, false) => write!(out, "Det finns {count} fel i formuläret."),
        (count, true) => write!(out, "Det finns fler än {count} fel i formuläret."),
    }
}

fn place(out: &mut dyn fmt::Write, line: usize, column: usize) -> fmt::Result {
    write!(
        out,
        "Vi kunde inte läsa begäran från rad {line}, kolumn {column}."
    )
}
