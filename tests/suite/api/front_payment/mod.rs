//! Front Payment's customer API.

mod properties;
mod refusals;
mod responses;
