//! Tables that extend others: what one of them accepts, the other accepts as it is sent.

use customer_rules::Rule::{
    self, Array, Country, Custom, Digits, E164, Email, Integer, List, MaxChars, Nullable, Object,
    OneOf, Pattern, Required, String,
};
use customer_rules::connect::{CHANGE_CUSTOMER_INFO, SEARCH_CUSTOMERS};
use customer_rules::format::Count;
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{
    CrossRule, Field, Pattern as Expression, RULE_SETS, RuleSet, element, extend, field,
};
use serde_json::{Value, json};

use crate::support::checks::Constant;
use crate::support::misuse::rows;
use crate::support::tables::{EVERY_SHAPE, GRID, LINES};
use crate::support::verdicts::sent;

static LETTERS: Expression = Expression::new("^[a-z]+$");
static WORD: Expression = Expression::new("^[a-z0-9]+$");

/// Rules of a row whose value has nothing inside.
const RULES: &[&[Rule]] = &[
    &[],
    &[Nullable],
    &[Required],
    &[Nullable, String],
    &[Required, String],
    &[Nullable, String, MaxChars(2)],
    &[Nullable, MaxChars(2)],
    &[Nullable, MaxChars(3)],
    &[Required, String, MaxChars(3)],
    &[Nullable, Email],
    &[Required, String, Email],
    &[Nullable, OneOf(&["en"])],
    &[Nullable, OneOf(&["en", "12"])],
    &[Nullable, String, OneOf(&["en", "no"])],
    &[Nullable, Digits(Count::AtLeast(1))],
    &[Nullable, Digits(Count::AtLeast(2))],
    &[Nullable, Digits(Count::Exactly(2))],
    &[Nullable, Digits(Count::Exactly(3))],
    &[Nullable, String, Digits(Count::Exactly(2))],
    &[Nullable, Country],
    &[Nullable, E164],
    &[Nullable, Integer],
    &[Required, Integer],
    &[Nullable, Integer, Digits(Count::Exactly(2))],
    &[Nullable, Custom(&Constant(true))],
    &[Nullable, Pattern(&LETTERS)],
    &[Nullable, String, Pattern(&WORD)],
];

/// Rules of a row whose value has something inside.
const CONTAINER_RULES: &[&[Rule]] = &[
    &[],
    &[Nullable],
    &[Nullable, Array],
    &[Required, Array],
    &[Nullable, List],
    &[Required, List],
    &[Nullable, Object],
    &[Required, Object],
];

/// What may be inside.
fn filled(row: Field) -> Vec<Field> {
    const LAX: &[Field] = &[field("x", &[Nullable, String])];
    const STRICT: &[Field] = &[
        field("w", &[Nullable]),
        field("x", &[Required, String, MaxChars(2)]),
    ];
    const OTHER: &[Field] = &[field("x", &[Nullable, Integer])];
    const ACROSS: &[CrossRule] = &[CrossRule::RequiredOneOf(&[&[&["x"]]])];
    static TEXT: Field = element(&[Nullable, String]);
    static NEEDED: Field = element(&[Required, String]);
    static WITH_LAX: Field = element(&[]).members(LAX);
    static WITH_STRICT: Field = element(&[Required, Object]).members(STRICT);
    static INNER: Field = element(&[Nullable, List]).each_element(&TEXT);
    vec![
        row.members(LAX),
        row.members(STRICT),
        row.members(OTHER),
        row.members(LAX).across(ACROSS),
        row.each(LAX),
        row.each(STRICT),
        row.each_element(&TEXT),
        row.each_element(&NEEDED),
        row.each_element(&WITH_LAX),
        row.each_element(&WITH_STRICT),
        row.each_element(&INNER),
    ]
}

/// A table of this row, and one with a second row beside it.
fn tables_of(row: Field) -> [RuleSet; 2] {
    let more = field("more", &[Nullable, String]);
    [RuleSet::new(rows([row])), RuleSet::new(rows([more, row]))]
}

fn documents(values: &[Value]) -> Vec<Value> {
    let with = values.iter().map(|value| json!({"a": value}));
    with.chain([json!({})]).collect()
}

/// Asserts that `extends` is an order of these tables, and keeps its promise for each of
/// these documents. How many pairs of tables extend each other.
#[track_caller]
fn assert_extends_is_true(tables: &[RuleSet], documents: &[Value]) -> usize {
    let mut count = 0;
    for own in tables {
        assert!(own.extends(own), "{:?}", own.fields());
        let sent: Vec<Value> = documents
            .iter()
            .filter(|document| own.check_value(document).is_ok())
            .map(|document| sent(own, document))
            // An object that had only unknown members is sent empty, and its own table
            // requires more.
            .filter(|sent| own.check_value(sent).is_ok())
            .collect();
        for base in tables.iter().filter(|base| own.extends(base)) {
            count += 1;
            for sent in &sent {
                let verdict = base.check_value(sent);
                assert!(
                    verdict.is_ok(),
                    "{sent}\n{:?}\nextends\n{:?}",
                    own.fields(),
                    base.fields()
                );
            }
            let beyond = tables.iter().filter(|beyond| base.extends(beyond));
            for beyond in beyond {
                assert!(own.extends(beyond), "by way of another table");
            }
        }
    }
    count
}

#[test]
fn whatever_an_extended_table_accepts_its_base_accepts_as_sent() {
    let flat = RULES.iter().flat_map(|rules| {
        let row = field("a", rules);
        [row, row.numbers_as_text()]
    });
    let tables: Vec<_> = flat.flat_map(tables_of).collect();
    let values = [
        json!(null),
        json!(true),
        json!(5),
        json!(12),
        json!(123),
        json!(-5),
        json!(1.5),
        json!(1e15),
        json!("en"),
        json!("no"),
        json!("5"),
        json!("12"),
        json!(" 007 "),
        json!("-5"),
        json!("a@b"),
        json!("NO"),
        json!("+4712345678"),
        json!("abcdef"),
        json!(" "),
        json!([]),
        json!({}),
    ];
    let count = assert_extends_is_true(&tables, &documents(&values));
    assert!(count > 2 * tables.len(), "{count} of {}", tables.len());
}

