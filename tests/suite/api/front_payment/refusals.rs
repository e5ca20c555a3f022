//! Refused payloads: from the API's sentences back to the fields.

use customer_rules::front_payment::{
    Answer, ApiError, CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, Refused, Unplaced, envelope,
    parse_update,
};
use customer_rules::{Code, Rule, RuleSet, Violations, field, format::Language};
use serde_json::{Value, json};

#[track_caller]
fn parse(rules: &RuleSet, body: &str) -> Refused {
    match parse_update(rules, 417, body.as_bytes()) {
        Err(ApiError::Refused(refused)) => refused,
        other => panic!("{other:?}"),
    }
}

/// What is made of a body with these errors.
#[track_caller]
fn refused(rules: &RuleSet, errors: &Value) -> Refused {
    parse(rules, &json!({"errors": errors}).to_string())
}

/// The table whose refusal was recorded.
static ORDER: RuleSet = RuleSet::new(&[field("customerDetails", &[]).members(&[
    field("email", &[Rule::Required, Rule::Email]),
    field(
        "preferredLanguage",
        &[Rule::Required, Rule::OneOf(Language::CODES)],
    ),
])]);

#[test]
fn the_recorded_refusal_goes_back_on_its_fields() {
    let rejection = ORDER
        .check_json(br#"{"customerDetails": {"email": "kari@"}}"#)
        .unwrap_err();
    let violations = rejection.violations().unwrap();

    let recorded = include_str!("../../../data/responses/refused.json");
    // To the letter, but for the line break that it was noted down with.
    let body = serde_json::to_string(&envelope::refused(violations)).unwrap();
    assert_eq!(body, recorded.replace("\n ", "").trim());

    let refused = parse(&ORDER, recorded);
    assert_eq!(refused.violations(), violations);
    assert!(refused.unplaced().is_empty());

    // Along another table they are nobody's, and kept.
    let refused = parse(&PRIVATE_CUSTOMER, recorded);
    assert!(refused.violations().is_empty());
    let sentences: Vec<_> = refused.unplaced().iter().map(Unplaced::sentence).collect();
    assert_eq!(
        sentences,
        [
            "The customer details.email must be a valid email address.",
            "The customer details.preferred language field is required."
        ]
    );
}

#[test]
fn errors_of_any_make() {
    let sentence = "The email field is required.";
    let custom = "This one is on hold.";
    // What `errors` is, how many violations, and the sentences left over.
    let cases = [
        (json!([sentence, custom]), 1, vec![(None, custom)]),
        (
            json!({"email": [sentence, custom]}),
            1,
            vec![(Some("email"), custom)],
        ),
        (
            json!({"email": sentence, "name": custom}),
            1,
            vec![(Some("name"), custom)],
        ),
        (json!({"x": [sentence]}), 1, vec![]),
        (json!("Array"), 0, vec![(None, "Array")]),
        (
            json!([sentence, 5, null, [sentence], {"email": sentence}]),
            1,
            vec![],
        ),
        (json!({"email": {"deep": [sentence]}, "name": 5}), 0, vec![]),
        (json!(null), 0, vec![]),
        (json!(5), 0, vec![]),
        (json!(1.5), 0, vec![]),
        (json!({"name": 1.5}), 0, vec![]),
        (json!([1.5, -5, sentence]), 1, vec![]),
        (json!([]), 0, vec![]),
        (json!({}), 0, vec![]),
    ];
    for (errors, violations, unplaced) in cases {
        let refused = refused(&PRIVATE_CUSTOMER, &errors);
        assert_eq!(refused.violations().len(), violations, "{errors}");
        let left: Vec<_> = refused
            .unplaced()
            .iter()
            .map(|u| (u.field(), u.sentence()))
            .collect();
        assert_eq!(left, unplaced, "{errors}");
    }
    let silent = parse(&PRIVATE_CUSTOMER, "{}");
    assert!(silent.violations().is_empty() && silent.unplaced().is_empty());
    assert_eq!(silent.to_string(), "the payload is refused (status 417)");
}

#[test]
fn sentences_fit_whole_or_not_at_all() {
    let near = [
        "",
        "The email field is required",
        "the email field is required.",
        " The email field is required.",
        "The email field is required. ",
        "The  field is required.",
        "The preferredLanguage field is required.",
        "The additionalContact.0 must be a string.",
        "The additionalContact.email must be a valid email address.",
        "The additionalContact.0.email must be a string.",
        "The additionalContact.0.zip must be a string.",
        "The additional contact.0.email must be a valid email address.",
        "The additionalContact.must be a string.",
    ];
    let refused = refused(&CORPORATE_CUSTOMER, &json!(near));
    assert_eq!(refused.violations(), &Violations::default());
    assert_eq!(refused.unplaced().len(), near.len());
}

#[test]
fn a_refusal_in_laravel_10s_words_finds_its_fields() {
    let errors = json!([
        "The name field must be a string.",
        "The email field must be a valid email address.",
        "The selected preferred language is invalid.",
        "The organization id field format is invalid.",
        "The additionalContact.0.country code field must be a string.",
        "The additionalContact.0.countryCode field must be a string.",
        "The additional contact.post.no.email field must be a valid email address.",
        "The additional contact.post.no.email must be a valid email address.",
    ]);
    let refused = refused(&CORPORATE_CUSTOMER, &errors);
    let found: Vec<_> = refused
        .violations()
        .iter()
        .map(|v| (v.path().pointer().to_string(), v.code()))
        .collect();
    let email = ("/additionalContact/post.no/email".to_owned(), Code::Email);
    assert_eq!(
        found,
        [
            ("/name".to_owned(), Code::String),
            ("/email".to_owned(), Code::Email),
            ("/preferredLanguage".to_owned(), Code::OneOf),
            ("/organizationId".to_owned(), Code::Digits),
            ("/additionalContact/0/countryCode".to_owned(), Code::String),
            email.clone(),
            email,
        ]
    );
    let left: Vec<_> = refused.unplaced().iter().map(Unplaced::sentence).collect();
    assert_eq!(left, [errors[4].as_str().unwrap()]);
    // The violation is as a check gives it, whatever the words that it came in.
    let mut again = refused.violations().iter().map(|v| v.message().to_string());
    assert_eq!(
        again.next_back(),
        Some("The additionalContact.post.no.email must be a valid email address.".to_owned())
    );
}

#[test]
fn the_violations_stand_in_the_tables_order() {
    let errors = json!({
        "additionalContact.1.email": ["The additionalContact.1.email must be a valid email address."],
        "additionalContact.1.name": ["The additionalContact.1.name must be a string."],
        "addresses": ["The addresses field is required."],
        "name": ["The name field is required."],
    });
    let refused = refused(&CORPORATE_CUSTOMER, &errors);
    let paths: Vec<_> = refused
        .violations()
        .iter()
        .map(|v| v.path().to_string())
        .collect();
    assert_eq!(
        paths,
        [
            "name",
            "addresses",
            "additionalContact.1.name",
            "additionalContact.1.email"
        ]
    );
}

#[test]
fn a_hundred_thousand_sentences() {
    let contact = |i| format!("The additionalContact.{i}.email must be a valid email address.");
    let placed: Vec<String> = (0..100_000).map(contact).collect();
    let foreign: Vec<String> = (0..100_000)
        .map(|i| format!("The {i} is on hold."))
        .collect();
    let kept = |errors: &[String]| {
        let refused = refused(&CORPORATE_CUSTOMER, &json!(errors));
        (
            refused.violations().len(),
            refused.violations().truncated(),
            refused.unplaced().len(),
            refused.truncated(),
        )
    };
    let limit = RuleSet::DEFAULT_LIMIT;
    assert_eq!(kept(&placed), (limit, true, 0, true));
    assert_eq!(kept(&foreign), (0, false, limit, true));
    // At the limit and around it, whichever sort comes first.
    for count in [limit - 1, limit, limit + 1] {
        let (placed, foreign) = (&placed[..count], &foreign[..count]);
        let (most, is_more) = (count.min(limit), count > limit);
        assert_eq!(kept(placed), (most, is_more, 0, is_more));
        assert_eq!(kept(foreign), (0, false, most, is_more));
        for both in [[placed, foreign], [foreign, placed]] {
            assert_eq!(kept(&both.concat()), (most, is_more, most, is_more));
        }
    }
    assert_eq!(
        kept(&[placed.clone(), foreign].concat()),
        (limit, true, limit, true)
    );
    // One sentence as long as a body can be.
    let long = [contact(0).replace('0', &"0.".repeat(1_000_000))];
    assert_eq!(kept(&long), (1, false, 0, false));
}

#[test]
fn errors_show_numbers_and_paths_only() {
    let email = "The email must be a valid email address.";
    let errors = json!([email, "Kari Nordmann is on hold.", "Kari owes 5."]);
    let refused = refused(&PRIVATE_CUSTOMER, &errors);
    let shown = format!("{refused:?}");
    assert!(!shown.contains("Kari"), "{shown}");
    assert!(shown.contains("unplaced: 2"), "{shown}");
    assert_eq!(format!("{:?}", refused.unplaced()[0]), "Unplaced(***)");
    assert_eq!(
        refused.to_string(),
        format!("{email} (and 2 sentences that are no rule's)")
    );
    let answer: Answer = refused.answer();
    assert_eq!(answer.to_string(), "status 417");
    // The body's status is told where it is another.
    for (status, told) in [(418, "status 418"), (500, "status 418, 500 in the body")] {
        let body = json!({"status_code": status}).to_string();
        let error = parse_update(&PRIVATE_CUSTOMER, 418, body.as_bytes()).unwrap_err();
        assert_eq!(error.answer().to_string(), told);
    }
    let error = parse_update(&PRIVATE_CUSTOMER, 418, b"Kari Nordmann").unwrap_err();
    assert_eq!(
        error.to_string(),
        "an unexpected response of 13 bytes (status 418)"
    );
    assert_eq!(
        format!("{error:?}"),
        "Unexpected(Answer { status: 418, envelope_status: None, length: 13 })"
    );
}
