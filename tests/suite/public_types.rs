//! What the types promise.

use customer_rules::Payload as _;
use customer_rules::connect::{CHANGE_CUSTOMER_INFO, ChangeCustomerInfo};
use customer_rules::format::{
    Email, InvalidFormat, Language, OrganizationId, PersonalNumber, Text,
};
use customer_rules::front_payment::{
    Address, Addresses, Answer, ApiError, Contact, CorporateCustomer, CustomerDetails,
    CustomerStatus, CustomerType, CustomerUuid, PrivateCustomer, Refused, ResponseCode,
    ShippingAddress, StoredAddress, StoredAddresses, Unplaced, Updated, envelope::Envelope,
};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{
    Checked, Code, Field, Path, Pattern, Rejection, Rule, RuleSet, SyntaxError, Violation,
    Violations, check::Document, field, payload::Collection, rule::Params,
};

#[test]
fn public_types_cross_threads() {
    fn crosses<T: Send + Sync + Unpin>() {}
    crosses::<Address<'_>>();
    crosses::<Addresses<'_>>();
    crosses::<Answer>();
    crosses::<ApiError>();
    crosses::<Checked<'_>>();
    crosses::<Code>();
    crosses::<Collection<'_, Contact<'_>>>();
    crosses::<CorporateCustomer<'_>>();
    crosses::<CustomerDetails>();
    crosses::<CustomerStatus>();
    crosses::<CustomerType>();
    crosses::<CustomerUuid<'_>>();
    crosses::<Email<'_>>();
    crosses::<Document<'_>>();
    crosses::<Envelope<'_>>();
    crosses::<Field>();
    crosses::<InvalidFormat>();
    crosses::<Language>();
    crosses::<OrganizationId<'_>>();
    crosses::<Params>();
    crosses::<Path>();
    crosses::<Pattern>();
    crosses::<PersonalNumber<'_>>();
    crosses::<PrivateCustomer<'_>>();
    crosses::<Refused>();
    crosses::<Rejection>();
    crosses::<ResponseCode>();
    crosses::<Rule>();
    crosses::<RuleSet>();
    crosses::<ShippingAddress<'_>>();
    crosses::<StoredAddress>();
    crosses::<StoredAddresses>();
    crosses::<SyntaxError>();
    crosses::<Text<'_>>();
    crosses::<Unplaced>();
    crosses::<Updated>();
    crosses::<Violation>();
    crosses::<Violations>();
}

#[cfg(feature = "http")]
#[test]
fn types_of_requests_cross_threads() {
    fn crosses<T: Send + Sync + Unpin>() {}
    crosses::<customer_rules::front_payment::BearerToken>();
    crosses::<customer_rules::front_payment::Server<'_>>();
}

#[test]
fn failures_are_errors() {
    fn is_error<T: core::error::Error + 'static>() {}
    is_error::<Violations>();
    is_error::<SyntaxError>();
    is_error::<Rejection>();
    is_error::<InvalidFormat>();
    is_error::<ApiError>();
}

#[test]
fn owned_payloads_outlive_their_input() {
    let customer = {
        let body = include_str!("../../examples/payloads/corporate.json").to_owned();
        CorporateCustomer::from_json(&body).unwrap().into_owned()
    };
    let contacts = customer.additional_contact().unwrap();
    assert_eq!(contacts.len(), 1);
}

#[test]
fn a_payload_is_of_its_own_table_only() {
    static LAX: RuleSet = RuleSet::new(&[PRIVATE_CUSTOMER.field("name")]);
    // Addresses and all, but with an e-mail address that may be anything.
    static SAME_KEYS: RuleSet = RuleSet::new(&[
        PRIVATE_CUSTOMER.field("name"),
        field("email", &[Rule::Nullable, Rule::String]),
        PRIVATE_CUSTOMER.field("countryCode"),
        PRIVATE_CUSTOMER.field("msisdn"),
        PRIVATE_CUSTOMER.field("preferredLanguage"),
        PRIVATE_CUSTOMER.field("personalNumber"),
        PRIVATE_CUSTOMER.field("addresses"),
    ]);
    // The rows without the rules across them.
    static ROWS: RuleSet = RuleSet::new(CHANGE_CUSTOMER_INFO.fields());
    let body = include_str!("../../examples/payloads/private.json");
    let checked = PRIVATE_CUSTOMER
        .with_limit(1)
        .check_json(body.as_bytes())
        .unwrap();
    assert!(PrivateCustomer::from_checked(&checked).is_ok());
    // These have not looked at what it vouches for.
    for rules in [&LAX, &CORPORATE_CUSTOMER, &SAME_KEYS] {
        let checked = rules.check_json(body.as_bytes()).unwrap();
        assert!(PrivateCustomer::from_checked(&checked).is_err());
    }
    let change = br#"{"name": {"firstName": "Ola", "lastName": "Nordmann"}}"#;
    let checked = CHANGE_CUSTOMER_INFO.check_json(change).unwrap();
    assert!(ChangeCustomerInfo::from_checked(&checked).is_ok());
    let checked = ROWS.check_json(change).unwrap();
    assert!(ChangeCustomerInfo::from_checked(&checked).is_err());
}
