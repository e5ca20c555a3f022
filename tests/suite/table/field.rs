//! One row of a table, read by a form: its kind, and what it asks for.

use customer_rules::Rule::{
    self, Array, Country, Custom, Digits, E164, Email, Integer, List, MaxChars, Nullable, Object,
    OneOf, Pattern, Required, String,
};
use customer_rules::format::Count;
use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::table::Kind;
use customer_rules::{Field, Pattern as Expression, element, field};

use crate::support::checks::Constant;

static PLATE: Expression = Expression::new("^[A-Z]{2}$");
const WORDS: &[&str] = &["en", "no"];
const INNER: &[Field] = &[field("x", &[Nullable, String])];
const PATTERN: &[Rule] = &[Nullable, String, Pattern(&PLATE)];
const NEEDED: &[Field] = &[
    field("y", &[Nullable, String]),
    field("x", &[Required, String]),
];
static ITEM: Field = element(&[Nullable, String]);

#[test]
fn a_row_has_the_kind_that_its_rules_and_members_make() {
    let kind = |rules: &'static [Rule]| field("a", rules).kind();
    let kinds = [
        (kind(&[]), Kind::Any),
        (kind(&[Nullable, Custom(&Constant(true))]), Kind::Any),
        (kind(&[Required, String]), Kind::Text),
        (kind(&[Nullable, String, MaxChars(3)]), Kind::Text),
        (kind(&[Nullable, String, Email, MaxChars(3)]), Kind::Email),
        (kind(&[Nullable, String, E164]), Kind::PhoneNumber),
        (kind(&[Required, String, Country]), Kind::Country),
        (
            kind(&[Nullable, Digits(Count::AtLeast(2))]),
            Kind::Digits(Count::AtLeast(2)),
        ),
        (kind(&[Nullable, String, OneOf(WORDS)]), Kind::Choice(WORDS)),
        (kind(PATTERN), Kind::Pattern),
        (kind(&[Nullable, Integer]), Kind::Integer),
        (field("a", &[]).members(INNER).kind(), Kind::Object),
        (
            field("a", &[Required, Array]).members(INNER).kind(),
            Kind::Object,
        ),
        (
            field("a", &[Required, Object]).members(INNER).kind(),
            Kind::Object,
        ),
        (field("a", &[Nullable, List]).each(INNER).kind(), Kind::List),
        (
            field("a", &[Nullable, Array]).each(INNER).kind(),
            Kind::ListOrMap,
        ),
        (field("a", &[]).each_element(&ITEM).kind(), Kind::ListOrMap),
    ];
    for (position, (kind, expected)) in kinds.into_iter().enumerate() {
        assert_eq!(kind, expected, "{position}");
    }
}

#[test]
fn a_row_tells_the_constraints_that_it_has() {
    const RULES: &[Rule] = &[
        Required,
        String,
        Pattern(&PLATE),
        OneOf(WORDS),
        Digits(Count::Exactly(11)),
        MaxChars(30),
    ];
    let all = field("all", RULES);
    assert_eq!(all.max_chars(), Some(30));
    assert_eq!(all.pattern(), Some("^[A-Z]{2}$"));
    assert_eq!(all.choices(), Some(WORDS));
    assert_eq!(all.digits(), Some(Count::Exactly(11)));
    let none = field("none", &[Nullable, String, Email]);
    assert_eq!((none.max_chars(), none.pattern()), (None, None));
    assert_eq!((none.choices(), none.digits()), (None, None));
    assert!(field("a", &[]).numbers_as_text().takes_numbers_as_text());
    assert!(!all.takes_numbers_as_text());
}

#[test]
fn a_row_is_required_if_one_inside_it_is() {
    for (path, is_required) in [
        ("name", true),
        ("personalNumber", false),
        ("addresses", true),
        // It has no rules of its own.
        ("addresses.billing", true),
        ("addresses.billing.zip", true),
        ("addresses.shipping", false),
        ("addresses.shipping.zip", false),
    ] {
        let row = PRIVATE_CUSTOMER.field(path);
        assert_eq!(row.is_required(), is_required, "{path}");
    }
    assert!(
        field("a", &[Nullable, Object])
            .members(NEEDED)
            .is_required()
    );
    // A list without elements lacks nothing.
    assert!(!field("a", &[Nullable, Array]).each(NEEDED).is_required());
}
