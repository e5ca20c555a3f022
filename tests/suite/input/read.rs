//! Documents that are out to break the reader: deep, long, or with a key twice.

use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Rejection, input::MAX_DEPTH};

use super::json::position;
use crate::support::verdicts::{codes, violations_of_text};

#[test]
fn nesting_is_limited_wherever_it_is() {
    let places = [
        "",
        r#"{"unknown": "#,
        r#"{"name": "#,
        r#"{"addresses": {"billing": {"zip": "#,
        r#"{"additionalContact": [[{"name": "#,
    ];
    for before in places {
        let outer = before.matches(['{', '[']).count();
        let after: String = before
            .chars()
            .rev()
            .filter_map(|c| match c {
                '{' => Some('}'),
                '[' => Some(']'),
                _ => None,
            })
            .collect();
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            for depth in [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 200] {
                let inner = depth - outer;
                let body = format!(
                    "{before}{}1{}{after}",
                    open.repeat(inner),
                    close.repeat(inner)
                );
                let verdict = CORPORATE_CUSTOMER.check_json(body.as_bytes());
                let is_syntax_error = matches!(verdict, Err(Rejection::Syntax(_)));
                assert_eq!(
                    is_syntax_error,
                    depth > MAX_DEPTH,
                    "{depth} levels in {before}"
                );
            }
        }
    }
    let deep = "[".repeat(200) + &"]".repeat(200);
    assert_eq!(position(deep.as_bytes()), (1, 129));
}

#[test]
fn the_last_of_two_values_counts() {
    let billing = r#"{"street": "S 1", "zip": "1", "city": "C", "country": "NO"}"#;
    let body = |addresses: &str, contacts: &str| {
        format!(
            r#"{{"name": 5, "email": "a@b", "countryCode": "+47", "msisdn": "1", "preferredLanguage": "en",
                "addresses": {addresses}, "additionalContact": {contacts}, "name": "Kari"}}"#
        )
    };
    let good = format!(r#"{{"billing": {billing}}}"#);
    assert!(
        CORPORATE_CUSTOMER
            .check_json(body(&good, "[]").as_bytes())
            .is_ok()
    );
    // The later value replaces all of the earlier one.
    let twice = format!(r#"{{"billing": {billing}, "billing": {{"zip": "2"}}}}"#);
    assert_eq!(
        codes(&violations_of_text(
            &CORPORATE_CUSTOMER,
            &body(&twice, "[]")
        )),
        [
            "addresses.billing.street required",
            "addresses.billing.city required",
            "addresses.billing.country required",
        ]
    );
}

#[test]
fn ten_megabytes_of_nonsense() {
    let nonsense = [
        "[".repeat(10_000_000),
        "\"".repeat(10_000_000),
        format!("[{}0]", "0,".repeat(5_000_000)),
        format!("{{\"additionalContact\": [{}0]}}", "0,".repeat(5_000_000)),
        format!("{{{}\"a\":0}}", "\"a\":0,".repeat(1_600_000)),
        " ".repeat(10_000_000),
    ];
    for body in nonsense {
        assert!(CORPORATE_CUSTOMER.check_json(body.as_bytes()).is_err());
    }
}

#[test]
fn a_name_of_five_megabytes() {
    let name = "æ ".repeat(2_500_000);
    let rejection = PRIVATE_CUSTOMER
        .check_value(&serde_json::json!({"name": name}))
        .unwrap_err();
    assert_eq!(rejection.violations().unwrap().len(), 9);
    for field in ["email", "preferredLanguage", "personalNumber"] {
        let body = serde_json::json!({field: name}).to_string();
        let rejection = PRIVATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
        assert_eq!(rejection.violations().unwrap().for_field(field).count(), 1);
        assert!(format!("{rejection:?} {rejection}").len() < 10_000);
    }
}
