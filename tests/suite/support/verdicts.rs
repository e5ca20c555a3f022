//! What a check says of a document, in the forms that tests compare.

use customer_rules::{Rejection, RuleSet, Violations};
use serde_json::Value;

/// The payloads that the examples ship, which are valid.
pub(crate) const PRIVATE: &str = include_str!("../../../examples/payloads/private.json");
pub(crate) const CORPORATE: &str = include_str!("../../../examples/payloads/corporate.json");

/// Every violation of a document, in order; none if it is valid.
#[track_caller]
pub(crate) fn violations(rules: &RuleSet, document: &Value) -> Violations {
    match rules.check_value(document) {
        Ok(_) => Violations::default(),
        Err(Rejection::Violations(violations)) => violations,
        Err(Rejection::Syntax(error)) => panic!("{error}"),
    }
}

/// Every violation of a document that is given as text.
#[track_caller]
pub(crate) fn violations_of_text(rules: &RuleSet, body: &str) -> Violations {
    match rules.check_json(body.as_bytes()) {
        Ok(_) => Violations::default(),
        Err(Rejection::Violations(violations)) => violations,
        Err(Rejection::Syntax(error)) => panic!("{error}"),
    }
}

/// The path and the code of each violation.
pub(crate) fn codes(violations: &Violations) -> Vec<String> {
    let shown = violations
        .iter()
        .map(|v| format!("{} {}", v.path(), v.code()));
    shown.collect()
}

/// The wire message of each violation.
pub(crate) fn messages(violations: &Violations) -> Vec<String> {
    violations.iter().map(ToString::to_string).collect()
}

/// What is sent for a valid document.
#[track_caller]
pub(crate) fn sent(rules: &RuleSet, document: &Value) -> Value {
    serde_json::to_value(rules.check_value(document).unwrap()).unwrap()
}
