//! Any status and any bytes as a response, of either API.

use customer_rules::connect::{parse_change, parse_check, parse_customer_info, parse_search};
use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, envelope, parse_customer, parse_update,
};

/// Takes the first two bytes for a status, and the others for a body.
///
/// # Panics
///
/// If a status is lost, an answer differs the second time, or a violation that is
/// read from a refusal does not come back from a refusal of its own.
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
        if let customer_rules::front_payment::ApiError::Refused(refused) = error {
            let again = serde_json::to_vec(&envelope::refused(refused.violations()))
                .expect("an envelope can be sent");
            let Err(customer_rules::front_payment::ApiError::Refused(again)) =
                parse_update(rules, 417, &again)
            else {
                panic!("a refusal is no refusal")
            };
            assert_eq!(
                again.violations().iter().collect::<Vec<_>>(),
                refused.violations().iter().collect::<Vec<_>>(),
            );
            assert!(again.unplaced().is_empty());
        }
    }
    let errors = [
        parse_customer_info(status, body).err(),
        parse_change(status, body).err(),
        parse_search(status, body).err(),
        parse_check(status, body).err(),
    ];
    for error in errors.into_iter().flatten() {
        assert_eq!(
            (error.answer().status(), error.answer().length()),
            (status, body.len())
        );
    }
}
