//! The walk over rows beside slots: the verdict, and what is wrong.

use std::cell::Cell;

use customer_rules::Rule::{Array, Nullable, Required, String};
use customer_rules::{RuleSet, element, field};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::support::documents::{cases, rule_sets};
use crate::support::tables::{EVERY_SHAPE, GRID, nearly_valid};
use crate::support::verdicts::{codes, messages, sent, violations};

/// Asserts that the verdict is that of the list of what is wrong, and that many documents
/// are valid and many are not.
fn assert_one_verdict(documents: &impl Strategy<Value = (&'static RuleSet, Value)>) {
    let (valid, refused) = (Cell::new(0), Cell::new(0));
    let mut runner = TestRunner::new(cases());
    let outcome = runner.run(documents, |(rules, document)| {
        let read = rules.read(&document).unwrap();
        let count = if read.is_valid() { &valid } else { &refused };
        count.set(count.get() + 1);
        prop_assert_eq!(read.is_valid(), read.violations().is_empty());
        prop_assert_eq!(read.is_valid(), read.check().is_ok());
        Ok(())
    });
    assert!(outcome.is_ok(), "{}", outcome.unwrap_err());
    let rare = (valid.get() + refused.get()) / 50;
    assert!(
        valid.get() > rare && refused.get() > rare,
        "{valid:?} {refused:?}"
    );
}

#[test]
fn a_document_is_valid_if_nothing_is_wrong_with_it() {
    let of = |rules: &'static RuleSet| (Just(rules), nearly_valid(rules));
    assert_one_verdict(&of(&EVERY_SHAPE));
    assert_one_verdict(&rule_sets().prop_flat_map(of));
}

#[test]
fn lists_in_lists_are_judged_element_by_element() {
    let document = json!({"grid": [[1, "2"], null, [], "x", [true, [3]]]});
    assert_eq!(
        codes(&violations(&GRID, &document)),
        ["grid.3 list", "grid.4.0 integer", "grid.4.1 integer"]
    );
    let named = json!({"grid": {"b": [2], "a": [1, "1"]}});
    assert_eq!(
        sent(&GRID, &named),
        json!({"grid": {"a": [1, 1], "b": [2]}})
    );
}

#[test]
fn an_empty_container_is_missing_where_one_is_required() {
    static TAGS: RuleSet = RuleSet::new(&[
        field("tags", &[Required, Array]).each_element(&element(&[Nullable, String]))
    ]);
    for tags in [json!([]), json!({}), json!(null), json!(" ")] {
        let violations = violations(&TAGS, &json!({"tags": tags}));
        assert_eq!(
            messages(&violations),
            ["The tags field is required."],
            "{tags}"
        );
    }
    assert_eq!(
        sent(&TAGS, &json!({"tags": [null]})),
        json!({"tags": [null]})
    );
}
