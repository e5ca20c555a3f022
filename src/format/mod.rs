//! The syntax of one kind of value per file: a type with `parse`, and examples
//! of what it accepts and refuses.
//!
//! `parse` takes the value as it is: trimming is the business of the reader.

/// A type around the texts of one format: private field, `parse`, `as_str`, and a
/// `Debug` that shows nothing.
macro_rules! text_format {
    ($(#[$doc:meta])* $name:ident, $what:literal, $accepts:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name<'a>(alloc::borrow::Cow<'a, str>);

        impl<'a> $name<'a> {
            /// Takes the text if it is of this format; as it is, without trimming.
            #[must_use]
            pub fn parse(text: impl Into<alloc::borrow::Cow<'a, str>>) -> Option<Self> {
                let text = text.into();
                Self::accepts(&text).then_some(Self(text))
            }

            /// The text as it was written.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(alloc::borrow::Cow::Owned(self.0.into_owned()))
            }

            pub(crate) fn accepts(text: &str) -> bool {
                $accepts(text)
            }

            /// A text that a rule of this format has accepted.
            pub(crate) const fn assume(text: alloc::borrow::Cow<'a, str>) -> Self {
                Self(text)
            }
        }

        impl core::str::FromStr for $name<'static> {
            type Err = crate::format::InvalidFormat;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let text = alloc::string::String::from(text);
                Self::parse(text).ok_or(crate::format::InvalidFormat::new($what))
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}

mod country;
mod digits;
mod email;
mod language;
mod locale;
mod phone;
mod text;

use core::fmt;

pub use digits::{Count, OrganizationId, PersonalNumber};
pub use email::Email;
pub use isocountry::CountryCode;
pub use language::Language;
pub use phone::PhoneNumber;
pub use text::Text;

pub(crate) use country::{is_country, parse as parse_country};
pub(crate) use digits::is_digits;

/// A text that is not of the format asked for. Says which format, never the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct InvalidFormat(&'static str);

impl InvalidFormat {
    pub(crate) const fn new(format: &'static str) -> Self {
        Self(format)
    }
}

impl fmt::Display for InvalidFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "not {}", self.0)
    }
}

impl core::error::Error for InvalidFormat {}
