//! Why a check gives no payload: [`Rejection`].

use core::fmt;

use crate::input::SyntaxError;

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
