//! From a checked document to a typed payload: [`Payload`], and the macro that
//! writes the types.

mod collection;
mod part;
mod unchecked;

use core::fmt;

use serde::Serialize;

use crate::check::Checked;
use crate::check::{Rejection, SyntaxError};
use crate::table::RuleSet;

pub use collection::Collection;
pub(crate) use part::{Optional, Part, Presence, Required};
pub use unchecked::Unchecked;

/// A typed payload: what a document becomes once its rule set is satisfied.
///
/// The only way to have one is a check, so holding one is the proof. It
/// serialises to what [`Checked`] serialises to, and `Debug` shows no value.
pub trait Payload<'de>: Serialize + fmt::Debug + Sized {
    /// The rules that the payload satisfies.
    const RULES: &'static RuleSet;

    /// Takes the payload out of a document that was checked before.
    ///
    /// # Errors
    ///
    /// [`SyntaxError`] if the document was checked along another table.
    fn from_checked(checked: &Checked<'de>) -> Result<Self, SyntaxError>;
}

/// Writes the type of an object's members: the struct, its getters, how it is
/// read, sent and shown. A line is a row of the table.
macro_rules! members {
    (
        $(#[$doc:meta])*
        pub struct $name:ident<$a:lifetime> {
            $($(#[$field_doc:meta])* $field:ident: $presence:ident $type:ty = $key:literal,)+
        }
    ) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, serde::Serialize)]
        pub struct $name<$a> {
            $(
                #[serde(rename = $key, skip_serializing_if = "crate::payload::Presence::is_missing")]
                $field: crate::payload::$presence<$type>,
            )+
        }

        impl<$a> $name<$a> {
            $(
                $(#[$field_doc])*
                #[must_use]
                pub fn $field(&self) -> crate::payload::members!(@get $presence $type) {
                    self.$field.get()
                }
            )+

            /// The same, borrowing nothing from the input.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name { $($field: self.$field.into_owned(),)+ }
            }
        }

        impl<$a> crate::payload::Part<$a> for $name<$a> {
            type Owned = $name<'static>;

            #[inline]
            fn take(value: crate::check::view::Node<'_, $a>) -> Option<Self> {
                let mut members = value.members().iter();
                Some(Self { $($field: crate::payload::Presence::take(&mut members, $key)?,)+ })
            }

            fn into_owned(self) -> Self::Owned {
                self.into_owned()
            }

            fn show(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                core::fmt::Debug::fmt(self, f)
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.debug_struct(stringify!($name))$(.field(stringify!($field), &self.$field))+.finish()
            }
        }
    };
    (@get Required $type:ty) => { &$type };
    (@get Optional $type:ty) => { Option<&$type> };
}
pub(crate) use members;

/// The payload of a document that passed its check. To move that is not free, so it stays
/// where it is.
#[inline]
pub(crate) fn take<'de, P: Payload<'de>>(
    result: Result<Checked<'de>, Rejection>,
) -> Result<P, Rejection> {
    match result {
        Ok(ref checked) => match P::from_checked(checked) {
            Ok(payload) => Ok(payload),
            Err(error) => Err(error.into()),
        },
        Err(rejection) => Err(rejection),
    }
}

/// Makes a type of `members!` the payload of a rule set.
macro_rules! payload {
    ($name:ident, $rules:ident) => {
        impl<'de> crate::payload::Payload<'de> for $name<'de> {
            const RULES: &'static crate::RuleSet = &$rules;

            fn from_checked(checked: &crate::Checked<'de>) -> Result<Self, crate::SyntaxError> {
                // Only these very rules vouch for the formats in the payload.
                if !checked.rules().is_same_table(&$rules) {
                    return Err(crate::SyntaxError::other_table());
                }
                match crate::payload::Part::take(checked.root()) {
                    Some(payload) => Ok(payload),
                    None => Err(crate::SyntaxError::other_table()),
                }
            }
        }

        impl<'de> $name<'de> {
            /// Checks a document from any deserializer of a self-describing format.
            ///
            /// # Errors
            ///
            /// As [`RuleSet::check`](crate::RuleSet::check).
            pub fn check<D: serde::Deserializer<'de>>(
                deserializer: D,
            ) -> Result<Self, crate::Rejection> {
                crate::payload::take($rules.check(deserializer))
            }

            /// Checks the bytes of a JSON document.
            ///
            /// # Errors
            ///
            /// As [`RuleSet::check_json`](crate::RuleSet::check_json).
            #[cfg(feature = "json")]
            pub fn from_json(
                body: &'de (impl AsRef<[u8]> + ?Sized),
            ) -> Result<Self, crate::Rejection> {
                crate::payload::take($rules.check_json(body.as_ref()))
            }

            /// Checks a JSON document that was parsed before.
            ///
            /// # Errors
            ///
            /// As [`RuleSet::check_value`](crate::RuleSet::check_value).
            #[cfg(feature = "json")]
            pub fn from_value(value: &'de serde_json::Value) -> Result<Self, crate::Rejection> {
                crate::payload::take($rules.check_value(value))
            }
        }
    };
}
pub(crate) use payload;
