//! What a table may ask of a value: [`Rule`], and the one `match` that applies it.

mod alternatives;
mod code;
mod cross;
mod custom;
#[cfg(feature = "pattern")]
mod pattern;
pub(crate) mod trim;
mod value;

use core::fmt;

use crate::format::{Count, Email, PhoneNumber, is_country, is_digits};

pub(crate) use alternatives::InWords;
pub use alternatives::{Alternatives, Substitutes};
pub use code::{Code, Params};
pub use cross::CrossRule;
pub use custom::{Check, CrossCheck, Param, Statement};
#[cfg(feature = "pattern")]
pub use pattern::Pattern;
pub use value::{Number, Value};

/// One check of one value.
///
/// The first rule of a row is [`Rule::Required`] or [`Rule::Nullable`]. A value that is
/// missing or null, or fails `Required`, is judged by no further rule. Any other value is
/// judged by every rule of its row.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Rule {
    /// The field is present, and is not null, `[]`, `{}`, or a blank string.
    ///
    /// `0`, `false`, `"0"` and `[null]` satisfy it.
    Required,
    /// The field may be missing or null. This checks nothing; it is for the rulebook.
    Nullable,
    /// A string. Numbers and booleans are refused.
    String,
    /// A list or an object: what PHP calls an array.
    Array,
    /// A list. Objects are refused.
    List,
    /// An object. Lists are refused.
    Object,
    /// A signed 64-bit integer. A string of its ASCII digits, with `-` in front if it is
    /// negative, is accepted too, since forms send strings; so is a float whose text is
    /// that of an integer, such as `12.0` and `1.5e3`. It is sent as an integer.
    Integer,
    /// An e-mail address ([`Email`]).
    Email,
    /// One of these strings.
    OneOf(&'static [&'static str]),
    /// ASCII digits only. A number is judged by its decimal text.
    Digits(Count),
    /// An officially assigned ISO 3166-1 alpha-2 code, in capitals.
    Country,
    /// A text that matches a regular expression. A number is judged by its decimal text.
    #[cfg(feature = "pattern")]
    Pattern(&'static Pattern),
    /// A phone number in E.164 form ([`PhoneNumber`]).
    E164,
    /// At most this many characters (not bytes). Values that are not strings satisfy it.
    MaxChars(usize),
    /// A rule of your own.
    Custom(&'static dyn Check),
}

impl Rule {
    /// The code of the violation, or `None` for [`Rule::Nullable`], which cannot fail.
    ///
    /// ```
    /// use customer_rules::{Code, Rule};
    ///
    /// assert_eq!(Rule::Country.code(), Some(Code::Country));
    /// assert_eq!(Rule::Nullable.code(), None);
    /// ```
    #[must_use]
    pub fn code(&self) -> Option<Code> {
        Some(match self {
            Self::Nullable => return None,
            Self::Required => Code::Required,
            Self::String => Code::String,
            Self::Array => Code::Array,
            Self::Email => Code::Email,
            Self::OneOf(_) => Code::OneOf,
            Self::Digits(_) => Code::Digits,
            Self::Country => Code::Country,
            #[cfg(feature = "pattern")]
            Self::Pattern(_) => Code::Pattern,
            Self::List => Code::List,
            Self::Object => Code::Object,
            Self::Integer => Code::Integer,
            Self::E164 => Code::E164,
            Self::MaxChars(_) => Code::MaxChars,
            Self::Custom(check) => Code::Custom(check.code()),
        })
    }

    /// What the rule asks for, such as the number of digits.
    #[must_use]
    pub fn params(&self) -> Params {
        match self {
            Self::OneOf(words) => Params::OneOf(words),
            Self::Digits(Count::Exactly(count)) => Params::Digits(*count),
            Self::Digits(Count::AtLeast(count)) => Params::MinDigits(*count),
            #[cfg(feature = "pattern")]
            Self::Pattern(pattern) => Params::Pattern(pattern.source()),
            Self::MaxChars(count) => Params::MaxChars(*count),
            Self::Custom(check) => Params::Custom(
                Statement::new(check.code(), check.message())
                    .with_params(check.params())
                    .with_plain_messages(check.plain_messages()),
            ),
            Self::Required
            | Self::Nullable
            | Self::String
            | Self::Array
            | Self::List
            | Self::Object
            | Self::Integer
            | Self::Email
            | Self::Country
            | Self::E164 => Params::None,
        }
    }

    /// Whether the value satisfies the rule.
    ///
    /// A missing value is [`Value::Null`]. Null satisfies `Nullable`, `MaxChars` and perhaps
    /// a rule of your own; a row does not ask its other rules about null.
    ///
    /// ```
    /// use customer_rules::{Rule, Value};
    ///
    /// assert!(Rule::Country.accepts(Value::String("NO")));
    /// assert!(!Rule::Country.accepts(Value::Bool(true)));
    /// ```
    #[must_use]
    #[inline]
    pub fn accepts(&self, value: Value<'_>) -> bool {
        match self {
            Self::Required => !value.is_empty(),
            Self::Nullable => true,
            Self::String => matches!(value, Value::String(_)),
            Self::Array => matches!(value, Value::List { .. } | Value::Object { .. }),
            Self::List => matches!(value, Value::List { .. }),
            Self::Object => matches!(value, Value::Object { .. }),
            Self::Integer => matches!(value, Value::Number(number) if number.as_i64().is_some()),
            Self::Email => value.as_str().is_some_and(Email::accepts),
            Self::OneOf(words) => value.as_str().is_some_and(|text| words.contains(&text)),
            Self::Digits(count) => value
                .pattern_text()
                .is_some_and(|text| is_digits(&text, *count)),
            Self::Country => value.as_str().is_some_and(is_country),
            #[cfg(feature = "pattern")]
            Self::Pattern(pattern) => value
                .pattern_text()
                .is_some_and(|text| pattern.matches(&text)),
            Self::E164 => value.as_str().is_some_and(PhoneNumber::accepts),
            Self::MaxChars(count) => value.as_str().is_none_or(|text| has_at_most(text, *count)),
            Self::Custom(check) => check.accepts(value),
        }
    }
}

impl fmt::Display for Rule {
    /// The rule in words, for the rulebook.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Required => f.write_str("required"),
            Self::Nullable => f.write_str("nullable"),
            Self::String => f.write_str("string"),
            Self::Array => f.write_str("list or object"),
            Self::List => f.write_str("list"),
            Self::Object => f.write_str("object"),
            Self::Integer => f.write_str("integer"),
            Self::Email => f.write_str("e-mail address"),
            Self::E164 => f.write_str("E.164 phone number"),
            Self::MaxChars(count) => write!(f, "at most {count} characters"),
            Self::Custom(check) => f.write_str(check.about()),
            Self::OneOf(words) => write!(f, "one of {}", Listed(words)),
            Self::Digits(Count::Exactly(count)) => write!(f, "exactly {count} digits"),
            Self::Digits(Count::AtLeast(count)) => write!(f, "{count} or more digits"),
            Self::Country => f.write_str("ISO 3166-1 alpha-2 country"),
            #[cfg(feature = "pattern")]
            Self::Pattern(pattern) => write!(f, "matches `{}`", pattern.source()),
        }
    }
}

