//! The Connect API's responses.

use customer_rules::connect::{
    ApiError, parse_change, parse_check, parse_customer_info, parse_search,
};
use proptest::prelude::*;
use serde_json::json;

/// The printed sample, with something in the containers that the page folds.
fn sample(attached_users: &serde_json::Value) -> Vec<u8> {
    let sample = json!({
        "customerNumber": 563_457,
        "name": {"firstName": "Ola", "lastName": "Nordmann", "companyName": null},
        "phoneNumbers": [{"phoneNumber": "+4712345678", "phoneNumberType": "mobile"}],
        "emails": ["ola.nordmann@hotmail.no", true],
        "invoiceEmailAddress": "ola.nordmann@hotmail.no",
        "attachedUsers": attached_users,
    });
    sample.to_string().into_bytes()
}

#[test]
fn every_member_of_the_sample() {
    for users in [json!({"a": "1", "b": "2"}), json!([{"id": 1}])] {
        let customer = parse_customer_info(200, &sample(&users)).unwrap();
        assert_eq!(customer.customer_number().unwrap().to_string(), "563457");
        assert_eq!(customer.name().unwrap().last_name().unwrap(), "Nordmann");
        assert!(customer.name().unwrap().company_name().is_none());
        let phones = customer.phone_numbers().unwrap();
        assert_eq!(phones[0].phone_number().unwrap(), "+4712345678");
        assert_eq!(phones[0].phone_number_type().unwrap(), "mobile");
        assert_eq!(customer.emails().unwrap().len(), 1);
        assert_eq!(
            customer.invoice_email_address().unwrap(),
            "ola.nordmann@hotmail.no"
        );
        assert_eq!(
            customer.attached_users().unwrap().as_json(),
            users.to_string()
        );
        let shown = format!("{customer:?}");
        assert!(
            shown.ends_with("attached_users: Some(AttachedUsers(***)) }"),
            "{shown}"
        );
        for hidden in [
            "Ola",
            "Nordmann",
            "nordmann",
            "563457",
            "+4712345678",
            "mobile",
        ] {
            assert!(!shown.contains(hidden), "{shown}");
        }
    }
}

#[test]
fn lists_of_customers() {
    for count in [0, 5] {
        let body = json!({"customers": vec![json!({"customerNumber": 1}); count]}).to_string();
        assert_eq!(parse_search(200, body.as_bytes()).unwrap().len(), count);
        assert_eq!(parse_check(200, body.as_bytes()).unwrap().len(), count);
    }
    let six = json!({"customers": vec![json!({}); 6]}).to_string();
    assert!(matches!(
        parse_search(200, six.as_bytes()),
        Err(ApiError::TooManyCustomers(_))
    ));
    assert_eq!(parse_check(200, six.as_bytes()).unwrap().len(), 6);
    for body in [
        "{}",
        "[]",
        r#"{"customers": 5}"#,
        r#"{"customers": 1.5}"#,
        "",
    ] {
        assert!(
            matches!(
                parse_search(200, body.as_bytes()),
                Err(ApiError::Unexpected(_))
            ),
            "{body}"
        );
    }
}

#[test]
fn changes() {
    for success in [true, false] {
        let body = json!({"success": success}).to_string();
        assert_eq!(
            parse_change(200, body.as_bytes()).unwrap().success(),
            Some(success)
        );
    }
    assert_eq!(parse_change(200, b"{}").unwrap().success(), None);
}

#[test]
fn statuses() {
    let error = |status| parse_change(status, b"{\"message\": \"secret\"}").unwrap_err();
    assert!(matches!(error(400), ApiError::BadRequest(_)));
    assert!(matches!(error(401), ApiError::Unauthorized(_)));
    assert!(matches!(error(403), ApiError::Forbidden(_)));
    assert!(matches!(error(404), ApiError::NotFound(_)));
    assert!(matches!(error(429), ApiError::RateLimited(_)));
    assert!(matches!(error(500), ApiError::Server(_)));
    assert!(matches!(error(418), ApiError::Unexpected(_)));
    assert_eq!(error(429).to_string(), "too many requests (status 429)");
    assert!(!format!("{:?}", error(400)).contains("secret"));
}

proptest! {
    #![proptest_config(crate::support::documents::cases())]

    #[test]
    fn any_response_is_read_and_no_status_is_lost(
        status in prop_oneof![Just(200), any::<u16>()],
        body in prop_oneof![
            any::<Vec<u8>>(),
            crate::support::documents::soup().prop_map(|soup| soup.to_string().into_bytes()),
        ],
    ) {
        let errors = [
            parse_customer_info(status, &body).err(),
            parse_change(status, &body).err(),
            parse_search(status, &body).err(),
            parse_check(status, &body).err(),
        ];
        for error in errors.into_iter().flatten() {
            prop_assert_eq!(error.answer().status(), status);
            prop_assert_eq!(error.answer().length(), body.len());
        }
    }
}
