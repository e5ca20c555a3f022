//! Tables as JSON Schema 2020-12, for tools that do not know this crate: generators of types
//! and forms, API documentation, validators in other languages.
//!
//! A table has two schemas, because a document changes between its check and the API: strings
//! are trimmed, blank strings become null, and numbers and the texts of their digits stand for
//! each other.
//!
//! - [`JsonSchema::incoming`]: what may come in. It accepts every document that the check
//!   accepts.
//! - [`JsonSchema::sent`]: what is sent. It accepts every document that a
//!   [`Checked`](crate::Checked) document or a payload serialises to.
//!
//! ```
//! use customer_rules::{front_payment::PRIVATE_CUSTOMER, schema::JsonSchema};
//!
//! let mut schema = JsonSchema(&PRIVATE_CUSTOMER).sent();
//! assert_eq!(schema["properties"]["personalNumber"]["pattern"], "^[0-9]{11}$");
//!
//! // A schema is a value, so you can add your own address for it.
//! schema["$id"] = "https://example.com/private.json".into();
//! ```
//!
//! # What a schema cannot say
//!
//! Where JSON Schema cannot say what the check does, the schema accepts more than the check,
//! never less, and a `$comment` says so:
//!
//! - A string that needs trimming is not judged by the incoming schema, except for its type.
//! - E-mail addresses only contain an `@`. A `format` would refuse addresses that the check
//!   accepts.
//! - Rules of your own are not part of the schema.
//! - `Rule::Pattern` is part of it if ECMA 262 has the same syntax for
//!   the pattern, with the same meaning.
//! - A number with a fraction is accepted where an integer is: the check looks at the first 14
//!   digits. A number is not matched with a pattern.
//!
//! For all other values, schema and check agree. Errors have the same places too: the
//! `instancePath` of an error is the [pointer](crate::Path::pointer) of a violation, and a
//! missing member is named by `required`.

#[cfg(feature = "pattern")]
mod ecma;
mod row;
mod tree;

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use crate::format::CountryCode;
#[cfg(feature = "schemars")]
use crate::payload::macro_support::Shape;
use crate::table::RuleSet;
use tree::schema;

/// What is trimmed at either end of a string, as the content of a class of ECMA 262.
const TRIMMED: &str =
    r"\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff";

/// The pattern of blank strings. It also matches some that are not blank, of NUL and other
/// characters that are trimmed, because a precise pattern would take a backtracking engine
/// cubic time.
fn blank() -> String {
    format!(r"^[{TRIMMED}\u0000]*$")
}

/// A rule set as JSON Schema 2020-12.
#[derive(Debug, Clone, Copy)]
pub struct JsonSchema<'a>(pub &'a RuleSet);

impl JsonSchema<'_> {
    /// The schema of the documents that may come in.
    ///
    /// ```
    /// use customer_rules::schema::JsonSchema;
    /// use customer_rules::{RuleSet, Rule::*, field};
    ///
    /// static NEWSLETTER: RuleSet = RuleSet::new(&[
    ///     field("name", &[Required, String]).about("Whom to greet."),
    ///     field("age", &[Nullable, Integer]),
    /// ]);
    ///
    /// let schema = JsonSchema(&NEWSLETTER).incoming();
    /// assert_eq!(schema["required"], serde_json::json!(["name"]));
    /// assert_eq!(
    ///     schema["properties"]["name"],
    ///     serde_json::json!({"type": "string", "minLength": 1, "description": "Whom to greet."}),
    /// );
    /// // A text of digits is read as an integer, once it is trimmed.
    /// let age = &schema["properties"]["age"]["anyOf"];
    /// assert_eq!(age[0]["pattern"], "^-?[0-9]+$");
    /// assert_eq!(age[1]["$ref"], "#/$defs/untrimmed");
    /// ```
    #[must_use]
    pub fn incoming(&self) -> Value {
        schema(self.0, Reading::Incoming, None)
    }

    /// The schema of what is sent.
    ///
    /// ```
    /// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
    /// use customer_rules::schema::JsonSchema;
    ///
    /// // All fields are sent, as null where the document has none.
    /// let schema = JsonSchema(&CHANGE_CUSTOMER_INFO).sent();
    /// assert_eq!(
    ///     schema["required"],
    ///     serde_json::json!(["name", "phoneNumbers", "emails", "invoiceEmailAddress"]),
    /// );
    /// ```
    #[must_use]
    pub fn sent(&self) -> Value {
        schema(self.0, Reading::Sent, None)
    }
}

