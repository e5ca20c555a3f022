//! What is sent of a valid document, and what it shows of itself.

use customer_rules::Rule::{Array, Nullable, Object, String};
use customer_rules::connect::CHANGE_CUSTOMER_INFO;
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules::{Field, RuleSet, Unvalidated, element, field};
use serde_json::json;

use crate::support::verdicts::{CORPORATE, PRIVATE, sent};

static NULLED: RuleSet =
    RuleSet::new(&[field("lines", &[Nullable, Array]).each(&[field("kind", &[Nullable, String])])])
        .sending_absent_as_null();

#[test]
fn a_scalar_where_the_table_has_rows_is_left_out() {
    static LAX: RuleSet = RuleSet::new(&[
        field("address", &[]).members(&[field("zip", &[Nullable, String])]),
        field("lines", &[]).each(&[field("kind", &[Nullable, String])]),
        field("note", &[]),
    ]);
    for scalar in [json!(5), json!(true), json!("x")] {
        let document = json!({"address": scalar, "lines": scalar, "note": scalar});
        assert_eq!(sent(&LAX, &document), json!({"note": scalar}));
    }
    let document = json!({"address": {"zip": "4313"}, "lines": [{"kind": "a"}, 5], "note": {}});
    assert_eq!(
        sent(&LAX, &document),
        json!({"address": {"zip": "4313"}, "lines": [{"kind": "a"}, {}], "note": {}})
    );
    // What is in a list that has no rows is not described, and so not sent.
    let document = json!({"address": [1], "lines": [], "note": [1]});
    assert_eq!(
        sent(&LAX, &document),
        json!({"address": {}, "lines": [], "note": []})
    );
}

#[test]
fn null_is_sent_as_null_but_for_an_element_of_objects() {
    const ADDRESS: &[Field] = &[field("zip", &[Nullable, String])];
    static TABLE: RuleSet = RuleSet::new(&[
        field("home", &[Nullable, Object]).members(ADDRESS),
        field("words", &[Nullable, Array]).each_element(&element(&[Nullable, String])),
        field("others", &[Nullable, Array]).each(ADDRESS),
    ]);
    let nulls = json!({"home": null, "words": [null], "others": [null, {"zip": null}]});
    let expected = json!({"home": null, "words": [null], "others": [{}, {"zip": null}]});
    assert_eq!(sent(&TABLE, &nulls), expected);
    let none = json!({"home": null, "words": null, "others": null});
    assert_eq!(sent(&TABLE, &none), none);
}

#[test]
fn a_checked_document_shows_its_members_without_values() {
    let address = "{street: ***, zip: ***, city: ***, country: ***}";
    let checked = CORPORATE_CUSTOMER.check_json(CORPORATE.as_bytes()).unwrap();
    assert_eq!(
        format!("{checked:?}"),
        format!(
            "{{name: ***, email: ***, countryCode: ***, msisdn: ***, preferredLanguage: ***, \
             organizationId: ***, addresses: {{billing: {address}, shipping: {address}}}, \
             additionalContact: [{{name: ***, designation: ***, countryCode: ***, msisdn: ***, \
             email: ***, note: ***}}]}}"
        )
    );
    let change =
        br#"{"name": {"lastName": "Nordmann"}, "phoneNumbers": [{}, null], "emails": null}"#;
    let checked = CHANGE_CUSTOMER_INFO.check_json(change).unwrap();
    let phone = "{phoneNumber: null, phoneNumberType: null}";
    assert_eq!(
        format!("{checked:?}"),
        format!(
            "{{name: {{firstName: null, middleName: null, lastName: ***, companyName: null, \
             departmentName: null}}, phoneNumbers: [{phone}, null], emails: null, \
             invoiceEmailAddress: null}}"
        )
    );
    let checked = NULLED.check_json(br#"{"lines": [5, {}]}"#).unwrap();
    assert_eq!(
        format!("{checked:?}"),
        "{lines: [{kind: null}, {kind: null}]}"
    );
}

#[test]
fn a_document_shows_its_rules_only() {
    let read = PRIVATE_CUSTOMER.read_json(PRIVATE.as_bytes()).unwrap();
    let rules = r#"RuleSet { name: "front-payment/private", fields: 17, limit: 1000, .. }"#;
    assert_eq!(format!("{PRIVATE_CUSTOMER:?}"), rules);
    assert_eq!(
        format!("{read:?}"),
        format!("Document {{ rules: {rules}, .. }}")
    );
    let unchecked: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str(PRIVATE).unwrap();
    assert_eq!(format!("{unchecked:?}"), format!("Unvalidated({read:?})"));
    assert!(unchecked.violations().is_empty());
    let unchecked: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str("{}").unwrap();
    assert_eq!(unchecked.violations().len(), 10);
}
