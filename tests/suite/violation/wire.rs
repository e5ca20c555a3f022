//! The API's own sentence for every code.

use std::collections::BTreeSet;

use customer_rules::Rule::{
    Array, Country, Custom, Digits, E164, Email, Integer, List, MaxChars, Nullable, Object, OneOf,
    Pattern, Required, String,
};
use customer_rules::format::Count;
use customer_rules::{Code, CrossRule, Field, Pattern as Expression, RuleSet, field};
use serde_json::json;

use crate::support::checks::Constant;
use crate::support::verdicts::violations;

static PLATE: Expression = Expression::new("^[A-Z]{2}$");
const INSIDE: &[Field] = &[field("x", &[])];

/// A row for each rule.
static EVERY_RULE: RuleSet = RuleSet::new(&[
    field("needed", &[Required, String]),
    field("someText", &[Nullable, String]),
    field("listOrMap", &[Nullable, Array]).each(INSIDE),
    field("list", &[Nullable, List]).each(INSIDE),
    field("object", &[Nullable, Object]).members(INSIDE),
    field("houseNumber", &[Nullable, Integer]),
    field("email", &[Nullable, Email]),
    field("language", &[Nullable, OneOf(&["en", "no"])]),
    field("eleven", &[Nullable, Digits(Count::Exactly(11))]),
    field("twoOrMore", &[Nullable, Digits(Count::AtLeast(2))]),
    field("country", &[Nullable, Country]),
    field("plate", &[Nullable, Pattern(&PLATE)]),
    field("phoneNumber", &[Nullable, E164]),
    field("shortText", &[Nullable, MaxChars(3)]),
    field("own", &[Nullable, Custom(&Constant(false))]),
    field("alone", &[]),
    field("first", &[]),
    field("secondOne", &[]),
    field("this", &[]),
    field("thatOne", &[]),
    field("theOther", &[]),
    field("ownAcross", &[]),
])
.across(&[
    CrossRule::RequiredOneOf(&[&[&["alone"]]]),
    CrossRule::RequiredOneOf(&[&[&["first"]], &[&["secondOne"]]]),
    CrossRule::RequiredOneOf(&[&[&["this", "thatOne"]], &[&["theOther"]]]),
    CrossRule::Custom {
        check: &Constant(false),
        paths: &["own"],
        at_fault: &["ownAcross"],
    },
]);

const OWN: Code = Code::Custom("constant");

/// Each rule's violation: the field, the code, the params, the sentence.
const MESSAGES: &[(&str, Code, &str, &str)] = &[
    (
        "needed",
        Code::Required,
        "{}",
        "The needed field is required.",
    ),
    (
        "someText",
        Code::String,
        "{}",
        "The some text must be a string.",
    ),
    (
        "listOrMap",
        Code::Array,
        "{}",
        "The list or map must be an array.",
    ),
    ("list", Code::List, "{}", "The list must be a list."),
    (
        "object",
        Code::Object,
        "{}",
        "The object must be an object.",
    ),
    (
        "houseNumber",
        Code::Integer,
        "{}",
        "The house number must be an integer.",
    ),
    (
        "email",
        Code::Email,
        "{}",
        "The email must be a valid email address.",
    ),
    (
        "language",
        Code::OneOf,
        r#"{"one_of":["en","no"]}"#,
        "The selected language is invalid.",
    ),
    (
        "eleven",
        Code::Digits,
        r#"{"digits":11}"#,
        "The eleven format is invalid.",
    ),
    (
        "twoOrMore",
        Code::Digits,
        r#"{"min_digits":2}"#,
        "The two or more format is invalid.",
    ),
    (
        "country",
        Code::Country,
        "{}",
        "The country must be a valid ISO 3166-1 alpha-2 country code.",
    ),
    (
        "plate",
        Code::Pattern,
        r#"{"pattern":"^[A-Z]{2}$"}"#,
        "The plate format is invalid.",
    ),
    (
        "phoneNumber",
        Code::E164,
        "{}",
        "The phone number must be a valid E.164 phone number.",
    ),
    (
        "shortText",
        Code::MaxChars,
        r#"{"max_chars":3}"#,
        "The short text must not be greater than 3 characters.",
    ),
    ("own", OWN, "{}", "The own is wrong, and own it stays."),
    (
        "alone",
        Code::RequiredOneOf,
        r#"{"required_one_of":[]}"#,
        "The alone field is required.",
    ),
    (
        "first",
        Code::RequiredOneOf,
        r#"{"required_one_of":["secondOne"]}"#,
        "The first field is required when second one is not present.",
    ),
    (
        "secondOne",
        Code::RequiredOneOf,
        r#"{"required_one_of":["first"]}"#,
        "The second one field is required when first is not present.",
    ),
    (
        "this",
        Code::RequiredOneOf,
        r#"{"required_one_of":["thatOne","theOther"]}"#,
        "The this field is required when none of that one / the other are present.",
    ),
    (
        "thatOne",
        Code::RequiredOneOf,
        r#"{"required_one_of":["this","theOther"]}"#,
        "The that one field is required when none of this / the other are present.",
    ),
    // The other alternative is two fields of which one is enough.
    (
        "theOther",
        Code::RequiredOneOf,
        r#"{"required_one_of":["this","thatOne"]}"#,
        "The the other field is required when none of this / that one are present.",
    ),
    (
        "ownAcross",
        OWN,
        "{}",
        "The own across is wrong, and own across it stays.",
    ),
];

#[test]
fn every_code_has_its_sentence() {
    let document = json!({
        "someText": 5, "listOrMap": "x", "list": {}, "object": [], "houseNumber": "6 A",
        "email": "x", "language": "x", "eleven": "1", "twoOrMore": "1", "country": "x",
        "plate": "x", "phoneNumber": "x", "shortText": "long", "own": "x",
    });
    let violations = violations(&EVERY_RULE, &document);
    let found = violations.iter().map(|violation| {
        let path = violation.path().to_string();
        let params = json!(violation.params()).to_string();
        (
            path,
            violation.code(),
            params,
            violation.message().to_string(),
        )
    });
    let expected = MESSAGES.iter().map(|(path, code, params, message)| {
        let [path, params, message] = [path, params, message].map(ToString::to_string);
        (path, *code, params, message)
    });
    assert_eq!(found.collect::<Vec<_>>(), expected.collect::<Vec<_>>());

    let codes: BTreeSet<Code> = MESSAGES.iter().map(|(_, code, ..)| *code).collect();
    // What a table denies is tested beside the notices.
    let rules = Code::ALL
        .iter()
        .copied()
        .filter(|code| *code != Code::Unknown);
    let all: BTreeSet<Code> = rules.chain([OWN]).collect();
    assert_eq!(codes, all);
}
