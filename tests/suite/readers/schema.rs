//! The JSON Schemas of the tables, against the verdicts of the check and the recorded ones, as
//! `jsonschema` reads them.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use customer_rules::Rule::{
    Array, Country, Custom, Digits, E164, Email, Integer, List, MaxChars, Nullable, Object, OneOf,
    Pattern, Required, String as Text,
};
use customer_rules::format::Count::{AtLeast, Exactly};
use customer_rules::rule::Params;
use customer_rules::schema::JsonSchema;
use customer_rules::table::Fallback;
use customer_rules::{Code, CrossRule, Field, RULE_SETS, RuleSet, Violation, element, field};
use jsonschema::Validator;
use jsonschema::error::ValidationErrorKind;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

use crate::support::checks::Constant;
use crate::support::documents::{cases, is_precision_arbitrary, odd_scalar, soup};
use crate::support::tables::with_faults;

#[path = "../../../examples/schema.rs"]
#[expect(dead_code, reason = "its main is for the example")]
mod example;

const ADDRESS: &[Field] = &[
    field("street", &[Nullable, Text]),
    field("country", &[Nullable, Text, Country]),
];

static ONE_LINE: CrossRule = CrossRule::RequiredOneOf(&[&[&["street"]], &[&["country"]]]);

static PLATE: customer_rules::Pattern = customer_rules::Pattern::new(r"^[A-ZÅÄÖ]{2}.?\d{2,3}$");
static LETTER: customer_rules::Pattern = customer_rules::Pattern::new("[^A-C]");
/// In a syntax that ECMA 262 does not have.
static UNICODE: customer_rules::Pattern = customer_rules::Pattern::new(r"^\pL+$|^[0-9]$");

/// Rules and rows that no shipped table has, or not together.
static EVERY_RULE: RuleSet = RuleSet::new(&[
    field("any", &[]),
    field("there", &[Required, Custom(&Constant(true))]),
    field("never", &[Nullable, Custom(&Constant(false))]),
    field("short", &[Nullable, MaxChars(3)]),
    field("word", &[Nullable, OneOf(&["en", "47"])]).numbers_as_text(),
    field("flag", &[Required, OneOf(&["on"]), MaxChars(2)]),
    field("domain", &[Nullable, Text, OneOf(&["NO", "no"]), Country]),
    field("year", &[Nullable, Digits(Exactly(4))]),
    field("zip", &[Nullable, Text, Digits(AtLeast(3)), MaxChars(30)]).numbers_as_text(),
    field("code", &[Nullable, Integer]),
    field("phone", &[Required, E164, MaxChars(16)]),
    field("mail", &[Nullable, Email]),
    field(
        "plate",
        &[Nullable, Text, Pattern(&PLATE), Pattern(&LETTER)],
    ),
    field("tail", &[Nullable, Pattern(&UNICODE)]),
    field("lax", &[]).members(ADDRESS),
    field("home", &[Nullable, Object])
        .members(ADDRESS)
        .across(&[ONE_LINE]),
    field("work", &[Required, Array]).members(ADDRESS),
    field("tags", &[Required, Array]).each_element(&element(&[Required, Text, MaxChars(5)])),
    field("lines", &[]).each(&[field("kind", &[Required, Text]), field("note", &[])]),
    field("others", &[Nullable, List])
        .each_element(&element(&[]).members(ADDRESS).across(&[ONE_LINE])),
    field("places", &[Nullable, Object]).each_element(&element(&[]).members(ADDRESS)),
    field("grid", &[Nullable, Array])
        .each_element(&element(&[Required, List]).each_element(&element(&[Nullable, Integer]))),
])
.across(&[
    CrossRule::RequiredOneOf(&[&[&["short", "home.street"]], &[&["year"], &["zip"]]]),
    CrossRule::RequiredOneOf(&[&[&["lax.street"]], &[&["lines"]], &[&["code"]]]),
    CrossRule::Custom {
        check: &Constant(true),
        paths: &["any"],
        at_fault: &["any"],
    },
]);

static FILLED: RuleSet = EVERY_RULE
    .falling_back(&[Fallback::new("lax.street", "-", &["lax.street"])])
    .sending_absent_as_null();

/// All optional, so that a document that is not an object is accepted.
static OPTIONAL: RuleSet = RuleSet::new(&[field("a", &[Nullable, Text]), field("b", &[])]);

fn tables() -> impl Iterator<Item = &'static RuleSet> {
    let own = [&EVERY_RULE, &FILLED, &OPTIONAL];
    RULE_SETS.iter().copied().chain(own)
}

/// Both schemas of a table, compiled. Formats are asserted, though the schemas have none.
struct Schemas {
    incoming: Validator,
    sent: Validator,
}

