//! Documents of every kind, made from the tables: valid ones, and soup.

use customer_rules::table::Each;
use customer_rules::{
    CrossRule, Field, RULE_SETS, Rule, RuleSet, format::Count, rule::Alternatives,
};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

use crate::support::faults::faulty;

/// A thousand cases of each property, unless `PROPTEST_CASES` says otherwise.
pub(crate) fn cases() -> ProptestConfig {
    let default = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    match std::env::var_os("PROPTEST_CASES") {
        Some(_) => default,
        None => ProptestConfig {
            cases: 1_000,
            ..default
        },
    }
}

pub(crate) fn rule_sets() -> impl Strategy<Value = &'static RuleSet> {
    select(RULE_SETS)
}

/// A text that every `String` row accepts, some of it in need of trimming.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-zÆØÅæøå0-9.+-]{1,20}",
        "[ \t\u{a0}]{0,2}[A-Za-z0-9]{1,3}[ \t\u{200b}]{0,2}",
        "[A-Z][a-z]{1,8} \"[a-z/\\\\]{1,8}\"",
    ]
}

fn email() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}@[a-z]{1,8}\\.(no|se|com)",
        "[a-zæøå]{1,4}\\.[a-z]{1,4}@[a-z]{1,4}-[a-zæøå]{1,4}",
        "\"[a-z ]{1,4}\"@localhost",
    ]
}

/// A value that all rules of the field accept.
fn valid_scalar(field: &'static Field) -> BoxedStrategy<Value> {
    for rule in field.rules() {
        match rule {
            Rule::Email => return email().prop_map(Value::from).boxed(),
            Rule::OneOf(words) => return select(*words).prop_map(Value::from).boxed(),
            Rule::Country => {
                return select(isocountry::CountryCode::as_array_alpha2())
                    .prop_map(|country| country.alpha2().into())
                    .boxed();
            }
            Rule::Digits(Count::Exactly(n)) => return matching(&format!("[0-9]{{{n}}}")),
            Rule::Digits(Count::AtLeast(n)) => {
                let text = matching(&format!("[0-9]{{{n},30}}"));
                return prop_oneof![text, (0..i64::MAX).prop_map(Value::from)].boxed();
            }
            Rule::E164 => return matching(r"\+[1-9][0-9]{1,14}"),
            Rule::Integer => {
                let number = any::<i64>().prop_map(Value::from);
                return prop_oneof![number, matching(" ?-?[0-9]{1,18}")].boxed();
            }
            Rule::MaxChars(count) => {
                let text = matching(&format!("[A-ZÆØÅa-zæøå]{{1,{count}}}"));
                let blank = text
                    .clone()
                    .prop_map(|text| format!(" {} ", text.as_str().unwrap()).into());
                return prop_oneof![text, blank].boxed();
            }
            _ => {}
        }
    }
    text().prop_map(Value::from).boxed()
}

fn matching(pattern: &str) -> BoxedStrategy<Value> {
    proptest::string::string_regex(pattern)
        .unwrap()
        .prop_map(Value::from)
        .boxed()
}

pub(crate) fn is_required(field: &Field) -> bool {
    matches!(field.rules(), [Rule::Required, ..])
}

/// A value of the field that its rules and those below it accept.
fn valid_value(field: &'static Field) -> BoxedStrategy<Value> {
    if let Some(each) = field.get_each() {
        let element = match each {
            Each::Row(element) => valid_value(element),
            Each::Members(members) => valid_object(members),
        };
        // A list that has to be there has to have something in it.
        let sizes = usize::from(is_required(field))..4;
        let list = prop::collection::vec(element.clone(), sizes).prop_map(Value::from);
        if field.rules().iter().any(|rule| matches!(rule, Rule::List)) {
            return list.boxed();
        }
        let map = prop::collection::btree_map("[a-z0-9.]{0,4}", element, 0..4)
            .prop_map(|map| Value::Object(map.into_iter().collect()));
        return prop_oneof![list, map].boxed();
    }
    match field.get_members() {
        [] => valid_scalar(field),
        members => valid_object(members),
    }
}

pub(crate) fn valid_object(fields: &'static [Field]) -> BoxedStrategy<Value> {
    let members: Vec<BoxedStrategy<Option<(String, Value)>>> = fields
        .iter()
        .map(|field| {
            let there = valid_value(field).prop_map(|value| Some((field.key().to_owned(), value)));
            if field.is_required() {
                there.boxed()
            } else {
                let null = Just(Some((field.key().to_owned(), Value::Null)));
                prop_oneof![1 => Just(None), 1 => null, 3 => there].boxed()
            }
        })
        .collect();
    members
        .prop_map(|members| members.into_iter().flatten().collect::<Map<_, _>>().into())
        .boxed()
}

/// A document that the rule set accepts.
pub(crate) fn valid(rules: &'static RuleSet) -> BoxedStrategy<Value> {
    // What makes a document complete that lacks what a rule across fields wants.
    let spare: Vec<_> = rules.fields().iter().map(valid_value).collect();
    let documents = (valid_object(rules.fields()), spare);
    documents
        .prop_map(move |(mut document, spare)| {
            let unmet: Vec<_> = unmet(rules, &document).collect();
            for alternatives in unmet {
                for group in alternatives[0] {
                    let field = rules
                        .fields()
                        .iter()
                        .position(|field| field.key() == group[0]);
                    document[group[0]] = spare[field.unwrap()].clone();
                }
            }
            document
        })
        .boxed()
}

