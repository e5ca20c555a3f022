//! Front Payment's customer API: the tables of its updates, their payloads, and
//! all that goes over the wire, without a client of its own.
//!
//! | call | rules | payload | request | response |
//! |---|---|---|---|---|
//! | get customer details | | | `get_customer` | `parse_customer` gives `CustomerDetails` |
//! | update private customer | [`PRIVATE_CUSTOMER`] | [`PrivateCustomer`] | `update_private` | `parse_update` gives `Updated` |
//! | update corporate customer | [`CORPORATE_CUSTOMER`] | [`CorporateCustomer`] | `update_corporate` | `parse_update` gives `Updated` |
//!
//! The rows are the API's page, in the order in which its server judges them.
//! Where its sources disagree or are silent, [`DECISIONS`] says what is done.
//!
//! Requests need the feature `http`, responses the feature `json`. A request has
//! its method, URL, token, body, and the headers that say that both sides speak
//! JSON; its `Debug` shows URL and body, as the `http` crate has it, but not the
//! token. What a response cannot be read into is an `ApiError`, along
//! [`RESPONSE_CODES`]; a refused payload is put back on its fields. [`envelope`]
//! has the API's own bodies, for a stand-in.

mod address;
mod codes;
mod corporate;
mod decisions;
#[cfg(feature = "json")]
mod details;
pub mod envelope;
mod labels;
mod private;
#[cfg(feature = "http")]
mod request;
#[cfg(feature = "json")]
mod response;
mod uuid;

#[cfg(feature = "json")]
pub use super::response::{Answer, ApiError, Refused, Unplaced};
pub use super::response::{Outcome, ResponseCode};
pub use address::{Address, Addresses, ShippingAddress};
pub use codes::RESPONSE_CODES;
pub use corporate::{CORPORATE_CUSTOMER, Contact, CorporateCustomer};
pub use decisions::DECISIONS;
#[cfg(feature = "json")]
pub use details::{CustomerDetails, CustomerStatus, CustomerType, StoredAddress, StoredAddresses};
pub use private::{PRIVATE_CUSTOMER, PrivateCustomer};
#[cfg(feature = "http")]
pub use request::{BearerToken, Server, get_customer, update_corporate, update_private};
#[cfg(feature = "json")]
pub use response::{Updated, parse_customer, parse_update};
pub use uuid::CustomerUuid;
