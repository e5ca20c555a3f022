//! The API's own bodies, the other way: from what it says to the response.
//!
//! With these a stand-in for the API is a few lines: check the payload, and
//! answer with [`updated`] or [`refused`].
//!
//! ```
//! use customer_rules::front_payment::envelope;
//! use customer_rules::{RuleSet, Rule::*, field};
//!
//! static CONTACT: RuleSet = RuleSet::new(&[field("email", &[Required, Email])]);
//!
//! let refused = CONTACT.check_json(br#"{"email": "kari@"}"#).unwrap_err();
//! let envelope = envelope::refused(refused.violations().unwrap());
//!
//! assert_eq!(envelope.status(), 417);
//! assert_eq!(
//!     serde_json::to_string(&envelope).unwrap(),
//!     r#"{"status_code":417,"status_message":"Client Error","message":"payloadValidationErrors","#
//!         .to_owned()
//!         + r#""is_error":true,"errors":["The email must be a valid email address."]}"#,
//! );
//! ```

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::{Violation, Violations};

/// A body of the API, with its status. Serialises to the letter, its members in
/// the API's order.
#[derive(Debug, Clone, Copy)]
pub struct Envelope<'a> {
    status: u16,
    status_message: &'static str,
    message: &'static str,
    content: Content<'a>,
}

/// What an envelope is around.
#[derive(Debug, Clone, Copy)]
enum Content<'a> {
    NoData,
    Violations(&'a Violations),
    /// What the API writes where it has no list of errors.
    NoErrors,
}

impl Envelope<'_> {
    /// The status, of the response and in the body.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }
}

/// The payload breaks rules: 417, with the sentences in order.
#[must_use]
pub fn refused(violations: &Violations) -> Envelope<'_> {
    Envelope {
        status: 417,
        status_message: "Client Error",
        message: "payloadValidationErrors",
        content: Content::Violations(violations),
    }
}

/// The customer was updated: 202.
#[must_use]
pub fn updated() -> Envelope<'static> {
    Envelope {
        status: 202,
        status_message: "OK",
        message: "customerUpdatedSuccessfully",
        content: Content::NoData,
    }
}

/// There is no such customer: 404.
#[must_use]
pub fn not_found() -> Envelope<'static> {
    Envelope {
        status: 404,
        status_message: "Not Found",
        message: "customerNotFound",
        content: Content::NoData,
    }
}

/// Something failed on the server: 510, as the pages of the updates have it.
#[must_use]
pub fn failed() -> Envelope<'static> {
    Envelope {
        status: 510,
        status_message: "Execution Exception Occurred",
        message: "somethingWentWrong",
        content: Content::NoErrors,
    }
}

impl Serialize for Envelope<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut members = serializer.serialize_struct("Envelope", 5)?;
        members.serialize_field("status_code", &self.status)?;
        members.serialize_field("status_message", self.status_message)?;
        members.serialize_field("message", self.message)?;
        match self.content {
            Content::NoData => {
                members.serialize_field("is_data", &false)?;
                members.serialize_field("data", &())?;
            }
            Content::Violations(violations) => {
                members.serialize_field("is_error", &true)?;
                members.serialize_field("errors", &Sentences(violations))?;
            }
            Content::NoErrors => {
                members.serialize_field("is_error", &true)?;
                members.serialize_field("errors", "Array")?;
            }
        }
        members.end()
    }
}

/// Serialises violations as a flat list of what the API says of them.
struct Sentences<'a>(&'a Violations);

impl Serialize for Sentences<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Violation::message))
    }
}
