//! Whose words a message is in: [`Wording`].

use core::fmt;

use crate::format::Language;
use crate::table::{Noun, Row};
use crate::violation::Violation;

/// Words of your own: other ones for tables that have some, or one more language.
///
/// Each method may leave out what it does not want to say. It falls back on the
/// [language](Wording::language), as the [module](crate::message#words-of-your-own) says.
/// What is said may live as long as the wording, so a catalogue that is read at run time
/// can be one.
///
/// ```
/// use customer_rules::format::Language;
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
/// use customer_rules::message::Wording;
/// use customer_rules::table::{Noun, Row};
/// use customer_rules::{Code, Violation};
///
/// #[derive(Debug)]
/// struct OurShop;
///
/// impl Wording for OurShop {
///     fn language(&self) -> Language {
///         Language::Norwegian
///     }
///     fn label(&self, row: &Row) -> Option<Noun<'_>> {
///         row.is("msisdn").then_some(Noun::new("mobilnummer", "mobilnummeret"))
///     }
///     fn sentence(&self, violation: &Violation) -> Option<&str> {
///         (violation.code() == Code::Required).then_some("Vi trenger {attribute}.")
///     }
/// }
///
/// let refused = PRIVATE_CUSTOMER.check_json(br#"{"email": "kari"}"#).unwrap_err();
/// let violations = refused.violations().unwrap();
/// let said: Vec<String> = violations.in_wording(&OurShop).iter().map(|m| m.to_string()).collect();
/// assert_eq!(said[..4], [
///     "Vi trenger navnet.",
///     "Skriv inn e-postadressen slik: navn@example.com.",
///     "Vi trenger landkoden.",
///     "Vi trenger mobilnummeret.",
/// ]);
/// ```
pub trait Wording: fmt::Debug + Send + Sync {
    /// The language of all that is not said otherwise here.
    fn language(&self) -> Language;

    /// What the field of a row is called.
    fn label(&self, row: &Row) -> Option<Noun<'_>> {
        let _ = row;
        None
    }

    /// What one element of the list or map of a row is called, as in `Contact 2`.
    fn element(&self, row: &Row) -> Option<&str> {
        let _ = row;
        None
    }

    /// What one of the words is called that a row allows.
    fn choice(&self, row: &Row, word: &str) -> Option<&str> {
        let _ = (row, word);
        None
    }

    /// The sentence, as a [template](crate::message#templates).
    fn sentence(&self, violation: &Violation) -> Option<&str> {
        let _ = violation;
        None
    }

    /// What stands between the last two of several things of which one will do, with its
    /// blanks: ` or `.
    fn or(&self) -> Option<&str> {
        None
    }
}

impl Wording for Language {
    fn language(&self) -> Language {
        *self
    }
}

/// The words that a message is in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Words<'a> {
    /// The API's own.
    Wire,
    /// Those for the person at the form.
    Plain(&'a dyn Wording),
}

impl From<Language> for Words<'_> {
    fn from(language: Language) -> Self {
        Self::Plain(match language {
            Language::English => &Language::English,
            Language::Norwegian => &Language::Norwegian,
            Language::Swedish => &Language::Swedish,
            Language::Danish => &Language::Danish,
            Language::German => &Language::German,
        })
    }
}
