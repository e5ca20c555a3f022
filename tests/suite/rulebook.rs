//! `rules.md` is what the tables say.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use customer_rules::{
    RULE_SETS,
    table::{Decision, Source},
};

#[path = "../../examples/rulebook.rs"]
#[expect(dead_code, reason = "its main is for the example")]
mod example;

#[test]
fn rules_md_is_fresh() {
    let fresh = example::rules_md();
    let kept = include_str!("../../rules.md");
    let mut difference = String::new();
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
