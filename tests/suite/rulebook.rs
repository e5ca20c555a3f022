//! `rules.md` is what the tables say.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::slice;

use customer_rules::{Decision, Field, RULE_SETS, Source};

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
    fn walk(fields: &[Field], decisions: &[Decision], named: &mut BTreeSet<u8>) {
        for field in fields {
            assert!(
                field.meaning().ends_with('.'),
                "{} has no sentence",
                field.key()
            );
            assert!(
                !field.authority().is_empty(),
                "{} has no source",
                field.key()
            );
            for source in field.authority() {
                if let Source::Decision(number) = source {
                    assert!(
                        decisions
                            .iter()
                            .any(|decision| decision.number() == *number)
                    );
                    named.insert(*number);
                }
            }
            walk(field.member_fields(), decisions, named);
            walk(field.element_fields().unwrap_or_default(), decisions, named);
            walk(
                field.element_row().map_or(&[], slice::from_ref),
                decisions,
                named,
            );
        }
    }
    for rules in RULE_SETS {
        let mut named = BTreeSet::new();
        walk(rules.fields(), rules.decisions(), &mut named);
        assert!(rules.name().ends_with("credentials") || !named.is_empty());
        for (number, decision) in (1..).zip(rules.decisions()) {
            assert_eq!(decision.number(), number);
            assert!(decision.text().ends_with('.') && decision.reason().ends_with('.'));
        }
    }
}
