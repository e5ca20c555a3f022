//! The walk over rows beside slots: the verdict, and what is wrong.

use std::cell::Cell;

use customer_rules::Rule::{Array, Nullable, Required, String};
use customer_rules::{RULE_SETS, RuleSet, element, field};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::json;

use crate::support::documents::cases;
use crate::support::tables::{EVERY_SHAPE, GRID, nearly_valid};
use crate::support::verdicts::{codes, messages, sent, violations};

#[test]
fn a_document_is_valid_if_nothing_is_wrong_with_it() {
    for rules in RULE_SETS.iter().copied().chain([&EVERY_SHAPE]) {
        let (valid, refused) = (Cell::new(0), Cell::new(0));
        let mut runner = TestRunner::new(cases());
        let outcome = runner.run(&nearly_valid(rules), |document| {
            let read = rules.read(&document).unwrap();
            let count = if read.is_valid() { &valid } else { &refused };
            count.set(count.get() + 1);
            prop_assert_eq!(read.is_valid(), read.violations().is_empty());
            prop_assert_eq!(read.is_valid(), read.check().is_ok());
            Ok(())
        });
        assert!(
            outcome.is_ok(),
            "{}: {}",
            rules.name(),
            outcome.unwrap_err()
        );
        let rare = (valid.get() + refused.get()) / 50;
        assert!(
            valid.get() > rare && refused.get() > rare,
            "{valid:?} {refused:?}"
        );
    }
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
