//! The two APIs: their tables, payloads, requests and responses.

pub mod connect;
pub mod front_payment;
#[cfg(feature = "http")]
mod request;
mod response;
#[cfg(feature = "json")]
mod stored;
