//! Numbers of persons and organisations, against the verdicts of other libraries.

use customer_rules::format::{denmark, finland, norway, sweden};
use serde_json::Value;

fn rows(text: &str) -> Vec<Value> {
    text.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

/// The canonical form of the value, if it is of the format.
macro_rules! canonical {
    ($format:ty, $value:expr) => {
        <$format>::parse($value).map(|number| String::from(number.as_str()))
    };
}

fn canonical(country: &str, kind: &str, value: &str) -> Option<String> {
    match (country, kind) {
        ("NO", "orgnr") => canonical!(norway::OrganizationNumber<'_>, value),
        ("NO", "mva") => canonical!(norway::VatNumber<'_>, value),
        ("SE", "orgnr") => canonical!(sweden::OrganizationNumber<'_>, value),
        ("SE", "personnummer") => canonical!(sweden::PersonalIdentityNumber<'_>, value),
        ("SE", "samordningsnummer") => canonical!(sweden::CoordinationNumber<'_>, value),
        ("DK", "cvr") => canonical!(denmark::CvrNumber<'_>, value),
        ("DK", "cpr") => canonical!(denmark::CprNumber<'_>, value),
        ("FI", "ytunnus") => canonical!(finland::BusinessId<'_>, value),
        ("FI", "hetu") => canonical!(finland::PersonalIdentityCode<'_>, value),
        other => panic!("{other:?}"),
    }
}

#[test]
fn numbers_of_four_countries() {
    let rows = rows(include_str!("../data/national_numbers.jsonl"));
    assert_eq!(rows.len(), 800);
    for row in rows {
        let text = |key: &str| row[key].as_str().unwrap();
        let canonical = canonical(text("country"), text("kind"), text("value"));
        assert_eq!(canonical.is_some(), row["valid"], "{row}");
        assert_eq!(canonical.as_deref(), row["canonical"].as_str(), "{row}");
    }
}

#[test]
fn norwegian_organization_numbers() {
    let rows = rows(include_str!("../data/organization_number.jsonl"));
    assert_eq!(rows.len(), 400);
    for row in rows {
        let canonical = canonical("NO", "orgnr", row["value"].as_str().unwrap());
        assert_eq!(canonical.is_some(), row["valid"], "{row}");
    }
}

#[test]
fn norwegian_national_identity_numbers() {
    use norway::NationalIdentityNumber;
    let rows = rows(include_str!("../data/national_id.jsonl"));
    assert_eq!(rows.len(), 896);
    for row in rows {
        let value = row["value"].as_str().unwrap();
        let number = NationalIdentityNumber::parse_with_synthetic(value);
        assert_eq!(number.is_some(), row["valid"], "{row}");
        // Every valid row is synthetic.
        assert_eq!(NationalIdentityNumber::parse(value), None, "{row}");
    }
}

#[test]
fn a_canonical_form_is_its_own() {
    for row in rows(include_str!("../data/national_numbers.jsonl")) {
        let Some(form) = row["canonical"].as_str() else {
            continue;
        };
        let text = |key: &str| row[key].as_str().unwrap();
        let again = canonical(text("country"), text("kind"), form);
        assert_eq!(again.as_deref(), Some(form), "{row}");
    }
}
