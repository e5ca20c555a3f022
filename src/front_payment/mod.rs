//! Front Payment's customer API: the tables of its updates, and their payloads.
//!
//! | update | rules | payload |
//! |---|---|---|
//! | private customer | [`PRIVATE_CUSTOMER`] | [`PrivateCustomer`] |
//! | corporate customer | [`CORPORATE_CUSTOMER`] | [`CorporateCustomer`] |
//!
//! The rows are the API's page, in the order in which its server judges them.
//! Where its sources disagree or are silent, [`DECISIONS`] says what is done.

mod address;
mod corporate;
mod decisions;
mod private;

pub use address::{Address, Addresses, ShippingAddress};
pub use corporate::{CORPORATE_CUSTOMER, Contact, CorporateCustomer};
pub use decisions::DECISIONS;
pub use private::{PRIVATE_CUSTOMER, PrivateCustomer};
