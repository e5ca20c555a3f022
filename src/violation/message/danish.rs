//! Danish sentences.

use core::fmt;

use super::fault::Fault;
use super::grammar::{Grammar, Problems};
use crate::rule::{Code, Params};
use crate::table::Noun;

pub(super) static GRAMMAR: Grammar = Grammar {
    value: Noun::new("værdi", "værdien"),
    entry: "post",
    or: " eller ",
    quotes: ("»", "«"),
    sentence,
    problem: Problems {
        invalid: "Formularen er ikke udfyldt korrekt.",
        count,
        unreadable: "Vi kunne ikke læse anmodningen.",
        place,
        unknown_customer: "Kunden findes ikke.",
        unavailable: "Tjenesten er ikke tilgængelig lige nu.",
        try_later: "Der er for mange anmodninger lige nu, så prøv igen senere.",
    },
};

fn sentence(out: &mut dyn fmt::Write, fault: &Fault<'_>) -> fmt::Result {
    let field = fault.field();
    match fault.code() {
        Code::Required if fault.is_chosen() => write!(out, "Vælg {field}."),
        Code::Required => write!(out, "Indtast {field}."),
        // Nobody who fills in a form can cause these.
        Code::String | Code::Array | Code::List | Code::Object => {
            write!(out, "Vi kunne ikke læse {field}.")
        }
        Code::Integer => write!(out, "Indtast {field} som et helt tal."),
        Code::Email => write!(out, "Indtast {field} i formatet navn@example.com."),
        Code::OneOf => match fault.choices() {
            Some(choices) => write!(out, "Vælg {field}: {choices}."),
            None => write!(out, "Vælg {field} på listen."),
        },
        Code::Digits => match fault.params() {
            Params::Digits(1) => write!(out, "Indtast {field} med 1 ciffer."),
            Params::Digits(count) => {
                write!(out, "Indtast {field} med {count} cifre, uden mellemrum.")
            }
            Params::MinDigits(count) if count > 1 => {
                write!(
                    out,
                    "Indtast {field} med mindst {count} cifre, uden mellemrum."
                )
            }
            _ => write!(out, "Indtast kun cifre i {field}, uden mellemrum."),
        },
        Code::Country => write!(out, "Vælg {field} på listen."),
        Code::Pattern => write!(out, "Indtast {field} i det rigtige format."),
        Code::E164 => write!(
            out,
            "Indtast {field} med landekode og uden mellemrum, for eksempel +4712345678."
        ),
        Code::MaxChars => match fault.params() {
            Params::MaxChars(1) => write!(out, "Forkort {field} til 1 tegn."),
            Params::MaxChars(count) => write!(out, "Forkort {field} til højst {count} tegn."),
            _ => write!(out, "Forkort {field}."),
        },
        Code::RequiredOneOf => match fault.alternatives() {
            Some(fields) => write!(out, "Indtast {fields}."),
            None => write!(out, "Indtast {field}."),
        },
        Code::Custom(_) => write!(out, "Kontrollér {field}."),
    }
}

fn count(out: &mut dyn fmt::Write, count: usize, has_more: bool) -> fmt::Result {
    match (count, has_more) {
        (1, false) => out.write_str("Der er 1 fejl i formularen."),
        (count, false) => write!(out, "Der er {count} fejl i formularen."),
        (count, true) => write!(out, "Der er flere end {count} fejl i formularen."),
    }
}

fn place(out: &mut dyn fmt::Write, line: usize, column: usize) -> fmt::Result {
    write!(
        out,
        "Vi kunne ikke læse anmodningen fra linje {line}, kolonne {column}."
    )
}
