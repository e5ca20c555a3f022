//! What is said to the person at the form.

use std::collections::BTreeSet;

use customer_rules::format::Language;
use customer_rules::message::Wording;
use customer_rules::rule::{Param, Statement};
use customer_rules::table::{Noun, Row};
use customer_rules::{Code, RULE_SETS, RuleSet, Violation, Violations};
use proptest::prelude::*;

use crate::support::documents::{any_document, mark, rule_sets};

#[path = "../../../examples/messages.rs"]
#[expect(dead_code, reason = "its main is for the example")]
mod example;

/// What a field without a label is called, as the object of a verb.
const FALLBACKS: [&str; 5] = ["the value", "verdien", "värdet", "værdien", "den Wert"];

#[test]
fn messages_md_is_fresh() {
    let fresh = example::messages_md();
    let kept = include_str!("../../../messages.md");
    let stale: Vec<_> = kept
        .lines()
        .filter(|line| !fresh.lines().any(|other| other == *line))
        .collect();
    assert!(
        fresh == kept,
        "messages.md is stale, such as\n{stale:#?}\nmend it with\n\n    cargo run --example messages > messages.md\n"
    );
}

#[test]
fn the_page_has_every_code_in_every_language() {
    let page = example::messages_md();
    let parts: Vec<_> = page.split("\n## ").skip(1).collect();
    assert_eq!(parts.len(), Language::ALL.len());
    for part in parts {
        let (ours, users) = part.split_once("### A user's table").unwrap();
        for code in Code::ALL {
            for table in [ours, users] {
                assert!(table.contains(&format!("| `{code}` | ")), "{code}\n{table}");
            }
        }
    }
}

#[test]
fn every_row_is_called_something_in_every_language() {
    for rules in RULE_SETS {
        for row in rules.rows() {
            let (name, field) = (rules.name(), row.field());
            for language in Language::ALL {
                let label = field.get_label().and_then(|label| label.get(*language));
                let noun = label.unwrap_or_else(|| panic!("{name}: {row} in {language:?}"));
                assert_is_noun(noun, *language);
                if field.get_each().is_some() {
                    let label = field
                        .get_each_label()
                        .and_then(|label| label.get(*language));
                    label.unwrap_or_else(|| panic!("{name}: elements of {row} in {language:?}"));
                }
                let labels = field.get_choice_labels();
                assert_eq!(
                    labels.len(),
                    field.choices().map_or(0, <[_]>::len),
                    "{name}: {row}"
                );
                assert!(
                    labels.iter().all(|label| label.get(*language).is_some()),
                    "{name}: {row}"
                );
            }
        }
    }
}

fn assert_is_noun(noun: Noun<'_>, language: Language) {
    for text in [noun.name(), noun.definite()] {
        assert_eq!(text, text.split_whitespace().collect::<Vec<_>>().join(" "));
        assert!(!text.is_empty() && !text.ends_with('.'), "{text}");
    }
    let article = noun.definite().split_once(' ').map(|(article, _)| article);
    match language {
        Language::English => assert_eq!(noun.definite(), format!("the {}", noun.name())),
        // Street and house number go without one.
        Language::German => assert!(
            article.is_some_and(|article| ["den", "die", "das", "Straße"].contains(&article)),
            "{noun:?}"
        ),
        _ => assert!(noun.name().starts_with(char::is_lowercase), "{noun:?}"),
    }
}

/// What is wrong with a sentence of any table, if something is.
fn fault_of(sentence: &str, violation: &Violation) -> Option<&'static str> {
    let path = violation.path().to_string();
    let start = sentence.chars().next();
    [
        (!start.is_some_and(char::is_uppercase), "no capital"),
        (!sentence.ends_with('.'), "no full stop"),
        (sentence.contains("  "), "two blanks"),
        (sentence.contains(['{', '}']), "a brace"),
        (sentence.contains('\n'), "a line break"),
        (path.contains('.') && sentence.contains(&path), "the path"),
        (
            sentence.contains(violation.path().row().to_string().as_str()) && path.contains('.'),
            "the row",
        ),
        (
            ["string", "array", "ISO 3166"]
                .iter()
                .any(|word| sentence.contains(word)),
            "jargon",
        ),
    ]
    .into_iter()
    .find_map(|(is_wrong, what)| is_wrong.then_some(what))
}

/// Violations in every language with their sentences.
fn said(violations: &Violations) -> Vec<(Language, String, &Violation)> {
    let languages = Language::ALL.iter();
    let said = languages.flat_map(|language| {
        let messages = violations.in_language(*language);
        messages
            .iter()
            .map(|m| (*language, m.to_string(), m.violation()))
            .collect::<Vec<_>>()
    });
    said.collect()
}

