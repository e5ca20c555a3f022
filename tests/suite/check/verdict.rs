//! A document that is not valid is refused, even if there is no violation to show.

use customer_rules::Rule::{Custom, Nullable, Required};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{CrossRule, RuleSet, field};
use serde_json::{Value, json};

use crate::support::checks::Fickle;

const NONE_KEPT: &str = "violations, none of which was kept";

/// Refused by every door, and no violation is kept.
#[track_caller]
fn is_refused_without_violations(rules: &RuleSet, document: &Value) {
    let body = document.to_string();
    let refusals = [
        rules.check_json(body.as_bytes()).unwrap_err(),
        rules.check_value(document).unwrap_err(),
        rules.check(document).unwrap_err(),
        rules
            .read_json(body.as_bytes())
            .unwrap()
            .check()
            .unwrap_err()
            .into(),
    ];
    for refused in refusals {
        let violations = refused.violations().unwrap();
        assert!(violations.is_empty() && violations.truncated());
        assert_eq!(refused.to_string(), NONE_KEPT);
    }
}

#[test]
fn a_limit_of_nothing_refuses_all_the_same() {
    static ANY: RuleSet = RuleSet::new(&[field("name", &[Nullable])]).with_limit(0);
    for rules in [PRIVATE_CUSTOMER, CORPORATE_CUSTOMER] {
        is_refused_without_violations(&rules.with_limit(0), &json!({}));
        let document = rules.with_limit(0).read_json(b"{}").unwrap();
        assert!(!document.is_valid() && document.violations().truncated());
    }
    assert!(ANY.check_json(b"{}").is_ok());
}

#[test]
fn the_first_answer_of_a_rule_of_ones_own_counts() {
    static ROW: RuleSet = RuleSet::new(&[field("name", &[Required, Custom(&ROW_CHECK)])]);
    static ROW_CHECK: Fickle = Fickle::new();
    static ACROSS_CHECK: Fickle = Fickle::new();
    static ACROSS: RuleSet =
        RuleSet::new(&[field("name", &[Nullable])]).across(&[CrossRule::Custom {
            check: &ACROSS_CHECK,
            paths: &["name"],
            at_fault: &["name"],
        }]);
    is_refused_without_violations(&ROW, &json!({"name": "Kari"}));
    is_refused_without_violations(&ACROSS, &json!({"name": "Kari"}));
}

#[test]
fn a_limit_never_makes_a_document_valid() {
    for limit in [0, 1, 9, 10, 11] {
        let rules = PRIVATE_CUSTOMER.with_limit(limit);
        let refused = rules.check_json(b"{}").unwrap_err();
        let violations = refused.violations().unwrap();
        assert_eq!(violations.len(), limit.min(10));
        assert_eq!(violations.truncated(), limit < 10);
        assert!(!refused.to_string().is_empty());
    }
    let one = PRIVATE_CUSTOMER
        .with_limit(1)
        .check_json(b"{}")
        .unwrap_err();
    let message = "The name field is required. (and more violations)";
    assert_eq!(one.to_string(), message);
}
