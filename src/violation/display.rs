//! What violations say in a line: the first of them, or the rule that all come from.

use alloc::vec::Vec;
use core::fmt;

use super::{Broken, Path, Violation, Violations};
use crate::rule::{Alternatives, CrossRule, InWords};

impl Violations {
    /// Those of an invalid document of which none is kept.
    pub(crate) fn none_kept() -> Self {
        Self {
            list: Vec::new(),
            truncated: true,
        }
    }

    /// The rule across fields that all violations come from, and the object that it belongs to,
    /// if there are several of them and no others.
    fn common_rule(&self) -> Option<(Alternatives, Path)> {
        let [first, _, ..] = self.list.as_slice() else {
            return None;
        };
        let (alternatives, object) = first.alternatives()?;
        let is_of_rule = |other: &Violation| {
            other
                .alternatives()
                .is_some_and(|(rule, at)| rule == alternatives && at == object)
        };
        (!self.truncated && self.iter().all(is_of_rule)).then_some((alternatives, object))
    }
}

impl Violation {
    /// The alternatives of which none is complete, and the path of the object whose fields they
    /// are.
    fn alternatives(&self) -> Option<(Alternatives, Path)> {
        let Broken::Across(CrossRule::RequiredOneOf(alternatives), field) = self.broken() else {
            return None;
        };
        let below = field.split('.').count();
        let above = self.path.segments().len().saturating_sub(below);
        Some((alternatives, self.path.steps().take(above).collect()))
    }
}

impl fmt::Display for Violations {
    /// Writes the first message, and how many other violations there are. If all of them come
    /// from one rule across fields, writes that rule.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((alternatives, object)) = self.common_rule() {
            let rule = InWords(alternatives);
            return match object.segments().len() {
                0 => write!(f, "There must be {rule}."),
                _ => write!(f, "In `{object}`, there must be {rule}."),
            };
        }
        let Some((first, others)) = self.list.split_first() else {
            return f.write_str(if self.truncated {
                "violations, none of which was kept"
            } else {
                "no violations"
            });
        };
        write!(f, "{first}")?;
        match (others.len(), self.truncated) {
            (0, false) => Ok(()),
            (0, true) => f.write_str(" (and more violations)"),
            (1, false) => f.write_str(" (and 1 more violation)"),
            (count, false) => write!(f, " (and {count} more violations)"),
            (count, true) => write!(f, " (and more than {count} more violations)"),
        }
    }
}
