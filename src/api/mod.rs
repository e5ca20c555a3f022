//! The two APIs: their tables, payloads, requests and responses.

pub mod connect;
pub mod front_payment;
mod labels;
#[cfg(feature = "json")]
mod problem;
#[cfg(feature = "http")]
mod request;
mod response;
#[cfg(feature = "json")]
mod stored;
