//! What Connect's statuses mean: [`RESPONSE_CODES`].

use crate::api::response::Outcome::{
    BadRequest, Forbidden, NotFound, RateLimited, Server, Success, Unauthorized,
};
use crate::api::response::ResponseCode;

/// Every status that the API is known to answer with, in order. Any other is
/// [`Outcome::Unexpected`](super::Outcome::Unexpected).
///
/// ```
/// use customer_rules::connect::{Outcome, RESPONSE_CODES};
///
/// let forbidden = RESPONSE_CODES.iter().find(|code| code.status() == 403).unwrap();
/// assert_eq!(forbidden.read(), Outcome::Forbidden);
/// ```
pub static RESPONSE_CODES: &[ResponseCode] = &[
    ResponseCode::new(200, Success, "The request was carried out."),
    ResponseCode::new(
        400,
        BadRequest,
        "The API does not accept the request, and says no more.",
    ),
    ResponseCode::new(401, Unauthorized, "The token is missing or not accepted."),
    ResponseCode::new(
        403,
        Forbidden,
        "The API does not carry out the request; one reason is a search that finds more than five customers.",
    ),
    ResponseCode::new(404, NotFound, "There is no such customer."),
    ResponseCode::new(429, RateLimited, "Too many requests; try again later."),
    ResponseCode::new(500, Server, "The server failed."),
];
