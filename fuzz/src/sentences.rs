//! Violations that go out as sentences, and come back.

use customer_rules::front_payment::{ApiError, Refused, envelope, parse_update};
use customer_rules::violation::Segment;
use customer_rules::{Code, RuleSet, Violation, Violations};
use serde_json::json;

/// Every violation comes back from its message, in the words of Laravel 9 and of Laravel 10;
/// and with its path in words, it is of the same row.
///
/// # Panics
///
/// If one does not.
pub(crate) fn check_sentences(rules: &RuleSet, violations: &Violations) {
    // The message of an element `x` and that of an element `x field` are the same, each in
    // other words.
    if violations.truncated() || violations.iter().any(ends_in_field) {
        return;
    }
    let earlier = serde_json::to_vec(&envelope::refused(violations)).expect("it can be sent");
    let said = |say: fn(&Violation) -> String| {
        let sentences: Vec<_> = violations.iter().map(say).collect();
        refusal(rules, json!({"errors": sentences}).to_string().as_bytes())
    };
    for refused in [refusal(rules, &earlier), said(in_laravel_10)] {
        assert!(refused.unplaced().is_empty(), "a message is no rule's");
        assert_eq!(refused.violations(), violations, "another violation");
    }
    for say in [in_words as fn(&Violation) -> _, in_words_of_laravel_10] {
        let refused = said(say);
        assert!(
            refused.unplaced().is_empty(),
            "a message in words is no rule's"
        );
        let rows = |violations: &Violations| -> Vec<_> {
            violations
                .iter()
                .map(|violation| (violation.path().row().to_string(), violation.code()))
                .collect()
        };
        assert_eq!(rows(refused.violations()), rows(violations), "another row");
    }
}

/// What is read of a refusal.
pub(crate) fn refusal(rules: &RuleSet, body: &[u8]) -> Refused {
    match parse_update(rules, 417, body) {
        Err(ApiError::Refused(refused)) => refused,
        other => panic!("a refusal is none: {other:?}"),
    }
}

fn ends_in_field(violation: &Violation) -> bool {
    matches!(violation.path().segments().last(), Some(Segment::Key(key)) if key.ends_with(" field"))
}

/// The message as Laravel 10 has it.
pub(crate) fn in_laravel_10(violation: &Violation) -> String {
    with_field(&violation.message().to_string(), violation.code())
}

fn with_field(message: &str, code: Code) -> String {
    let verb = match code {
        Code::Required | Code::RequiredOneOf | Code::OneOf => return message.to_owned(),
        Code::Digits | Code::Pattern => " format is ",
        _ => " must ",
    };
    let (attribute, rest) = message
        .rsplit_once(verb)
        .expect("each message has its verb");
    format!("{attribute} field{verb}{rest}")
}

/// The message with its path in words, if an element's key makes Laravel split it.
fn in_words(violation: &Violation) -> String {
    let path = violation.path();
    let is_odd = |segment| matches!(segment, Segment::Key(key) if key.contains(['.', '*', ':']));
    let message = violation.message().to_string();
    // The keys of tables have no such characters.
    if !path.segments().any(is_odd) {
        return message;
    }
    let segments: Vec<_> = path.segments().map(|segment| segment.to_string()).collect();
    let path = segments.join(".");
    message.replacen(&path, &snake(&path), 1)
}

fn in_words_of_laravel_10(violation: &Violation) -> String {
    with_field(&in_words(violation), violation.code())
}

/// Laravel's `Str::snake`, with blanks for its underscores.
fn snake(path: &str) -> String {
    let mut words = String::new();
    for c in path.chars().filter(|c| !c.is_whitespace()) {
        if c.is_ascii_uppercase() && !words.is_empty() {
            words.push(' ');
        }
        words.extend(c.to_lowercase().map(|c| if c == '_' { ' ' } else { c }));
    }
    words
}
