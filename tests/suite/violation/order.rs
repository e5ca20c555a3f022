//! Violations put together by hand stay in the order of the table.

use std::collections::BTreeMap;

use customer_rules::rule::Statement;
use customer_rules::{Code, Path, RuleSet, Violation, Violations};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::support::documents::cases;
use crate::support::tables::{GRID, LINES, any_table_and_document};
use crate::support::verdicts::violations;

static TAKEN: Statement = Statement::new("taken", "The {attribute} is taken.");

/// The violations of each path together, in the order that the keys make.
fn shuffled(violations: &Violations, keys: &[u8]) -> Vec<Violation> {
    let mut by_path: BTreeMap<&Path, Vec<&Violation>> = BTreeMap::new();
    for violation in violations {
        by_path.entry(violation.path()).or_default().push(violation);
    }
    let mut groups: Vec<_> = by_path.into_values().zip(keys.iter().cycle()).collect();
    groups.sort_by_key(|(_, key)| *key);
    let groups = groups.into_iter().flat_map(|(group, _)| group);
    groups.cloned().collect()
}

/// Whether an element of a map has a violation. Elements of a list have an order, which is
/// that of their indexes; those of a map have none but the document's.
fn has_map(document: &Value, violations: &Violations) -> bool {
    violations.iter().any(|violation| {
        let row = violation.path().row().to_string();
        let pointer = violation.path().pointer().to_string();
        let mut container = String::new();
        row.split('.')
            .zip(pointer.split('/').skip(1))
            .any(|(key, segment)| {
                let is_map = document.pointer(&container).is_some_and(Value::is_object);
                container = format!("{container}/{segment}");
                key == "*" && is_map
            })
    })
}

fn rows(violations: &Violations) -> Vec<String> {
    let rows = violations.iter().map(|v| v.path().row().to_string());
    rows.collect()
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn inserted_in_any_order_they_stand_in_the_tables(
        (rules, document) in any_table_and_document(),
        keys in prop::collection::vec(any::<u8>(), 50),
    ) {
        let all = violations(rules, &document);
        let shuffled = shuffled(&all, &keys);
        let mut inserted = Violations::default();
        for violation in &shuffled {
            inserted.insert(violation.clone());
        }
        prop_assert_eq!(rows(&inserted), rows(&all));
        if !has_map(&document, &all) {
            prop_assert_eq!(&inserted, &all);
        }
        // Half of them at a time is the same.
        let (first, second) = shuffled.split_at(shuffled.len() / 2);
        let mut extended: Violations = first.iter().cloned().collect();
        extended.extend(second.iter().cloned());
        prop_assert_eq!(rows(&extended), rows(&all));
        let mut extended = Violations::default();
        extended.extend(shuffled);
        prop_assert_eq!(extended, inserted);
    }

    #[test]
    fn a_violation_made_by_hand_comes_after_those_of_its_field(
        (rules, document) in any_table_and_document(),
        at: prop::sample::Index,
    ) {
        let mut all = violations(rules, &document);
        if all.is_empty() {
            return Ok(());
        }
        let path = all.iter().nth(at.index(all.len())).unwrap().path().clone();
        let row = path.row().to_string();
        let ordinal_of = |rules: &RuleSet, row: &str| rules.rows().position(|other| other.to_string() == row);
        let own = ordinal_of(rules, &row);
        all.insert(rules.at_path(&path).unwrap().violation(&TAKEN));
        let place = all.iter().position(|v| v.code() == Code::Custom("taken")).unwrap();
        let made = all.iter().nth(place).unwrap();
        prop_assert_eq!(made.path(), &path);
        prop_assert_eq!(made.params(), customer_rules::rule::Params::Custom(TAKEN));
        for (position, other) in all.iter().enumerate() {
            if other.code() == Code::RequiredOneOf {
                // Rules across fields come after all rows.
                prop_assert!(position > place);
                continue;
            }
            let ordinal = ordinal_of(rules, &other.path().row().to_string());
            let is_in_order = if position < place { ordinal <= own } else { ordinal >= own };
            prop_assert!(is_in_order);
            prop_assert!(*other.path() != path || position <= place);
        }
    }

    #[test]
    fn the_violations_under_a_path_are_those_of_what_is_inside(
        (rules, document) in any_table_and_document(),
    ) {
        let all = violations(rules, &document);
        let starts = |violation: &Violation| -> Vec<String> {
            let segments: Vec<_> = violation.path().segments().map(|s| s.to_string()).collect();
            (1..=segments.len()).map(|len| segments[..len].join(".")).collect()
        };
        let mut texts: Vec<String> = all.iter().flat_map(starts).collect();
        // None of these is a whole path: they end in the middle of a key.
        texts.extend(all.iter().map(|v| format!("{}x", v.path())));
        texts.extend(["x".to_owned(), ".".to_owned()]);
        for text in &texts {
            let expected = all.iter().filter(|v| starts(v).contains(text));
            prop_assert!(all.under(text).eq(expected), "{text}");
            let own = all.iter().filter(|v| v.path().to_string() == *text);
            prop_assert!(all.for_field(text).eq(own), "{text}");
        }
        prop_assert!(all.under("").eq(all.iter()));
    }
}

#[test]
fn later_elements_come_after_earlier_ones() {
    let faulty = json!({"kind": 1, "size": 2});
    let document = json!({"note": 3, "lines": vec![faulty; 11]});
    let all = violations(&LINES, &document);
    assert_eq!(all.len(), 23);
    // From the last to the first, and from the middle to both ends.
    let middle = |position: usize| position.abs_diff(11);
    let reversed: Vec<Violation> = all.iter().rev().cloned().collect();
    let mut from_middle: Vec<_> = all.iter().cloned().enumerate().collect();
    from_middle.sort_by_key(|(position, _)| middle(*position));
    let from_middle = from_middle.into_iter().map(|(_, violation)| violation);
    for order in [reversed, from_middle.collect()] {
        let mut inserted = Violations::default();
        inserted.extend(order);
        assert_eq!(inserted, all);
    }
    // Of two elements that are in elements, the outer one counts first.
    let document = json!({"grid": [["x", "x"], [1, "x"], ["x"]]});
    let all = violations(&GRID, &document);
    let mut inserted = Violations::default();
    inserted.extend(all.iter().rev().cloned());
    assert_eq!(inserted, all);
    let paths = inserted.iter().map(|v| v.path().to_string());
    assert_eq!(
        paths.collect::<Vec<_>>(),
        ["grid.0.0", "grid.0.1", "grid.1.1", "grid.2.0"]
    );
}
