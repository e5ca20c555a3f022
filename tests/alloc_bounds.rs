//! How much memory hostile bodies of ten megabytes take at most, as a multiple of the
//! body: entry by entry.
//!
//! A test binary of its own: it replaces the allocator by one that refuses to give more
//! than the bound, which ends the program. A block that grows counts as it grows.

#![expect(
    clippy::print_stdout,
    reason = "the program ends without a word when a bound is broken"
)]

use std::alloc::System;

use cap::Cap;
use customer_rules::connect::{
    ChangeCustomerInfo, parse_change, parse_check, parse_customer_info, parse_search,
};
use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, CorporateCustomer, PRIVATE_CUSTOMER, parse_customer, parse_update,
};
use customer_rules::{Rule, RuleSet, element, field};

#[global_allocator]
static ALLOCATOR: Cap<System> = Cap::new(System, usize::MAX);

const SIZE: usize = 10_000_000;

/// `before`, as many elements as make ten megabytes, and `after`.
fn body(before: &str, element: &str, after: &str) -> Vec<u8> {
    let count = SIZE / (element.len() + 1);
    let mut body = String::with_capacity(SIZE + before.len() + after.len() + element.len());
    body.push_str(before);
    for position in 0..count {
        body.push_str(if position == 0 { "" } else { "," });
        body.push_str(element);
    }
    body.push_str(after);
    body.into_bytes()
}

/// Runs an entry that may take so many times the body.
fn within(what: &str, times: usize, body: &[u8], entry: impl FnOnce(&[u8])) {
    println!("{what}: at most {times} times the body");
    let bound = ALLOCATOR.allocated() + times * body.len();
    ALLOCATOR.set_limit(bound).expect("the bound is above");
    entry(body);
    ALLOCATOR.set_limit(usize::MAX).expect("the bound is above");
}

const CORPORATE: &str = r#"{"name": "N", "email": "a@b.no", "countryCode": "+47", "msisdn": "4",
    "preferredLanguage": "no", "addresses": {"billing": {"street": "S", "zip": "4", "city": "S",
    "country": "NO"}}, "additionalContact": ["#;

static WORDS: RuleSet = RuleSet::new(&[field("words", &[Rule::Nullable, Rule::List])
    .each_element(&element(&[Rule::Nullable, Rule::Object]).members(&[field("a", &[])]))]);

/// The only test here: the bound is of the whole program.
#[test]
fn hostile_bodies_take_no_more_than_their_bound() {
    let contacts = |element| body(CORPORATE, element, "]}");
    for element in ["0", "{}", "null", "[]"] {
        within(
            "CorporateCustomer::from_json",
            1,
            &contacts(element),
            |body| {
                assert!(CorporateCustomer::from_json(body).is_ok());
            },
        );
    }
    for element in ["{}", "null"] {
        let phones = body(r#"{"phoneNumbers": ["#, element, "]}");
        within("ChangeCustomerInfo::from_json", 1, &phones, |body| {
            assert!(ChangeCustomerInfo::from_json(body).is_ok());
        });
    }
    // The worst that could be thought of: nothing is equal to its neighbour.
    let phones = body(r#"{"phoneNumbers": ["#, "{},null", "]}");
    within(
        "ChangeCustomerInfo::from_json, in turns",
        40,
        &phones,
        |body| {
            assert!(ChangeCustomerInfo::from_json(body).is_ok());
        },
    );
    let words = body(r#"{"words": ["#, r#"{"a":0}"#, "]}");
    within("a check, a member in each element", 16, &words, |body| {
        assert!(WORDS.check_json(body).is_ok());
    });

    let users = body(
        r#"{"customerNumber": 1, "attachedUsers": ["#,
        r#"{"":0}"#,
        "]}",
    );
    within("parse_customer_info", 4, &users, |body| {
        assert!(parse_customer_info(200, body).is_ok());
    });
    for key in ["phoneNumbers", "emails", "unknown"] {
        let lists = body(&format!(r#"{{"{key}": ["#), r#"{"":0}"#, "]}");
        within("parse_customer_info, of a list", 1, &lists, |body| {
            // Phone numbers without a number are some, and too many; an object is not an address.
            assert_eq!(
                parse_customer_info(200, body).is_ok(),
                key != "phoneNumbers"
            );
        });
    }
    let customers = body(r#"{"customers": ["#, r#"{"":0}"#, "]}");
    within("parse_check", 4, &customers, |body| {
        assert!(parse_check(200, body).is_err());
    });
    within("parse_search", 1, &customers, |body| {
        assert!(parse_search(200, body).is_err());
    });
    within("parse_change", 1, &customers, |body| {
        assert!(parse_change(200, body).is_ok());
    });

    let data = body(r#"{"data": {"name": "K", "x": ["#, r#"{"":0}"#, "]}}");
    within("parse_customer", 1, &data, |body| {
        assert!(parse_customer(200, body).is_ok());
    });
    let sentences = body(r#"{"errors": ["#, r#""x""#, "]}");
    let fields = body(r#"{"errors": {"#, r#""f":["x"]"#, "}}");
    for status in [200, 202, 404, 417, 422, 500] {
        for rules in [&PRIVATE_CUSTOMER, &CORPORATE_CUSTOMER] {
            for body in [&sentences, &fields, &data] {
                within("parse_update", 1, body, |body| {
                    assert_eq!(parse_update(rules, status, body).is_ok(), status < 300);
                });
            }
        }
    }
    let field = format!(r#"{{"errors": {{"{}": ["#, "f".repeat(SIZE / 2));
    let sentences = body(&field, r#""x""#, "]}}");
    within("parse_update, of a long field", 2, &sentences, |body| {
        assert!(parse_update(&PRIVATE_CUSTOMER, 422, body).is_err());
    });
}
