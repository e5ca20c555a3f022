//! What an API has stored, read leniently: a member that is missing or of another type
//! is `None`, and never an error.
//!
//! A body is read once, into the types that keep it; what they do not keep is skipped.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::format::Text;
use crate::input::is_number;

/// The most elements that a list of a response may have. A longer one is not read, and
/// the response is unexpected: a part of it would pass for the whole.
pub(super) const MAX_ELEMENTS: usize = 10_000;

/// A value as an API has stored it, read leniently.
pub(crate) trait Stored: Sized {
    /// Reads any value: `None` if it is of another type.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        deserializer.deserialize_any(Lenient(PhantomData))
    }

    /// The value of a text, if this is the right type.
    fn from_text(_: &str) -> Option<Self> {
        None
    }

    /// The value of a whole number, if this is the right type.
    fn from_number(_: u64) -> Option<Self> {
        None
    }

    /// The value of a boolean, if this is the right type.
    fn from_bool(_: bool) -> Option<Self> {
        None
    }

    /// Reads an object after its first key, if this is the right type.
    fn from_map<'de, A: MapAccess<'de>>(
        first: Option<Key<'de>>,
        map: A,
    ) -> Result<Option<Self>, A::Error> {
        skip_map(first.as_ref(), map)?;
        Ok(None)
    }

    /// Reads a list, if this is the right type.
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        while list.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }

    /// The value, as the API has it.
    fn to_value(&self) -> Value;
}

/// Skips an object after its first key.
pub(super) fn skip_map<'de, A: MapAccess<'de>>(
    first: Option<&Key<'de>>,
    mut map: A,
) -> Result<(), A::Error> {
    if first.is_some() {
        map.next_value::<IgnoredAny>()?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
    }
    Ok(())
}

/// Reads any value as a stored one.
struct Lenient<T>(PhantomData<T>);

impl<'de, T: Stored> Visitor<'de> for Lenient<T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Option<T>, E> {
        Ok(T::from_bool(value))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_u64<E>(self, value: u64) -> Result<Option<T>, E> {
        Ok(T::from_number(value))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Option<T>, E> {
        Ok(None)
    }

    fn visit_str<E>(self, value: &str) -> Result<Option<T>, E> {
        Ok(T::from_text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<Option<T>, A::Error> {
        T::from_list(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Option<T>, A::Error> {
        let first: Option<Key<'de>> = map.next_key()?;
        if !first.as_ref().is_some_and(Key::is_number) {
            return T::from_map(first, map);
        }
        let digits: Option<Text<'_>> = map.next_value_seed(Seed(PhantomData))?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        let number = digits.and_then(|digits| digits.as_str().parse().ok());
        Ok(number.and_then(T::from_number))
    }
}

/// Reads the value that follows as a stored one.
pub(crate) struct Seed<T>(pub(crate) PhantomData<T>);

impl<'de, T: Stored> DeserializeSeed<'de> for Seed<T> {
    type Value = Option<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<T>, D::Error> {
        T::read(deserializer)
    }
}

/// A key, borrowed where it can be.
#[derive(Deserialize)]
#[serde(transparent)]
pub(crate) struct Key<'k>(#[serde(borrow)] pub(crate) Cow<'k, str>);

impl Key<'_> {
    /// Whether the map that starts with this key is a number to `serde_json`.
    pub(super) fn is_number(&self) -> bool {
        is_number(&self.0)
    }
}

/// Writes the type of an object of the details: the struct, its getters, and how
/// it is read. A line is a line of the page.
macro_rules! stored {
    (
        $(#[$doc:meta])*
        pub struct $name:ident {
            $($(#[$field_doc:meta])* $field:ident: $type:ty = $key:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        pub struct $name {
            $($field: Option<$type>,)+
        }

        impl $name {
            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(&self) -> Option<&$type> {
                    self.$field.as_ref()
                }
            )+
        }

        impl crate::api::stored::Stored for $name {
            fn from_map<'de, A: serde::de::MapAccess<'de>>(
                first: Option<crate::api::stored::Key<'de>>,
                mut map: A,
            ) -> Result<Option<Self>, A::Error> {
                use crate::api::stored::{Key, Seed};
                let mut stored = Self { $($field: None,)+ };
                let mut next = first;
                while let Some(Key(key)) = next {
                    match &*key {
                        $($key => {
                            stored.$field = map.next_value_seed(Seed(core::marker::PhantomData))?;
                        })+
                        _ => {
                            map.next_value::<serde::de::IgnoredAny>()?;
                        }
                    }
                    next = map.next_key()?;
                }
                Ok(Some(stored))
            }

            fn to_value(&self) -> serde_json::Value {
                use crate::api::stored::Stored;
                let members = [$(($key, self.$field.as_ref().map(Stored::to_value)),)+];
                let members = members.into_iter().filter_map(|(key, value)| {
                    value.map(|value| (alloc::string::String::from(key), value))
                });
                serde_json::Value::Object(members.collect())
            }
        }
    };
}
pub(crate) use stored;

impl Stored for Text<'static> {
    fn from_text(text: &str) -> Option<Self> {
        Some(Self::assume(Cow::Owned(String::from(text))))
    }

    fn from_number(number: u64) -> Option<Self> {
        Some(Self::assume(Cow::Owned(number.to_string())))
    }

    fn to_value(&self) -> Value {
        Value::String(String::from(self.as_str()))
    }
}

impl Stored for bool {
    fn from_bool(value: bool) -> Option<Self> {
        Some(value)
    }

    fn to_value(&self) -> Value {
        Value::Bool(*self)
    }
}

/// A list. An element of another type is left out.
impl<T: Stored> Stored for Vec<T> {
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut elements = Self::new();
        while let Some(element) = list.next_element_seed(Seed(PhantomData))? {
            if elements.len() == MAX_ELEMENTS {
                return Err(A::Error::custom("a list with too many elements"));
            }
            elements.extend(element);
        }
        Ok(Some(elements))
    }

    fn to_value(&self) -> Value {
        self.iter().map(T::to_value).collect()
    }
}

/// Writes the type of a word of the API: the ones that the page has, and any other.
macro_rules! words {
    (
        $(#[$doc:meta])*
        pub enum $name:ident {
            $($(#[$word_doc:meta])* $variant:ident = $word:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[$word_doc])* $variant,)+
            /// A word that is not on the page.
            Other(alloc::string::String),
        }

        impl $name {
            /// The word, as the API has it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $word,)+
                    Self::Other(word) => word,
                }
            }
        }

        impl crate::api::stored::Stored for $name {
            fn from_text(text: &str) -> Option<Self> {
                Some(match text {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.into()),
                })
            }

            fn to_value(&self) -> serde_json::Value {
                serde_json::Value::String(self.as_str().into())
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(match self {
                    $(Self::$variant => stringify!($variant),)+
                    Self::Other(_) => "Other(***)",
                })
            }
        }
    };
}
pub(crate) use words;

/// Reads the bytes of a body, after the mark of byte order that some put before it, with
/// a seed for its value: `None` if they are not JSON.
pub(super) fn read_body<'de, S: DeserializeSeed<'de>>(
    body: &'de [u8],
    seed: S,
) -> Option<S::Value> {
    let body = body.strip_prefix("\u{feff}".as_bytes()).unwrap_or(body);
    let text = core::str::from_utf8(body).ok()?;
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = seed.deserialize(&mut deserializer).ok()?;
    deserializer.end().ok()?;
    Some(value)
}
