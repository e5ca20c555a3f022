//! The Connect API.

#[cfg(feature = "http")]
mod requests;
mod responses;
mod tables;
