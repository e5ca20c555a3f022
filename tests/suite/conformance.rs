//! Verdicts of other people's software, row for row.

use std::ops::Range;

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
    for (text, count) in [
        (include_str!("../data/email.jsonl"), 800),
        (include_str!("../data/email_2.jsonl"), 1_041),
    ] {
        let recorded = rows(text);
        assert_eq!(recorded.len(), count);
        for row in recorded {
            let value = row["value"].as_str().unwrap();
            assert_eq!(Email::parse(value).is_some(), row["valid"], "{value:?}");
        }
    }
}

#[test]
fn every_character_in_a_label_at_the_limit() {
    let point = |hexadecimal: &str| u32::from_str_radix(hexadecimal, 16).unwrap();
    let recorded = include_str!("../data/email_label.txt");
    let mut unlisted = 0x80;
    for row in recorded.lines().filter(|line| !line.starts_with('#')) {
        let [first, last, first_place, second_place] = *row.split(' ').collect::<Vec<_>>() else {
            panic!("{row}");
        };
        refuse_all(unlisted..point(first));
        for character in (point(first)..=point(last)).filter_map(char::from_u32) {
            limit_letters(&format!("a@{character}"), first_place);
            limit_letters(&format!("a@a{character}"), second_place);
        }
        unlisted = point(last) + 1;
    }
    refuse_all(unlisted..u32::from(char::MAX) + 1);
}

fn refuse_all(points: Range<u32>) {
    for character in points.filter_map(char::from_u32) {
        let address = format!("a@{character}");
        assert!(Email::parse(&address).is_none(), "{address:?}");
    }
}

/// Checks that so many letters and no more may follow; 100 is no limit.
fn limit_letters(start: &str, limit: &str) {
    let limit: isize = limit.parse().unwrap();
    for letters in [limit - 1, limit, limit + 1] {
        if let Ok(letters) = usize::try_from(letters) {
            let address = format!("{start}{}", "a".repeat(letters));
            let is_valid = letters.cast_signed() <= limit || limit == 100;
            assert_eq!(Email::parse(&address).is_some(), is_valid, "{address:?}");
        }
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
