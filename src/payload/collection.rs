//! Lists, and objects whose keys are kept: [`Collection`].

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Serialize, Serializer};

use super::part::Part;
use super::shape::Shape;
use crate::check::view::View;
use crate::input::{ElementKey, Slot};
use crate::violation::Segment;

/// The elements of a list, or of an object whose keys are kept.
///
/// The API accepts both. A list is sent as a list, an object as an object.
///
/// ```
/// use customer_rules::front_payment::CorporateCustomer;
/// use customer_rules::violation::Segment;
///
/// let body = br#"{"name": "Nordmann AS", "email": "post@example.com", "countryCode": "+47",
///     "msisdn": "46567468", "preferredLanguage": "no", "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}},
///     "additionalContact": {"boss": {"name": "Kari"}}}"#;
/// let customer = CorporateCustomer::from_json(body).unwrap();
/// let contacts = customer.additional_contact().unwrap();
///
/// let (key, contact) = contacts.iter().next().unwrap();
/// assert_eq!(key, Segment::Key("boss"));
/// assert_eq!(contact.name().unwrap().as_str(), "Kari");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Collection<'a, T>(Kind<'a, T>);

#[derive(Clone, PartialEq, Eq)]
enum Kind<'a, T> {
    List(Vec<T>),
    Map(Vec<(Cow<'a, str>, T)>),
}

impl<T> Collection<'_, T> {
    /// The number of elements.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::List(list) => list.len(),
            Kind::Map(map) => map.len(),
        }
    }

    /// Whether there are no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements in the order of the document, each with its index or key.
    pub fn iter(&self) -> impl Iterator<Item = (Segment<'_>, &T)> {
        let (list, map) = match &self.0 {
            Kind::List(list) => (list.as_slice(), &[][..]),
            Kind::Map(map) => (&[][..], map.as_slice()),
        };
        let indexed = list
            .iter()
            .enumerate()
            .map(|(index, element)| (Segment::Index(index), element));
        indexed.chain(
            map.iter()
                .map(|(key, element)| (Segment::Key(key), element)),
        )
    }
}

impl<'de, T: Part<'de>> Part<'de> for Collection<'de, T> {
    type Owned = Collection<'static, T::Owned>;

    const SHAPE: Shape = Shape::Collection { of: &T::SHAPE };

    fn from_view(value: View<'_, 'de>) -> Option<Self> {
        let elements = value.elements();
        let kind = match value.slot() {
            Slot::List(_) => Kind::List(
                elements
                    .map(|(_, element)| T::from_view(element))
                    .collect::<Option<_>>()?,
            ),
            Slot::Object(_) => Kind::Map(
                elements
                    .map(|(key, element)| match key {
                        ElementKey::Name(name) => Some((name.clone(), T::from_view(element)?)),
                        ElementKey::Index(_) => None,
                    })
                    .collect::<Option<_>>()?,
            ),
            _ => return None,
        };
        Some(Self(kind))
    }

    fn into_owned(self) -> Self::Owned {
        Collection(match self.0 {
            Kind::List(list) => Kind::List(list.into_iter().map(T::into_owned).collect()),
            Kind::Map(map) => Kind::Map(
                map.into_iter()
                    .map(|(key, element)| (Cow::Owned(String::from(key)), element.into_owned()))
                    .collect(),
            ),
        })
    }

    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Shown<'s, T>(&'s T);
        impl<'de, T: Part<'de>> fmt::Debug for Shown<'_, T> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.show(f)
            }
        }
        f.debug_list()
            .entries(self.iter().map(|(_, element)| Shown(element)))
            .finish()
    }
}

impl<T: fmt::Debug> fmt::Debug for Collection<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list()
            .entries(self.iter().map(|(_, element)| element))
            .finish()
    }
}

impl<T: Serialize> Serialize for Collection<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            Kind::List(list) => list.serialize(serializer),
            Kind::Map(map) => {
                serializer.collect_map(map.iter().map(|(key, element)| (key, element)))
            }
        }
    }
}
