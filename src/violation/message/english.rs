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

fn sentence(out: &mut dyn fmt::Write, fault: &Fault<'_>) -> fmt::Result {
    let field = fault.field();
    match fault.code() {
        Code::Required if fault.is_chosen() => write!(out, "Choose {field}."),
        Code::Required => write!(out, "Enter {field}."),
        // Nobody who fills in a form can cause these.
        Code::String | Code::Array | Code::List | Code::Object => {
            write!(out, "We could not read {field}.")
        }
        Code::Integer => write!(out, "Enter {field} as a whole number."),
        Code::Email => write!(out, "Enter {field} in the form name@example.com."),
        Code::OneOf => match fault.choices() {
            Some(choices) => write!(out, "Choose {field}: {choices}."),
            None => write!(out, "Choose {field} from the list."),
        },
        Code::Digits => match fault.params() {
            Params::Digits(1) => write!(out, "Enter {field} as 1 digit."),
            Params::Digits(count) => {
                write!(out, "Enter {field} as {count} digits, without spaces.")
            }
            Params::MinDigits(count) if count > 1 => {
                write!(
                    out,
                    "Enter {field} as at least {count} digits, without spaces."
                )
            }
            _ => write!(out, "Enter {field} in digits only, without spaces."),
        },
        Code::Country => write!(out, "Choose {field} from the list."),
        Code::Pattern => write!(out, "Enter {field} in the right format."),
        Code::E164 => write!(
            out,
            "Enter {field} with country code and without spaces, such as +4712345678."
        ),
        Code::MaxChars => match fault.params() {
            Params::MaxChars(1) => write!(out, "Shorten {field} to 1 character."),
            Params::MaxChars(count) => {
                write!(out, "Shorten {field} to at most {count} characters.")
            }
            _ => write!(out, "Shorten {field}."),
        },
        Code::RequiredOneOf => match fault.alternatives() {
            Some(fields) => write!(out, "Enter {fields}."),
            None => write!(out, "Enter {field}."),
        },
        Code::Custom(_) => write!(out, "Check {field}."),
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
