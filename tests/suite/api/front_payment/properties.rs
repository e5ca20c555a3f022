//! What holds for every response.

use std::fmt::Write as _;

use customer_rules::front_payment::{
    ApiError, PRIVATE_CUSTOMER, Refused, envelope, parse_customer, parse_update,
};
use customer_rules::{Rejection, RuleSet, Violations};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::documents::{any_document, mark, rule_sets, soup};
use crate::support::faults::faulty;

/// Statuses that mean something more often than not.
fn status() -> impl Strategy<Value = u16> {
    let known = [200, 202, 401, 404, 417, 422, 429, 500, 510];
    prop_oneof![any::<u16>(), prop::sample::select(known.to_vec())]
}

/// A body with the members of the API, each of any make.
fn body() -> impl Strategy<Value = Value> {
    let member = |value: BoxedStrategy<Value>| prop::option::of(value);
    let status_code = prop_oneof![status().prop_map(Value::from), soup()].boxed();
    let errors = prop_oneof![
        prop::collection::vec(sentence().prop_map(Value::from), 0..5).prop_map(Value::from),
        prop::collection::btree_map("[a-z.0]{0,5}", sentence(), 0..5).prop_map(|map| json!(map)),
        soup(),
    ]
    .boxed();
    let data = prop_oneof![details(), soup()].boxed();
    let members = [
        ("status_code", member(status_code)),
        ("message", member(soup().boxed())),
        ("errors", member(errors)),
        ("data", member(data)),
    ];
    let members = members.map(|(key, value)| value.prop_map(move |value| (key.to_owned(), value)));
    Vec::from(members).prop_map(|members| {
        let there = members
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        there.collect::<Map<_, _>>().into()
    })
}

/// A sentence that is nearly one of the API's.
fn sentence() -> impl Strategy<Value = String> {
    "(The |The selected )(email|additionalContact|additionalContact\\.[a-z0-9.]{0,3}\\.(email|name)|x) \
     (is invalid\\.|must be a string\\.|must be a valid email address\\.|field is required\\.|\\PC{0,3})"
}

/// The page's customer, with something else in one place.
fn details() -> impl Strategy<Value = Value> {
    let page: Value =
        serde_json::from_str(include_str!("../../../data/responses/details.json")).unwrap();
    let data = page["data"].clone();
    let keys: Vec<String> = data.as_object().unwrap().keys().cloned().collect();
    (prop::sample::select(keys), soup()).prop_map(move |(key, value)| {
        let mut data = data.clone();
        data[key] = value;
        data
    })
}

fn refused(outcome: &Result<impl Sized, ApiError>) -> Option<&Refused> {
    match outcome {
        Err(ApiError::Refused(refused)) => Some(refused),
        _ => None,
    }
}

/// Violations in an order of their own.
fn sorted(violations: &Violations) -> Vec<String> {
    let mut sorted: Vec<_> = violations
        .iter()
        .map(|v| format!("{:?} {:?} {:?}", v.path(), v.code(), v.params()))
        .collect();
    sorted.sort();
    sorted
}

fn violations(rules: &RuleSet, document: &Value) -> Option<Violations> {
    match rules.check_value(document) {
        Err(Rejection::Violations(violations)) => Some(violations),
        _ => None,
    }
}

/// Asserts that a response keeps its status, whatever it is.
fn keeps_status(rules: &RuleSet, status: u16, body: &[u8]) -> Result<(), TestCaseError> {
    let customer = parse_customer(status, body);
    let update = parse_update(rules, status, body);
    prop_assert!(customer.is_err() || status == 200);
    prop_assert!(update.is_err() || [200, 202].contains(&status));
    if let Ok(updated) = &update {
        prop_assert_eq!(updated.answer().status(), status);
    }
    for error in [customer.err(), update.err()].into_iter().flatten() {
        let shown = format!("{error} {error:?}");
        prop_assert!(shown.contains(&status.to_string()), "{shown}");
        prop_assert_eq!(error.status(), status);
        prop_assert_eq!(error.answer().length(), body.len());
    }
    Ok(())
}

proptest! {
    #![proptest_config(crate::support::documents::cases())]

    #[test]
    fn any_bytes_keep_their_status(rules in rule_sets(), status in status(), body: Vec<u8>) {
        keeps_status(rules, status, &body)?;
    }

    #[test]
    fn any_body_keeps_its_status(rules in rule_sets(), status in status(), body in body()) {
        keeps_status(rules, status, body.to_string().as_bytes())?;
    }

    #[test]
    fn a_broken_body_keeps_its_status(
        rules in rule_sets(),
        status in status(),
        body in body(),
        at: prop::sample::Index,
        byte: u8,
    ) {
        let mut bytes = body.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        keeps_status(rules, status, &bytes)?;
        bytes.truncate(at);
        keeps_status(rules, status, &bytes)?;
    }

    #[test]
    fn a_refusal_comes_back_as_it_went(
        (rules, document) in rule_sets().prop_flat_map(|rules| {
            let faulty = faulty(rules).prop_map(|faulty| faulty.document);
            (Just(rules), prop_oneof![faulty.boxed(), any_document(rules)])
        }),
    ) {
        let Some(violations) = violations(rules, &document) else {
            return Ok(());
        };
        let flat = serde_json::to_vec(&envelope::refused(&violations)).unwrap();
        let outcome = parse_update(rules, 417, &flat);
        let refusal = refused(&outcome).unwrap();
        prop_assert_eq!(refusal.violations(), &violations);
        prop_assert!(refusal.unplaced().is_empty() && !refusal.truncated());

        // Laravel's own form: under their fields.
        let keyed = json!({"message": "The given data was invalid.", "errors": violations});
        let outcome = parse_update(rules, 422, keyed.to_string().as_bytes());
        let refusal = refused(&outcome).unwrap();
        prop_assert_eq!(sorted(refusal.violations()), sorted(&violations));
        prop_assert!(refusal.unplaced().is_empty());
    }

    #[test]
    fn no_body_is_ever_shown(status in status(), mut body in body()) {
        // Letters, so that nothing of a rule or a type has them.
        const MARKER: &str = "Zq7vKJ";
        mark(&mut body, MARKER);
        for body in [body.to_string(), body.to_string().trim_end_matches('}').to_owned()] {
            let customer = parse_customer(status, body.as_bytes());
            let update = parse_update(&PRIVATE_CUSTOMER, status, body.as_bytes());
            let mut shown = format!("{customer:?} {customer:#?} {update:?} {update:#?}");
            for error in [customer.err(), update.err()].into_iter().flatten() {
                shown.push_str(&error.to_string());
                if let ApiError::Refused(refused) = &error {
                    let _ = write!(shown, "{:?} {:?}", refused.violations(), refused.unplaced());
                }
            }
            prop_assert!(!shown.contains(MARKER), "{shown}");
        }
    }

    #[test]
    fn a_form_has_only_rows_and_texts_of_the_details(rules in rule_sets(), data in details()) {
        let body = json!({"data": data}).to_string();
        let form = parse_customer(200, body.as_bytes()).unwrap().form(rules);
        for (key, value) in form.as_object().unwrap() {
            prop_assert!(rules.fields().iter().any(|field| field.key() == key));
            match (value, &data[key.as_str()]) {
                (Value::String(text), Value::Number(number)) => prop_assert_eq!(text, &number.to_string()),
                (Value::String(text), found) => prop_assert_eq!(Some(text.as_str()), found.as_str()),
                (value, _) => prop_assert!(value.is_object() && key == "addresses"),
            }
        }
    }
}
