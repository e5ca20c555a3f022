//! Documents of every kind, made from the tables: valid ones, valid ones with
//! one fault whose verdict is known, and soup.

use std::slice;

use customer_rules::{Alternatives, Code, Count, CrossRule, Field, RULE_SETS, Rule, RuleSet};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

pub(crate) fn rule_sets() -> impl Strategy<Value = &'static RuleSet> {
    select(RULE_SETS)
}

/// A text that no rule of syntax accepts.
const NONSENSE: &str = "!";

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

fn is_required(field: &Field) -> bool {
    matches!(field.rules(), [Rule::Required, ..])
}

/// Whether a document without the field is refused.
fn is_needed(field: &Field) -> bool {
    is_required(field) || field.member_fields().iter().any(is_needed)
}

/// A value of the field that its rules and those below it accept.
fn valid_value(field: &'static Field) -> BoxedStrategy<Value> {
    if let Some(members) = field.element_fields() {
        let element = match field.element_row() {
            Some(element) => valid_value(element),
            None => valid_object(members),
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
    match field.member_fields() {
        [] => valid_scalar(field),
        members => valid_object(members),
    }
}

fn valid_object(fields: &'static [Field]) -> BoxedStrategy<Value> {
    let members: Vec<BoxedStrategy<Option<(String, Value)>>> = fields
        .iter()
        .map(|field| {
            let there = valid_value(field).prop_map(|value| Some((field.key().to_owned(), value)));
            if is_needed(field) {
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
fn unmet<'a>(
    rules: &'a RuleSet,
    document: &'a Value,
) -> impl Iterator<Item = Alternatives> + use<'a> {
    let all = rules.cross_rules().iter().map(|rule| match rule {
        CrossRule::RequiredOneOf(alternatives) => *alternatives,
        other => panic!("which documents break {other}?"),
    });
    let is_met = |group: &&[&str]| group.iter().any(|key| has(document, key));
    all.filter(move |alternatives| !alternatives.iter().any(|groups| groups.iter().all(is_met)))
}

/// Whether a top-level member is there.
fn has(document: &Value, key: &str) -> bool {
    match document.get(key) {
        None | Some(Value::Null) => false,
        Some(Value::String(text)) => !text.trim_matches(['\u{feff}', ' ']).is_empty(),
        Some(_) => true,
    }
}

/// The violations of rules across fields, in the order of the rows.
fn expected_across(rules: &RuleSet, document: &Value) -> Vec<(String, Code)> {
    let mut faults = Vec::new();
    for alternatives in unmet(rules, document) {
        let is_begun = |groups: &[&[&str]]| {
            groups
                .iter()
                .any(|group| group.iter().any(|key| has(document, key)))
        };
        let none_is_begun = !alternatives.iter().any(|groups| is_begun(groups));
        for groups in alternatives
            .iter()
            .filter(|groups| none_is_begun || is_begun(groups))
        {
            for group in groups
                .iter()
                .filter(|group| !group.iter().any(|key| has(document, key)))
            {
                faults.extend(*group);
            }
        }
    }
    let in_order = rules
        .fields()
        .iter()
        .filter(|field| faults.contains(&&field.key()));
    in_order
        .map(|field| (field.key().to_owned(), Code::RequiredOneOf))
        .collect()
}

/// One fault, and what it is called.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Fault {
    Missing,
    Null,
    Blank,
    EmptyList,
    Nonsense,
    Number,
    Boolean,
    List,
    TooLong,
}

const FAULTS: &[Fault] = &[
    Fault::Missing,
    Fault::Null,
    Fault::Blank,
    Fault::EmptyList,
    Fault::Nonsense,
    Fault::Number,
    Fault::Boolean,
    Fault::List,
    Fault::TooLong,
];

impl Fault {
    fn value(self) -> Option<Value> {
        Some(match self {
            Self::Missing => return None,
            Self::Null => Value::Null,
            Self::Blank => json!(" \u{feff}"),
            Self::EmptyList => json!([]),
            Self::Nonsense => json!(NONSENSE),
            Self::Number => json!(5),
            Self::Boolean => json!(false),
            Self::List => json!([null]),
            Self::TooLong => "å".repeat(300).into(),
        })
    }

    fn is_absence(self) -> bool {
        matches!(self, Self::Missing | Self::Null | Self::Blank)
    }

    /// Whether the fault breaks a rule, other than `Required`, that looks at it.
    fn breaks(self, rule: &Rule, field: &Field) -> bool {
        let is_text = matches!(self, Self::Nonsense | Self::TooLong);
        let is_list = matches!(self, Self::List | Self::EmptyList);
        let is_digits = self == Self::Number && field.key() != "personalNumber";
        match rule {
            Rule::Nullable => false,
            // A postal code may be a number.
            Rule::String => !(is_text || is_digits && field.key() == "postalCode"),
            Rule::Array | Rule::List => !is_list,
            Rule::Digits(Count::AtLeast(1)) => !is_digits,
            Rule::Integer => self != Self::Number,
            Rule::MaxChars(_) => self == Self::TooLong,
            Rule::Email
            | Rule::OneOf(_)
            | Rule::Country
            | Rule::Digits(_)
            | Rule::E164
            | Rule::Object => true,
            other => panic!("which faults break {other}?"),
        }
    }

    /// The codes of the field with the fault, and those of the rows below it,
    /// which are gone then.
    fn expected(self, field: &Field, path: &str) -> Vec<(String, Code)> {
        let own = if is_required(field) && (self.is_absence() || self == Self::EmptyList) {
            vec![Code::Required]
        } else if self.is_absence() {
            vec![]
        } else {
            let judged = field
                .rules()
                .iter()
                .filter(|rule| !matches!(rule, Rule::Required));
            judged
                .filter(|rule| self.breaks(rule, field))
                .filter_map(Rule::code)
                .collect()
        };
        let mut expected: Vec<_> = own
            .into_iter()
            .map(|code| (path.to_owned(), code))
            .collect();
        let mut gone = |members: &[Field], path: &str| {
            for member in members {
                let path = format!("{path}.{}", member.key());
                expected.extend(Self::Missing.expected(member, &path));
            }
        };
        gone(field.member_fields(), path);
        if self == Self::List {
            // Its one element is null.
            let path = format!("{path}.0");
            match field.element_row() {
                Some(element) => expected.extend(Self::Null.expected(element, &path)),
                None => gone(field.element_fields().unwrap_or_default(), &path),
            }
        }
        expected
    }
}

/// A document with one fault.
#[derive(Debug, Clone)]
pub(crate) struct Faulty {
    pub(crate) document: Value,
    /// The codes that the document must be refused with, if any, in order.
    pub(crate) expected: Vec<(String, Code)>,
}

/// A valid document with one fault somewhere.
pub(crate) fn faulty(rules: &'static RuleSet) -> impl Strategy<Value = Faulty> {
    (valid(rules), select(FAULTS), any::<Index>()).prop_map(move |(mut document, fault, index)| {
        let places = places(rules.fields(), &document);
        let (path, field) = index.get(&places);
        put(&mut document, path, fault.value());
        let mut expected = fault.expected(field, &path.join("."));
        expected.extend(expected_across(rules, &document));
        Faulty { document, expected }
    })
}

/// Every row with its path in the document, where the object that it belongs in is there.
pub(crate) fn places(
    fields: &'static [Field],
    object: &Value,
) -> Vec<(Vec<String>, &'static Field)> {
    let mut places = Vec::new();
    let mut elements_own = Vec::new();
    for field in fields {
        let key = field.key().to_owned();
        places.push((vec![key.clone()], field));
        let Some(value) = object.get(&key) else {
            continue;
        };
        let mut add = |key: &[String], fields, value| {
            for (path, field) in self::places(fields, value) {
                places.push(([key, &path].concat(), field));
            }
        };
        if value.is_object() && !field.member_fields().is_empty() {
            add(slice::from_ref(&key), field.member_fields(), value);
        }
        if let Some(fields) = field.element_fields() {
            for (name, element) in elements(value) {
                let own = [key.clone(), name];
                add(&own, fields, element);
                elements_own.extend(field.element_row().map(|row| (own.to_vec(), row)));
            }
        }
    }
    places.extend(elements_own);
    places
}

fn elements(container: &Value) -> Vec<(String, &Value)> {
    match container {
        Value::Array(list) => list
            .iter()
            .enumerate()
            .map(|(i, value)| (i.to_string(), value))
            .collect(),
        Value::Object(map) => map
            .iter()
            .map(|(key, value)| (key.clone(), value))
            .collect(),
        _ => Vec::new(),
    }
}

/// Sets or removes a member.
fn put(document: &mut Value, path: &[String], value: Option<Value>) {
    let (own, parents) = path.split_last().unwrap();
    let parent = parents.iter().fold(document, |value, key| match value {
        Value::Array(list) => &mut list[key.parse::<usize>().unwrap()],
        value => &mut value[key.as_str()],
    });
    if let Value::Array(list) = parent {
        list[own.parse::<usize>().unwrap()] = value.unwrap_or_default();
        return;
    }
    let object = parent.as_object_mut().unwrap();
    match value {
        Some(value) => object.insert(own.clone(), value),
        // The last member leaves a null: a parent that is empty is another fault.
        None if object.len() == 1 => object.insert(own.clone(), Value::Null),
        None => object.remove(own),
    };
}

/// Scalars that have been trouble.
fn odd_scalar() -> impl Strategy<Value = Value> {
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

fn keys(fields: &[Field], into: &mut Vec<&'static str>) {
    for field in fields {
        into.push(field.key());
        keys(field.member_fields(), into);
        keys(field.element_fields().unwrap_or_default(), into);
    }
}

/// Any JSON at all, rich in the keys of the tables.
pub(crate) fn soup() -> impl Strategy<Value = Value> {
    let mut known = vec!["", "0", "x", "addresses.billing"];
    if !is_precision_arbitrary() {
        known.push(NUMBER);
    }
    for rules in RULE_SETS {
        keys(rules.fields(), &mut known);
    }
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
pub(crate) fn disordered(fields: &[Field], document: &Value, seed: u64) -> String {
    let Value::Object(object) = document else {
        return document.to_string();
    };
    let mut members: Vec<String> = Vec::new();
    for (key, value) in object {
        let text = match fields.iter().find(|field| field.key() == key) {
            Some(field) => match (field.element_fields(), value) {
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
                _ => disordered(field.member_fields(), value, seed),
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
