//! A sentence with gaps, filled: [`write`](fn@write).

use core::fmt;

use super::fault::{Capitalized, Fault};
use crate::rule::{Param, Params};

/// Writes a template, its placeholders filled.
///
/// Generic over where, so that a `String` is written without a formatter.
pub(super) fn write<W: fmt::Write>(out: &mut W, template: &str, fault: &Fault<'_>) -> fmt::Result {
    let mut rest = template;
    // Sentences are short: to look byte for byte is quicker than to prepare a search.
    while let Some(brace) = rest.bytes().position(|byte| byte == b'{')
        && let Some((before, brace)) = rest.split_at_checked(brace)
    {
        out.write_str(before)?;
        // Nearly every sentence has this one.
        if let Some(behind) = brace.strip_prefix("{attribute}") {
            out.write_str(fault.noun().definite())?;
            rest = behind;
            continue;
        }
        let after = brace.strip_prefix('{').unwrap_or_default();
        rest = match after.split_once('}') {
            Some((name, behind)) if fill(out, name, fault)? => behind,
            _ => {
                out.write_str("{")?;
                after
            }
        };
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
fn fill<W: fmt::Write>(out: &mut W, name: &str, fault: &Fault<'_>) -> Result<bool, fmt::Error> {
    let noun = fault.noun();
    match name {
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
        ("one_of", Params::OneOf(words)) => write!(out, "{}", fault.choices(words))?,
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
