//! The shapes that violations serialise in: nothing is lost, and the order stays.

use std::collections::BTreeMap;
use std::fmt;

use customer_rules::connect::parse_customer_info;
use customer_rules::format::Language;
use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, parse_customer, parse_update,
};
use customer_rules::message::Messages;
use customer_rules::rule::Statement;
use customer_rules::{CrossRule, Rule, RuleSet, Violations, field};
use proptest::prelude::*;
use serde::de::{Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::{Value, json};

use crate::support::documents::{any_document, rule_sets};

/// JSON whose members keep their order, which those of a `serde_json::Value` do not.
#[derive(Debug, Clone, PartialEq)]
enum Ordered {
    Text(String),
    List(Vec<Self>),
    Map(Vec<(String, Self)>),
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl<'de> Visitor<'de> for Reader {
            type Value = Ordered;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("texts, lists and maps")
            }
            fn visit_str<E>(self, text: &str) -> Result<Ordered, E> {
                Ok(Ordered::Text(text.to_owned()))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Ordered, A::Error> {
                let mut elements = Vec::new();
                while let Some(element) = list.next_element()? {
                    elements.push(element);
                }
                Ok(Ordered::List(elements))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    members.push(member);
                }
                Ok(Ordered::Map(members))
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

fn ordered(shape: &impl serde::Serialize) -> Ordered {
    serde_json::from_str(&serde_json::to_string(shape).unwrap()).unwrap()
}

/// The steps of each path and what is said of it, each path where it first stands.
fn grouped(messages: Messages<'_>) -> Vec<(Vec<String>, Vec<String>)> {
    let mut groups: Vec<(Vec<String>, Vec<String>)> = Vec::new();
    for message in messages.iter() {
        let segments = message.violation().path().segments();
        let path: Vec<_> = segments.map(|segment| segment.to_string()).collect();
        match groups.iter_mut().find(|(other, _)| *other == path) {
            Some((_, said)) => said.push(message.to_string()),
            None => groups.push((path, vec![message.to_string()])),
        }
    }
    groups
}

/// The groups as a map by a name of each path.
fn named(messages: Messages<'_>, name: impl Fn(&[String]) -> String) -> Ordered {
    let list = |said: Vec<String>| Ordered::List(said.into_iter().map(Ordered::Text).collect());
    let groups = grouped(messages).into_iter();
    Ordered::Map(
        groups
            .map(|(path, said)| (name(&path), list(said)))
            .collect(),
    )
}

fn brackets(path: &[String]) -> String {
    let inside = path[1..].iter();
    inside.fold(path[0].clone(), |name, step| name + "[" + step + "]")
}

/// Takes nested sentences apart again.
fn flat(nested: &Ordered, path: &mut Vec<String>, groups: &mut Vec<(Vec<String>, Vec<String>)>) {
    match nested {
        Ordered::List(said) => {
            let said = said.iter().map(|text| match text {
                Ordered::Text(text) => text.clone(),
                other => panic!("{other:?}"),
            });
            groups.push((path.clone(), said.collect()));
        }
        Ordered::Map(members) => {
            for (key, inside) in members {
                if key == "_errors" {
                    flat(inside, path, groups);
                    continue;
                }
                let is_escaped = key.starts_with('_') && key.trim_start_matches('_') == "errors";
                path.push(if is_escaped {
                    key[1..].to_owned()
                } else {
                    key.clone()
                });
                flat(inside, path, groups);
                path.pop();
            }
        }
        Ordered::Text(text) => panic!("{text}"),
    }
}

/// The groups in the order of a tree: what has the same steps at the start is together, where
/// the first of it stands.
fn as_tree(mut groups: Vec<(Vec<String>, Vec<String>)>) -> Vec<(Vec<String>, Vec<String>)> {
    let mut places = BTreeMap::new();
    for (place, (path, _)) in groups.iter().enumerate() {
        for len in 0..=path.len() {
            places.entry(path[..len].to_vec()).or_insert(place);
        }
    }
    groups.sort_by_cached_key(|(path, _)| {
        // What is said of a field itself comes before what is inside.
        (1..=path.len())
            .map(|len| places[&path[..len]] + 1)
            .collect::<Vec<_>>()
    });
    groups
}

fn assert_shapes(violations: &Violations) {
    for messages in [
        violations.in_wire_words(),
        violations.in_language(Language::German),
    ] {
        let dotted = |path: &[String]| path.join(".");
        assert_eq!(ordered(&messages), named(messages, dotted));
        assert_eq!(ordered(&messages.bracketed()), named(messages, brackets));
        let first = grouped(messages).into_iter();
        let first = first.map(|(path, said)| (dotted(&path), Ordered::Text(said[0].clone())));
        assert_eq!(ordered(&messages.first()), Ordered::Map(first.collect()));
        let listed = json!(messages.list());
        let listed = listed.as_array().unwrap();
        assert_eq!(listed.len(), violations.len());
        for (entry, message) in listed.iter().zip(messages.iter()) {
            let violation = message.violation();
            let expected = json!({
                "path": violation.path(), "pointer": violation.path().pointer(),
                "code": violation.code(), "params": violation.params(), "message": message,
            });
            assert_eq!(*entry, expected);
        }
        let mut groups = Vec::new();
        flat(&ordered(&messages.nested()), &mut Vec::new(), &mut groups);
        assert_eq!(groups, as_tree(grouped(messages)));
    }
    assert_eq!(ordered(violations), ordered(&violations.in_wire_words()));
}

proptest! {
    #![proptest_config(crate::support::documents::cases())]

    #[test]
    fn shapes_hold_the_same_violations_in_the_same_order(
        (rules, document) in rule_sets().prop_flat_map(|rules| (Just(rules), any_document(rules))),
    ) {
        assert_shapes(&rules.read(&document).unwrap().violations());
    }
}

static ORDER: RuleSet = RuleSet::new(&[
    field("zip", &[Rule::Nullable, Rule::String]),
    field("lines", &[Rule::Required, Rule::List]).each(&[
        field("kind", &[Rule::Required, Rule::String]),
        field("note", &[Rule::Nullable, Rule::String]),
    ]),
    field("city", &[Rule::Nullable, Rule::String]),
])
.across(&[CrossRule::RequiredOneOf(&[
    &[&["zip"], &["lines"]],
    &[&["city"]],
])]);

#[test]
fn paths_that_come_back_are_together() {
    static TAKEN: Statement = Statement::new("taken", "The {attribute} is taken.");
    for body in [
        "{}",
        r#"{"lines": {"a": {"note": 5}, "b": {"note": 5, "kind": 5}}}"#,
        r#"{"lines": [{"note": 5}, {"note": 5, "kind": 5}], "zip": []}"#,
    ] {
        let mut violations = ORDER.read_json(body.as_bytes()).unwrap().violations();
        assert_shapes(&violations);
        for path in ["lines.0", "lines.0.kind", "lines.*.note", "zip", "lines"] {
            violations.insert(ORDER.at(path).unwrap().violation(&TAKEN));
            assert_shapes(&violations);
        }
        // Those of another table say the same paths once more.
        violations.extend(PRIVATE_CUSTOMER.read_json(b"{}").unwrap().violations());
        violations.extend(ORDER.read_json(b"{\"lines\": 5}").unwrap().violations());
        assert_shapes(&violations);
    }
    assert_shapes(&Violations::default());
}

#[test]
fn a_key_that_looks_like_ours_is_told_apart() {
    let body = br#"{"lines": {"_errors": {"kind": 5}, "__errors": {"kind": 5}, "errors": {}}}"#;
    let violations = ORDER.read_json(body).unwrap().violations();
    let nested = json!(violations.in_wire_words().nested());
    assert_eq!(nested["lines"]["_errors"][0], "The lines must be a list.");
    assert!(nested["lines"]["__errors"]["kind"].is_array());
    assert!(nested["lines"]["___errors"]["kind"].is_array());
    assert_shapes(&violations);
}

#[test]
fn a_problem_points_into_the_document() {
    let body = br#"{"additionalContact": {"a/b ~%\u00e5\"": {"email": "x"}}}"#;
    let violations = CORPORATE_CUSTOMER.read_json(body).unwrap().violations();
    let problem = json!(violations.problem());
    let errors = problem["errors"].as_array().unwrap();
    assert_eq!(errors.len(), violations.len());
    assert_eq!(
        errors.last().unwrap()["pointer"],
        "#/additionalContact/a~1b%20~0%25%C3%A5%22/email"
    );
    assert_eq!(problem["type"], "about:blank");
    assert_eq!(problem["title"], "Unprocessable Content");
    assert_eq!(
        problem["detail"],
        "The name field is required. (and 10 more violations)"
    );
}

#[test]
fn problems_have_the_status_that_fits() {
    let rejection = PRIVATE_CUSTOMER
        .check_json(b"{\n  \"name\": }")
        .unwrap_err();
    let problem = json!(rejection.problem());
    let expected = json!({"type": "about:blank", "title": "Bad Request", "status": 400,
        "detail": "expected value at line 2 column 11"});
    assert_eq!(problem, expected);
    let norwegian = json!(
        rejection
            .problem()
            .in_language(Language::Norwegian)
            .with_status(422)
    );
    assert_eq!(norwegian["status"], 422);
    assert_eq!(norwegian["title"], "Vi kunne ikke lese forespørselen.");
    assert_eq!(
        norwegian["detail"],
        "Vi kunne ikke lese forespørselen fra linje 2, kolonne 11."
    );

    let many = PRIVATE_CUSTOMER
        .with_limit(2)
        .read_json(b"{}")
        .unwrap()
        .violations();
    let details: Vec<_> = Language::ALL
        .iter()
        .map(|language| many.problem().in_language(*language).detail().to_string())
        .collect();
    assert_eq!(details[0], "There are more than 2 errors in the form.");
    assert!(details.iter().all(|detail| detail.ends_with('.')));

    let cases = [(401, 502), (404, 404), (429, 503), (500, 502), (418, 502)];
    for (status, own) in cases {
        let error = parse_customer(status, b"{}").unwrap_err();
        assert_eq!(error.problem().status(), own, "{status}");
        assert_eq!(json!(error.problem()).get("errors"), None);
        let error = parse_customer_info(status, b"").unwrap_err();
        assert_eq!(error.problem().status(), own, "{status}");
        for language in Language::ALL {
            let problem = error.problem().in_language(*language);
            assert!(problem.detail().to_string().ends_with('.'), "{problem:?}");
            assert!(problem.title().ends_with('.'), "{problem:?}");
        }
    }
}

#[test]
fn nothing_that_the_api_says_of_a_value_is_in_a_problem() {
    let body = br#"{"errors": ["The email must be a valid email address.", "Kari is on hold."]}"#;
    let error = parse_update(&PRIVATE_CUSTOMER, 417, body).unwrap_err();
    let problem: Value = json!(error.problem());
    assert_eq!(problem["errors"].as_array().unwrap().len(), 1);
    assert!(!problem.to_string().contains("Kari"));
}
