//! The syntax of one kind of value per file: a type with `parse`, and examples
//! of what it accepts and refuses.
//!
//! `parse` takes the value as it is: trimming is the business of the reader. The numbers
//! of persons and organisations differ, since people group them as they like: there,
//! `parse` takes what was typed, and `as_str` is the canonical form. They stand with
//! their country: [`norway`], [`sweden`], [`denmark`], [`finland`].
//!
//! Two kinds of format stand side by side. [`Email`], [`PersonalNumber`],
//! [`OrganizationId`] and [`PhoneNumber`] are what the API asks for. The strict ones,
//! such as [`ShopEmail`] and [`norway::NationalIdentityNumber`], are what a person means,
//! for forms that want to know before anybody is disappointed.

/// A type around one text: private field, `as_str`, and a `Debug` that shows nothing.
macro_rules! hidden_text {
    ($(#[$doc:meta])* $name:ident, $form:literal) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name<'a>(alloc::borrow::Cow<'a, str>);

        impl $name<'_> {
            #[doc = $form]
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(alloc::borrow::Cow::Owned(self.0.into_owned()))
            }
        }

        impl core::fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}

/// `FromStr` by way of `parse`, for a type that owns its text.
macro_rules! from_str_by_parse {
    ($name:ident, $what:literal) => {
        impl core::str::FromStr for $name<'static> {
            type Err = crate::format::InvalidFormat;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let text = alloc::string::String::from(text);
                Self::parse(text).ok_or(crate::format::InvalidFormat::new($what))
            }
        }
    };
}

/// A format that takes a text as it is, or not at all.
macro_rules! text_format {
    ($(#[$doc:meta])* $name:ident, $what:literal, $accepts:expr) => {
        hidden_text! { $(#[$doc])* $name, "The text as it was written, which is its canonical form." }
        from_str_by_parse! { $name, $what }

        impl<'a> $name<'a> {
            /// Takes the text if it is of this format; as it is, without trimming.
            #[must_use]
            pub fn parse(text: impl Into<alloc::borrow::Cow<'a, str>>) -> Option<Self> {
                let text = text.into();
                $accepts(&text).then_some(Self(text))
            }
        }
    };
}

/// A way into a format for a text that a rule has accepted already.
macro_rules! accepted_by_rule {
    ($name:ident) => {
        impl<'a> $name<'a> {
            /// A text that a rule of this format has accepted.
            pub(crate) const fn assume(text: alloc::borrow::Cow<'a, str>) -> Self {
                Self(text)
            }
        }
    };
}

/// A format of numbers that people group as they like: `canonical` reads what was
/// typed, and `parse` keeps one form of it.
macro_rules! number_format {
    ($(#[$doc:meta])* $name:ident, $what:literal, $canonical:expr) => {
        hidden_text! { $(#[$doc])* $name, "The canonical form." }
        from_str_by_parse! { $name, $what }

        impl<'a> $name<'a> {
            /// Takes what was typed, if it is such a number, in its canonical form.
            #[must_use]
            pub fn parse(text: impl Into<alloc::borrow::Cow<'a, str>>) -> Option<Self> {
                let text = text.into();
                let canonical: crate::format::typed::Compact = $canonical(&text)?;
                Some(Self(canonical.into_text(text)))
            }
        }
    };
}

mod check_digit;
mod country;
mod date;
pub mod denmark;
mod digits;
mod email;
pub mod finland;
mod language;
mod locale;
pub mod norway;
mod person_text;
mod phone;
mod postal_code;
pub mod sweden;
mod text;
mod typed;
#[cfg(feature = "phone")]
mod valid_phone_number;

use core::fmt;

pub use date::Date;
pub use digits::{Count, OrganizationId, PersonalNumber};
pub use email::{Email, ShopEmail};
pub use isocountry::CountryCode;
pub use language::Language;
pub use person_text::PersonText;
pub use phone::PhoneNumber;
pub use postal_code::PostalCode;
pub use text::Text;
#[cfg(feature = "phone")]
pub use valid_phone_number::ValidPhoneNumber;

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
