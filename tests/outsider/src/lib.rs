//! Tables and payloads of a stranger's, written with this library and nothing else: no
//! `std`, no `serde`, and names of its own where the prelude has others.

#![no_std]

use customer_rules::format::{Count, Email, Text};
use customer_rules::payload::Collection;
use customer_rules::rule::{Param, Statement};
use customer_rules::table::{Decision, Source};
use customer_rules::{
    Check, CrossCheck, CrossRule, Field, Rule, RuleSet, Value, element, extend, field,
    front_payment::PRIVATE_CUSTOMER, members, payload,
};

/// An even number.
#[derive(Debug)]
pub struct Even;

impl Check for Even {
    fn code(&self) -> &'static str {
        "multiple_of"
    }

    fn message(&self) -> &'static str {
        "The {attribute} must be even."
    }

    fn accepts(&self, value: Value<'_>) -> bool {
        match value {
            Value::Number(number) => number.as_i64().is_some_and(|number| number % 2 == 0),
            _ => false,
        }
    }

    fn params(&self) -> &'static [(&'static str, Param)] {
        &[
            ("multiple_of", Param::Int(2)),
            ("unit", Param::Text("pair")),
        ]
    }
}

/// The first field is there if the second is.
#[derive(Debug)]
pub struct With;

impl CrossCheck for With {
    fn code(&self) -> &'static str {
        "required_with"
    }

    fn message(&self) -> &'static str {
        "The {attribute} field is required."
    }

    fn holds(&self, values: &[Value<'_>]) -> bool {
        matches!(values, [first, second] if !first.is_empty() || second.is_empty())
    }
}

const ADDRESS: &[Field] = &[
    field("street", &[Rule::Required, Rule::String]).about("Street and number."),
    field("floor", &[Rule::Nullable, Rule::Integer]).about("Counted from the ground."),
];

/// An order of a shop.
pub static ORDER: RuleSet = RuleSet::new(&[
    field("email", &[Rule::Required, Rule::Email])
        .about("Who orders.")
        .sources(&[Source::Named("terms of sale"), Source::Decision(1)]),
    field(
        "reference",
        &[Rule::Nullable, Rule::Digits(Count::AtLeast(3))],
    )
    .numbers_as_text(),
    field("address", &[]).members(ADDRESS),
    field(
        "shoes",
        &[Rule::Required, Rule::Integer, Rule::Custom(&Even)],
    ),
    field("lines", &[Rule::Required, Rule::Array]).each(&[
        field("item", &[Rule::Required, Rule::String]),
        field("count", &[Rule::Nullable, Rule::Integer]),
    ]),
    field("topics", &[Rule::Nullable, Rule::List])
        .each_element(&element(&[Rule::Required, Rule::String])),
    field("coupon", &[Rule::Nullable, Rule::String]),
    field("captcha", &[Rule::Required, Rule::String]),
])
.across(&[
    CrossRule::RequiredOneOf(&[&[&["reference"]]]),
    CrossRule::Custom {
        check: &With,
        paths: &["topics", "coupon"],
        at_fault: &["topics"],
    },
])
.decided_by(&[Decision::new(
    1,
    "One address only.",
    "The terms of sale say \"address\" once.",
)])
.named("shop/order")
.about("Shop: an order");

payload! {
    /// An order that was checked.
    pub struct Order<'a> of ORDER {
        /// Who orders.
        email: Required Email<'a> = "email",
        /// The number of an earlier order.
        reference: Optional Text<'a> = "reference",
        /// Where it goes.
        address: Required Address<'a> = "address",
        /// How many shoes.
        shoes: Required i64 = "shoes",
        /// What is ordered.
        lines: Required Collection<'a, Line<'a>> = "lines",
        /// What to write about.
        topics: Optional Collection<'a, Text<'a>> = "topics",
    }
    // Checked, and not a part of the payload.
    unsent: ["coupon", "captcha"]
}

members! {
    /// Where an order goes.
    pub struct Address<'a> {
        /// Street and number.
        street: Required Text<'a> = "street",
        /// The floor.
        floor: Optional i64 = "floor",
    }
}

members! {
    /// A line of an order.
    pub struct Line<'a> {
        /// What.
        item: Required Text<'a> = "item",
        /// How many.
        count: Optional i64 = "count",
    }
}

/// A member of a club: a private customer, and more.
pub static CLUB: RuleSet = extend!(
    PRIVATE_CUSTOMER,
    replacing: [field("name", &[Rule::Required, Rule::String, Rule::MaxChars(40)])],
    adding: [field("memberNumber", &[Rule::Required, Rule::Integer])],
)
.named("club/member");

/// What no rule can find.
pub static TAKEN: Statement = Statement::new(
    "already_registered",
    "The {attribute} is already registered.",
);

/// Every name of the prelude that the macros could mean stands for something else here.
pub mod shadowed {
    #![expect(dead_code, reason = "they are there to be in the way")]

    use customer_rules::format::Text as Words;
    use customer_rules::{Rule, RuleSet as Table};

    mod alloc {}
    mod core {}
    mod fmt {}
    mod serde {}
    mod serde_json {}
    mod std {}
    struct AsRef;
    struct Err;
    struct None;
    struct Ok;
    struct Option;
    struct Optional;
    struct Payload;
    struct Required;
    struct Result;
    struct RuleSet;
    struct Serialize;
    struct Some;
    struct String;
    struct Vec;

    static NOTES: Table = Table::new(&[
        customer_rules::field("first", &[Rule::Required, Rule::String]),
        customer_rules::field("second", &[Rule::Nullable]).members(&[customer_rules::field(
            "inner",
            &[Rule::Nullable, Rule::String],
        )]),
    ]);

    /// The same and a row more.
    pub static MORE: Table = customer_rules::extend!(
        NOTES,
        adding: [customer_rules::field("third", &[Rule::Nullable])],
    );

    customer_rules::payload! {
        /// Notes.
        pub struct Notes<'n> of NOTES {
            /// The first.
            first: Required Words<'n> = "first",
            /// The second.
            second: Optional Inner<'n> = "second",
        }
    }

    customer_rules::members! {
        /// What is in the second.
        pub struct Inner<'n> {
            /// The text.
            inner: Optional Words<'n> = "inner",
        }
    }
}
