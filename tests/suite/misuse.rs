//! Tables that are none, made at run time, where each is a panic instead of a compile
//! error: every message there is, and nothing in it of what was handed in.

use std::panic::{UnwindSafe, catch_unwind};
use std::path::Path;

use customer_rules::front_payment::PRIVATE_CUSTOMER;
use customer_rules::{Alternatives, CrossRule, Fallback, Field, Rule, RuleSet, element, field};

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

type Misuse = (&'static str, fn());

const KEY: &str = "a key is not empty and has no '.' or '*' in it";
const FIRST: &str = "the first rule is Required or Nullable";
const ONCE: &str = "a row is Required or Nullable, and once";
const ORDER: &str = "rules stand in order: presence, type, format, maximum";
const WORDS: &str = "OneOf names at least one word";
const CONTAINER: &str = "a row has members or elements, and once";
const MEMBERS: &str = "members are at least one";
const ELEMENT: &str = "the row of an element is made with `element`";
const ELEMENT_ROW: &str = "the row of an element stands in `each_element`";
const DESCRIBED: &str = "an Array, List or Object row says what is in it, with members or elements";
const TWICE: &str = "a key stands twice";
const NO_ROW: &str = "no row has the key";
const NO_FAULT: &str = "a rule across fields finds fault with at least one";
const NO_ALTERNATIVE: &str = "there is at least one alternative";
const NO_GROUP: &str = "an alternative has at least one group";
const NO_MEMBER: &str = "a group has at least one member";
const NO_PATH: &str = "a path names a row of its object";

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
    (NO_ROW, || make(PRIVATE_CUSTOMER.row(MARKER))),
    (NO_ROW, || make(PRIVATE_CUSTOMER.row(""))),
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
    assert_eq!(rules.row("zip").key(), "zip");
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
            let message = arguments
                .trim_end_matches([',', ' ', ')'])
                .rsplit('"')
                .nth(1);
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
