//! The parts that payloads are made of, and whether they are there.

use core::fmt;

use isocountry::CountryCode;
use serde::{Serialize, Serializer};

use crate::check::view::{MemberIter, Node, hidden};
use crate::format::{
    Email, Language, OrganizationId, PersonalNumber, PhoneNumber, Text, parse_country,
};
use crate::input::Slot;

/// A value of a payload.
pub(crate) trait Part<'de>: Sized {
    /// The same, borrowing nothing.
    type Owned;

    /// Takes the value that the rules have accepted; `None` if they were others.
    fn take(value: Node<'_, 'de>) -> Option<Self>;

    fn into_owned(self) -> Self::Owned;

    /// What `Debug` shows of it.
    fn show(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        hidden(f)
    }
}

/// Texts, each of a format that a rule has made sure of.
macro_rules! texts {
    ($($type:ident,)+) => {
        $(impl<'de> Part<'de> for $type<'de> {
            type Owned = $type<'static>;

            #[inline]
            fn take(value: Node<'_, 'de>) -> Option<Self> {
                match value.slot() {
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

texts!(Text, Email, PersonalNumber, OrganizationId, PhoneNumber,);

impl Part<'_> for Language {
    type Owned = Self;

    fn take(value: Node<'_, '_>) -> Option<Self> {
        Self::parse(value.slot().as_str()?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Part<'_> for CountryCode {
    type Owned = Self;

    fn take(value: Node<'_, '_>) -> Option<Self> {
        parse_country(value.slot().as_str()?)
    }

    fn into_owned(self) -> Self {
        self
    }
}

impl Part<'_> for i64 {
    type Owned = Self;

    fn take(value: Node<'_, '_>) -> Option<Self> {
        match value.slot() {
            Slot::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    fn into_owned(self) -> Self {
        self
    }
}

/// Whether a part has to be there, and whether it is.
pub(crate) trait Presence<'de>: Sized {
    /// Takes the next of the members that has the key: a payload names them in the
    /// order of the table.
    ///
    /// It is written out, and so is all that puts payloads together: a closure between
    /// a part and its place is a copy of it.
    fn take(members: &mut MemberIter<'_, 'de>, key: &str) -> Option<Self>;

    fn is_missing(&self) -> bool;
}

/// A part that is there.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(crate) struct Required<T>(T);

impl<T> Required<T> {
    pub(crate) fn get(&self) -> &T {
        &self.0
    }

    pub(crate) fn into_owned<'de>(self) -> Required<T::Owned>
    where
        T: Part<'de>,
    {
        Required(self.0.into_owned())
    }
}

impl<'de, T: Part<'de>> Presence<'de> for Required<T> {
    #[inline]
    fn take(members: &mut MemberIter<'_, 'de>, key: &str) -> Option<Self> {
        let value = T::take(members.take(key)?)?;
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

/// A part that may be left out or null. Both are `None` to the reader, but sent
/// as they came: to leave a field alone and to clear it may not be the same.
#[derive(Clone, PartialEq, Eq)]
pub(crate) enum Optional<T> {
    Missing,
    Null,
    Value(T),
}

impl<T> Optional<T> {
    pub(crate) fn get(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Null => None,
        }
    }

    pub(crate) fn into_owned<'de>(self) -> Optional<T::Owned>
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
    #[inline]
    fn take(members: &mut MemberIter<'_, 'de>, key: &str) -> Option<Self> {
        let value = members.take(key)?;
        match value.slot() {
            Slot::Null => Some(Self::Null),
            _ if value.is_present() => Some(Self::Value(T::take(value)?)),
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
