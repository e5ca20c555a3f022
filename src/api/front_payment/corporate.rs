//! "Update Corporate Customer".

use super::address::{ADDRESSES, Addresses, COUNTRY_CODE, EMAIL, MSISDN, NAME, PREFERRED_LANGUAGE};
use super::{DECISIONS, labels};
use crate::Rule::{Array, Digits, Email as EmailRule, Nullable, String};
use crate::format::{Email, Language, OrganizationId, Text};
use crate::payload::Collection;
use crate::table::Source::{Decision, Example, Page, Revision};
use crate::{Field, RuleSet, field, members, payload};

/// The rules of "Update Corporate Customer".
///
/// ```
/// use customer_rules::front_payment::CORPORATE_CUSTOMER;
///
/// let body = br#"{"name": "Nordmann AS", "email": "post@example.com", "countryCode": "+47",
///     "msisdn": "46567468", "preferredLanguage": "no", "organizationId": 192933933,
///     "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}},
///     "additionalContact": [{"name": "Ola", "email": "ola"}]}"#;
/// let refused = CORPORATE_CUSTOMER.check_json(body).unwrap_err();
///
/// assert_eq!(refused.to_string(), "The additionalContact.0.email must be a valid email address.");
/// ```
pub static CORPORATE_CUSTOMER: RuleSet = RuleSet::new(&[
    NAME,
    EMAIL,
    COUNTRY_CODE,
    MSISDN,
    PREFERRED_LANGUAGE,
    field("organizationId", &[Nullable, Digits(OrganizationId::COUNT)])
        .about("The company's registration number, as digits without a blank; a number is accepted as its digits.")
.label(&labels::ORGANIZATION_ID)
        .sources(&[Page, Example, Decision(2), Decision(3)])
        .numbers_as_text(),
    ADDRESSES,
    field("additionalContact", &[Nullable, Array])
        .about("Further people to talk to, as a list or by keys.")
.label(&labels::CONTACTS)
.each_label(&labels::CONTACT)
        .sources(&[Example, Revision])
        .each(CONTACT),
])
.decided_by(DECISIONS)
.named("front-payment/corporate")
.about("Front Payment: Update Corporate Customer");

const CONTACT: &[Field] = &[
    field("name", &[Nullable, String])
        .about("The contact's name.")
        .label(&labels::NAME)
        .sources(&[Page, Revision]),
    field("designation", &[Nullable, String])
        .about("The contact's position in the company.")
        .label(&labels::DESIGNATION)
        .sources(&[Page, Revision]),
    field("countryCode", &[Nullable, String])
        .about("The calling code of the contact's phone number.")
        .label(&labels::CALLING_CODE)
        .sources(&[Page, Revision]),
    field("msisdn", &[Nullable, String])
        .about("The contact's phone number without its calling code.")
        .label(&labels::PHONE_NUMBER)
        .sources(&[Page, Revision]),
    field("email", &[Nullable, EmailRule])
        .about("The contact's e-mail address.")
        .label(&labels::EMAIL)
        .sources(&[Page, Revision]),
    field("note", &[Nullable, String])
        .about("Notes about the contact.")
        .label(&labels::NOTE)
        .sources(&[Page, Revision]),
];

payload! {
    /// The checked payload of "Update Corporate Customer", ready to send.
    ///
    /// ```
    /// use customer_rules::front_payment::CorporateCustomer;
    ///
    /// let body = br#"{"name": "Nordmann AS", "email": "post@example.com", "countryCode": "+47",
    ///     "msisdn": "46567468", "preferredLanguage": "no", "organizationId": 192933933,
    ///     "addresses": {"billing":
    ///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;
    /// let customer = CorporateCustomer::from_json(body)?;
    ///
    /// assert_eq!(customer.organization_id().unwrap().as_str(), "192933933");
    /// assert!(serde_json::to_string(&customer).unwrap().contains(r#""organizationId":"192933933""#));
    /// # Ok::<(), customer_rules::Rejection>(())
    /// ```
    pub struct CorporateCustomer<'a> of CORPORATE_CUSTOMER {
        /// Full name.
        name: Required Text<'a> = "name",
        /// E-mail address.
        email: Required Email<'a> = "email",
        /// Calling code of the phone number, such as `+47`.
        country_code: Required Text<'a> = "countryCode",
        /// Phone number without its calling code.
        msisdn: Required Text<'a> = "msisdn",
        /// Language to write in.
        preferred_language: Required Language = "preferredLanguage",
        /// Registration number.
        organization_id: Optional OrganizationId<'a> = "organizationId",
        /// Where bills and goods go.
        addresses: Required Addresses<'a> = "addresses",
        /// Further people to talk to.
        additional_contact: Optional Collection<'a, Contact<'a>> = "additionalContact",
    }
}

members! {
    /// A further person to talk to, of whom any part may be missing.
    pub struct Contact<'a> {
        /// Name.
        name: Optional Text<'a> = "name",
        /// Position in the company.
        designation: Optional Text<'a> = "designation",
        /// Calling code of the phone number.
        country_code: Optional Text<'a> = "countryCode",
        /// Phone number without its calling code.
        msisdn: Optional Text<'a> = "msisdn",
        /// E-mail address.
        email: Optional Email<'a> = "email",
        /// Notes.
        note: Optional Text<'a> = "note",
    }
}
