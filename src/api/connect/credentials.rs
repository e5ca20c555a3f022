//! "Check customer number".

use super::{DECISIONS, labels};
use crate::Rule::{List, Required, String};
use crate::format::Text;
use crate::payload::Collection;
use crate::table::Source::Page;
use crate::{RuleSet, element, field, payload};

/// The rules of "Check customer number".
///
/// ```
/// use customer_rules::connect::CHECK_CREDENTIALS;
///
/// assert!(CHECK_CREDENTIALS.check_json(br#"{"credentials": ["563457"]}"#).is_ok());
/// let refused = CHECK_CREDENTIALS.check_json(br#"{"credentials": ["563457", ""]}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The credentials.1 field is required.");
/// ```
pub static CHECK_CREDENTIALS: RuleSet = RuleSet::new(&[field("credentials", &[Required, List])
    .about("What to look customers up by.")
    .label(&labels::CUSTOMER_IDS)
    .sources(&[Page])
    .each_element(
        &element(&[Required, String])
            .about("One credential.")
            .label(&labels::CUSTOMER_ID)
            .sources(&[Page]),
    )])
.decided_by(DECISIONS)
.named("connect/check-credentials")
.about("Connect: Check customer number");

payload! {
    /// The checked payload of "Check customer number", ready to send.
    ///
    /// ```
    /// use customer_rules::connect::CheckCredentials;
    ///
    /// let check = CheckCredentials::from_json(br#"{"credentials": [" 563457 "]}"#)?;
    /// let (_, first) = check.credentials().iter().next().unwrap();
    /// assert_eq!(first.as_str(), "563457");
    /// # Ok::<(), customer_rules::Rejection>(())
    /// ```
    pub struct CheckCredentials<'a> of CHECK_CREDENTIALS {
        /// What to look customers up by.
        credentials: Required Collection<'a, Text<'a>> = "credentials",
    }
}
