//! What Front Payment's statuses mean: [`RESPONSE_CODES`].

use crate::api::response::Outcome::{
    NotFound, RateLimited, Refused, Server, Success, Unauthorized,
};
use crate::api::response::ResponseCode;

/// Every status that the API is known to answer with, in order. Any other is
/// [`Outcome::Unexpected`](super::Outcome::Unexpected).
///
/// ```
/// use customer_rules::front_payment::{Outcome, RESPONSE_CODES};
///
/// let refused = RESPONSE_CODES.iter().find(|code| code.status() == 417).unwrap();
/// assert_eq!(refused.change(), Outcome::Refused);
/// ```
pub static RESPONSE_CODES: &[ResponseCode] = &[
    ResponseCode::new(200, Success, "The request was carried out."),
    ResponseCode::new(202, Success, "The customer was updated.").of_change(),
    ResponseCode::new(
        401,
        Unauthorized,
        "The bearer token is missing or not accepted.",
    ),
    ResponseCode::new(404, NotFound, "There is no such customer."),
    ResponseCode::new(
        417,
        Refused,
        "The payload breaks rules; the body has a list of sentences.",
    )
    .of_change(),
    ResponseCode::new(
        422,
        Refused,
        "Laravel's own form of 417: the sentences are listed by field.",
    )
    .of_change(),
    ResponseCode::new(429, RateLimited, "Too many requests; try again later."),
    ResponseCode::new(500, Server, "Something that the server needs failed."),
    ResponseCode::new(510, Server, "Something failed on the server."),
];
