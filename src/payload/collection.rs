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
#[derive(Clone)]
pub struct Collection<'a, T>(Kind<'a, T>);

#[derive(Clone)]
enum Kind<'a, T> {
    /// Elements of a list, each with how many equal ones without members are in a row: a
    /// million `{}` take no more room than one.
    List(Vec<(usize, T)>),
    Map(Vec<(Cow<'a, str>, T)>),
}

impl<T> Collection<'_, T> {
    /// How many elements there are.
    #[must_use]
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::List(runs) => {
                let counts = runs.iter().map(|(count, _)| *count);
                counts.fold(0, usize::saturating_add)
            }
            Kind::Map(map) => map.len(),
        }
    }

    /// Whether it has no elements.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The elements in the order of the document, each with its index or key.
    pub fn iter(&self) -> impl Iterator<Item = (Segment<'_>, &T)> {
        let (list, map) = match &self.0 {
            Kind::List(runs) => (runs.as_slice(), &[][..]),
            Kind::Map(map) => (&[][..], map.as_slice()),
        };
        let elements = list
            .iter()
            .flat_map(|(count, element)| core::iter::repeat_n(element, *count));
        let indexed = elements
            .enumerate()
            .map(|(index, element)| (Segment::Index(index), element));
        indexed.chain(
            map.iter()
                .map(|(key, element)| (Segment::Key(key), element)),
        )
    }
}

impl<T: PartialEq> PartialEq for Collection<'_, T> {
    fn eq(&self, other: &Self) -> bool {
        let is_list = |collection: &Self| matches!(collection.0, Kind::List(_));
        is_list(self) == is_list(other) && self.iter().eq(other.iter())
    }
}

impl<T: Eq> Eq for Collection<'_, T> {}

impl<'de, T: Part<'de>> Part<'de> for Collection<'de, T> {
    type Owned = Collection<'static, T::Owned>;

    const SHAPE: Shape = Shape::Collection { of: &T::SHAPE };

    fn from_view(value: View<'_, 'de>) -> Option<Self> {
        let kind = match value.slot() {
            Slot::List(_) => Kind::List(list(value)?),
            Slot::Object(_) => Kind::Map(
                value
                    .elements()
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
            Kind::List(runs) => {
                let runs = runs.into_iter();
                Kind::List(
                    runs.map(|(count, element)| (count, element.into_owned()))
                        .collect(),
                )
            }
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

/// The elements of a list, each with how many that share its block are in a row.
fn list<'de, T: Part<'de>>(value: View<'_, 'de>) -> Option<Vec<(usize, T)>> {
    let mut runs: Vec<(usize, T)> = Vec::new();
    let mut before: Option<View<'_, 'de>> = None;
    for (_, element) in value.elements() {
        let is_same = before.is_some_and(|before| before.shares_block(element));
        match runs.last_mut() {
            Some((count, _)) if is_same => *count = count.saturating_add(1),
            _ => runs.push((1, T::from_view(element)?)),
        }
        before = Some(element);
    }
    Some(runs)
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
            Kind::List(_) => serializer.collect_seq(self.iter().map(|(_, element)| element)),
            Kind::Map(map) => {
                serializer.collect_map(map.iter().map(|(key, element)| (key, element)))
            }
        }
    }
}
