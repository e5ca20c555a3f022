//! The rulebook: `rules.md` is what the tables say.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use customer_rules::Rule::{Array, Nullable, String};
use customer_rules::rulebook::Rulebook;
use customer_rules::table::{Decision, Fallback, Source};
use customer_rules::{CrossRule, Field, RULE_SETS, RuleSet, element, field};

use crate::support::tables::{EVERY_SHAPE, GRID, LINES};

#[path = "../../../examples/rulebook.rs"]
#[expect(dead_code, reason = "its main is for the example")]
mod example;

#[test]
fn rules_md_is_fresh() {
    let fresh = example::rules_md();
    let kept = include_str!("../../../rules.md");
    let mut difference = std::string::String::new();
    for line in kept
        .lines()
        .filter(|line| !fresh.lines().any(|other| other == *line))
    {
        writeln!(difference, "- {line}").unwrap();
    }
    for line in fresh
        .lines()
        .filter(|line| !kept.lines().any(|other| other == *line))
    {
        writeln!(difference, "+ {line}").unwrap();
    }
    assert!(
        fresh == kept,
        "rules.md is stale:\n{difference}\nmend it with\n\n    cargo run --example rulebook > rules.md\n"
    );
}

#[test]
fn every_row_has_a_sentence_and_a_source_that_exists() {
    for rules in RULE_SETS {
        let numbers: BTreeSet<u8> = rules.decisions().iter().map(Decision::number).collect();
        let mut named = BTreeSet::new();
        for row in rules.rows() {
            let field = row.field();
            assert!(field.get_about().ends_with('.'), "{row} has no sentence");
            assert!(!field.get_sources().is_empty(), "{row} has no source");
            for source in field.get_sources() {
                if let Source::Decision(number) = source {
                    assert!(numbers.contains(number), "{row} names decision {number}");
                    named.insert(*number);
                }
            }
        }
        assert!(rules.name().ends_with("credentials") || !named.is_empty());
        for (number, decision) in (1..).zip(rules.decisions()) {
            assert_eq!(decision.number(), number);
            assert!(decision.text().ends_with('.') && decision.reason().ends_with('.'));
        }
    }
}

#[test]
fn the_rulebook_tells_what_is_sent() {
    static FILLED: RuleSet = RuleSet::new(&[field("name", &[Nullable, String])])
        .falling_back(&[Fallback::new("name", "-", &["name"])]);
    static NULLED: RuleSet =
        RuleSet::new(&[field("name", &[Nullable, String])]).sending_absent_as_null();
    let heading = "\nWhat is sent:\n\n";
    let of = |rules: &'static RuleSet| Rulebook(rules).to_string();
    let filled = of(&FILLED);
    assert!(filled.ends_with(&format!(
        "{heading}- `name` is `-` if the document has none of `name`\n"
    )));
    let nulled = of(&NULLED);
    assert!(nulled.ends_with(&format!(
        "{heading}- a field that the document leaves out is sent as null\n"
    )));
    assert!(!of(&LINES).contains(heading));
}

#[test]
fn the_rulebook_tells_of_rules_across_the_fields_of_inner_objects() {
    const ONE: &[CrossRule] = &[CrossRule::RequiredOneOf(&[&[&["zip"]], &[&["city"]]])];
    static ADDRESS: &[Field] = &[field("zip", &[]), field("city", &[])];
    static TABLE: RuleSet = RuleSet::new(&[
        field("home", &[]).members(ADDRESS).across(ONE),
        field("work", &[Nullable, Array]).each(&[field("at", &[]).members(ADDRESS).across(ONE)]),
        field("others", &[Nullable, Array])
            .each_element(&element(&[]).members(ADDRESS).across(ONE)),
    ]);
    let book = Rulebook(&TABLE).to_string();
    let (_, across) = book.split_once("Across fields:\n\n").unwrap();
    let rule = ONE[0].to_string();
    let expected = ["home", "work.*.at", "others.*"]
        .map(|path| format!("- in `{path}`: {rule} (`required_one_of`)\n"));
    assert_eq!(across, expected.concat());
}

#[test]
fn the_rulebook_has_a_line_for_each_row() {
    for rules in RULE_SETS.iter().copied().chain([&EVERY_SHAPE, &GRID]) {
        let book = Rulebook(rules).to_string();
        let lines = book.lines().take_while(|line| line.starts_with('|'));
        let rows = lines.skip(2).filter_map(|line| line.split('`').nth(1));
        let expected: Vec<std::string::String> = rules.rows().map(|row| row.to_string()).collect();
        assert_eq!(rows.collect::<Vec<_>>(), expected);
    }
}
