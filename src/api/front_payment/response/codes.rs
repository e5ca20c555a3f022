//! What each status of the API means: [`RESPONSE_CODES`].

use core::fmt;

/// A status that the API answers with, and what becomes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ResponseCode {
    status: u16,
    meaning: &'static str,
    customer: Outcome,
    update: Outcome,
}

impl ResponseCode {
    /// The status.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// What it means, in a sentence.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.meaning
    }

    /// What `parse_customer` gives.
    #[must_use]
    pub const fn customer(&self) -> Outcome {
        self.customer
    }

    /// What `parse_update` gives.
    #[must_use]
    pub const fn update(&self) -> Outcome {
        self.update
    }
}

/// What a response is parsed into. Displays as the type's name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Outcome {
    /// The customer, who was asked for.
    Customer,
    /// The update was made.
    Updated,
    /// There is no such customer.
    NotFound,
    /// The payload breaks rules.
    Refused,
    /// The token is missing, or not accepted.
    Unauthorized,
    /// Too many requests.
    RateLimited,
    /// The server failed.
    Server,
    /// Not a status that the API is known to answer this request with.
    Unexpected,
}

impl Outcome {
    /// Whether it says something of the customer, which only the API's own
    /// envelope can: an error page of a proxy has a status too.
    #[cfg(feature = "json")]
    pub(super) const fn needs_envelope(self) -> bool {
        match self {
            Self::Customer | Self::Updated | Self::NotFound | Self::Refused => true,
            Self::Unauthorized | Self::RateLimited | Self::Server | Self::Unexpected => false,
        }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Customer => "CustomerDetails",
            Self::Updated => "Updated",
            Self::NotFound => "ApiError::NotFound",
            Self::Refused => "ApiError::Refused",
            Self::Unauthorized => "ApiError::Unauthorized",
            Self::RateLimited => "ApiError::RateLimited",
            Self::Server => "ApiError::Server",
            Self::Unexpected => "ApiError::Unexpected",
        })
    }
}

/// A status that means the same to every request.
const fn same(status: u16, outcome: Outcome, meaning: &'static str) -> ResponseCode {
    code(status, outcome, outcome, meaning)
}

const fn code(
    status: u16,
    customer: Outcome,
    update: Outcome,
    meaning: &'static str,
) -> ResponseCode {
    ResponseCode {
        status,
        meaning,
        customer,
        update,
    }
}

/// Every status that the API is known to answer with, in order. Any other is
/// [`Outcome::Unexpected`].
///
/// ```
/// use customer_rules::front_payment::{Outcome, RESPONSE_CODES};
///
/// let refused = RESPONSE_CODES.iter().find(|code| code.status() == 417).unwrap();
/// assert_eq!(refused.update(), Outcome::Refused);
/// ```
pub static RESPONSE_CODES: &[ResponseCode] = &[
    code(
        200,
        Outcome::Customer,
        Outcome::Updated,
        "The request was carried out.",
    ),
    code(
        202,
        Outcome::Unexpected,
        Outcome::Updated,
        "The customer was updated.",
    ),
    same(
        401,
        Outcome::Unauthorized,
        "The bearer token is missing, or not accepted.",
    ),
    same(404, Outcome::NotFound, "There is no such customer."),
    code(
        417,
        Outcome::Unexpected,
        Outcome::Refused,
        "The payload breaks rules; the body has a list of sentences.",
    ),
    code(
        422,
        Outcome::Unexpected,
        Outcome::Refused,
        "The same as Laravel says it itself: the sentences stand under their fields.",
    ),
    same(
        429,
        Outcome::RateLimited,
        "Too many requests; try again later.",
    ),
    same(
        500,
        Outcome::Server,
        "Something that the server needs failed.",
    ),
    same(510, Outcome::Server, "Something failed on the server."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_stand_in_order_and_once() {
        assert!(RESPONSE_CODES.is_sorted_by(|left, right| left.status() < right.status()));
        for code in RESPONSE_CODES {
            assert!(code.meaning().ends_with('.'), "{}", code.status());
        }
    }
}
