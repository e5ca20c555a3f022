//! Tables with rows of every shape, and documents for them.

use customer_rules::Rule::{
    Array, Country, Custom, Email, Integer, List, MaxChars, Nullable, Object, OneOf, Required,
    String,
};
use customer_rules::{CrossRule, Field, RuleSet, element, field};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use super::checks::Constant;
use super::documents::{any_document, odd_scalar, rule_sets, soup, valid_object};

const ADDRESS: &[Field] = &[
    field("street", &[Nullable, String]),
    field("country", &[Nullable, String, Country]),
    field("floor", &[Nullable, Integer]),
];

static ONE_LINE: CrossRule = CrossRule::RequiredOneOf(&[&[&["street"]], &[&["country", "floor"]]]);

/// Rows of each shape, in every place that a row can have.
pub(crate) static EVERY_SHAPE: RuleSet = RuleSet::new(&[
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

/// Two rows in each element, and one after them.
pub(crate) static LINES: RuleSet = RuleSet::new(&[
    field("lines", &[Nullable, Array]).each(&[
        field("kind", &[Nullable, String]),
        field("size", &[Nullable, String]),
    ]),
    field("note", &[Nullable, String]),
]);

/// A list of lists.
pub(crate) static GRID: RuleSet = RuleSet::new(&[field("grid", &[Nullable, Array])
    .each_element(&element(&[Nullable, List]).each_element(&element(&[Required, Integer])))]);

/// The pointers to everything in a document.
pub(crate) fn pointers(value: &Value, at: &str, into: &mut Vec<std::string::String>) {
    into.push(at.to_owned());
    match value {
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                pointers(value, &format!("{at}/{index}"), into);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                pointers(value, &format!("{at}{}", pointer(&[key])), into);
            }
        }
        _ => {}
    }
}

/// The JSON Pointer that these keys and indexes make.
pub(crate) fn pointer(path: &[impl AsRef<str>]) -> std::string::String {
    let escaped = path.iter().map(|segment| {
        let segment = segment.as_ref().replace('~', "~0").replace('/', "~1");
        format!("/{segment}")
    });
    escaped.collect()
}

/// Documents of a table with up to two things in them replaced by anything.
pub(crate) fn nearly_valid(rules: &'static RuleSet) -> impl Strategy<Value = Value> {
    let empty = prop_oneof![Just(json!({})), Just(json!([])), Just(json!([null]))];
    let anything = prop_oneof![4 => odd_scalar(), 2 => empty, 1 => soup()];
    with_faults(
        rules,
        prop::collection::vec((any::<Index>(), anything), 0..3),
    )
}

/// Documents of a table, in which each fault is put in the place of something.
pub(crate) fn with_faults(
    rules: &'static RuleSet,
    faults: impl Strategy<Value = Vec<(Index, Value)>>,
) -> impl Strategy<Value = Value> {
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

/// A table, one of ours or the one with rows of every shape, and a document for it.
pub(crate) fn any_table_and_document() -> impl Strategy<Value = (&'static RuleSet, Value)> {
    let ours = rule_sets().prop_flat_map(|rules| (Just(rules), any_document(rules)));
    let shapes = (Just(&EVERY_SHAPE), nearly_valid(&EVERY_SHAPE));
    prop_oneof![2 => ours, 1 => shapes]
}
