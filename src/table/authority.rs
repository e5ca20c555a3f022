//! Where a table has its authority: [`Source`] and [`Decision`].

use core::fmt;

/// Where a row or a rule has its authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// The API's page of documentation.
    Page,
    /// An example printed on the page.
    Example,
    /// A public revision of the page, which prints the server's rule strings.
    Revision,
    /// A decision, by its number, where the sources disagree or are silent.
    Decision(u8),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page => f.write_str("page"),
            Self::Example => f.write_str("example"),
            Self::Revision => f.write_str("revision"),
            Self::Decision(number) => write!(f, "decision {number}"),
        }
    }
}

/// What is done where an API's sources disagree or are silent, with the reason.
///
/// Rows name it by its number, with [`Source::Decision`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    number: u8,
    text: &'static str,
    reason: &'static str,
}

impl Decision {
    pub(crate) const fn new(number: u8, text: &'static str, reason: &'static str) -> Self {
        Self {
            number,
            text,
            reason,
        }
    }

    /// The number that rows name it by.
    #[must_use]
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// What is done.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Why.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        self.reason
    }
}
