//! Members with a format of one's own that refuses what the rules of their rows accept.

use std::borrow::Cow;

use customer_rules::payload::{Collection, Format};
use customer_rules::rule::Statement;
use customer_rules::{
    Check, Payload as _, Rejection, Rule, RuleSet, Unvalidated, Violations, element, field,
    members, payload,
};
use serde::{Serialize, Serializer};

use crate::support::checks::Constant;
use crate::support::verdicts::messages;

/// A text that starts with a capital.
#[derive(Clone, PartialEq, Eq)]
struct Capital<'a>(Cow<'a, str>);

impl<'a> Format<'a> for Capital<'a> {
    type Owned = Capital<'static>;

    const CHECK: &'static dyn Check = &Constant(true);

    fn parse(text: Cow<'a, str>) -> Option<Self> {
        let is_capital = text.starts_with(|c: char| c.is_uppercase());
        is_capital.then_some(Self(text))
    }

    fn into_owned(self) -> Capital<'static> {
        Capital(Cow::Owned(self.0.into_owned()))
    }
}

impl Serialize for Capital<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

const NEEDED: &[Rule] = &[Rule::Required, Rule::String, Rule::Custom(&Constant(true))];
const NULLABLE: &[Rule] = &[Rule::Nullable, Rule::String, Rule::Custom(&Constant(true))];

static WORDS: RuleSet = RuleSet::new(&[
    field("note", &[Rule::Nullable, Rule::String]),
    field("first", NEEDED),
    field("inside", &[]).members(&[field("second", NULLABLE), field("third", NULLABLE)]),
    field("list", &[Rule::Nullable, Rule::Array]).each(&[
        field("note", &[Rule::Nullable, Rule::String]),
        field("fourth", NULLABLE),
    ]),
    field("grid", &[Rule::Nullable, Rule::List])
        .each_element(&element(&[Rule::Nullable, Rule::List]).each_element(&element(NEEDED))),
    field("secret", NULLABLE),
]);

payload! {
    /// Words.
    struct Words<'a> of WORDS {
        /// Any text.
        note: Optional customer_rules::format::Text<'a> = "note",
        /// The first.
        first: Required Capital<'a> = "first",
        /// The next two.
        inside: Optional Inside<'a> = "inside",
        /// The fourths.
        list: Optional Collection<'a, Item<'a>> = "list",
        /// Lists of words.
        grid: Optional Collection<'a, Collection<'a, Capital<'a>>> = "grid",
    }
    unsent: ["secret"]
}

members! {
    /// Two words.
    struct Inside<'a> {
        /// The second.
        second: Optional Capital<'a> = "second",
        /// The third.
        third: Optional Capital<'a> = "third",
    }
}

members! {
    /// A word with a note.
    struct Item<'a> {
        /// Any text.
        note: Optional customer_rules::format::Text<'a> = "note",
        /// The fourth.
        fourth: Optional Capital<'a> = "fourth",
    }
}

/// What every door says of a document that the rules accept.
fn refused(body: &str) -> Violations {
    let checked = WORDS.check_json(body.as_bytes()).unwrap();
    let error = Words::from_checked(&checked).unwrap_err();
    let refused = error.violations().unwrap();
    assert_eq!(error.to_string(), refused.to_string());
    match Words::from_json(body) {
        Err(Rejection::Violations(violations)) => assert_eq!(violations, *refused),
        _ => panic!("the format refuses it"),
    }
    let form: Unvalidated<Words<'_>> = serde_json::from_str(body).unwrap();
    assert!(form.violations().is_empty());
    assert_eq!(form.check().unwrap_err(), *refused);
    refused.clone()
}

static FOUND: Statement = Statement::new("found", "The {attribute} is found.");

#[test]
fn each_text_that_only_the_format_refuses_is_a_violation_at_its_path() {
    let body = r#"{"note": "n", "grid": [["A", "b"], null, ["c"]], "secret": "s", "first": "f",
        "list": {"a.b": {"fourth": "x", "note": "n"}, "k": {"fourth": "X"}, "l": 5, "m": {"fourth": "y"}},
        "inside": {"second": null, "third": "t"}}"#;
    let mut violations = refused(body);
    let wrong = |path: &str| format!("The {path} is wrong, and {path} it stays.");
    let expected = [
        "first",
        "inside.third",
        "list.a.b.fourth",
        "list.m.fourth",
        "grid.0.1",
        "grid.2.0",
    ];
    assert_eq!(messages(&violations), expected.map(wrong));
    // Each has the place of its row, as one made by hand has.
    for path in ["list.k.note", "inside.second", "secret"] {
        violations.insert(WORDS.at(path).unwrap().violation(&FOUND));
    }
    let paths: Vec<String> = violations.iter().map(|v| v.path().to_string()).collect();
    assert_eq!(
        paths,
        [
            "first",
            "inside.second",
            "inside.third",
            "list.k.note",
            "list.a.b.fourth",
            "list.m.fourth",
            "grid.0.1",
            "grid.2.0",
            "secret",
        ]
    );
}

#[test]
fn a_text_that_is_missing_or_null_or_fits_is_no_violation() {
    for body in [
        r#"{"first": "F"}"#,
        r#"{"first": "F", "inside": {"second": null}, "list": [{}, null, {"fourth": " "}], "grid": null}"#,
        r#"{"first": " Ærlig ", "inside": {"second": "S", "third": "T"}, "list": [], "grid": [[], ["G"]]}"#,
    ] {
        let words = Words::from_json(body).unwrap();
        let sent = serde_json::to_string(&words.clone().into_owned()).unwrap();
        assert_eq!(serde_json::to_string(&words).unwrap(), sent);
        let checked = WORDS.check_json(body.as_bytes()).unwrap();
        assert_eq!(serde_json::to_string(&checked).unwrap(), sent, "{body}");
        assert!(Words::from_checked(&checked).is_ok());
    }
}
