//! Violations: their fields, and how many are kept.

use customer_rules::violation::Segment;
use customer_rules::{Checked, Code, Path, Rejection, RuleSet, Violations};
use serde_json::Value;

/// The path of every violation finds its field, which has the violation by itself, too.
///
/// # Panics
///
/// If one does not.
pub(crate) fn check_paths(rules: &RuleSet, document: Option<&Value>, violations: &Violations) {
    for violation in violations {
        let path = violation.path();
        let field = rules.at_path(path).expect("a violation has a field");
        assert_eq!(field.path(), *path, "another field");
        // A rule across fields needs them all.
        if let Some(document) = document
            && violation.code() != Code::RequiredOneOf
            && !crate::numbers::has_negative_zero(document)
        {
            let value = value_at(document, path).unwrap_or(&Value::Null);
            let of_field = field.check_value(value).expect("it was read before");
            assert!(of_field.iter().any(|own| own == violation), "not by itself");
        }
    }
}

/// The value at a path.
fn value_at<'v>(document: &'v Value, path: &Path) -> Option<&'v Value> {
    path.segments()
        .try_fold(document, |value, segment| match segment {
            Segment::Key(key) => value.get(key),
            Segment::Index(index) => value.get(index).or_else(|| value.get(index.to_string())),
        })
}

/// A limit keeps the first violations, and never makes a document valid.
///
/// # Panics
///
/// If it does otherwise.
pub(crate) fn check_limits(rules: &RuleSet, data: &[u8], verdict: &Result<Checked<'_>, Rejection>) {
    for limit in [0, 1, 3] {
        match (verdict, rules.with_limit(limit).check_json(data)) {
            (Ok(_), Ok(_)) => {}
            (Err(Rejection::Syntax(error)), Err(Rejection::Syntax(other))) => {
                assert_eq!(*error, other);
            }
            (Err(Rejection::Violations(all)), Err(Rejection::Violations(kept))) => {
                assert!(kept.iter().eq(all.iter().take(limit)), "others are kept");
                assert_eq!(kept.truncated(), limit < all.len(), "more");
            }
            (verdict, limited) => panic!("{verdict:?}, but {limited:?} with a limit of {limit}"),
        }
    }
}