impl Schemas {
    fn of(rules: &RuleSet) -> Self {
        let compile = |schema: &Value| {
            let options = jsonschema::options().should_validate_formats(true);
            options.build(schema).unwrap()
        };
        let schema = JsonSchema(rules);
        Self {
            incoming: compile(&schema.incoming()),
            sent: compile(&schema.sent()),
        }
    }

    /// Asserts what holds for every document. Returns whether the check accepts it.
    fn assert_wider(&self, rules: &'static RuleSet, document: &Value) -> bool {
        let Ok(checked) = rules.check_value(document) else {
            return false;
        };
        let errors = errors(&self.incoming, document);
        assert!(errors.is_empty(), "incoming, {errors:?}: {document}");
        let sent = serde_json::to_value(&checked).unwrap();
        let errors = self::errors(&self.sent, &sent);
        assert!(errors.is_empty(), "sent, {errors:?}: {sent}");
        true
    }

    /// Asserts that schema and check find faults at the same places.
    fn assert_agrees(&self, rules: &'static RuleSet, document: &Value) {
        let violations = rules
            .with_limit(10_000)
            .read(document)
            .unwrap()
            .violations();
        let unsaid = |violation: &&Violation| is_unsaid(violation.code());
        let unsaid: BTreeSet<_> = violations.iter().filter(unsaid).map(place).collect();
        let mut expected: BTreeSet<_> = violations
            .iter()
            .map(|violation| nearest(document, &place(violation)))
            .filter(|pointer| !unsaid.contains(pointer))
            .collect();
        let mut found = errors(&self.incoming, document);
        found.retain(|pointer| !unsaid.contains(pointer));
        // The check also judges what is inside a container of the wrong kind.
        let is_kind = |code| matches!(code, Code::Array | Code::List | Code::Object);
        let kinds = violations
            .iter()
            .filter(|violation| is_kind(violation.code()));
        let kinds: Vec<_> = kinds.map(|violation| place(violation) + "/").collect();
        let is_outside = |pointer: &String| !kinds.iter().any(|kind| pointer.starts_with(kind));
        found.retain(is_outside);
        expected.retain(is_outside);
        assert_eq!(found, expected, "{}: {document}", rules.name());
    }
}

/// Whether the schema says less than the rule.
fn is_unsaid(code: Code) -> bool {
    matches!(code, Code::Email | Code::Custom(_) | Code::Pattern)
}

/// Where a schema reports the violation: rules across fields are those of the object.
fn place(violation: &Violation) -> String {
    let pointer = violation.path().pointer().to_string();
    match violation.params() {
        Params::RequiredOneOf(substitutes) => {
            let depth = substitutes.member().split('.').count();
            let object = (0..depth).fold(pointer.as_str(), |pointer, _| {
                pointer.rsplit_once('/').unwrap().0
            });
            object.to_owned()
        }
        _ => pointer,
    }
}

/// The place itself if its object is there, or else the first place on the way to it that is
/// not an object or is missing.
fn nearest(document: &Value, pointer: &str) -> String {
    let ends = pointer.match_indices('/').map(|(at, _)| at);
    let above = ends.map(|end| &pointer[..end]).find(|above| {
        let is_index = pointer[above.len() + 1..].starts_with(|c: char| c.is_ascii_digit());
        match document.pointer(above) {
            Some(Value::Object(_)) => false,
            Some(Value::Array(_)) => !is_index,
            _ => true,
        }
    });
    above.unwrap_or(pointer).to_owned()
}

/// The places of a schema's errors. A missing member is at fault itself, not its object.
fn errors(schema: &Validator, document: &Value) -> BTreeSet<String> {
    let errors = schema.iter_errors(document);
    let places = errors.map(|error| match error.kind() {
        ValidationErrorKind::Required { property } => {
            format!("{}/{}", error.instance_path(), property.as_str().unwrap())
        }
        _ => error.instance_path().to_string(),
    });
    places.collect()
}

/// Whether schema and check must agree: every string is trimmed and not blank, and every number
/// is an integer that a validator reads as the check does.
fn is_plain(value: &Value) -> bool {
    match value {
        Value::String(text) => {
            let is_trimmed =
                |c: char| c.is_whitespace() || "\u{feff}\u{200b}\u{180e}\0".contains(c);
            let is_blank = text.is_empty();
            let needs_trimming = text.starts_with(is_trimmed) || text.ends_with(is_trimmed);
            // An integer beyond 64 bits is a text to the check.
            let is_long = text.len() > 18 && text.ends_with(|c: char| c.is_ascii_digit());
            !(is_blank || needs_trimming || is_long)
        }
        Value::Number(number) => number
            .as_i64()
            .is_some_and(|int| int.unsigned_abs() < 100_000_000_000_000),
        Value::Array(list) => list.iter().all(is_plain),
        Value::Object(map) => map.values().all(is_plain),
        Value::Null | Value::Bool(_) => true,
    }
}

