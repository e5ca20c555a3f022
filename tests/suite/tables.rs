//! Tables of one's own at their edges.

use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, CorporateCustomer, CustomerType, PRIVATE_CUSTOMER, PrivateCustomer,
};
use customer_rules::rulebook::Rulebook;
use customer_rules::{
    CrossRule, Payload, Rejection, Rule::*, RuleSet, element, field, table::Fallback,
};
use serde_json::{Value, json};

use crate::checks::Constant;

fn messages(rules: &RuleSet, document: &Value) -> Vec<std::string::String> {
    let refused = rules.check_value(document).unwrap_err();
    let violations = refused.violations().unwrap();
    violations.iter().map(ToString::to_string).collect()
}

fn sent(rules: &RuleSet, document: &Value) -> Value {
    serde_json::to_value(rules.check_value(document).unwrap()).unwrap()
}

static LINES: RuleSet = RuleSet::new(&[
    field("lines", &[Nullable, Array]).each(&[
        field("kind", &[Nullable, String]),
        field("size", &[Nullable, String]),
    ]),
    field("note", &[Nullable, String]),
]);

/// The same, with a row for the element itself.
static LINE_ROWS: RuleSet = RuleSet::new(&[
    field("lines", &[Nullable, Array]).each_element(&element(&[Nullable, Object]).members(&[
        field("kind", &[Nullable, String]),
        field("size", &[Nullable, String]),
    ])),
    field("note", &[Nullable, String]),
]);

#[test]
fn violations_stand_in_the_order_of_the_rows() {
    let faulty = json!({"kind": 1, "size": 2});
    let document = json!({"note": 3, "lines": [faulty, faulty, faulty]});
    let all = [
        "The lines.0.kind must be a string.",
        "The lines.1.kind must be a string.",
        "The lines.2.kind must be a string.",
        "The lines.0.size must be a string.",
        "The lines.1.size must be a string.",
        "The lines.2.size must be a string.",
        "The note must be a string.",
    ];
    assert_eq!(messages(&LINES, &document), all);
    assert_eq!(messages(&LINE_ROWS, &document), all);
    // The limit keeps the first of this order, whatever comes first in the document.
    for limit in 0..=all.len() {
        let refused = LINES.with_limit(limit).check_value(&document).unwrap_err();
        let violations = refused.violations().unwrap();
        let kept: Vec<_> = violations.iter().map(ToString::to_string).collect();
        assert_eq!(kept, all[..limit]);
        assert_eq!(violations.truncated(), limit < all.len());
    }
}

#[test]
fn an_element_keeps_its_index_whatever_comes_before() {
    let faulty = json!({"kind": 1});
    let document = json!({"lines": [5, faulty, null, {}, {"unknown": 1}, faulty]});
    assert_eq!(
        messages(&LINES, &document),
        [
            "The lines.1.kind must be a string.",
            "The lines.5.kind must be a string.",
        ]
    );
}

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
        messages(&REACH, &json!({})),
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
fn the_rulebook_tells_what_is_sent() {
    static FILLED: RuleSet = RuleSet::new(&[field("name", &[Nullable, String])])
        .falling_back(&[Fallback::new("name", "-", &["name"])]);
    static NULLED: RuleSet =
        RuleSet::new(&[field("name", &[Nullable, String])]).sending_absent_as_null();
    let heading = "\nWhat is sent:\n\n";
    let of = |rules: &'static RuleSet| Rulebook(rules).to_string();
    let filled = of(&FILLED);
    assert!(filled.ends_with(&format!(
        "{heading}- `name` is `-` if the document has none of `name`\n"
    )));
    let nulled = of(&NULLED);
    assert!(nulled.ends_with(&format!(
        "{heading}- a field that the document leaves out is sent as null\n"
    )));
    assert!(!of(&LINES).contains(heading));
}

#[test]
fn a_type_of_customer_knows_its_rules() {
    let rules = [
        (CustomerType::Private, Some(&PRIVATE_CUSTOMER)),
        (CustomerType::Corporate, Some(&CORPORATE_CUSTOMER)),
        (CustomerType::Other("Club".to_owned()), None),
    ];
    for (kind, expected) in rules {
        let found = kind.rules().map(RuleSet::name);
        assert_eq!(found, expected.map(RuleSet::name));
    }
}

#[test]
fn constraints_of_a_field() {
    static PLATE: customer_rules::Pattern = customer_rules::Pattern::new("^[A-Z]{2}$");
    static CAR: RuleSet = RuleSet::new(&[
        field("plate", &[Required, String, Pattern(&PLATE), MaxChars(30)]),
        field("colour", &[Nullable, String]),
    ]);
    let plate = CAR.field("plate");
    assert_eq!(plate.max_chars(), Some(30));
    assert_eq!(plate.pattern(), Some("^[A-Z]{2}$"));
    let colour = CAR.field("colour");
    assert_eq!((colour.max_chars(), colour.pattern()), (None, None));
}

