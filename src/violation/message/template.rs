//! A sentence with gaps, filled: [`write`](fn@write).

use core::fmt;

use super::fault::{Capitalized, Fault};
use crate::rule::{Param, Params};

/// Writes a template, its placeholders filled.
pub(super) fn write(out: &mut dyn fmt::Write, template: &str, fault: &Fault<'_>) -> fmt::Result {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.write_str(before)?;
        let Some((name, behind)) = after.split_once('}') else {
            out.write_str("{")?;
            rest = after;
            continue;
        };
        if fill(out, name, fault)? {
            rest = behind;
        } else {
            out.write_str("{")?;
            rest = after;
        }
    }
    out.write_str(rest)
}

/// Writes the wire message of a rule of the user's own, with the field's name alone: the
/// message brings its article.
pub(super) fn write_wire(out: &mut dyn fmt::Write, message: &str, name: &str) -> fmt::Result {
    for (position, part) in message.split("{attribute}").enumerate() {
        if position > 0 {
            out.write_str(name)?;
        }
        out.write_str(part)?;
    }
    Ok(())
}

/// Writes what stands for a placeholder. Returns whether there is one of this name.
fn fill(out: &mut dyn fmt::Write, name: &str, fault: &Fault<'_>) -> Result<bool, fmt::Error> {
    let noun = fault.noun();
    match name {
        "attribute" => out.write_str(noun.definite())?,
        "Attribute" => write!(out, "{}", Capitalized(noun.definite()))?,
        "name" => out.write_str(noun.name())?,
        "Name" => write!(out, "{}", Capitalized(noun.name()))?,
        name => return fill_param(out, name, fault),
    }
    Ok(true)
}

fn fill_param(out: &mut dyn fmt::Write, name: &str, fault: &Fault<'_>) -> Result<bool, fmt::Error> {
    match (name, fault.params()) {
        ("digits", Params::Digits(count))
        | ("min_digits", Params::MinDigits(count))
        | ("max_chars", Params::MaxChars(count)) => write!(out, "{count}")?,
        ("pattern", Params::Pattern(source)) => out.write_str(source)?,
        ("one_of", Params::OneOf(words)) => write!(out, "{}", fault.all_choices(words))?,
        ("required_one_of", Params::RequiredOneOf(others)) => {
            write!(out, "{}", fault.others(others))?;
        }
        (name, Params::Custom(statement)) => {
            let mut params = statement.params().iter();
            return match params.find(|(own, _)| *own == name) {
                Some((_, param)) => write_param(out, *param).map(|()| true),
                None => Ok(false),
            };
        }
        _ => return Ok(false),
    }
    Ok(true)
}

fn write_param(out: &mut dyn fmt::Write, param: Param) -> fmt::Result {
    match param {
        Param::Bool(bool) => write!(out, "{bool}"),
        Param::Int(int) => write!(out, "{int}"),
        Param::Text(text) => out.write_str(text),
        Param::Words(words) => {
            for (position, word) in words.iter().enumerate() {
                let comma = if position == 0 { "" } else { ", " };
                write!(out, "{comma}{word}")?;
            }
            Ok(())
        }
    }
}
