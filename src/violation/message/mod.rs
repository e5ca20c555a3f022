//! What is said about a violation.
//!
//! A message is a template filled with the path and the params; it never
//! contains the value. One file per way of speaking: [`WireMessage`] is the API's.

mod wire;

pub use wire::WireMessage;
