//! What can be wrong: [`Code`], and the numbers and words that go with it, [`Params`].

use core::fmt;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// What is wrong with a field, as a stable machine name.
///
/// The name ([`Code::as_str`], `Display`, `Serialize`) never changes once
/// published; a rule added later brings a code of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The field must be there and must not be null or empty.
    Required,
    /// The value is not a string.
    String,
    /// The value is neither a list nor an object.
    Array,
    /// The value is not an e-mail address.
    Email,
    /// The value is not one of the allowed words.
    OneOf,
    /// The value is not made of the right number of ASCII digits.
    Digits,
    /// The value is not an officially assigned ISO 3166-1 alpha-2 code.
    Country,
    /// The value does not match the pattern.
    Pattern,
}

impl Code {
    /// Every code, in the order of their documentation.
    pub const ALL: &'static [Self] = &[
        Self::Required,
        Self::String,
        Self::Array,
        Self::Email,
        Self::OneOf,
        Self::Digits,
        Self::Country,
        Self::Pattern,
    ];

    /// The stable machine name.
    ///
    /// ```
    /// assert_eq!(customer_rules::Code::OneOf.as_str(), "one_of");
    /// ```
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::String => "string",
            Self::Array => "array",
            Self::Email => "email",
            Self::OneOf => "one_of",
            Self::Digits => "digits",
            Self::Country => "country",
            Self::Pattern => "pattern",
        }
    }

    /// What the code means, in one sentence, for people.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Required => "The field must be there, and must not be null or empty.",
            Self::String => "The value must be a string.",
            Self::Array => "The value must be a list or an object.",
            Self::Email => "The value must be an e-mail address (RFC 5321, 5322, 6531).",
            Self::OneOf => "The value must be one of the words in `one_of`.",
            Self::Digits => {
                "The value must be ASCII digits only: `digits` of them, or at least `min_digits`."
            }
            Self::Country => {
                "The value must be an officially assigned ISO 3166-1 alpha-2 code, in capitals."
            }
            Self::Pattern => "The value must match the regular expression in `pattern`.",
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// What the rule asked for, so that a form can say it in its own words.
///
/// Serialises as a map: `{"digits": 11}`, `{"one_of": ["en", "no"]}`, or `{}`.
/// Params come from the table, never from the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Params {
    /// The code says it all.
    #[default]
    None,
    /// Exactly so many digits.
    Digits(usize),
    /// At least so many digits.
    MinDigits(usize),
    /// The allowed words.
    OneOf(&'static [&'static str]),
    /// The regular expression, as written in the table.
    Pattern(&'static str),
}

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::None => {}
            Self::Digits(count) => map.serialize_entry("digits", count)?,
            Self::MinDigits(count) => map.serialize_entry("min_digits", count)?,
            Self::OneOf(words) => map.serialize_entry("one_of", words)?,
            Self::Pattern(source) => map.serialize_entry("pattern", source)?,
        }
        map.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;

    #[test]
    fn every_code_has_its_own_name_and_a_sentence() {
        let names: BTreeSet<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        assert_eq!(names.len(), Code::ALL.len());
        for code in Code::ALL {
            assert!(code.about().ends_with('.'), "{code}");
            assert!(
                code.as_str()
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b == b'_')
            );
        }
    }
}
