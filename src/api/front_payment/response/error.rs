//! Why a request came to nothing: [`ApiError`], and the numbers of every response, [`Answer`].

use core::fmt;

use super::refused::Refused;

/// What is kept of a response beside its data: numbers, and nothing of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    pub(super) status: u16,
    pub(super) envelope_status: Option<u16>,
    pub(super) length: usize,
}

impl Answer {
    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// The `status_code` of the body, if it has one. It may not be the HTTP
    /// status (decision 7).
    #[must_use]
    pub fn envelope_status(&self) -> Option<u16> {
        self.envelope_status
    }

    /// The length of the body in bytes.
    #[must_use]
    pub fn length(&self) -> usize {
        self.length
    }

    /// The status that decides: the HTTP status, unless that is a success which
    /// the body denies (decision 7).
    pub(super) fn deciding_status(&self) -> u16 {
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

/// What a request failed with.
///
/// Safe to log: neither `Debug` nor `Display` shows anything of the body but the
/// paths of a refused payload.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiError {
    /// There is no such customer.
    NotFound(Answer),
    /// The payload breaks rules.
    Refused(Refused),
    /// Too many requests.
    RateLimited(Answer),
    /// The bearer token is missing, or not accepted.
    Unauthorized(Answer),
    /// The server failed.
    Server(Answer),
    /// Anything else: another status, or a body that is not the API's.
    Unexpected(Answer),
}

impl ApiError {
    /// The numbers of the response.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self {
            Self::Refused(refused) => refused.answer(),
            Self::NotFound(answer)
            | Self::RateLimited(answer)
            | Self::Unauthorized(answer)
            | Self::Server(answer)
            | Self::Unexpected(answer) => *answer,
        }
    }

    /// The HTTP status.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.answer().status()
    }
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotFound(answer) => write!(f, "there is no such customer ({answer})"),
            Self::Refused(refused) => refused.fmt(f),
            Self::RateLimited(answer) => write!(f, "too many requests ({answer})"),
            Self::Unauthorized(answer) => write!(f, "the token is not accepted ({answer})"),
            Self::Server(answer) => write!(f, "the server failed ({answer})"),
            Self::Unexpected(answer) => write!(
                f,
                "an unexpected response of {} bytes ({answer})",
                answer.length
            ),
        }
    }
}

impl core::error::Error for ApiError {}
