//! The types of a payload's members: [`Part`], and for those of the user's own, [`Format`].

use alloc::borrow::{Cow, ToOwned};
use core::fmt;

use isocountry::CountryCode;
use serde::{Serialize, Serializer};

use super::shape::Shape;
use crate::check::view::{MemberIter, View, hidden};
use crate::format::{
    Email, Language, OrganizationId, PersonalNumber, PhoneNumber, Text, parse_country,
};
use crate::input::Slot;
use crate::rule::{Check, Rule};

/// A type that a member of a payload may have.
///
/// These are the formats of [`format`](mod@crate::format), `i64`,
/// [`Collection`](super::Collection), and the types that [`members!`](crate::members) writes.
/// For a type of your own, implement [`Format`].
pub trait Part<'de>: Sized {
    /// The type of a part that borrows nothing.
    type Owned;

    /// What the type requires of its row.
    #[doc(hidden)]
    const SHAPE: Shape;

    /// The part of a valid document, or `None` if the rules accept a value that the type does
    /// not.
    #[doc(hidden)]
    fn from_view(view: View<'_, 'de>) -> Option<Self>;

    /// The same, borrowing nothing.
    #[must_use]
    fn into_owned(self) -> Self::Owned;

    /// Writes what `Debug` shows of the part.
    #[doc(hidden)]
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hidden(f)
    }
}

/// A format of your own, as the type of a member of a payload.
///
/// The row of the member needs a [`Rule::Custom`]; it should accept exactly what `parse`
/// accepts. If `parse` refuses a value that the row accepts, that is a violation with the code
/// and message of [`Format::CHECK`].
///
/// ```
/// use std::borrow::Cow;
///
/// use customer_rules::payload::Format;
/// use customer_rules::{Check, RuleSet, Rule::*, Value, field, payload};
///
/// #[derive(Clone, PartialEq, Eq, serde::Serialize)]
/// pub struct Plate<'a>(Cow<'a, str>);
///
/// impl<'a> Format<'a> for Plate<'a> {
///     type Owned = Plate<'static>;
///     const CHECK: &'static dyn Check = &IsPlate;
///
///     fn parse(text: Cow<'a, str>) -> Option<Self> {
///         let is_plate = text.len() == 7 && text.starts_with(|c: char| c.is_ascii_uppercase());
///         is_plate.then_some(Self(text))
///     }
///
///     fn into_owned(self) -> Plate<'static> {
///         Plate(Cow::Owned(self.0.into_owned()))
///     }
/// }
///
/// #[derive(Debug)]
/// struct IsPlate;
///
/// impl Check for IsPlate {
///     fn code(&self) -> &'static str {
///         "plate"
///     }
///     fn message(&self) -> &'static str {
///         "The {attribute} must be a number plate."
///     }
///     fn accepts(&self, value: Value<'_>) -> bool {
///         value.as_str().is_some_and(|text| Plate::parse(text.into()).is_some())
///     }
/// }
///
/// static CAR: RuleSet = RuleSet::new(&[field("plate", &[Required, String, Custom(&IsPlate)])]);
///
/// payload! {
///     /// A car.
///     pub struct Car<'a> of CAR {
///         /// Its number plate.
///         plate: Required Plate<'a> = "plate",
///     }
/// }
///
/// assert_eq!(Car::from_json(r#"{"plate": "SV12345"}"#).unwrap().plate().0, "SV12345");
/// let refused = Car::from_json(r#"{"plate": "?"}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The plate must be a number plate.");
/// ```
pub trait Format<'a>: Clone + Eq + Serialize + Sized {
    /// The type of a value that borrows nothing.
    type Owned;

    /// The rule that is reported for a text that `parse` refuses.
    const CHECK: &'static dyn Check;

    /// The text as this type, or `None` if it does not have the format. The text is trimmed and
    /// not blank.
    fn parse(text: Cow<'a, str>) -> Option<Self>;

    /// The same, borrowing nothing.
    #[must_use]
    fn into_owned(self) -> Self::Owned;
}

impl<'de, T: Format<'de>> Part<'de> for T {
    type Owned = <T as Format<'de>>::Owned;

    const SHAPE: Shape = Shape::Own {
        rule: &Rule::Custom(T::CHECK),
        accepts: |text| T::parse(Cow::Owned(text.to_owned())).is_some(),
    };

    #[inline]
    fn from_view(view: View<'_, 'de>) -> Option<Self> {
        match view.slot() {
            Slot::String(text) => T::parse(text.clone()),
            _ => None,
        }
    }

    fn into_owned(self) -> Self::Owned {
        Format::into_owned(self)
    }
}