/// Whether the text has at most `count` characters. A text of at most `count` bytes has,
/// so it need not be counted.
fn has_at_most(text: &str, count: usize) -> bool {
    text.len() <= count || text.chars().nth(count).is_none()
}

/// Displays words with commas between them.
struct Listed<'a>(&'a [&'a str]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, word) in self.0.iter().enumerate() {
            let comma = if position == 0 { "" } else { ", " };
            write!(f, "{comma}{word}")?;
        }
        Ok(())
    }
}

/// Judges the presence of a value, and returns the rules that are still to judge it: the
/// others of its row, or none if the value is missing or null.
///
/// # Errors
///
/// The rule [`Rule::Required`], if the row starts with it and the value is missing, null
/// or empty. Then no other rule judges the value.
#[inline]
pub(crate) fn rules_to_judge<'r>(
    rules: &'r [Rule],
    value: Value<'_>,
) -> Result<&'r [Rule], &'r Rule> {
    match rules {
        [required @ Rule::Required, ..] if value.is_empty() => Err(required),
        _ if matches!(value, Value::Null) => Ok(&[]),
        [Rule::Required | Rule::Nullable, others @ ..] => Ok(others),
        rules => Ok(rules),
    }
}

#[cfg(feature = "pattern")]
#[cfg(test)]
mod tests {
    use super::*;
    use alloc::collections::BTreeSet;
    use core::fmt::Debug;

    const TEXT: Value<'_> = Value::String("x");
    const LIST: Value<'_> = Value::List { is_empty: false };
    const OBJECT: Value<'_> = Value::Object { is_empty: false };
    const NO_LIST: Value<'_> = Value::List { is_empty: true };
    const NO_OBJECT: Value<'_> = Value::Object { is_empty: true };

