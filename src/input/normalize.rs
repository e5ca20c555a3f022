//! What happens to every value before a rule sees it: strings are trimmed, a blank
//! one becomes null, and numbers and their digits stand for each other where the
//! table says so.

use alloc::borrow::Cow;
use alloc::string::String;

use super::shape::Shape;
use super::slot::Slot;
use crate::rule::Number;
use crate::rule::trim::trimmed;

/// The slot of a text in a row of integers: its number, if it is one.
pub(super) fn integer(slot: Slot<'_>) -> Slot<'_> {
    let is_integer = |text: &str| {
        let digits = text.strip_prefix('-').unwrap_or(text);
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())
    };
    match slot
        .as_str()
        .filter(|text| is_integer(text))
        .map(str::parse::<i64>)
    {
        Some(Ok(int)) => Slot::Number(int.into()),
        _ => slot,
    }
}

/// The slot of a string that lives as long as the input.
pub(super) fn borrowed(text: &str) -> Slot<'_> {
    trimmed(text).map_or(Slot::Null, |text| Slot::String(Cow::Borrowed(text)))
}

/// The slot of a string that the input owns no longer, such as one with escapes.
pub(super) fn transient<'de>(text: &str) -> Slot<'de> {
    trimmed(text).map_or(Slot::Null, |text| {
        Slot::String(Cow::Owned(String::from(text)))
    })
}

/// The slot of a number: its digits where numbers stand for text, if it is made of digits
/// only, and the integer that it is where text stands for numbers.
///
/// The page's own example gives `organizationId` as a number (decision 2).
pub(super) fn number<'de>(number: Number, shape: Shape) -> Slot<'de> {
    if shape.as_text {
        // The text is made only where it is kept.
        let text = number.decimal_text();
        if text.bytes().all(|b| b.is_ascii_digit()) {
            return Slot::String(Cow::Owned(text));
        }
    }
    match number.as_i64() {
        Some(int) if shape.as_number => Slot::Number(int.into()),
        _ => Slot::Number(number),
    }
}
