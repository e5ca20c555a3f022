//! What a document has and is not sent: notices, and violations where a table denies it.

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, CHECK_CREDENTIALS};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Code, RuleSet};

fn notices(rules: &RuleSet, body: &str) -> Vec<String> {
    let document = rules.noticing().read_json(body.as_bytes()).unwrap();
    let value: serde_json::Value = serde_json::from_str(body).unwrap();
    let of_value = rules.noticing().read(&value).unwrap();
    assert_eq!(document.notices().len(), of_value.notices().len(), "{body}");
    document.notices().iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_not_sent_is_noticed() {
    let unknown = |path: &str| format!("{path}: no row knows this member");
    let lost =
        |path: &str, what: &str| format!("{path}: {what} where a container belongs is not sent");
    let cases: &[(&RuleSet, &str, Vec<String>)] = &[
        (&CHANGE_CUSTOMER_INFO, "{}", vec![]),
        (
            &CHANGE_CUSTOMER_INFO,
            r#"{"Name": {"lastName": "N"}, "name": {"last_name": 1}}"#,
            vec![unknown("Name"), unknown("name.last_name")],
        ),
        (
            &CORPORATE_CUSTOMER,
            r#"{"additionalContact": {"name": "K", "email": "x"}}"#,
            vec![
                lost("additionalContact.name", "a string"),
                lost("additionalContact.email", "a string"),
            ],
        ),
        (
            &CORPORATE_CUSTOMER,
            r#"{"additionalContact": [{"name": "K", "fax": {"deep": 1}}, 5, null, [1], [], true]}"#,
            vec![
                unknown("additionalContact.0.fax"),
                lost("additionalContact.1", "a number"),
                lost("additionalContact.3", "a list"),
                lost("additionalContact.5", "a boolean"),
            ],
        ),
        (
            &PRIVATE_CUSTOMER,
            r#"{"addresses": {"billing": "S 1", "shipping": null}, "addresses.billing.zip": "1"}"#,
            vec![
                lost("addresses.billing", "a string"),
                unknown("addresses.billing.zip"),
            ],
        ),
        // A body that was encoded twice, and a bare list.
        (
            &CHECK_CREDENTIALS,
            r#"["563457"]"#,
            vec!["the document is a list and not an object".to_owned()],
        ),
        (
            &CHANGE_CUSTOMER_INFO,
            r#""{\"emails\": []}""#,
            vec!["the document is a string and not an object".to_owned()],
        ),
        (
            &CHANGE_CUSTOMER_INFO,
            "null",
            vec!["the document is null and not an object".to_owned()],
        ),
    ];
    for (rules, body, expected) in cases {
        assert_eq!(&notices(rules, body), expected, "{body}");
    }
}

#[test]
fn notices_are_found_only_when_asked_for() {
    let document = PRIVATE_CUSTOMER.read_json(br#"{"x": 1}"#).unwrap();
    assert!(document.notices().is_empty());
}

#[test]
fn notices_are_capped() {
    let body = format!(
        "{{{}}}",
        (0..50)
            .map(|n| format!("\"x{n}\":0"))
            .collect::<Vec<_>>()
            .join(",")
    );
    let rules = PRIVATE_CUSTOMER.noticing().with_limit(7);
    let document = rules.read_json(body.as_bytes()).unwrap();
    assert_eq!(
        (document.notices().len(), document.notices().truncated()),
        (7, true)
    );
    let refused = PRIVATE_CUSTOMER
        .denying_unknown()
        .with_limit(12)
        .check_json(body.as_bytes());
    let violations = refused.unwrap_err().violations().unwrap().clone();
    assert_eq!((violations.len(), violations.truncated()), (12, true));
}

#[test]
fn a_table_that_denies_them_makes_violations_in_order() {
    let body = br#"{"Email": "x", "email": "x", "addresses": {"x": 1, "billing": {"y": 1}},
        "additionalContact": [{"name": 5}, {"fax": 1}, "x"]}"#;
    let refused = CORPORATE_CUSTOMER
        .denying_unknown()
        .check_json(body)
        .unwrap_err();
    let violations = refused.violations().unwrap();
    let shown: Vec<String> = violations
        .iter()
        .map(|v| format!("{} {}", v.path(), v.code()))
        .collect();
    assert_eq!(
        shown,
        [
            "name required",
            "email email",
            "countryCode required",
            "msisdn required",
            "preferredLanguage required",
            "addresses.billing.street required",
            "addresses.billing.zip required",
            "addresses.billing.city required",
            "addresses.billing.country required",
            "addresses.billing.y unknown",
            "addresses.x unknown",
            "additionalContact.0.name string",
            "additionalContact.2 array",
            "Email unknown",
            "additionalContact.1.fax unknown",
        ]
    );
    let unknown = violations
        .iter()
        .find(|v| v.code() == Code::Unknown)
        .unwrap();
    assert_eq!(
        unknown.to_string(),
        "The addresses.billing.y field is unknown."
    );
}

#[test]
fn a_document_that_is_not_an_object_is_denied() {
    let rules = CHANGE_CUSTOMER_INFO.denying_unknown();
    for body in ["\"{}\"", "[]", "5", "null", "true"] {
        let refused = rules.check_json(body.as_bytes()).unwrap_err();
        assert_eq!(
            refused.to_string(),
            "The document must be an object.",
            "{body}"
        );
    }
    assert!(rules.check_json(b"{}").is_ok());
}
