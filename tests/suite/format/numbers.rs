//! Numbers of persons and organisations, against the verdicts of other libraries.

use customer_rules::format::{ShopEmail, denmark, finland, norway, sweden};
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
    let rows = rows(include_str!("../../data/national_numbers.jsonl"));
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
    let rows = rows(include_str!("../../data/organization_number.jsonl"));
    assert_eq!(rows.len(), 400);
    for row in rows {
        let canonical = canonical("NO", "orgnr", row["value"].as_str().unwrap());
        assert_eq!(canonical.is_some(), row["valid"], "{row}");
    }
}

#[test]
fn norwegian_national_identity_numbers() {
    use norway::NationalIdentityNumber;
    let rows = rows(include_str!("../../data/national_id.jsonl"));
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
    for row in rows(include_str!("../../data/national_numbers.jsonl")) {
        let Some(form) = row["canonical"].as_str() else {
            continue;
        };
        let text = |key: &str| row[key].as_str().unwrap();
        let again = canonical(text("country"), text("kind"), form);
        assert_eq!(again.as_deref(), Some(form), "{row}");
    }
}

/// What every type does: it hides in `Debug`, comes from a text, and is sent as one.
macro_rules! behaves {
    ($($format:ty, $typed:literal => $canonical:literal;)+) => {
        $({
            let parsed = <$format>::parse($typed).unwrap().into_owned();
            assert_eq!(parsed.as_str(), $canonical);
            assert_eq!($typed.parse().as_ref(), Ok(&parsed));
            assert_eq!(serde_json::to_value(&parsed).unwrap(), $canonical);
            let name = stringify!($format).rsplit(' ').next().unwrap();
            let name = name.rsplit("::").next().unwrap().trim_end_matches("<'static>");
            assert_eq!(format!("{parsed:?}"), format!("{name}(***)"));
            let refused = "4711?".parse::<$format>().unwrap_err();
            assert!(!format!("{refused} {refused:?}").contains("4711"), "{name}");
        })+
    };
}

#[test]
fn every_format_hides_and_is_sent_in_its_canonical_form() {
    behaves! {
        norway::NationalIdentityNumber<'static>, "010170 50393" => "01017050393";
        norway::OrganizationNumber<'static>, "974 760 673" => "974760673";
        norway::VatNumber<'static>, "NO974760673mva" => "974760673MVA";
        sweden::PersonalIdentityNumber<'static>, "8112189876" => "811218-9876";
        sweden::CoordinationNumber<'static>, "7010632391" => "701063-2391";
        sweden::OrganizationNumber<'static>, "202100-5489" => "2021005489";
        denmark::CprNumber<'static>, "070761-4285" => "0707614285";
        denmark::CvrNumber<'static>, "DK13585628" => "13585628";
        finland::PersonalIdentityCode<'static>, "131052-308t" => "131052-308T";
        finland::BusinessId<'static>, "0112038-9" => "01120389";
        ShopEmail<'static>, "kari@Example.no" => "kari@example.no";
    }
}
