//! Numbers of Finland: of persons and of businesses.

mod business_id;
mod personal_identity_code;

pub use business_id::BusinessId;
pub use personal_identity_code::PersonalIdentityCode;
