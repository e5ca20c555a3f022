//! What holds for every document.

use customer_rules::connect::{ChangeCustomerInfo, CheckCredentials, SearchCustomers};
use customer_rules::front_payment::{CorporateCustomer, PrivateCustomer};
use customer_rules::{Checked, Payload, Rejection, RuleSet};
use proptest::prelude::*;
use serde_json::Value;

use crate::support::documents::{NUMBER, any_document, disordered, mark, rule_sets, soup, valid};
use crate::support::faults::faulty;

/// Everything that a user can see of a verdict.
fn seen(verdict: &Result<Checked<'_>, Rejection>) -> String {
    match verdict {
        Ok(checked) => serde_json::to_string(checked).unwrap(),
        Err(Rejection::Syntax(error)) => format!("{error} {error:?}"),
        Err(Rejection::Violations(violations)) => {
            let each: Vec<_> = violations.iter().collect();
            let pointers: Vec<_> = each
                .iter()
                .map(|v| v.path().pointer().to_string())
                .collect();
            let listed = serde_json::to_string(&each).unwrap();
            let keyed = serde_json::to_string(violations).unwrap();
            format!("{violations} {violations:?} {listed} {keyed} {pointers:?}")
        }
    }
}

/// The typed payload of a rule set, as sent, as sent once owned, and as shown.
fn payload_of(rules: &RuleSet, body: &[u8]) -> Result<[String; 3], Rejection> {
    macro_rules! of {
        ($($payload:ident),+) => {
            match rules.name() {
                $(name if name == $payload::RULES.name() => {
                    let payload = $payload::from_json(body)?;
                    let sent = serde_json::to_string(&payload).unwrap();
                    let shown = format!("{payload:?} {payload:#?}");
                    Ok([sent, serde_json::to_string(&payload.into_owned()).unwrap(), shown])
                })+
                name => panic!("no payload for {name}"),
            }
        };
    }
    of!(
        PrivateCustomer,
        CorporateCustomer,
        ChangeCustomerInfo,
        SearchCustomers,
        CheckCredentials
    )
}

