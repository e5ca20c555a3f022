//! The schema of one row's value: types, texts, and numbers.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

#[cfg(feature = "pattern")]
use super::ecma::ecma;
use super::{Definitions, Reading, blank, types};
use crate::format::Count;
use crate::rule::Rule;
use crate::table::Field;

/// The number of digits up to which every integer is a float too, so that all validators
/// compare it alike.
const EXACT_DIGITS: usize = 15;

/// The types of the values that a row accepts, as if no row were inside it.
pub(super) fn types_of(field: &Field, reading: Reading) -> u8 {
    let rules = field.rules();
    let accepted = rules.iter().map(|rule| of_rule(rule, field, reading));
    let accepted = accepted.fold(types::ANY, |all, types| all & types);
    let is_sent = reading == Reading::Sent;
    if is_sent && field.takes_numbers_as_text() && (has_text(rules) || has_digits(rules)) {
        // A number that satisfies the rules was made the text of its digits.
        return accepted & !types::NUMBER;
    }
    if is_sent && may_be_infinite(field) && accepted & types::NUMBER != 0 {
        // A number beyond the floats is sent as null.
        return accepted | types::NULL;
    }
    accepted
}

fn of_rule(rule: &Rule, field: &Field, reading: Reading) -> u8 {
    let number_as_text = if field.takes_numbers_as_text() {
        types::NUMBER
    } else {
        0
    };
    let present = match rule {
        Rule::Required => return types::ANY & !types::NULL,
        Rule::Nullable | Rule::MaxChars(_) | Rule::Custom(_) => return types::ANY,
        Rule::String | Rule::OneOf(_) => types::STRING | number_as_text,
        // No text of digits satisfies these.
        Rule::Email | Rule::Country | Rule::E164 => types::STRING,
        Rule::Digits(_) => types::STRING | types::NUMBER,
        #[cfg(feature = "pattern")]
        Rule::Pattern(_) => types::STRING | types::NUMBER,
        Rule::Integer if reading == Reading::Sent => types::NUMBER,
        Rule::Integer => types::STRING | types::NUMBER,
        Rule::Array => types::LIST | types::OBJECT,
        Rule::List => types::LIST,
        Rule::Object => types::OBJECT,
    };
    // Null is judged by no rule but `Required`.
    present | types::NULL
}

/// Whether a number beyond the floats satisfies the rules, so far as they are known.
pub(super) fn may_be_infinite(field: &Field) -> bool {
    !has_text(field.rules()) && !has_digits(field.rules()) && !has_integer(field.rules())
}

/// Whether one of the rules accepts nothing but text.
fn has_text(rules: &[Rule]) -> bool {
    let is_text = |rule: &Rule| {
        matches!(
            rule,
            Rule::String | Rule::Email | Rule::OneOf(_) | Rule::Country | Rule::E164
        )
    };
    rules.iter().any(is_text)
}

fn has_digits(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| matches!(rule, Rule::Digits(_)))
}

fn has_integer(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| matches!(rule, Rule::Integer))
}

/// The schema of the row's value, so far as its own rules tell: types, texts and numbers.
pub(super) fn value_schema(
    field: &Field,
    types: u8,
    reading: Reading,
    definitions: &mut Definitions,
) -> Map<String, Value> {
    let is_integer = reading == Reading::Sent && has_integer(field.rules());
    let mut value = types::schema(types, is_integer);
    if types & types::NUMBER != 0 {
        add_numbers(&mut value, field);
    }
    let has_null = types & types::NULL != 0;
    if reading == Reading::Incoming && has_null && types & types::STRING == 0 {
        // A blank string is null.
        value.extend(types::schema(types | types::STRING, false));
        value.insert("pattern".into(), blank().into());
        return value;
    }
    if types & types::STRING == 0 {
        return value;
    }
    let texts = Texts::of(field, definitions);
    if texts.is_empty() {
        if reading == Reading::Sent || !has_null {
            value.insert("minLength".into(), json!(1));
        }
        return value;
    }
    let has_syntax = texts.keywords.contains_key("pattern") || !texts.choices.is_empty();
    let mut accepted = if texts.choices.is_empty() {
        if reading == Reading::Sent && !has_syntax {
            value.insert("minLength".into(), json!(1));
        }
        value.extend(texts.into_schema(false));
        Vec::from([value.into()])
    } else {
        texts.into_alternatives(types, field)
    };
    if reading == Reading::Incoming {
        accepted.push(definitions.untrimmed());
        if has_null && has_syntax {
            accepted.push(json!({"const": ""}));
        }
    }
    any_of(accepted)
}

