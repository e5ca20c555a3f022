//! Tables and violations read by a stranger, for a form, a schema, a log.

use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::rule::{Param, Params};
use customer_rules::rulebook::Rulebook;
use customer_rules::table::{Each, Kind, Source};
use customer_rules::{Code, RuleSet, Violations};
use customer_rules_outsider::{ORDER, TAKEN};
use serde_json::json;

/// A line for each row: where, what, and how.
fn outline(rules: &RuleSet) -> Vec<String> {
    let lines = rules.rows().map(|row| {
        let field = row.field();
        let kind = match field.kind() {
            Kind::Any => "any".to_owned(),
            Kind::Text => "text".to_owned(),
            Kind::Digits(count) => format!("{count:?}"),
            kind => format!("{kind:?}").to_lowercase(),
        };
        let marks = [
            (field.is_required(), " required"),
            (field.takes_numbers_as_text(), " number-as-text"),
            (
                matches!(field.get_each(), Some(Each::Members(_))),
                " of objects",
            ),
        ];
        let marks = marks.iter().filter(|(is_so, _)| *is_so);
        let marks: String = marks.map(|(_, mark)| *mark).collect();
        format!("{row}: {kind}{marks}")
    });
    lines.collect()
}

#[test]
fn a_whole_table_is_read_row_by_row() {
    assert_eq!(
        outline(&ORDER),
        [
            "email: email required",
            "reference: AtLeast(3) number-as-text",
            "address: object required",
            "address.street: text required",
            "address.floor: integer",
            "shoes: integer required",
            "lines: listormap required of objects",
            "lines.*.item: text required",
            "lines.*.count: integer",
            "topics: list",
            "topics.*: text required",
            "coupon: text",
            "captcha: text required",
        ]
    );
    let billing = PRIVATE_CUSTOMER
        .rows()
        .find(|row| row.to_string() == "addresses.billing");
    assert!(billing.unwrap().field().is_required());
}

#[test]
fn decisions_and_sources_of_ones_own_are_in_the_rulebook() {
    let email = ORDER.field("email");
    let named = Source::Named("terms of sale");
    assert_eq!(email.get_sources(), [named, Source::Decision(1)]);
    assert_eq!(
        ORDER.decisions()[0].reason(),
        "The terms of sale say \"address\" once."
    );
    let book = Rulebook(&ORDER).to_string();
    assert!(
        book.contains("| Who orders. | terms of sale, decision 1 |"),
        "{book}"
    );
    assert!(
        book.contains("- there is `reference` (`required_one_of`)"),
        "{book}"
    );
    assert!(book.contains("- required_with (`required_with`)"), "{book}");
}

fn violations(rules: &RuleSet, document: &serde_json::Value) -> Violations {
    rules.read(document).unwrap().violations()
}

#[test]
fn the_params_of_every_violation_can_be_read() {
    let document = json!({"email": "x", "reference": "12", "shoes": 3, "coupon": "C",
        "address": {"street": "S"}, "lines": [{"item": "Hat"}], "captcha": "x"});
    let mut violations = violations(&ORDER, &document);
    violations.insert(ORDER.at("captcha").unwrap().violation(&TAKEN));
    let mut read = Vec::new();
    for violation in &violations {
        read.push(match violation.params() {
            Params::None => violation.code().to_string(),
            Params::MinDigits(count) => format!("at least {count}"),
            Params::Custom(statement) => {
                let params = statement.params().iter().map(|(name, param)| match param {
                    Param::Int(int) => format!("{name} {int}"),
                    Param::Text(text) => format!("{name} {text}"),
                    other => panic!("{other:?}"),
                });
                let params: Vec<String> = params.collect();
                format!("{} {params:?} {}", statement.code(), statement.message())
            }
            other => panic!("{other:?}"),
        });
    }
    assert_eq!(
        read,
        [
            "email",
            "at least 3",
            r#"multiple_of ["multiple_of 2", "unit pair"] The {attribute} must be even."#,
            "already_registered [] The {attribute} is already registered.",
            "required_with [] The {attribute} field is required.",
        ]
    );
}

#[test]
fn a_rule_that_wants_one_field_of_one_says_that_it_is_required() {
    let document = json!({"email": "a@b", "shoes": 2, "address": {"street": "S"},
        "lines": [{"item": "Hat"}], "captcha": "x"});
    let violations = violations(&ORDER, &document);
    let [violation] = &violations.iter().collect::<Vec<_>>()[..] else {
        panic!("{violations:?}");
    };
    assert_eq!(violation.code(), Code::RequiredOneOf);
    assert_eq!(violation.to_string(), "The reference field is required.");
    let Params::RequiredOneOf(substitutes) = violation.params() else {
        panic!("{violation:?}");
    };
    assert_eq!(substitutes.member(), "reference");
    assert_eq!(substitutes.iter().count(), 0);
}

#[test]
fn the_path_of_a_violation_leads_back_to_its_field() {
    let document = json!({"additionalContact": {"a.b": {"email": "x"}}});
    let violations = violations(&CORPORATE_CUSTOMER, &document);
    let path = violations.iter().last().unwrap().path();
    assert_eq!(path.to_string(), "additionalContact.a.b.email");
    assert_eq!(path.row().to_string(), "additionalContact.*.email");
    let field = CORPORATE_CUSTOMER.at_path(path).unwrap();
    assert_eq!(field.field().unwrap().kind(), Kind::Email);
    assert_eq!(field.check_text("x").iter().next().unwrap().path(), path);
    assert!(field.check_text("kari@example.com").is_empty());
    assert_eq!(violations.under("additionalContact.a.b").count(), 1);
}

#[test]
fn a_group_is_checked_alone() {
    let address = ORDER.at("address").unwrap();
    let found = address.check_value(&json!({"floor": "two"})).unwrap();
    let messages: Vec<String> = found.iter().map(ToString::to_string).collect();
    assert_eq!(
        messages,
        [
            "The address.street field is required.",
            "The address.floor must be an integer.",
        ]
    );
    let line = ORDER.at("lines.3").unwrap();
    assert!(line.field().is_none());
    let found = line.check_json(br#"{"count": 1.5}"#).unwrap();
    let paths: Vec<String> = found.iter().map(|v| v.path().to_string()).collect();
    assert_eq!(paths, ["lines.3.item", "lines.3.count"]);
}
