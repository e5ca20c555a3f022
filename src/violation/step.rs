//! One step of a path: [`Segment`] as users see it, [`Step`] as paths store it.

use alloc::sync::Arc;
use core::fmt;

/// One step of a path, from an object or list to something in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Segment<'a> {
    /// A member of an object, by its key.
    Key(&'a str),
    /// An element of a list, counted from 0, or of an object whose key is a plain number.
    Index(usize),
}

impl fmt::Display for Segment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Key(key) => f.write_str(key),
            Self::Index(index) => write!(f, "{index}"),
        }
    }
}

/// A step that needs no allocation.
#[derive(Clone, Copy)]
pub(super) enum PlainStep {
    /// To a row of the table, by its key.
    Row(&'static str),
    /// To an element of a list, or of an object whose key is a plain number.
    Index(usize),
}

impl PlainStep {
    pub(super) fn segment(self) -> Segment<'static> {
        match self {
            Self::Row(key) => Segment::Key(key),
            Self::Index(index) => Segment::Index(index),
        }
    }
}

/// Any step of a path.
#[derive(Clone)]
pub(crate) struct Step(AnyStep);

#[derive(Clone)]
enum AnyStep {
    Plain(PlainStep),
    /// To an element of an object, by its key in the document. The paths through the element
    /// share the key.
    Name(Arc<str>),
}

impl From<PlainStep> for Step {
    fn from(step: PlainStep) -> Self {
        Self(AnyStep::Plain(step))
    }
}

impl Step {
    pub(crate) fn row(key: &'static str) -> Self {
        Self(AnyStep::Plain(PlainStep::Row(key)))
    }

    pub(crate) fn index(index: usize) -> Self {
        Self(AnyStep::Plain(PlainStep::Index(index)))
    }

    /// A step to an element, by its key in the document. A key that is a plain number becomes
    /// an index, as in PHP, so `{"0": …}` and `[…]` have the same paths.
    pub(crate) fn name(key: &str) -> Self {
        match canonical_index(key) {
            Some(index) => Self::index(index),
            None => Self(AnyStep::Name(Arc::from(key))),
        }
    }

    pub(super) fn segment(&self) -> Segment<'_> {
        match &self.0 {
            AnyStep::Plain(step) => step.segment(),
            AnyStep::Name(key) => Segment::Key(key),
        }
    }

    pub(super) fn plain(&self) -> Option<PlainStep> {
        match &self.0 {
            AnyStep::Plain(step) => Some(*step),
            AnyStep::Name(_) => None,
        }
    }

    pub(super) fn is_row(&self) -> bool {
        matches!(self.0, AnyStep::Plain(PlainStep::Row(_)))
    }
}

/// The index that PHP makes of a key: the key must be a decimal number as PHP would print it,
/// and at most its greatest integer.
fn canonical_index(key: &str) -> Option<usize> {
    let is_canonical = match key.as_bytes() {
        [b'0'] => true,
        [first, ..] => *first != b'0' && key.bytes().all(|b| b.is_ascii_digit()),
        [] => false,
    };
    let index = key.parse::<i64>().ok().filter(|_| is_canonical)?;
    usize::try_from(index).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_is_a_number_is_an_index() {
        let index_of = |key| match Step::name(key).segment() {
            Segment::Index(index) => Some(index),
            Segment::Key(name) => {
                assert_eq!(name, key);
                None
            }
        };
        for (key, index) in [
            ("0", 0),
            ("7", 7),
            ("17", 17),
            ("4294967295", 4_294_967_295),
        ] {
            assert_eq!(index_of(key), Some(index), "{key}");
        }
        let others = [
            "",
            "00",
            "01",
            "+1",
            "-1",
            "1.0",
            "1e3",
            " 1",
            "1 ",
            "a",
            "١",
            "９",
            "9223372036854775808",
            "99999999999999999999",
        ];
        for key in others {
            assert_eq!(index_of(key), None, "{key}");
        }
    }
}
