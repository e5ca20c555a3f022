//! Lists and maps in typed payloads.

use customer_rules::front_payment::CorporateCustomer;
use customer_rules::violation::Segment;

use crate::support::verdicts::CORPORATE;

#[test]
fn a_collection_counts_and_names_its_elements() {
    let with = |contacts: serde_json::Value| {
        let mut body: serde_json::Value = serde_json::from_str(CORPORATE).unwrap();
        body["additionalContact"] = contacts;
        CorporateCustomer::from_json(&body.to_string())
            .unwrap()
            .into_owned()
    };
    let cases = [
        (serde_json::json!([{}]), vec![Segment::Index(0)]),
        (
            serde_json::json!([{}, null]),
            vec![Segment::Index(0), Segment::Index(1)],
        ),
        (
            serde_json::json!({"boss": {}, "aide": {}}),
            vec![Segment::Key("boss"), Segment::Key("aide")],
        ),
    ];
    for (contacts, keys) in cases {
        let customer = with(contacts);
        let contacts = customer.additional_contact().unwrap();
        let mut found: Vec<_> = contacts.iter().map(|(key, _)| key).collect();
        let mut keys = keys;
        // serde_json may put them into another order.
        found.sort_unstable();
        keys.sort_unstable();
        assert_eq!(found, keys);
        assert_eq!((contacts.len(), contacts.is_empty()), (keys.len(), false));
    }
    let customer = with(serde_json::json!([]));
    let contacts = customer.additional_contact().unwrap();
    assert_eq!((contacts.len(), contacts.is_empty()), (0, true));
}
