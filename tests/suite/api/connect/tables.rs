//! The Connect API's samples, limits, and rules across fields.

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, CHECK_CREDENTIALS, SEARCH_CUSTOMERS};
use customer_rules::{Field, Rule, RuleSet};
use serde_json::{Value, json};

/// The search that the page prints.
fn printed_search() -> Value {
    json!({
        "productCode": "CO27409",
        "companyName": "Company International Ltd",
        "departmentName": "Support",
        "firstName": "Ola",
        "middleName": "Fjordstrand",
        "lastName": "Nordmann",
        "careOfAddress": "",
        "streetAddress": "Grubbegata",
        "streetNumber": 6,
        "entrance": "A",
        "postalCode": 179,
        "postalPlace": "Oslo",
        "countryCode": "NO",
        "phoneNumber": "+4712345678",
        "email": "ola.nordmann@company.com",
    })
}

/// Path, code and sentence of each violation.
fn violations(rules: &RuleSet, document: &Value) -> Vec<[String; 3]> {
    let Err(rejection) = rules.check_value(document) else {
        return Vec::new();
    };
    let violations = rejection.violations().unwrap();
    let shown = violations.iter().map(|v| {
        [
            v.path().to_string(),
            v.code().to_string(),
            v.message().to_string(),
        ]
    });
    shown.collect()
}

fn codes(rules: &RuleSet, document: &Value) -> Vec<String> {
    violations(rules, document)
        .iter()
        .map(|[path, code, _]| format!("{path} {code}"))
        .collect()
}

fn sent(rules: &RuleSet, document: &Value) -> Value {
    serde_json::to_value(rules.check_value(document).unwrap()).unwrap()
}

#[test]
fn every_printed_sample_validates() {
    let search = sent(&SEARCH_CUSTOMERS, &printed_search());
    assert_eq!(search["postalCode"], "179");
    assert_eq!(search["careOfAddress"], Value::Null);
    assert_eq!(search["streetNumber"], 6);

    // The page folds away what is in the containers.
    let change = json!({
        "name": {},
        "phoneNumbers": [],
        "emails": [],
        "invoiceEmailAddress": "ola.nordmann@hotmail.no",
    });
    assert_eq!(
        sent(&CHANGE_CUSTOMER_INFO, &change)["invoiceEmailAddress"],
        "ola.nordmann@hotmail.no"
    );
    let check = json!({"credentials": ["563457", "ola.nordmann@hotmail.no"]});
    assert_eq!(sent(&CHECK_CREDENTIALS, &check), check);
}

/// A text of so many characters that breaks no other rule of the row.
fn of_length(count: usize, field: &Field) -> String {
    if field.rules().iter().any(|rule| matches!(rule, Rule::Email)) {
        // Of two bytes each, so that characters and bytes differ.
        return "å".repeat(count - 5) + "@x.no";
    }
    "æ".repeat(count)
}

