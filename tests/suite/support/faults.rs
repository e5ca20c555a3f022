//! Valid documents with one fault, whose verdict is known.

use std::slice;

use customer_rules::table::Each;
use customer_rules::{Code, Field, Rule, RuleSet, format::Count};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::support::documents::{has, is_required, unmet, valid};

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
    /// A text that no rule of syntax accepts.
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
            Self::Nonsense => json!("!"),
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
    fn expected(self, field: &'static Field, path: &str) -> Vec<(String, Code)> {
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
        let mut gone = |members: &'static [Field], path: &str| {
            for member in members {
                let path = format!("{path}.{}", member.key());
                expected.extend(Self::Missing.expected(member, &path));
            }
        };
        gone(field.get_members(), path);
        if self == Self::List {
            // Its one element is null.
            let path = format!("{path}.0");
            match field.get_each() {
                Some(Each::Row(element)) => expected.extend(Self::Null.expected(element, &path)),
                Some(Each::Members(members)) => gone(members, &path),
                None => {}
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
        if value.is_object() && !field.get_members().is_empty() {
            add(slice::from_ref(&key), field.get_members(), value);
        }
        if let Some(each) = field.get_each() {
            for (name, element) in elements(value) {
                let own = [key.clone(), name];
                add(&own, each.members(), element);
                elements_own.extend(each.row().map(|row| (own.to_vec(), row)));
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
