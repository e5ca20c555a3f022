//! Reading JSON text, and saying where it breaks.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};

use serde_json::Deserializer;
use serde_json::error::Category;

use super::observe::Observe;
use super::read::read_spelt;
use super::spelling::{Respelt, fault_of_skipped, respell};
use super::state::Spelling;
use super::{ReadError, Shape, Slots, SyntaxError};

/// What `serde_json` says of a number beyond the floats.
const OUT_OF_RANGE: &str = "number out of range";

/// Reads a whole JSON document into slots that are all missing yet.
pub(crate) fn read_json<'de, N: Observe>(
    shape: Shape,
    slots: &mut Slots<'de>,
    body: &'de [u8],
    observer: &mut N,
) -> Result<(), SyntaxError> {
    let text =
        core::str::from_utf8(body).map_err(|error| invalid_utf8(body, error.valid_up_to()))?;
    let mut spelling = Spelling::default();
    let read = read_text_as_json(shape, slots, text, &mut spelling, observer);
    if spelling.has_skipped
        && let Some((reason, at)) = fault_of_skipped(text)
    {
        return Err(at_byte(reason, text, at));
    }
    match read {
        Ok(()) if !spelling.has_negative_zero => Ok(()),
        Err(error) if error.reason() != OUT_OF_RANGE => Err(explained(error, text)),
        _ => reread(shape, slots, text, observer),
    }
}

/// Reads once more, from a copy in which numbers are spelt so that they are read as PHP
/// reads them.
#[cold]
fn reread<'de, N: Observe>(
    shape: Shape,
    slots: &mut Slots<'de>,
    text: &'de str,
    observer: &mut N,
) -> Result<(), SyntaxError> {
    observer.forget();
    let Respelt { text, infinity } = respell(text);
    let mut copy = Slots::missing(shape.members());
    let mut spelling = Spelling {
        infinity: Some(infinity),
        ..Spelling::default()
    };
    read_text_as_json(shape, &mut copy, &text, &mut spelling, observer)?;
    *slots = copy.into_owned();
    Ok(())
}

fn read_text_as_json<'de, N: Observe>(
    shape: Shape,
    slots: &mut Slots<'de>,
    text: &'de str,
    spelling: &mut Spelling,
    observer: &mut N,
) -> Result<(), SyntaxError> {
    let mut deserializer = Deserializer::from_str(text);
    // The reader counts levels itself.
    deserializer.disable_recursion_limit();
    read_spelt(shape, slots, &mut deserializer, spelling, observer)
        .map_err(|ReadError { limit, error }| syntax_error(limit, &error, text))?;
    deserializer
        .end()
        .map_err(|error| syntax_error(None, &error, text))
}

fn syntax_error(limit: Option<&'static str>, error: &serde_json::Error, text: &str) -> SyntaxError {
    let reason = match (limit, error.classify()) {
        (Some(limit), _) => Cow::Borrowed(limit),
        (None, Category::Syntax | Category::Eof) => Cow::Owned(without_position(error)),
        // Such an error may quote the document. None is known to come up.
        (None, Category::Data | Category::Io) => Cow::Borrowed("the document could not be read"),
    };
    // serde_json counts bytes, and people count characters.
    let line = text.split('\n').nth(error.line().saturating_sub(1));
    let before = line.unwrap_or_default().as_bytes().get(..error.column());
    let column = before.map_or(error.column(), characters);
    SyntaxError::new(reason, error.line(), column)
}

/// How many characters the bytes begin.
fn characters(bytes: &[u8]) -> usize {
    let is_start = |b: &&u8| **b & 0b1100_0000 != 0b1000_0000;
    bytes.iter().filter(is_start).count()
}

/// The error, or what the document seems to be instead of JSON.
fn explained(error: SyntaxError, text: &str) -> SyntaxError {
    let name = text.split(['=', '&']).next().unwrap_or_default();
    let is_name = |c: char| c.is_ascii_alphanumeric() || "._-[]%+".contains(c);
    if text.starts_with('\u{feff}') {
        SyntaxError::new("a byte order mark before the document", 1, 1)
    } else if text.contains('=') && !name.is_empty() && name.chars().all(is_name) {
        SyntaxError::new("a form post (name=value) where JSON is expected", 1, 1)
    } else {
        error
    }
}

/// The fixed words of a syntax error: `SyntaxError` adds the position.
fn without_position(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let reason = text
        .rsplit_once(" at line ")
        .map_or(text.as_str(), |(reason, _)| reason);
    String::from(reason)
}

fn invalid_utf8(body: &[u8], valid_up_to: usize) -> SyntaxError {
    let before = body.get(..valid_up_to).unwrap_or_default();
    position("invalid UTF-8", before)
}

fn at_byte(reason: &'static str, text: &str, at: usize) -> SyntaxError {
    position(reason, text.as_bytes().get(..at).unwrap_or_default())
}

/// An error right after these bytes.
fn position(reason: &'static str, before: &[u8]) -> SyntaxError {
    let mut lines = before.rsplit(|b| *b == b'\n');
    let column = characters(lines.next().unwrap_or_default()).saturating_add(1);
    SyntaxError::new(reason, lines.count().saturating_add(1), column)
}
