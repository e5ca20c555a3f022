//! The walk over the rows of a table.

use std::collections::BTreeMap;

use customer_rules::{Code, RULE_SETS, RuleSet};
use proptest::prelude::*;

use super::nested::NESTED;
use crate::support::documents::cases;
use crate::support::tables::{EVERY_SHAPE, GRID, LINES, any_table_and_document};
use crate::support::verdicts::violations;

#[test]
fn rows_come_in_the_order_of_their_ordinals() {
    let ours = RULE_SETS.iter().copied();
    let nested = NESTED.iter().map(|(_, nested)| nested);
    for rules in ours.chain(nested).chain([&EVERY_SHAPE, &GRID, &LINES]) {
        let ordinals: Vec<usize> = rules.rows().map(|row| row.ordinal()).collect();
        assert_eq!(ordinals, (0..ordinals.len()).collect::<Vec<_>>());
        // The table counts its rows without this walk.
        let shown = format!("{rules:?}");
        let count = format!("fields: {},", ordinals.len());
        assert!(shown.contains(&count), "{shown} {count}");
    }
}

#[test]
fn a_row_has_the_keys_from_the_top_of_the_table() {
    let rows = |rules: &RuleSet| -> Vec<String> {
        let rows = rules.rows();
        rows.map(|row| {
            let keys = row.keys().collect::<Vec<_>>().join(".");
            assert_eq!(row.to_string(), keys);
            assert!(keys.ends_with(row.field().key()));
            keys
        })
        .collect()
    };
    assert_eq!(
        rows(&LINES),
        ["lines", "lines.*.kind", "lines.*.size", "note"]
    );
    assert_eq!(rows(&GRID), ["grid", "grid.*", "grid.*.*"]);
    assert_eq!(
        rows(&EVERY_SHAPE),
        [
            "name",
            "inside",
            "inside.name",
            "inside.short",
            "inside.address",
            "inside.address.street",
            "inside.address.country",
            "inside.address.floor",
            "list",
            "list.*.name",
            "list.*.mails",
            "list.*.mails.*",
            "addresses",
            "addresses.*",
            "addresses.*.street",
            "addresses.*.country",
            "addresses.*.floor",
            "deep",
            "deep.*",
            "deep.*.*",
            "word",
            "odd",
        ]
    );
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn violations_come_in_the_order_of_the_rows_that_they_name(
        (rules, document) in any_table_and_document(),
    ) {
        let ordinals: BTreeMap<String, usize> =
            rules.rows().map(|row| (row.to_string(), row.ordinal())).collect();
        let count = ordinals.len();
        let found = violations(rules, &document);
        let found = found.iter().map(|violation| {
            let ordinal = ordinals.get(&violation.path().row().to_string());
            // Rules across fields come after those of all rows.
            let across = if violation.code() == Code::RequiredOneOf { count } else { 0 };
            ordinal.map(|ordinal| ordinal + across)
        });
        let found: Vec<Option<usize>> = found.collect();
        prop_assert!(found.iter().all(Option::is_some) && found.is_sorted(), "{found:?}");
    }
}
