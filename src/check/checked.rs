//! The proof that a document satisfies its rule set: [`Checked`], and the checks that
//! give it.

use core::fmt;

use serde::{Deserializer, Serialize, Serializer};

use crate::check::Document;
use crate::check::Rejection;
use crate::check::view::Node;
use crate::table::{Fallback, RuleSet};
use crate::violation::Violations;

/// A document that satisfies its rule set, normalised.
///
/// Serialises to the payload to send: strings trimmed, blank ones null, unknown
/// members gone, numbers as digits where the rules say so; members in the order
/// of the table, elements in the order of the document. What the document leaves
/// out stays out, and what it sets to null stays null.
///
/// Of a container, what the table describes is kept: an element that is no object
/// where there are rows for objects, such as `"x"` among contacts, is sent as one
/// without members.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static CITY: RuleSet = RuleSet::new(&[
///     field("city", &[Required, String]),
///     field("county", &[Nullable, String]),
/// ]);
///
/// let checked = CITY.check_json(br#"{"county": "", "city": "Sandnes ", "area": 5}"#).unwrap();
/// assert_eq!(serde_json::to_string(&checked).unwrap(), r#"{"city":"Sandnes","county":null}"#);
/// ```
#[derive(Clone)]
pub struct Checked<'de>(Document<'de>);

impl<'de> Checked<'de> {
    /// What was put in, by the rule set's fallbacks, where the document gave none.
    ///
    /// ```
    /// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
    ///
    /// let checked = CHANGE_CUSTOMER_INFO.check_json(br#"{"name": {"firstName": "Ola"}}"#).unwrap();
    /// let filled_in: Vec<_> = checked.filled_in().map(|f| (f.path(), f.text())).collect();
    /// assert_eq!(filled_in, [("name.lastName", "-")]);
    /// ```
    #[must_use]
    pub fn filled_in(&self) -> impl ExactSizeIterator<Item = &'static Fallback> {
        self.0.filled_in().iter().copied()
    }

    /// The rules that the document satisfies.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        self.0.rules()
    }

    /// The same, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Checked<'static> {
        Checked(self.0.into_owned())
    }

    /// The document, to be read into a typed payload.
    pub(crate) fn root(&self) -> Node<'_, 'de> {
        Node::root(self.0.rules(), self.0.slots())
    }
}

impl fmt::Debug for Checked<'_> {
    /// The members that are there, without their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root().members().fmt(f)
    }
}

impl Serialize for Checked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.root().members().serialize(serializer)
    }
}

impl<'de> Document<'de> {
    /// Judges the document, and gives the proof if all rules hold.
    ///
    /// # Errors
    ///
    /// [`Violations`] if a rule is broken.
    pub fn check(mut self) -> Result<Checked<'de>, Violations> {
        self.settle()?;
        Ok(Checked(self))
    }
}

impl RuleSet {
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
        crate::input::json::read(body, |json| document.fill(json))?;
        document.settle()?;
        Ok(Checked(document))
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
