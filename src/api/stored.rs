//! What an API answers with, read leniently: a member that is missing or of another
//! type is `None`, and never an error.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde_json::Value;

use crate::format::Text;

/// A value as an API has stored it, read leniently.
pub(crate) trait Stored: Sized {
    /// Reads the value, if it is of the right type.
    fn read(value: &Value) -> Option<Self>;

    /// The value, as the API has it.
    fn value(&self) -> Value;
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
            fn read(value: &serde_json::Value) -> Option<Self> {
                let object = value.as_object()?;
                Some(Self { $($field: object.get($key).and_then(crate::api::stored::Stored::read),)+ })
            }

            fn value(&self) -> serde_json::Value {
                let members = [$(($key, self.$field.as_ref().map(crate::api::stored::Stored::value)),)+];
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
    fn read(value: &Value) -> Option<Self> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Number(number) => number.as_u64()?.to_string(),
            _ => return None,
        };
        Some(Self::assume(Cow::Owned(text)))
    }

    fn value(&self) -> Value {
        Value::String(String::from(self.as_str()))
    }
}

/// A list; what is in it and is not of its type is left out.
impl<T: Stored> Stored for Vec<T> {
    fn read(value: &Value) -> Option<Self> {
        Some(value.as_array()?.iter().filter_map(T::read).collect())
    }

    fn value(&self) -> Value {
        self.iter().map(T::value).collect()
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
            fn read(value: &serde_json::Value) -> Option<Self> {
                Some(match value.as_str()? {
                    $($word => Self::$variant,)+
                    other => Self::Other(other.into()),
                })
            }

            fn value(&self) -> serde_json::Value {
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
