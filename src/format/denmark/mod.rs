//! Numbers of Denmark: of persons and of businesses.

mod cpr_number;
mod cvr_number;

pub use cpr_number::CprNumber;
pub use cvr_number::CvrNumber;
