//! What the API accepts and a person would not mean: [`Notice`].

use alloc::vec::Vec;
use core::{fmt, slice};

use super::path::Path;

/// Something in a document that the API accepts, and that is not sent.
///
/// `RuleSet::noticing` finds notices, and `RuleSet::denying_unknown` makes violations of
/// them. A notice never contains the value; its path may contain a key of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    path: Path,
    kind: NoticeKind,
}

/// What is noticed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoticeKind {
    /// No row knows the member.
    Unknown,
    /// The value is where a container belongs.
    NotSent(JsonKind),
    /// The document is not an object, so it is an empty payload.
    NotAnObject(JsonKind),
}

/// A kind of JSON value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum JsonKind {
    /// Null.
    Null,
    /// True or false.
    Boolean,
    /// A number.
    Number,
    /// A string.
    String,
    /// A list.
    List,
    /// A value that JSON does not have, such as bytes.
    Other,
}

impl Notice {
    pub(crate) fn new(path: Path, kind: NoticeKind) -> Self {
        Self { path, kind }
    }

    /// Where.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is noticed.
    #[must_use]
    pub fn kind(&self) -> NoticeKind {
        self.kind
    }
}

impl fmt::Display for JsonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Null => "null",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::String => "a string",
            Self::List => "a list",
            Self::Other => "a value that JSON does not have",
        })
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = &self.path;
        match self.kind {
            NoticeKind::Unknown => write!(f, "{path}: no row knows this member"),
            NoticeKind::NotSent(kind) => {
                write!(f, "{path}: {kind} where a container belongs is not sent")
            }
            NoticeKind::NotAnObject(kind) => {
                write!(f, "the document is {kind} and not an object")
            }
        }
    }
}

/// The notices of a document, in its order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Notices {
    list: Vec<Notice>,
    truncated: bool,
}

impl Notices {
    pub(crate) const fn new() -> Self {
        Self {
            list: Vec::new(),
            truncated: false,
        }
    }

    /// Adds one, unless there are so many.
    pub(crate) fn add(&mut self, limit: usize, notice: impl FnOnce() -> Notice) {
        if self.list.len() < limit {
            self.list.push(notice());
        } else {
            self.truncated = true;
        }
    }

    /// How many there are, at most the rule set's limit.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether nothing was noticed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty() && !self.truncated
    }

    /// Whether the document has more notices than were kept.
    #[must_use]
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// The notices, in the order of the document.
    pub fn iter(&self) -> slice::Iter<'_, Notice> {
        self.list.iter()
    }
}

impl<'a> IntoIterator for &'a Notices {
    type Item = &'a Notice;
    type IntoIter = slice::Iter<'a, Notice>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
