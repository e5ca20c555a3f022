//! Rules of the user's own: [`Check`], and [`CrossCheck`] across fields.

use core::fmt;

use serde::{Serialize, Serializer};

use super::value::Value;
use crate::format::Language;

/// A rule of your own, for [`Rule::Custom`](crate::Rule::Custom).
///
/// It is called with one normalised value, and only if the value is present, as every rule
/// is. It cannot see the rest of the document or change anything. Its texts are `'static`,
/// so no value gets into a violation. Nothing stops it from panicking or writing to a log;
/// the crate's promises do not cover that.
///
/// ```
/// use customer_rules::{Check, RuleSet, Rule::*, Value, field};
///
/// #[derive(Debug)]
/// struct Accepted;
///
/// impl Check for Accepted {
///     fn code(&self) -> &'static str {
///         "accepted"
///     }
///     fn message(&self) -> &'static str {
///         "The {attribute} must be accepted."
///     }
///     fn accepts(&self, value: Value<'_>) -> bool {
///         matches!(value, Value::Bool(true))
///     }
/// }
///
/// static ORDER: RuleSet = RuleSet::new(&[field("termsOfUse", &[Required, Custom(&Accepted)])]);
///
/// let refused = ORDER.check_json(br#"{"termsOfUse": false}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The terms of use must be accepted.");
/// ```
pub trait Check: fmt::Debug + Send + Sync {
    /// The stable machine name of its violation. Choose one that no
    /// [`Code`](crate::Code) has.
    fn code(&self) -> &'static str;

    /// The message of its violation. `{attribute}` is replaced by the field's name.
    fn message(&self) -> &'static str;

    /// Whether the value satisfies the rule.
    fn accepts(&self, value: Value<'_>) -> bool;

    /// The rule's parameters, by name, for [`Violation::params`](crate::Violation::params).
    fn params(&self) -> &'static [(&'static str, Param)] {
        &[]
    }

    /// Its sentences for the person at the form, one a language. They have the placeholders
    /// of a [template](crate::message#templates). Where there is none in English, the wire
    /// message is said; in another language, that the field is to be checked.
    fn plain_messages(&self) -> &'static [(Language, &'static str)] {
        &[]
    }

    /// The rule in a few words, for the rulebook. The default is the code.
    fn about(&self) -> &'static str {
        self.code()
    }
}

/// A rule of your own across fields, for [`CrossRule::Custom`](crate::CrossRule::Custom).
///
/// It is called with the values of the fields that its table names. Absent fields are
/// [`Value::Null`]. Everything else is as for [`Check`].
///
/// ```
/// use customer_rules::{CrossCheck, CrossRule, RuleSet, Rule::*, Value, field};
///
/// #[derive(Debug)]
/// struct Same;
///
/// impl CrossCheck for Same {
///     fn code(&self) -> &'static str {
///         "same"
///     }
///     fn message(&self) -> &'static str {
///         "The {attribute} must be the same."
///     }
///     fn holds(&self, values: &[Value<'_>]) -> bool {
///         let texts: Vec<_> = values.iter().map(|value| value.as_str()).collect();
///         texts.windows(2).all(|pair| pair[0] == pair[1])
///     }
/// }
///
/// static LOGIN: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]),
///     field("repeatedEmail", &[Nullable]),
/// ])
/// .across(&[CrossRule::Custom {
///     check: &Same,
///     paths: &["email", "repeatedEmail"],
///     at_fault: &["repeatedEmail"],
/// }]);
///
/// let refused = LOGIN.check_json(br#"{"email": "a@b.no", "repeatedEmail": "a@b.se"}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The repeated email must be the same.");
/// ```
pub trait CrossCheck: fmt::Debug + Send + Sync {
    /// The stable machine name of its violations.
    fn code(&self) -> &'static str;

    /// The message of its violations. `{attribute}` is replaced by the field's name.
    fn message(&self) -> &'static str;

    /// Whether the rule holds for these values, which are in the order of its paths.
    fn holds(&self, values: &[Value<'_>]) -> bool;

    /// The rule's parameters, by name, for [`Violation::params`](crate::Violation::params).
    fn params(&self) -> &'static [(&'static str, Param)] {
        &[]
    }

    /// Its sentences for the person at the form, one a language. They have the placeholders
    /// of a [template](crate::message#templates). Where there is none in English, the wire
    /// message is said; in another language, that the field is to be checked.
    fn plain_messages(&self) -> &'static [(Language, &'static str)] {
        &[]
    }

    /// The rule in a few words, for the rulebook. The default is the code.
    fn about(&self) -> &'static str {
        self.code()
    }
}

/// A parameter of a rule of the user's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Param {
    /// Yes or no.
    Bool(bool),
    /// A number.
    Int(i64),
    /// A word.
    Text(&'static str),
    /// Several words.
    Words(&'static [&'static str]),
}

impl Serialize for Param {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Bool(bool) => serializer.serialize_bool(*bool),
            Self::Int(int) => serializer.serialize_i64(*int),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Words(words) => words.serialize(serializer),
        }
    }
}

/// The code, message and params of a violation of the user's own.
///
/// A [`Check`] supplies them by its methods. Write a `Statement` for a fault that no rule
/// can find, such as an address that somebody else has registered;
/// [`FieldCheck::violation`](crate::check::FieldCheck::violation) turns it into a violation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Statement {
    code: &'static str,
    message: &'static str,
    params: &'static [(&'static str, Param)],
    plain_messages: &'static [(Language, &'static str)],
}

impl Statement {
    /// A statement from its stable machine name and its message, in which `{attribute}` is
    /// replaced by the field's name.
    #[must_use]
    pub const fn new(code: &'static str, message: &'static str) -> Self {
        Self {
            code,
            message,
            params: &[],
            plain_messages: &[],
        }
    }

    /// The same, with params, by name.
    #[must_use]
    pub const fn with_params(self, params: &'static [(&'static str, Param)]) -> Self {
        Self { params, ..self }
    }

    /// The same, with sentences for the person at the form, one a language. They have the
    /// placeholders of a [template](crate::message#templates).
    #[must_use]
    pub const fn with_plain_messages(
        self,
        plain_messages: &'static [(Language, &'static str)],
    ) -> Self {
        Self {
            plain_messages,
            ..self
        }
    }

    /// The stable machine name.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// The message, with `{attribute}` in place of the field's name.
    #[must_use]
    pub const fn message(&self) -> &'static str {
        self.message
    }

    /// The params, by name.
    #[must_use]
    pub const fn params(&self) -> &'static [(&'static str, Param)] {
        self.params
    }

    /// The sentence for the person at the form, if there is one in this language.
    #[must_use]
    pub fn plain_message(&self, language: Language) -> Option<&'static str> {
        let mut messages = self.plain_messages.iter();
        let found = messages.find(|(own, _)| *own == language);
        found.map(|(_, message)| *message)
    }
}
