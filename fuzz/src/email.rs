//! Any text as an e-mail address.

use customer_rules::format::Email;
use customer_rules::{Rule, RuleSet, field};
use serde_json::json;

static ROW: RuleSet = RuleSet::new(&[field("email", &[Rule::Required, Rule::Email])]);

/// Takes a text for an e-mail address.
///
/// # Panics
///
/// If it is an address to one part of the crate and none to another, changes on
/// its way, or is shown.
pub fn email(data: &[u8]) {
    let Ok(text) = str::from_utf8(data) else {
        return;
    };
    let parsed = Email::parse(text);
    assert_eq!(text.parse::<Email<'static>>().ok(), parsed, "FromStr");
    if let Some(email) = parsed {
        assert_eq!(email.as_str(), text);
        assert_eq!(format!("{email:?}"), "Email(***)");
    }
    // A row trims, which is no business of the format.
    let is_trimmed =
        |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{180E}');
    let trimmed = text.trim_matches(is_trimmed);
    let document = json!({"email": text});
    let checked = ROW.check_value(&document);
    assert_eq!(checked.is_ok(), Email::parse(trimmed).is_some(), "the row");
    if let Ok(checked) = checked {
        let sent = serde_json::to_value(&checked).expect("it can be sent");
        assert_eq!(sent, json!({"email": trimmed}));
    }
}
