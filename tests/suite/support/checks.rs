//! A check of one's own, for the tests that need any.

use customer_rules::{Check, CrossCheck, Value};

/// Says the same of every value.
#[derive(Debug)]
pub(crate) struct Constant(pub(crate) bool);

const CODE: &str = "constant";
const MESSAGE: &str = "The {attribute} is wrong, and {attribute} it stays.";

impl Check for Constant {
    fn code(&self) -> &'static str {
        CODE
    }
    fn message(&self) -> &'static str {
        MESSAGE
    }
    fn accepts(&self, _: Value<'_>) -> bool {
        self.0
    }
}

impl CrossCheck for Constant {
    fn code(&self) -> &'static str {
        CODE
    }
    fn message(&self) -> &'static str {
        MESSAGE
    }
    fn holds(&self, _: &[Value<'_>]) -> bool {
        self.0
    }
}
