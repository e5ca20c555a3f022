//! "Search customer".

use super::{DECISIONS, labels};
use crate::Rule::{E164, Email as EmailRule, Integer, MaxChars, Nullable, String};
use crate::format::{Email, PhoneNumber, Text};
use crate::table::Source::{Decision, Example, Page};
use crate::{CrossRule, RuleSet, field, payload};

/// The rules of "Search customer".
///
/// A search is by phone number, by e-mail address, or by name and address.
///
/// ```
/// use customer_rules::connect::SEARCH_CUSTOMERS;
///
/// let refused = SEARCH_CUSTOMERS.check_json(br#"{"lastName": "Nordmann", "postalCode": 179}"#).unwrap_err();
/// let violations = refused.violations().unwrap();
/// let first = violations.iter().next().unwrap();
///
/// assert_eq!(violations.len(), 1);
/// assert_eq!(
///     serde_json::to_string(first).unwrap(),
///     r#"{"path":"streetAddress","code":"required_one_of","#.to_owned()
///         + r#""params":{"required_one_of":["phoneNumber","email"]},"#
///         + r#""message":"The street address field is required when none of phone number / email are present."}"#,
/// );
/// ```
pub static SEARCH_CUSTOMERS: RuleSet = RuleSet::new(&[
    field("productCode", &[Nullable, String, MaxChars(12)])
        .about("A product that the customer has.")
        .label(&labels::PRODUCT_CODE)
        .sources(&[Page]),
    field("companyName", &[Nullable, String, MaxChars(40)])
        .about("The company's name.")
        .label(&labels::COMPANY_NAME)
        .sources(&[Page]),
    field("departmentName", &[Nullable, String, MaxChars(40)])
        .about("The department's name.")
        .label(&labels::DEPARTMENT_NAME)
        .sources(&[Page]),
    field("firstName", &[Nullable, String, MaxChars(30)])
        .about("The customer's first name.")
        .label(&labels::FIRST_NAME)
        .sources(&[Page]),
    field("middleName", &[Nullable, String, MaxChars(30)])
        .about("The customer's middle name.")
        .label(&labels::MIDDLE_NAME)
        .sources(&[Page]),
    field("lastName", &[Nullable, String, MaxChars(30)])
        .about("The customer's last name.")
        .label(&labels::LAST_NAME)
        .sources(&[Page]),
    field("careOfAddress", &[Nullable, String, MaxChars(40)])
        .about("Who takes the customer's letters.")
        .label(&labels::CARE_OF_ADDRESS)
        .sources(&[Page, Example]),
    field("streetAddress", &[Nullable, String, MaxChars(40)])
        .about("The street's name.")
        .label(&labels::STREET_ADDRESS)
        .sources(&[Page]),
    field("streetNumber", &[Nullable, Integer])
        .about("The house number.")
        .label(&labels::STREET_NUMBER)
        .sources(&[Page, Decision(5)]),
    field("entrance", &[Nullable, String, MaxChars(12)])
        .about("Which entrance of the house.")
        .label(&labels::ENTRANCE)
        .sources(&[Page]),
    field("postalCode", &[Nullable, String, MaxChars(10)])
        .about("The postal code; a number is accepted as its digits.")
        .label(&labels::POSTAL_CODE)
        .sources(&[Page, Example, Decision(2)])
        .numbers_as_text(),
    field("postalPlace", &[Nullable, String, MaxChars(30)])
        .about("The town.")
        .label(&labels::TOWN)
        .sources(&[Page]),
    field("countryCode", &[Nullable, String, MaxChars(3)])
        .about("The country; any short text is accepted.")
        .label(&labels::COUNTRY_CODE)
        .sources(&[Page, Decision(6)]),
    field("phoneNumber", &[Nullable, String, E164, MaxChars(20)])
        .about("The phone number with its calling code.")
        .label(&labels::PHONE_NUMBER)
        .sources(&[Page, Decision(4)]),
    field("email", &[Nullable, String, EmailRule, MaxChars(255)])
        .about("The e-mail address.")
        .label(&labels::EMAIL)
        .sources(&[Page]),
])
.across(&[CrossRule::RequiredOneOf(&[
    &[&["phoneNumber"]],
    &[&["email"]],
    &[
        &["companyName", "lastName"],
        &["streetAddress"],
        &["postalCode", "postalPlace"],
    ],
])])
.decided_by(DECISIONS)
.named("connect/search")
.about("Connect: Search customer");

payload! {
    /// The checked payload of "Search customer", ready to send.
    ///
    /// ```
    /// use customer_rules::connect::SearchCustomers;
    ///
    /// let search = SearchCustomers::from_json(br#"{"email": "ola@example.com", "streetNumber": "6"}"#)?;
    /// assert_eq!(search.email().unwrap().as_str(), "ola@example.com");
    /// assert_eq!(search.street_number(), Some(&6));
    /// # Ok::<(), customer_rules::Rejection>(())
    /// ```
    pub struct SearchCustomers<'a> of SEARCH_CUSTOMERS {
        /// A product that the customer has.
        product_code: Optional Text<'a> = "productCode",
        /// Name of the company.
        company_name: Optional Text<'a> = "companyName",
        /// Name of the department.
        department_name: Optional Text<'a> = "departmentName",
        /// First name.
        first_name: Optional Text<'a> = "firstName",
        /// Middle name.
        middle_name: Optional Text<'a> = "middleName",
        /// Last name.
        last_name: Optional Text<'a> = "lastName",
        /// Who takes the customer's letters.
        care_of_address: Optional Text<'a> = "careOfAddress",
        /// Name of the street.
        street_address: Optional Text<'a> = "streetAddress",
        /// House number.
        street_number: Optional i64 = "streetNumber",
        /// Which entrance of the house.
        entrance: Optional Text<'a> = "entrance",
        /// Postal code.
        postal_code: Optional Text<'a> = "postalCode",
        /// Town.
        postal_place: Optional Text<'a> = "postalPlace",
        /// Country.
        country_code: Optional Text<'a> = "countryCode",
        /// Phone number in E.164 form.
        phone_number: Optional PhoneNumber<'a> = "phoneNumber",
        /// E-mail address.
        email: Optional Email<'a> = "email",
    }
}
