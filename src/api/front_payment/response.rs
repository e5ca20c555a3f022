//! Reading responses: [`parse_customer`] and [`parse_update`].

use super::codes::RESPONSE_CODES;
use super::details::CustomerDetails;
use crate::RuleSet;
use crate::api::response::{Answer, ApiError, Envelope, Member, Outcome, Placing, ResponseCode};

/// The customer was updated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Updated {
    answer: Answer,
}

impl Updated {
    /// The numbers of the response.
    #[must_use]
    pub fn answer(&self) -> Answer {
        self.answer
    }
}

/// Reads the response to "Get Customer Details By Uuid": HTTP status and body.
///
/// Any body will do. Members that are missing, or of a type that is not theirs,
/// are `None` in what comes out.
///
/// # Errors
///
/// [`ApiError`], as [`RESPONSE_CODES`] says of the status. The HTTP status
/// decides, unless it is a success and the body's `status_code` is not
/// (decision 7). A status that says something of the customer, 200 or 404, needs
/// a JSON object as body, and 200 the customer in it: it is
/// [`ApiError::Unexpected`] otherwise (decision 8).
///
/// ```
/// use customer_rules::front_payment::{ApiError, envelope, parse_customer};
///
/// let body = br#"{"status_code": 200, "status_message": "OK", "is_data": true, "data":
///     {"uuid": "CSRT1511414842", "type": "Private", "name": "Kari Nordmann", "personalNumber": null}}"#;
/// let customer = parse_customer(200, body)?;
/// assert_eq!(customer.name().unwrap(), "Kari Nordmann");
/// assert_eq!(customer.personal_number(), None);
///
/// let body = serde_json::to_vec(&envelope::not_found()).unwrap();
/// assert!(matches!(parse_customer(404, &body), Err(ApiError::NotFound(_))));
/// # Ok::<(), ApiError>(())
/// ```
pub fn parse_customer(status: u16, body: &[u8]) -> Result<CustomerDetails, ApiError> {
    let envelope = Envelope::read(body, "data", Member::new());
    let answer = answer(status, envelope.as_ref(), body);
    match outcome(answer, envelope.is_some(), ResponseCode::read) {
        Outcome::Success => envelope
            .and_then(|envelope| envelope.content.value)
            .ok_or(ApiError::Unexpected(answer)),
        outcome => Err(ApiError::of(outcome, answer)),
    }
}

/// Reads the response to an update: HTTP status and body. A refusal is put back
/// on the fields of the payload's rule set.
///
/// Any body will do. The sentences may be a flat list, as the API has them, or
/// stand under their fields, as Laravel itself has them. They may be in the words of
/// Laravel 9, which the API is written in, or in those of later releases: "The name field
/// must be a string."
///
/// # Errors
///
/// [`ApiError`], as [`RESPONSE_CODES`] says of the status. The HTTP status
/// decides, unless it is a success and the body's `status_code` is not
/// (decision 7). A status that says something of the customer, 200, 202, 404,
/// 417 or 422, needs a JSON object as body: it is [`ApiError::Unexpected`]
/// otherwise (decision 8).
///
/// ```
/// use customer_rules::front_payment::{ApiError, PRIVATE_CUSTOMER, parse_update};
///
/// let body = br#"{"status_code": 417, "status_message": "Client Error",
///     "message": "payloadValidationErrors", "is_error": true, "errors":
///     ["The preferred language field is required.", "The customer is on hold."]}"#;
/// let Err(ApiError::Refused(refused)) = parse_update(&PRIVATE_CUSTOMER, 417, body) else {
///     unreachable!()
/// };
///
/// assert_eq!(
///     serde_json::to_string(refused.violations()).unwrap(),
///     r#"{"preferredLanguage":["The preferred language field is required."]}"#,
/// );
/// assert_eq!(refused.unplaced()[0].sentence(), "The customer is on hold.");
/// ```
pub fn parse_update(rules: &RuleSet, status: u16, body: &[u8]) -> Result<Updated, ApiError> {
    let envelope = Envelope::read(body, "errors", Placing::new(rules));
    let answer = answer(status, envelope.as_ref(), body);
    match outcome(answer, envelope.is_some(), ResponseCode::change) {
        Outcome::Success => Ok(Updated { answer }),
        Outcome::Refused => match envelope {
            Some(envelope) => Err(ApiError::Refused(envelope.content.finish(answer))),
            None => Err(ApiError::Unexpected(answer)),
        },
        outcome => Err(ApiError::of(outcome, answer)),
    }
}

fn answer<C>(status: u16, envelope: Option<&Envelope<C>>, body: &[u8]) -> Answer {
    Answer {
        status,
        envelope_status: envelope.and_then(|envelope| envelope.status),
        length: body.len(),
    }
}

/// What the table says of the status that decides. A status that says something of the
/// customer needs the API's envelope (decision 8).
fn outcome(answer: Answer, has_envelope: bool, of: fn(&ResponseCode) -> Outcome) -> Outcome {
    match ResponseCode::outcome(RESPONSE_CODES, answer.deciding_status(), of) {
        Outcome::Success | Outcome::NotFound | Outcome::Refused if !has_envelope => {
            Outcome::Unexpected
        }
        outcome => outcome,
    }
}
