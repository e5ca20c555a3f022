//! The example `format`, one value at a time and by the line.

use serde_json::{Value, json};

use crate::support::examples::run;

/// The exit code and what is printed, errors included.
fn format(arguments: &[&str], input: &str) -> (i32, String) {
    let (code, out, errors) = run("format", arguments, input.as_bytes());
    (code, out + &errors)
}

fn answers(questions: impl Iterator<Item = Value>) -> Vec<Value> {
    let lines: Vec<String> = questions.map(|question| question.to_string()).collect();
    let input = lines.join("\n");
    let (code, out) = format(&["--ndjson"], &input);
    assert_eq!(code, 0, "{out}");
    out.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

#[test]
fn one_value() {
    for (arguments, code, printed) in [
        (&["dk.cvr", "DK 13 58 56 28"][..], 0, "valid: 13585628\n"),
        (&["dk.cvr", "13585627"], 1, "not valid\n"),
        (&["person_text", "--"], 1, "not valid\n"),
        (
            &["--country", "NO", "postal_code", "4313"],
            0,
            "valid: 4313\n",
        ),
        (
            &["--country", "SE", "postal_code", "4313"],
            1,
            "not valid\n",
        ),
        (
            &["--today", "2035-12-31", "dk.cpr", "010136-4285"],
            1,
            "not valid\n",
        ),
        (
            &["--today", "2036-01-01", "dk.cpr", "010136-4285"],
            0,
            "valid: 0101364285\n",
        ),
        (
            &["postal_code", "4313"],
            2,
            "a postal code needs a country\n",
        ),
        (
            &["--country", "no", "postal_code", "1"],
            2,
            "the country is not a code such as NO\n",
        ),
        (
            &["--today", "2026", "dk.cpr", "1"],
            2,
            "today is not a date such as 2026-01-31\n",
        ),
    ] {
        assert_eq!(
            format(arguments, ""),
            (code, printed.into()),
            "{arguments:?}"
        );
    }
}

#[test]
fn usage() {
    for arguments in [
        &["dk.cvr"][..],
        &["dk.cvr", "1", "2"],
        &["--today", "2026-01-31"],
        &["--ndjson", "dk.cvr"],
        &["--nonsense"],
        &["dk.nonsense", "1"],
    ] {
        let (code, printed) = format(arguments, "");
        assert_eq!(code, 2, "{arguments:?}");
        assert!(!printed.is_empty(), "{arguments:?}");
    }
    let (code, printed) = format(&["--help"], "");
    assert_eq!((code, printed.contains("--ndjson")), (0, true));
}

#[test]
fn every_format_that_is_named_answers() {
    let (code, names) = format(&[], "");
    assert_eq!(code, 0);
    let names: Vec<&str> = names
        .lines()
        .map(|line| line.split(' ').next().unwrap())
        .collect();
    assert_eq!(names.len(), 21);
    let question = |name: &&str| json!({"format": name, "value": "?", "country": "NO"});
    for (name, answer) in names.iter().zip(answers(names.iter().map(question))) {
        if *name == "phone" && cfg!(not(feature = "phone")) {
            assert!(answer["error"].is_string());
        } else {
            assert_eq!(answer, json!({"valid": false, "canonical": null}), "{name}");
        }
    }
}

#[test]
fn whole_lists() {
    let rows: Vec<Value> = include_str!("../../data/national_numbers.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let question = |row: &Value| {
        let format = match (
            row["country"].as_str().unwrap(),
            row["kind"].as_str().unwrap(),
        ) {
            ("NO", "orgnr") => "no.organization_number",
            ("SE", "orgnr") => "se.organization_number",
            (_, "mva") => "no.vat_number",
            (_, "personnummer") => "se.personal_number",
            (_, "samordningsnummer") => "se.coordination_number",
            (_, "cvr") => "dk.cvr",
            (_, "cpr") => "dk.cpr",
            (_, "ytunnus") => "fi.business_id",
            (_, "hetu") => "fi.personal_identity_code",
            other => panic!("{other:?}"),
        };
        json!({"format": format, "value": row["value"]})
    };
    let answers = answers(rows.iter().map(question));
    assert_eq!(answers.len(), 800);
    for (row, answer) in rows.iter().zip(answers) {
        let expected = json!({"valid": row["valid"], "canonical": row["canonical"]});
        assert_eq!(answer, expected, "{row}");
    }
}

#[test]
fn a_line_that_asks_nothing_is_answered_without_its_values() {
    let input =
        "\n[]\n{\"format\":\"dk.cvr\",\"value\":4711}\n{\"format\":\"4711\",\"value\":\"\"}";
    let (code, out) = format(&["--ndjson"], input);
    assert_eq!((code, out.lines().count()), (0, 4));
    assert!(
        out.lines().all(|line| line.starts_with("{\"error\":")),
        "{out}"
    );
    assert!(!out.contains("4711"), "{out}");
}
