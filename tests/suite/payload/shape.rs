//! A payload whose members are not the rows of its table is refused, in fixed words.

use customer_rules::format::Count;
use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::payload::macro_support::{Member, Shape, assert_fits};
use customer_rules::{Field, Rule, RuleSet, element, field};

use crate::support::misuse::{MARKER, Misuse, assert_panics, rows};

const TEXT: &[Rule] = &[Rule::Required, Rule::String];
const LIST: &[Rule] = &[Rule::Nullable, Rule::Array];

fn text(key: &'static str) -> Field {
    field(key, TEXT)
}

/// What the macro `payload!` asserts of a table of these rows.
fn payload(fields: impl Into<Vec<Field>>, members: impl Into<Vec<Member>>) {
    let shape = object(members);
    assert_fits(&RuleSet::new(rows(fields)), &shape);
}

fn object(members: impl Into<Vec<Member>>) -> Shape {
    let members = Vec::leak(members.into());
    Shape::Object {
        members,
        unsent: &["unsent"],
    }
}

fn member(key: &'static str, is_required: bool, shape: Shape) -> Member {
    Member {
        key,
        is_required,
        shape,
    }
}

fn collection(of: Shape) -> Shape {
    let of = &Vec::leak(vec![of])[0];
    Shape::Collection { of }
}

const NO_OBJECT: &str = "a payload is an object";
const NO_MEMBER_OF_ROW: &str = "every row is a member of the payload, or `unsent`";
const NO_ROW_OF_MEMBER: &str = "every member of the payload has a row";
const MEMBER_KEYS: &str = "members have the keys of the rows, in their order";
const PRESENCE: &str =
    "a member is `Required` where its row is, or a row inside it, and `Optional` else";
const NOT_VOUCHED: &str = "the rules of a member's row make sure of its type";
const ELEMENT_REQUIRED: &str = "an element that is not an object is required";
const NO_COLLECTION: &str = "a collection's row has elements, and objects have members";

/// Every way to write a payload that does not fit.
pub(crate) const MISUSES: &[Misuse] = &[
    (NO_OBJECT, || assert_fits(&PRIVATE_CUSTOMER, &Shape::Text)),
    (NO_MEMBER_OF_ROW, || payload([text(MARKER)], [])),
    (NO_ROW_OF_MEMBER, || {
        payload([text("unsent")], [member("unsent", true, Shape::Text)]);
    }),
    (MEMBER_KEYS, || {
        payload([text(MARKER)], [member("a", true, Shape::Text)]);
    }),
    (MEMBER_KEYS, || {
        let members = ["b", "a"].map(|key| member(key, true, Shape::Text));
        payload([text("a"), text("b")], members);
    }),
    (PRESENCE, || {
        payload([text("a")], [member("a", false, Shape::Text)]);
    }),
    (PRESENCE, || {
        let inside = object([member("b", true, Shape::Text)]);
        let fields = [field("a", &[]).members(rows([text("b")]))];
        payload(fields, [member("a", false, inside)]);
    }),
    (NOT_VOUCHED, || {
        payload([text("a")], [member("a", true, Shape::Email)]);
    }),
    (NOT_VOUCHED, || {
        let digits = [Rule::Nullable, Rule::Digits(Count::AtLeast(1))];
        let fields = [field("a", Vec::leak(digits.into()))];
        payload(
            fields,
            [member("a", false, Shape::Digits(Count::AtLeast(1)))],
        );
    }),
    (ELEMENT_REQUIRED, || {
        let item = &rows([element(&[Rule::Nullable, Rule::String])])[0];
        let fields = [field("a", LIST).each_element(item)];
        payload(fields, [member("a", false, collection(Shape::Text))]);
    }),
    (NO_COLLECTION, || {
        payload([text("a")], [member("a", true, collection(Shape::Text))]);
    }),
    (NO_COLLECTION, || {
        let fields = [field("a", LIST).each(rows([text("b")]))];
        payload(fields, [member("a", false, collection(Shape::Text))]);
    }),
];

#[test]
fn a_payload_that_does_not_fit_panics_and_repeats_nothing() {
    assert_panics(MISUSES);
}
