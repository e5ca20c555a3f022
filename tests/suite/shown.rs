//! What the types show of themselves: their shape, and none of their values. And what
//! those that stand for a text give away when asked.

use customer_rules::Rule::{Array, Nullable, String};
use customer_rules::connect::{CHANGE_CUSTOMER_INFO, ChangeCustomerInfo, CustomerNumber};
use customer_rules::format::{Email, Language, OrganizationId, PersonalNumber, PhoneNumber};
use customer_rules::front_payment::{
    CORPORATE_CUSTOMER, CorporateCustomer, CustomerUuid, PRIVATE_CUSTOMER, PrivateCustomer,
};
use customer_rules::{
    Pattern, Rejection, RuleSet, Unvalidated, Value, field, rule::Number, violation::Segment,
};

const PRIVATE: &str = include_str!("../../examples/payloads/private.json");
const CORPORATE: &str = include_str!("../../examples/payloads/corporate.json");

const ADDRESSES: &str = "Addresses { billing: Address { street: ***, zip: ***, city: ***, \
    country: *** }, shipping: ShippingAddress { street: ***, zip: ***, city: ***, country: *** } }";

static LINES: RuleSet =
    RuleSet::new(&[field("lines", &[Nullable, Array]).each(&[field("kind", &[Nullable, String])])])
        .sending_absent_as_null();

#[test]
fn payloads_show_their_shape() {
    let private = PrivateCustomer::from_json(PRIVATE).unwrap();
    assert_eq!(
        format!("{private:?}"),
        format!(
            "PrivateCustomer {{ name: ***, email: ***, country_code: ***, msisdn: ***, \
             preferred_language: ***, personal_number: ***, addresses: {ADDRESSES} }}"
        )
    );
    let corporate = CorporateCustomer::from_json(CORPORATE).unwrap();
    let contact = "Contact { name: ***, designation: ***, country_code: ***, msisdn: ***, \
                   email: ***, note: *** }";
    assert_eq!(
        format!("{corporate:?}"),
        format!(
            "CorporateCustomer {{ name: ***, email: ***, country_code: ***, msisdn: ***, \
             preferred_language: ***, organization_id: ***, addresses: {ADDRESSES}, \
             additional_contact: [{contact}] }}"
        )
    );
    let contacts = corporate.additional_contact().unwrap();
    assert_eq!(format!("{contacts:?}"), format!("[{contact}]"));
    let change = ChangeCustomerInfo::from_json(
        r#"{"name": {"firstName": "Ola", "middleName": null}, "emails": ["ola@example.com"]}"#,
    );
    assert_eq!(
        format!("{:?}", change.unwrap()),
        "ChangeCustomerInfo { name: Name { first_name: ***, middle_name: null, last_name: ***, \
         company_name: null, department_name: null }, phone_numbers: null, emails: [***], \
         invoice_email_address: null }"
    );
}

