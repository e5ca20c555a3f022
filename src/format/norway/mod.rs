//! Numbers of Norway: of persons, of organisations, and for value added tax.

mod national_identity_number;
mod organization_number;
mod vat_number;

pub use national_identity_number::NationalIdentityNumber;
pub use organization_number::OrganizationNumber;
pub use vat_number::VatNumber;
