//! What a reader keeps beside the slots of a document.

use core::cell::RefCell;

use super::elements::Elements;
use super::key::Indexes;

/// What a deserializer does not tell, and the text does.
#[derive(Debug, Default)]
pub(super) struct Spelling {
    /// Whether values that no row describes are read like others, to count their levels.
    /// Otherwise they are skipped, and the text is looked at afterwards.
    pub(super) reads_all: bool,
    /// Whether such a value was skipped.
    pub(super) has_skipped: bool,
    /// Whether a row has a zero that is `-0` or `-0.0`.
    pub(super) has_negative_zero: bool,
    /// The number that stands for one beyond the floats.
    pub(super) infinity: Option<f64>,
}

/// What is the same for the whole document.
pub(super) struct State<'s, 'de, N> {
    pub(super) elements: &'s mut Elements<'de>,
    pub(super) indexes: &'s RefCell<Indexes>,
    pub(super) spelling: &'s mut Spelling,
    pub(super) observer: &'s mut N,
    /// Set before an error of our own is raised: a deserializer may reword it.
    pub(super) broken_limit: Option<&'static str>,
}

impl<N> State<'_, '_, N> {
    pub(super) fn refuse<E: serde::de::Error>(&mut self, limit: &'static str) -> E {
        self.broken_limit = Some(limit);
        E::custom(limit)
    }
}

pub(super) const TOO_DEEP: &str = "nested more than 128 levels deep";
pub(super) const TOO_LARGE: &str = "too many elements";
