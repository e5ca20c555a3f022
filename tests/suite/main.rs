//! The library as its users see it: against recorded verdicts, against its own
//! promises, and by hand.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod bad_input;
mod checks;
mod compose;
mod conformance;
mod connect;
#[cfg(feature = "http")]
mod connect_requests;
mod connect_responses;
mod deserializers;
mod documents;
mod example;
mod faults;
mod format_example;
mod format_numbers;
#[cfg(feature = "phone")]
mod format_phone;
mod format_postal_codes;
mod house;
mod misuse;
mod properties;
mod public_types;
mod refusals;
mod response_properties;
mod responses;
mod rulebook;
mod schema;
mod shown;
mod tables;
mod verdicts;
