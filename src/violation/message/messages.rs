//! What is said of all violations of a document: [`Messages`].

use alloc::string::String;
use core::cell::Cell;

use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::one::Message;
use super::wording::{Wording, Words};
use crate::format::Language;
use crate::violation::{Violation, Violations};

/// The violations of a document and the words to say them in: a view, which copies
/// nothing.
///
/// Serialises as the ordered map from field to sentences, as [`Violations`] do; its methods
/// give [other shapes](crate::violation::shapes).
///
/// ```
/// use customer_rules::format::Language::Norwegian;
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let body = br#"{"name": "Kari Nordmann", "email": "kari@", "countryCode": "+47",
///     "msisdn": "46567468", "preferredLanguage": "fi", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "city": "Sandnes", "country": "NO"}}}"#;
/// let refused = PRIVATE_CUSTOMER.check_json(body).unwrap_err();
/// let messages = refused.violations().unwrap().in_language(Norwegian);
///
/// assert_eq!(serde_json::to_value(messages)?, serde_json::json!({
///     "email": ["Skriv inn e-postadressen slik: navn@example.com."],
///     "preferredLanguage": ["Velg det foretrukne språket: engelsk, norsk, svensk, dansk eller tysk."],
///     "addresses.billing.zip": ["Skriv inn postnummeret."],
/// }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Messages<'a> {
    violations: &'a Violations,
    words: Words<'a>,
}

impl<'a> Messages<'a> {
    /// The violations.
    #[must_use]
    pub fn violations(&self) -> &'a Violations {
        self.violations
    }

    /// What is said of each violation, in the order of the table's rows.
    #[must_use]
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Message<'a>> + use<'a> {
        let words = self.words;
        let violations = self.violations.iter();
        violations.map(move |violation| Message::new(violation, words))
    }

    pub(crate) fn words(&self) -> Words<'a> {
        self.words
    }
}

impl Violations {
    /// What is said of them in a language, with the names of their fields.
    #[must_use]
    pub fn in_language(&self, language: Language) -> Messages<'_> {
        self.in_words(language.into())
    }

    /// What is said of them in words of your own.
    #[must_use]
    pub fn in_wording<'a>(&'a self, wording: &'a dyn Wording) -> Messages<'a> {
        self.in_words(Words::Plain(wording))
    }

    /// What the API says of them, in any of the [shapes](crate::violation::shapes).
    #[must_use]
    pub fn in_wire_words(&self) -> Messages<'_> {
        self.in_words(Words::Wire)
    }

    pub(crate) fn in_words<'a>(&'a self, words: Words<'a>) -> Messages<'a> {
        Messages {
            violations: self,
            words,
        }
    }
}

/// A text that is written and read, over and over in the same place.
pub(crate) struct Buffer(Cell<String>);

impl Buffer {
    /// With room for most sentences.
    pub(crate) fn new() -> Self {
        Self(Cell::new(String::with_capacity(128)))
    }

    /// Lends the text, empty. It may be lent once more inside, which then has a place of its
    /// own.
    pub(crate) fn with<T>(&self, write: impl FnOnce(&mut String) -> T) -> T {
        let mut text = self.0.take();
        text.clear();
        let result = write(&mut text);
        self.0.set(text);
        result
    }
}

/// Serialises as the list of what is said of some violations.
pub(crate) struct Sentences<'a> {
    pub(crate) group: &'a [&'a Violation],
    pub(crate) words: Words<'a>,
    pub(crate) buffer: &'a Buffer,
}

impl Serialize for Sentences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.group.len()))?;
        for violation in self.group {
            let message = Message::new(violation, self.words);
            self.buffer.with(|sentence| {
                message.write(sentence).map_err(S::Error::custom)?;
                list.serialize_element(sentence.as_str())
            })?;
        }
        list.end()
    }
}
