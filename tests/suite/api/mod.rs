//! The two APIs.

mod connect;
mod front_payment;
#[cfg(feature = "http")]
mod server;
