//! Input that is out to break something.

use std::fmt::Write as _;

use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{RULE_SETS, Rejection, Rule, RuleSet, field, input::MAX_DEPTH};

use crate::documents::{NUMBER, is_precision_arbitrary};

/// Line and column at which a body is refused.
fn position(body: &[u8]) -> (usize, usize) {
    match PRIVATE_CUSTOMER.check_json(body) {
        Err(Rejection::Syntax(error)) => (error.line(), error.column()),
        other => panic!("{other:?}"),
    }
}

fn codes(rules: &RuleSet, body: &str) -> Vec<String> {
    let rejection = rules.check_json(body.as_bytes()).unwrap_err();
    let violations = rejection.violations().expect("the body can be read");
    violations
        .iter()
        .map(|v| format!("{} {}", v.path(), v.code()))
        .collect()
}

#[test]
fn what_is_no_json_is_a_syntax_error_with_its_place() {
    let cases: &[(&[u8], (usize, usize))] = &[
        (b"", (1, 0)),
        (b" \n ", (2, 1)),
        (b"{", (1, 1)),
        (b"{\n\"name\"", (2, 6)),
        (b"{\"name\": 'Kari'}", (1, 10)),
        (b"{\"name\": 1,}", (1, 12)),
        (b"{} {}", (1, 4)),
        (b"{}x", (1, 3)),
        (b"nul", (1, 3)),
        (b"{\"name\": 01}", (1, 11)),
        (b"{\"name\": \"a\nb\"}", (2, 0)),
        (b"{\"name\": \"\\ud800\"}", (1, 17)),
        (b"{\"unknown\": {\"x\": \"\\udc00\"}}", (1, 20)),
        (b"{\"name\": \"\xff\"}", (1, 11)),
        (b"{\n\"unknown\":\n \"ab\xc3\"}", (3, 5)),
        // Columns count characters, not bytes.
        ("{\"name\": \"æøå\" x}".as_bytes(), (1, 16)),
        ("{\"æøå\": \"\\ud800\"}".as_bytes(), (1, 10)),
        (b"\xef\xbb\xbf{}", (1, 1)),
        (b"{1: 2}", (1, 2)),
    ];
    for (body, place) in cases {
        let shown = String::from_utf8_lossy(body);
        assert_eq!(position(body), *place, "{shown}");
    }
}

