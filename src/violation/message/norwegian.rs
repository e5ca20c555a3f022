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

fn sentence(out: &mut dyn fmt::Write, fault: &Fault<'_>) -> fmt::Result {
    let field = fault.field();
    match fault.code() {
        Code::Required if fault.is_chosen() => write!(out, "Velg {field}."),
        Code::Required => write!(out, "Skriv inn {field}."),
        // Nobody who fills in a form can cause these.
        Code::String | Code::Array | Code::List | Code::Object => {
            write!(out, "Vi kunne ikke lese {field}.")
        }
        Code::Integer => write!(out, "Skriv inn {field} som et helt tall."),
        Code::Email => write!(out, "Skriv inn {field} slik: navn@example.com."),
        Code::OneOf => match fault.choices() {
            Some(choices) => write!(out, "Velg {field}: {choices}."),
            None => write!(out, "Velg {field} fra listen."),
        },
        Code::Digits => match fault.params() {
            Params::Digits(1) => write!(out, "Skriv inn {field} med 1 siffer."),
            Params::Digits(count) => {
                write!(out, "Skriv inn {field} med {count} siffer, uten mellomrom.")
            }
            Params::MinDigits(count) if count > 1 => {
                write!(
                    out,
                    "Skriv inn {field} med minst {count} siffer, uten mellomrom."
                )
            }
            _ => write!(out, "Skriv inn {field} med bare siffer, uten mellomrom."),
        },
        Code::Country => write!(out, "Velg {field} fra listen."),
        Code::Pattern => write!(out, "Skriv inn {field} i riktig format."),
        Code::E164 => write!(
            out,
            "Skriv inn {field} med landkode og uten mellomrom, for eksempel +4712345678."
        ),
        Code::MaxChars => match fault.params() {
            Params::MaxChars(1) => write!(out, "Forkort {field} til 1 tegn."),
            Params::MaxChars(count) => write!(out, "Forkort {field} til høyst {count} tegn."),
            _ => write!(out, "Forkort {field}."),
        },
        Code::RequiredOneOf => match fault.alternatives() {
            Some(fields) => write!(out, "Skriv inn {fields}."),
            None => write!(out, "Skriv inn {field}."),
        },
        Code::Custom(_) => write!(out, "Kontroller {field}."),
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
