//! Tables of one's own, typed payloads of them, and tables that extend ours.

use customer_rules::front_payment::{PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules::violation::Segment;
use customer_rules::{Payload as _, Rejection, Unvalidated};
use customer_rules_outsider::shadowed::{MORE, Notes};
use customer_rules_outsider::{CLUB, ORDER, Order, TAKEN};
use serde_json::{Value, json};

const BODY: &str = r#"{"captcha": "x", "email": " kari@example.com ", "reference": 4711, "unknown": 1,
    "address": {"street": "S 1", "floor": "-2"}, "shoes": 4,
    "lines": {"a": {"item": "Hat"}, "b": {"item": "Boots", "count": "2"}}}"#;

#[test]
fn a_payload_of_ones_own_has_what_the_document_has() {
    let order = Order::from_json(BODY).unwrap();
    assert_eq!(order.email().as_str(), "kari@example.com");
    assert_eq!(order.reference().unwrap().as_str(), "4711");
    assert_eq!(order.address().floor(), Some(&-2));
    assert_eq!(*order.shoes(), 4);
    let lines: Vec<_> = order
        .lines()
        .iter()
        .map(|(key, line)| (key, line.item().as_str(), line.count().copied()))
        .collect();
    assert_eq!(
        lines,
        [
            (Segment::Key("a"), "Hat", None),
            (Segment::Key("b"), "Boots", Some(2)),
        ]
    );
    assert!(order.topics().is_none());
}

#[test]
fn a_payload_of_ones_own_is_sent_without_what_is_unsent_and_shows_no_value() {
    let order = Order::from_json(BODY).unwrap();
    let sent = r#"{"email":"kari@example.com","reference":"4711","address":{"street":"S 1","floor":-2},"shoes":4,"lines":{"a":{"item":"Hat"},"b":{"item":"Boots","count":2}}}"#;
    assert_eq!(serde_json::to_string(&order).unwrap(), sent);
    assert_eq!(
        serde_json::to_string(&order.clone().into_owned()).unwrap(),
        sent
    );
    let line = |count| format!("Line {{ item: ***, count: {count} }}");
    assert_eq!(
        format!("{order:?}"),
        format!(
            "Order {{ email: ***, reference: ***, address: Address {{ street: ***, floor: *** }}, \
             shoes: ***, lines: [{}, {}], topics: missing }}",
            line("missing"),
            line("***")
        )
    );
}

#[test]
fn every_door_of_a_payload_of_ones_own_gives_the_same() {
    let document: Value = serde_json::from_str(BODY).unwrap();
    let order = Order::from_json(BODY.as_bytes()).unwrap();
    assert_eq!(Order::from_value(&document).unwrap(), order);
    assert_eq!(Order::check(&document).unwrap(), order);
    assert_eq!(Order::RULES.name(), "shop/order");
    let checked = ORDER.check_value(&document).unwrap();
    assert_eq!(Order::from_checked(&checked).unwrap(), order);
    let form: Unvalidated<Order<'_>> = serde_json::from_value(document.clone()).unwrap();
    assert!(form.violations().is_empty());
    assert_eq!(form.check().unwrap(), order.into_owned());
}

#[test]
fn a_payload_of_ones_own_is_refused_as_its_table_refuses() {
    let refused = Order::from_json("{").unwrap_err();
    assert!(matches!(refused, Rejection::Syntax(_)), "{refused:?}");
    let body = r#"{"captcha": " ", "email": "x", "shoes": 3, "lines": [{}], "coupon": "C"}"#;
    let refused = Order::from_json(body).unwrap_err();
    assert_eq!(
        serde_json::to_value(refused.violations().unwrap()).unwrap(),
        json!({
            "email": ["The email must be a valid email address."],
            "address.street": ["The address.street field is required."],
            "shoes": ["The shoes must be even."],
            "lines.0.item": ["The lines.0.item field is required."],
            "captcha": ["The captcha field is required."],
            // The only field that can be missing, and so nothing could stand in for it.
            "reference": ["The reference field is required."],
            "topics": ["The topics field is required."],
        })
    );
}

#[test]
fn the_macros_mean_their_own_names() {
    let body = r#"{"first": "a", "second": {"inner": "b"}, "third": true}"#;
    let notes = Notes::from_json(body).unwrap();
    assert_eq!(notes.second().unwrap().inner().unwrap().as_str(), "b");
    let checked = MORE.check_json(body.as_bytes()).unwrap();
    assert_eq!(Notes::from_checked(&checked).unwrap(), notes);
}

fn member() -> Value {
    json!({
        "name": "Kari Nordmann", "email": "kari@example.com", "countryCode": "+47",
        "msisdn": "46567468", "preferredLanguage": "en", "memberNumber": "7",
        "addresses": {"billing":
            {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}},
    })
}

#[test]
fn one_check_along_an_extended_table_gives_our_payload() {
    let document = member();
    let checked = CLUB.check_value(&document).unwrap();
    assert!(CLUB.extends(&PRIVATE_CUSTOMER));
    let customer = PrivateCustomer::from_checked(&checked).unwrap();
    assert_eq!(customer.name().as_str(), "Kari Nordmann");
    let sent = serde_json::to_value(&customer).unwrap();
    assert_eq!(sent.get("memberNumber"), None);
    assert_eq!(serde_json::to_value(&checked).unwrap()["memberNumber"], 7);
    assert_eq!(CLUB.name(), "club/member");

    let mut document = member();
    document["name"] = "K".repeat(41).into();
    document["memberNumber"] = "x".into();
    let refused = CLUB.check_value(&document).unwrap_err();
    let messages: Vec<String> = refused
        .violations()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        messages,
        [
            "The name must not be greater than 40 characters.",
            "The member number must be an integer.",
        ]
    );
}

#[test]
fn a_violation_made_by_hand_stands_among_the_others() {
    let document = ORDER
        .read_json(br#"{"email": "kari@example.com", "lines": [{"item": 5}, {"item": "Hat"}]}"#)
        .unwrap();
    let mut violations = document.violations();
    let before = violations.len();
    violations.insert(ORDER.at("lines.1.item").unwrap().violation(&TAKEN));
    violations.extend([ORDER.at("email").unwrap().violation(&TAKEN)]);
    assert_eq!(violations.len(), before + 2);
    let paths: Vec<String> = violations.iter().map(|v| v.path().to_string()).collect();
    assert_eq!(
        paths,
        [
            "email",
            "address.street",
            "shoes",
            "lines.0.item",
            "lines.1.item",
            "captcha",
            "reference",
        ]
    );
    let first = violations.iter().next().unwrap();
    assert_eq!(first.to_string(), "The email is already registered.");
    assert_eq!(first.code().as_str(), "already_registered");
}
