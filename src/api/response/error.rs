//! Why a request came to nothing: [`ApiError`].

use core::fmt;

use super::answer::Answer;
use super::codes::Outcome;
use super::refused::Refused;

/// Why a request came to nothing.
///
/// Both APIs have the same; each has a table of the statuses that mean which of these.
/// Safe to log: neither `Debug` nor `Display` shows anything of the body but the
/// paths of a refused payload.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ApiError {
    /// The API does not accept the request, and says no more.
    BadRequest(Answer),
    /// The token is missing or not accepted.
    Unauthorized(Answer),
    /// The API does not carry out the request; for Connect, one reason is a search that
    /// finds more than five customers.
    Forbidden(Answer),
    /// There is no such customer.
    NotFound(Answer),
    /// The payload breaks rules.
    Refused(Refused),
    /// The response has more customers than the API gives for a search.
    TooManyCustomers(Answer),
    /// Too many requests.
    RateLimited(Answer),
    /// The server failed.
    Server(Answer),
    /// Anything else: another status, or a body that is not the API's.
    Unexpected(Answer),
}

impl ApiError {
    /// The error of an outcome that is not a success and keeps nothing but numbers.
    pub(in crate::api) fn of(outcome: Outcome, answer: Answer) -> Self {
        match outcome {
            Outcome::BadRequest => Self::BadRequest(answer),
            Outcome::Unauthorized => Self::Unauthorized(answer),
            Outcome::Forbidden => Self::Forbidden(answer),
            Outcome::NotFound => Self::NotFound(answer),
            Outcome::RateLimited => Self::RateLimited(answer),
            Outcome::Server => Self::Server(answer),
            Outcome::Success | Outcome::Refused | Outcome::Unexpected => Self::Unexpected(answer),
        }
    }

    /// The numbers of the response.
    #[must_use]
    pub fn answer(&self) -> Answer {
        match self {
            Self::Refused(refused) => refused.answer(),
            Self::BadRequest(answer)
            | Self::Unauthorized(answer)
            | Self::Forbidden(answer)
            | Self::NotFound(answer)
            | Self::TooManyCustomers(answer)
            | Self::RateLimited(answer)
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
        let what = match self {
            Self::Refused(refused) => return refused.fmt(f),
            Self::Unexpected(answer) => {
                let length = answer.length();
                return write!(f, "an unexpected response of {length} bytes ({answer})");
            }
            Self::BadRequest(_) => "the API does not accept the request",
            Self::Unauthorized(_) => "the token is not accepted",
            Self::Forbidden(_) => "the request is forbidden",
            Self::NotFound(_) => "there is no such customer",
            Self::TooManyCustomers(_) => "the response has too many customers",
            Self::RateLimited(_) => "too many requests",
            Self::Server(_) => "the server failed",
        };
        write!(f, "{what} ({})", self.answer())
    }
}

impl core::error::Error for ApiError {}
