//! Verdicts of other people's software, row for row.

use customer_rules::format::{Email, PhoneNumber};
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};
use customer_rules::{RULE_SETS, Rejection, Rule, RuleSet, field};
use serde_json::{Value, json};

fn rows(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

fn rule_set(name: &str) -> &'static RuleSet {
    RULE_SETS.iter().find(|rules| rules.name() == name).unwrap()
}

/// The verdict in the shape of the recorded ones.
fn verdict(rules: &RuleSet, body: &str) -> (Value, Value) {
    match rules.check_json(body.as_bytes()) {
        Ok(_) => (json!([]), json!([])),
        Err(Rejection::Violations(violations)) => {
            let codes = violations
                .iter()
                .map(|v| json!({"path": v.path(), "code": v.code()}));
            let messages = violations.iter().map(|v| json!(v.message()));
            (codes.collect(), messages.collect())
        }
        Err(Rejection::Syntax(error)) => panic!("{error}"),
    }
}

#[test]
fn the_servers_validator() {
    let recorded = rows(include_str!("../data/front_payment.jsonl"));
    let deviations = rows(include_str!("../data/deviations.jsonl"));
    assert_eq!(recorded.len(), 1_294);
    let mut deviating = Vec::new();
    for row in &recorded {
        let rules = rule_set(&format!(
            "front-payment/{}",
            row["endpoint"].as_str().unwrap()
        ));
        let (violations, messages) = verdict(rules, row["body"].as_str().unwrap());
        if let Some(deviation) = deviations
            .iter()
            .find(|deviation| deviation["id"] == row["id"])
        {
            assert_eq!(violations, deviation["violations"], "{}", row["id"]);
            assert_ne!(
                violations, row["violations"],
                "no deviation any more: {}",
                row["id"]
            );
            deviating.push(&row["id"]);
        } else {
            assert_eq!(violations, row["violations"], "{}", row["id"]);
            assert_eq!(messages, row["messages"], "{}", row["id"]);
        }
    }
    let listed: Vec<_> = deviations
        .iter()
        .map(|deviation| &deviation["id"])
        .collect();
    assert_eq!(deviating, listed, "a deviation names no recorded row");
}

#[test]
fn what_the_server_accepts_becomes_a_payload() {
    for row in rows(include_str!("../data/front_payment.jsonl")) {
        let body = row["body"].as_str().unwrap();
        let is_valid = rule_set(&format!(
            "front-payment/{}",
            row["endpoint"].as_str().unwrap()
        ))
        .check_json(body.as_bytes())
        .is_ok();
        let is_payload = match row["endpoint"].as_str().unwrap() {
            "private" => PrivateCustomer::from_json(body).is_ok(),
            _ => CorporateCustomer::from_json(body).is_ok(),
        };
        assert_eq!(is_payload, is_valid, "{}", row["id"]);
    }
}

#[test]
fn the_email_validator() {
    let recorded = rows(include_str!("../data/email.jsonl"));
    assert_eq!(recorded.len(), 800);
    for row in recorded {
        let value = row["value"].as_str().unwrap();
        assert_eq!(Email::parse(value).is_some(), row["valid"], "{value:?}");
    }
}

#[test]
fn the_phone_numbers() {
    let recorded = rows(include_str!("../data/phone.jsonl"));
    assert_eq!(recorded.len(), 600);
    for row in recorded {
        let value = row["value"].as_str().unwrap();
        assert_eq!(
            PhoneNumber::parse(value).is_some(),
            row["e164"],
            "{value:?}"
        );
    }
}

#[test]
fn the_countries() {
    static COUNTRY: RuleSet = RuleSet::new(&[field("country", &[Rule::Required, Rule::Country])]);
    let listed: Vec<&str> = include_str!("../data/country_alpha2.txt").lines().collect();
    assert_eq!(listed.len(), 249);
    let pairs = (b'A'..=b'Z').flat_map(|a| (b'A'..=b'Z').map(move |b| [a, b]));
    let accepted: Vec<String> = pairs
        .map(|pair| String::from_utf8(pair.to_vec()).unwrap())
        .filter(|code| COUNTRY.check_value(&json!({"country": code})).is_ok())
        .collect();
    assert_eq!(accepted, listed);
}