/// The alternatives of which the document has none complete, of each rule across fields.
pub(crate) fn unmet<'a>(
    rules: &'a RuleSet,
    document: &'a Value,
) -> impl Iterator<Item = Alternatives> + use<'a> {
    let all = rules.get_across().iter().map(|rule| match rule {
        CrossRule::RequiredOneOf(alternatives) => *alternatives,
        other => panic!("which documents break {other}?"),
    });
    let is_met = |group: &&[&str]| group.iter().any(|key| has(document, key));
    all.filter(move |alternatives| !alternatives.iter().any(|groups| groups.iter().all(is_met)))
}

/// Whether a top-level member is there.
pub(crate) fn has(document: &Value, key: &str) -> bool {
    match document.get(key) {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim_matches(['\u{feff}', ' ']).is_empty(),
        Some(_) => true,
    }
}

/// Scalars that have been trouble.
pub(crate) fn odd_scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0u8..=9).prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        select(
            &[
                "",
                " ",
                "\0",
                "en",
                "NO",
                "a@b",
                "12345678901",
                "0",
                "1.0",
                "\u{feff}",
                NUMBER
            ][..]
        )
        .prop_map(Value::from),
        text().prop_map(Value::from),
    ]
}

/// What `serde_json` calls a number whose precision is arbitrary.
pub(crate) const NUMBER: &str = "$serde_json::private::Number";

/// Whether a neighbour switched on `serde_json`'s feature `arbitrary_precision`: then
/// an object with that key is a number to `serde_json` itself, or no JSON at all.
pub(crate) fn is_precision_arbitrary() -> bool {
    serde_json::from_str::<Value>("1e999").is_ok()
}

/// Any JSON at all, rich in the keys of the tables.
pub(crate) fn soup() -> impl Strategy<Value = Value> {
    let mut known = vec!["", "0", "x", "addresses.billing"];
    if !is_precision_arbitrary() {
        known.push(NUMBER);
    }
    let rows = RULE_SETS.iter().flat_map(|rules| rules.rows());
    known.extend(rows.map(|row| row.field().key()));
    let key = select(known).prop_map(str::to_owned);
    odd_scalar().prop_recursive(5, 60, 8, move |inner| {
        let map = prop::collection::btree_map(key.clone(), inner.clone(), 0..12);
        prop_oneof![
            1 => prop::collection::vec(inner, 0..4).prop_map(Value::from),
            4 => map.prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

/// A document of any kind.
pub(crate) fn any_document(rules: &'static RuleSet) -> BoxedStrategy<Value> {
    prop_oneof![
        valid(rules),
        faulty(rules).prop_map(|faulty| faulty.document),
        soup(),
        // Soup poured over a valid document.
        (valid(rules), soup()).prop_map(|(mut document, soup)| {
            if let (Some(object), Value::Object(soup)) = (document.as_object_mut(), soup) {
                object.extend(soup);
            }
            document
        }),
    ]
    .boxed()
}

/// The document as text with its members in another order, and unknown members
/// among them, but with the elements of its maps in theirs.
pub(crate) fn disordered(fields: &'static [Field], document: &Value, seed: u64) -> String {
    let Value::Object(object) = document else {
        return document.to_string();
    };
    let mut members: Vec<String> = Vec::new();
    for (key, value) in object {
        let text = match fields.iter().find(|field| field.key() == key) {
            Some(field) => match (field.get_each().map(Each::members), value) {
                (Some(fields), Value::Object(map)) => {
                    let elements = map.iter().map(|(key, element)| {
                        format!("{}:{}", json!(key), disordered(fields, element, seed))
                    });
                    format!("{{{}}}", elements.collect::<Vec<_>>().join(","))
                }
                (Some(fields), Value::Array(list)) => {
                    let elements = list.iter().map(|element| disordered(fields, element, seed));
                    format!("[{}]", elements.collect::<Vec<_>>().join(","))
                }
                _ => disordered(field.get_members(), value, seed),
            },
            None => value.to_string(),
        };
        members.push(format!("{}:{text}", json!(key)));
    }
    if !members.is_empty() {
        // In an empty object they would matter: it would be empty no more.
        members.push(r#""Name":["unknown",{"deep":[1.5e3,"\u00e6\n"]}]"#.to_owned());
        members.push(r#""x.y":null"#.to_owned());
    }
    let rotation = usize::try_from(seed).unwrap_or(0) % members.len().max(1);
    members.rotate_left(rotation);
    if seed.is_multiple_of(2) {
        members.reverse();
    }
    format!("{{{}}}", members.join(","))
}

/// Replaces every string in the document, but no key.
pub(crate) fn mark(document: &mut Value, marker: &str) {
    match document {
        Value::String(text) => marker.clone_into(text),
        Value::Array(list) => list.iter_mut().for_each(|value| mark(value, marker)),
        Value::Object(map) => map.values_mut().for_each(|value| mark(value, marker)),
        _ => {}
    }
}
