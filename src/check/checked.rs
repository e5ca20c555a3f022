//! The proof that a document satisfies its rule set: [`Checked`].

use core::fmt;

use serde::{Serialize, Serializer};

use super::document::Document;
use super::view::View;
use crate::table::{Fallback, RuleSet};

/// A document that satisfies its rule set, normalised.
///
/// Serialises to the payload to send: strings trimmed, blank ones null, unknown
/// members gone, numbers as digits where the rules say so; members in the order
/// of the table, elements in the order of the document. What the document leaves
/// out stays out, and what it sets to null stays null.
///
/// Of a container, what the table describes is kept: an element that is not an object
/// where the table has rows for objects, such as `"x"` among contacts, is sent as an
/// object without members.
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

    /// The document, ready for a typed payload to be taken from it.
    pub(crate) fn view(&self) -> View<'_, 'de> {
        View::root(self.0.rules(), self.0.slots())
    }
}

impl fmt::Debug for Checked<'_> {
    /// The members that are there, without their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.view().members().fmt(f)
    }
}

impl Serialize for Checked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().members().serialize(serializer)
    }
}
