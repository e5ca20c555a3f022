//! Paths: three ways to write one.

use customer_rules::violation::Segment;
use proptest::prelude::*;
use serde_json::json;

use crate::support::documents::cases;
use crate::support::tables::{GRID, any_table_and_document};
use crate::support::verdicts::violations;

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_path_is_its_segments_with_dots_slashes_or_stars(
        (rules, document) in any_table_and_document(),
    ) {
        for violation in &violations(rules, &document) {
            let path = violation.path();
            let segments: Vec<String> = path.segments().map(|s| s.to_string()).collect();
            prop_assert_eq!(path.segments().len(), segments.len());
            prop_assert_eq!(path.to_string(), segments.join("."));
            prop_assert!(path.is(&segments.join(".")) && path.is_under(&segments[0]));
            let unescaped = path.pointer().to_string().split('/').skip(1).map(|segment| {
                segment.replace("~1", "/").replace("~0", "~")
            }).collect::<Vec<_>>();
            prop_assert_eq!(&unescaped, &segments);
            // A key of a row stays, and that of an element is a star: the document has it.
            let row = path.row().to_string();
            let keys: Vec<&str> = row.split('.').collect();
            prop_assert_eq!(keys.len(), segments.len());
            for (key, segment) in keys.iter().zip(path.segments()) {
                prop_assert!(*key == "*" || Segment::Key(key) == segment);
            }
            let known = rules.rows().find(|known| known.to_string() == row);
            prop_assert!(known.is_some_and(|known| known.keys().eq(keys)));
        }
    }
}

#[test]
fn a_key_with_a_dot_is_one_segment() {
    let document = json!({"grid": {"a.b": [1, "x"], "~/": ["x"]}});
    let violations = violations(&GRID, &document);
    let mut shown: Vec<_> = violations
        .iter()
        .map(|v| {
            [
                v.path().to_string(),
                v.path().pointer().to_string(),
                v.path().row().to_string(),
            ]
        })
        .collect();
    // serde_json may put the keys into another order.
    shown.sort();
    assert_eq!(
        shown,
        [
            ["grid.a.b.1", "/grid/a.b/1", "grid.*.*"],
            ["grid.~/.0", "/grid/~0~1/0", "grid.*.*"],
        ]
    );
    assert_eq!(violations.under("grid.a.b").count(), 1);
    assert_eq!(violations.under("grid.a").count(), 0);
}
