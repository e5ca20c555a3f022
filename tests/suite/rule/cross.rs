//! Rules across fields.

use customer_rules::Rule::{Nullable, String};
use customer_rules::{CrossRule, RuleSet, field};
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
