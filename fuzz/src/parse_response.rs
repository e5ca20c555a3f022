//! Any status and any bytes as a response, of either API.

use customer_rules::RuleSet;
use customer_rules::connect::{parse_change, parse_check, parse_customer_info, parse_search};
use customer_rules::front_payment::{
    ApiError, CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, Refused, envelope, parse_customer, parse_update,
};
use serde_json::json;

use crate::sentences::{in_laravel_10, refusal};

/// Takes the first two bytes for a status, and the others for a body.
///
/// # Panics
///
/// If a status is lost, an answer differs the second time, or a violation that is
/// read from a refusal does not come back from a refusal of its own, in whichever
/// of Laravel's words.
pub fn parse_response(data: &[u8]) {
    let Some(([high, low], body)) = data.split_first_chunk::<2>().map(|(s, b)| (*s, b)) else {
        return;
    };
    // Mostly statuses that mean something.
    let status = match high % 8 {
        0 => 200,
        1 => 202,
        2 => 404,
        3..=5 => 417,
        6 => 422,
        _ => u16::from_be_bytes([high, low]),
    };
    let customer = parse_customer(status, body);
    assert_eq!(
        customer,
        parse_customer(status, body),
        "the same answer twice"
    );
    if let Err(error) = &customer {
        assert_eq!(
            (error.status(), error.answer().length()),
            (status, body.len())
        );
    }
    for rules in [&PRIVATE_CUSTOMER, &CORPORATE_CUSTOMER] {
        let update = parse_update(rules, status, body);
        assert_eq!(
            update,
            parse_update(rules, status, body),
            "the same answer twice"
        );
        let Err(error) = update else { continue };
        assert_eq!(
            (error.status(), error.answer().length()),
            (status, body.len())
        );
        if let ApiError::Refused(refused) = error {
            check_again(rules, &refused);
        }
    }
    check_connect(status, body);
}

/// The violations that were read from a refusal are read again from a refusal made of them, in
/// the words of Laravel 9 and of Laravel 10.
fn check_again(rules: &RuleSet, refused: &Refused) {
    let violations: Vec<_> = refused.violations().iter().collect();
    let earlier = serde_json::to_vec(&envelope::refused(refused.violations()));
    let sentences: Vec<_> = violations.iter().copied().map(in_laravel_10).collect();
    let later = json!({"status_code": 417, "errors": sentences}).to_string();
    for body in [earlier.expect("it can be sent"), later.into_bytes()] {
        let again = refusal(rules, &body);
        assert_eq!(again.violations().iter().collect::<Vec<_>>(), violations);
        assert!(again.unplaced().is_empty());
    }
}

/// The responses of Connect.
fn check_connect(status: u16, body: &[u8]) {
    fn error<T: PartialEq + std::fmt::Debug>(
        parse: fn(u16, &[u8]) -> Result<T, ApiError>,
        status: u16,
        body: &[u8],
    ) -> Option<ApiError> {
        let answer = parse(status, body);
        assert_eq!(answer, parse(status, body), "the same answer twice");
        answer.err()
    }
    let errors = [
        error(parse_customer_info, status, body),
        error(parse_change, status, body),
        error(parse_search, status, body),
        error(parse_check, status, body),
    ];
    for error in errors.into_iter().flatten() {
        assert_eq!(
            (error.answer().status(), error.answer().length()),
            (status, body.len())
        );
    }
}
