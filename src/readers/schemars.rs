//! [`schemars::JsonSchema`] for payloads and violations, and with it OpenAPI: the schemas are
//! those of the tables.

#[doc(hidden)]
pub use alloc::borrow::Cow;
use alloc::format;
use alloc::string::String;

use schemars::json_schema;
#[doc(hidden)]
pub use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value};

use super::schema;
use crate::payload::{Payload, Unvalidated};
use crate::violation::Violations;

/// What comes in: the [incoming](schema::JsonSchema::incoming) schema of the payload's table.
impl<P: Payload<'static> + JsonSchema> JsonSchema for Unvalidated<P> {
    fn schema_name() -> Cow<'static, str> {
        format!("Unvalidated{}", P::schema_name()).into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("customer_rules::Unvalidated<{}>", P::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        part_of(generator, schema::JsonSchema(P::RULES).incoming())
    }
}

/// The map from field to messages that violations serialise to.
impl JsonSchema for Violations {
    fn schema_name() -> Cow<'static, str> {
        "Violations".into()
    }

    fn schema_id() -> Cow<'static, str> {
        "customer_rules::Violations".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "object",
            "description": "The messages of each invalid field, by its dotted path.",
            "additionalProperties": {
                "type": "array",
                "items": {"type": "string"},
                "minItems": 1,
            },
        })
    }
}

/// The schema of what the payload serialises to. `payload!` calls it.
#[doc(hidden)]
#[must_use]
pub fn of_payload<'de, P: Payload<'de>>(generator: &mut SchemaGenerator) -> Schema {
    part_of(generator, schema::of_payload(P::RULES, &P::SHAPE))
}

/// Makes a schema a part of the generator's document: its definitions become those of the
/// document.
fn part_of(generator: &mut SchemaGenerator, schema: Value) -> Schema {
    let Value::Object(mut schema) = schema else {
        return Schema::default();
    };
    schema.remove("$schema");
    let definitions = match schema.remove("$defs") {
        Some(Value::Object(definitions)) => definitions,
        _ => Map::new(),
    };
    for (name, definition) in definitions {
        let own = public_name(&name);
        refer(
            &mut schema,
            &format!("#/$defs/{name}"),
            &reference(generator, own),
        );
        generator.definitions_mut().insert(own.into(), definition);
    }
    schema.into()
}

/// The name of a definition in a document that has others too.
fn public_name(name: &str) -> &'static str {
    match name {
        "country" => "CountryCode",
        _ => "UntrimmedString",
    }
}

fn reference(generator: &SchemaGenerator, name: &str) -> String {
    // As the generator reads it: aide's path is `#/components/schemas/`.
    let path = generator.settings().definitions_path.as_ref();
    let path = path.trim_start_matches('#').trim_matches('/');
    format!("#/{path}/{name}")
}

/// Replaces each reference to one place by a reference to another.
fn refer(schema: &mut Map<String, Value>, from: &str, to: &str) {
    for (keyword, value) in schema {
        match value {
            Value::String(place) if keyword == "$ref" && place == from => *place = to.into(),
            Value::Object(inner) => refer(inner, from, to),
            Value::Array(list) => {
                for inner in list.iter_mut().filter_map(Value::as_object_mut) {
                    refer(inner, from, to);
                }
            }
            _ => {}
        }
    }
}
