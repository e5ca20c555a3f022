//! Reading responses: [`parse_customer_info`], [`parse_change`], [`parse_search`] and
//! [`parse_check`].
//!
//! Members may be missing or of another type: they are `None` then, and nothing
//! fails. A success that is no JSON object is [`ApiError::Unexpected`].

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde_json::{Map, Value};

use super::CustomerNumber;
use crate::api::stored::{Stored, stored};
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
    fn read(value: &Value) -> Option<Self> {
        Self::new(value.as_u64()?)
    }

    fn value(&self) -> Value {
        Value::from(self.get())
    }
}

/// The users connected to a customer.
///
/// The page calls them an array of objects, prints an object, and folds away what
/// is in it. So either is taken, and what stands for a user is kept as it came.
#[derive(Clone, PartialEq, Eq)]
pub struct AttachedUsers(Value);

impl AttachedUsers {
    /// What stands for each user: the elements of the list, or the values of the
    /// object.
    pub fn iter(&self) -> impl Iterator<Item = &Value> {
        let list = self.0.as_array().into_iter().flatten();
        list.chain(self.0.as_object().into_iter().flat_map(Map::values))
    }
}

impl Stored for AttachedUsers {
    fn read(value: &Value) -> Option<Self> {
        let is_container = value.is_array() || value.is_object();
        is_container.then(|| Self(value.clone()))
    }

    fn value(&self) -> Value {
        self.0.clone()
    }
}

impl fmt::Debug for AttachedUsers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "AttachedUsers({})", self.iter().count())
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

/// What is kept of a response that came to nothing: numbers, and nothing of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    status: u16,
    length: usize,
}

impl Answer {
    /// The HTTP status.
    #[must_use]
    pub fn status(self) -> u16 {
        self.status
    }

    /// The length of the body in bytes.
    #[must_use]
    pub fn length(self) -> usize {
        self.length
    }
}

/// Writes the errors: variant, status, sentence.
macro_rules! errors {
    ($($(#[$doc:meta])* $name:ident = $statuses:pat => $what:literal,)+) => {
        /// What a request failed with. Safe to log: nothing of the body is in it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        #[non_exhaustive]
        pub enum ApiError {
            $($(#[$doc])* $name(Answer),)+
            /// A search found more than five customers, which the API does not give.
            TooManyCustomers(Answer),
            /// Anything else: another status, or a body that is not the API's.
            Unexpected(Answer),
        }

        impl ApiError {
            fn of(answer: Answer) -> Self {
                match answer.status {
                    $($statuses => Self::$name(answer),)+
                    _ => Self::Unexpected(answer),
                }
            }

            /// The numbers of the response.
            #[must_use]
            pub fn answer(&self) -> Answer {
                match self {
                    $(Self::$name(answer) |)+ Self::TooManyCustomers(answer) | Self::Unexpected(answer) => *answer,
                }
            }

            fn what(&self) -> &'static str {
                match self {
                    $(Self::$name(_) => $what,)+
                    Self::TooManyCustomers(_) => "more than five customers",
                    Self::Unexpected(_) => "an unexpected response",
                }
            }
        }
    };
}

errors! {
    /// The API does not take the request; it documents no more than that.
    BadRequest = 400 => "a bad request",
    /// The token is missing, or not accepted.
    Unauthorized = 401 => "the token is not accepted",
    /// The API does not answer; a search that finds more than five customers is one
    /// of its reasons.
    Forbidden = 403 => "the request is forbidden",
    /// There is no such customer.
    NotFound = 404 => "there is no such customer",
    /// Too many requests.
    RateLimited = 429 => "too many requests",
    /// The server failed.
    Server = 500 => "the server failed",
}

impl fmt::Display for ApiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Answer { status, length } = self.answer();
        write!(f, "{} (status {status}, {length} bytes)", self.what())
    }
}

impl core::error::Error for ApiError {}

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
    let (answer, object) = read(status, body)?;
    CustomerInfo::read(&Value::Object(object)).ok_or(ApiError::Unexpected(answer))
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
    let (_, object) = read(status, body)?;
    let success = object.get("success").and_then(Value::as_bool);
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
    let (answer, object) = read(status, body)?;
    let count = object
        .get("customers")
        .and_then(Value::as_array)
        .map_or(0, Vec::len);
    if count > MAX_CUSTOMERS {
        return Err(ApiError::TooManyCustomers(answer));
    }
    customers(answer, object)
}

/// Reads the response to "Check customer number": the customers of the credentials.
///
/// # Errors
///
/// [`ApiError`], by the HTTP status.
pub fn parse_check(status: u16, body: &[u8]) -> Result<Vec<CustomerInfo>, ApiError> {
    let (answer, object) = read(status, body)?;
    customers(answer, object)
}

/// The list of a search or a check, without which it is neither.
fn customers(
    answer: Answer,
    mut object: Map<String, Value>,
) -> Result<Vec<CustomerInfo>, ApiError> {
    let customers = object.remove("customers");
    customers
        .and_then(|customers| Stored::read(&customers))
        .ok_or(ApiError::Unexpected(answer))
}

/// The object that a success has as its body.
fn read(status: u16, body: &[u8]) -> Result<(Answer, Map<String, Value>), ApiError> {
    let answer = Answer {
        status,
        length: body.len(),
    };
    match (status, serde_json::from_slice(body)) {
        (200, Ok(Value::Object(object))) => Ok((answer, object)),
        _ => Err(ApiError::of(answer)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_read_is_given_back() {
        let customer = json!({
            "customerNumber": 563_457,
            "name": {"firstName": "Ola", "companyName": "Nordmann AS"},
            "phoneNumbers": [{"phoneNumber": "+4712345678"}, {}],
            "emails": ["ola.nordmann@hotmail.no"],
            "attachedUsers": [{"id": 1}],
        });
        let read = CustomerInfo::read(&customer).map(|info| info.value());
        assert_eq!(read, Some(customer));
    }
}