fn any_of(mut schemas: Vec<Value>) -> Map<String, Value> {
    if schemas.len() == 1
        && let Some(Value::Object(only)) = schemas.pop()
    {
        return only;
    }
    Map::from_iter([(String::from("anyOf"), schemas.into())])
}

/// What the rules of a row ask of a text.
struct Texts {
    keywords: Map<String, Value>,
    /// Enumerations.
    choices: Vec<Value>,
    /// Patterns after the first.
    all: Vec<Value>,
}

impl Texts {
    fn of(field: &Field, definitions: &mut Definitions) -> Self {
        let mut texts = Self {
            keywords: Map::new(),
            choices: Vec::new(),
            all: Vec::new(),
        };
        if has_integer(field.rules()) {
            // The text becomes a number, and the other rules judge that.
            texts.add_pattern("^-?[0-9]+$".into());
            return texts;
        }
        for rule in field.rules() {
            match rule {
                Rule::OneOf(words) => texts.choices.push(json!({"type": "string", "enum": words})),
                Rule::Country => texts.choices.push(definitions.country()),
                Rule::E164 => texts.add_pattern(r"^\+[1-9][0-9]{1,14}$".into()),
                Rule::Digits(Count::Exactly(count)) => {
                    texts.add_pattern(format!("^[0-9]{{{count}}}$"));
                }
                Rule::Digits(Count::AtLeast(0 | 1)) => texts.add_pattern("^[0-9]+$".into()),
                Rule::Digits(Count::AtLeast(count)) => {
                    texts.add_pattern(format!("^[0-9]{{{count},}}$"));
                }
                // All that is sure of every address.
                Rule::Email => texts.add_pattern("@".into()),
                #[cfg(feature = "pattern")]
                Rule::Pattern(pattern) => {
                    if let Some(source) = ecma(pattern.source()).filter(|_| pattern.is_valid()) {
                        texts.add_pattern(source);
                    }
                }
                Rule::MaxChars(count) => {
                    texts.keywords.insert("maxLength".into(), json!(count));
                }
                Rule::Required
                | Rule::Nullable
                | Rule::String
                | Rule::Array
                | Rule::List
                | Rule::Object
                | Rule::Integer
                | Rule::Custom(_) => {}
            }
        }
        texts
    }

    fn add_pattern(&mut self, pattern: String) {
        if self.keywords.contains_key("pattern") {
            self.all.push(json!({"pattern": pattern}));
        } else {
            self.keywords.insert("pattern".into(), pattern.into());
        }
    }

    fn is_empty(&self) -> bool {
        self.keywords.is_empty() && self.choices.is_empty()
    }

    /// The schemas of the texts, and of null and numbers if they are accepted too.
    fn into_alternatives(self, types: u8, field: &Field) -> Vec<Value> {
        let has_null = types & types::NULL != 0;
        let text = self.into_schema(has_null);
        let is_null_said = !has_null || text.contains_key("enum");
        let mut accepted = Vec::from([text.into()]);
        if !is_null_said {
            accepted.push(json!({"type": "null"}));
        }
        if types & types::NUMBER != 0 {
            let mut number = types::schema(types::NUMBER, false);
            add_numbers(&mut number, field);
            accepted.push(number.into());
        }
        accepted
    }

