//! The formats: what they give away when asked, and what they hide.

mod locale;
mod numbers;
#[cfg(feature = "phone")]
mod phone;
mod postal_codes;

use customer_rules::connect::CustomerNumber;
use customer_rules::format::{Email, Language, OrganizationId, PersonalNumber, PhoneNumber};
use customer_rules::front_payment::{CustomerUuid, PrivateCustomer};

use crate::support::verdicts::PRIVATE;

#[test]
fn formats_hide_in_debug_and_speak_when_asked() {
    let email = Email::parse("kari@example.com").unwrap();
    assert_eq!(format!("{email:?}"), "Email(***)");
    assert_eq!(
        (email.as_ref(), email.to_string().as_str()),
        (email.as_str(), email.as_str())
    );
    assert_eq!(email.as_str(), "kari@example.com");
    let number = PersonalNumber::parse("01020312345").unwrap();
    assert_eq!(
        format!("{number:?} {}", number.as_str()),
        "PersonalNumber(***) 01020312345"
    );
    let number = OrganizationId::parse("923456789").unwrap();
    assert_eq!(
        format!("{number:?} {}", number.as_str()),
        "OrganizationId(***) 923456789"
    );
    let number = PhoneNumber::parse("+4746567468").unwrap();
    assert_eq!(
        format!("{number:?} {}", number.as_str()),
        "PhoneNumber(***) +4746567468"
    );
    let uuid = "3f2504e0-4f89-11d3-9a0c-0305e82c3301";
    assert_eq!(
        format!("{:?}", CustomerUuid::parse(uuid).unwrap()),
        "CustomerUuid(***)"
    );
    let number = CustomerNumber::new(563_457).unwrap();
    assert_eq!(format!("{number:?} {number}"), "CustomerNumber(***) 563457");
    assert_eq!(
        format!("{:?} {}", Language::Danish, Language::Danish),
        "Danish da"
    );
    let refused = "Zq7vKJ".parse::<Language>().unwrap_err();
    assert_eq!(
        format!("{refused:?} {refused}"),
        "InvalidFormat(\"a language code\") not a language code"
    );
}

#[test]
fn a_text_is_a_str_that_hides() {
    let customer = PrivateCustomer::from_json(PRIVATE).unwrap();
    let name = customer.name();
    let plain = serde_json::from_str::<serde_json::Value>(PRIVATE).unwrap()["name"].clone();
    let plain = plain.as_str().unwrap().trim();
    assert_eq!(format!("{name:?}"), "Text(***)");
    assert_eq!(name.to_string(), plain);
    assert_eq!(format!("{name:>40}"), format!("{plain:>40}"));
    assert_eq!(
        (name.as_str(), name.as_ref(), &**name),
        (plain, plain, plain)
    );
    assert!(*name == *plain && *name == plain);
    assert!(*name != *"Ola" && *name != "Ola");
}