#[test]
fn the_files_are_fresh() {
    for (name, fresh) in example::files() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(&name);
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        let kept: Value = serde_json::from_str(&kept).unwrap_or_default();
        assert!(
            kept == fresh,
            "{name} is stale; mend it with\n\n    cargo run --example schema -- --files\n"
        );
    }
}

#[test]
fn schemas_are_valid_by_the_metaschema() {
    for rules in tables() {
        for schema in [JsonSchema(rules).incoming(), JsonSchema(rules).sent()] {
            assert!(
                jsonschema::draft202012::meta::is_valid(&schema),
                "{schema:#}"
            );
        }
    }
}

#[test]
fn recorded_documents() {
    let recorded = [
        include_str!("../../data/front_payment.jsonl"),
        include_str!("../../data/front_payment_2.jsonl"),
    ];
    let fronts = RULE_SETS
        .iter()
        .filter(|rules| rules.name().starts_with("front-payment"));
    let schemas: BTreeMap<_, _> = fronts
        .map(|rules| (rules.name(), (*rules, Schemas::of(rules))))
        .collect();
    let (mut accepted, mut agreed) = (0, 0);
    for line in recorded.iter().flat_map(|text| text.lines()) {
        let row: Value = serde_json::from_str(line).unwrap();
        let name = format!("front-payment/{}", row["endpoint"].as_str().unwrap());
        let (rules, schemas) = &schemas[name.as_str()];
        // A number beyond the floats is not a `Value`.
        let Ok(document) = serde_json::from_str::<Value>(row["body"].as_str().unwrap()) else {
            continue;
        };
        accepted += i32::from(schemas.assert_wider(rules, &document));
        if is_plain(&document) {
            schemas.assert_agrees(rules, &document);
            agreed += 1;
        }
    }
    assert!(accepted > 500 && agreed > 500, "{accepted} {agreed}");
}

/// Values on either side of what the rules ask for.
fn telling_value() -> impl Strategy<Value = Value> {
    let texts = select(vec![
        "NO", "no", "on", "47", "en", "123", "12345", "123456", "åäö", "åäöæ", "AB 12", "ÅÄ123",
        "BA12", "+4712", "a@b.no", "-5", "007", "1234",
    ]);
    let numbers = select(vec![
        0_i64, -1, 9, 10, 47, 99, 100, 999, 1000, 9999, 10_000, 99_999, 100_000,
    ]);
    let fractions = select(vec![
        0.5,
        -0.0,
        47.0,
        12.000_000_000_000_001,
        999.999_999_999_999_9,
        9.223_372_036_854_776e18,
        1e14,
    ]);
    let others = select(vec![
        json!([]),
        json!({}),
        json!([null]),
        json!({"x": null}),
        json!(null),
        json!(true),
        json!({"street": null}),
        json!({"country": "NO"}),
        json!([{"kind": "a"}]),
        json!([[1]]),
    ]);
    prop_oneof![
        3 => texts.prop_map(Value::from),
        2 => numbers.prop_map(Value::from),
        1 => fractions.prop_map(Value::from),
        3 => others,
    ]
}

/// Documents of a table with a few things in them replaced.
fn nearly_valid(rules: &'static RuleSet) -> impl Strategy<Value = Value> {
    let anything = prop_oneof![6 => telling_value(), 1 => odd_scalar(), 1 => soup()];
    let faults = prop::collection::vec((any::<prop::sample::Index>(), anything), 0..4);
    with_faults(rules, faults)
}

#[test]
fn schemas_and_checks_agree() {
    if is_precision_arbitrary() {
        // Then a number is not what `jsonschema` takes it for.
        return;
    }
    // Of all tables together: hardly any document satisfies the one with every rule.
    let (accepted, agreed) = (Cell::new(0), Cell::new(0));
    for rules in tables() {
        let schemas = Schemas::of(rules);
        let outcome = TestRunner::new(cases()).run(&nearly_valid(rules), |document| {
            accepted.set(accepted.get() + i32::from(schemas.assert_wider(rules, &document)));
            if is_plain(&document) {
                schemas.assert_agrees(rules, &document);
                agreed.set(agreed.get() + 1);
            }
            Ok(())
        });
        assert!(
            outcome.is_ok(),
            "{}: {}",
            rules.name(),
            outcome.unwrap_err()
        );
    }
    assert!(
        accepted.get() > 20 && agreed.get() > 20,
        "{accepted:?} {agreed:?}"
    );
}