#[test]
fn at_each_greatest_length() {
    let mut seen = 0;
    for rules in [&SEARCH_CUSTOMERS, &CHANGE_CUSTOMER_INFO] {
        for row in rules.rows() {
            let field = row.field();
            let Some(count) = field.max_chars() else {
                continue;
            };
            let pointer = format!("/{row}").replace('.', "/").replace('*', "0");
            // A phone number of that length is too long for E.164 already.
            let is_phone = field.rules().iter().any(|rule| matches!(rule, Rule::E164));
            for (len, too_long) in [(count, false), (count + 1, true)] {
                let mut document = json!({
                    "email": "ola@example.com", "name": {}, "phoneNumbers": [{}], "emails": ["a@b.no"],
                });
                let (parent, key) = pointer.rsplit_once('/').unwrap();
                let parent = document.pointer_mut(parent).unwrap();
                let value = of_length(len, field).into();
                match parent {
                    Value::Array(list) => list[0] = value,
                    parent => parent[key] = value,
                }
                let path = pointer[1..].replace('/', ".");
                let mut expected = Vec::new();
                if is_phone {
                    expected.push(format!("{path} e164"));
                }
                if too_long {
                    expected.push(format!("{path} max_chars"));
                }
                assert_eq!(codes(rules, &document), expected, "{len} at {path}");
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 14 + 8);
}

#[test]
fn integers() {
    let number = |value: Value| json!({"email": "ola@example.com", "streetNumber": value});
    for (given, becomes) in [
        (json!(6), 6),
        (json!("6"), 6),
        // One rule for all numbers: what PHP makes of it is the text of an integer.
        (json!(6.0), 6),
        (json!(1.5e3), 1_500),
        (json!(" 6 "), 6),
        (json!("-12"), -12),
        (json!("007"), 7),
        (json!(i64::MIN), i64::MIN),
        (json!(i64::MAX.to_string()), i64::MAX),
    ] {
        assert_eq!(
            sent(&SEARCH_CUSTOMERS, &number(given.clone()))["streetNumber"],
            becomes,
            "{given}"
        );
    }
    for refused in [
        json!(1.5),
        json!("6.0"),
        json!("+6"),
        json!("6 A"),
        json!("-"),
        json!("--6"),
        json!("٦"),
        json!("9223372036854775808"),
        json!(9_223_372_036_854_775_808_u64),
        json!(true),
        json!([6]),
        json!([]),
    ] {
        assert_eq!(
            codes(&SEARCH_CUSTOMERS, &number(refused.clone())),
            ["streetNumber integer"],
            "{refused}"
        );
    }
}

#[test]
fn postal_codes_that_are_numbers() {
    let code = |value: Value| json!({"email": "ola@example.com", "postalCode": value});
    assert_eq!(sent(&SEARCH_CUSTOMERS, &code(json!(0)))["postalCode"], "0");
    assert_eq!(
        codes(&SEARCH_CUSTOMERS, &code(json!(-5))),
        ["postalCode string"]
    );
    assert_eq!(
        codes(&SEARCH_CUSTOMERS, &code(json!(1.5))),
        ["postalCode string"]
    );
    assert_eq!(
        codes(&SEARCH_CUSTOMERS, &code(json!(12_345_678_901_u64))),
        ["postalCode max_chars"]
    );
}

#[test]
fn a_search_needs_something_to_search_by() {
    let all = [
        "companyName",
        "lastName",
        "streetAddress",
        "postalCode",
        "postalPlace",
        "phoneNumber",
        "email",
    ];
    let cases: &[(Value, &[&str])] = &[
        (json!({}), &all),
        (json!({"firstName": "Ola", "productCode": "X"}), &all),
        (json!({"phoneNumber": null, "email": " "}), &all),
        (json!({"phoneNumber": "+4712345678"}), &[]),
        (json!({"email": "ola@example.com", "lastName": "N"}), &[]),
        (
            json!({"lastName": "N"}),
            &["streetAddress", "postalCode", "postalPlace"],
        ),
        (
            json!({"postalPlace": "Oslo"}),
            &["companyName", "lastName", "streetAddress"],
        ),
        (
            json!({"streetAddress": "G", "companyName": "C"}),
            &["postalCode", "postalPlace"],
        ),
        (
            json!({"streetAddress": "G", "companyName": "C", "postalCode": 1}),
            &[],
        ),
    ];
    for (document, at_fault) in cases {
        let expected: Vec<_> = at_fault
            .iter()
            .map(|path| format!("{path} required_one_of"))
            .collect();
        assert_eq!(codes(&SEARCH_CUSTOMERS, document), expected, "{document}");
    }
    // What is there counts, whatever else is wrong with it; across comes after all rows.
    assert_eq!(
        codes(&SEARCH_CUSTOMERS, &json!({"email": []})),
        ["email string", "email email"]
    );
    assert_eq!(
        codes(
            &SEARCH_CUSTOMERS,
            &json!({"lastName": 5, "countryCode": "NORD", "postalCode": []})
        ),
        [
            "lastName string",
            "postalCode string",
            "countryCode max_chars",
            "streetAddress required_one_of"
        ]
    );
}

#[test]
fn messages() {
    let document = json!({
        "name": ["Ola"],
        "phoneNumbers": [{"phoneNumber": "12"}, 5],
        "emails": {"a": "x"},
        "invoiceEmailAddress": "å".repeat(56) + "@x.no",
    });
    let messages: Vec<_> = violations(&CHANGE_CUSTOMER_INFO, &document)
        .into_iter()
        .map(|[_, _, message]| message)
        .collect();
    assert_eq!(
        messages,
        [
            "The name must be an object.",
            "The phoneNumbers.1 must be an object.",
            "The phoneNumbers.0.phoneNumber must be a valid E.164 phone number.",
            "The emails must be a list.",
            "The emails.a must be a valid email address.",
            "The invoice email address must not be greater than 60 characters.",
        ]
    );
    let messages: Vec<_> = violations(
        &SEARCH_CUSTOMERS,
        &json!({"streetNumber": "x", "lastName": "N", "postalCode": "1"}),
    )
    .into_iter()
    .map(|[_, _, message]| message)
    .collect();
    assert_eq!(
        messages,
        [
            "The street number must be an integer.",
            "The street address field is required when none of phone number / email are present.",
        ]
    );
    let last = violations(&SEARCH_CUSTOMERS, &json!({})).pop().unwrap();
    assert_eq!(
        last[2],
        "The email field is required when phone number is not present."
    );
    let first = violations(&SEARCH_CUSTOMERS, &json!({})).swap_remove(0);
    assert_eq!(
        first[2],
        "The company name field is required when none of phone number / email / last name are present."
    );
}

#[test]
fn the_last_name_that_the_server_would_store() {
    let dash = |document: Value| {
        let checked = CHANGE_CUSTOMER_INFO.check_value(&document).unwrap();
        let filled_in = checked.filled_in().len() == 1;
        (
            serde_json::to_value(&checked).unwrap()["name"]["lastName"].clone(),
            filled_in,
        )
    };
    assert_eq!(dash(json!({})), (json!("-"), true));
    assert_eq!(dash(json!({"name": null})), (json!("-"), true));
    assert_eq!(
        dash(json!({"name": {"firstName": "Ola", "lastName": " "}})),
        (json!("-"), true)
    );
    assert_eq!(
        dash(json!({"name": {"companyName": "C"}})),
        (Value::Null, false)
    );
    assert_eq!(
        dash(json!({"name": {"lastName": "-"}})),
        (json!("-"), false)
    );
}

#[test]
fn what_is_left_out_is_sent_as_null() {
    let document = json!({"phoneNumbers": [{}, null, {"phoneNumber": "+4712345678"}]});
    let empty = json!({"phoneNumber": null, "phoneNumberType": null});
    let sent = sent(&CHANGE_CUSTOMER_INFO, &document);
    assert_eq!(sent["phoneNumbers"][0], empty);
    assert_eq!(sent["phoneNumbers"][1], empty);
    assert_eq!(sent["phoneNumbers"][2]["phoneNumberType"], Value::Null);
    assert_eq!(sent["emails"], Value::Null);
}
