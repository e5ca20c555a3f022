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

fn sentence(fault: &Fault<'_>) -> &'static str {
    match (fault.code(), fault.params()) {
        (Code::Required, _) if fault.is_chosen() => "Välj {attribute}.",
        (Code::RequiredOneOf, _) if fault.has_alternatives() => "Ange {required_one_of}.",
        (Code::Required | Code::RequiredOneOf, _) => "Ange {attribute}.",
        // Nobody who fills in a form can cause these.
        (Code::String | Code::Array | Code::List | Code::Object, _) => {
            "Vi kunde inte läsa {attribute}."
        }
        (Code::Integer, _) => "Ange {attribute} som ett heltal.",
        (Code::Email, _) => "Ange {attribute} i formatet namn@example.com.",
        (Code::OneOf, _) if fault.has_few_choices() => "Välj {attribute}: {one_of}.",
        (Code::OneOf | Code::Country, _) => "Välj {attribute} i listan.",
        (Code::Digits, Params::Digits(1)) => "Ange {attribute} med 1 siffra.",
        (Code::Digits, Params::Digits(_)) => {
            "Ange {attribute} med {digits} siffror, utan mellanslag."
        }
        (Code::Digits, Params::MinDigits(2..)) => {
            "Ange {attribute} med minst {min_digits} siffror, utan mellanslag."
        }
        (Code::Digits, _) => "Ange {attribute} med bara siffror, utan mellanslag.",
        (Code::Pattern, _) => "Ange {attribute} i rätt format.",
        (Code::E164, _) => {
            "Ange {attribute} med landsnummer och utan mellanslag, till exempel +4712345678."
        }
        (Code::MaxChars, Params::MaxChars(1)) => "Förkorta {attribute} till 1 tecken.",
        (Code::MaxChars, Params::MaxChars(_)) => {
            "Förkorta {attribute} till högst {max_chars} tecken."
        }
        (Code::MaxChars, _) => "Förkorta {attribute}.",
        (Code::Unknown, _) => "Vi väntar oss inte {attribute} här.",
        (Code::Custom(_), _) => "Kontrollera {attribute}.",
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
