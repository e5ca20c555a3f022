//! The Connect customer API: the tables of its requests, and their payloads.
//!
//! | request | rules | payload |
//! |---|---|---|
//! | change customer info | [`CHANGE_CUSTOMER_INFO`] | [`ChangeCustomerInfo`] |
//! | search customer | [`SEARCH_CUSTOMERS`] | [`SearchCustomers`] |
//! | check customer number | [`CHECK_CREDENTIALS`] | [`CheckCredentials`] |
//!
//! The API documents no body for what it refuses. So the sentences of violations
//! are ours, in the style of Front Payment's, and there is no envelope.

mod credentials;
mod customer_info;
mod decisions;
mod search;

pub use credentials::{CHECK_CREDENTIALS, CheckCredentials};
pub use customer_info::{CHANGE_CUSTOMER_INFO, ChangeCustomerInfo, Name, Phone};
pub use decisions::DECISIONS;
pub use search::{SEARCH_CUSTOMERS, SearchCustomers};
