//! The documents that are timed.

use serde_json::{Value, json};

/// The private payload that the API's page prints, byte for byte but for its
/// personal number, which is two digits short: it gets eleven.
#[must_use]
pub fn private() -> Vec<u8> {
    include_str!("../../../examples/payloads/page-private.json")
        .trim_end()
        .replace("925710482", "92571048200")
        .into_bytes()
}

/// A corporate payload with as many contacts, each the one of the page's example.
#[must_use]
pub fn corporate(contacts: usize) -> Vec<u8> {
    corporate_with(&contact(), contacts)
}

/// The same, with three faults in each contact.
#[must_use]
pub fn faulty_corporate(contacts: usize) -> Vec<u8> {
    let mut contact = contact();
    contact["name"] = json!(5);
    contact["email"] = json!("no");
    contact["note"] = json!({});
    corporate_with(&contact, contacts)
}

fn page_corporate() -> Value {
    serde_json::from_str(include_str!(
        "../../../examples/payloads/page-corporate.json"
    ))
    .unwrap_or_default()
}

fn contact() -> Value {
    page_corporate()["additionalContact"]["0"].take()
}

fn corporate_with(contact: &Value, contacts: usize) -> Vec<u8> {
    let mut customer = page_corporate();
    customer["additionalContact"] = vec![contact.clone(); contacts].into();
    customer.to_string().into_bytes()
}

#[cfg(test)]
mod tests {
    use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};

    #[test]
    fn documents_are_what_they_say() {
        assert_eq!(super::private().len(), 368);
        assert!(PRIVATE_CUSTOMER.check_json(&super::private()).is_ok());
        assert!(CORPORATE_CUSTOMER.check_json(&super::corporate(3)).is_ok());
        let refused = CORPORATE_CUSTOMER
            .check_json(&super::faulty_corporate(3))
            .unwrap_err();
        assert_eq!(refused.violations().unwrap().len(), 9);
    }
}
