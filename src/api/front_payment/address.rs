//! What both kinds of customer have: who they are, and where they live.

use isocountry::CountryCode;

use super::labels;
use crate::Rule::{Array, Country, Email, Nullable, OneOf, Required, String};
use crate::format::{Language, Text};
use crate::table::Source::{Decision, Page, Revision};
use crate::{Field, field, members};

pub(super) const NAME: Field = field("name", &[Required, String])
    .about("The customer's full name.")
    .label(&labels::NAME)
    .sources(&[Page, Revision]);

pub(super) const EMAIL: Field = field("email", &[Required, Email])
    .about("The customer's e-mail address.")
    .label(&labels::EMAIL)
    .sources(&[Page, Revision]);

pub(super) const COUNTRY_CODE: Field = field("countryCode", &[Required, String])
    .about("The calling code of the phone number, such as +47; any text is accepted.")
    .label(&labels::CALLING_CODE)
    .sources(&[Page, Revision]);

pub(super) const MSISDN: Field = field("msisdn", &[Required, String])
    .about("The phone number without its calling code; any text is accepted.")
    .label(&labels::PHONE_NUMBER)
    .sources(&[Page, Decision(3)]);

pub(super) const PREFERRED_LANGUAGE: Field = field(
    "preferredLanguage",
    &[Required, String, OneOf(Language::CODES)],
)
.about("The language to write to the customer in.")
.label(&labels::PREFERRED_LANGUAGE)
.choice_labels(labels::LANGUAGES)
.sources(&[Page, Revision]);

pub(super) const ADDRESSES: Field = field("addresses", &[Required, Array])
    .about("Where to send bills and goods.")
    .label(&labels::ADDRESSES)
    .sources(&[Page, Revision])
    .members(&[
        field("billing", &[])
            .about("Where bills go; its rows are required, so it is too.")
            .label(&labels::BILLING)
            .sources(&[Page])
            .members(BILLING),
        field("shipping", &[])
            .about("Where goods go; may be left out.")
            .label(&labels::SHIPPING)
            .sources(&[Page])
            .members(SHIPPING),
    ]);

const BILLING: &[Field] = &[
    field("street", &[Required, String])
        .about("Street and house number of the billing address.")
        .label(&labels::STREET)
        .sources(&[Page, Revision]),
    field("zip", &[Required, String])
        .about("Postal code of the billing address; any text is accepted.")
        .label(&labels::POSTAL_CODE)
        .sources(&[Page, Revision]),
    field("city", &[Required, String])
        .about("Town of the billing address.")
        .label(&labels::TOWN)
        .sources(&[Page, Revision]),
    field("country", &[Required, String, Country])
        .about("Country of the billing address, as two capital letters.")
        .label(&labels::COUNTRY)
        .sources(&[Page, Revision, Decision(4)]),
];

const SHIPPING: &[Field] = &[
    field("street", &[Nullable, String])
        .about("Street and house number of the shipping address.")
        .label(&labels::SHIPPING_STREET)
        .sources(&[Page, Revision]),
    field("zip", &[Nullable, String])
        .about("Postal code of the shipping address; any text is accepted.")
        .label(&labels::SHIPPING_ZIP)
        .sources(&[Page, Revision]),
    field("city", &[Nullable, String])
        .about("Town of the shipping address.")
        .label(&labels::SHIPPING_CITY)
        .sources(&[Page, Revision]),
    field("country", &[Nullable, String, Country])
        .about("Country of the shipping address, as two capital letters.")
        .label(&labels::SHIPPING_COUNTRY)
        .sources(&[Page, Revision, Decision(4)]),
];

members! {
    /// Where a customer's bills and goods go.
    pub struct Addresses<'a> {
        /// Where bills go.
        billing: Required Address<'a> = "billing",
        /// Where goods go.
        shipping: Optional ShippingAddress<'a> = "shipping",
    }
}

members! {
    /// A billing address, which is complete.
    pub struct Address<'a> {
        /// Street and house number.
        street: Required Text<'a> = "street",
        /// Postal code.
        zip: Required Text<'a> = "zip",
        /// Town.
        city: Required Text<'a> = "city",
        /// Country.
        country: Required CountryCode = "country",
    }
}

members! {
    /// A shipping address, of which any part may be missing.
    pub struct ShippingAddress<'a> {
        /// Street and house number.
        street: Optional Text<'a> = "street",
        /// Postal code.
        zip: Optional Text<'a> = "zip",
        /// Town.
        city: Optional Text<'a> = "city",
        /// Country.
        country: Optional CountryCode = "country",
    }
}
