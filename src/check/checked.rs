//! A document that satisfies its rule set: [`Checked`].

use core::fmt;

use serde::{Serialize, Serializer};

use super::document::Document;
use super::view::View;
use crate::table::{Fallback, RuleSet};
use crate::violation::Notices;

/// A document that satisfies its rule set, normalised. Only a check can make one.
///
/// Serialises to the payload to send. Strings are trimmed, blank strings are null, unknown
/// members are left out, and numbers become digits where the row says so
/// ([`Field::numbers_as_text`](crate::Field::numbers_as_text)). Members are in the order of
/// the table, elements in the order of the document. A field that the document leaves out is
/// left out, and a field that it sets to null is null.
///
/// Only what the table describes is sent. If the elements of a list have rows inside, an
/// element that is not an object, such as `"x"` among contacts, is sent as `{}`.
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
pub struct Checked<'de>(pub(super) Document<'de>);

impl<'de> Checked<'de> {
    /// The fallbacks of the rule set that were filled in, because the document had no value.
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

    /// What the document has and is not sent, if the rule set is
    /// [noticing](RuleSet::noticing).
    #[must_use]
    pub fn notices(&self) -> &Notices {
        self.0.notices()
    }

    /// The rules that the document satisfies.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        self.0.rules()
    }

    /// The same document, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Checked<'static> {
        Checked(self.0.into_owned())
    }

    /// The document as a view, from which a typed payload is made.
    pub(crate) fn view(&self) -> View<'_, 'de> {
        View::root(self.0.rules(), self.0.slots())
    }
}

impl fmt::Debug for Checked<'_> {
    /// Shows which members are present, but not their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().members().fmt(f)
    }
}

impl Serialize for Checked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().members().serialize(serializer)
    }
}
