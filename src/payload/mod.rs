//! Typed payloads of checked documents: [`Payload`], and the macros that write the types.

mod collection;
mod macros;
mod part;
mod shape;
mod unvalidated;

use core::fmt;

use serde::Serialize;

use crate::check::{Checked, Rejection};
use crate::table::RuleSet;
use crate::violation::Violations;

pub use collection::Collection;
pub use part::{Format, Part};
pub use unvalidated::Unvalidated;

/// What the macros need. Not public API; it may change in any release.
#[doc(hidden)]
pub mod macro_support {
    pub use core::fmt;

    pub use serde::ser::SerializeStruct;
    pub use serde::{Deserializer, Serialize, Serializer};
    #[cfg(feature = "json")]
    pub use serde_json::Value;

    pub use super::from_own;
    pub use super::part::{Optional, Parts, Presence, Required};
    pub use super::shape::{Member, Shape, assert_fits};
    pub use crate::check::view::View;
}

/// A typed payload: a document that satisfies its rule set.
///
/// Only a check can make one, so every value of the type is valid. It serialises as [`Checked`]
/// does, and `Debug` shows no value. [`payload!`](crate::payload!) writes one for any table.
pub trait Payload<'de>: Part<'de> + Serialize + fmt::Debug {
    /// The rules that the payload satisfies.
    const RULES: &'static RuleSet;

    /// Makes the payload of a document that was checked along the payload's own table, or along
    /// one that [extends](RuleSet::extends) it.
    ///
    /// # Errors
    ///
    /// [`FromCheckedError`] if the document was checked along another table, or if a
    /// [`Format`] of the user's own refuses a value that its row accepts.
    fn from_checked(checked: &Checked<'de>) -> Result<Self, FromCheckedError> {
        if !checked.rules().extends(Self::RULES) {
            return Err(FromCheckedError(None));
        }
        let view = checked.view();
        Self::from_view(view).ok_or_else(|| {
            let misfits = shape::misfits(Self::RULES, &Self::SHAPE, view);
            FromCheckedError(Some(misfits))
        })
    }
}

/// Why a checked document does not give the payload.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FromCheckedError(Option<Violations>);

impl FromCheckedError {
    /// The values that a [`Format`] of the user's own refuses, or `None` if the document was
    /// checked along a table that does not extend the payload's.
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        self.0.as_ref()
    }
}

impl fmt::Display for FromCheckedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(violations) => violations.fmt(f),
            None => f.write_str("the document was checked along another table"),
        }
    }
}

impl core::error::Error for FromCheckedError {}

/// The payload of a document that was checked along the payload's own table. The document is
/// matched by reference, because moving it out costs time.
#[doc(hidden)]
#[inline]
pub fn from_own<'de, P: Payload<'de>>(
    result: Result<Checked<'de>, Rejection>,
) -> Result<P, Rejection> {
    match result {
        Ok(ref checked) => match P::from_view(checked.view()) {
            Some(payload) => Ok(payload),
            None => Err(shape::misfits(P::RULES, &P::SHAPE, checked.view()).into()),
        },
        Err(rejection) => Err(rejection),
    }
}
