//! Documents of every kind, made from the tables: valid ones, valid ones with
//! one fault whose verdict is known, and soup.

use std::slice;

use customer_rules::{Code, Count, Field, RULE_SETS, Rule, RuleSet};
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

/// A value that all these rules accept.
fn valid_scalar(rules: &'static [Rule]) -> BoxedStrategy<Value> {
    let has = |wanted: fn(&Rule) -> bool| rules.iter().any(wanted);
    let number_stands_for_digits = !has(|rule| matches!(rule, Rule::String));
    for rule in rules {
        match rule {
            Rule::Email => return email().prop_map(Value::from).boxed(),
            Rule::OneOf(words) => return select(*words).prop_map(Value::from).boxed(),
            Rule::Country => {
                return select(isocountry::CountryCode::as_array_alpha2())
                    .prop_map(|country| country.alpha2().into())
                    .boxed();
            }
            Rule::Digits(count) => {
                let pattern = match count {
                    Count::Exactly(n) => format!("[0-9]{{{n}}}"),
                    Count::AtLeast(n) => format!("[0-9]{{{n},30}}"),
                };
                let digits = proptest::string::string_regex(&pattern).unwrap();
                let text = digits.prop_map(Value::from);
                return if number_stands_for_digits {
                    prop_oneof![text, (0..i64::MAX).prop_map(Value::from)].boxed()
                } else {
                    text.boxed()
                };
            }
            _ => {}
        }
    }
    text().prop_map(Value::from).boxed()
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
        let list = prop::collection::vec(valid_object(members), 0..4).prop_map(Value::from);
        let map = prop::collection::btree_map("[a-z0-9.]{0,4}", valid_object(members), 0..4)
            .prop_map(|map| Value::Object(map.into_iter().collect()));
        return prop_oneof![list, map].boxed();
    }
    if field.member_fields().is_empty() {
        valid_scalar(field.rules())
    } else {
        valid_object(field.member_fields())
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
    valid_object(rules.fields())
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
        })
    }

    fn is_absence(self) -> bool {
        matches!(self, Self::Missing | Self::Null | Self::Blank)
    }

    /// Whether the fault breaks a rule, other than `Required`, that looks at it.
    fn breaks(self, rule: &Rule) -> bool {
        match rule {
            Rule::Nullable => false,
            Rule::String => self != Self::Nonsense,
            Rule::Array => !matches!(self, Self::List | Self::EmptyList),
            Rule::Digits(Count::AtLeast(1)) => self != Self::Number,
            Rule::Email | Rule::OneOf(_) | Rule::Country | Rule::Digits(_) => true,
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
                .filter(|rule| self.breaks(rule))
                .filter_map(Rule::code)
                .collect()
        };
        let mut expected: Vec<_> = own
            .into_iter()
            .map(|code| (path.to_owned(), code))
            .collect();
        for member in field.member_fields() {
            let path = format!("{path}.{}", member.key());
            expected.extend(Self::Missing.expected(member, &path));
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
        let expected = fault.expected(field, &path.join("."));
        Faulty { document, expected }
    })
}

/// Every row with its path in the document, where the object that it belongs in is there.
fn places(fields: &'static [Field], object: &Value) -> Vec<(Vec<String>, &'static Field)> {
    let mut places = Vec::new();
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
                add(&[key.clone(), name], fields, element);
            }
        }
    }
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
                "$serde_json::private::Number"
            ][..]
        )
        .prop_map(Value::from),
        text().prop_map(Value::from),
    ]
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
    let mut known = vec![
        "",
        "0",
        "x",
        "addresses.billing",
        "$serde_json::private::Number",
    ];
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
