//! How much memory a check takes, counted allocation by allocation.
//!
//! A test binary of its own: the crate that counts replaces the allocator. It
//! counts a growing vector's every new block as an allocation.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::Write as _;

use allocation_counter::{AllocationInfo, measure};
use customer_rules::format::Language;
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Checked, Field, Rejection, Rule, RuleSet, Violation, field};
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

/// A table of 200 required rows for each element of a list, and a document with so many
/// elements that lack all of them.
fn wide(elements: usize) -> (RuleSet, Vec<u8>) {
    const REQUIRED: &[Rule] = &[Rule::Required, Rule::String];
    let rows = (0..200).map(|row| field(String::leak(format!("k{row}")), REQUIRED));
    let rows: &[Field] = Vec::leak(rows.collect());
    let list = field("lines", &[Rule::Nullable, Rule::Array]).each(rows);
    let list: &[Field] = Vec::leak(vec![list]);
    let body = json!({"lines": vec![0; elements]}).to_string();
    (RuleSet::new(list), body.into_bytes())
}

#[test]
fn no_more_violations_are_held_than_one_over_the_limit() {
    let (rules, body) = wide(1_001);
    for limit in [0, 1, 10, 100, 1_000] {
        let rules = rules.with_limit(limit);
        let document = rules.read_json(&body).unwrap();
        let info = measure(|| {
            let violations = document.violations();
            assert_eq!((violations.len(), violations.truncated()), (limit, true));
        });
        // Their paths are short and take nothing. There are 200,200 of them; one over the
        // limit is held in a vector and in a heap, each with room for twice as many, and
        // the few that a report starts with.
        let held = 2 * 2 * (limit + 1) + 10;
        let most = held * (size_of::<Violation>() + size_of::<usize>());
        assert!(
            info.bytes_max <= u64::try_from(most).unwrap(),
            "{limit}: {info:?}"
        );
        assert!(info.count_max <= 3, "{limit}: {info:?}");
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
