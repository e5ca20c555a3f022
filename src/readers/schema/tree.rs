//! The schema of a table, assembled from its rows.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde_json::{Map, Value, json};

use super::{Definitions, Reading, row, types};
use crate::Rule;
use crate::payload::macro_support::Shape;
use crate::rule::CrossRule;
use crate::table::{ELEMENT, Field, RuleSet, find};

const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

const INCOMING: &str = "What may come in. Strings are trimmed before they are judged, and a blank \
    string is null. A schema cannot say so, and accepts more than the check, never less.";

const SENT: &str = "What is sent: a document that satisfies all rules, with its strings trimmed.";

/// The schema of a table. With a shape, it has only the rows that a payload of this shape has.
pub(super) fn schema(rules: &RuleSet, reading: Reading, shape: Option<&Shape>) -> Value {
    let mut tree = Tree {
        rules,
        reading,
        shape,
        open: Vec::from([Node::new("", Place::Root)]),
        definitions: Definitions::default(),
    };
    for row in rules.rows() {
        let keys: Vec<_> = row.keys().collect();
        if shape.is_some_and(|shape| !is_part(shape, &keys)) {
            continue;
        }
        tree.close_until(keys.len());
        if tree.open.len() < keys.len() {
            // The element of a list of objects has no row of its own.
            tree.open.push(Node::new(ELEMENT, Place::Element));
        }
        tree.open
            .push(Node::new(row.field().key(), Place::Row(row.field())));
    }
    tree.close_until(1);
    let Some(root) = tree.open.pop() else {
        return Value::Null;
    };
    let mut schema = tree.schema(root);
    schema.insert("$schema".into(), DIALECT.into());
    if !tree.definitions.0.is_empty() {
        schema.insert("$defs".into(), tree.definitions.0.into());
    }
    schema.into()
}

/// Whether a payload of this shape has the row with these keys.
fn is_part(shape: &Shape, keys: &[&str]) -> bool {
    let mut shape = shape;
    for key in keys {
        shape = match shape {
            Shape::Collection { of } => of,
            Shape::Object { members, .. } => {
                match members.iter().find(|member| member.key == *key) {
                    Some(member) => &member.shape,
                    None => return false,
                }
            }
            _ => return false,
        };
    }
    true
}

/// The schemas whose rows are not complete yet, from the root down to the current row.
struct Tree<'a> {
    rules: &'a RuleSet,
    reading: Reading,
    shape: Option<&'a Shape>,
    open: Vec<Node>,
    definitions: Definitions,
}

/// Where a schema belongs.
#[derive(Clone, Copy)]
enum Place {
    Root,
    Row(&'static Field),
    /// An element without a row of its own.
    Element,
}

/// A value with what was found of its content so far.
struct Node {
    key: &'static str,
    place: Place,
    properties: Map<String, Value>,
    /// The keys that are always there.
    required: Vec<Value>,
    /// Whether a row below is required, so that the value must be an object.
    is_object: bool,
    element: Option<Value>,
}

impl Node {
    fn new(key: &'static str, place: Place) -> Self {
        Self {
            key,
            place,
            properties: Map::new(),
            required: Vec::new(),
            is_object: false,
            element: None,
        }
    }

    fn field(&self) -> Option<&'static Field> {
        match self.place {
            Place::Row(field) => Some(field),
            Place::Root | Place::Element => None,
        }
    }
}

