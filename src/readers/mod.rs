//! Tables and verdicts in other forms: for people, for frameworks, and back from messages.

#[cfg(feature = "garde")]
pub mod garde;
pub mod problem;
pub mod rulebook;
#[cfg(feature = "json")]
pub mod schema;
#[cfg(feature = "schemars")]
pub mod schemars;
#[cfg(feature = "json")]
pub(crate) mod sentences;

use crate::table::ELEMENT;
use crate::violation::{Path, Step};

/// The path of a row, from its keys. Each `*` is replaced by the next of `elements`.
fn path<'k>(
    keys: impl Iterator<Item = &'static str>,
    mut elements: impl Iterator<Item = &'k str>,
) -> Path {
    keys.map(|key| match key {
        ELEMENT => Step::name(elements.next().unwrap_or_default()),
        key => Step::row(key),
    })
    .collect()
}
