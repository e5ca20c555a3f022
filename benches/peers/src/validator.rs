//! `serde_json` into a struct that owns its texts, then validator.

use std::sync::LazyLock;

use regex::Regex;
use serde::Deserialize;
use validator::{Validate, ValidationError};

static LANGUAGE: LazyLock<Regex> = LazyLock::new(|| regex(r"^(en|no|sv|da|de)$"));
static PERSONAL_NUMBER: LazyLock<Regex> = LazyLock::new(|| regex(r"^[0-9]{11}$"));

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern compiles")
}

#[derive(Deserialize, Validate)]
#[serde(rename_all = "camelCase")]
struct Customer {
    #[validate(length(min = 1))]
    name: String,
    #[validate(email)]
    email: String,
    #[validate(length(min = 1))]
    country_code: String,
    #[validate(length(min = 1))]
    msisdn: String,
    #[validate(regex(path = *LANGUAGE))]
    preferred_language: String,
    #[validate(regex(path = *PERSONAL_NUMBER))]
    personal_number: Option<String>,
    #[validate(nested)]
    addresses: Addresses,
}

#[derive(Deserialize, Validate)]
struct Addresses {
    #[validate(nested)]
    billing: Billing,
    #[validate(nested)]
    shipping: Option<Shipping>,
}

#[derive(Deserialize, Validate)]
struct Billing {
    #[validate(length(min = 1))]
    street: String,
    #[validate(length(min = 1))]
    zip: String,
    #[validate(length(min = 1))]
    city: String,
    #[validate(custom(function = assigned))]
    country: String,
}

#[derive(Deserialize, Validate)]
#[expect(dead_code, reason = "filled because the others are")]
struct Shipping {
    street: Option<String>,
    zip: Option<String>,
    city: Option<String>,
    #[validate(custom(function = assigned))]
    country: Option<String>,
}

fn assigned(code: &str) -> Result<(), ValidationError> {
    if crate::is_country(code) {
        Ok(())
    } else {
        Err(ValidationError::new("country"))
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
