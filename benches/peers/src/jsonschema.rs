//! `serde_json::Value`, then jsonschema with all its errors.

use isocountry::CountryCode;
use jsonschema::Validator;
use serde_json::{Value, json};

/// The compiled schema of a private payload.
#[derive(Debug)]
pub struct Schema(Validator);

impl Schema {
    /// Compiles the schema, which is not timed.
    ///
    /// # Panics
    ///
    /// If the schema is none.
    #[must_use]
    pub fn new() -> Self {
        let text = json!({"type": "string", "minLength": 1});
        let countries: Vec<_> = CountryCode::as_array_alpha2()
            .iter()
            .map(CountryCode::alpha2)
            .collect();
        let schema = json!({
            "type": "object",
            "required": ["name", "email", "countryCode", "msisdn", "preferredLanguage", "addresses"],
            "properties": {
                "name": text,
                "email": {"type": "string", "format": "email"},
                "countryCode": text,
                "msisdn": text,
                "preferredLanguage": {"enum": ["en", "no", "sv", "da", "de"]},
                "personalNumber": {"type": ["string", "null"], "pattern": "^[0-9]{11}$"},
                "addresses": {
                    "type": "object",
                    "required": ["billing"],
                    "properties": {
                        "billing": {
                            "type": "object",
                            "required": ["street", "zip", "city", "country"],
                            "properties": {
                                "street": text,
                                "zip": text,
                                "city": text,
                                "country": {"enum": countries},
                            },
                        },
                        "shipping": {
                            "type": ["object", "null"],
                            "properties": {
                                "street": {"type": ["string", "null"]},
                                "zip": {"type": ["string", "null"]},
                                "city": {"type": ["string", "null"]},
                                "country": {"anyOf": [{"type": "null"}, {"enum": countries}]},
                            },
                        },
                    },
                },
            },
        });
        let validator = jsonschema::options()
            .should_validate_formats(true)
            .build(&schema);
        Self(validator.expect("the schema is one"))
    }

    /// Reads and checks; all errors.
    ///
    /// # Errors
    ///
    /// That of `serde_json`, or else how many of the rules fail.
    pub fn check(&self, body: &[u8]) -> Result<Value, Refused> {
        let document = serde_json::from_slice(body).map_err(Refused::Syntax)?;
        match self.0.iter_errors(&document).count() {
            0 => Ok(document),
            count => Err(Refused::Rules(count)),
        }
    }
}

impl Default for Schema {
    fn default() -> Self {
        Self::new()
    }
}

/// Why a document is refused.
#[derive(Debug)]
pub enum Refused {
    /// It is no JSON.
    Syntax(serde_json::Error),
    /// It breaks so many rules.
    Rules(usize),
}
