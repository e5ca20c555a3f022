//! Checks customer data before it is sent to Front Payment's or Connect's customer API.
//!
//! A form backend has the JSON body of an update of a customer. This crate tells it what the
//! API would answer: which fields are wrong, and why, in the API's own words and for all fields
//! at once. If all rules hold, it returns a typed payload that is ready to send.
//!
//! ```
//! use customer_rules::{Rejection, front_payment::PrivateCustomer};
//!
//! let body = br#"{"name": "Kari Nordmann", "email": "kari@", "countryCode": "+47",
//!     "msisdn": "46567468", "preferredLanguage": "en", "personalNumber": "925710482",
//!     "addresses": {"billing":
//!     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;
//!
//! match PrivateCustomer::from_json(body) {
//!     Ok(customer) => println!("send {}", serde_json::to_string(&customer)?),
//!     Err(Rejection::Violations(violations)) => assert_eq!(
//!         serde_json::to_value(&violations)?,
//!         serde_json::json!({
//!             "email": ["The email must be a valid email address."],
//!             "personalNumber": ["The personal number format is invalid."],
//!         }),
//!     ),
//!     Err(Rejection::Syntax(error)) => println!("not JSON: {error}"),
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # How it works
//!
//! Each payload has one table, a [`RuleSet`]: its rows are [`Field`]s with their [`Rule`]s, in
//! the order of the API's own page. Checks, typed payloads, messages and `rules.md` all come
//! from the table.
//!
//! ```text
//! any Deserializer ──► slots ──► RuleSet::check ──► Violations          what is wrong, and where
//! (JSON, Value, form)  (one per                └──► Checked ──► payload  typed, normalised
//!                       row, borrowed)
//! ```
//!
//! A value of the wrong type is judged like any other; it is not an error. Strings are trimmed,
//! blank strings become null, and unknown members are skipped. A [`Checked`] document satisfies
//! all rules.
//!
//! Violations serialise as a map from field to messages. Each violation also has a [`Path`], a
//! [`Code`] and [`Params`](rule::Params), for forms that word the messages themselves.
//!
//! [`front_payment`] and [`connect`] also have the requests and responses around the check, as
//! functions without I/O. The [`guide`] shows how to write tables of your own.
//!
//! # Words
//!
//! | word | means |
//! |---|---|
//! | payload | the JSON body of one request |
//! | field, row | one line of a table: a key, its rules, its members |
//! | rule | one check: [`Rule`] |
//! | format | the syntax of one kind of value, a type with `parse`: [`format`](mod@format) |
//! | rule set | a table: [`RuleSet`] |
//! | violation | one rule that failed at one path: [`Violation`]. An error, by contrast, means that nothing could be judged |
//! | code | the stable machine name of a violation: [`Code`] |
//! | wire message | the API's own English sentence: [`message::WireMessage`] |
//! | decision | what we do where the API's sources disagree or are silent: [`table::Decision`] |
//! | rejection | what a check returns on failure, a syntax error or violations: [`Rejection`] |
//!
//! # Features
//!
//! | feature | default | |
//! |---|---|---|
//! | `json` | on | reads JSON text and `serde_json::Value` |
//! | `garde` | on | validation by garde, and so by the frameworks that use it |
//! | `pattern` | on | [`Rule`]s with regular expressions: `Rule::Pattern` |
//! | `http` | off | makes the requests, in the types of the `http` crate; needs `json` |
//! | `schemars` | off | payloads implement `schemars::JsonSchema`, for OpenAPI; needs `json` |
//! | `phone` | off | phone numbers that can exist: `format::ValidPhoneNumber` |
//!
//! The examples of this documentation import `Rule::*` for brevity. In their scope `String`
//! means the rule [`Rule::String`].
#![no_std]
#![cfg_attr(
    not(test),
    deny(
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::panic,
        clippy::indexing_slicing,
        clippy::string_slice,
        clippy::arithmetic_side_effects
    )
)]

extern crate alloc;
#[cfg(test)]
extern crate std;

mod api;
pub mod check;
pub mod format;
pub mod input;
pub mod payload;
mod readers;
pub mod rule;
pub mod table;
pub mod violation;

#[doc = include_str!("../GUIDE.md")]
///
/// [`field`]: crate::field()
/// [`format`]: mod@crate::format
/// [`members`]: crate::Field::members
/// [`each`]: crate::Field::each
/// [`each_element`]: crate::Field::each_element
/// [`extend!`]: crate::extend!
/// [`payload!`]: crate::payload!
/// [`Required`]: crate::Rule::Required
/// [`Nullable`]: crate::Rule::Nullable
/// [`Check`]: crate::Check
/// [`CrossCheck`]: crate::CrossCheck
/// [`RequiredOneOf`]: crate::CrossRule::RequiredOneOf
/// [`RuleSet::at`]: crate::RuleSet::at
/// [`Violations::in_language`]: crate::Violations::in_language
/// [`Label`]: crate::Label
/// [`each_label`]: crate::Field::each_label
/// [`choice_labels`]: crate::Field::choice_labels
/// [`Wording`]: crate::message::Wording
pub mod guide {}

pub use api::{connect, front_payment};
pub use check::{Checked, Rejection};
pub use input::SyntaxError;
pub use payload::{Payload, Unvalidated};
#[cfg(feature = "garde")]
pub use readers::garde;
#[cfg(feature = "json")]
pub use readers::schema;
/// What `payload!` needs. Not public API; it may change in any release.
#[cfg(feature = "schemars")]
#[doc(hidden)]
pub use readers::schemars as schemars_support;
pub use readers::{problem, rulebook};
#[cfg(feature = "pattern")]
pub use rule::Pattern;
pub use rule::{Check, Code, CrossCheck, CrossRule, Rule, Value};
pub use table::{Field, Label, RuleSet, element, field};
pub use violation::{Path, Violation, Violations, message};

/// Every rule set of this crate; [`RuleSet::name`] tells them apart.
pub static RULE_SETS: &[&RuleSet] = &[
    &front_payment::PRIVATE_CUSTOMER,
    &front_payment::CORPORATE_CUSTOMER,
    &connect::CHANGE_CUSTOMER_INFO,
    &connect::SEARCH_CUSTOMERS,
    &connect::CHECK_CREDENTIALS,
];

#[cfg(all(doctest, feature = "json"))]
#[doc = include_str!("../README.md")]
struct ReadmeDoctests;
