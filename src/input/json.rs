//! Reading JSON text, and saying where it breaks.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};

use serde_json::Deserializer;
use serde_json::error::Category;

use super::{ReadError, Shape, Slots, SyntaxError, read};

/// Reads a whole JSON document into slots that are all missing yet.
pub(crate) fn read_json<'de>(
    shape: Shape,
    slots: &mut Slots<'de>,
    body: &'de [u8],
) -> Result<(), SyntaxError> {
    let text =
        core::str::from_utf8(body).map_err(|error| invalid_utf8(body, error.valid_up_to()))?;
    let mut deserializer = Deserializer::from_str(text);
    // The reader counts levels itself, in what it skips too.
    deserializer.disable_recursion_limit();
    read(shape, slots, &mut deserializer)
        .map_err(|ReadError { limit, error }| syntax_error(limit, &error))?;
    deserializer
        .end()
        .map_err(|error| syntax_error(None, &error))
}

fn syntax_error(limit: Option<&'static str>, error: &serde_json::Error) -> SyntaxError {
    let reason = match (limit, error.classify()) {
        (Some(limit), _) => Cow::Borrowed(limit),
        (None, Category::Syntax | Category::Eof) => Cow::Owned(without_position(error)),
        // Such an error may quote the document. None is known to come up.
        (None, Category::Data | Category::Io) => Cow::Borrowed("the document could not be read"),
    };
    SyntaxError::new(reason, error.line(), error.column())
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
    let mut lines = before.rsplit(|b| *b == b'\n');
    let column = lines.next().unwrap_or_default().len().saturating_add(1);
    SyntaxError::new("invalid UTF-8", lines.count().saturating_add(1), column)
}