#[test]
fn documents_show_their_shape() {
    let address = "{street: ***, zip: ***, city: ***, country: ***}";
    let checked = CORPORATE_CUSTOMER.check_json(CORPORATE.as_bytes()).unwrap();
    assert_eq!(
        format!("{checked:?}"),
        format!(
            "{{name: ***, email: ***, countryCode: ***, msisdn: ***, preferredLanguage: ***, \
             organizationId: ***, addresses: {{billing: {address}, shipping: {address}}}, \
             additionalContact: [{{name: ***, designation: ***, countryCode: ***, msisdn: ***, \
             email: ***, note: ***}}]}}"
        )
    );
    let change =
        br#"{"name": {"lastName": "Nordmann"}, "phoneNumbers": [{}, null], "emails": null}"#;
    let checked = CHANGE_CUSTOMER_INFO.check_json(change).unwrap();
    let phone = "{phoneNumber: null, phoneNumberType: null}";
    assert_eq!(
        format!("{checked:?}"),
        format!(
            "{{name: {{firstName: null, middleName: null, lastName: ***, companyName: null, \
             departmentName: null}}, phoneNumbers: [{phone}, null], emails: null, \
             invoiceEmailAddress: null}}"
        )
    );
    let checked = LINES.check_json(br#"{"lines": [5, {}]}"#).unwrap();
    assert_eq!(
        format!("{checked:?}"),
        "{lines: [{kind: null}, {kind: null}]}"
    );
    let read = PRIVATE_CUSTOMER.read_json(PRIVATE.as_bytes()).unwrap();
    let rules = r#"RuleSet { name: "front-payment/private", fields: 17, limit: 1000, .. }"#;
    assert_eq!(format!("{PRIVATE_CUSTOMER:?}"), rules);
    assert_eq!(
        format!("{read:?}"),
        format!("Document {{ rules: {rules}, .. }}")
    );
    let unchecked: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str(PRIVATE).unwrap();
    assert_eq!(format!("{unchecked:?}"), format!("Unvalidated({read:?})"));
    assert!(unchecked.violations().is_empty());
    let unchecked: Unvalidated<PrivateCustomer<'_>> = serde_json::from_str("{}").unwrap();
    assert_eq!(unchecked.violations().len(), 10);
    let zip = PRIVATE_CUSTOMER.at("addresses.billing.zip").unwrap();
    assert_eq!(
        format!("{zip:?}"),
        r#"FieldCheck { path: Path[Key("addresses"), Key("billing"), Key("zip")], rules: Some([Required, String]), .. }"#
    );
    assert_eq!(format!("{:?}", Pattern::new("^a+$")), r#"Pattern("^a+$")"#);
}

#[test]
fn refusals_show_where_and_what() {
    let body = br#"{"personalNumber": "Zq7vKJ"}"#;
    let refused = PRIVATE_CUSTOMER.with_limit(7).check_json(body).unwrap_err();
    let shown = format!("{refused:?}");
    let first = r#"Violation { path: Path[Key("name")], code: Required, params: None, .. }"#;
    assert!(shown.starts_with(&format!("Violations(Violations {{ list: [{first}, ")));
    let digits = "code: Digits, params: Digits(11), ..";
    assert!(shown.contains(digits), "{shown}");
    assert!(shown.ends_with("truncated: true })"), "{shown}");
    assert_eq!(
        refused.to_string(),
        "The name field is required. (and more than 6 more violations)"
    );
    let refused = PRIVATE_CUSTOMER.check_json(b"{\n\"Zq7vKJ\" 1").unwrap_err();
    assert_eq!(refused.to_string(), "expected `:` at line 2 column 10");
    assert_eq!(
        format!("{refused:?}"),
        r#"Syntax(SyntaxError { reason: "expected `:`", line: 2, column: 10 })"#
    );
    let Rejection::Syntax(error) = refused else {
        panic!("{refused}");
    };
    assert_eq!(error.to_string(), "expected `:` at line 2 column 10");
}

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

#[test]
fn a_collection_counts_and_names_its_elements() {
    let with = |contacts: serde_json::Value| {
        let mut body: serde_json::Value = serde_json::from_str(CORPORATE).unwrap();
        body["additionalContact"] = contacts;
        CorporateCustomer::from_json(&body.to_string())
            .unwrap()
            .into_owned()
    };
    let cases = [
        (serde_json::json!([{}]), vec![Segment::Index(0)]),
        (
            serde_json::json!([{}, null]),
            vec![Segment::Index(0), Segment::Index(1)],
        ),
        (
            serde_json::json!({"boss": {}, "aide": {}}),
            vec![Segment::Key("boss"), Segment::Key("aide")],
        ),
    ];
    for (contacts, keys) in cases {
        let customer = with(contacts);
        let contacts = customer.additional_contact().unwrap();
        let mut found: Vec<_> = contacts.iter().map(|(key, _)| key).collect();
        let mut keys = keys;
        // serde_json may put them into another order.
        found.sort_unstable();
        keys.sort_unstable();
        assert_eq!(found, keys);
        assert_eq!((contacts.len(), contacts.is_empty()), (keys.len(), false));
    }
    let customer = with(serde_json::json!([]));
    let contacts = customer.additional_contact().unwrap();
    assert_eq!((contacts.len(), contacts.is_empty()), (0, true));
}

#[test]
fn values_show_their_type() {
    let values = [
        (Value::Null, "Null"),
        (Value::Bool(true), "Bool(***)"),
        (Value::Number(Number::from(5_i64)), "Number(***)"),
        (Value::String("Kari"), "String(***)"),
        (Value::List { is_empty: true }, "List"),
        (Value::Object { is_empty: false }, "Object"),
        (Value::Other, "Other"),
    ];
    for (value, shown) in values {
        assert_eq!(format!("{value:?}"), shown);
    }
    assert_eq!(format!("{:?}", Number::from(1.5)), "Number(***)");
}

#[test]
fn numbers_give_what_they_are() {
    let numbers = [
        (Number::from(-5_i64), Some(-5), -5.0),
        (Number::from(u64::MAX), None, 18_446_744_073_709_551_615.0),
        (Number::from(2.5), None, 2.5),
    ];
    for (number, int, float) in numbers {
        assert_eq!(number.as_i64(), int);
        assert!((number.as_f64() - float).abs() < f64::EPSILON);
    }
}
