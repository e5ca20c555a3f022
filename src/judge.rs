//! The verdict on slots: whether they are valid, and if not, what is wrong.

use alloc::vec::Vec;
use core::ops::ControlFlow;

use crate::code::{Code, Params};
use crate::cross_rule::CrossRule;
use crate::field::all_rows;
use crate::input::{ElementKey, Slot, Slots};
use crate::locate::{Located, locate};
use crate::path::Path;
use crate::rule::{Rule, broken, hold};
use crate::rule_set::RuleSet;
use crate::violation::{Violation, Violations};
use crate::walk::{Object, Visit, walk};

/// Whether the slots break no rule. Stops at the first.
pub(crate) fn is_valid(rules: &RuleSet, slots: &Slots<'_>) -> bool {
    walk(rules, slots, &mut Verdict).is_continue()
}

/// Every rule that the slots break, up to the limit of the rule set.
pub(crate) fn violations(rules: &RuleSet, slots: &Slots<'_>) -> Violations {
    let mut collector = Collector::new(rules);
    // The collector sees every row.
    let _: ControlFlow<()> = walk(rules, slots, &mut collector);
    collector.finish(rules.limit())
}

/// Stops at the first broken rule.
struct Verdict;

impl Visit for Verdict {
    fn row(&mut self, _: usize, rules: &'static [Rule], slot: &Slot<'_>) -> ControlFlow<()> {
        if hold(rules, slot.value()) {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    fn across(&mut self, rules: &'static [CrossRule], object: Object<'_, '_>) -> ControlFlow<()> {
        if rules
            .iter()
            .all(|rule| rule.holds(|path| object.value(path)))
        {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

/// Collects every broken rule, with its path.
struct Collector {
    path: Path,
    /// With the ordinal of the row, which is the order to report them in: a row
    /// inside of elements comes up once per element.
    found: Vec<(usize, Violation)>,
    /// How many were kept of each row; one more than the limit shows that there are more.
    kept: Vec<usize>,
    enough: usize,
    /// How many rows there are; the violations across fields come after them, in
    /// the order of their rows once more.
    rows: usize,
}

impl Collector {
    fn new(rules: &RuleSet) -> Self {
        let rows = all_rows(rules.fields());
        Self {
            path: Path::default(),
            found: Vec::new(),
            kept: alloc::vec![0; rows.saturating_mul(2)],
            enough: rules.limit().saturating_add(1),
            rows,
        }
    }

    fn add(&mut self, ordinal: usize, code: Code, params: Params) {
        if let Some(kept) = self.kept.get_mut(ordinal)
            && *kept < self.enough
        {
            *kept = kept.saturating_add(1);
            let violation = Violation::new(self.path.clone(), code, params);
            self.found.push((ordinal, violation));
        }
    }

    fn finish(self, limit: usize) -> Violations {
        let mut found = self.found;
        found.sort_by_key(|(ordinal, _)| *ordinal);
        let truncated = found.len() > limit;
        let list = found
            .into_iter()
            .take(limit)
            .map(|(_, violation)| violation);
        Violations::new(list.collect(), truncated)
    }
}

impl Visit for Collector {
    fn enter_row(&mut self, key: &'static str) {
        self.path.push_row(key);
    }

    fn enter_element(&mut self, key: ElementKey<'_, '_>) {
        match key {
            ElementKey::Index(index) => self.path.push_index(index),
            ElementKey::Name(name) => self.path.push_name(name),
        }
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn row(&mut self, ordinal: usize, rules: &'static [Rule], slot: &Slot<'_>) -> ControlFlow<()> {
        for rule in broken(rules, slot.value()) {
            if let Some(code) = rule.code() {
                self.add(ordinal, code, rule.params());
            }
        }
        ControlFlow::Continue(())
    }

    fn across(&mut self, rules: &'static [CrossRule], object: Object<'_, '_>) -> ControlFlow<()> {
        for rule in rules {
            if rule.holds(|path| object.value(path)) {
                continue;
            }
            for path in rule.faults(|path| object.value(path)) {
                let Some(Located { rows, ordinal }) = locate(object.fields, path) else {
                    continue;
                };
                rows.iter()
                    .for_each(|(field, _)| self.path.push_row(field.key()));
                let ordinal = object.ordinal.saturating_add(ordinal);
                // After all rows.
                let ordinal = self.rows.saturating_add(ordinal);
                self.add(ordinal, rule.code(), rule.params(path));
                rows.iter().for_each(|_| self.path.pop());
            }
        }
        ControlFlow::Continue(())
    }
}
