//! A value as a rule sees it: [`Slot`].

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};

/// The value of one row, borrowed from the input where it can be.
#[derive(Clone, Default)]
pub(crate) enum Slot<'de> {
    /// The document has no such member.
    #[default]
    Missing,
    Null,
    Bool(bool),
    Number(Number),
    /// Trimmed and not blank.
    String(Cow<'de, str>),
    List(Extent),
    Object(Extent),
    /// A value that JSON does not have, such as bytes.
    Other,
}

/// The size of a container, and where its elements are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Extent {
    /// How many elements or members there are; in an object that is no map of
    /// elements, only whether there are any.
    pub(crate) len: u32,
    /// The first element that is kept.
    pub(crate) first: Option<u32>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Number {
    Int(i64),
    /// Above `i64::MAX`.
    Big(u64),
    Float(f64),
}

impl Number {
    /// The decimal text that the API's patterns look at, if it has one: an
    /// integer as written up to 2^63-1, a float of integral value below 10^14
    /// without its fraction. The server formats floats with 14 digits.
    pub(crate) fn decimal_text(self) -> Option<String> {
        match self {
            Self::Int(int) => Some(int.to_string()),
            // Displaying a float of integral value prints no fraction.
            Self::Float(float) if float.abs() < 1e14 && float % 1.0 == 0.0 => {
                Some(float.to_string())
            }
            Self::Big(_) | Self::Float(_) => None,
        }
    }
}

impl Slot<'_> {
    /// Missing or null: nothing to judge.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }

    /// Whether `required` takes the slot for empty. A blank string is null by now.
    pub(crate) fn is_empty(&self) -> bool {
        match self {
            Self::Missing | Self::Null => true,
            Self::List(extent) | Self::Object(extent) => extent.len == 0,
            Self::Bool(_) | Self::Number(_) | Self::String(_) | Self::Other => false,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text that a pattern is matched with: a string, or a number's decimal text.
    pub(crate) fn pattern_text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => number.decimal_text().map(Cow::Owned),
            _ => None,
        }
    }

    pub(crate) fn into_owned(self) -> Slot<'static> {
        match self {
            Self::Missing => Slot::Missing,
            Self::Null => Slot::Null,
            Self::Bool(bool) => Slot::Bool(bool),
            Self::Number(number) => Slot::Number(number),
            Self::String(text) => Slot::String(Cow::Owned(text.into_owned())),
            Self::List(extent) => Slot::List(extent),
            Self::Object(extent) => Slot::Object(extent),
            Self::Other => Slot::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_what_we_think() {
        assert_eq!(size_of::<Slot<'_>>(), 24);
    }

    #[test]
    fn decimal_texts() {
        let cases = [
            (Number::Int(0), Some("0")),
            (Number::Int(-5), Some("-5")),
            (Number::Int(i64::MAX), Some("9223372036854775807")),
            (Number::Big(1 << 63), None),
            (Number::Float(1.0), Some("1")),
            (Number::Float(-0.0), Some("-0")),
            (Number::Float(1e10), Some("10000000000")),
            (Number::Float(99_999_999_999_999.0), Some("99999999999999")),
            (Number::Float(1e14), None),
            (Number::Float(-1e14), None),
            (Number::Float(1.5), None),
            (Number::Float(f64::NAN), None),
            (Number::Float(f64::INFINITY), None),
        ];
        for (number, text) in cases {
            assert_eq!(number.decimal_text().as_deref(), text, "{number:?}");
        }
    }
}
