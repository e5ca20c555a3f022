//! Malformed tables are refused, each in its own words and with nothing in them of what was
//! handed in.

use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::rule::Alternatives;
use customer_rules::table::{Fallback, extended};
use customer_rules::{CrossRule, Field, Label, Rule, RuleSet, element, field};

use crate::support::checks::Constant;
use crate::support::misuse::{MARKER, Misuse, assert_panics, make, rows};

const TEXT: &[Rule] = &[Rule::Required, Rule::String];
const LIST: &[Rule] = &[Rule::Nullable, Rule::Array];

fn text(key: &'static str) -> Field {
    field(key, TEXT)
}

fn one_of(alternatives: Alternatives) -> &'static [CrossRule] {
    Vec::leak(vec![CrossRule::RequiredOneOf(alternatives)])
}

fn custom(
    paths: &'static [&'static str],
    at_fault: &'static [&'static str],
) -> &'static [CrossRule] {
    let check = &Constant(true);
    Vec::leak(vec![CrossRule::Custom {
        check,
        paths,
        at_fault,
    }])
}

/// An object with a `zip` in it, and a rule across it that names this path.
fn zip_across(path: &'static str) -> Field {
    let group: &[&str] = Vec::leak(vec![path]);
    let alternative: &[&[&str]] = Vec::leak(vec![group]);
    let alternatives = Vec::leak(vec![alternative]);
    field("a", &[])
        .members(rows([text("zip")]))
        .across(one_of(alternatives))
}

const DOTTED: &str = "Zq7vKJ.zip";

const LABEL: &Label = &Label::new();

const KEY: &str = "a key is not empty and has no '.' or '*' in it";
const FIRST: &str = "the first rule is Required or Nullable";
const ONCE: &str = "a row has one rule of presence, Required or Nullable";
const ORDER: &str = "rules come in this order: presence, type, format, maximum";
const WORDS: &str = "OneOf names at least one word";
const CHOICES: &str = "each word of OneOf has one label";
const CONTAINER: &str = "a row has members or elements, not both and not twice";
const MEMBERS: &str = "an object has at least one member";
const ELEMENT: &str = "the row of an element is made with `element`";
const ELEMENT_ROW: &str = "the row of an element belongs in `each_element`";
const DESCRIBED: &str = "an Array, List or Object row says what is in it, with members or elements";
const TWICE: &str = "two rows have the same key";
const NO_ROW: &str = "no row has the path";
const NO_FAULT: &str = "a rule across fields reports at least one field";
const NO_ALTERNATIVE: &str = "a rule has at least one alternative";
const NO_GROUP: &str = "an alternative has at least one group";
const NO_MEMBER: &str = "a group has at least one member";
const NO_PATH: &str = "a path names a row inside its object";
const TOO_DEEP: &str = "a table has at most 128 levels";
const TOO_MANY: &str = "a table has at most 1,000,000 rows";
const REPLACING: &str = "a row that replaces another has its key";
const NO_ROWS: &str = "the table has rows";

