//! How much memory a check takes, counted allocation by allocation.
//!
//! A test binary of its own: the crate that counts replaces the allocator. It
//! counts a growing vector's every new block as an allocation.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write as _;

use allocation_counter::{AllocationInfo, measure};
use customer_rules::format::Language;
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Checked, Rejection, RuleSet};
use serde_json::{Value, json};

const PRIVATE: &[u8] = include_bytes!("../examples/payloads/private.json");

fn check(
    rules: &RuleSet,
    body: &[u8],
    verify: fn(&Result<Checked<'_>, Rejection>),
) -> AllocationInfo {
    measure(|| verify(&rules.check_json(body)))
}

fn is_valid(verdict: &Result<Checked<'_>, Rejection>) {
    assert!(verdict.is_ok());
}

/// A corporate payload with so many contacts.
fn corporate(contact: &Value, contacts: usize) -> Vec<u8> {
    let body = include_str!("../examples/payloads/page-corporate.json");
    let mut customer: Value = serde_json::from_str(body).unwrap();
    // The page's number would be kept as its digits.
    *customer.get_mut("organizationId").unwrap() = "192933933".into();
    *customer.get_mut("additionalContact").unwrap() = vec![contact.clone(); contacts].into();
    customer.to_string().into_bytes()
}

fn contact() -> Value {
    json!({"name": "Tomas Simonen", "email": "test@mail.com", "designation": "CEO",
        "countryCode": "+47", "msisdn": "46567468", "note": "Note goes here"})
}

#[test]
fn a_valid_private_payload_allocates_nothing() {
    assert_eq!(check(&PRIVATE_CUSTOMER, PRIVATE, is_valid).count_total, 0);
}

#[test]
fn the_rules_allocate_nothing() {
    let body = corporate(&contact(), 100);
    let private = PRIVATE_CUSTOMER.read_json(PRIVATE).unwrap();
    let corporate = CORPORATE_CUSTOMER.read_json(&body).unwrap();
    for document in [private, corporate] {
        let info = measure(|| assert!(document.is_valid()));
        assert_eq!(info.count_total, 0);
    }
}

#[test]
fn contacts_allocate_once_for_each_time_their_number_doubles() {
    let base = check(&CORPORATE_CUSTOMER, &corporate(&contact(), 0), is_valid).count_total;
    assert_eq!(base, 0);
    let allocations: Vec<u64> = (0..16)
        .map(|doublings| {
            let body = corporate(&contact(), 1 << doublings);
            check(&CORPORATE_CUSTOMER, &body, is_valid).count_total - base
        })
        .collect();
    assert!(
        allocations.first().is_some_and(|first| *first <= 1),
        "{allocations:?}"
    );
    for pair in allocations.windows(2) {
        let [before, after] = pair else { continue };
        assert!(after - before <= 1, "{allocations:?}");
    }
}

#[test]
fn to_display_a_message_allocates_nothing() {
    let body = br#"{"preferredLanguage": "fi", "additionalContact": {"main": {"email": "x"}}}"#;
    let refused = CORPORATE_CUSTOMER.check_json(body).unwrap_err();
    let violations = refused.violations().unwrap();
    assert_eq!(violations.len(), 11);
    for language in Language::ALL {
        let messages = violations.in_language(*language);
        let info = measure(|| {
            for message in messages.iter() {
                write!(std::io::sink(), "{message}{}", message.field_name()).unwrap();
            }
            write!(std::io::sink(), "{}", messages.problem().detail()).unwrap();
        });
        assert_eq!(info.count_total, 0, "{language:?}");
    }
}
