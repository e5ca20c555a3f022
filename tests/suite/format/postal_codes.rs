//! Postal codes, against recorded verdicts and against the patterns they come from.

use customer_rules::format::{CountryCode, PostalCode};
use proptest::strategy::{Strategy, ValueTree};
use proptest::string::string_regex;
use proptest::test_runner::TestRunner;
use regex::Regex;
use serde_json::Value;

fn is_code(country: &str, text: &str) -> bool {
    PostalCode::parse(CountryCode::for_alpha2(country).unwrap(), text).is_some()
}

/// The countries of the source, and their patterns if they have one.
fn source() -> Vec<(String, Option<String>)> {
    let source: Value =
        serde_json::from_str(include_str!("../../data/postal_patterns.json")).unwrap();
    let pattern = |entry: &Value| entry["zip"].as_str().map(String::from);
    let countries = source.as_object().unwrap().iter();
    countries
        .map(|(country, entry)| (country.clone(), pattern(entry)))
        .collect()
}

#[test]
fn recorded_verdicts() {
    let rows: Vec<Value> = include_str!("../../data/postal_code.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), 250);
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap();
        assert_eq!(
            is_code(text("country"), text("value")),
            row["valid"],
            "{row}"
        );
    }
}

#[test]
fn all_249_countries() {
    let source = source();
    assert_eq!(source.len(), 249);
    assert_eq!(
        source
            .iter()
            .filter(|(_, pattern)| pattern.is_some())
            .count(),
        178
    );
    for (country, pattern) in source {
        // No pattern takes this text, and no country without one refuses it.
        assert_eq!(is_code(&country, "?"), pattern.is_none(), "{country}");
    }
}

/// What a pattern makes, and what is left of it after a slip of the pen, as the pattern's
/// own regular expression sees it.
#[test]
fn the_patterns_of_the_source() {
    let mut runner = TestRunner::deterministic();
    for (country, pattern) in source() {
        let Some(pattern) = pattern else { continue };
        let whole = Regex::new(&format!(r"\A(?-u:{pattern})\z")).unwrap();
        // An anchor makes no text.
        let makes = pattern.replace(r"(?:^|\b)", "").replace(r"(?:$|\b)", "");
        let made = string_regex(&makes.replace(r"\d", "[0-9]")).unwrap();
        for _ in 0..40 {
            let text = made.new_tree(&mut runner).unwrap().current();
            assert!(is_code(&country, &text), "{country} {text:?}");
            for slip in slips(&text) {
                assert_eq!(
                    is_code(&country, &slip),
                    whole.is_match(&slip),
                    "{country} {slip:?}"
                );
            }
        }
    }
}

/// The text with one character left out, or typed twice, or another in its place.
fn slips(text: &str) -> impl Iterator<Item = String> {
    text.char_indices().flat_map(move |(at, character)| {
        let (before, after) = (&text[..at], &text[at + character.len_utf8()..]);
        [String::new(), format!("{character}{character}")]
            .into_iter()
            .chain("05AS- é".chars().map(String::from))
            .map(move |middle| format!("{before}{middle}{after}"))
    })
}

#[test]
fn the_areas_of_great_britain() {
    let (_, pattern) = source()
        .into_iter()
        .find(|(country, _)| country == "GB")
        .unwrap();
    let whole = Regex::new(&format!(r"\A(?-u:{})\z", pattern.unwrap())).unwrap();
    let letters = || ('A'..='Z').map(Some);
    for first in letters().flatten() {
        for second in letters().chain([None]) {
            let area: String = [Some(first), second].into_iter().flatten().collect();
            for code in [format!("{area}1 1AA"), format!("{area}1A 1AA"), area] {
                assert_eq!(is_code("GB", &code), whole.is_match(&code), "{code}");
            }
        }
    }
}
