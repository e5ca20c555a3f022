//! Which language a locale means: CLDR's word, row for row.

use customer_rules::format::Language;
use serde_json::Value;

#[test]
fn locales_mean_what_cldr_says() {
    let rows = include_str!("../../data/locale.jsonl").lines();
    assert_eq!(rows.clone().count(), 80);
    for row in rows {
        let row: Value = serde_json::from_str(row).unwrap();
        let locale = row["locale"].as_str().unwrap();
        let language = Language::from_locale(locale).map(Language::as_str);
        assert_eq!(language, row["language"].as_str(), "{locale:?}");
    }
}