proptest! {
    #![proptest_config(crate::support::documents::cases())]

    #[test]
    fn every_sentence_is_one(
        (rules, document) in rule_sets().prop_flat_map(|rules| (Just(rules), any_document(rules))),
    ) {
        let violations = rules.read(&document).unwrap().violations();
        for (language, sentence, violation) in said(&violations) {
            // Keys of the document's own may have anything in them.
            let has_key = violation.path().row().to_string().contains('*');
            let fault = fault_of(&sentence, violation).filter(|_| !has_key);
            prop_assert_eq!(fault, None, "{:?}: {}", language, sentence);
            prop_assert!(!FALLBACKS.iter().any(|value| sentence.contains(value)), "{}", sentence);
        }
    }

    #[test]
    fn no_sentence_has_a_value(
        (rules, mut document) in rule_sets().prop_flat_map(|rules| (Just(rules), any_document(rules))),
    ) {
        const MARKER: &str = "Zq7vKJ";
        mark(&mut document, MARKER);
        let violations = rules.read(&document).unwrap().violations();
        for (_, sentence, _) in said(&violations) {
            prop_assert!(!sentence.contains(MARKER), "{}", sentence);
        }
        for language in Language::ALL {
            let messages = violations.in_language(*language);
            let shown = [
                serde_json::to_string(&messages).unwrap(),
                serde_json::to_string(&messages.list()).unwrap(),
                serde_json::to_string(&messages.nested()).unwrap(),
                serde_json::to_string(&messages.problem()).unwrap(),
                format!("{messages:?} {:?}", messages.problem()),
            ];
            prop_assert!(!shown.iter().any(|text| text.contains(MARKER)), "{:?}", shown);
        }
    }
}

#[test]
fn every_sentence_of_the_page_is_one() {
    let mut tables = BTreeSet::new();
    for (rules, body) in [
        (
            &example::CLUB,
            r#"{"members": [{}, {"nickname": "xx", "email": 5, "birthYear": "x"}], "unnamed": 5}"#,
        ),
        (&example::CLUB, "{}"),
        (&customer_rules::front_payment::PRIVATE_CUSTOMER, "{}"),
    ] {
        let violations = example::violations(rules, body);
        assert!(!violations.is_empty());
        for (language, sentence, violation) in said(&violations) {
            assert_eq!(
                fault_of(&sentence, violation),
                None,
                "{language:?}: {sentence}"
            );
        }
        tables.insert(rules.name());
    }
    assert_eq!(tables.len(), 2);
}

fn sentences(rules: &RuleSet, body: &str, words: &dyn Wording) -> Vec<String> {
    let violations = example::violations(rules, body);
    let messages = violations.in_wording(words);
    messages.iter().map(|message| message.to_string()).collect()
}

#[test]
fn elements_are_told_apart() {
    let body = r#"{"addresses": 5, "additionalContact": {"main": {"email": "x"}, "4": {"email": "x"},
        "a\u202e\u0000b": {"email": "x"}}}"#;
    let rules = &customer_rules::front_payment::CORPORATE_CUSTOMER;
    let violations = example::violations(rules, body);
    let names = |language| -> Vec<String> {
        let messages = violations.in_language(language);
        let names = messages
            .iter()
            .map(|message| message.field_name().to_string());
        names.filter(|name| name.contains(':')).collect()
    };
    assert_eq!(
        names(Language::Norwegian),
        [
            "Kontakt «main»: e-postadresse",
            "Kontakt 5: e-postadresse",
            "Kontakt «a\\u202e\\u0000b»: e-postadresse"
        ]
    );
    assert_eq!(names(Language::German)[0], "Kontakt „main“: E-Mail-Adresse");
    let last = violations
        .iter()
        .last()
        .unwrap()
        .in_language(Language::Swedish);
    assert_eq!(
        last.to_string(),
        "Kontakt ”a\\u202e\\u0000b”: Ange e-postadressen i formatet namn@example.com."
    );
}

/// One more language, and words of its own.
#[derive(Debug)]
struct Finnish;

impl Wording for Finnish {
    fn language(&self) -> Language {
        Language::English
    }

    fn label(&self, row: &Row) -> Option<Noun<'_>> {
        match row.to_string().as_str() {
            "members.*.nickname" => Some(Noun::new("lempinimi", "lempinimi")),
            "payBy" => Some(Noun::new("maksutapa", "maksutapa")),
            "card" => Some(Noun::new("kortti", "kortti")),
            "invoice" => Some(Noun::new("lasku", "lasku")),
            _ => None,
        }
    }

    fn element(&self, row: &Row) -> Option<&str> {
        row.is("members").then_some("jäsen")
    }

    fn choice(&self, row: &Row, word: &str) -> Option<&str> {
        assert!(row.is("payBy") || row.is("unnamed"));
        match word {
            "card" => Some("kortti"),
            "invoice" => Some("lasku"),
            _ => None,
        }
    }

    fn sentence(&self, violation: &Violation) -> Option<&str> {
        match violation.code() {
            Code::Required => Some("Anna {attribute}."),
            Code::OneOf => Some("{Attribute}: {one_of}{.}"),
            Code::MaxChars => Some("{Name} {name} {max_chars} {digits}"),
            Code::RequiredOneOf => Some("Anna {required_one_of}."),
            _ => None,
        }
    }

    fn or(&self) -> Option<&str> {
        Some(" tai ")
    }
}

