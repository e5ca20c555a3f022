//! From the status and body of a response to what it says.

mod codes;
#[cfg(feature = "json")]
mod error;
#[cfg(feature = "json")]
mod parse;
#[cfg(feature = "json")]
mod refused;

pub use codes::{Outcome, RESPONSE_CODES, ResponseCode};
#[cfg(feature = "json")]
pub use error::{Answer, ApiError};
#[cfg(feature = "json")]
pub use parse::{Updated, parse_customer, parse_update};
#[cfg(feature = "json")]
pub use refused::{Refused, Unplaced};
