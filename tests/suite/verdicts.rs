//! The verdict and the list of what is wrong come from two walks of their own. They are
//! of one opinion.

use std::cell::Cell;

use customer_rules::Rule::{
    Array, Country, Custom, Email, Integer, List, MaxChars, Nullable, Object, OneOf, Required,
    String,
};
use customer_rules::{CrossRule, Field, RULE_SETS, RuleSet, element, field};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::checks::Constant;
use crate::documents::{cases, odd_scalar, soup, valid_object};

const ADDRESS: &[Field] = &[
    field("street", &[Nullable, String]),
    field("country", &[Nullable, String, Country]),
    field("floor", &[Nullable, Integer]),
];

static ONE_LINE: CrossRule = CrossRule::RequiredOneOf(&[&[&["street"]], &[&["country", "floor"]]]);

/// Rows of each shape, in every place that a row can have.
static EVERY_SHAPE: RuleSet = RuleSet::new(&[
    field("name", &[Nullable, String]),
    // Without rules of its own, so that a text may stand there.
    field("inside", &[]).members(&[
        field("name", &[Nullable, String]),
        field("short", &[Nullable, String, MaxChars(5)]),
        field("address", &[Nullable, Object])
            .members(ADDRESS)
            .across(&[ONE_LINE]),
    ]),
    field("list", &[Nullable, Array]).each(&[
        field("name", &[Required, String]),
        field("mails", &[Nullable, List]).each_element(&element(&[Required, Email])),
    ]),
    field("addresses", &[Nullable, List]).each_element(
        &element(&[Nullable, Object])
            .members(ADDRESS)
            .across(&[ONE_LINE]),
    ),
    field("deep", &[Nullable, Array])
        .each_element(&element(&[Nullable, Array]).each_element(&element(&[Nullable, String]))),
    field("word", &[Nullable, OneOf(&["en", "NO"])]).numbers_as_text(),
    field("odd", &[Nullable, Custom(&Constant(true))]),
])
.across(&[CrossRule::RequiredOneOf(&[
    &[&["name", "inside.name"], &["list"]],
    &[&["addresses"], &["deep", "word"]],
    &[&["odd"]],
])]);

/// The pointers to everything in a document.
fn pointers(value: &Value, at: &str, into: &mut Vec<std::string::String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), into);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                let key = key.replace('~', "~0").replace('/', "~1");
                pointers(value, &format!("{at}/{key}"), into);
            }
        }
        _ => {}
    }
}

/// Documents of a table with up to two things in them replaced by anything.
fn nearly_valid(rules: &'static RuleSet) -> impl Strategy<Value = Value> {
    let empty = prop_oneof![Just(json!({})), Just(json!([])), Just(json!([null]))];
    let anything = prop_oneof![4 => odd_scalar(), 2 => empty, 1 => soup()];
    let faults = prop::collection::vec((any::<prop::sample::Index>(), anything), 0..3);
    (valid_object(rules.fields()), faults).prop_map(|(mut document, faults)| {
        for (at, value) in faults {
            let mut all = Vec::new();
            pointers(&document, "", &mut all);
            let place = all[at.index(all.len())].as_str();
            *document.pointer_mut(place).unwrap() = value;
        }
        document
    })
}

#[test]
fn a_document_is_valid_where_nothing_is_wrong_with_it() {
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