/// The schema of what a payload of this shape serialises to: rows that are not part of the
/// payload are left out.
#[cfg(feature = "schemars")]
pub(super) fn of_payload(rules: &RuleSet, shape: &Shape) -> Value {
    schema(rules, Reading::Sent, Some(shape))
}

/// The two documents that a table describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reading {
    Incoming,
    Sent,
}

/// The types of JSON, as bits of a set.
mod types {
    use alloc::string::String;
    use alloc::vec::Vec;

    use serde_json::{Map, Value, json};

    pub(super) const STRING: u8 = 1;
    pub(super) const NUMBER: u8 = 2;
    pub(super) const BOOLEAN: u8 = 4;
    pub(super) const OBJECT: u8 = 8;
    pub(super) const LIST: u8 = 16;
    pub(super) const NULL: u8 = 32;
    pub(super) const ANY: u8 = 63;
    pub(super) const CONTAINERS: u8 = OBJECT | LIST;

    /// Each type with its name, in the order in which a schema names them.
    const NAMES: [(u8, &str); 6] = [
        (STRING, "string"),
        (NUMBER, "number"),
        (BOOLEAN, "boolean"),
        (OBJECT, "object"),
        (LIST, "array"),
        (NULL, "null"),
    ];

    /// The schema of the values of these types.
    pub(super) fn schema(types: u8, is_integer: bool) -> Map<String, Value> {
        let names = NAMES.iter().filter(|(one, _)| types & one != 0);
        let mut names: Vec<_> = names
            .map(|(_, name)| match *name {
                "number" if is_integer => Value::from("integer"),
                name => Value::from(name),
            })
            .collect();
        let mut schema = Map::new();
        match (types, names.len(), names.pop()) {
            (ANY, ..) => {}
            (_, 1, Some(only)) => {
                schema.insert("type".into(), only);
            }
            (_, _, Some(last)) => {
                names.push(last);
                schema.insert("type".into(), names.into());
            }
            // No value satisfies the rules.
            (_, _, None) => {
                schema.insert("not".into(), json!({}));
            }
        }
        schema
    }
}

/// The schemas under `$defs`, which are there once they are referred to.
#[derive(Default)]
struct Definitions(Map<String, Value>);

impl Definitions {
    fn country(&mut self) -> Value {
        let codes = CountryCode::as_array_alpha2();
        let codes: Vec<_> = codes.iter().map(CountryCode::alpha2).collect();
        self.refer("country", || {
            json!({
                "type": "string",
                "enum": codes,
                "description": "An officially assigned ISO 3166-1 alpha-2 code.",
            })
        })
    }

    /// The schema of strings that the incoming schema does not judge: those that start or end
    /// with a character that is trimmed, and blank ones that are not empty.
    fn untrimmed(&mut self) -> Value {
        let pattern = format!(r"^[{TRIMMED}]|[{TRIMMED}]$|^[{TRIMMED}\u0000]+$");
        self.refer("untrimmed", || {
            json!({
                "type": "string",
                "pattern": pattern,
                "$comment": "The check trims this string, and judges it then.",
            })
        })
    }

    fn refer(&mut self, name: &str, schema: impl FnOnce() -> Value) -> Value {
        let entry = self.0.entry(name);
        entry.or_insert_with(schema);
        json!({"$ref": format!("#/$defs/{name}")})
    }
}
