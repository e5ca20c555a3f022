//! Phone numbers that can exist, against the recorded verdicts of libphonenumber.

use customer_rules::format::ValidPhoneNumber;
use serde_json::Value;

#[test]
fn recorded_verdicts() {
    let rows: Vec<Value> = include_str!("../../data/phone.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(rows.len(), 600);
    for row in rows {
        let number = ValidPhoneNumber::parse(row["value"].as_str().unwrap());
        assert_eq!(number.is_some(), row["valid"], "{row}");
    }
}
