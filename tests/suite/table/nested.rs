//! Tables made of other tables.

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, CHECK_CREDENTIALS, SEARCH_CUSTOMERS};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Code, RULE_SETS, Rule, RuleSet, element, field};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::documents::{any_document, cases};
use crate::support::verdicts::violations;

/// Each rule set as the value of a member, and as every element of a list.
macro_rules! nested {
    ($($rules:ident),+) => {
        pub(super) static NESTED: &[(&RuleSet, RuleSet)] = &[$((&$rules, RuleSet::new(&[
            field("customer", &[]).members($rules.fields()).across($rules.get_across()),
            field("customers", &[Rule::Nullable, Rule::Array]).each_element(
                &element(&[]).members($rules.fields()).across($rules.get_across()),
            ),
        ]))),+];
    };
}
nested!(
    PRIVATE_CUSTOMER,
    CORPORATE_CUSTOMER,
    CHANGE_CUSTOMER_INFO,
    SEARCH_CUSTOMERS,
    CHECK_CREDENTIALS
);

#[test]
fn every_rule_set_is_nested() {
    assert_eq!(NESTED.len(), RULE_SETS.len());
}

type Found = Vec<(String, Code, Value)>;

fn check(rules: &RuleSet, document: &Value) -> Found {
    let violations = violations(rules, document);
    let found = violations
        .iter()
        .map(|v| (v.path().to_string(), v.code(), json!(v.params())));
    found.collect()
}

/// Those of the paths that start so, without the start.
fn below(start: &str, found: &Found) -> Found {
    let inside = found.iter().filter_map(|(path, code, params)| {
        Some((path.strip_prefix(start)?.to_owned(), *code, params.clone()))
    });
    inside.collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_nested_table_gives_the_same_violations_with_a_longer_path(
        ((rules, nested), document) in prop::sample::select(NESTED)
            .prop_flat_map(|pair| (Just(pair), any_document(pair.0))),
    ) {
        let alone = check(rules, &document);
        let inside = check(&nested, &json!({"customer": document, "customers": [document, document]}));
        prop_assert_eq!(&below("customer.", &inside), &alone);
        for index in ["customers.0.", "customers.1."] {
            prop_assert_eq!(&below(index, &inside), &alone);
        }
        prop_assert_eq!(inside.len(), 3 * alone.len());
    }
}
