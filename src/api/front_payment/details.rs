//! A customer as the API has it: [`CustomerDetails`], and the form to fill with it.

use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value};

use super::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use crate::RuleSet;
use crate::api::stored::{Stored, stored, words};
use crate::format::Text;

stored! {
    /// A customer as the API has it.
    ///
    /// Texts are kept as they are, and not judged: the API may have stored them
    /// before it had its rules. What the API has not, or has not as text, is
    /// `None`; a whole number stands for its digits. `Debug` shows no value.
    ///
    /// [`parse_customer`](super::parse_customer) reads it.
    pub struct CustomerDetails {
        /// The customer's identifier, which the paths of the requests need:
        /// [`CustomerUuid`](super::CustomerUuid) parses it.
        uuid: Text<'static> = "uuid",
        /// Which kind of customer.
        customer_type: CustomerType = "type",
        /// Full name.
        name: Text<'static> = "name",
        /// Calling code of the phone number, such as `+47`.
        country_code: Text<'static> = "countryCode",
        /// Phone number without its calling code.
        msisdn: Text<'static> = "msisdn",
        /// Registration number; nullable.
        organization_id: Text<'static> = "organizationId",
        /// National identity number; nullable.
        personal_number: Text<'static> = "personalNumber",
        /// E-mail address.
        email: Text<'static> = "email",
        /// Language to write in; nullable.
        preferred_language: Text<'static> = "preferredLanguage",
        /// Whether the customer is active.
        status: CustomerStatus = "status",
        /// Where bills and goods go.
        addresses: StoredAddresses = "addresses",
    }
}

stored! {
    /// Where a customer's bills and goods go, as the API has it.
    pub struct StoredAddresses {
        /// Where bills go.
        billing: StoredAddress = "billing",
        /// Where goods go.
        shipping: StoredAddress = "shipping",
    }
}

stored! {
    /// An address as the API has it.
    pub struct StoredAddress {
        /// The address's identifier.
        uuid: Text<'static> = "uuid",
        /// Street and house number.
        street: Text<'static> = "street",
        /// Postal code.
        zip: Text<'static> = "zip",
        /// Town.
        city: Text<'static> = "city",
        /// Country: an ISO 3166-1 alpha-2 code.
        country: Text<'static> = "country",
    }
}

impl CustomerDetails {
    /// The JSON document to fill the form of an update with: of the rows of
    /// `rules`, those that the API has a value for.
    ///
    /// Checked at once, it says what is missing or was never right. What the API
    /// has as null is left out, so that sending the document back clears
    /// nothing. The API does not tell a company's `additionalContact`.
    ///
    /// ```
    /// use customer_rules::front_payment::{ApiError, CustomerType, parse_customer};
    ///
    /// let customer = parse_customer(200, br#"{"data": {"uuid": "CSRT1511414842", "type": "Private",
    ///     "name": "Kari Nordmann", "countryCode": "+47", "msisdn": "46567468",
    ///     "email": "kari@example.com", "preferredLanguage": null, "addresses": {"billing":
    ///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}}"#)?;
    /// let rules = customer.customer_type().and_then(CustomerType::rules).unwrap();
    /// let form = customer.form(rules);
    ///
    /// assert_eq!(form["addresses"]["billing"]["zip"], "4313");
    /// let refused = rules.check_value(&form).unwrap_err();
    /// assert_eq!(refused.to_string(), "The preferred language field is required.");
    /// # Ok::<(), ApiError>(())
    /// ```
    #[must_use]
    pub fn form(&self, rules: &RuleSet) -> Value {
        let stored = self.to_value();
        let mut form = Value::Object(Map::new());
        for row in rules.rows() {
            let is_object = !row.field().get_members().is_empty();
            let keys: Vec<_> = row.keys().collect();
            match keys.iter().try_fold(&stored, |value, key| value.get(*key)) {
                Some(Value::Object(_)) if is_object => put(&mut form, &keys, Map::new().into()),
                Some(value) => put(&mut form, &keys, value.clone()),
                None => {}
            }
        }
        form
    }
}

/// Puts a value where the keys lead, if there is an object around it.
fn put(form: &mut Value, keys: &[&str], value: Value) {
    let Some((own, above)) = keys.split_last() else {
        return;
    };
    let object = above.iter().try_fold(form, |form, key| form.get_mut(*key));
    if let Some(object) = object.and_then(Value::as_object_mut) {
        object.insert(String::from(*own), value);
    }
}

words! {
    /// Which kind of customer.
    pub enum CustomerType {
        /// A person.
        Private = "Private",
        /// A company.
        Corporate = "Corporate",
    }
}

words! {
    /// Whether a customer is active.
    pub enum CustomerStatus {
        /// The customer is active.
        Active = "Active",
    }
}

impl CustomerType {
    /// The rules that an update of such a customer has to satisfy, if they are known.
    #[must_use]
    pub fn rules(&self) -> Option<&'static RuleSet> {
        match self {
            Self::Private => Some(&PRIVATE_CUSTOMER),
            Self::Corporate => Some(&CORPORATE_CUSTOMER),
            Self::Other(_) => None,
        }
    }
}
