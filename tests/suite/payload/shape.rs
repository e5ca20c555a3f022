//! A payload whose members are not the rows of its table is refused, in fixed words.

use customer_rules::format::Count;
use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::payload::macro_support::{Member, Shape, assert_fits};
use customer_rules::{Field, Rule, RuleSet, element, field};

use crate::support::misuse::{MARKER, Misuse, assert_panics, panic_of, rows};

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

/// What a type asks for, the rules that make sure of it, and rules that do not.
type Vouching = (
    Shape,
    &'static [&'static [Rule]],
    &'static [&'static [Rule]],
);

const TWO: Rule = Rule::Digits(Count::Exactly(2));
const THREE: Rule = Rule::Digits(Count::Exactly(3));
const TWO_OR_MORE: Rule = Rule::Digits(Count::AtLeast(2));
const ENGLISH: Rule = Rule::OneOf(&["en"]);

const VOUCHING: &[Vouching] = &[
    (
        Shape::Text,
        &[
            &[Rule::Nullable, Rule::String],
            &[Rule::Nullable, Rule::Email],
            &[Rule::Nullable, ENGLISH],
            &[Rule::Nullable, Rule::Country],
            &[Rule::Nullable, Rule::E164],
            &[Rule::Nullable, Rule::String, TWO],
        ],
        &[
            &[],
            &[Rule::Nullable],
            &[Rule::Nullable, TWO],
            &[Rule::Nullable, Rule::Integer],
            &[Rule::Nullable, Rule::MaxChars(3)],
        ],
    ),
    (
        Shape::Email,
        &[&[Rule::Nullable, Rule::String, Rule::Email]],
        &[TEXT_RULES, &[Rule::Nullable, Rule::E164]],
    ),
    (
        Shape::Country,
        &[&[Rule::Nullable, Rule::Country]],
        &[TEXT_RULES, &[Rule::Nullable, Rule::OneOf(&["NO"])]],
    ),
    (
        Shape::E164,
        &[&[Rule::Nullable, Rule::E164, Rule::MaxChars(20)]],
        &[TEXT_RULES, &[Rule::Nullable, Rule::Email]],
    ),
    (
        Shape::Integer,
        &[&[Rule::Nullable, Rule::Integer]],
        &[TEXT_RULES, &[Rule::Nullable, TWO]],
    ),
    (
        Shape::Digits(Count::Exactly(2)),
        &[&[Rule::Nullable, Rule::String, TWO]],
        &[
            TEXT_RULES,
            &[Rule::Nullable, TWO],
            &[Rule::Nullable, Rule::String, THREE],
            &[Rule::Nullable, Rule::String, TWO_OR_MORE],
        ],
    ),
    (
        Shape::Digits(Count::AtLeast(2)),
        &[
            &[Rule::Nullable, Rule::String, TWO_OR_MORE],
            &[Rule::Nullable, Rule::String, TWO],
            &[Rule::Nullable, Rule::String, THREE],
        ],
        &[
            TEXT_RULES,
            &[Rule::Nullable, TWO_OR_MORE],
            &[Rule::Nullable, THREE],
            &[
                Rule::Nullable,
                Rule::String,
                Rule::Digits(Count::AtLeast(1)),
            ],
            &[
                Rule::Nullable,
                Rule::String,
                Rule::Digits(Count::Exactly(1)),
            ],
        ],
    ),
    (
        Shape::OneOf(&["en", "no"]),
        &[
            &[Rule::Nullable, ENGLISH],
            &[Rule::Nullable, Rule::OneOf(&["no", "en"])],
        ],
        &[TEXT_RULES, &[Rule::Nullable, Rule::OneOf(&["en", "sv"])]],
    ),
];

const TEXT_RULES: &[Rule] = &[Rule::Nullable, Rule::String];

#[test]
fn a_row_is_of_a_type_if_its_rules_make_sure_of_it() {
    let said = |rules: &'static [Rule], shape: Shape, as_text: bool| {
        panic_of(move || {
            let row = field("a", rules);
            let row = if as_text { row.numbers_as_text() } else { row };
            payload([row], [member("a", false, shape)]);
        })
    };
    for (shape, fitting, others) in VOUCHING {
        for rules in *fitting {
            assert_eq!(said(rules, *shape, false), None, "{shape:?} {rules:?}");
        }
        for rules in *others {
            let said = said(rules, *shape, false);
            assert_eq!(said.as_deref(), Some(NOT_VOUCHED), "{shape:?} {rules:?}");
        }
    }
    // Where a number stands for its digits, digits are a text.
    for shape in [
        Shape::Text,
        Shape::Digits(Count::Exactly(2)),
        Shape::Digits(Count::AtLeast(1)),
    ] {
        assert_eq!(said(&[Rule::Nullable, TWO], shape, true), None, "{shape:?}");
    }
}

#[test]
fn a_payload_that_fits_is_one() {
    static ITEM: Field = element(&[Rule::Required, Rule::String]);
    static GROUP: Field = element(&[Rule::Nullable, Rule::Object]).members(&[field("x", TEXT)]);
    static GRID: Field = element(&[Rule::Nullable, Rule::List]).each_element(&ITEM);
    let inside = || object([member("x", true, Shape::Text)]);
    let nested = || collection(collection(Shape::Text));
    payload(
        [
            field("unsent", TEXT),
            field("object", &[]).members(rows([field("unsent", TEXT), field("x", TEXT)])),
            field("objects", LIST).each(rows([field("x", TEXT)])),
            field("items", LIST).each_element(&ITEM),
            field("groups", LIST).each_element(&GROUP),
            field("grid", LIST).each_element(&GRID),
        ],
        [
            member("object", true, inside()),
            member("objects", false, collection(inside())),
            member("items", false, collection(Shape::Text)),
            member("groups", false, collection(inside())),
            member("grid", false, nested()),
        ],
    );
}

#[test]
fn a_payload_that_does_not_fit_panics_and_repeats_nothing() {
    assert_panics(MISUSES);
}
