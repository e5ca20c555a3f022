//! Tables made from tables, and one field at a time.

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, CHECK_CREDENTIALS, SEARCH_CUSTOMERS};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Code, CrossRule, RULE_SETS, Rule, RuleSet, Violation, element, field};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::checks::Constant;
use crate::documents::any_document;
use crate::faults::places;

/// Each rule set as the value of a member, and as every element of a list.
macro_rules! nested {
    ($($rules:ident),+) => {
        static NESTED: &[(&RuleSet, RuleSet)] = &[$((&$rules, RuleSet::new(&[
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

type Found = Vec<(String, Code, Value)>;

fn found<'a>(violations: impl Iterator<Item = &'a Violation>) -> Found {
    let shown = violations.map(|v| (v.path().to_string(), v.code(), json!(v.params())));
    shown.collect()
}

fn check(rules: &RuleSet, document: &Value) -> Found {
    match rules.check_value(document) {
        Ok(_) => Vec::new(),
        Err(rejection) => found(rejection.violations().unwrap().iter()),
    }
}

/// Those of the paths that start so, without the start.
fn below(start: &str, found: &Found) -> Found {
    let inside = found.iter().filter_map(|(path, code, params)| {
        Some((path.strip_prefix(start)?.to_owned(), *code, params.clone()))
    });
    inside.collect()
}

#[test]
fn every_rule_set_is_nested() {
    assert_eq!(NESTED.len(), RULE_SETS.len());
}

proptest! {
    #![proptest_config(crate::documents::cases())]

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

    #[test]
    fn one_field_at_a_time_gives_the_violations_of_the_document(
        (rules, document) in prop::sample::select(RULE_SETS)
            .prop_flat_map(|rules| (Just(rules), any_document(rules))),
    ) {
        let all = check(rules, &document);
        for (path, row) in places(rules.fields(), &document) {
            if path.iter().any(|key| key.contains('.')) {
                // Such a key cannot be told from two.
                continue;
            }
            let pointer = format!("/{}", path.join("/"));
            let path = path.join(".");
            let field = rules.at(&path).unwrap();
            prop_assert_eq!(field.field().unwrap().key(), row.key());
            let value = document.pointer(&pointer).unwrap_or(&Value::Null);
            let inside = format!("{path}.");
            let is_inside = |at: &str| at == path || at.starts_with(&inside);
            let expected: Found = all
                .iter()
                .filter(|(at, code, _)| is_inside(at) && *code != Code::RequiredOneOf)
                .cloned()
                .collect();
            prop_assert_eq!(&found(field.check_value(value).unwrap().iter()), &expected);
            prop_assert_eq!(&found(field.check_json(value.to_string().as_bytes()).unwrap().iter()), &expected);
            if let Value::String(text) = value {
                prop_assert_eq!(&found(field.check_text(text).iter()), &expected);
            }
        }
    }
}

#[test]
fn paths_that_are_no_rows() {
    for path in [
        "",
        ".",
        "nam",
        "name.x",
        "addresses.",
        "addresses.billing.zip.x",
        "addresses..zip",
    ] {
        assert!(PRIVATE_CUSTOMER.at(path).is_none(), "{path}");
    }
    for path in ["additionalContact.0.x", "additionalContact.0.email.x"] {
        assert!(CORPORATE_CUSTOMER.at(path).is_none(), "{path}");
    }
    assert!(CORPORATE_CUSTOMER.at("additionalContact.*").is_some());
    assert!(CORPORATE_CUSTOMER.at("additionalContact.*.email").is_some());
    assert!(CHANGE_CUSTOMER_INFO.at("emails.7").is_some());
}

#[test]
fn constraints_are_data() {
    let field = |path: &str| PRIVATE_CUSTOMER.field(path);
    assert!(field("addresses.billing.zip").is_required());
    assert!(!field("addresses.shipping.zip").is_required());
    assert_eq!(
        field("preferredLanguage").choices(),
        Some(&["en", "no", "sv", "da", "de"][..])
    );
    assert_eq!(
        field("personalNumber").digits(),
        Some(customer_rules::format::Count::Exactly(11))
    );
    assert_eq!(field("name").max_chars(), None);
    assert_eq!(field("name").pattern(), None);
}

#[test]
fn what_to_check_again() {
    let again = |rules: &RuleSet, path: &str| -> Vec<String> {
        let field = rules.at(path).unwrap();
        field
            .check_again()
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    let all = [
        "phoneNumber",
        "email",
        "companyName",
        "lastName",
        "streetAddress",
        "postalCode",
        "postalPlace",
    ];
    assert_eq!(again(&SEARCH_CUSTOMERS, "email").len(), all.len() - 1);
    assert!(again(&SEARCH_CUSTOMERS, "firstName").is_empty());
    // Inside of a table, and of elements, they have the longer path too.
    let (_, nested) = NESTED
        .iter()
        .find(|(rules, _)| rules.name() == "connect/search")
        .unwrap();
    assert_eq!(again(nested, "customer.email")[0], "customer.phoneNumber");
    assert_eq!(
        again(nested, "customers.3.email")[0],
        "customers.3.phoneNumber"
    );
}

#[test]
fn lists_of_lists() {
    use Rule::{Array, Integer, List, Nullable, Required};
    static GRID: RuleSet = RuleSet::new(&[field("grid", &[Nullable, Array])
        .each_element(&element(&[Nullable, List]).each_element(&element(&[Required, Integer])))]);
    let document = json!({"grid": [[1, "2"], null, [], "x", [true, [3]]]});
    let faults: Vec<_> = check(&GRID, &document)
        .into_iter()
        .map(|(path, code, _)| (path, code))
        .collect();
    assert_eq!(
        faults,
        [
            ("grid.3".to_owned(), Code::List),
            ("grid.4.0".to_owned(), Code::Integer),
            ("grid.4.1".to_owned(), Code::Integer),
        ]
    );
    let named = json!({"grid": {"b": [2], "a": [1, "1"]}});
    let sent = serde_json::to_value(GRID.check_value(&named).unwrap()).unwrap();
    assert_eq!(sent, json!({"grid": {"a": [1, 1], "b": [2]}}));
    let cell = GRID.at("grid.4.0").unwrap();
    assert!(cell.field().unwrap().is_required());
    assert_eq!(
        cell.check_text("x")
            .iter()
            .next()
            .unwrap()
            .path()
            .to_string(),
        "grid.4.0"
    );
}

#[test]
fn a_rule_across_fields_names_each_field_once() {
    static RULE: CrossRule = CrossRule::Custom {
        check: &Constant(false),
        paths: &["first", "second"],
        at_fault: &["second", "third"],
    };
    static TABLE: RuleSet = RuleSet::new(&[
        field("third", &[]),
        field("second", &[]),
        field("first", &[]),
    ])
    .across(&[RULE]);
    assert_eq!(
        RULE.paths().collect::<Vec<_>>(),
        ["first", "second", "third"]
    );
    let rejection = TABLE.check_value(&json!({})).unwrap_err();
    let messages: Vec<_> = rejection
        .violations()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    // In the order of the table.
    assert_eq!(
        messages,
        [
            "The third is wrong, and third it stays.",
            "The second is wrong, and second it stays.",
        ]
    );
}
