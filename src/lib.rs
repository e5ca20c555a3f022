//! Checks customer data before it is sent.
//!
//! A form backend has the JSON body of an update of a customer, and wants to know
//! what the API would answer: which fields are wrong, why, and in the API's own
//! words. This crate says so without asking the API, for all fields at once; and
//! when all is well it returns a typed payload that is ready to send.
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
//!     Err(Rejection::Syntax(error)) => println!("no JSON: {error}"),
//! }
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! # How it works
//!
//! There is one table per payload, a [`RuleSet`] of [`Field`]s with their
//! [`Rule`]s, which reads like the API's own page, row for row. Everything else is
//! read off it, `rules.md` too.
//!
//! ```text
//! any Deserializer ──► slots ──► RuleSet::check ──► Violations          what is wrong, and where
//! (JSON, Value, form)  (one per                └──► Checked ──► payload  typed, normalised
//!                       row, borrowed)
//! ```
//!
//! A wrong type is a value to judge and no error; strings are trimmed, blank ones are
//! null, and unknown members are skipped. [`Checked`] is the proof that all rules hold.
//!
//! Violations serialise as a map from field to messages; each has a [`Path`], a
//! [`Code`] and [`Params`](rule::Params) for forms that have words of their own.
//!
//! Around the check stand the requests and responses of the APIs, as pure functions:
//! [`front_payment`], [`connect`]. Tables of your own, made from these: the [`guide`].
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
//! | violation | one rule that failed at one path: [`Violation`]. Not an error, which stops us from judging |
//! | code | the stable machine name of a violation: [`Code`] |
//! | wire message | the API's own English sentence: [`message::WireMessage`] |
//! | rejection | what a check returns on failure, a syntax error or violations: [`Rejection`] |
//!
//! Features: `json` and `garde`, both on by default, and `http`.
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
pub mod guide {}

pub use api::{connect, front_payment};
pub use check::{Checked, Rejection};
pub use input::SyntaxError;
pub use payload::{Payload, Unvalidated};
#[cfg(feature = "garde")]
pub use readers::garde;
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
