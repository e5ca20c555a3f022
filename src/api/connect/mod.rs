//! The Connect customer API: the tables of its requests, and their payloads.
//!
//! | request | rules | payload |
//! |---|---|---|
//! | change customer info | [`CHANGE_CUSTOMER_INFO`] | [`ChangeCustomerInfo`] |
//! | search customer | [`SEARCH_CUSTOMERS`] | [`SearchCustomers`] |
//! | check customer number | [`CHECK_CREDENTIALS`] | [`CheckCredentials`] |
//!
//! Two more list customer info: `parse_customer_info` reads them, as it and its
//! neighbours read every response. The feature `http` makes the requests.
//!
//! The API documents no body for what it refuses. So the sentences of violations
//! are ours, in the style of Front Payment's, and there is no envelope.

mod codes;
mod credentials;
mod customer_info;
mod decisions;
mod labels;
mod number;
#[cfg(feature = "http")]
mod request;
#[cfg(feature = "json")]
mod response;
mod search;

#[cfg(feature = "json")]
pub use super::response::{Answer, ApiError};
pub use super::response::{Outcome, ResponseCode};
pub use codes::RESPONSE_CODES;
pub use credentials::{CHECK_CREDENTIALS, CheckCredentials};
pub use customer_info::{CHANGE_CUSTOMER_INFO, ChangeCustomerInfo, Name, Phone};
pub use decisions::DECISIONS;
pub use number::CustomerNumber;
#[cfg(feature = "http")]
pub use request::{
    ClientToken, Server, UserToken, change_customer_info, check_credentials, get_customer_info,
    get_customer_info_of, search_customers,
};
#[cfg(feature = "json")]
pub use response::{
    AttachedUsers, Changed, CustomerInfo, MAX_CUSTOMERS, StoredName, StoredPhone, parse_change,
    parse_check, parse_customer_info, parse_search,
};
pub use search::{SEARCH_CUSTOMERS, SearchCustomers};
