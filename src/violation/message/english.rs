//! English sentences.

use core::fmt;

use super::fault::Fault;
use super::grammar::{Grammar, Problems};
use crate::rule::{Code, Params};
use crate::table::Noun;

pub(super) static GRAMMAR: Grammar = Grammar {
    value: Noun::new("value", "the value"),
    entry: "entry",
    or: " or ",
    quotes: ("“", "”"),
    sentence,
    problem: Problems {
        invalid: "The form is not filled in correctly.",
        count,
        unreadable: "We could not read the request.",
        place,
        unknown_customer: "There is no such customer.",
        unavailable: "The service is not available right now.",
        try_later: "There are too many requests right now; please try again later.",
    },
};

fn sentence(fault: &Fault<'_>) -> &'static str {
    match (fault.code(), fault.params()) {
        (Code::Required, _) if fault.is_chosen() => "Choose {attribute}.",
        (Code::RequiredOneOf, _) if fault.has_alternatives() => "Enter {required_one_of}.",
        (Code::Required | Code::RequiredOneOf, _) => "Enter {attribute}.",
        // Nobody who fills in a form can cause these.
        (Code::String | Code::Array | Code::List | Code::Object, _) => {
            "We could not read {attribute}."
        }
        (Code::Integer, _) => "Enter {attribute} as a whole number.",
        (Code::Email, _) => "Enter {attribute} in the form name@example.com.",
        (Code::OneOf, _) if fault.has_few_choices() => "Choose {attribute}: {one_of}.",
        (Code::OneOf | Code::Country, _) => "Choose {attribute} from the list.",
        (Code::Digits, Params::Digits(1)) => "Enter {attribute} as 1 digit.",
        (Code::Digits, Params::Digits(_)) => {
            "Enter {attribute} as {digits} digits, without spaces."
        }
        (Code::Digits, Params::MinDigits(2..)) => {
            "Enter {attribute} as at least {min_digits} digits, without spaces."
        }
        (Code::Digits, _) => "Enter {attribute} in digits only, without spaces.",
        (Code::Pattern, _) => "Enter {attribute} in the right format.",
        (Code::E164, _) => {
            "Enter {attribute} with country code and without spaces, such as +4712345678."
        }
        (Code::MaxChars, Params::MaxChars(1)) => "Shorten {attribute} to 1 character.",
        (Code::MaxChars, Params::MaxChars(_)) => {
            "Shorten {attribute} to at most {max_chars} characters."
        }
        (Code::MaxChars, _) => "Shorten {attribute}.",
        (Code::Unknown, _) => "We do not expect {attribute} here.",
        (Code::Custom(_), _) => "Check {attribute}.",
    }
}

fn count(out: &mut dyn fmt::Write, count: usize, has_more: bool) -> fmt::Result {
    match (count, has_more) {
        (1, false) => out.write_str("There is 1 error in the form."),
        (count, false) => write!(out, "There are {count} errors in the form."),
        (count, true) => write!(out, "There are more than {count} errors in the form."),
    }
}

fn place(out: &mut dyn fmt::Write, line: usize, column: usize) -> fmt::Result {
    write!(
        out,
        "We could not read the request from line {line}, column {column}."
    )
}
