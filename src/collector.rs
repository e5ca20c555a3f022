//! What is wrong with slots: the walk of rows and slots, side by side, that lists every
//! broken rule with its path.

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::code::{Code, Params};
use crate::cross_rule::CrossRule;
use crate::field::{Each, Field, all_rows};
use crate::input::{Block, ElementKey, Slot, Slots};
use crate::locate::{Located, locate};
use crate::path::Path;
use crate::rule::broken;
use crate::rule_set::RuleSet;
use crate::verdict::Object;
use crate::violation::{Violation, Violations};

/// Every rule that the slots break, up to the limit of the rule set.
pub(crate) fn violations(rules: &RuleSet, slots: &Slots<'_>) -> Violations {
    let mut collector = Collector::new(rules, slots);
    let object = Object {
        fields: rules.fields(),
        block: slots.root(),
        row: 1,
    };
    collector.members(object, 0, rules.cross_rules());
    collector.finish(rules.limit())
}

/// Collects every broken rule, with its path.
struct Collector<'w, 'de> {
    slots: &'w Slots<'de>,
    path: Path,
    found: Vec<Violation>,
    /// The ordinals of their rows, which is the order to report them in: a row inside
    /// of elements comes up once per element.
    ordinals: SmallVec<[u32; 32]>,
    /// How many were kept of each row; one more than the limit shows that there are more.
    kept: SmallVec<[usize; 64]>,
    enough: usize,
    /// How many rows there are; the violations across fields come after them, in
    /// the order of their rows once more.
    rows: usize,
}

impl<'w, 'de> Collector<'w, 'de> {
    fn new(rules: &RuleSet, slots: &'w Slots<'de>) -> Self {
        let rows = all_rows(rules.fields());
        Self {
            slots,
            path: Path::default(),
            // Most rows that are broken at all are broken once.
            found: Vec::with_capacity(rows),
            ordinals: SmallVec::new(),
            kept: SmallVec::from_elem(0, rows.saturating_mul(2)),
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
            self.found.push(violation);
            self.ordinals
                .push(u32::try_from(ordinal).unwrap_or(u32::MAX));
        }
    }

    fn finish(self, limit: usize) -> Violations {
        let (mut found, ordinals) = (self.found, self.ordinals);
        if !ordinals.is_sorted() {
            // Stable, so that the elements of a row stay in order.
            let mut ordered: Vec<(u32, Violation)> = ordinals.into_iter().zip(found).collect();
            ordered.sort_by_key(|(ordinal, _)| *ordinal);
            found = ordered
                .into_iter()
                .map(|(_, violation)| violation)
                .collect();
        }
        let truncated = found.len() > limit;
        found.truncate(limit);
        Violations::new(found, truncated)
    }

    /// Ordinals count the table's rows from the top, those of elements once.
    fn members(&mut self, object: Object<'w, 'de>, first: usize, across: &'static [CrossRule]) {
        let (mut row, mut ordinal) = (object.row, first);
        for field in object.fields {
            self.path.push_row(field.key());
            self.row(field, object.block, row, ordinal);
            self.path.pop();
            row = row.saturating_add(field.rows());
            ordinal = ordinal.saturating_add(field.below()).saturating_add(1);
        }
        self.across(across, object, first);
    }

    fn row(&mut self, field: &'static Field, block: Block<'w, 'de>, row: usize, ordinal: usize) {
        let slot = block.slot(row);
        for rule in broken(field.rules(), slot.value()) {
            if let Some(code) = rule.code() {
                self.add(ordinal, code, rule.params());
            }
        }
        let below = ordinal.saturating_add(1);
        match (field.member_fields(), field.each_of()) {
            ([], None) => {}
            ([], Some(each)) => self.elements(each, slot, below),
            (fields, _) => {
                let row = row.saturating_add(1);
                self.members(Object { fields, block, row }, below, field.cross_rules());
            }
        }
    }

    fn elements(&mut self, each: &'static Each, container: &Slot<'de>, ordinal: usize) {
        for (key, block) in self.slots.elements(container) {
            match key {
                ElementKey::Index(index) => self.path.push_index(index),
                ElementKey::Name(name) => self.path.push_name(name),
            }
            match each {
                Each::Members(fields) => {
                    self.members(
                        Object {
                            fields,
                            block,
                            row: 1,
                        },
                        ordinal,
                        &[],
                    );
                }
                Each::Row(field) => self.row(field, block, 0, ordinal),
            }
            self.path.pop();
        }
    }

    fn across(&mut self, rules: &'static [CrossRule], object: Object<'w, 'de>, first: usize) {
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
                // After all rows.
                let ordinal = self.rows.saturating_add(first).saturating_add(ordinal);
                self.add(ordinal, rule.code(), rule.params(path));
                rows.iter().for_each(|_| self.path.pop());
            }
        }
    }
}
