//! The door to garde.

use customer_rules::{Unvalidated, front_payment::PrivateCustomer};
use garde::Validate as _;

#[test]
fn gardes_report_has_every_violation() {
    let body = r#"{"name": "Kari", "addresses": {"billing": {"zip": 5}}}"#;
    let form: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str(body).unwrap();
    let expected: Vec<_> = form
        .violations()
        .iter()
        .map(|v| (v.path().to_string(), v.message().to_string()))
        .collect();
    let report = form.validate().unwrap_err();
    let errors = report.iter();
    let found: Vec<_> = errors
        .map(|(path, error)| (path.to_string(), error.to_string()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 8);
}
