//! Responses of the API, as printed on its pages and as recorded, and the ways
//! in which they may be something else.

use customer_rules::front_payment::{
    ApiError, CORPORATE_CUSTOMER, CustomerDetails, CustomerStatus, CustomerType, Outcome,
    PRIVATE_CUSTOMER, RESPONSE_CODES, Updated, envelope, parse_customer, parse_update,
};
use customer_rules::{Code, RuleSet};
use serde_json::json;

macro_rules! body {
    ($name:literal) => {
        include_str!(concat!("../../../data/responses/", $name, ".json"))
    };
}

fn customer(body: &str) -> CustomerDetails {
    parse_customer(200, body.as_bytes()).unwrap()
}

fn update(status: u16, body: &str) -> Result<Updated, ApiError> {
    parse_update(&PRIVATE_CUSTOMER, status, body.as_bytes())
}

/// The shape of an outcome: the type's name.
fn shape<T>(name: &'static str, outcome: &Result<T, ApiError>) -> &'static str {
    match outcome {
        Ok(_) => name,
        Err(ApiError::NotFound(_)) => "ApiError::NotFound",
        Err(ApiError::Refused(_)) => "ApiError::Refused",
        Err(ApiError::RateLimited(_)) => "ApiError::RateLimited",
        Err(ApiError::Unauthorized(_)) => "ApiError::Unauthorized",
        Err(ApiError::Server(_)) => "ApiError::Server",
        Err(_) => "ApiError::Unexpected",
    }
}

#[test]
fn the_pages_customer() {
    let customer = customer(body!("details"));
    assert_eq!(customer.uuid().unwrap(), "CSRT1511414842");
    assert_eq!(customer.customer_type(), Some(&CustomerType::Private));
    assert_eq!(customer.name().unwrap(), "Kari Nordmann");
    assert_eq!(customer.country_code().unwrap(), "+47");
    assert_eq!(customer.msisdn().unwrap(), "00000000");
    assert_eq!(customer.organization_id(), None);
    assert_eq!(customer.personal_number(), None);
    assert_eq!(customer.email().unwrap(), "test@gmail.com");
    assert_eq!(customer.preferred_language(), None);
    assert_eq!(customer.status(), Some(&CustomerStatus::Active));
    let addresses = customer.addresses().unwrap();
    let billing = addresses.billing().unwrap();
    assert_eq!(billing.uuid().unwrap(), "ADRS2208147269");
    assert_eq!(billing.street().unwrap(), "Luramyrveien 65");
    assert_eq!(billing.zip().unwrap(), "4313");
    assert_eq!(billing.city().unwrap(), "Sandnes");
    assert_eq!(billing.country().unwrap(), "NO");
    let shipping = addresses.shipping().unwrap();
    assert_eq!(shipping.uuid().unwrap(), "ADRS1016062549");
    assert_eq!(shipping.street().unwrap(), "Sjøhusbakken 42");
    assert_eq!(shipping.zip().unwrap(), "4313");
    assert_eq!(shipping.city().unwrap(), "Stavanger");
    assert_eq!(shipping.country().unwrap(), "NO");
}

#[test]
fn the_pages_customer_lacks_only_a_language() {
    let form = customer(body!("details")).form(&PRIVATE_CUSTOMER);
    let rejection = PRIVATE_CUSTOMER.check_value(&form).unwrap_err();
    let violations: Vec<_> = rejection.violations().unwrap().iter().collect();
    assert_eq!(violations.len(), 1);
    assert!(violations[0].path().is("preferredLanguage"));
    assert_eq!(violations[0].code(), Code::Required);

    let mut form = form;
    form["preferredLanguage"] = json!("no");
    let checked = PRIVATE_CUSTOMER.check_value(&form).unwrap();
    // Nothing is lost, and nothing that is no row comes along.
    assert_eq!(serde_json::to_value(&checked).unwrap(), form);
    assert_eq!(form["addresses"]["shipping"]["city"], "Stavanger");
    assert_eq!(form["addresses"]["shipping"].get("uuid"), None);
    assert_eq!(form.get("personalNumber"), None);
}

#[test]
fn the_page_of_types_is_a_customer_with_odd_words() {
    let customer = customer(body!("details_types"));
    let other = CustomerType::Other("String".to_owned());
    assert_eq!(customer.customer_type(), Some(&other));
    assert_eq!(other.as_str(), "String");
    assert_eq!(other.rules().map(RuleSet::name), None);
    assert_eq!(customer.status().unwrap().as_str(), "String");
    assert_eq!(customer.organization_id().unwrap(), "String|null");
    // A company's form judges what a private one has not.
    let codes = |rules: &RuleSet| -> Vec<String> {
        let rejection = rules.check_value(&customer.form(rules)).unwrap_err();
        let violations = rejection.violations().unwrap();
        violations.iter().map(|v| v.path().to_string()).collect()
    };
    let common = ["addresses.billing.country", "addresses.shipping.country"];
    assert_eq!(
        codes(&PRIVATE_CUSTOMER),
        [
            &["email", "preferredLanguage", "personalNumber"],
            &common[..]
        ]
        .concat()
    );
    assert_eq!(
        codes(&CORPORATE_CUSTOMER),
        [
            &["email", "preferredLanguage", "organizationId"],
            &common[..]
        ]
        .concat()
    );
}

#[test]
fn the_pages_other_bodies() {
    let updated = update(202, body!("updated")).unwrap();
    assert_eq!(updated.answer().status(), 202);
    assert_eq!(updated.answer().length(), body!("updated").len());
    for (status, body, expected) in [
        (404, body!("not_found"), "ApiError::NotFound"),
        (500, body!("dependency_failed"), "ApiError::Server"),
        (510, body!("details_failed"), "ApiError::Server"),
        (510, body!("update_failed"), "ApiError::Server"),
    ] {
        let fetched = parse_customer(status, body.as_bytes());
        let updated = update(status, body);
        assert_eq!(shape("", &fetched), expected);
        assert_eq!(shape("", &updated), expected);
        let error = fetched.unwrap_err();
        assert_eq!(error, updated.unwrap_err());
        assert_eq!(error.status(), status);
        assert_eq!(error.answer().envelope_status(), Some(status));
    }
}

#[test]
fn envelopes_are_the_pages_bodies_to_the_letter() {
    // But for the blanks, which the pages put between members.
    let compact = |body: &str| -> String {
        body.lines()
            .map(|line| line.trim().replace("\": ", "\":"))
            .collect()
    };
    for (envelope, body) in [
        (envelope::updated(), body!("updated")),
        (envelope::not_found(), body!("not_found")),
        (envelope::failed(), body!("update_failed")),
    ] {
        assert_eq!(serde_json::to_string(&envelope).unwrap(), compact(body));
        assert!(compact(body).starts_with(&format!("{{\"status_code\":{},", envelope.status())));
    }
}

#[test]
fn every_response_code_gives_what_the_table_says() {
    let bodies = [body!("details"), "{}", "", "[]", "<html>"];
    for status in 0..=1000 {
        let code = RESPONSE_CODES.iter().find(|code| code.status() == status);
        let outcomes = code.map_or([Outcome::Unexpected; 2], |code| {
            [code.read(), code.change()]
        });
        let expected = |success: &str, outcome| match outcome {
            Outcome::Success => success.to_owned(),
            failure => format!("ApiError::{failure}"),
        };
        let expected = [
            expected("CustomerDetails", outcomes[0]),
            expected("Updated", outcomes[1]),
        ];
        // The envelope of the status itself, with a customer in it.
        let envelope = body!("details").replace("200", &status.to_string());
        let customer = parse_customer(status, envelope.as_bytes());
        assert_eq!(shape("CustomerDetails", &customer), expected[0], "{status}");
        assert_eq!(
            shape("Updated", &update(status, &envelope)),
            expected[1],
            "{status}"
        );
        for body in bodies {
            if let Err(error) = parse_customer(status, body.as_bytes()) {
                assert_eq!(error.status(), status);
                assert_eq!(error.answer().length(), body.len());
                assert!(error.to_string().contains(&status.to_string()), "{error}");
            }
        }
    }
}

#[test]
fn statuses_that_disagree() {
    let envelope = |status: &str| format!(r#"{{"status_code": {status}, "data": {{}}}}"#);
    // HTTP's, the body's, what is fetched, and what is updated.
    let cases = [
        (200, "200", "CustomerDetails", "Updated"),
        (200, "202", "CustomerDetails", "Updated"),
        (202, "200", "ApiError::Unexpected", "Updated"),
        // A success that the body denies is what the body names.
        (200, "404", "ApiError::NotFound", "ApiError::NotFound"),
        (202, "417", "ApiError::Unexpected", "ApiError::Refused"),
        (200, "\"417\"", "ApiError::Unexpected", "ApiError::Refused"),
        (202, "510", "ApiError::Server", "ApiError::Server"),
        (202, "302", "ApiError::Unexpected", "ApiError::Unexpected"),
        (202, "0", "ApiError::Unexpected", "ApiError::Unexpected"),
        // A failure is HTTP's.
        (404, "200", "ApiError::NotFound", "ApiError::NotFound"),
        (417, "202", "ApiError::Unexpected", "ApiError::Refused"),
        (510, "404", "ApiError::Server", "ApiError::Server"),
        (503, "200", "ApiError::Unexpected", "ApiError::Unexpected"),
        // What is no status says nothing.
        (202, "null", "ApiError::Unexpected", "Updated"),
        (202, "-1", "ApiError::Unexpected", "Updated"),
        (202, "70000", "ApiError::Unexpected", "Updated"),
        (202, "417.5", "ApiError::Unexpected", "Updated"),
        (202, "\"x\"", "ApiError::Unexpected", "Updated"),
        (202, "[417]", "ApiError::Unexpected", "Updated"),
    ];
    for (status, in_body, fetched, updated) in cases {
        let body = envelope(in_body);
        let customer = parse_customer(status, body.as_bytes());
        let update = update(status, &body);
        assert_eq!(
            shape("CustomerDetails", &customer),
            fetched,
            "{status} {in_body}"
        );
        assert_eq!(shape("Updated", &update), updated, "{status} {in_body}");
        let answer = update.map_or_else(|error| error.answer(), |updated| updated.answer());
        assert_eq!(answer.status(), status);
        let number = in_body.trim_matches('"').parse::<u16>().ok();
        assert_eq!(answer.envelope_status(), number);
    }
    let error = update(200, &envelope("510")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "the server failed (status 200, 510 in the body)"
    );
}

/// A member that nobody asks for is skipped and not read: a half of a surrogate pair is
/// JSON by its grammar, and so is a number beyond the floats.
#[test]
fn unknown_members_are_skipped() {
    let body = br#"{"message": "\ud800", "happenedAt": 1e400, "status_code": 404}"#;
    let error = parse_customer(404, body).unwrap_err();
    assert!(matches!(error, ApiError::NotFound(_)), "{error:?}");
    let marked = [b"\xef\xbb\xbf", &body[..]].concat();
    assert_eq!(
        parse_customer(404, &marked)
            .unwrap_err()
            .answer()
            .envelope_status(),
        Some(404)
    );
}

#[test]
fn what_is_no_envelope_says_nothing_of_the_customer() {
    let deep = "[".repeat(1_000_000);
    let deep_object = r#"{"data":"#.repeat(200_000);
    let bodies: &[&[u8]] = &[
        b"",
        b"null",
        b"[]",
        b"5",
        b"1.5",
        b"\"customerNotFound\"",
        b"<html>404 Not Found</html>",
        b"{\"status_code\": 404",
        b"{\"message\": \"\xff\"}",
        b"{} {}",
        deep.as_bytes(),
        deep_object.as_bytes(),
    ];
    for body in bodies {
        for status in [200, 202, 404, 417, 422] {
            for error in [
                parse_customer(status, body).unwrap_err(),
                parse_update(&PRIVATE_CUSTOMER, status, body).unwrap_err(),
            ] {
                assert!(matches!(error, ApiError::Unexpected(_)), "{error:?}");
                assert_eq!(error.status(), status);
                assert_eq!(error.answer().length(), body.len());
            }
        }
        let error = parse_update(&PRIVATE_CUSTOMER, 510, body).unwrap_err();
        assert!(matches!(error, ApiError::Server(_)), "{error:?}");
    }
}

#[test]
fn a_customer_of_any_make() {
    for data in ["null", "[]", "5", "-5", "1.5", "1e400", "\"Array\"", "true"] {
        let error = parse_customer(200, format!(r#"{{"data": {data}}}"#).as_bytes()).unwrap_err();
        assert!(matches!(error, ApiError::Unexpected(_)), "{data}");
    }
    assert!(matches!(
        parse_customer(200, b"{}"),
        Err(ApiError::Unexpected(_))
    ));

    let odd = customer(
        r#"{"data": {"uuid": ["x"], "type": 5, "status": "Dormant", "name": null, "msisdn": 46567468,
            "organizationId": 192933933, "email": {}, "preferredLanguage": false, "unknown": 1,
            "addresses": {"billing": [], "shipping": {"zip": 4313, "city": " ", "street": -6.5}}}}"#,
    );
    assert_eq!((odd.uuid(), odd.name(), odd.email()), (None, None, None));
    assert_eq!(odd.customer_type(), None);
    assert_eq!(
        odd.status(),
        Some(&CustomerStatus::Other("Dormant".to_owned()))
    );
    assert_eq!(odd.msisdn().unwrap(), "46567468");
    assert_eq!(
        odd.form(&CORPORATE_CUSTOMER),
        json!({"msisdn": "46567468", "organizationId": "192933933",
            "addresses": {"shipping": {"zip": "4313", "city": " "}}})
    );
    for addresses in ["1.5", "-5", r#"{"billing": 1.5}"#] {
        let odd = customer(&format!(
            r#"{{"data": {{"email": 1.5, "type": 1.5, "addresses": {addresses}}}}}"#
        ));
        assert_eq!((odd.email(), odd.customer_type()), (None, None));
        assert!(odd.addresses().is_none_or(|all| all.billing().is_none()));
    }
    assert_eq!(
        customer(r#"{"data": {}}"#).form(&PRIVATE_CUSTOMER),
        json!({})
    );
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
