//! A value as a rule sees it: [`Value`].

use alloc::borrow::Cow;
use alloc::format;
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
            Self::Number(number) => Some(Cow::Owned(number.decimal_text())),
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
    /// The integer, if the number is one that fits: written as one, or a float whose
    /// [decimal text](Self::decimal_text) is that of an integer, such as `12.0` and `1.5e3`.
    #[must_use]
    pub fn as_i64(self) -> Option<i64> {
        match self.0 {
            Repr::Int(int) => Some(int),
            Repr::Big(_) => None,
            Repr::Float(_) => self.decimal_text().parse().ok(),
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

    /// The text that PHP makes of the number, which is what the API's patterns look at.
    ///
    /// An integer of 64 bits, signed, is as written. Every other number is a float with 14
    /// significant digits, as C's `%.14G` has it; one beyond the floats is `INF`.
    ///
    /// ```
    /// use customer_rules::rule::Number;
    ///
    /// let texts = [1e10, 1e15, 12_345_678_901.000_01, 1.5, f64::INFINITY]
    ///     .map(|float| Number::from(float).decimal_text());
    /// assert_eq!(texts, ["10000000000", "1.0E+15", "12345678901", "1.5", "INF"]);
    /// assert_eq!(Number::from(-5_i64).decimal_text(), "-5");
    /// ```
    #[must_use]
    pub fn decimal_text(self) -> String {
        match self.0 {
            Repr::Int(int) => int.to_string(),
            Repr::Big(_) | Repr::Float(_) => float_text(self.as_f64()),
        }
    }

    /// Whether this is the float `-0`, which `serde_json` gives for the integer `-0` too.
    pub(crate) fn is_negative_zero(self) -> bool {
        matches!(self.0, Repr::Float(float) if float == 0.0 && float.is_sign_negative())
    }
}

/// How many significant digits PHP prints of a float.
const PRECISION: i32 = 14;

/// A float as PHP prints it, with 14 significant digits.
fn float_text(float: f64) -> String {
    if float.is_nan() {
        return String::from("NAN");
    }
    let sign = if float.is_sign_negative() { "-" } else { "" };
    if float.is_infinite() {
        return format!("{sign}INF");
    }
    // One digit, a point, 13 digits, and the exponent.
    let scientific = format!("{:.13e}", float.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or(0);
    let digits = mantissa.replace('.', "");
    let digits = match digits.trim_end_matches('0') {
        "" => "0",
        digits => digits,
    };
    if !(-4..PRECISION).contains(&exponent) {
        let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
        let rest = if rest.is_empty() { "0" } else { rest };
        return format!("{sign}{first}.{rest}E{exponent:+}");
    }
    let Ok(point) = usize::try_from(exponent.saturating_add(1)) else {
        return below_one(sign, digits, exponent);
    };
    if point == 0 {
        return below_one(sign, digits, exponent);
    }
    match digits.split_at_checked(point) {
        Some((whole, "")) => format!("{sign}{whole}"),
        Some((whole, fraction)) => format!("{sign}{whole}.{fraction}"),
        None => format!("{sign}{digits:0<point$}"),
    }
}

/// A float between -1 and 1, by its digits from the first that is not 0.
fn below_one(sign: &str, digits: &str, exponent: i32) -> String {
    let zeros = usize::try_from(exponent.saturating_neg().saturating_sub(1)).unwrap_or(0);
    format!("{sign}0.{}{digits}", "0".repeat(zeros))
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
        let cases: [(Number, &str); 24] = [
            (0_i64.into(), "0"),
            ((-5_i64).into(), "-5"),
            (i64::MAX.into(), "9223372036854775807"),
            ((1_u64 << 63).into(), "9.2233720368548E+18"),
            (u64::MAX.into(), "1.844674407371E+19"),
            (1.0.into(), "1"),
            (0.0.into(), "0"),
            ((-0.0).into(), "-0"),
            (1e10.into(), "10000000000"),
            (99_999_999_999_999.0.into(), "99999999999999"),
            (1e14.into(), "1.0E+14"),
            ((-1e15).into(), "-1.0E+15"),
            (1.25e25.into(), "1.25E+25"),
            (12_345_678_901.000_01.into(), "12345678901"),
            (1.000_000_000_000_001.into(), "1"),
            (99_999_999_999_999.9.into(), "1.0E+14"),
            (1.5.into(), "1.5"),
            ((-0.25).into(), "-0.25"),
            (0.1.into(), "0.1"),
            (0.000_1.into(), "0.0001"),
            (0.000_012_5.into(), "1.25E-5"),
            (1e-300.into(), "1.0E-300"),
            (f64::INFINITY.into(), "INF"),
            (f64::NEG_INFINITY.into(), "-INF"),
        ];
        for (number, text) in cases {
            assert_eq!(number.decimal_text(), text);
        }
    }

    #[test]
    fn integers() {
        let cases: [(Number, Option<i64>); 10] = [
            (i64::MIN.into(), Some(i64::MIN)),
            ((1_u64 << 63).into(), None),
            (12.0.into(), Some(12)),
            ((-1.5e3).into(), Some(-1_500)),
            ((-0.0).into(), Some(0)),
            (99_999_999_999_999.0.into(), Some(99_999_999_999_999)),
            (1e14.into(), None),
            (0.5.into(), None),
            (f64::NAN.into(), None),
            (f64::INFINITY.into(), None),
        ];
        for (number, int) in cases {
            assert_eq!(number.as_i64(), int, "{}", number.as_f64());
        }
    }
}
