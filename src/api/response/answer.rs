//! The numbers of a response: [`Answer`].

use core::fmt;

/// What is kept of a response beside its data: numbers, and nothing of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub(in crate::api) status: u16,
    pub(in crate::api) envelope_status: Option<u16>,
    pub(in crate::api) length: usize,
}

impl Answer {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `status_code` of the body, if it has one. It may differ from the HTTP status
    /// (Front Payment's decision 7). Connect's bodies have none.
    #[must_use]
    pub fn envelope_status(&self) -> Option<u16> {
        self.envelope_status
    }

    /// The length of the body in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The status that decides: the HTTP status, unless that is a success and the body's
    /// is not (decision 7).
    pub(in crate::api) fn deciding_status(&self) -> u16 {
        match self.envelope_status {
            Some(denied) if is_success(self.status) && !is_success(denied) => denied,
            _ => self.status,
        }
    }
}

fn is_success(status: u16) -> bool {
    (200..300).contains(&status)
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "status {}", self.status)?;
        match self.envelope_status {
            Some(status) if status != self.status => write!(f, ", {status} in the body"),
            _ => Ok(()),
        }
    }
}
