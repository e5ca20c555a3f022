//! Typed payloads, of whichever rule set.

use customer_rules::connect::{ChangeCustomerInfo, CheckCredentials, SearchCustomers};
use customer_rules::front_payment::{CorporateCustomer, PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules::{Checked, Payload, Rejection, Rule, RuleSet, Unvalidated, extend, field};

use crate::check_json::seen;

/// A table that extends that of a payload.
static EXTENDED: RuleSet = extend!(
    PRIVATE_CUSTOMER,
    adding: [field("memberNumber", &[Rule::Nullable])],
);

/// What becomes of a document as a typed payload.
struct Typed {
    /// The payload as it is sent and as it is shown.
    from_json: Result<[String; 2], Rejection>,
    /// The payload of the checked document, as it is sent.
    from_checked: Option<String>,
    /// Whether the document is valid, if `serde_json` can read it.
    is_valid: Option<bool>,
}

/// The typed payload of a rule set.
fn typed(rules: &RuleSet, data: &[u8], checked: Option<&Checked<'_>>) -> Typed {
    macro_rules! typed {
        ($payload:ident) => {
            Typed {
                from_json: $payload::from_json(data).map(|payload| {
                    let shown = format!("{payload:?} {payload:#?}");
                    [sent(&payload), shown]
                }),
                from_checked: checked.map(|checked| {
                    sent(&$payload::from_checked(checked).expect("it is its own table"))
                }),
                is_valid: serde_json::from_slice::<Unvalidated<$payload<'static>>>(data)
                    .ok()
                    .map(|document| document.is_valid()),
            }
        };
    }
    match rules.name() {
        "front-payment/private" => typed!(PrivateCustomer),
        "front-payment/corporate" => typed!(CorporateCustomer),
        "connect/change-customer-info" => typed!(ChangeCustomerInfo),
        "connect/search" => typed!(SearchCustomers),
        "connect/check-credentials" => typed!(CheckCredentials),
        name => panic!("{name} has no payload"),
    }
}

fn sent<'de>(payload: &impl Payload<'de>) -> String {
    serde_json::to_string(payload).expect("it can be sent")
}

/// The typed payload is what was checked, from whichever door it comes.
pub(crate) fn check_payload(
    rules: &RuleSet,
    data: &[u8],
    verdict: &Result<Checked<'_>, Rejection>,
) {
    assert!(rules.extends(rules), "a table extends itself");
    let typed = typed(rules, data, verdict.as_ref().ok());
    match (verdict, &typed.from_json) {
        (Ok(_), Ok([sent, _])) => {
            assert_eq!(*sent, seen(verdict), "sent otherwise");
            assert_eq!(typed.from_checked.as_ref(), Some(sent), "from the document");
        }
        (verdict, payload) => assert_eq!(verdict.as_ref().err(), payload.as_ref().err()),
    }
    if let Some(is_valid) = typed.is_valid {
        // Another reader of numbers than ours, which takes `-0` for the float -0.0.
        let has_zero = data.windows(2).any(|pair| pair == b"-0");
        assert!(has_zero || is_valid == verdict.is_ok(), "unvalidated");
    }
    if rules.name() == PRIVATE_CUSTOMER.name() {
        let extended = EXTENDED.check_json(data);
        assert_eq!(extended.as_ref().err(), verdict.as_ref().err(), "extended");
        let payload = extended.map(|checked| {
            sent(&PrivateCustomer::from_checked(&checked).expect("it extends its table"))
        });
        assert_eq!(payload.ok(), typed.from_checked, "of an extending table");
    }
}

/// What the typed payload of a document shows of itself, if there is one.
pub(crate) fn shown_payload(rules: &RuleSet, data: &[u8]) -> Option<String> {
    typed(rules, data, None)
        .from_json
        .ok()
        .map(|[_, shown]| shown)
}
