//! Reading responses: [`parse_customer`] and [`parse_update`].

use alloc::string::String;

use serde_json::{Map, Value};

use super::codes::{Outcome, RESPONSE_CODES, ResponseCode};
use super::error::{Answer, ApiError};
use super::refused::Refused;
use crate::RuleSet;
use crate::api::front_payment::details::CustomerDetails;

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
    let (answer, mut envelope) = read(status, body);
    match outcome(answer, envelope.as_ref(), ResponseCode::customer) {
        Outcome::Customer => envelope
            .as_mut()
            .and_then(|envelope| envelope.remove("data"))
            .and_then(|data| CustomerDetails::from_data(&data))
            .ok_or(ApiError::Unexpected(answer)),
        outcome => Err(failure(outcome, answer)),
    }
}

/// Reads the response to an update: HTTP status and body. A refusal is put back
/// on the fields of the payload's rule set.
///
/// Any body will do. The sentences may be a flat list, as the API has them, or
/// stand under their fields, as Laravel itself has them.
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
    let (answer, envelope) = read(status, body);
    match outcome(answer, envelope.as_ref(), ResponseCode::update) {
        Outcome::Updated => Ok(Updated { answer }),
        Outcome::Refused => {
            let errors = envelope
                .as_ref()
                .and_then(|envelope| envelope.get("errors"));
            Err(ApiError::Refused(Refused::read(rules, answer, errors)))
        }
        outcome => Err(failure(outcome, answer)),
    }
}

/// The numbers of a response, and its body if that is a JSON object.
fn read(status: u16, body: &[u8]) -> (Answer, Option<Map<String, Value>>) {
    let envelope = match serde_json::from_slice(body) {
        Ok(Value::Object(envelope)) => Some(envelope),
        _ => None,
    };
    let answer = Answer {
        status,
        envelope_status: envelope.as_ref().and_then(envelope_status),
        length: body.len(),
    };
    (answer, envelope)
}

/// A status is a status as text too.
fn envelope_status(envelope: &Map<String, Value>) -> Option<u16> {
    match envelope.get("status_code")? {
        Value::Number(number) => number.as_u64()?.try_into().ok(),
        Value::String(text) => text.parse().ok(),
        _ => None,
    }
}

/// What the table says of the status that decides.
fn outcome(
    answer: Answer,
    envelope: Option<&Map<String, Value>>,
    of: fn(&ResponseCode) -> Outcome,
) -> Outcome {
    let status = answer.deciding_status();
    let code = RESPONSE_CODES.iter().find(|code| code.status() == status);
    match code.map_or(Outcome::Unexpected, of) {
        outcome if outcome.needs_envelope() && envelope.is_none() => Outcome::Unexpected,
        outcome => outcome,
    }
}

/// The error of an outcome that is one and carries nothing but numbers.
fn failure(outcome: Outcome, answer: Answer) -> ApiError {
    match outcome {
        Outcome::NotFound => ApiError::NotFound(answer),
        Outcome::Unauthorized => ApiError::Unauthorized(answer),
        Outcome::RateLimited => ApiError::RateLimited(answer),
        Outcome::Server => ApiError::Server(answer),
        Outcome::Customer | Outcome::Updated | Outcome::Refused | Outcome::Unexpected => {
            ApiError::Unexpected(answer)
        }
    }
}
