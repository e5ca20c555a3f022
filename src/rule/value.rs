//! A value as a rule sees it: [`Value`].

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use core::fmt;

use serde::{Serialize, Serializer};

use super::trim;

/// A normalised value of a document, as a rule sees it.
///
/// Of a list or object, a rule sees only whether it is empty. `Debug` shows the kind of
/// the value, not the value.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub enum Value<'a> {
    /// Null, missing, or a blank string.
    Null,
    /// True or false.
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text, trimmed and not blank.
    String(&'a str),
    /// A list.
    List {
        /// Whether it has no elements.
        is_empty: bool,
    },
    /// An object.
    Object {
        /// Whether it has no members.
        is_empty: bool,
    },
    /// A value that JSON does not have, such as bytes.
    Other,
}

impl<'a> Value<'a> {
    /// The text, if the value is a string.
    #[must_use]
    pub fn as_str(self) -> Option<&'a str> {
        match self {
            Self::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text that patterns and digits are judged by: the string, or a number's decimal
    /// text.
    #[must_use]
    pub fn pattern_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::String(text) => Some(Cow::Borrowed(text)),
            Self::Number(number) => number.decimal_text().map(Cow::Owned),
            _ => None,
        }
    }

    /// Whether [`Rule::Required`](crate::Rule::Required) refuses it: it is null, or a list
    /// or object without elements.
    #[must_use]
    pub fn is_empty(self) -> bool {
        match self {
            Self::Null => true,
            Self::List { is_empty } | Self::Object { is_empty } => is_empty,
            Self::Bool(_) | Self::Number(_) | Self::String(_) | Self::Other => false,
        }
    }
}

impl<'a> From<&'a str> for Value<'a> {
    /// Normalises the text as a document is: trimmed, and null if blank.
    fn from(text: &'a str) -> Self {
        trim::trimmed(text).map_or(Self::Null, Self::String)
    }
}

impl fmt::Debug for Value<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "Null",
            Self::Bool(_) => "Bool(***)",
            Self::Number(_) => "Number(***)",
            Self::String(_) => "String(***)",
            Self::List { .. } => "List",
            Self::Object { .. } => "Object",
            Self::Other => "Other",
        })
    }
}

/// A JSON number.
#[derive(Clone, Copy, PartialEq)]
pub struct Number(Repr);

#[derive(Clone, Copy, PartialEq)]
enum Repr {
    Int(i64),
    /// Above `i64::MAX`.
    Big(u64),
    Float(f64),
}

impl Number {
    /// The integer, if the number is written as one and fits an `i64`.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Repr::Int(int) => Some(int),
            Repr::Big(_) | Repr::Float(_) => None,
        }
    }

    /// The number as a float, rounded to the nearest if necessary.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "said in the documentation")]
    pub fn as_f64(self) -> f64 {
        match self.0 {
            Repr::Int(int) => int as f64,
            Repr::Big(big) => big as f64,
            Repr::Float(float) => float,
        }
    }

    /// The decimal text that the server's patterns are matched with, if we can tell it: of
    /// an integer up to 2^63-1 as written; of a float with an integral value below 10^14
    /// without its fraction, since the server formats floats with 14 digits.
    pub(crate) fn decimal_text(self) -> Option<String> {
        match self.0 {
            Repr::Int(int) => Some(int.to_string()),
            // Displaying a float of integral value prints no fraction.
            Repr::Float(float) if float.abs() < 1e14 && float % 1.0 == 0.0 => {
                Some(float.to_string())
            }
            Repr::Big(_) | Repr::Float(_) => None,
        }
    }
}

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            Repr::Int(int) => serializer.serialize_i64(int),
            Repr::Big(big) => serializer.serialize_u64(big),
            Repr::Float(float) => serializer.serialize_f64(float),
        }
    }
}

impl From<i64> for Number {
    fn from(int: i64) -> Self {
        Self(Repr::Int(int))
    }
}

impl From<u64> for Number {
    fn from(int: u64) -> Self {
        Self(i64::try_from(int).map_or(Repr::Big(int), Repr::Int))
    }
}

impl From<f64> for Number {
    fn from(float: f64) -> Self {
        Self(Repr::Float(float))
    }
}

impl fmt::Debug for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Number(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimal_texts() {
        let cases: [(Number, Option<&str>); 13] = [
            (0_i64.into(), Some("0")),
            ((-5_i64).into(), Some("-5")),
            (i64::MAX.into(), Some("9223372036854775807")),
            ((1_u64 << 63).into(), None),
            (1.0.into(), Some("1")),
            ((-0.0).into(), Some("-0")),
            (1e10.into(), Some("10000000000")),
            (99_999_999_999_999.0.into(), Some("99999999999999")),
            (1e14.into(), None),
            ((-1e14).into(), None),
            (1.5.into(), None),
            (f64::NAN.into(), None),
            (f64::INFINITY.into(), None),
        ];
        for (number, text) in cases {
            assert_eq!(
                number.decimal_text().as_deref(),
                text,
                "{}",
                number.as_f64()
            );
        }
    }
}
