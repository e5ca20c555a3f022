//! Reading responses: [`parse_customer_info`], [`parse_change`], [`parse_search`] and
//! [`parse_check`].
//!
//! Members may be missing or of another type: they are `None` then, and nothing
//! fails. A success that is no JSON object is [`ApiError::Unexpected`].

use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{IgnoredAny, SeqAccess};
use serde::{Deserialize, Deserializer};
use serde_json::Value;
use serde_json::value::RawValue;

use super::CustomerNumber;
use super::codes::RESPONSE_CODES;
use crate::api::response::{Answer, ApiError, Envelope, Member, Outcome, ResponseCode};
use crate::api::stored::{Seed, Stored, read_body, stored};
use crate::format::Text;

stored! {
    /// A customer as the API has it. Texts are kept as they are, and not judged;
    /// `Debug` shows none.
    pub struct CustomerInfo {
        /// The customer's number.
        customer_number: CustomerNumber = "customerNumber",
        /// The customer's name.
        name: StoredName = "name",
        /// The customer's phone numbers.
        phone_numbers: Vec<StoredPhone> = "phoneNumbers",
        /// The customer's e-mail addresses.
        emails: Vec<Text<'static>> = "emails",
        /// Where invoices go by e-mail.
        invoice_email_address: Text<'static> = "invoiceEmailAddress",
        /// The ids of the users that are connected to the customer.
        attached_users: AttachedUsers = "attachedUsers",
    }
}

stored! {
    /// A name as the API has it.
    pub struct StoredName {
        /// First name.
        first_name: Text<'static> = "firstName",
        /// Middle name.
        middle_name: Text<'static> = "middleName",
        /// Last name.
        last_name: Text<'static> = "lastName",
        /// Name of the company.
        company_name: Text<'static> = "companyName",
        /// Name of the department.
        department_name: Text<'static> = "departmentName",
    }
}

stored! {
    /// A phone number as the API has it.
    pub struct StoredPhone {
        /// The number.
        phone_number: Text<'static> = "phoneNumber",
        /// What kind of number it is.
        phone_number_type: Text<'static> = "phoneNumberType",
    }
}

impl Stored for CustomerNumber {
    fn from_number(number: u64) -> Option<Self> {
        Self::new(number)
    }

    fn to_value(&self) -> Value {
        Value::from(self.get())
    }
}

/// The users connected to a customer, as JSON.
///
/// The page calls them an array of objects, prints an object, and folds away what
/// is in it. So either is accepted, and kept as the text that came.
///
/// ```
/// use customer_rules::connect::{ApiError, parse_customer_info};
///
/// let customer = parse_customer_info(200, br#"{"attachedUsers": [{"id": 17}]}"#)?;
/// let users = customer.attached_users().unwrap();
/// assert_eq!(users.as_json(), r#"[{"id": 17}]"#);
/// let users: Vec<serde_json::Value> = serde_json::from_str(users.as_json()).unwrap();
/// assert_eq!(users[0]["id"], 17);
/// # Ok::<(), ApiError>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct AttachedUsers(Box<str>);

impl AttachedUsers {
    /// The list or the object, as it came.
    #[must_use]
    pub fn as_json(&self) -> &str {
        &self.0
    }
}

impl Stored for AttachedUsers {
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Self>, D::Error> {
        let json = Box::<RawValue>::deserialize(deserializer)?;
        let is_container = json.get().starts_with(['[', '{']);
        Ok(is_container.then(|| Self(json.into())))
    }

    fn to_value(&self) -> Value {
        serde_json::from_str(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for AttachedUsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AttachedUsers(***)")
    }
}

/// The answer to a change: whether it was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Changed {
    success: Option<bool>,
}

impl Changed {
    /// What the API says of its success, if it does.
    #[must_use]
    pub fn success(self) -> Option<bool> {
        self.success
    }
}

/// How many customers the API gives for a search at most.
pub const MAX_CUSTOMERS: usize = 5;

/// Reads the response to "List customer info", of the user or of the client.
///
/// # Errors
///
/// [`ApiError`], by the HTTP status.
///
/// ```
/// use customer_rules::connect::{ApiError, parse_customer_info};
///
/// let body = br#"{"customerNumber": 563457, "emails": [], "invoiceEmailAddress": "ola.nordmann@hotmail.no",
///     "attachedUsers": {}}"#;
/// let customer = parse_customer_info(200, body)?;
/// assert_eq!(customer.customer_number().unwrap().get(), 563_457);
/// assert!(matches!(parse_customer_info(404, b""), Err(ApiError::NotFound(_))));
/// # Ok::<(), ApiError>(())
/// ```
pub fn parse_customer_info(status: u16, body: &[u8]) -> Result<CustomerInfo, ApiError> {
    succeed(status, body, ResponseCode::read)?;
    read_body(body, Seed(PhantomData))
        .flatten()
        .ok_or_else(|| ApiError::Unexpected(answer(status, body)))
}

