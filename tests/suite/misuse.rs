//! Tables that are none, made at run time, where each is a panic instead of a compile
//! error: every message there is, and nothing in it of what was handed in.

use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;

use customer_rules::format::Count;
use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::payload::macro_support::{Member, Shape, assert_fits};
use customer_rules::rule::Alternatives;
use customer_rules::table::{Fallback, extended};
use customer_rules::{CrossRule, Field, Label, Rule, RuleSet, element, field};

use crate::checks::Constant;

const MARKER: &str = "Zq7vKJ";
const DOTTED: &str = "Zq7vKJ.zip";

const TEXT: &[Rule] = &[Rule::Required, Rule::String];
const LIST: &[Rule] = &[Rule::Nullable, Rule::Array];

/// A table made at run time lives as long as one of the compiler's.
fn rows(fields: impl Into<Vec<Field>>) -> &'static [Field] {
    Vec::leak(fields.into())
}

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

const LABEL: &Label = &Label::new();

type Misuse = (&'static str, fn());

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
const TOO_MANY: &str = "a table has at most 1,000,000 rows";
const REPLACING: &str = "a row that replaces another has its key";
const NO_ROWS: &str = "the table has rows";
const NO_OBJECT: &str = "a payload is an object";
const NO_MEMBER_OF_ROW: &str = "every row is a member of the payload, or `unsent`";
const NO_ROW_OF_MEMBER: &str = "every member of the payload has a row";
const MEMBER_KEYS: &str = "members have the keys of the rows, in their order";
const PRESENCE: &str =
    "a member is `Required` where its row is, or a row inside it, and `Optional` else";
const NOT_VOUCHED: &str = "the rules of a member's row make sure of its type";
const ELEMENT_REQUIRED: &str = "an element that is not an object is required";
const NO_COLLECTION: &str = "a collection's row has elements, and objects have members";

const MISUSES: &[Misuse] = &[
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
        // What is inside of elements has no place of its own.
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

/// Whatever it is, there is none if making it panics.
fn make<T>(_: T) {}

/// What a panic says.
fn panic_of(misuse: impl FnOnce() + UnwindSafe) -> Option<String> {
    let payload = catch_unwind(misuse).err()?;
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned())
}

#[test]
fn every_misuse_is_a_panic_that_repeats_nothing() {
    for (position, (message, misuse)) in MISUSES.iter().enumerate() {
        let said = panic_of(*misuse);
        assert_eq!(said.as_deref(), Some(*message), "misuse {position}");
    }
}

/// What looks like a misuse and is none.
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

/// The messages of a source file's assertions, those of its tests apart.
fn messages(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines().map(str::trim_start);
    let code: String = lines.filter(|line| !line.starts_with("//")).collect();
    let calls = [
        "panic!(",
        "assert!(",
        "unreachable!(",
        "assert_eq!(",
        ".expect(",
    ];
    let mut found = Vec::new();
    for call in calls {
        for after in code.split(call).skip(1) {
            let arguments = after.split(");").next().unwrap_or_default();
            let message = match call {
                "panic!(" => arguments.split('"').nth(1),
                _ => arguments
                    .trim_end_matches([',', ' ', ')'])
                    .rsplit('"')
                    .nth(1),
            };
            found.push(message.unwrap_or(after).to_owned());
        }
    }
    found
}

fn source_files(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let (folders, files): (Vec<_>, Vec<_>) = entries.partition(|path| path.is_dir());
    let below = folders.iter().flat_map(|folder| source_files(folder));
    files.into_iter().chain(below).collect()
}

#[test]
fn no_panic_is_left_out() {
    let known: Vec<&str> = MISUSES.iter().map(|(message, _)| *message).collect();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut count = 0;
    for file in source_files(&folder) {
        for message in messages(&std::fs::read_to_string(&file).unwrap()) {
            assert!(
                known.contains(&message.as_str()),
                "{}: {message}",
                file.display()
            );
            count += 1;
        }
    }
    assert!(count >= 17, "{count}");
}
