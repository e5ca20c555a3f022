//! The elements of lists and maps, each by its index or key.

use customer_rules::front_payment::CORPORATE_CUSTOMER;
use serde_json::json;

use crate::support::tables::LINES;
use crate::support::verdicts::{codes, messages, violations, violations_of_text};

#[test]
fn an_element_keeps_its_index_whatever_comes_before() {
    let faulty = json!({"kind": 1});
    let document = json!({"lines": [5, faulty, null, {}, {"unknown": 1}, faulty]});
    assert_eq!(
        messages(&violations(&LINES, &document)),
        [
            "The lines.1.kind must be a string.",
            "The lines.5.kind must be a string.",
        ]
    );
}

/// A corporate payload with these contacts, as text: a key may be there twice.
fn with_contacts(contacts: &str) -> String {
    format!(
        r#"{{"name": "N", "email": "a@b", "countryCode": "+47", "msisdn": "1",
            "preferredLanguage": "en", "addresses": {{"billing":
            {{"street": "S 1", "zip": "1", "city": "C", "country": "NO"}}}},
            "additionalContact": {contacts}}}"#
    )
}

#[test]
fn the_last_of_two_elements_with_one_key_takes_the_place_of_the_first() {
    let contacts = r#"{"a": {"name": 1}, "b": {"name": 2}, "a": {"email": "x", "name": "A"}, "c": {"name": 3}, "b": {}}"#;
    assert_eq!(
        codes(&violations_of_text(
            &CORPORATE_CUSTOMER,
            &with_contacts(contacts)
        )),
        [
            "additionalContact.c.name string",
            "additionalContact.a.email email",
        ]
    );
    let contacts = r#"{"b": {"name": "1"}, "a": {"name": "2"}, "": {"name": "3"}, "b": {"name": "4"}, "a": "x"}"#;
    let body = with_contacts(contacts);
    let checked = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap();
    let sent = serde_json::to_string(&checked).unwrap();
    assert!(
        sent.ends_with(r#""additionalContact":{"b":{"name":"4"},"a":{},"":{"name":"3"}}}"#),
        "{sent}"
    );
}
