//! `rules.md` is what the tables say.

use std::fmt::Write as _;

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
fn every_decision_of_a_row_exists() {
    use customer_rules::front_payment::DECISIONS;
    use customer_rules::{Field, RULE_SETS, Source};
    fn walk(fields: &[Field], seen: &mut usize) {
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
                        DECISIONS
                            .iter()
                            .any(|decision| decision.number() == *number)
                    );
                    *seen += 1;
                }
            }
            walk(field.member_fields(), seen);
            walk(field.element_fields().unwrap_or_default(), seen);
        }
    }
    let mut seen = 0;
    for rules in RULE_SETS {
        walk(rules.fields(), &mut seen);
    }
    assert!(seen > 0);
}