#[cfg(feature = "garde")]
#[test]
fn gardes_report_has_every_violation() {
    use customer_rules::{Unvalidated, front_payment::PrivateCustomer};
    use garde::Validate as _;

    let body = r#"{"name": "Kari", "addresses": {"billing": {"zip": 5}}}"#;
    let form: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str(body).unwrap();
    let expected: Vec<_> = form
        .violations()
        .iter()
        .map(|v| (v.path().to_string(), v.message().to_string()))
        .collect();
    let report = form.validate().unwrap_err();
    let errors = report.iter();
    let found: Vec<_> = errors
        .map(|(path, error)| (path.to_string(), error.to_string()))
        .collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 8);
}

#[test]
fn a_rule_of_ones_own_is_called_by_its_code() {
    let across = CrossRule::Custom {
        check: &Constant(true),
        paths: &["a"],
        at_fault: &["a"],
    };
    assert_eq!(Custom(&Constant(true)).to_string(), "constant");
    assert_eq!(across.to_string(), "constant");
}

#[test]
fn violations_are_told_apart_by_path_and_by_rule() {
    let of = |rules: &RuleSet, document: Value| -> Vec<customer_rules::Violation> {
        match rules.check_value(&document) {
            Err(Rejection::Violations(violations)) => violations.into_iter().collect(),
            other => panic!("{other:?}"),
        }
    };
    let missing = of(&PRIVATE_CUSTOMER, json!({}));
    assert_eq!(missing.len(), 10);
    assert_eq!(missing, of(&PRIVATE_CUSTOMER, json!({"name": " "})));
    let all = of(&PRIVATE_CUSTOMER, json!({"preferredLanguage": 5}));
    assert_eq!(all.len(), 11);
    for (position, violation) in all.iter().enumerate() {
        assert_eq!(violation, &violation.clone());
        let others = all.iter().skip(position + 1);
        others.for_each(|other| assert_ne!(violation, other));
    }
}

#[test]
fn the_rulebook_tells_of_rules_across_the_fields_of_inner_objects() {
    const ONE: &[CrossRule] = &[CrossRule::RequiredOneOf(&[&[&["zip"]], &[&["city"]]])];
    static ADDRESS: &[customer_rules::Field] = &[field("zip", &[]), field("city", &[])];
    static TABLE: RuleSet = RuleSet::new(&[
        field("home", &[]).members(ADDRESS).across(ONE),
        field("work", &[Nullable, Array]).each(&[field("at", &[]).members(ADDRESS).across(ONE)]),
        field("others", &[Nullable, Array])
            .each_element(&element(&[]).members(ADDRESS).across(ONE)),
    ]);
    let book = Rulebook(&TABLE).to_string();
    let (_, across) = book.split_once("Across fields:\n\n").unwrap();
    let rule = ONE[0].to_string();
    let expected = ["home", "work.*.at", "others.*"]
        .map(|path| format!("- in `{path}`: {rule} (`required_one_of`)\n"));
    assert_eq!(across, expected.concat());
}

#[test]
fn the_rulebook_has_the_rows_of_lists_in_lists() {
    static GRID: RuleSet = RuleSet::new(&[field("grid", &[Nullable, Array])
        .each_element(&element(&[Required, Array]).each(&[field("cell", &[Nullable, String])]))]);
    let book = Rulebook(&GRID).to_string();
    let rows = book.lines().filter_map(|line| line.split('`').nth(1));
    assert_eq!(
        rows.collect::<Vec<_>>(),
        ["grid", "grid.*", "grid.*.*.cell"]
    );
}

#[test]
fn an_empty_container_is_none_where_one_is_required() {
    static TAGS: RuleSet = RuleSet::new(&[
        field("tags", &[Required, Array]).each_element(&element(&[Nullable, String]))
    ]);
    for tags in [json!([]), json!({}), json!(null), json!(" ")] {
        let messages = messages(&TAGS, &json!({"tags": tags}));
        assert_eq!(messages, ["The tags field is required."], "{tags}");
    }
    assert_eq!(
        sent(&TAGS, &json!({"tags": [null]})),
        json!({"tags": [null]})
    );
}

#[test]
fn null_is_sent_as_null_but_for_an_element_of_objects() {
    const ADDRESS: &[customer_rules::Field] = &[field("zip", &[Nullable, String])];
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

/// A static that copies a table has its rows elsewhere in memory.
#[test]
fn a_payload_is_had_from_a_table_that_extends_its_own() {
    static RENAMED: RuleSet = PRIVATE_CUSTOMER.with_limit(5).named("mine");
    static OTHER: RuleSet = PRIVATE_CUSTOMER.sending_absent_as_null();
    let body = include_bytes!("../../examples/payloads/private.json");
    let checked = RENAMED.check_json(body).unwrap();
    assert!(PrivateCustomer::from_checked(&checked).is_ok());
    assert!(CorporateCustomer::from_checked(&checked).is_err());
    let checked = OTHER.check_json(body).unwrap();
    assert!(PrivateCustomer::from_checked(&checked).is_err());
}
