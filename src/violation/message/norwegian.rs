//! Norwegian (bokmål) sentences.

use core::fmt;

use super::fault::Fault;
use super::grammar::{Grammar, Problems};
use crate::rule::{Code, Params};
use crate::table::Noun;

pub(super) static GRAMMAR: Grammar = Grammar {
    value: Noun::new("verdi", "verdien"),
    entry: "oppføring",
    or: " eller ",
    quotes: ("«", "»"),
    sentence,
    problem: Problems {
        invalid: "Skjemaet er ikke riktig fylt ut.",
        count,
        unreadable: "Vi kunne ikke lese forespørselen.",
        place,
        unknown_customer: "Kunden finnes ikke.",
        unavailable: "Tjenesten er ikke tilgjengelig akkurat nå.",
        try_later: "Det er for mange forespørsler akkurat nå, så prøv igjen senere.",
    },
};

fn sentence(fault: &Fault<'_>) -> &'static str {
    match (fault.code(), fault.params()) {
        (Code::Required, _) if fault.is_chosen() => "Velg {attribute}.",
        (Code::RequiredOneOf, _) if fault.has_alternatives() => "Skriv inn {required_one_of}.",
        (Code::Required | Code::RequiredOneOf, _) => "Skriv inn {attribute}.",
        // Nobody who fills in a form can cause these.
        (Code::String | Code::Array | Code::List | Code::Object, _) => {
            "Vi kunne ikke lese {attribute}."
        }
        (Code::Integer, _) => "Skriv inn {attribute} som et helt tall.",
        (Code::Email, _) => "Skriv inn {attribute} slik: navn@example.com.",
        (Code::OneOf, _) if fault.has_few_choices() => "Velg {attribute}: {one_of}.",
        (Code::OneOf | Code::Country, _) => "Velg {attribute} fra listen.",
        (Code::Digits, Params::Digits(1)) => "Skriv inn {attribute} med 1 siffer.",
        (Code::Digits, Params::Digits(_)) => {
            "Skriv inn {attribute} med {digits} siffer, uten mellomrom."
        }
        (Code::Digits, Params::MinDigits(2..)) => {
            "Skriv inn {attribute} med minst {min_digits} siffer, uten mellomrom."
        }
        (Code::Digits, _) => "Skriv inn {attribute} med bare siffer, uten mellomrom.",
        (Code::Pattern, _) => "Skriv inn {attribute} i riktig format.",
        (Code::E164, _) => {
            "Skriv inn {attribute} med landkode og uten mellomrom, for eksempel +4712345678."
        }
        (Code::MaxChars, Params::MaxChars(1)) => "Forkort {attribute} til 1 tegn.",
        (Code::MaxChars, Params::MaxChars(_)) => "Forkort {attribute} til høyst {max_chars} tegn.",
        (Code::MaxChars, _) => "Forkort {attribute}.",
        (Code::Unknown, _) => "Vi forventer ikke {attribute} her.",
        (Code::Custom(_), _) => "Kontroller {attribute}.",
    }
}

fn count(out: &mut dyn fmt::Write, count: usize, has_more: bool) -> fmt::Result {
    match (count, has_more) {
        (1, false) => out.write_str("Det er 1 feil i skjemaet."),
        (count, false) => write!(out, "Det er {count} feil i skjemaet."),
        (count, true) => write!(out, "Det er mer enn {count} feil i skjemaet."),
    }
}

fn place(out: &mut dyn fmt::Write, line: usize, column: usize) -> fmt::Result {
    write!(
        out,
        "Vi kunne ikke lese forespørselen fra linje {line}, kolonne {column}."
    )
}
