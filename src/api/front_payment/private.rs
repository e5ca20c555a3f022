//! "Update Private Customer".

use super::address::{ADDRESSES, Addresses, COUNTRY_CODE, EMAIL, MSISDN, NAME, PREFERRED_LANGUAGE};
use super::{DECISIONS, labels};
use crate::Rule::{Digits, Nullable, String};
use crate::format::{Email, Language, PersonalNumber, Text};
use crate::table::Source::{Decision, Example, Page};
use crate::{RuleSet, field, payload};

/// The rules of "Update Private Customer".
///
/// ```
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let body = br#"{"name": "Kari Nordmann", "email": "kari@example.com", "countryCode": "+47",
///     "msisdn": "46567468", "preferredLanguage": "en", "personalNumber": 12345678901,
///     "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "Norway"}}}"#;
/// let refused = PRIVATE_CUSTOMER.check_json(body).unwrap_err();
/// let messages: Vec<String> = refused.violations().unwrap().iter().map(|v| v.message().to_string()).collect();
///
/// assert_eq!(messages, [
///     "The personal number must be a string.",
///     "The addresses.billing.country must be a valid ISO 3166-1 alpha-2 country code.",
/// ]);
/// ```
pub static PRIVATE_CUSTOMER: RuleSet = RuleSet::new(&[
    NAME,
    EMAIL,
    COUNTRY_CODE,
    MSISDN,
    PREFERRED_LANGUAGE,
    field(
        "personalNumber",
        &[Nullable, String, Digits(PersonalNumber::COUNT)],
    )
    .about("The customer's national identity number, as digits without a blank.")
    .label(&labels::PERSONAL_NUMBER)
    .sources(&[Page, Example, Decision(1)]),
    ADDRESSES,
])
.decided_by(DECISIONS)
.named("front-payment/private")
.about("Front Payment: Update Private Customer");

payload! {
    /// The checked payload of "Update Private Customer", ready to send.
    ///
    /// ```
    /// use customer_rules::{format::Language, front_payment::PrivateCustomer};
    ///
    /// let body = br#"{"name": " Kari Nordmann", "email": "kari@example.com", "countryCode": "+47",
    ///     "msisdn": "46567468", "preferredLanguage": "en", "personalNumber": "12345678901",
    ///     "addresses": {"billing":
    ///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;
    /// let customer = PrivateCustomer::from_json(body)?;
    ///
    /// assert_eq!(customer.name().as_str(), "Kari Nordmann");
    /// assert_eq!(*customer.preferred_language(), Language::English);
    /// assert_eq!(customer.addresses().billing().country().name(), "Norway");
    /// assert!(customer.addresses().shipping().is_none());
    /// # Ok::<(), customer_rules::Rejection>(())
    /// ```
    pub struct PrivateCustomer<'a> of PRIVATE_CUSTOMER {
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
        /// National identity number.
        personal_number: Optional PersonalNumber<'a> = "personalNumber",
        /// Where bills and goods go.
        addresses: Required Addresses<'a> = "addresses",
    }
}
