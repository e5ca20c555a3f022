//! JSON: what is malformed, and where; and numbers as they are written.

use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{RULE_SETS, Rejection, Rule, RuleSet, field};

use crate::support::documents::{NUMBER, is_precision_arbitrary};
use crate::support::verdicts::{codes, violations_of_text};

/// Line and column at which a body is refused.
pub(super) fn position(body: &[u8]) -> (usize, usize) {
    match PRIVATE_CUSTOMER.check_json(body) {
        Err(Rejection::Syntax(error)) => (error.line(), error.column()),
        other => panic!("{other:?}"),
    }
}

#[test]
fn malformed_json_is_a_syntax_error_with_its_place() {
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
    // A float's zero has a sign, and an integer's has none. A number beyond the floats has
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
    let body = r#"{"unknown": [-0, 1e999], "name": "K\u00e5re", "msisdn": -1e999, "email": -0}"#;
    assert_eq!(
        codes(&violations_of_text(&PRIVATE_CUSTOMER, body))[..3],
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
fn json_that_is_not_an_object_is_an_empty_payload() {
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
    assert_eq!(violations_of_text(&PRIVATE_CUSTOMER, "[]").len(), 10);
}

#[test]
fn an_object_with_serde_jsons_own_key_is_an_object() {
    let body = format!(r#"{{"additionalContact": {{"{NUMBER}": {{"email": "x"}}}}}}"#);
    if is_precision_arbitrary() {
        let Err(Rejection::Syntax(error)) = CORPORATE_CUSTOMER.check_json(body.as_bytes()) else {
            panic!("a number that is an object is refused");
        };
        assert_eq!((error.line(), error.column()), (1, 56));
        return;
    }
    assert_eq!(
        codes(&violations_of_text(&CORPORATE_CUSTOMER, &body))
            .last()
            .unwrap(),
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
        let codes = codes(&violations_of_text(&CORPORATE_CUSTOMER, &body));
        assert_eq!(codes.last().unwrap(), "additionalContact array", "{text}");
    }
    for text in ["", "x", "NaN", "inf", "-infinity"] {
        let body = format!(r#"{{"additionalContact": {{"{NUMBER}": "{text}"}}}}"#);
        let verdict = CORPORATE_CUSTOMER.check_json(body.as_bytes());
        assert!(matches!(verdict, Err(Rejection::Syntax(_))), "{text}");
    }
}
