//! A document that is read, and judged when asked: [`Document`], and the checks
//! that start from a [`RuleSet`].

use core::fmt;

use serde::Deserializer;

use crate::checked::Checked;
use crate::collector;
use crate::input::{self, ReadError, Slots};
use crate::rejection::{Rejection, SyntaxError};
use crate::rule_set::RuleSet;
use crate::verdict;
use crate::violation::Violations;

/// A document that was read along a rule set, and is not judged yet.
///
/// ```
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let document = PRIVATE_CUSTOMER.read_json(br#"{"name": 5}"#)?;
/// assert!(!document.is_valid());
/// assert_eq!(document.violations().len(), 10);
/// assert!(document.check().is_err());
/// # Ok::<(), customer_rules::SyntaxError>(())
/// ```
#[derive(Clone)]
pub struct Document<'de> {
    rules: RuleSet,
    slots: Slots<'de>,
}

impl<'de> Document<'de> {
    /// Whether all rules hold. Allocates nothing.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        verdict::is_valid(&self.rules, &self.slots)
    }

    /// Every violation, none if all rules hold.
    #[must_use]
    pub fn violations(&self) -> Violations {
        collector::violations(&self.rules, &self.slots)
    }

    /// Judges the document, and gives the proof if all rules hold.
    ///
    /// # Errors
    ///
    /// [`Violations`] if a rule is broken.
    pub fn check(self) -> Result<Checked<'de>, Violations> {
        match self.refusal() {
            None => Ok(self.accept()),
            Some(violations) => Err(violations),
        }
    }

    /// What is wrong, if anything is: the verdict first, for it is nearly always a
    /// good one, and only then, if need be, the violations.
    fn refusal(&self) -> Option<Violations> {
        (!self.is_valid()).then(|| self.violations())
    }

    /// The proof, once there is no refusal. To move a document is not free, so the
    /// two are apart.
    fn accept(self) -> Checked<'de> {
        Checked::new(self.rules, self.slots)
    }

    /// A document without members, to be filled.
    fn empty(rules: &RuleSet) -> Self {
        Self {
            rules: *rules,
            slots: Slots::missing(rules.fields()),
        }
    }

    fn fill<D: Deserializer<'de>>(&mut self, deserializer: D) -> Result<(), ReadError<D::Error>> {
        input::read(self.rules.fields(), &mut self.slots, deserializer)
    }

    /// The rules that the document was read along.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The same, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            rules: self.rules,
            slots: self.slots.into_owned(),
        }
    }
}

impl fmt::Debug for Document<'_> {
    /// The rule set, and nothing of the document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("rules", &self.rules)
            .finish_non_exhaustive()
    }
}

impl RuleSet {
    /// Reads a document from any deserializer of a self-describing format.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check`], but for violations.
    pub fn read<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        match document.fill(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { limit, .. }) => Err(SyntaxError::unreadable(limit)),
        }
    }

    /// Reads a document, with the deserializer's own error if it fails.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, D::Error> {
        let mut document = Document::empty(self);
        match document.fill(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { error, .. }) => Err(error),
        }
    }

    /// Reads the bytes of a JSON document.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check_json`], but for violations.
    #[cfg(feature = "json")]
    pub fn read_json<'de>(&self, body: &'de [u8]) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        crate::json::read(body, |json| document.fill(json))?;
        Ok(document)
    }

    /// Checks a document from any deserializer of a self-describing format.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken. [`Rejection::Syntax`],
    /// without line and column, if the deserializer fails or the document nests
    /// more than [`MAX_DEPTH`](crate::MAX_DEPTH) levels; the deserializer's own
    /// error is dropped, since it may quote the document.
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
    /// [`Rejection::Violations`] if a rule is broken; [`Rejection::Syntax`], with
    /// line and column, if the bytes are no JSON, hold invalid UTF-8, a lone
    /// surrogate or a number too large for an `f64`, or nest more than
    /// [`MAX_DEPTH`](crate::MAX_DEPTH) levels.
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
        crate::json::read(body, |json| document.fill(json))?;
        match document.refusal() {
            None => Ok(document.accept()),
            Some(violations) => Err(violations.into()),
        }
    }

    /// Checks a JSON document that was parsed before.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken; [`Rejection::Syntax`] if the
    /// value nests more than [`MAX_DEPTH`](crate::MAX_DEPTH) levels.
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
}
