//! Rules across fields.

use customer_rules::Rule::{Array, Nullable, String};
use customer_rules::connect::SEARCH_CUSTOMERS;
use customer_rules::{CrossRule, Field, RuleSet, field};
use serde_json::json;

use crate::support::checks::Constant;
use crate::support::verdicts::{messages, violations};

#[test]
fn what_could_stand_in_is_named_from_the_same_object() {
    static REACH: RuleSet = RuleSet::new(&[
        field("phone", &[Nullable, String]),
        field("home", &[]).members(&[
            field("street", &[Nullable, String]),
            field("zip", &[Nullable, String]),
        ]),
        field("work", &[])
            .members(&[
                field("mail", &[Nullable, String]),
                field("box", &[]).members(&[field("zipCode", &[Nullable, String])]),
            ])
            .across(&[CrossRule::RequiredOneOf(&[&[&["box.zipCode", "mail"]]])]),
    ])
    .across(&[CrossRule::RequiredOneOf(&[&[
        &["home.street"],
        &["home.zip", "phone"],
    ]])]);
    assert_eq!(
        messages(&violations(&REACH, &json!({}))),
        [
            "The phone field is required when home.zip is not present.",
            "The home.street field is required.",
            "The home.zip field is required when phone is not present.",
            "The work.mail field is required when work.box.zip code is not present.",
            "The work.box.zip code field is required when work.mail is not present.",
        ]
    );
}

#[test]
fn a_rule_that_breaks_in_many_fields_is_said_once() {
    let said = |body: &[u8]| SEARCH_CUSTOMERS.check_json(body).unwrap_err().to_string();
    let rule = "There must be `phoneNumber`; or `email`; or (`companyName` or `lastName`) and \
                `streetAddress` and (`postalCode` or `postalPlace`).";
    for body in ["{}", r#"{"email": " "}"#, r#"{"lastName": "Nordmann"}"#] {
        assert_eq!(said(body.as_bytes()), rule, "{body}");
    }
    // One violation is a sentence already, and others are not to be lost.
    let street =
        "The street address field is required when none of phone number / email are present.";
    assert_eq!(
        said(br#"{"lastName": "Nordmann", "postalCode": 179}"#),
        street
    );
    let product = "The product code must be a string. (and 7 more violations)";
    assert_eq!(said(br#"{"productCode": 5}"#), product);
    let cut = SEARCH_CUSTOMERS
        .with_limit(2)
        .check_json(b"{}")
        .unwrap_err();
    assert!(
        cut.to_string()
            .ends_with(" (and more than 1 more violations)"),
        "{cut}"
    );
}

#[test]
fn a_rule_of_an_inner_object_says_where() {
    static ADDRESS: &[Field] = &[field("zip", &[]), field("city", &[])];
    const ONE: &[CrossRule] = &[CrossRule::RequiredOneOf(&[&[&["zip"]], &[&["city"]]])];
    static LINES: RuleSet =
        RuleSet::new(&[field("lines", &[Nullable, Array])
            .each(&[field("to", &[]).members(ADDRESS).across(ONE)])]);
    let said = |document| violations(&LINES, &document).to_string();
    let first = "In `lines.0.to`, there must be `zip`; or `city`.";
    assert_eq!(said(json!({"lines": [{}]})), first);
    // Two objects that break the same rule.
    let both = said(json!({"lines": [{}, {}]}));
    assert!(
        both.ends_with("is not present. (and 3 more violations)"),
        "{both}"
    );
}

#[test]
fn a_rule_across_fields_names_each_field_once() {
    static RULE: CrossRule = CrossRule::Custom {
        check: &Constant(false),
        paths: &["first", "second"],
        at_fault: &["second", "third"],
    };
    static TABLE: RuleSet = RuleSet::new(&[
        field("third", &[]),
        field("second", &[]),
        field("first", &[]),
    ])
    .across(&[RULE]);
    assert_eq!(
        RULE.paths().collect::<Vec<_>>(),
        ["first", "second", "third"]
    );
    let rejection = TABLE.check_value(&json!({})).unwrap_err();
    let messages: Vec<_> = rejection
        .violations()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    // In the order of the table.
    assert_eq!(
        messages,
        [
            "The third is wrong, and third it stays.",
            "The second is wrong, and second it stays.",
        ]
    );
}
