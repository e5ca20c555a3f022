//! The schema of one row's value: types, texts, and numbers.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

#[cfg(feature = "pattern")]
use super::ecma::ecma;
use super::{Definitions, Reading, types};
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

pub(super) fn has_integer(rules: &[Rule]) -> bool {
    rules.iter().any(|rule| matches!(rule, Rule::Integer))
}

/// Adds what the rules ask of a text.
pub(super) fn add_texts(
    schema: &mut Map<String, Value>,
    field: &Field,
    types: u8,
    reading: Reading,
    definitions: &mut Definitions,
) {
    let texts = Texts::of(field, definitions);
    let has = |one: u8| types & one != 0;
    if reading == Reading::Incoming {
        if !has(types::NULL) {
            schema.insert("minLength".into(), json!(1));
        }
        if texts.is_empty() {
            return;
        }
        let choices = texts.choices.len();
        let mut accepted = Vec::from([texts.into_schema(has(types::NULL))]);
        if choices > 0 && has(types::NULL) {
            accepted.push(json!({"type": "null"}));
        }
        if choices > 0 && has(types::NUMBER) {
            accepted.push(json!({"type": "number"}));
        }
        accepted.push(definitions.untrimmed());
        add_any_of(schema, accepted);
        return;
    }
    // A blank text is sent as null.
    if texts.choices.is_empty() && !texts.keywords.contains_key("pattern") {
        schema.insert("minLength".into(), json!(1));
    }
    if !texts.choices.is_empty() && has(types::NULL) {
        let text = texts.into_schema(true);
        add_any_of(schema, [text, json!({"type": "null"})].into());
    } else if let Value::Object(keywords) = texts.into_schema(false) {
        schema.extend(keywords);
    }
}

/// Adds `anyOf`. If one of two alternatives is null and the other an enumeration, they are one.
fn add_any_of(schema: &mut Map<String, Value>, mut accepted: Vec<Value>) {
    let null = json!({"type": "null"});
    if let Some(Value::Object(first)) = accepted.first_mut()
        && let Some(Value::Array(words)) = first.get_mut("enum")
        && words.last() == Some(&Value::Null)
    {
        accepted.retain(|schema| *schema != null);
    }
    if accepted.len() == 1
        && let Some(Value::Object(only)) = accepted.pop()
    {
        schema.extend(only);
    } else {
        schema.insert("anyOf".into(), accepted.into());
    }
}

/// What the rules of a row ask of a text.
struct Texts {
    /// Whether there is an own pattern already: a second one goes to `all`.
    keywords: Map<String, Value>,
    choices: Vec<Value>,
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
                Rule::OneOf(words) => texts.choices.push(json!({"enum": words})),
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

    /// The keywords as one schema. With `or_null`, an enumeration has null among its words.
    fn into_schema(self, or_null: bool) -> Value {
        let mut schema = self.keywords;
        let mut all = self.all;
        let mut choices = self.choices.into_iter();
        match (choices.next(), choices.len()) {
            (Some(Value::Object(mut only)), 0) => {
                if or_null && let Some(Value::Array(words)) = only.get_mut("enum") {
                    words.push(Value::Null);
                }
                schema.extend(only);
            }
            (first, _) => all.extend(first.into_iter().chain(choices)),
        }
        if !all.is_empty() {
            schema.insert("allOf".into(), all.into());
        }
        schema.into()
    }
}

/// Adds the bounds of numbers. Between two integers they accept more than the check, which
/// judges a number by its first 14 digits.
pub(super) fn add_numbers(schema: &mut Map<String, Value>, field: &Field) {
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
