//! Documents whose numbers are spelt otherwise.

use customer_rules::RuleSet;
use serde_json::Value;

use crate::check_json::seen;

/// Stands for a number until it is spelt.
const NUMBER: &str = "Zq7vKJ-number";

/// Spellings of numbers that other readers refuse or change.
const SPELLINGS: [&str; 8] = [
    "-0",
    "1e400",
    "-1e400",
    "-0.0",
    "1E+5",
    "12345678901234567890",
    "1e-400",
    "0.1234567890123456789",
];

/// No number makes a document unreadable, and `-0` is 0.
///
/// # Panics
///
/// If one does, or is not.
pub(crate) fn check_numbers(rules: &RuleSet, value: &Value) {
    let mut marked = value.clone();
    if !mark(&mut marked) {
        return;
    }
    let marked = marked.to_string();
    if value.to_string().contains(NUMBER) {
        return;
    }
    let spelt = |spelling: &str| marked.replace(&format!("\"{NUMBER}\""), spelling);
    let zero = spelt("0");
    // It may be too deep.
    if rules.read_json(zero.as_bytes()).is_err() {
        return;
    }
    for spelling in SPELLINGS {
        let body = spelt(spelling);
        let read = rules.read_json(body.as_bytes());
        assert!(read.is_ok(), "{spelling} cannot be read: {read:?}");
        let again = rules.check_json(body.as_bytes());
        assert_eq!(seen(&again), seen(&rules.check_json(body.as_bytes())));
    }
    assert_eq!(
        seen(&rules.check_json(spelt("-0").as_bytes())),
        seen(&rules.check_json(zero.as_bytes())),
        "-0 is 0"
    );
}

/// Replaces every number by a text. Whether there is any.
fn mark(value: &mut Value) -> bool {
    let of_any = |any: bool, value: &mut Value| mark(value) || any;
    match value {
        Value::Number(_) => {
            *value = NUMBER.into();
            true
        }
        Value::Array(list) => list.iter_mut().fold(false, of_any),
        Value::Object(map) => map.values_mut().fold(false, of_any),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// Whether a number is the float -0.0.
pub(crate) fn has_negative_zero(value: &Value) -> bool {
    match value {
        Value::Number(number) => number
            .as_f64()
            .is_some_and(|float| number.is_f64() && float == 0.0 && float.is_sign_negative()),
        Value::Array(list) => list.iter().any(has_negative_zero),
        Value::Object(map) => map.values().any(has_negative_zero),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}