    /// The keywords as one schema. With `or_null`, an enumeration has null among its words.
    fn into_schema(self, or_null: bool) -> Map<String, Value> {
        let mut schema = self.keywords;
        let mut all = self.all;
        let mut choices = self.choices.into_iter();
        match (choices.next(), choices.len()) {
            (Some(Value::Object(mut only)), 0) => {
                if or_null && let Some(Value::Array(words)) = only.get_mut("enum") {
                    words.push(Value::Null);
                    only.extend(types::schema(types::STRING | types::NULL, false));
                }
                schema.extend(only);
            }
            (first, _) => all.extend(first.into_iter().chain(choices)),
        }
        if !all.is_empty() {
            schema.insert("allOf".into(), all.into());
        }
        schema
    }
}

/// Adds the bounds of numbers. Between two integers they accept more than the check, which
/// judges a number by its first 14 digits.
fn add_numbers(schema: &mut Map<String, Value>, field: &Field) {
    let rules = field.rules();
    if has_integer(rules) {
        schema.insert("minimum".into(), json!(i64::MIN));
        schema.insert("maximum".into(), json!(i64::MAX));
    }
    let is_text = field.takes_numbers_as_text();
    let (mut more_than, mut less_than) = (None, None);
    if is_text && has_text(rules) {
        more_than = Some(above_fewer_digits(1));
    }
    for rule in rules {
        match rule {
            Rule::Digits(Count::AtLeast(count)) => {
                more_than = more_than.max(Some(above_fewer_digits(*count)));
            }
            Rule::Digits(Count::Exactly(count)) => {
                more_than = more_than.max(Some(above_fewer_digits(*count)));
                less_than = least(less_than, below_more_digits(*count));
            }
            // Only a number that becomes a text has characters.
            Rule::MaxChars(count) if is_text && (has_text(rules) || has_digits(rules)) => {
                less_than = least(less_than, below_more_digits(*count));
            }
            _ => {}
        }
    }
    if let Some(bound) = more_than {
        schema.insert("exclusiveMinimum".into(), json!(bound));
    }
    if let Some(bound) = less_than {
        schema.insert("exclusiveMaximum".into(), json!(bound));
    }
}

/// The greatest integer with fewer than `count` digits.
fn above_fewer_digits(count: usize) -> i64 {
    match below_more_digits(count.saturating_sub(1).min(EXACT_DIGITS)) {
        Some(power) if count > 1 => power.saturating_sub(1),
        _ => -1,
    }
}

/// The least integer with more than `count` digits, if floats are that exact.
fn below_more_digits(count: usize) -> Option<i64> {
    let exponent = u32::try_from(count.min(EXACT_DIGITS)).ok()?;
    10_i64
        .checked_pow(exponent)
        .filter(|_| count <= EXACT_DIGITS)
}

fn least(left: Option<i64>, right: Option<i64>) -> Option<i64> {
    [left, right].into_iter().flatten().min()
}

/// What the rules ask for and the schema does not say.
pub(super) fn comments(field: &Field, types: u8, reading: Reading) -> Vec<String> {
    let mut comments = Vec::new();
    for rule in field.rules() {
        match rule {
            Rule::Email => comments.push(
                "The check follows a grammar of its own, which no format describes. \
                 A format would refuse addresses that it accepts."
                    .to_owned(),
            ),
            Rule::Custom(check) => {
                let (about, code) = (check.about(), check.code());
                comments.push(format!("The check asks for more: {about} (`{code}`)."));
            }
            #[cfg(feature = "pattern")]
            Rule::Pattern(pattern) if ecma(pattern.source()).is_none() || !pattern.is_valid() => {
                let source = pattern.source();
                comments.push(format!(
                    "The check asks for more: a match of `{source}`, in the syntax of the Rust \
                     crate `regex`."
                ));
            }
            _ => {}
        }
    }
    if reading == Reading::Incoming && types & types::NUMBER != 0 {
        let rules = field.rules();
        if has_integer(rules) {
            comments.push(
                "An integer, or its text. The check reads the first 14 digits of a fraction."
                    .to_owned(),
            );
        } else if field.takes_numbers_as_text() {
            comments.push(
                "A number is read as the text of its digits, the first 14 of a fraction."
                    .to_owned(),
            );
        }
    }
    comments
}