#[test]
fn a_wording_says_what_it_wants_and_falls_back() {
    let body = r#"{"members": [{}, {"nickname": "xx", "email": "x"}], "payBy": "x", "terms": false, "unnamed": "x"}"#;
    assert_eq!(
        sentences(&example::CLUB, body, &Finnish),
        [
            // The language of the wording says it.
            "We could not read the value.",
            "We could not read the value.",
            "Jäsen 1: Anna lempinimi.",
            "Jäsen 2: Lempinimi lempinimi 1 {digits}",
            // The table has an English label.
            "Jäsen 2: Enter the work e-mail address in the form name@example.com.",
            "Jäsen 1: Anna the home country.",
            "Jäsen 2: Anna the home country.",
            "Maksutapa: kortti tai lasku{.}",
            // The rule says it, and the table what the field is called.
            "You must accept the terms of membership.",
            "The value: a, b tai c{.}",
            "Anna kortti tai lasku.",
            "Anna lasku tai kortti.",
        ]
    );
}

#[test]
fn a_rule_without_a_sentence_asks_to_check() {
    let body = r#"{"members": [{"nickname": "x", "birthYear": 1}]}"#;
    let last = |language: Language| {
        let violations = example::violations(&example::CLUB, body);
        let even = violations.iter().find(|v| v.code() == Code::Custom("even"));
        even.unwrap().in_language(language).to_string()
    };
    assert_eq!(
        last(Language::English),
        "Member 1: The year of birth must be even."
    );
    assert_eq!(last(Language::Danish), "Medlem 1: Kontrollér fødselsåret.");
}

#[test]
fn one_field_at_a_time_says_the_same() {
    let rules = &customer_rules::front_payment::CORPORATE_CUSTOMER;
    let said = |path: &str, text: &str| -> Vec<String> {
        let violations = rules.at(path).unwrap().check_text(text);
        let messages = violations.in_language(Language::Norwegian);
        messages.iter().map(|message| message.to_string()).collect()
    };
    let email = "Skriv inn e-postadressen slik: navn@example.com.";
    assert_eq!(said("email", "kari"), [email]);
    assert_eq!(
        said("additionalContact.2.email", "kari"),
        [format!("Kontakt 3: {email}")]
    );
    assert_eq!(
        said("additionalContact.main.email", "kari"),
        [format!("Kontakt «main»: {email}")]
    );
    assert_eq!(
        said("addresses.billing.country", "Norge"),
        ["Velg landet fra listen."]
    );
}

#[test]
fn what_the_user_states_is_said_where_it_is() {
    static TAKEN: Statement = Statement::new("taken", "The {attribute} is taken.")
        .with_params(&[
            ("limit", Param::Int(3)),
            ("words", Param::Words(&["a", "b"])),
        ])
        .with_plain_messages(&[(
            Language::Norwegian,
            "{Attribute} er i bruk ({limit}, {words}).",
        )]);
    let rules = &customer_rules::front_payment::CORPORATE_CUSTOMER;
    let cases = [
        (
            "email",
            "E-postadressen er i bruk (3, a, b).",
            "The e-mail address is taken.",
        ),
        (
            "additionalContact",
            "Kontaktene er i bruk (3, a, b).",
            "The contacts is taken.",
        ),
        (
            "additionalContact.0",
            "Kontakt 1: Kontakten er i bruk (3, a, b).",
            "Contact 1: The contact is taken.",
        ),
        (
            "additionalContact.0.name",
            "Kontakt 1: Navnet er i bruk (3, a, b).",
            "Contact 1: The name is taken.",
        ),
    ];
    for (path, norwegian, english) in cases {
        let violation = rules.at(path).unwrap().violation(&TAKEN);
        assert_eq!(
            violation.in_language(Language::Norwegian).to_string(),
            norwegian
        );
        assert_eq!(
            violation.in_language(Language::English).to_string(),
            english
        );
        let swedish = violation.in_language(Language::Swedish).to_string();
        assert!(swedish.contains("Kontrollera "), "{swedish}");
    }
    let names = |path: &str| {
        let violation = rules.at(path).unwrap().violation(&TAKEN);
        violation
            .in_language(Language::Danish)
            .field_name()
            .to_string()
    };
    assert_eq!(names("additionalContact"), "Kontakter");
    assert_eq!(names("additionalContact.0"), "Kontakt 1");
    assert_eq!(names("additionalContact.0.name"), "Kontakt 1: navn");
}