#[test]
fn whatever_an_extended_container_accepts_its_base_accepts_as_sent() {
    let filled = CONTAINER_RULES
        .iter()
        .flat_map(|rules| filled(field("a", rules)));
    let bare = RULES[..4].iter().map(|rules| field("a", rules));
    let tables: Vec<_> = filled.chain(bare).flat_map(tables_of).collect();
    let inner = [
        json!(null),
        json!(5),
        json!("en"),
        json!("abc"),
        json!({"x": "en"}),
        json!({"x": "abc"}),
        json!({"x": 5}),
        json!({"x": null}),
        json!({"x": "5", "w": "w"}),
        json!([]),
        json!({}),
        json!(["en"]),
        json!({"y": 1}),
    ];
    let lists = inner.iter().map(|value| json!([value]));
    let maps = inner.iter().map(|value| json!({"k": value}));
    let values: Vec<_> = lists.chain(maps).chain(inner.clone()).collect();
    let count = assert_extends_is_true(&tables, &documents(&values));
    assert!(count > 2 * tables.len(), "{count} of {}", tables.len());
}

#[test]
fn every_table_extends_itself_and_none_of_the_others() {
    let all = RULE_SETS
        .iter()
        .copied()
        .chain([&EVERY_SHAPE, &GRID, &LINES]);
    for own in all.clone() {
        for base in all.clone() {
            assert_eq!(own.extends(base), std::ptr::eq(own, base));
        }
    }
}

/// A rule of one's own, known by its code and its paths.
const fn custom(paths: &'static [&'static str]) -> CrossRule {
    let (check, at_fault): (_, &[_]) = (&Constant(true), &["email"]);
    CrossRule::Custom {
        check,
        paths,
        at_fault,
    }
}

#[test]
fn a_table_extends_another_with_its_rules_across_fields() {
    const BOTH: CrossRule = custom(&["email", "phoneNumber"]);
    const ONE: CrossRule = custom(&["email"]);
    static BARE: RuleSet = RuleSet::new(SEARCH_CUSTOMERS.fields());
    static BY_ONE: RuleSet = BARE.across(&[ONE]);
    static BY_BOTH: RuleSet = BARE.across(&[ONE, BOTH]);
    assert!(SEARCH_CUSTOMERS.extends(&BARE) && !BARE.extends(&SEARCH_CUSTOMERS));
    assert!(BY_BOTH.extends(&BY_ONE) && !BY_ONE.extends(&BY_BOTH));
    assert!(!BY_ONE.extends(&SEARCH_CUSTOMERS) && !SEARCH_CUSTOMERS.extends(&BY_ONE));
}

#[test]
fn a_table_extends_another_that_sends_the_same_for_what_is_absent() {
    let filling = CHANGE_CUSTOMER_INFO;
    assert!(
        filling
            .with_limit(1)
            .named("mine")
            .extends(&CHANGE_CUSTOMER_INFO)
    );
    assert!(!filling.falling_back(&[]).extends(&CHANGE_CUSTOMER_INFO));
    assert!(!CHANGE_CUSTOMER_INFO.extends(&filling.falling_back(&[])));
    let nulled = PRIVATE_CUSTOMER.sending_absent_as_null();
    assert!(!nulled.extends(&PRIVATE_CUSTOMER) && !PRIVATE_CUSTOMER.extends(&nulled));
}

#[test]
fn a_row_that_replaces_another_has_its_place() {
    static CLUB: RuleSet = extend!(
        CORPORATE_CUSTOMER,
        replacing: [
            field("msisdn", &[Required, String, MaxChars(12)]),
            field("name", &[Required, String, MaxChars(40)]),
        ],
        adding: [field("member", &[Required, Integer]), field("since", &[Nullable, String])],
    );
    let keys = |rules: &RuleSet| -> Vec<&str> { rules.fields().iter().map(Field::key).collect() };
    let expected = [&keys(&CORPORATE_CUSTOMER)[..], &["member", "since"]].concat();
    assert_eq!(keys(&CLUB), expected);
    assert_eq!(CLUB.field("name").max_chars(), Some(40));
    assert_eq!(CLUB.field("msisdn").max_chars(), Some(12));
    assert_eq!(CLUB.field("email").max_chars(), None);
    assert!(CLUB.extends(&CORPORATE_CUSTOMER) && !CORPORATE_CUSTOMER.extends(&CLUB));
}

#[test]
fn what_a_table_says_beside_its_rows_comes_along() {
    static CHANGE: RuleSet = extend!(CHANGE_CUSTOMER_INFO).with_limit(7);
    static SEARCH: RuleSet = extend!(SEARCH_CUSTOMERS, adding: [field("page", &[Nullable])]);
    assert_eq!(CHANGE.fallbacks(), CHANGE_CUSTOMER_INFO.fallbacks());
    assert!(CHANGE.sends_absent_as_null() && CHANGE.extends(&CHANGE_CUSTOMER_INFO));
    assert_eq!(CHANGE.name(), CHANGE_CUSTOMER_INFO.name());
    assert_eq!(CHANGE.limit(), 7);
    assert_eq!(CHANGE.decisions(), CHANGE_CUSTOMER_INFO.decisions());
    assert_eq!(SEARCH.get_across().len(), 1);
    assert!(SEARCH.extends(&SEARCH_CUSTOMERS));
}
