//! Any bytes as a JSON document.

use customer_rules::{Checked, RULE_SETS, Rejection, RuleSet};
use serde_json::Value;

use crate::numbers::{check_numbers, has_negative_zero};
use crate::payloads::{check_payload, shown_payload};
use crate::sentences::check_sentences;
use crate::violations::{check_limits, check_paths};

/// Stands for every text of a document, and must not come out again. Letters,
/// so that a row of text accepts it.
const MARKER: &str = "Zq7vKJ";

/// Stands for every number, with as many digits as a row wants.
const NUMBER: u64 = 90_417_263_518;

/// Checks bytes along every rule set.
///
/// # Panics
///
/// If an answer is not the same twice, or not the same for the bytes and the
/// value in them; if a document is valid and has violations, or neither; if a
/// payload is not what was checked, or is refused when sent; if a violation's path
/// does not find its field, or its message, in any of Laravel's words, not the
/// violation; if a limit makes a document valid, or a number makes it unreadable;
/// if a value is shown.
pub fn check_json(data: &[u8]) {
    let value = serde_json::from_slice::<Value>(data).ok();
    for rules in RULE_SETS {
        let verdict = rules.check_json(data);
        let answer = seen(&verdict);
        if let Ok(document) = rules.read_json(data) {
            let is_faultless = document.violations().is_empty();
            assert_eq!(document.is_valid(), is_faultless, "verdict and list");
        }
        check_limits(rules, data, &verdict);
        if let Err(Rejection::Violations(violations)) = &verdict {
            check_paths(rules, value.as_ref(), violations);
            check_sentences(rules, violations);
        }
        assert_eq!(seen(&rules.check_json(data)), answer, "not the same twice");
        check_payload(rules, data, &verdict);
        if let Ok(checked) = &verdict {
            check_sent(rules, checked);
        }
        if let Some(value) = &value {
            // `serde_json` makes the float -0.0 of `-0`, which is the integer 0.
            let answer = if has_negative_zero(value) {
                seen(&rules.check_json(value.to_string().as_bytes()))
            } else {
                answer
            };
            assert_eq!(seen(&rules.check_value(value)), answer, "value and bytes");
            check_numbers(rules, value);
            check_silence(rules, value);
        }
    }
}

/// Everything that a user can see of a verdict.
pub(crate) fn seen(verdict: &Result<Checked<'_>, Rejection>) -> String {
    match verdict {
        Ok(checked) => serde_json::to_string(checked).expect("it can be sent"),
        Err(Rejection::Syntax(error)) => format!("{error} {error:?}"),
        Err(Rejection::Violations(violations)) => {
            assert!(!violations.is_empty() && violations.len() <= RuleSet::DEFAULT_LIMIT);
            let each: Vec<_> = violations.iter().collect();
            let pointers: Vec<_> = each
                .iter()
                .map(|violation| violation.path().pointer().to_string())
                .collect();
            let listed = serde_json::to_string(&each).expect("they can be sent");
            let keyed = serde_json::to_string(violations).expect("they can be sent");
            format!("{violations} {violations:?} {listed} {keyed} {pointers:?}")
        }
    }
}

/// What is sent is accepted, and sent as it is.
fn check_sent(rules: &RuleSet, checked: &Checked<'_>) {
    let sent = serde_json::to_string(checked).expect("it can be sent");
    let again = rules.check_json(sent.as_bytes());
    assert_eq!(seen(&again), sent, "sent otherwise");
    let owned = serde_json::to_string(&checked.clone().into_owned());
    assert_eq!(owned.expect("it can be sent"), sent, "owned otherwise");
}

/// No value is shown, whether the document is accepted, refused or broken.
fn check_silence(rules: &RuleSet, value: &Value) {
    let mut marked = value.clone();
    mark(&mut marked);
    let whole = marked.to_string();
    let broken = whole.get(..whole.len().saturating_sub(1)).unwrap_or("");
    for body in [whole.as_str(), broken] {
        let verdict = rules.check_json(body.as_bytes());
        let mut shown = match &verdict {
            Ok(checked) => format!("{checked:?} {checked:#?}"),
            Err(rejection) => format!("{rejection} {rejection:?} {}", seen(&verdict)),
        };
        shown.extend(shown_payload(rules, body.as_bytes()));
        // A key is part of a path, and may be shown.
        if !is_in_key(value, MARKER) {
            assert!(!shown.contains(MARKER), "shows a text");
        }
        if !is_in_key(value, &NUMBER.to_string()) {
            assert!(!shown.contains(&NUMBER.to_string()), "shows a number");
        }
    }
}

/// Replaces every text but a short one, such as a country or a language, and
/// every number; an e-mail address stays one. So a valid document may stay valid.
fn mark(value: &mut Value) {
    match value {
        Value::String(text) if text.len() <= 2 => {}
        Value::String(text) if text.contains('@') => *text = format!("{MARKER}{text}"),
        Value::String(text) => MARKER.clone_into(text),
        Value::Number(number) => *number = NUMBER.into(),
        Value::Array(list) => list.iter_mut().for_each(mark),
        Value::Object(map) => map.values_mut().for_each(mark),
        Value::Null | Value::Bool(_) => {}
    }
}

fn is_in_key(value: &Value, marker: &str) -> bool {
    match value {
        Value::Array(list) => list.iter().any(|value| is_in_key(value, marker)),
        Value::Object(map) => map
            .iter()
            .any(|(key, value)| key.contains(marker) || is_in_key(value, marker)),
        _ => false,
    }
}