/// Every way to write a malformed table.
pub(crate) const MISUSES: &[Misuse] = &[
    (KEY, || make(text(""))),
    (KEY, || make(text(DOTTED))),
    (KEY, || make(text("Zq7vKJ*"))),
    (FIRST, || make(field(MARKER, &[Rule::String]))),
    (FIRST, || make(element(&[Rule::Email, Rule::Required]))),
    (ONCE, || {
        make(field(MARKER, &[Rule::Required, Rule::Nullable]));
    }),
    (ONCE, || {
        make(field(
            MARKER,
            &[Rule::Nullable, Rule::String, Rule::Required],
        ));
    }),
    (ORDER, || {
        make(field(MARKER, &[Rule::Required, Rule::Email, Rule::String]));
    }),
    (ORDER, || {
        make(field(
            MARKER,
            &[
                Rule::Required,
                Rule::MaxChars(3),
                Rule::Custom(&Constant(true)),
            ],
        ));
    }),
    (ORDER, || {
        make(field(
            MARKER,
            &[Rule::Required, Rule::MaxChars(3), Rule::Integer],
        ));
    }),
    (WORDS, || {
        make(field(MARKER, &[Rule::Required, Rule::OneOf(&[])]));
    }),
    (CHOICES, || {
        make(field(MARKER, TEXT).choice_labels(&[LABEL]));
    }),
    (CHOICES, || {
        let words = &[Rule::Required, Rule::OneOf(&["a", "b"])];
        make(field(MARKER, words).choice_labels(&[LABEL]));
    }),
    (CONTAINER, || {
        let member = rows([text(MARKER)]);
        make(field("a", &[]).members(member).members(member));
    }),
    (CONTAINER, || {
        let member = rows([text(MARKER)]);
        make(field("a", LIST).members(member).each(member));
    }),
    (CONTAINER, || {
        let member = rows([text(MARKER)]);
        make(field("a", LIST).each(member).members(member));
    }),
    (CONTAINER, || {
        make(
            field(MARKER, LIST)
                .each(rows([text("a")]))
                .each_element(&rows([element(TEXT)])[0]),
        );
    }),
    (MEMBERS, || make(field(MARKER, &[]).members(&[]))),
    (MEMBERS, || make(field(MARKER, LIST).each(&[]))),
    (ELEMENT, || {
        make(field("a", LIST).each_element(&rows([text(MARKER)])[0]));
    }),
    (ELEMENT_ROW, || make(RuleSet::new(rows([element(TEXT)])))),
    (ELEMENT_ROW, || {
        make(field(MARKER, &[]).members(rows([element(TEXT)])));
    }),
    (DESCRIBED, || {
        make(RuleSet::new(rows([field(MARKER, LIST)])));
    }),
    (DESCRIBED, || {
        let list = field(MARKER, &[Rule::Nullable, Rule::List]);
        make(field("a", &[]).members(rows([list])));
    }),
    (DESCRIBED, || {
        let object = field(MARKER, &[Rule::Required, Rule::Object]);
        make(field("a", LIST).each(rows([object])));
    }),
    (DESCRIBED, || {
        make(field(MARKER, LIST).each_element(&rows([element(LIST)])[0]));
    }),
    (TWICE, || {
        make(RuleSet::new(rows([text(MARKER), text("a"), text(MARKER)])));
    }),
    (TWICE, || {
        make(field("a", &[]).members(rows([text(MARKER), text(MARKER)])));
    }),
    (TWICE, || {
        make(field("a", LIST).each(rows([text(MARKER), text(MARKER)])));
    }),
    (NO_ROW, || make(PRIVATE_CUSTOMER.field(MARKER))),
    (NO_ROW, || make(PRIVATE_CUSTOMER.field(""))),
    (NO_FAULT, || {
        make(RuleSet::new(rows([text(MARKER)])).across(custom(&[MARKER], &[])));
    }),
    (NO_ALTERNATIVE, || {
        make(RuleSet::new(rows([text(MARKER)])).across(one_of(&[])));
    }),
    (NO_GROUP, || {
        make(RuleSet::new(rows([text(MARKER)])).across(one_of(&[&[]])));
    }),
    (NO_MEMBER, || {
        make(RuleSet::new(rows([text(MARKER)])).across(one_of(&[&[&[]]])));
    }),
    (NO_PATH, || {
        make(RuleSet::new(rows([text("a")])).across(one_of(&[&[&[MARKER]]])));
    }),
    (NO_PATH, || {
        let rows = rows([text("a"), text(MARKER)]);
        make(RuleSet::new(rows).across(one_of(&[&[&["a"]], &[&[MARKER, DOTTED]]])));
    }),
    (NO_PATH, || {
        make(RuleSet::new(rows([text("a")])).across(custom(&["a", MARKER], &["a"])));
    }),
    (NO_PATH, || {
        make(RuleSet::new(rows([text("a")])).across(custom(&["a"], &[MARKER])));
    }),
    (NO_PATH, || make(zip_across("zi"))),
    (NO_PATH, || make(zip_across("zipp"))),
    (NO_PATH, || make(zip_across("zap"))),
    (NO_PATH, || {
        // A path does not lead into elements.
        let rows = rows([field("a", LIST).each(rows([text("zip")]))]);
        make(RuleSet::new(rows).across(one_of(&[&[&["a.zip"]]])));
    }),
    (NO_PATH, || {
        let fallback = Fallback::new(MARKER, MARKER, &[]);
        make(RuleSet::new(rows([text("a")])).falling_back(Vec::leak(vec![fallback])));
    }),
    (NO_PATH, || {
        let fallback = Fallback::new("a", MARKER, &["a", MARKER]);
        make(RuleSet::new(rows([text("a")])).falling_back(Vec::leak(vec![fallback])));
    }),
    (TOO_DEEP, || {
        let deep = (0..128).fold(text(MARKER), |row, _| field("a", &[]).members(rows([row])));
        make(RuleSet::new(rows([deep])));
    }),
    (TOO_DEEP, || {
        let deep = (0..64).fold(text(MARKER), |row, _| field("a", LIST).each(rows([row])));
        make(RuleSet::new(rows([deep])));
    }),
    (TOO_MANY, || {
        let keys = (0..1_000).map(|key| &*String::leak(key.to_string()));
        let members = rows(keys.clone().map(text).collect::<Vec<_>>());
        let each = keys.map(|key| field(key, LIST).each(members));
        make(RuleSet::new(rows(each.collect::<Vec<_>>())));
    }),
    (REPLACING, || {
        make(extended::<1>(&[text("a")], &[text(MARKER)], &[]));
    }),
    (TWICE, || {
        let adding = extended::<2>(&[text("a")], &[], &[text("a")]);
        make(RuleSet::new(rows(adding)));
    }),
    (NO_ROWS, || make(extended::<0>(&[], &[], &[]))),
];

#[test]
fn a_malformed_table_panics_and_repeats_nothing() {
    assert_panics(MISUSES);
}

/// These look like misuses and are not.
#[test]
fn tables_made_at_run_time_are_tables() {
    let within = rows([text("zip"), text("city")]);
    let ordered: &[Rule] = &[
        Rule::Required,
        Rule::String,
        Rule::Email,
        Rule::Custom(&Constant(true)),
        Rule::MaxChars(3),
    ];
    let fields = rows([
        field("address", &[])
            .members(within)
            .across(one_of(&[&[&["zip"], &["city"]]])),
        field("addresses", LIST).each(within),
        field("mails", LIST).each_element(&rows([element(ordered)])[0]),
        field("zip", &[]),
    ]);
    let fallback = Fallback::new("zip", "0000", &["address.zip", "address"]);
    let rules = RuleSet::new(fields)
        .across(one_of(&[&[&["address.zip", "zip"]], &[&["addresses"]]]))
        .across(custom(&["zip", "address.city"], &["mails"]))
        .falling_back(Vec::leak(vec![fallback]));
    assert_eq!(rules.field("zip").key(), "zip");
    let refused = rules.check_json(b"{}").unwrap_err();
    let codes: Vec<_> = refused
        .violations()
        .unwrap()
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        codes,
        [
            "The address.zip field is required.",
            "The address.city field is required.",
            "The address.zip field is required.",
            "The address.city field is required.",
        ]
    );
}
