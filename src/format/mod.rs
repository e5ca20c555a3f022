//! The syntax of one kind of value per file: a type with `parse`, and examples
//! of what it accepts and refuses.
//!
//! `parse` takes the value as it is: trimming is the business of the reader.

mod country;
mod digits;
mod email;
mod language;
mod text;

use core::fmt;

pub use digits::{Count, OrganizationId, PersonalNumber};
pub use email::Email;
pub use language::Language;
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
