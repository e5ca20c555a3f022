//! What each HTTP status means: [`ResponseCode`], a row of each API's table.

use core::fmt;

/// What becomes of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The request was carried out: what it asked for is in the body.
    Success,
    /// The payload breaks rules.
    Refused,
    /// The API does not accept the request, and says no more.
    BadRequest,
    /// The token is missing or not accepted.
    Unauthorized,
    /// The API does not carry out the request.
    Forbidden,
    /// There is no such customer.
    NotFound,
    /// Too many requests.
    RateLimited,
    /// The server failed.
    Server,
    /// No request is known to get this status.
    Unexpected,
}

impl fmt::Display for Outcome {
    /// The name of the variant: `ApiError` has the same, but for `Success`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

/// A status that an API answers with, and what it means: for a request that reads, and
/// for one that changes a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseCode {
    status: u16,
    meaning: &'static str,
    read: Outcome,
    change: Outcome,
}

impl ResponseCode {
    /// A status that means the same for every request.
    pub(in crate::api) const fn new(status: u16, outcome: Outcome, meaning: &'static str) -> Self {
        Self {
            status,
            meaning,
            read: outcome,
            change: outcome,
        }
    }

    /// The same, which only a request that changes a customer is known to get.
    pub(in crate::api) const fn of_change(self) -> Self {
        Self {
            read: Outcome::Unexpected,
            ..self
        }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// What it means, in a sentence.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// What becomes of the response to a request that reads.
    #[must_use]
    pub const fn read(&self) -> Outcome {
        self.read
    }

    /// What becomes of the response to a request that changes a customer.
    #[must_use]
    pub const fn change(&self) -> Outcome {
        self.change
    }

    /// The outcome of a status, by a table and what kind of request it was.
    #[cfg(feature = "json")]
    pub(in crate::api) fn outcome(
        codes: &[Self],
        status: u16,
        of: fn(&Self) -> Outcome,
    ) -> Outcome {
        let code = codes.iter().find(|code| code.status == status);
        code.map_or(Outcome::Unexpected, of)
    }
}

#[cfg(test)]
mod tests {
    use crate::api::{connect, front_payment};

    #[test]
    fn codes_are_in_order_and_unique() {
        for codes in [front_payment::RESPONSE_CODES, connect::RESPONSE_CODES] {
            assert!(codes.is_sorted_by(|left, right| left.status() < right.status()));
            for code in codes {
                assert!(code.meaning().ends_with('.'), "{}", code.status());
            }
        }
    }
}
