//! The two APIs.

mod connect;
mod front_payment;
