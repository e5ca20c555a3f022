//! What can be wrong: [`Code`], and the numbers and words that go with it, [`Params`].

use core::fmt;

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::alternatives::Substitutes;
use super::custom::Statement;

/// What is wrong with a field, as a stable machine name.
///
/// The name ([`Code::as_str`], `Display`, `Serialize`) never changes once
/// published; a rule added later brings a code of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The field is missing, null or empty.
    Required,
    /// The value is not a string.
    String,
    /// The value is neither a list nor an object.
    Array,
    /// The value is not a list.
    List,
    /// The value is not an object.
    Object,
    /// The value is not an integer.
    Integer,
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
    /// The value is not a phone number in E.164 form.
    E164,
    /// The text has too many characters.
    MaxChars,
    /// None of several fields is present, of which one is required.
    RequiredOneOf,
    /// No row of the table knows the member.
    Unknown,
    /// A rule of the user's own, with the code that it returns.
    Custom(&'static str),
}

impl Code {
    /// Every code of this crate, in the order of their documentation.
    pub const ALL: &'static [Self] = &[
        Self::Required,
        Self::String,
        Self::Array,
        Self::List,
        Self::Object,
        Self::Integer,
        Self::Email,
        Self::OneOf,
        Self::Digits,
        Self::Country,
        Self::Pattern,
        Self::E164,
        Self::MaxChars,
        Self::RequiredOneOf,
        Self::Unknown,
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
            Self::List => "list",
            Self::Object => "object",
            Self::Integer => "integer",
            Self::Email => "email",
            Self::OneOf => "one_of",
            Self::Digits => "digits",
            Self::Country => "country",
            Self::Pattern => "pattern",
            Self::E164 => "e164",
            Self::MaxChars => "max_chars",
            Self::RequiredOneOf => "required_one_of",
            Self::Unknown => "unknown",
            Self::Custom(name) => name,
        }
    }

    /// What the code means, in one sentence, for people.
    #[must_use]
    pub const fn about(self) -> &'static str {
        match self {
            Self::Required => "The field must be present, and must not be null or empty.",
            Self::String => "The value must be a string.",
            Self::Array => "The value must be a list or an object.",
            Self::List => "The value must be a list.",
            Self::Object => "The value must be an object.",
            Self::Integer => "The value must be a 64-bit integer, or a string of its digits.",
            Self::Email => "The value must be an e-mail address (RFC 5321, 5322, 6531).",
            Self::OneOf => "The value must be one of the words in `one_of`.",
            Self::Digits => {
                "The value must be made of ASCII digits only: exactly `digits` of them, or at least \
                 `min_digits`."
            }
            Self::Country => {
                "The value must be an officially assigned ISO 3166-1 alpha-2 code, in capitals."
            }
            Self::Pattern => "The value must match the regular expression in `pattern`.",
            Self::E164 => "The value must be a phone number in E.164 form: `+` and 2 to 15 digits.",
            Self::MaxChars => "The text must have at most `max_chars` characters.",
            Self::RequiredOneOf => {
                "The field is required because none of the fields in `required_one_of` is present."
            }
            Self::Unknown => "The table has no row for the member, and denies unknown ones.",
            Self::Custom(_) => "The value must satisfy a rule that the table's author wrote.",
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

/// What the rule asked for, so that a form can word the message itself.
///
/// Serialises as a map: `{"digits": 11}`, `{"one_of": ["en", "no"]}`, or `{}`.
/// Params come from the table, never from the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Params {
    /// The code says it all.
    #[default]
    None,
    /// The exact number of digits.
    Digits(usize),
    /// The least number of digits.
    MinDigits(usize),
    /// The allowed words.
    OneOf(&'static [&'static str]),
    /// The regular expression, as written in the table.
    Pattern(&'static str),
    /// The greatest number of characters.
    MaxChars(usize),
    /// The fields any of which would do instead of the missing one.
    RequiredOneOf(Substitutes),
    /// The code, message and params of a rule of the user's own.
    Custom(Statement),
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
            Self::MaxChars(count) => map.serialize_entry("max_chars", count)?,
            Self::RequiredOneOf(fields) => map.serialize_entry("required_one_of", fields)?,
            Self::Custom(statement) => {
                for (name, param) in statement.params() {
                    map.serialize_entry(name, param)?;
                }
            }
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
            let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            assert!(code.as_str().bytes().all(is_plain), "{code}");
        }
    }
}
