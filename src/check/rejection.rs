//! Why a check failed: [`Rejection`].

use core::fmt;

use crate::input::SyntaxError;

use crate::violation::Violations;

/// Why a check failed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rejection {
    /// The document could not be read, so no rule was checked.
    Syntax(SyntaxError),
    /// The document was read, and breaks rules.
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