fn with_document(
    documents: fn(&'static RuleSet) -> BoxedStrategy<Value>,
) -> impl Strategy<Value = (&'static RuleSet, Value)> {
    rule_sets().prop_flat_map(move |rules| (Just(rules), documents(rules)))
}

proptest! {
    #![proptest_config(crate::support::documents::cases())]

    #[test]
    fn any_bytes_get_the_same_answer_twice(rules in rule_sets(), bytes: Vec<u8>) {
        prop_assert_eq!(seen(&rules.check_json(&bytes)), seen(&rules.check_json(&bytes)));
    }

    #[test]
    fn any_text_in_the_shape_of_json_gets_the_same_answer_twice(
        rules in rule_sets(),
        text in r#"[\[\]{}",:0-9eE.\\ua-f\-+ \n]{0,60}"#,
    ) {
        prop_assert_eq!(seen(&rules.check_json(text.as_bytes())), seen(&rules.check_json(text.as_bytes())));
    }

    #[test]
    fn a_broken_document_never_panics(
        (rules, document) in with_document(any_document),
        at: prop::sample::Index,
        byte: u8,
    ) {
        let mut bytes = document.to_string().into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = seen(&rules.check_json(&bytes));
        bytes.truncate(at);
        let _ = seen(&rules.check_json(&bytes));
    }

    #[test]
    fn soup_gets_the_same_answer_twice(rules in rule_sets(), document in soup()) {
        prop_assert_eq!(seen(&rules.check_value(&document)), seen(&rules.check_value(&document)));
    }

    #[test]
    fn serde_jsons_own_key_gets_the_same_answer_twice(
        (rules, document) in with_document(any_document),
        at in 0_usize..4,
    ) {
        let text = document.to_string();
        // Whatever member stands there goes by that name.
        let mut quotes = text.match_indices("\":").map(|(quote, _)| quote);
        let end = quotes.nth(at).unwrap_or(0);
        let start = text[..end].rfind('"').map_or(0, |quote| quote + 1);
        let body = format!("{}{NUMBER}{}", &text[..start], &text[end..]);
        prop_assert_eq!(seen(&rules.check_json(body.as_bytes())), seen(&rules.check_json(body.as_bytes())));
    }

    #[test]
    fn bytes_and_values_get_the_same_answer((rules, document) in with_document(any_document)) {
        let compact = serde_json::to_vec(&document).unwrap();
        let pretty = serde_json::to_vec_pretty(&document).unwrap();
        let answer = seen(&rules.check_json(&compact));
        prop_assert_eq!(&seen(&rules.check_json(&pretty)), &answer);
        prop_assert_eq!(&seen(&rules.check_value(&document)), &answer);
        prop_assert_eq!(&seen(&rules.check(document)), &answer);
    }

    #[test]
    fn order_and_unknown_members_change_nothing(
        (rules, document) in with_document(any_document),
        seed: u64,
    ) {
        let disordered = disordered(rules.fields(), &document, seed);
        prop_assert_eq!(seen(&rules.check_json(disordered.as_bytes())), seen(&rules.check_value(&document)));
    }

    #[test]
    fn a_valid_document_is_accepted((rules, document) in with_document(valid)) {
        let verdict = rules.check_value(&document);
        prop_assert!(verdict.is_ok(), "{}", verdict.unwrap_err());
    }

    #[test]
    fn one_fault_gives_exactly_its_violations(
        (rules, faulty) in rule_sets().prop_flat_map(|rules| (Just(rules), faulty(rules))),
    ) {
        let found = match rules.check_value(&faulty.document) {
            Ok(_) => Vec::new(),
            Err(rejection) => {
                let violations = rejection.violations().unwrap();
                violations.iter().map(|v| (v.path().to_string(), v.code())).collect()
            }
        };
        prop_assert_eq!(found, faulty.expected);
    }

    #[test]
    fn what_is_sent_is_accepted_and_sent_as_it_is((rules, document) in with_document(any_document)) {
        if let Ok(checked) = rules.check_value(&document) {
            let sent = serde_json::to_string(&checked).unwrap();
            let again = rules.check_json(sent.as_bytes());
            prop_assert!(again.is_ok(), "{}", again.unwrap_err());
            prop_assert_eq!(serde_json::to_string(&again.unwrap()).unwrap(), sent.clone());
            prop_assert_eq!(serde_json::to_string(&checked.into_owned()).unwrap(), sent);
        }
    }

    #[test]
    fn the_typed_payload_is_sent_as_the_checked_document(
        (rules, document) in with_document(any_document),
    ) {
        let body = document.to_string();
        match (rules.check_json(body.as_bytes()), payload_of(rules, body.as_bytes())) {
            (Ok(checked), Ok([sent, sent_owned, _])) => {
                let expected = serde_json::to_string(&checked).unwrap();
                prop_assert_eq!(&sent, &expected);
                prop_assert_eq!(&sent_owned, &expected);
            }
            (checked, payload) => prop_assert_eq!(checked.err(), payload.err()),
        }
    }

    #[test]
    fn no_value_is_ever_shown((rules, mut document) in with_document(any_document)) {
        // Letters, so that a row of text accepts it, and not one that is in a rule.
        const MARKER: &str = "Zq7vKJ";
        let valid = document.to_string();
        mark(&mut document, MARKER);
        let marked = document.to_string();
        // Cut off at its end, and with a text that lost its quotes or has a wrong escape.
        let broken = marked.trim_end_matches('}');
        let bare = marked.replacen(&format!("\"{MARKER}\""), MARKER, 1);
        let escaped = marked.replacen(MARKER, &format!("{MARKER}\\x"), 1);
        for body in [marked.as_str(), broken, bare.as_str(), escaped.as_str()] {
            let verdict = rules.check_json(body.as_bytes());
            let shown = match &verdict {
                Ok(checked) => format!("{checked:?} {checked:#?}"),
                Err(rejection) => format!("{rejection:?} {rejection} {}", seen(&verdict)),
            };
            prop_assert!(!shown.contains(MARKER), "{shown}");
        }
        // A valid payload shows none of its texts either.
        if let Ok([_, _, shown]) = payload_of(rules, valid.as_bytes()) {
            for text in texts(&serde_json::from_str(&valid).unwrap()) {
                prop_assert!(text.len() < 12 || !shown.contains(&text), "{shown}");
            }
        }
    }
}

/// Every text of a document.
fn texts(document: &Value) -> Vec<String> {
    match document {
        Value::String(text) => vec![text.trim().to_owned()],
        Value::Array(list) => list.iter().flat_map(texts).collect(),
        Value::Object(map) => map.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}
