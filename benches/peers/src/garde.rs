//! `serde_json` into a struct that owns its texts, then garde.

use garde::Validate;
use serde::Deserialize;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Customer {
    #[garde(length(min = 1))]
    name: String,
    #[garde(email)]
    email: String,
    #[garde(length(min = 1))]
    country_code: String,
    #[garde(length(min = 1))]
    msisdn: String,
    #[garde(pattern(r"^(en|no|sv|da|de)$"))]
    preferred_language: String,
    #[garde(pattern(r"^[0-9]{11}$"))]
    personal_number: Option<String>,
    #[garde(dive)]
    addresses: Addresses,
}

#[derive(Deserialize, Validate)]
struct Addresses {
    #[garde(dive)]
    billing: Billing,
    #[garde(dive)]
    shipping: Option<Shipping>,
}

#[derive(Deserialize, Validate)]
struct Billing {
    #[garde(length(min = 1))]
    street: String,
    #[garde(length(min = 1))]
    zip: String,
    #[garde(length(min = 1))]
    city: String,
    #[garde(custom(assigned))]
    country: String,
}

#[derive(Deserialize, Validate)]
#[garde(allow_unvalidated)]
#[expect(dead_code, reason = "filled because the others are")]
struct Shipping {
    street: Option<String>,
    zip: Option<String>,
    city: Option<String>,
    #[garde(inner(custom(assigned)))]
    country: Option<String>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "garde's signature")]
fn assigned(code: &str, (): &()) -> garde::Result {
    if crate::is_country(code) {
        Ok(())
    } else {
        Err(garde::Error::new("not a country"))
    }
}

/// Reads and checks; all errors but those of types.
///
/// # Errors
///
/// Those of `serde_json`, or else of the rules.
pub fn check(body: &[u8]) -> Result<impl Sized + use<>, Box<dyn std::error::Error>> {
    let customer: Customer = serde_json::from_slice(body)?;
    customer.validate()?;
    Ok(customer)
}
