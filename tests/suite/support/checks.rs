//! A check of one's own, for the tests that need any.

use std::sync::atomic::{AtomicBool, Ordering};

use customer_rules::{Check, CrossCheck, Value};

/// Says the same of every value.
#[derive(Debug)]
pub(crate) struct Constant(pub(crate) bool);

/// Refuses the value for every other time that it is asked, from the first time on.
#[derive(Debug)]
pub(crate) struct Fickle(AtomicBool);

impl Fickle {
    pub(crate) const fn new() -> Self {
        Self(AtomicBool::new(false))
    }
    fn answer(&self) -> bool {
        self.0.fetch_xor(true, Ordering::Relaxed)
    }
}

impl Check for Fickle {
    fn code(&self) -> &'static str {
        "fickle"
    }
    fn message(&self) -> &'static str {
        MESSAGE
    }
    fn accepts(&self, _: Value<'_>) -> bool {
        self.answer()
    }
}

impl CrossCheck for Fickle {
    fn code(&self) -> &'static str {
        "fickle"
    }
    fn message(&self) -> &'static str {
        MESSAGE
    }
    fn holds(&self, _: &[Value<'_>]) -> bool {
        self.answer()
    }
}

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
