//! What violations show of themselves: where and what, and nothing of the document.

use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Rejection, Violation};
use serde_json::json;

use crate::support::verdicts::violations;

#[test]
fn refusals_show_where_and_what() {
    let body = br#"{"personalNumber": "Zq7vKJ"}"#;
    let refused = PRIVATE_CUSTOMER.with_limit(7).check_json(body).unwrap_err();
    let shown = format!("{refused:?}");
    let first = r#"Violation { path: Path[Key("name")], code: Required, params: None, .. }"#;
    assert!(shown.starts_with(&format!("Violations(Violations {{ list: [{first}, ")));
    let digits = "code: Digits, params: Digits(11), ..";
    assert!(shown.contains(digits), "{shown}");
    assert!(shown.ends_with("truncated: true })"), "{shown}");
    assert_eq!(
        refused.to_string(),
        "The name field is required. (and more than 6 more violations)"
    );
    let refused = PRIVATE_CUSTOMER.check_json(b"{\n\"Zq7vKJ\" 1").unwrap_err();
    assert_eq!(refused.to_string(), "expected `:` at line 2 column 10");
    assert_eq!(
        format!("{refused:?}"),
        r#"Syntax(SyntaxError { reason: "expected `:`", line: 2, column: 10 })"#
    );
    let Rejection::Syntax(error) = refused else {
        panic!("{refused}");
    };
    assert_eq!(error.to_string(), "expected `:` at line 2 column 10");
}

#[test]
fn violations_are_told_apart_by_path_and_by_rule() {
    let missing = violations(&PRIVATE_CUSTOMER, &json!({}));
    assert_eq!(missing.len(), 10);
    assert_eq!(
        missing,
        violations(&PRIVATE_CUSTOMER, &json!({"name": " "}))
    );
    let all: Vec<Violation> = violations(&PRIVATE_CUSTOMER, &json!({"preferredLanguage": 5}))
        .into_iter()
        .collect();
    assert_eq!(all.len(), 11);
    for (position, violation) in all.iter().enumerate() {
        assert_eq!(violation, &violation.clone());
        let others = all.iter().skip(position + 1);
        others.for_each(|other| assert_ne!(violation, other));
    }
}

#[test]
fn the_forms_of_a_path_show_what_they_display() {
    let violations = violations(
        &CORPORATE_CUSTOMER,
        &json!({"additionalContact": [{"note": 5}]}),
    );
    let path = violations.iter().last().unwrap().path();
    let row = path.row();
    assert_eq!(row.to_string(), "additionalContact.*.note");
    assert_eq!(format!("{row:?}"), "RowPath(additionalContact.*.note)");
    let shown = r#"Path[Key("additionalContact"), Index(0), Key("note")]"#;
    assert_eq!(format!("{path:?}"), shown);
    assert_eq!(format!("{:?}", path.pointer()), format!("Pointer({shown})"));
}
