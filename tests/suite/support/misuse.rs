//! Tables and payloads that are malformed, made at run time, where each is a panic instead
//! of a compile error.

use std::panic::{AssertUnwindSafe, catch_unwind};

use customer_rules::Field;

/// What a panic must say, and what panics.
pub(crate) type Misuse = (&'static str, fn());

/// What no panic may repeat.
pub(crate) const MARKER: &str = "Zq7vKJ";

/// A table made at run time lives as long as one of the compiler's.
pub(crate) fn rows(fields: impl Into<Vec<Field>>) -> &'static [Field] {
    Vec::leak(fields.into())
}

/// Takes what is made. It is made only if nothing panics.
pub(crate) fn make<T>(_: T) {}

/// Asserts that each misuse panics, with its own message and nothing else.
pub(crate) fn assert_panics(misuses: &[Misuse]) {
    for (position, (message, misuse)) in misuses.iter().enumerate() {
        let said = panic_of(*misuse);
        assert_eq!(said.as_deref(), Some(*message), "misuse {position}");
    }
}

/// What a panic says.
pub(crate) fn panic_of(misuse: impl FnOnce()) -> Option<String> {
    let payload = catch_unwind(AssertUnwindSafe(misuse)).err()?;
    let text = payload.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| payload.downcast_ref::<String>().cloned())
}
