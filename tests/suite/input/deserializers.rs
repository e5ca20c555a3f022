//! What serde can hand over and JSON does not have: wide integers, bytes, options,
//! wrappers.

use customer_rules::{Rule, RuleSet, field};
use serde::de::value::{Error, MapDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Value, json};

#[derive(Clone)]
enum Any {
    I128(i128),
    U128(u128),
    Bytes(&'static [u8]),
    None,
    Some(Box<Any>),
    Newtype(Box<Any>),
    Text(&'static str),
}

impl<'de> Deserializer<'de> for Any {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self {
            Self::I128(int) => visitor.visit_i128(int),
            Self::U128(int) => visitor.visit_u128(int),
            Self::Bytes(bytes) => visitor.visit_bytes(bytes),
            Self::None => visitor.visit_none(),
            Self::Some(inner) => visitor.visit_some(*inner),
            Self::Newtype(inner) => visitor.visit_newtype_struct(*inner),
            Self::Text(text) => visitor.visit_borrowed_str(text),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option
        unit unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl IntoDeserializer<'_, Error> for Any {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

static TEXT: RuleSet = RuleSet::new(&[field("v", &[Rule::Required, Rule::String])]);
static INTEGER: RuleSet = RuleSet::new(&[field("v", &[Rule::Required, Rule::Integer])]);
static ANY: RuleSet = RuleSet::new(&[field("v", &[Rule::Required])]);

/// What is sent for the value, or what is wrong with it.
fn verdict(rules: &RuleSet, value: Any) -> Result<Value, String> {
    let document = MapDeserializer::<_, Error>::new([("v", value)].into_iter());
    match rules.check(document) {
        Ok(checked) => Ok(serde_json::to_value(checked).unwrap()["v"].clone()),
        Err(rejection) => Err(rejection.to_string()),
    }
}

#[test]
fn what_json_does_not_have_is_judged_by_what_it_is() {
    let required = || Err("The v field is required.".to_owned());
    let no_text = || Err("The v must be a string.".to_owned());
    let no_integer = || Err("The v must be an integer.".to_owned());
    let wrapped = |wrap: fn(Box<Any>) -> Any, inner: Any| wrap(Box::new(inner));
    let cases = [
        (&INTEGER, Any::I128(-7), Ok(json!(-7))),
        (&INTEGER, Any::I128(i64::MAX.into()), Ok(json!(i64::MAX))),
        (&INTEGER, Any::I128(i128::from(i64::MAX) + 1), no_integer()),
        (&INTEGER, Any::I128(i128::MIN), no_integer()),
        (&ANY, Any::I128(i128::MIN), Ok(json!(-2f64.powi(127)))),
        (&INTEGER, Any::U128(7), Ok(json!(7))),
        (&INTEGER, Any::U128(u128::MAX), no_integer()),
        (&ANY, Any::U128(u64::MAX.into()), Ok(json!(u64::MAX))),
        (&ANY, Any::U128(1 << 100), Ok(json!(2f64.powi(100)))),
        (&TEXT, Any::Bytes(b"x"), no_text()),
        (&TEXT, Any::None, required()),
        (&TEXT, wrapped(Any::Some, Any::Text(" x ")), Ok(json!("x"))),
        (&TEXT, wrapped(Any::Some, Any::U128(7)), no_text()),
        (&TEXT, wrapped(Any::Some, Any::None), required()),
        (&TEXT, wrapped(Any::Newtype, Any::Text("x")), Ok(json!("x"))),
        (&TEXT, wrapped(Any::Newtype, Any::Text(" ")), required()),
    ];
    for (position, (rules, value, expected)) in cases.into_iter().enumerate() {
        assert_eq!(verdict(rules, value), expected, "case {position}");
    }
}

#[test]
fn an_absent_option_is_a_null_that_is_there() {
    static NULLABLE: RuleSet = RuleSet::new(&[field("v", &[Rule::Nullable])]);
    let document = MapDeserializer::<_, Error>::new([("v", Any::None)].into_iter());
    let checked = NULLABLE.check(document).unwrap();
    assert_eq!(serde_json::to_string(&checked).unwrap(), r#"{"v":null}"#);
}
