//! Rules of one's own.

use customer_rules::{CrossRule, Rule};

use crate::support::checks::Constant;

#[test]
fn a_rule_of_ones_own_is_called_by_its_code() {
    let across = CrossRule::Custom {
        check: &Constant(true),
        paths: &["a"],
        at_fault: &["a"],
    };
    assert_eq!(Rule::Custom(&Constant(true)).to_string(), "constant");
    assert_eq!(across.to_string(), "constant");
}
