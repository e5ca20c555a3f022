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

fn sentence(fault: &Fault<'_>) -> &'static str {
    match (fault.code(), fault.params()) {
        (Code::Required, _) if fault.is_chosen() => "Vælg {attribute}.",
        (Code::RequiredOneOf, _) if fault.has_alternatives() => "Indtast {required_one_of}.",
        (Code::Required | Code::RequiredOneOf, _) => "Indtast {attribute}.",
        // Nobody who fills in a form can cause these.
        (Code::String | Code::Array | Code::List | Code::Object, _) => {
            "Vi kunne ikke læse {attribute}."
        }
        (Code::Integer, _) => "Indtast {attribute} som et helt tal.",
        (Code::Email, _) => "Indtast {attribute} i formatet navn@example.com.",
        (Code::OneOf, _) if fault.has_few_choices() => "Vælg {attribute}: {one_of}.",
        (Code::OneOf | Code::Country, _) => "Vælg {attribute} på listen.",
        (Code::Digits, Params::Digits(1)) => "Indtast {attribute} med 1 ciffer.",
        (Code::Digits, Params::Digits(_)) => {
            "Indtast {attribute} med {digits} cifre, uden mellemrum."
        }
        (Code::Digits, Params::MinDigits(2..)) => {
            "Indtast {attribute} med mindst {min_digits} cifre, uden mellemrum."
        }
        (Code::Digits, _) => "Indtast kun cifre i {attribute}, uden mellemrum.",
        (Code::Pattern, _) => "Indtast {attribute} i det rigtige format.",
        (Code::E164, _) => {
            "Indtast {attribute} med landekode og uden mellemrum, for eksempel +4712345678."
        }
        (Code::MaxChars, Params::MaxChars(1)) => "Forkort {attribute} til 1 tegn.",
        (Code::MaxChars, Params::MaxChars(_)) => "Forkort {attribute} til højst {max_chars} tegn.",
        (Code::MaxChars, _) => "Forkort {attribute}.",
        (Code::Unknown, _) => "Vi forventer ikke {attribute} her.",
        (Code::Custom(_), _) => "Kontrollér {attribute}.",
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
