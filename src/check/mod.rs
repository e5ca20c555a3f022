//! Checks documents along a table: the methods that check, and their results,
//! [`Checked`] or [`Violations`].

mod checked;
mod collect;
mod document;
mod one_field;
mod rejection;
pub(crate) mod view;
mod walk;

use serde::Deserializer;

use crate::input::{ReadError, SyntaxError};
use crate::table::RuleSet;
use crate::violation::Violations;

pub use checked::Checked;
pub use document::Document;
pub use one_field::FieldCheck;
pub use rejection::Rejection;

impl RuleSet {
    /// Checks a document from any deserializer of a self-describing format.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken. [`Rejection::Syntax`], without line and
    /// column, if the deserializer fails or the document nests more than
    /// [`MAX_DEPTH`](crate::input::MAX_DEPTH) levels. The deserializer's own error is dropped,
    /// because it may quote the document.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    /// use serde::de::IntoDeserializer;
    /// use serde::de::value::{Error, MapDeserializer};
    ///
    /// let form = [("name", "Kari Nordmann"), ("email", "kari@example.com")];
    /// let deserializer = MapDeserializer::<_, Error>::new(form.into_iter());
    /// let refused = PRIVATE_CUSTOMER.check(deserializer).unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 8);
    /// ```
    pub fn check<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Checked<'de>, Rejection> {
        Ok(self.read(deserializer)?.check()?)
    }

    /// Checks the bytes of a JSON document.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken. [`Rejection::Syntax`], with line and
    /// column, if the bytes are not JSON, contain invalid UTF-8, a lone surrogate or a number
    /// too large for an `f64`, or nest more than [`MAX_DEPTH`](crate::input::MAX_DEPTH) levels.
    ///
    /// ```
    /// use customer_rules::{Rejection, front_payment::PRIVATE_CUSTOMER};
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"[]").unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 10);
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"").unwrap_err();
    /// assert_eq!(refused.to_string(), "EOF while parsing a value at line 1 column 0");
    /// ```
    #[cfg(feature = "json")]
    pub fn check_json<'de>(&self, body: &'de [u8]) -> Result<Checked<'de>, Rejection> {
        let mut document = Document::empty(self);
        document.read_json(body)?;
        document.judge()?;
        Ok(Checked(document))
    }

    /// Checks a JSON document that was parsed before.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken. [`Rejection::Syntax`] if the value nests
    /// more than [`MAX_DEPTH`](crate::input::MAX_DEPTH) levels.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_value(&serde_json::json!({"name": 5})).unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 10);
    /// ```
    #[cfg(feature = "json")]
    pub fn check_value<'de>(
        &self,
        value: &'de serde_json::Value,
    ) -> Result<Checked<'de>, Rejection> {
        self.check(value)
    }

    /// Reads a document from any deserializer of a self-describing format, without judging it.
    ///
    /// # Errors
    ///
    /// The syntax errors of [`RuleSet::check`].
    pub fn read<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        match document.read(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { limit, .. }) => Err(SyntaxError::unreadable(limit)),
        }
    }

    /// Reads a document, and returns the deserializer's own error if it fails.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, D::Error> {
        let mut document = Document::empty(self);
        match document.read(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { error, .. }) => Err(error),
        }
    }

    /// Reads the bytes of a JSON document, without judging it.
    ///
    /// # Errors
    ///
    /// The syntax errors of [`RuleSet::check_json`].
    #[cfg(feature = "json")]
    pub fn read_json<'de>(&self, body: &'de [u8]) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        document.read_json(body)?;
        Ok(document)
    }
}

impl<'de> Document<'de> {
    /// Judges the document, and returns it as [`Checked`] if all rules hold.
    ///
    /// # Errors
    ///
    /// [`Violations`] if a rule is broken.
    pub fn check(mut self) -> Result<Checked<'de>, Violations> {
        self.judge()?;
        Ok(Checked(self))
    }
}
