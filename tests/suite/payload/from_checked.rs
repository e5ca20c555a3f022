//! Typed payloads of documents that were checked before, and of owned ones.

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, ChangeCustomerInfo};
use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, CorporateCustomer, PRIVATE_CUSTOMER, PrivateCustomer,
};
use customer_rules::{Payload as _, Rule, RuleSet, field};

use crate::support::verdicts::{CORPORATE, PRIVATE};

#[test]
fn owned_payloads_outlive_their_input() {
    let customer = {
        let body = CORPORATE.to_owned();
        CorporateCustomer::from_json(&body).unwrap().into_owned()
    };
    let contacts = customer.additional_contact().unwrap();
    assert_eq!(contacts.len(), 1);
}

/// Addresses and all, but with an e-mail address that may be anything.
static SAME_KEYS: RuleSet = RuleSet::new(&[
    PRIVATE_CUSTOMER.field("name"),
    field("email", &[Rule::Nullable, Rule::String]),
    PRIVATE_CUSTOMER.field("countryCode"),
    PRIVATE_CUSTOMER.field("msisdn"),
    PRIVATE_CUSTOMER.field("preferredLanguage"),
    PRIVATE_CUSTOMER.field("personalNumber"),
    PRIVATE_CUSTOMER.field("addresses"),
]);

#[test]
fn a_payload_comes_from_a_table_that_extends_its_own_and_from_no_other() {
    // A static that copies a table has its rows elsewhere in memory.
    static RENAMED: RuleSet = PRIVATE_CUSTOMER.with_limit(5).named("mine");
    static NULLED: RuleSet = PRIVATE_CUSTOMER.sending_absent_as_null();
    // The rows without what is sent for those that are absent.
    static ROWS: RuleSet = RuleSet::new(CHANGE_CUSTOMER_INFO.fields());
    static LAX: RuleSet = RuleSet::new(&[PRIVATE_CUSTOMER.field("name")]);
    for (rules, is_private) in [
        (&PRIVATE_CUSTOMER, true),
        (&PRIVATE_CUSTOMER.with_limit(1), true),
        (&RENAMED, true),
        (&NULLED, false),
        // These have not looked at what the payload vouches for.
        (&LAX, false),
        (&SAME_KEYS, false),
        (&CORPORATE_CUSTOMER, false),
    ] {
        let checked = rules.check_json(PRIVATE.as_bytes()).unwrap();
        let private = PrivateCustomer::from_checked(&checked);
        assert_eq!(private.is_ok(), is_private, "{rules:?}");
        assert_eq!(rules.extends(&PRIVATE_CUSTOMER), is_private, "{rules:?}");
        if let Err(error) = private {
            assert!(error.violations().is_none());
            let other = "the document was checked along another table";
            assert_eq!(error.to_string(), other);
        }
        let corporate = CorporateCustomer::from_checked(&checked);
        assert_eq!(corporate.is_ok(), rules.name() == CORPORATE_CUSTOMER.name());
    }
    let change = br#"{"name": {"firstName": "Ola", "lastName": "Nordmann"}}"#;
    for (rules, is_change) in [(&CHANGE_CUSTOMER_INFO, true), (&ROWS, false)] {
        let checked = rules.check_json(change).unwrap();
        let change = ChangeCustomerInfo::from_checked(&checked);
        assert_eq!(change.is_ok(), is_change);
    }
}
