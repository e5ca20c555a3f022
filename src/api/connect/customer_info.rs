//! "Change customer info".

use super::{DECISIONS, labels};
use crate::Rule::{E164, Email as EmailRule, List, MaxChars, Nullable, Object, Required, String};
use crate::format::{Email, PhoneNumber, Text};
use crate::payload::Collection;
use crate::table::Fallback;
use crate::table::Source::{Decision, Page};
use crate::{Field, RuleSet, element, field, members, payload};

/// The rules of "Change customer info".
///
/// **A misspelt member wipes what it was to change**: `{"Name": …}` is an empty change,
/// and so is a body that was encoded twice. Check along
/// `CHANGE_CUSTOMER_INFO.denying_unknown()` to refuse both.
///
/// The request replaces everything that is stored of the customer: what is left
/// out is null. So all fields are sent, as null where the document has none.
///
/// ```
/// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
///
/// let checked = CHANGE_CUSTOMER_INFO.check_json(br#"{"emails": ["ola@example.com"]}"#).unwrap();
/// assert_eq!(
///     serde_json::to_value(&checked).unwrap(),
///     serde_json::json!({
///         "name": {"firstName": null, "middleName": null, "lastName": "-",
///                  "companyName": null, "departmentName": null},
///         "phoneNumbers": null,
///         "emails": ["ola@example.com"],
///         "invoiceEmailAddress": null,
///     }),
/// );
/// ```
pub static CHANGE_CUSTOMER_INFO: RuleSet = RuleSet::new(&[
    field("name", &[Nullable, Object])
        .about("The customer's name; a last or a company name is put in if there is neither.")
        .label(&labels::NAME)
        .sources(&[Page, Decision(3)])
        .members(NAME),
    field("phoneNumbers", &[Nullable, List])
        .about("The customer's phone numbers.")
        .label(&labels::PHONE_NUMBERS)
        .sources(&[Page])
        .each_element(
            &element(&[Nullable, Object])
                .about("One phone number.")
                .label(&labels::PHONE_NUMBER)
                .sources(&[Page])
                .members(PHONE),
        ),
    field("emails", &[Nullable, List])
        .about("The customer's e-mail addresses.")
        .label(&labels::EMAILS)
        .sources(&[Page])
        .each_element(
            &element(&[Required, String, EmailRule, MaxChars(255)])
                .about("One e-mail address.")
                .label(&labels::EMAIL)
                .sources(&[Page]),
        ),
    field(
        "invoiceEmailAddress",
        &[Nullable, String, EmailRule, MaxChars(60)],
    )
    .about("Where invoices go by e-mail.")
    .label(&labels::INVOICE_EMAIL)
    .sources(&[Page]),
])
.falling_back(&[Fallback::new(
    "name.lastName",
    "-",
    &["name.lastName", "name.companyName"],
)])
.sending_absent_as_null()
.decided_by(DECISIONS)
.named("connect/change-customer-info")
.about("Connect: Change customer info");

const NAME: &[Field] = &[
    field("firstName", &[Nullable, String, MaxChars(30)])
        .about("The customer's first name.")
        .label(&labels::FIRST_NAME)
        .sources(&[Decision(1)]),
    field("middleName", &[Nullable, String, MaxChars(30)])
        .about("The customer's middle name.")
        .label(&labels::MIDDLE_NAME)
        .sources(&[Decision(1)]),
    field("lastName", &[Nullable, String, MaxChars(30)])
        .about("The customer's last name.")
        .label(&labels::LAST_NAME)
        .sources(&[Page, Decision(1), Decision(3)]),
    field("companyName", &[Nullable, String, MaxChars(40)])
        .about("The company's name.")
        .label(&labels::COMPANY_NAME)
        .sources(&[Page, Decision(1), Decision(3)]),
    field("departmentName", &[Nullable, String, MaxChars(40)])
        .about("The department's name.")
        .label(&labels::DEPARTMENT_NAME)
        .sources(&[Decision(1)]),
];

const PHONE: &[Field] = &[
    field("phoneNumber", &[Nullable, String, E164, MaxChars(20)])
        .about("The number with its calling code.")
        .label(&labels::PHONE_NUMBER)
        .sources(&[Decision(1), Decision(4)]),
    field("phoneNumberType", &[Nullable, String])
        .about("What kind of number it is; any text is accepted.")
        .label(&labels::PHONE_NUMBER_TYPE)
        .sources(&[Decision(1)]),
];

payload! {
    /// The checked payload of "Change customer info", ready to send.
    ///
    /// **It replaces everything that is stored of the customer**: every field is
    /// sent, as null where the document has none.
    ///
    /// ```
    /// use customer_rules::connect::ChangeCustomerInfo;
    ///
    /// let change = ChangeCustomerInfo::from_json(br#"{"name": {"companyName": "Nordmann AS"}}"#)?;
    /// assert_eq!(change.name().unwrap().company_name().unwrap().as_str(), "Nordmann AS");
    /// assert!(change.emails().is_none());
    /// # Ok::<(), customer_rules::Rejection>(())
    /// ```
    pub struct ChangeCustomerInfo<'a> of CHANGE_CUSTOMER_INFO {
        /// The customer's name.
        name: Optional Name<'a> = "name",
        /// The customer's phone numbers.
        phone_numbers: Optional Collection<'a, Phone<'a>> = "phoneNumbers",
        /// The customer's e-mail addresses.
        emails: Optional Collection<'a, Email<'a>> = "emails",
        /// Where invoices go by e-mail.
        invoice_email_address: Optional Email<'a> = "invoiceEmailAddress",
    }
}

members! {
    /// The name of a person, a company, or both.
    pub struct Name<'a> {
        /// First name.
        first_name: Optional Text<'a> = "firstName",
        /// Middle name.
        middle_name: Optional Text<'a> = "middleName",
        /// Last name; `-` where the document has neither that nor a company name.
        last_name: Optional Text<'a> = "lastName",
        /// Name of the company.
        company_name: Optional Text<'a> = "companyName",
        /// Name of the department.
        department_name: Optional Text<'a> = "departmentName",
    }
}

members! {
    /// A phone number, and what kind it is.
    pub struct Phone<'a> {
        /// The number in E.164 form.
        phone_number: Optional PhoneNumber<'a> = "phoneNumber",
        /// What kind of number it is.
        phone_number_type: Optional Text<'a> = "phoneNumberType",
    }
}
