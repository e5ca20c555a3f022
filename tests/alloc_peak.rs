//! How much memory a check takes at most.
//!
//! A test binary of its own: it replaces the allocator by one that counts what is
//! allocated at a time. A block that grows counts as it grows, as the system's
//! allocator does with large ones; an allocator that copies every block needs the old
//! one beside the new for a moment, half as much again.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::alloc::System;

use cap::Cap;
use customer_rules::front_payment::CORPORATE_CUSTOMER;
use customer_rules::{RuleSet, Violation};
use serde_json::{Value, json};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

/// The page's corporate payload with so many contacts of three faults each.
fn faulty_corporate(contacts: usize) -> Vec<u8> {
    let body = include_str!("../examples/payloads/page-corporate.json");
    let mut customer: Value = serde_json::from_str(body).unwrap();
    let faulty = json!({"name": 5, "email": "no", "designation": "CEO",
        "countryCode": "+47", "msisdn": "46567468", "note": {}});
    *customer.get_mut("additionalContact").unwrap() = vec![faulty; contacts].into();
    customer.to_string().into_bytes()
}

/// The most that violations take: the limit's worth of each of the three rows, before
/// the first ones are picked, in a vector with room for twice as many.
fn kept_violations() -> usize {
    3 * RuleSet::DEFAULT_LIMIT * 2 * size_of::<Violation>()
}

/// The only test here: the count is of the whole program.
#[test]
fn a_hundred_thousand_faulty_contacts_take_four_times_their_body() {
    let body = faulty_corporate(100_000);
    // What it took to make the body is past; only what comes may go up to the limit.
    let most = 4 * body.len() + kept_violations();
    ALLOCATOR.set_limit(ALLOCATOR.allocated() + most).unwrap();
    let refused = CORPORATE_CUSTOMER.check_json(&body).unwrap_err();
    ALLOCATOR.set_limit(usize::MAX).unwrap();
    assert_eq!(refused.violations().unwrap().len(), RuleSet::DEFAULT_LIMIT);
}