    fn number(float: f64) -> Value<'static> {
        Value::Number(Number::from(float))
    }

    fn int(int: i64) -> Value<'static> {
        Value::Number(Number::from(int))
    }

    #[derive(Debug)]
    struct Yes;

    impl Check for Yes {
        fn code(&self) -> &'static str {
            "yes"
        }
        fn message(&self) -> &'static str {
            "The {attribute} must be true."
        }
        fn accepts(&self, value: Value<'_>) -> bool {
            matches!(value, Value::Bool(true))
        }
    }

    static PLATE: Pattern = Pattern::new(r"^[A-Z]{2}\d+$");
    static NUMBER: Pattern = Pattern::new(r"^-?\d+$");

    /// Each rule with values that it accepts and values that it refuses.
    fn cases<'a>() -> alloc::vec::Vec<(Rule, alloc::vec::Vec<Value<'a>>, alloc::vec::Vec<Value<'a>>)>
    {
        use Value::{Bool, Null, Other, String};
        let at_least = Rule::Digits(Count::AtLeast(1));
        let eleven = Rule::Digits(Count::Exactly(11));
        alloc::vec![
            (
                Rule::Required,
                [TEXT, int(0), Bool(false), LIST, OBJECT, Other].into(),
                [Null, NO_LIST, NO_OBJECT].into(),
            ),
            (
                Rule::String,
                [TEXT].into(),
                [int(5), Bool(true), LIST, OBJECT, Other].into()
            ),
            (
                Rule::Array,
                [LIST, NO_LIST, OBJECT, NO_OBJECT].into(),
                [TEXT, int(5), Bool(true)].into()
            ),
            (
                Rule::List,
                [LIST, NO_LIST].into(),
                [TEXT, OBJECT, NO_OBJECT, int(1)].into()
            ),
            (
                Rule::Object,
                [OBJECT, NO_OBJECT].into(),
                [TEXT, LIST, NO_LIST, int(1)].into()
            ),
            (
                Rule::Integer,
                [int(5), int(i64::MIN), number(5.0)].into(),
                [number(5.5), TEXT, Bool(true), LIST].into()
            ),
            (
                Rule::Email,
                [String("a@b")].into(),
                [TEXT, int(5), LIST].into()
            ),
            (
                Rule::OneOf(&["en", "5"]),
                [String("en")].into(),
                [String("EN"), int(5), LIST].into()
            ),
            (
                at_least,
                [String("0"), int(5), number(1e3)].into(),
                [TEXT, int(-5), number(1.5), Bool(true), LIST].into(),
            ),
            (
                eleven,
                [String("12345678901"), int(12_345_678_901)].into(),
                [TEXT, int(5)].into()
            ),
            (
                Rule::Country,
                [String("NO")].into(),
                [String("no"), TEXT, int(47), LIST].into()
            ),
            (
                Rule::Pattern(&PLATE),
                [String("SV123")].into(),
                [TEXT, int(5), Bool(true)].into()
            ),
            (
                Rule::Pattern(&NUMBER),
                [String("5"), int(-5)].into(),
                [number(0.5), LIST].into()
            ),
            (
                Rule::E164,
                [String("+4712345678")].into(),
                [TEXT, int(4_712_345_678), LIST].into()
            ),
            (
                Rule::MaxChars(2),
                [TEXT, String("åå"), int(500), LIST].into(),
                [String("xxx"), String("ååå")].into(),
            ),
            (
                Rule::Custom(&Yes),
                [Bool(true)].into(),
                [Bool(false), TEXT].into()
            ),
        ]
    }

    #[test]
    fn accepted_and_refused() {
        for (rule, accepted, refused) in cases() {
            for (position, value) in accepted.into_iter().enumerate() {
                assert!(rule.accepts(value), "{rule}, accepted {position}");
            }
            for (position, value) in refused.into_iter().enumerate() {
                assert!(!rule.accepts(value), "{rule}, refused {position}");
            }
        }
    }

    #[test]
    fn every_code_is_a_rules() {
        let codes: BTreeSet<Code> = cases()
            .into_iter()
            .filter_map(|(rule, ..)| rule.code())
            .collect();
        for code in Code::ALL {
            // Those of rules across fields, and of what a table denies.
            let is_other = matches!(code, Code::RequiredOneOf | Code::Unknown);
            assert!(codes.contains(code) || is_other, "{code}");
        }
    }

    #[test]
    fn an_absent_value_is_judged_by_required_only() {
        const REQUIRED: &[Rule] = &[Rule::Required, Rule::String, Rule::Country];
        const NULLABLE: &[Rule] = &[Rule::Nullable, Rule::String, Rule::Country];
        const ALONE: &[Rule] = &[Rule::Country];
        let codes = |rules, value| {
            let rules = rules_to_judge(rules, value).unwrap_or_else(core::slice::from_ref);
            let broken = rules.iter().filter(|rule| !rule.accepts(value));
            broken
                .filter_map(Rule::code)
                .collect::<alloc::vec::Vec<_>>()
        };
        assert_eq!(codes(REQUIRED, Value::Null), [Code::Required]);
        assert_eq!(codes(REQUIRED, NO_LIST), [Code::Required]);
        assert_eq!(codes(REQUIRED, LIST), [Code::String, Code::Country]);
        assert_eq!(codes(REQUIRED, Value::String("NO")), []);
        assert_eq!(codes(NULLABLE, Value::Null), []);
        assert_eq!(codes(NULLABLE, NO_LIST), [Code::String, Code::Country]);
        assert_eq!(codes(ALONE, Value::Null), []);
        assert_eq!(codes(ALONE, LIST), [Code::Country]);
        assert_eq!(codes(&[], LIST), []);
    }

    #[test]
    fn nothing_of_a_value_is_shown() {
        fn shown(value: &impl Debug) -> alloc::string::String {
            alloc::format!("{value:?} {value:#?}")
        }
        assert!(!shown(&Value::String("Zq7vKJ")).contains("Zq7vKJ"));
        assert!(!shown(&int(4711)).contains("4711"));
    }
}