/// Reads the response to "Change customer info".
///
/// # Errors
///
/// [`ApiError`], by the HTTP status.
///
/// ```
/// use customer_rules::connect::{ApiError, parse_change};
///
/// assert_eq!(parse_change(200, br#"{"success": true}"#)?.success(), Some(true));
/// # Ok::<(), ApiError>(())
/// ```
pub fn parse_change(status: u16, body: &[u8]) -> Result<Changed, ApiError> {
    let success = read_member(status, body, ResponseCode::change, "success")?;
    Ok(Changed { success })
}

/// Reads the response to "Search customer": at most [`MAX_CUSTOMERS`] customers.
///
/// # Errors
///
/// [`ApiError`], by the HTTP status; [`ApiError::TooManyCustomers`] if the body has
/// more of them.
///
/// ```
/// use customer_rules::connect::{ApiError, parse_search};
///
/// assert_eq!(parse_search(200, br#"{"customers": [{"customerNumber": 563457}]}"#)?.len(), 1);
/// let six = br#"{"customers": [{}, {}, {}, {}, {}, {}]}"#;
/// assert!(matches!(parse_search(200, six), Err(ApiError::TooManyCustomers(_))));
/// # Ok::<(), ApiError>(())
/// ```
pub fn parse_search(status: u16, body: &[u8]) -> Result<Vec<CustomerInfo>, ApiError> {
    match read_member(status, body, ResponseCode::read, "customers")? {
        Some(FirstCustomers { count, .. }) if count > MAX_CUSTOMERS => {
            Err(ApiError::TooManyCustomers(answer(status, body)))
        }
        Some(FirstCustomers { customers, .. }) => Ok(customers),
        None => Err(ApiError::Unexpected(answer(status, body))),
    }
}

/// Reads the response to "Check customer number": the customers of the credentials.
///
/// # Errors
///
/// [`ApiError`], by the HTTP status.
pub fn parse_check(status: u16, body: &[u8]) -> Result<Vec<CustomerInfo>, ApiError> {
    let customers = read_member(status, body, ResponseCode::read, "customers")?;
    customers.ok_or_else(|| ApiError::Unexpected(answer(status, body)))
}

/// The customers of a search, as many as the API gives at most.
struct FirstCustomers {
    customers: Vec<CustomerInfo>,
    /// How many the response has.
    count: usize,
}

impl Stored for FirstCustomers {
    fn from_list<'de, A: SeqAccess<'de>>(mut list: A) -> Result<Option<Self>, A::Error> {
        let mut customers = Vec::new();
        let mut count: usize = 0;
        while count < MAX_CUSTOMERS {
            let Some(customer) = list.next_element_seed(Seed(PhantomData))? else {
                return Ok(Some(Self { customers, count }));
            };
            customers.extend(customer);
            count = count.saturating_add(1);
        }
        while list.next_element::<IgnoredAny>()?.is_some() {
            count = count.saturating_add(1);
        }
        Ok(Some(Self { customers, count }))
    }

    fn to_value(&self) -> Value {
        self.customers.to_value()
    }
}

/// The member of an object that a success has as its body: `None` if it has none of that
/// type.
fn read_member<T: Stored>(
    status: u16,
    body: &[u8],
    of: fn(&ResponseCode) -> Outcome,
    key: &'static str,
) -> Result<Option<T>, ApiError> {
    succeed(status, body, of)?;
    match Envelope::read(body, key, Member::new()) {
        Some(envelope) => Ok(envelope.content.value),
        None => Err(ApiError::Unexpected(answer(status, body))),
    }
}

/// Goes on if the status is that of a success.
fn succeed(status: u16, body: &[u8], of: fn(&ResponseCode) -> Outcome) -> Result<(), ApiError> {
    match ResponseCode::outcome(RESPONSE_CODES, status, of) {
        Outcome::Success => Ok(()),
        outcome => Err(ApiError::of(outcome, answer(status, body))),
    }
}

fn answer(status: u16, body: &[u8]) -> Answer {
    Answer {
        status,
        envelope_status: None,
        length: body.len(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_customer_is_given_back_as_it_was_read() {
        let customer = json!({
            "customerNumber": 563_457,
            "name": {"firstName": "Ola", "companyName": "Nordmann AS"},
            "phoneNumbers": [{"phoneNumber": "+4712345678"}, {}],
            "emails": ["ola.nordmann@hotmail.no"],
            "attachedUsers": [{"id": 1}],
        });
        let body = serde_json::to_vec(&customer).unwrap();
        let read = parse_customer_info(200, &body).map(|info| info.to_value());
        assert_eq!(read, Ok(customer));
    }
}
