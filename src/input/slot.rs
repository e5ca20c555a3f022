//! The value of one row: [`Slot`].

use alloc::borrow::Cow;

use crate::rule::{Number, Value};

/// The value of one row, borrowed from the input where it can be.
#[derive(Clone, Default)]
pub(crate) enum Slot<'de> {
    /// The document has no such member.
    #[default]
    Missing,
    Null,
    Bool(bool),
    Number(Number),
    /// Trimmed and not blank.
    String(Cow<'de, str>),
    List(Extent),
    Object(Extent),
    /// A value that JSON does not have, such as bytes.
    Other,
}

/// The size of a container, and where its elements are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Extent {
    /// How many elements or members there are; in an object that is no map of
    /// elements, only whether there are any.
    pub(crate) len: u32,
    /// The first element that is kept.
    pub(crate) first: Option<u32>,
}

impl Slot<'_> {
    /// Missing or null: nothing to judge.
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Self::Missing | Self::Null)
    }

    /// What rules see of it.
    pub(crate) fn value(&self) -> Value<'_> {
        match self {
            Self::Missing | Self::Null => Value::Null,
            Self::Bool(bool) => Value::Bool(*bool),
            Self::Number(number) => Value::Number(*number),
            Self::String(text) => Value::String(text),
            Self::List(Extent { len, .. }) => Value::List {
                is_empty: *len == 0,
            },
            Self::Object(Extent { len, .. }) => Value::Object {
                is_empty: *len == 0,
            },
            Self::Other => Value::Other,
        }
    }

    /// Whether both are the same value and nothing is inside: null, a boolean, or a
    /// container without elements that are kept.
    pub(super) fn is_bare_as(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Bool(own), Self::Bool(other)) => own == other,
            (Self::List(own), Self::List(other)) | (Self::Object(own), Self::Object(other)) => {
                own.first.is_none() && own == other
            }
            _ => false,
        }
    }

    pub(crate) fn as_str(&self) -> Option<&str> {
        self.value().as_str()
    }

    pub(crate) fn into_owned(self) -> Slot<'static> {
        match self {
            Self::Missing => Slot::Missing,
            Self::Null => Slot::Null,
            Self::Bool(bool) => Slot::Bool(bool),
            Self::Number(number) => Slot::Number(number),
            Self::String(text) => Slot::String(Cow::Owned(text.into_owned())),
            Self::List(extent) => Slot::List(extent),
            Self::Object(extent) => Slot::Object(extent),
            Self::Other => Slot::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_what_we_think() {
        assert_eq!(size_of::<Slot<'_>>(), 24);
    }
}
