//! What a backend answers its own client when the API's answer is an error.

use super::response::ApiError;
use crate::problem::Problem;

impl ApiError {
    /// The problem to answer with: a refused payload comes back as its violations, in any
    /// language; the API's sentences that are no rule's stay out, since they may quote a
    /// value.
    ///
    /// ```
    /// use customer_rules::format::Language::Norwegian;
    /// use customer_rules::front_payment::{PRIVATE_CUSTOMER, parse_update};
    ///
    /// let body = br#"{"status_code": 417, "errors": ["The email must be a valid email address."]}"#;
    /// let error = parse_update(&PRIVATE_CUSTOMER, 417, body).unwrap_err();
    /// let problem = serde_json::json!(error.problem().in_language(Norwegian));
    /// assert_eq!(problem["status"], 422);
    /// assert_eq!(
    ///     problem["errors"][0]["detail"],
    ///     "Skriv inn e-postadressen slik: navn@example.com.",
    /// );
    ///
    /// let error = customer_rules::connect::parse_customer_info(404, b"").unwrap_err();
    /// assert_eq!(error.problem().status(), 404);
    /// assert_eq!(error.problem().detail().to_string(), "There is no such customer.");
    /// ```
    #[must_use]
    pub fn problem(&self) -> Problem<'_> {
        match self {
            Self::Refused(refused) => refused.violations().problem(),
            Self::NotFound(_) => Problem::unknown_customer(),
            Self::RateLimited(_) => Problem::try_later(),
            // The client can do nothing about these.
            Self::BadRequest(_)
            | Self::Unauthorized(_)
            | Self::Forbidden(_)
            | Self::TooManyCustomers(_)
            | Self::Server(_)
            | Self::Unexpected(_) => Problem::unavailable(),
        }
    }
}
