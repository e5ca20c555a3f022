//! The order of violations, and the limit to them.

use std::fmt::Write as _;

use customer_rules::Rule::{Array, Nullable, Object, Required, String as Text};
use customer_rules::front_payment::CORPORATE_CUSTOMER;
use customer_rules::{Field, RuleSet, element, field};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::documents::cases;
use crate::support::tables::{LINES, any_table_and_document};
use crate::support::verdicts::{messages, violations};

/// The same as `LINES`, with a row for the element itself.
static LINE_ROWS: RuleSet = RuleSet::new(&[
    field("lines", &[Nullable, Array]).each_element(&element(&[Nullable, Object]).members(&[
        field("kind", &[Nullable, Text]),
        field("size", &[Nullable, Text]),
    ])),
    field("note", &[Nullable, Text]),
]);

#[test]
fn violations_come_in_the_order_of_the_rows() {
    let faulty = json!({"kind": 1, "size": 2});
    let document = json!({"note": 3, "lines": [faulty, faulty, faulty]});
    let all = [
        "The lines.0.kind must be a string.",
        "The lines.1.kind must be a string.",
        "The lines.2.kind must be a string.",
        "The lines.0.size must be a string.",
        "The lines.1.size must be a string.",
        "The lines.2.size must be a string.",
        "The note must be a string.",
    ];
    assert_eq!(messages(&violations(&LINES, &document)), all);
    assert_eq!(messages(&violations(&LINE_ROWS, &document)), all);
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_limit_keeps_the_first_violations((rules, document) in any_table_and_document()) {
        let all = violations(rules, &document);
        for limit in 0..=all.len() + 1 {
            let kept = violations(&rules.with_limit(limit), &document);
            prop_assert!(kept.iter().eq(all.iter().take(limit)), "{limit}");
            prop_assert_eq!(kept.truncated(), limit < all.len());
        }
    }
}

/// The keys of a table that is wide.
const WIDTH: usize = 200;

/// A table of lists whose elements have so many required rows, and a document whose list
/// has so many elements with none of them.
fn wide(elements: usize) -> (RuleSet, Value) {
    let rows = (0..WIDTH).map(|row| field(String::leak(format!("k{row}")), &[Required, Text]));
    let rows: &[Field] = Vec::leak(rows.collect());
    let lines = Vec::leak(vec![field("lines", &[Nullable, Array]).each(rows)]);
    let document = json!({"lines": vec![Value::Null; elements]});
    (RuleSet::new(lines), document)
}

#[test]
fn a_limit_keeps_the_first_violations_of_a_wide_table() {
    let elements = 1_001;
    let (rules, document) = wide(elements);
    let all = violations(&rules.with_limit(usize::MAX), &document);
    assert_eq!((all.len(), all.truncated()), (WIDTH * elements, false));
    // Row comes before element.
    for (position, violation) in all.iter().enumerate().step_by(997) {
        let (row, element) = (position / elements, position % elements);
        assert!(violation.path().is(&format!("lines.{element}.k{row}")));
    }
    for limit in [0, 1, WIDTH, 1_000, elements, elements + 1, 5 * elements] {
        let kept = violations(&rules.with_limit(limit), &document);
        assert!(kept.iter().eq(all.iter().take(limit)), "{limit}");
        assert!(kept.truncated(), "{limit}");
    }
}

#[test]
fn the_limit_is_a_thousand_unless_told_otherwise() {
    let limit = RuleSet::DEFAULT_LIMIT;
    assert_eq!(limit, 1_000);
    for count in [limit - 1, limit, limit + 1] {
        // Ten violations are the customer's, and one each contact's.
        let list = vec![r#"{"name": 5}"#; count - 10].join(",");
        let map: Vec<_> = (0..count - 10)
            .map(|n| format!(r#""c{n}": {{"name": 5}}"#))
            .collect();
        for contacts in [format!("[{list}]"), format!("{{{}}}", map.join(","))] {
            let body = format!(r#"{{"additionalContact": {contacts}}}"#);
            let rejection = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
            let violations = rejection.violations().unwrap();
            assert_eq!(violations.len(), count.min(limit));
            assert_eq!(violations.truncated(), count > limit);
        }
    }
}

#[test]
fn a_hundred_thousand_contacts_with_three_faults_each() {
    let mut body = r#"{"additionalContact": ["#.to_owned();
    for contact in 0..100_000 {
        let comma = if contact == 0 { "" } else { "," };
        write!(
            body,
            r#"{comma}{{"name": 5, "email": "no", "designation": "CEO", "note": {{}}}}"#
        )
        .unwrap();
    }
    body.push_str("]}");
    let rejection = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
    let violations = rejection.violations().unwrap();
    assert_eq!(violations.len(), RuleSet::DEFAULT_LIMIT);
    assert!(violations.truncated());
    let last = violations.iter().last().unwrap();
    // Ten rows of the customer come first, then the names of the first contacts.
    assert_eq!(last.path().to_string(), "additionalContact.989.name");
    // With room for all of them, row comes before element.
    let rejection = CORPORATE_CUSTOMER
        .with_limit(usize::MAX)
        .check_json(body.as_bytes())
        .unwrap_err();
    let violations = rejection.violations().unwrap();
    assert_eq!((violations.len(), violations.truncated()), (300_010, false));
    let paths: Vec<_> = violations
        .iter()
        .skip(10)
        .step_by(100_000)
        .map(|v| v.path().to_string())
        .collect();
    assert_eq!(
        paths,
        [
            "additionalContact.0.name",
            "additionalContact.0.email",
            "additionalContact.0.note"
        ]
    );
}
