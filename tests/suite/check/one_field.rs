//! One field, or a group of fields, at a time.

use std::collections::BTreeSet;

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, SEARCH_CUSTOMERS};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{Code, Field, RuleSet, Violation, Violations};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::documents::cases;
use crate::support::faults::places;
use crate::support::tables::{EVERY_SHAPE, GRID, any_table_and_document, pointer, pointers};
use crate::support::verdicts::violations;

fn segments(violation: &Violation) -> Vec<String> {
    let segments = violation.path().segments();
    segments.map(|segment| segment.to_string()).collect()
}

/// How many segments lead to the object that the broken rule belongs to, if it is a rule
/// across fields. Ours belong to the document.
fn depth_of_object(violation: &Violation) -> usize {
    let segments = segments(violation);
    match segments.split_last() {
        _ if violation.code() != Code::RequiredOneOf => usize::MAX,
        // The addresses of the table with rows of every shape.
        Some((last, above)) if ["street", "country", "floor"].contains(&last.as_str()) => {
            above.len()
        }
        _ => 0,
    }
}

/// The violations of a value alone: those at its path and inside, without those of rules
/// that look at fields around it.
fn inside<'v>(all: &'v Violations, path: &[String]) -> Vec<&'v Violation> {
    let inside = all
        .iter()
        .filter(|violation| segments(violation).starts_with(path));
    inside
        .filter(|violation| depth_of_object(violation) >= path.len())
        .collect()
}

/// The paths of every row and of everything in the document, those of groups too.
fn spots(rows: &[(Vec<String>, &'static Field)], document: &Value) -> BTreeSet<Vec<String>> {
    let rows = rows.iter().map(|(path, _)| path);
    let mut spots: BTreeSet<_> = rows
        .flat_map(|path| (1..=path.len()).map(|len| path[..len].to_vec()))
        .collect();
    let mut inside = Vec::new();
    pointers(document, "", &mut inside);
    let unescaped = |segment: &str| segment.replace("~1", "/").replace("~0", "~");
    let inside = inside.iter().map(|pointer| pointer.split('/').skip(1));
    spots.extend(inside.map(|segments| segments.map(unescaped).collect()));
    spots.remove(&Vec::new());
    spots
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_field_or_group_alone_gives_the_violations_of_the_document(
        (rules, document) in any_table_and_document(),
    ) {
        let all = violations(rules, &document);
        let rows = places(rules.fields(), &document);
        for path in spots(&rows, &document) {
            if path.iter().any(|key| key.contains('.')) {
                // In a dotted path such a key is two. The next test has them.
                continue;
            }
            let row = rows.iter().find(|(row, _)| *row == path);
            let expected = inside(&all, &path);
            let Some(found) = rules.at(&path.join(".")) else {
                prop_assert!(row.is_none() && expected.is_empty(), "{path:?}");
                continue;
            };
            prop_assert_eq!(found.path().to_string(), path.join("."));
            if let Some((_, row)) = row {
                prop_assert!(std::ptr::eq(found.field().unwrap(), *row));
            }
            let value = document.pointer(&pointer(&path)).unwrap_or(&Value::Null);
            let of_value = found.check_value(value).unwrap();
            prop_assert_eq!(of_value.iter().collect::<Vec<_>>(), &expected[..], "{:?}", path);
            let of_text = found.check_json(value.to_string().as_bytes()).unwrap();
            prop_assert_eq!(&of_text, &of_value);
            if let Value::String(text) = value {
                prop_assert_eq!(&found.check_text(text), &of_value);
            }
        }
    }

    #[test]
    fn the_path_of_a_violation_finds_its_field_again(
        (rules, document) in any_table_and_document(),
    ) {
        let all = violations(rules, &document);
        for violation in &all {
            let found = rules.at_path(violation.path()).unwrap();
            prop_assert_eq!(&found.path(), violation.path());
            let row = rules.rows().find(|row| row.to_string() == violation.path().row().to_string());
            prop_assert!(std::ptr::eq(found.field().unwrap(), row.unwrap().field()));
            let place = violation.path().pointer().to_string();
            let value = document.pointer(&place).unwrap_or(&Value::Null);
            let alone = found.check_value(value).unwrap();
            let expected = inside(&all, &segments(violation));
            prop_assert_eq!(alone.iter().collect::<Vec<_>>(), expected);
        }
    }
}

#[test]
fn a_path_that_leads_to_no_row_finds_nothing() {
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
}

#[test]
fn an_element_has_a_row_if_the_table_has_one_for_it() {
    let has_row = |rules: &RuleSet, path: &str| rules.at(path).map(|at| at.field().is_some());
    for (path, expected) in [
        ("additionalContact", Some(true)),
        ("additionalContact.*", Some(false)),
        ("additionalContact.0", Some(false)),
        ("additionalContact.main", Some(false)),
        ("additionalContact.*.email", Some(true)),
    ] {
        assert_eq!(has_row(&CORPORATE_CUSTOMER, path), expected, "{path}");
    }
    assert_eq!(has_row(&CHANGE_CUSTOMER_INFO, "emails.7"), Some(true));
    let cell = GRID.at("grid.4.0").unwrap();
    assert!(cell.field().unwrap().is_required());
    assert_eq!(cell.path().to_string(), "grid.4.0");
}

#[test]
fn a_field_names_those_to_check_again() {
    let again = |rules: &RuleSet, path: &str| -> Vec<String> {
        let again = rules.at(path).unwrap().check_again();
        again.iter().map(ToString::to_string).collect()
    };
    // Each field of the rule once, in the order of the rule, without the field itself.
    assert_eq!(
        again(&SEARCH_CUSTOMERS, "email"),
        [
            "phoneNumber",
            "companyName",
            "lastName",
            "streetAddress",
            "postalCode",
            "postalPlace",
        ]
    );
    assert!(again(&SEARCH_CUSTOMERS, "firstName").is_empty());
    // Inside an object, and inside an element, they have the longer path too.
    assert_eq!(
        again(&EVERY_SHAPE, "inside.address.street"),
        ["inside.address.country", "inside.address.floor"]
    );
    assert_eq!(
        again(&EVERY_SHAPE, "addresses.3.floor"),
        ["addresses.3.street", "addresses.3.country"]
    );
    // A rule of the document names a field of an object inside.
    assert_eq!(
        again(&EVERY_SHAPE, "inside.name"),
        ["name", "list", "addresses", "deep", "word", "odd"]
    );
}

#[test]
fn a_field_shows_its_path_and_rules() {
    let zip = PRIVATE_CUSTOMER.at("addresses.billing.zip").unwrap();
    assert_eq!(
        format!("{zip:?}"),
        r#"FieldCheck { path: Path[Key("addresses"), Key("billing"), Key("zip")], rules: Some([Required, String]), .. }"#
    );
}