/// Texts, whose format a rule has checked before.
macro_rules! texts {
    ($($type:ident: $shape:expr,)+) => {
        $(impl<'de> Part<'de> for $type<'de> {
            type Owned = $type<'static>;

            const SHAPE: Shape = $shape;

            #[inline]
            fn from_view(view: View<'_, 'de>) -> Option<Self> {
                match view.slot() {
                    Slot::String(text) => Some(Self::assume(text.clone())),
                    _ => None,
                }
            }

            fn into_owned(self) -> Self::Owned {
                self.into_owned()
            }
        })+
    };
}

texts! {
    Text: Shape::Text,
    Email: Shape::Email,
    PersonalNumber: Shape::Digits(Self::COUNT),
    OrganizationId: Shape::Digits(Self::COUNT),
    PhoneNumber: Shape::E164,
}

/// Values that borrow nothing.
macro_rules! plain {
    ($($type:ty: $shape:expr, $read:expr;)+) => {
        $(impl Part<'_> for $type {
            type Owned = Self;

            const SHAPE: Shape = $shape;

            #[inline]
            fn from_view(view: View<'_, '_>) -> Option<Self> {
                $read(view)
            }

            fn into_owned(self) -> Self {
                self
            }
        })+
    };
}

plain! {
    Language: Shape::OneOf(Self::CODES), |view: View<'_, '_>| Self::parse(view.text()?);
    CountryCode: Shape::Country, |view: View<'_, '_>| parse_country(view.text()?);
    i64: Shape::Integer, |view: View<'_, '_>| match view.slot() {
        Slot::Number(number) => number.as_i64(),
        _ => None,
    };
}

/// Whether a part must be present, and whether it is.
pub trait Presence<'de>: Sized {
    /// Whether the part is always present.
    const IS_REQUIRED: bool;

    /// The next member with the key. A payload asks for its members in the order of the table.
    fn from_members(members: &mut Parts<'_, 'de>, key: &str) -> Option<Self>;

    /// Whether the part is left out of what is sent.
    fn is_missing(&self) -> bool;
}

/// The members of an object, from which the parts of a payload are made.
#[derive(Debug)]
pub struct Parts<'s, 'de>(MemberIter<'s, 'de>);

impl<'s, 'de> Parts<'s, 'de> {
    /// The members of the value.
    #[must_use]
    #[inline]
    pub fn of(view: View<'s, 'de>) -> Self {
        Self(view.members().iter())
    }
}

/// A part that is always present.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Required<T>(T);

impl<T> Required<T> {
    /// The part.
    pub fn get(&self) -> &T {
        &self.0
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned<'de>(self) -> Required<T::Owned>
    where
        T: Part<'de>,
    {
        Required(self.0.into_owned())
    }
}

// Written without closures: each one made the compiler copy the value once more
// (`from_json`: 14,955 to 14,079 instructions).
impl<'de, T: Part<'de>> Presence<'de> for Required<T> {
    const IS_REQUIRED: bool = true;

    #[inline]
    fn from_members(members: &mut Parts<'_, 'de>, key: &str) -> Option<Self> {
        let value = T::from_view(members.0.find_key(key)?)?;
        Some(Self(value))
    }

    fn is_missing(&self) -> bool {
        false
    }
}

impl<'de, T: Part<'de>> fmt::Debug for Required<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.show(f)
    }
}

/// A part that may be missing or null. Its getter returns `None` for both, but what is sent
/// keeps the difference, because on the server null may clear a field that a missing one
/// leaves alone.
#[derive(Clone, PartialEq, Eq)]
pub enum Optional<T> {
    /// The document leaves it out.
    Missing,
    /// The document sets it to null.
    Null,
    /// The document has a value.
    Value(T),
}

impl<T> Optional<T> {
    /// The part, if it is present.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Null => None,
        }
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned<'de>(self) -> Optional<T::Owned>
    where
        T: Part<'de>,
    {
        match self {
            Self::Missing => Optional::Missing,
            Self::Null => Optional::Null,
            Self::Value(value) => Optional::Value(value.into_owned()),
        }
    }
}

impl<'de, T: Part<'de>> Presence<'de> for Optional<T> {
    const IS_REQUIRED: bool = false;

    #[inline]
    fn from_members(members: &mut Parts<'_, 'de>, key: &str) -> Option<Self> {
        let value = members.0.find_key(key)?;
        match value.slot() {
            Slot::Null => Some(Self::Null),
            _ if value.is_present() => Some(Self::Value(T::from_view(value)?)),
            _ => Some(Self::Missing),
        }
    }

    fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

impl<T: Serialize> Serialize for Optional<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

impl<'de, T: Part<'de>> fmt::Debug for Optional<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("missing"),
            Self::Null => f.write_str("null"),
            Self::Value(value) => value.show(f),
        }
    }
}
