//! Why there is no payload: [`Rejection`], and what stops us from judging, [`SyntaxError`].

use alloc::borrow::Cow;
use core::fmt;

use crate::violation::Violations;

/// What a check returns on failure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The document could not be read, so nothing could be judged.
    Syntax(SyntaxError),
    /// The document breaks these rules.
    Violations(Violations),
}

impl Rejection {
    /// The violations, if the document could be read.
    #[must_use]
    pub fn violations(&self) -> Option<&Violations> {
        match self {
            Self::Violations(violations) => Some(violations),
            Self::Syntax(_) => None,
        }
    }
}

impl From<Violations> for Rejection {
    fn from(violations: Violations) -> Self {
        Self::Violations(violations)
    }
}

impl From<SyntaxError> for Rejection {
    fn from(error: SyntaxError) -> Self {
        Self::Syntax(error)
    }
}

impl fmt::Display for Rejection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => error.fmt(f),
            Self::Violations(violations) => violations.fmt(f),
        }
    }
}

impl core::error::Error for Rejection {}

/// A document that cannot be read: malformed JSON, invalid UTF-8, too deep.
///
/// The API takes malformed JSON for an empty payload; saying where it breaks
/// helps more (decision 6, and the page on how the API behaves).
///
/// ```
/// use customer_rules::{Rejection, front_payment::PRIVATE_CUSTOMER};
///
/// let Err(Rejection::Syntax(error)) = PRIVATE_CUSTOMER.check_json(b"{\n  \"name\": }") else {
///     unreachable!()
/// };
/// assert_eq!((error.line(), error.column()), (2, 11));
/// assert_eq!(error.to_string(), "expected value at line 2 column 11");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    reason: Cow<'static, str>,
    line: usize,
    column: usize,
}

impl SyntaxError {
    /// `reason` must be free of anything from the document.
    pub(crate) fn new(reason: impl Into<Cow<'static, str>>, line: usize, column: usize) -> Self {
        Self {
            reason: reason.into(),
            line,
            column,
        }
    }

    /// A document from a deserializer whose errors are not ours to show.
    pub(crate) fn unreadable(limit: Option<&'static str>) -> Self {
        Self::new(limit.unwrap_or("the document could not be read"), 0, 0)
    }

    /// A document that fits its table is asked for a payload of another.
    pub(crate) fn other_table() -> Self {
        Self::new("the document was checked along another table", 0, 0)
    }

    /// The line, counted from 1; 0 where the source has no lines (a value in memory).
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// The column in bytes, counted from 1; 0 at a line's very start or where
    /// the source has no lines.
    #[must_use]
    pub fn column(&self) -> usize {
        self.column
    }
}

impl fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.reason)?;
        match self.line {
            0 => Ok(()),
            line => write!(f, " at line {line} column {}", self.column),
        }
    }
}

impl core::error::Error for SyntaxError {}