#[test]
fn numbers_are_read_as_they_are_written() {
    static ANY: RuleSet = RuleSet::new(&[field("v", &[Rule::Nullable])]);
    // A float's zero has a sign, and an integer's has none. What is beyond the floats has
    // no JSON, so it is sent as null.
    for (number, sent) in [
        ("-0", "0"),
        ("0", "0"),
        ("1e999", "null"),
        ("-0.0", "-0.0"),
        ("1e2", "100.0"),
    ] {
        let body = format!(r#"{{"v": {number}}}"#);
        let checked = ANY.check_json(body.as_bytes()).unwrap();
        let found = serde_json::to_string(&checked).unwrap();
        assert_eq!(found, format!(r#"{{"v":{sent}}}"#));
    }
    // Everything else of such a document is as it was.
    let body = br#"{"unknown": [-0, 1e999], "name": "K\u00e5re", "msisdn": -1e999, "email": -0}"#;
    assert_eq!(
        codes(&PRIVATE_CUSTOMER, std::str::from_utf8(body).unwrap())[..3],
        ["email email", "countryCode required", "msisdn string"]
    );
}

#[test]
fn unknown_numbers_are_skipped() {
    let body = br#"{"email": "kari@example.com", "unknown": 1e400, "deep": {"x": [-1e400]}}"#;
    let document = PRIVATE_CUSTOMER.read_json(body).unwrap();
    assert_eq!(document.violations().for_field("email").count(), 0);
}

#[test]
fn a_body_that_is_something_else_is_told_so() {
    let told = |body: &[u8]| PRIVATE_CUSTOMER.check_json(body).unwrap_err().to_string();
    assert_eq!(
        told("\u{feff}{}".as_bytes()),
        "a byte order mark before the document at line 1 column 1"
    );
    let form = "a form post (name=value) where JSON is expected at line 1 column 1";
    for body in [
        "name=Kari&email=kari%40example.com",
        "addresses[billing][zip]=0150",
        "a+b=",
    ] {
        assert_eq!(told(body.as_bytes()), form, "{body}");
    }
    for body in ["=x", "", "{\"a\"=1}", "a", "Kari Nordmann = x"] {
        assert_ne!(told(body.as_bytes()), form, "{body}");
    }
}

#[test]
fn syntax_errors_quote_nothing() {
    let bodies = [
        r#"{"name": "Zq7vKJ" "Zq7vKJ"}"#,
        r#"{"name": Zq7vKJ}"#,
        r#"["Zq7vKJ"#,
        r#""Zq7vKJ\x""#,
    ];
    for body in bodies {
        let rejection = PRIVATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
        assert!(rejection.violations().is_none());
        assert!(!format!("{rejection} {rejection:?}").contains("Zq7vKJ"));
    }
}

#[test]
fn json_that_is_no_object_is_an_empty_payload() {
    for rules in RULE_SETS {
        let empty = rules.check_json(b"{}").err();
        for body in [
            "null",
            "5",
            "1.5",
            "true",
            "\"x\"",
            "[]",
            "[{\"name\": \"Kari\"}]",
        ] {
            assert_eq!(rules.check_json(body.as_bytes()).err(), empty, "{body}");
        }
    }
    assert_eq!(codes(&PRIVATE_CUSTOMER, "[]").len(), 10);
}

#[test]
fn nesting_is_limited_wherever_it_is() {
    let places = [
        "",
        r#"{"unknown": "#,
        r#"{"name": "#,
        r#"{"addresses": {"billing": {"zip": "#,
        r#"{"additionalContact": [[{"name": "#,
    ];
    for before in places {
        let outer = before.matches(['{', '[']).count();
        let after: String = before
            .chars()
            .rev()
            .filter_map(|c| match c {
                '{' => Some('}'),
                '[' => Some(']'),
                _ => None,
            })
            .collect();
        for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
            for depth in [MAX_DEPTH - 1, MAX_DEPTH, MAX_DEPTH + 1, 200] {
                let inner = depth - outer;
                let body = format!(
                    "{before}{}1{}{after}",
                    open.repeat(inner),
                    close.repeat(inner)
                );
                let verdict = CORPORATE_CUSTOMER.check_json(body.as_bytes());
                let is_syntax_error = matches!(verdict, Err(Rejection::Syntax(_)));
                assert_eq!(
                    is_syntax_error,
                    depth > MAX_DEPTH,
                    "{depth} levels in {before}"
                );
            }
        }
    }
    let deep = "[".repeat(200) + &"]".repeat(200);
    assert_eq!(position(deep.as_bytes()), (1, 129));
}

#[test]
fn the_last_of_two_values_counts() {
    let billing = r#"{"street": "S 1", "zip": "1", "city": "C", "country": "NO"}"#;
    let body = |addresses: &str, contacts: &str| {
        format!(
            r#"{{"name": 5, "email": "a@b", "countryCode": "+47", "msisdn": "1", "preferredLanguage": "en",
                "addresses": {addresses}, "additionalContact": {contacts}, "name": "Kari"}}"#
        )
    };
    let good = format!(r#"{{"billing": {billing}}}"#);
    assert!(
        CORPORATE_CUSTOMER
            .check_json(body(&good, "[]").as_bytes())
            .is_ok()
    );
    // The later value replaces all of the earlier one.
    let twice = format!(r#"{{"billing": {billing}, "billing": {{"zip": "2"}}}}"#);
    assert_eq!(
        codes(&CORPORATE_CUSTOMER, &body(&twice, "[]")),
        [
            "addresses.billing.street required",
            "addresses.billing.city required",
            "addresses.billing.country required",
        ]
    );
    // In a map of elements it stands in the earlier one's place.
    let contacts = r#"{"a": {"name": 1}, "b": {"name": 2}, "a": {"email": "x", "name": "A"}, "c": {"name": 3}, "b": {}}"#;
    assert_eq!(
        codes(&CORPORATE_CUSTOMER, &body(&good, contacts)),
        [
            "additionalContact.c.name string",
            "additionalContact.a.email email",
        ]
    );
    let contacts = r#"{"b": {"name": "1"}, "a": {"name": "2"}, "": {"name": "3"}, "b": {"name": "4"}, "a": "x"}"#;
    let body = body(&good, contacts);
    let checked = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap();
    let sent = serde_json::to_string(&checked).unwrap();
    assert!(
        sent.ends_with(r#""additionalContact":{"b":{"name":"4"},"a":{},"":{"name":"3"}}}"#),
        "{sent}"
    );
}

#[test]
fn an_object_with_serde_jsons_own_key_is_an_object() {
    let body = format!(r#"{{"additionalContact": {{"{NUMBER}": {{"email": "x"}}}}}}"#);
    if is_precision_arbitrary() {
        assert_eq!(position(body.as_bytes()), (1, 56));
        return;
    }
    assert_eq!(
        codes(&CORPORATE_CUSTOMER, &body).last().unwrap(),
        "additionalContact.$serde_json::private::Number.email email"
    );
}

#[test]
fn a_number_in_disguise_is_no_more_than_a_number() {
    if !is_precision_arbitrary() {
        return;
    }
    for text in ["5", "-0", "1.5", "1e300"] {
        let body = format!(r#"{{"additionalContact": {{"{NUMBER}": "{text}"}}}}"#);
        let codes = codes(&CORPORATE_CUSTOMER, &body);
        assert_eq!(codes.last().unwrap(), "additionalContact array", "{text}");
    }
    for text in ["", "x", "NaN", "inf", "-infinity", "1e999"] {
        let body = format!(r#"{{"additionalContact": {{"{NUMBER}": "{text}"}}}}"#);
        let verdict = CORPORATE_CUSTOMER.check_json(body.as_bytes());
        assert!(matches!(verdict, Err(Rejection::Syntax(_))), "{text}");
    }
}

#[test]
fn the_limit_keeps_the_first_violations() {
    let all = codes(&PRIVATE_CUSTOMER, "{}");
    assert_eq!(all.len(), 10);
    for limit in [0, 1, 9, 10, 11] {
        let rejection = PRIVATE_CUSTOMER
            .with_limit(limit)
            .check_json(b"{}")
            .unwrap_err();
        let violations = rejection.violations().unwrap();
        let kept: Vec<_> = violations
            .iter()
            .map(|v| format!("{} {}", v.path(), v.code()))
            .collect();
        assert_eq!(kept, all[..limit.min(10)]);
        assert_eq!(violations.truncated(), limit < 10);
    }
}

#[test]
fn the_limit_is_a_thousand_unless_told_otherwise() {
    let limit = RuleSet::DEFAULT_LIMIT;
    assert_eq!(limit, 1_000);
    for count in [limit - 1, limit, limit + 1] {
        // Ten violations are the customer's, and one each contact's.
        let list = vec![r#"{"name": 5}"#; count - 10].join(",");
        let map: Vec<_> = (0..count - 10)
            .map(|n| format!(r#""c{n}": {{"name": 5}}"#))
            .collect();
        for contacts in [format!("[{list}]"), format!("{{{}}}", map.join(","))] {
            let body = format!(r#"{{"additionalContact": {contacts}}}"#);
            let rejection = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
            let violations = rejection.violations().unwrap();
            assert_eq!(violations.len(), count.min(limit));
            assert_eq!(violations.truncated(), count > limit);
        }
    }
}

#[test]
fn a_hundred_thousand_contacts_with_three_faults_each() {
    let mut body = r#"{"additionalContact": ["#.to_owned();
    for contact in 0..100_000 {
        let comma = if contact == 0 { "" } else { "," };
        write!(
            body,
            r#"{comma}{{"name": 5, "email": "no", "designation": "CEO", "note": {{}}}}"#
        )
        .unwrap();
    }
    body.push_str("]}");
    let rejection = CORPORATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
    let violations = rejection.violations().unwrap();
    assert_eq!(violations.len(), RuleSet::DEFAULT_LIMIT);
    assert!(violations.truncated());
    let last = violations.iter().last().unwrap();
    // Ten rows of the customer come first, then the names of the first contacts.
    assert_eq!(last.path().to_string(), "additionalContact.989.name");
    // With room for all of them, row comes before element.
    let rejection = CORPORATE_CUSTOMER
        .with_limit(usize::MAX)
        .check_json(body.as_bytes())
        .unwrap_err();
    let violations = rejection.violations().unwrap();
    assert_eq!((violations.len(), violations.truncated()), (300_010, false));
    let paths: Vec<_> = violations
        .iter()
        .skip(10)
        .step_by(100_000)
        .map(|v| v.path().to_string())
        .collect();
    assert_eq!(
        paths,
        [
            "additionalContact.0.name",
            "additionalContact.0.email",
            "additionalContact.0.note"
        ]
    );
}

#[test]
fn ten_megabytes_of_nonsense() {
    let nonsense = [
        "[".repeat(10_000_000),
        "\"".repeat(10_000_000),
        format!("[{}0]", "0,".repeat(5_000_000)),
        format!("{{\"additionalContact\": [{}0]}}", "0,".repeat(5_000_000)),
        format!("{{{}\"a\":0}}", "\"a\":0,".repeat(1_600_000)),
        " ".repeat(10_000_000),
    ];
    for body in nonsense {
        assert!(CORPORATE_CUSTOMER.check_json(body.as_bytes()).is_err());
    }
}

#[test]
fn a_name_of_five_megabytes() {
    let name = "æ ".repeat(2_500_000);
    let rejection = PRIVATE_CUSTOMER
        .check_value(&serde_json::json!({"name": name}))
        .unwrap_err();
    assert_eq!(rejection.violations().unwrap().len(), 9);
    for field in ["email", "preferredLanguage", "personalNumber"] {
        let body = serde_json::json!({field: name}).to_string();
        let rejection = PRIVATE_CUSTOMER.check_json(body.as_bytes()).unwrap_err();
        assert_eq!(rejection.violations().unwrap().for_field(field).count(), 1);
        assert!(format!("{rejection:?} {rejection}").len() < 10_000);
    }
}
