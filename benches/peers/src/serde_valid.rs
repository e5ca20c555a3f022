//! `serde_json` into a struct that owns its texts, then `serde_valid`.

use serde::Deserialize;
use serde_valid::Validate;
use serde_valid::validation::Error;

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Customer {
    #[validate(min_length = 1)]
    name: String,
    // It has no rule for addresses; this is HTML's, which garde and validator have.
    #[validate(
        pattern = r"^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*$"
    )]
    email: String,
    #[validate(min_length = 1)]
    country_code: String,
    #[validate(min_length = 1)]
    msisdn: String,
    #[validate(r#enum = ["en", "no", "sv", "da", "de"])]
    preferred_language: String,
    #[validate(pattern = r"^[0-9]{11}$")]
    personal_number: Option<String>,
    #[validate]
    addresses: Addresses,
}

#[derive(Deserialize, Validate)]
struct Addresses {
    #[validate]
    billing: Billing,
    #[validate]
    shipping: Option<Shipping>,
}

#[derive(Deserialize, Validate)]
struct Billing {
    #[validate(min_length = 1)]
    street: String,
    #[validate(min_length = 1)]
    zip: String,
    #[validate(min_length = 1)]
    city: String,
    #[validate(custom = |code: &String| assigned(code))]
    country: String,
}

#[derive(Deserialize, Validate)]
#[expect(dead_code, reason = "filled because the others are")]
struct Shipping {
    street: Option<String>,
    zip: Option<String>,
    city: Option<String>,
    #[validate(custom = |code: &Option<String>| code.as_deref().map_or(Ok(()), assigned))]
    country: Option<String>,
}

fn assigned(code: &str) -> Result<(), Error> {
    if crate::is_country(code) {
        Ok(())
    } else {
        Err(Error::Custom("not a country".to_owned()))
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
