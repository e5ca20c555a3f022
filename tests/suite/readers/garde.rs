//! The door to garde.

use customer_rules::format::Text;
use customer_rules::front_payment::{PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules::{Rule, RuleSet, Unvalidated, Violations, field, payload};
use garde::Validate as _;

use crate::support::checks::Fickle;

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

static UNKEPT: RuleSet =
    RuleSet::new(&[field("name", &[Rule::Required, Rule::String])]).with_limit(0);
static FICKLE: RuleSet = RuleSet::new(&[field(
    "name",
    &[Rule::Required, Rule::String, Rule::Custom(&OFTEN)],
)]);
static OFTEN: Fickle = Fickle::new();

payload! {
    /// A document of which no violation is kept.
    struct Unkept<'a> of UNKEPT {
        name: Required Text<'a> = "name",
    }
}

payload! {
    /// A document that is judged otherwise the second time.
    struct Judged<'a> of FICKLE {
        name: Required Text<'a> = "name",
    }
}

#[test]
fn a_report_without_violations_is_no_yes() {
    let unkept: Unvalidated<Unkept<'_>> = serde_json::from_str("{}").unwrap();
    let judged: Unvalidated<Judged<'_>> = serde_json::from_str(r#"{"name": "Kari"}"#).unwrap();
    assert!(!unkept.is_valid() && unkept.violations().is_empty());
    for report in [
        unkept.validate().unwrap_err(),
        judged.validate().unwrap_err(),
    ] {
        assert_eq!(report.to_string(), "The document is invalid.\n");
    }
    assert!(unkept.check().is_err());
    // A refusal on its way to garde stays one, and no violations are none.
    let refused = PRIVATE_CUSTOMER
        .with_limit(0)
        .check_json(b"{}")
        .unwrap_err();
    let report: garde::Report = refused.violations().unwrap().clone().into();
    assert_eq!(report.iter().count(), 1);
    assert!(garde::Report::from(Violations::default()).is_empty());
}
