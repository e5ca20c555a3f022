//! Numbers of Sweden: of persons, registered there or not, and of organisations.

mod organization_number;
mod personal_identity_number;

pub use organization_number::OrganizationNumber;
pub use personal_identity_number::{CoordinationNumber, PersonalIdentityNumber};
