//! Why a document cannot be judged: [`SyntaxError`].

use alloc::borrow::Cow;
use core::fmt;

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

    /// The line, counted from 1; 0 where the source has no lines (a value in memory).
    #[must_use]
    pub fn line(&self) -> usize {
        self.line
    }

    /// Which words say why.
    #[cfg(feature = "json")]
    pub(super) fn reason(&self) -> &str {
        &self.reason
    }

    /// The column in characters, counted from 1; 0 at a line's very start or where
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