impl Tree<'_> {
    /// Closes the innermost schemas until `count` are open.
    fn close_until(&mut self, count: usize) {
        while self.open.len() > count {
            let Some(node) = self.open.pop() else { return };
            let (key, field) = (node.key, node.field());
            let is_required = self.is_required(&node);
            let is_always_sent = self.reading == Reading::Sent
                && self.rules.sends_absent_as_null()
                && field.is_some_and(|field| row::types_of(field, self.reading) != types::ANY);
            let schema = self.schema(node).into();
            let Some(above) = self.open.last_mut() else {
                return;
            };
            if key == ELEMENT {
                above.element = Some(schema);
                continue;
            }
            above.is_object |= is_required;
            if is_required || is_always_sent {
                above.required.push(key.into());
            }
            above.properties.insert(key.into(), schema);
        }
    }

    /// Whether a document without the value is refused.
    fn is_required(&self, node: &Node) -> bool {
        let has_rule = node
            .field()
            .is_some_and(|field| matches!(field.rules(), [Rule::Required, ..]));
        has_rule || self.is_object(node)
    }

    /// Whether the value must be an object, because a rule inside it fails otherwise.
    fn is_object(&self, node: &Node) -> bool {
        let (across, _) = self.across(node);
        let needs_one = |rule: &CrossRule| matches!(rule, CrossRule::RequiredOneOf(_));
        node.is_object || across.iter().any(needs_one)
    }

    /// The rules across the members of the value, and their rows.
    fn across(&self, node: &Node) -> (&'static [CrossRule], &'static [Field]) {
        match node.place {
            Place::Root => (self.rules.get_across(), self.rules.fields()),
            Place::Row(field) => (field.get_across(), field.get_members()),
            Place::Element => (&[], &[]),
        }
    }

    fn schema(&mut self, node: Node) -> Map<String, Value> {
        let mut schema;
        let mut comments = Vec::new();
        let types = self.types(&node);
        match node.place {
            Place::Root => {
                schema = types::schema(types, false);
                add_text(&mut schema, "title", self.rules.get_about());
                let comment = match self.reading {
                    Reading::Incoming => INCOMING,
                    Reading::Sent => SENT,
                };
                comments.push(comment.to_owned());
            }
            Place::Row(field) => {
                schema = row::value_schema(field, types, self.reading, &mut self.definitions);
                add_text(&mut schema, "description", field.get_about());
                comments.extend(row::comments(field, types, self.reading));
            }
            Place::Element => schema = types::schema(types, false),
        }
        self.add_across(&mut schema, &mut comments, &node);
        self.add_content(&mut schema, types, node);
        add_text(&mut schema, "$comment", &comments.join(" "));
        schema
    }

    /// The types of the value.
    fn types(&self, node: &Node) -> u8 {
        let is_sent = self.reading == Reading::Sent;
        let Place::Row(field) = node.place else {
            let is_object = is_sent || self.is_object(node);
            return if is_object { types::OBJECT } else { types::ANY };
        };
        let types = row::types_of(field, self.reading);
        let has_members = !field.get_members().is_empty();
        if self.is_object(node) {
            return types & types::OBJECT;
        }
        if !is_sent || !(has_members || field.get_each().is_some()) {
            return types;
        }
        let is_element = node.key == ELEMENT;
        // A scalar is not sent where the table describes a container.
        let mut sent = if is_element {
            types
        } else {
            types & (types::CONTAINERS | types::NULL)
        };
        // A list is sent as an object if the table describes members, and so is null as an
        // element.
        if has_members {
            if sent & (types::LIST | types::NULL) != 0 && is_element || sent & types::LIST != 0 {
                sent |= types::OBJECT;
            }
            sent &= !types::LIST;
            if is_element {
                sent &= !types::NULL;
            }
        }
        sent
    }

    /// Adds what is in the value.
    fn add_content(&self, schema: &mut Map<String, Value>, types: u8, node: Node) {
        let Node {
            place,
            properties,
            required,
            element,
            ..
        } = node;
        let (is_filled, accepts_map) = match place {
            Place::Row(field) => (
                matches!(field.rules(), [Rule::Required, ..]),
                field.get_each().is_some(),
            ),
            Place::Root | Place::Element => (false, false),
        };
        let is_sent = self.reading == Reading::Sent;
        // Of what no row describes, nothing is sent.
        if is_filled && (!is_sent || accepts_map) {
            if types & types::LIST != 0 {
                schema.insert("minItems".into(), json!(1));
            }
            if types & types::OBJECT != 0 {
                schema.insert("minProperties".into(), json!(1));
            }
        }
        if let Some(element) = element {
            if types & types::OBJECT != 0 {
                schema.insert("additionalProperties".into(), element.clone());
            }
            if types & types::LIST != 0 {
                schema.insert("items".into(), element);
            }
        }
        if properties.is_empty() {
            return;
        }
        if !required.is_empty() {
            schema.insert("required".into(), required.into());
        }
        schema.insert("properties".into(), properties.into());
        if self.denies_unknown() {
            schema.insert("additionalProperties".into(), json!(false));
        }
    }

    /// Whether an object has no members but those that the table describes. The check skips
    /// unknown members, and does not send them.
    fn denies_unknown(&self) -> bool {
        self.reading == Reading::Sent || self.rules.denies_unknown()
    }

    /// Adds the rules across the members of the value.
    fn add_across(&self, schema: &mut Map<String, Value>, comments: &mut Vec<String>, node: &Node) {
        let (rules, fields) = self.across(node);
        let mut all = Vec::new();
        for rule in rules {
            match rule {
                CrossRule::RequiredOneOf(alternatives)
                    if rule.paths().all(|path| self.is_kept(fields, path, node)) =>
                {
                    let alternatives = alternatives.iter().map(|groups| {
                        let groups = groups.iter().map(|group| {
                            either("anyOf", group.iter().map(|path| presence(path)).collect())
                        });
                        either("allOf", groups.collect())
                    });
                    all.push(either("anyOf", alternatives.collect()));
                }
                rule => comments.push(format!(
                    "The check asks for more: {rule} (`{}`).",
                    rule.code()
                )),
            }
        }
        if !all.is_empty()
            && let Value::Object(keywords) = either("allOf", all)
        {
            schema.extend(keywords);
        }
    }

    /// Whether a member that is present in a document is present in what the schema describes.
    fn is_kept(&self, fields: &'static [Field], path: &str, node: &Node) -> bool {
        if self.reading == Reading::Incoming {
            return true;
        }
        let above = self.open.iter().filter(|open| !open.key.is_empty());
        let keys = above.map(|open| open.key);
        let own = [node.key].into_iter().filter(|key| !key.is_empty());
        let keys: Vec<_> = keys.chain(own).chain(path.split('.')).collect();
        if self.shape.is_some_and(|shape| !is_part(shape, &keys)) {
            return false;
        }
        find(fields, path).is_some_and(|found| {
            let types = row::types_of(found.field, self.reading);
            let is_container =
                !found.field.get_members().is_empty() || found.field.get_each().is_some();
            let is_dropped = is_container && types & !(types::CONTAINERS | types::NULL) != 0;
            let is_nulled = types & types::NUMBER != 0 && row::may_be_infinite(found.field);
            !is_dropped && !is_nulled
        })
    }
}

fn add_text(schema: &mut Map<String, Value>, keyword: &str, text: &str) {
    if !text.is_empty() {
        schema.insert(keyword.into(), text.into());
    }
}

/// The schemas under a keyword such as `anyOf`, or the only one by itself.
fn either(keyword: &str, mut schemas: Vec<Value>) -> Value {
    if schemas.len() == 1
        && let Some(only) = schemas.pop()
    {
        return only;
    }
    json!({ keyword: schemas })
}

/// What a schema of an object says if the member with this dotted path is present.
fn presence(path: &str) -> Value {
    let mut present = types::schema(types::ANY & !types::NULL, false);
    present.insert("minLength".into(), json!(1));
    let mut keys = path.rsplit('.');
    let last = keys.next().map(|key| member(key, &present.into()));
    let schema = keys.fold(last.unwrap_or_default(), |mut schema, key| {
        schema.insert("type".into(), "object".into());
        member(key, &schema.into())
    });
    schema.into()
}

fn member(key: &str, schema: &Value) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("required".into(), json!([key]));
    object.insert("properties".into(), json!({ key: schema }));
    object
}
