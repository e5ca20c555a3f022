//! What the benchmarks have in common: the documents, and the crates that do
//! the same work in another way.

pub mod documents;
pub mod garde;
pub mod jsonschema;
pub mod plain;
pub mod serde_valid;
pub mod validator;

/// Whether a code is a country's, as the peers with a function of their own ask it.
fn is_country(code: &str) -> bool {
    isocountry::CountryCode::for_alpha2(code).is_ok()
}

#[cfg(test)]
mod tests {
    use customer_rules::front_payment::PRIVATE_CUSTOMER;
    use serde_json::{Value, json};

    use crate::documents::private;

    /// Whether a peer's rules accept a body.
    type Accepts = fn(&[u8]) -> bool;

    const PEERS: &[(&str, Accepts)] = &[
        ("customer-rules", |body| {
            PRIVATE_CUSTOMER.check_json(body).is_ok()
        }),
        ("garde", |body| crate::garde::check(body).is_ok()),
        ("validator", |body| crate::validator::check(body).is_ok()),
        ("serde_valid", |body| {
            crate::serde_valid::check(body).is_ok()
        }),
        ("jsonschema", |body| {
            crate::jsonschema::Schema::new().check(body).is_ok()
        }),
    ];

    #[test]
    fn all_accept_the_body_that_is_timed() {
        crate::plain::read(&private()).unwrap();
        for (peer, accepts) in PEERS {
            assert!(accepts(&private()), "{peer}");
        }
    }

    #[test]
    fn all_refuse_the_same_faults() {
        let faults = [
            ("/name", json!("")),
            ("/email", json!("kari@")),
            ("/countryCode", json!("")),
            ("/msisdn", json!(5)),
            ("/preferredLanguage", json!("fi")),
            ("/personalNumber", json!("925710482")),
            ("/addresses/billing/street", json!(null)),
            ("/addresses/billing/zip", json!("")),
            ("/addresses/billing/city", json!("")),
            ("/addresses/billing/country", json!("UK")),
            ("/addresses/shipping/street", json!(5)),
            ("/addresses/shipping/country", json!("UK")),
        ];
        for (pointer, fault) in faults {
            let mut document: Value = serde_json::from_slice(&private()).unwrap();
            *document.pointer_mut(pointer).unwrap() = fault;
            for (peer, accepts) in PEERS {
                assert!(
                    !accepts(document.to_string().as_bytes()),
                    "{peer} {pointer}"
                );
            }
        }
    }
}
