//! What is wrong with slots: the walk of rows and slots, side by side, that lists every
//! broken rule with its path.

use alloc::vec;
use alloc::vec::Vec;

use crate::check::walk::Object;
use crate::input::{Block, ElementKey, Slot, Slots};
use crate::rule::Code;
use crate::rule::CrossRule;
use crate::rule::each_broken;
use crate::table::RuleSet;
use crate::table::lookup::locate;
use crate::table::{Each, Field, all_rows};
use crate::violation::{Broken, Violation, Violations};
use crate::violation::{Path, Piece, Way};

/// Every rule that the slots break, up to the limit of the rule set.
pub(crate) fn violations(rules: &RuleSet, slots: &Slots<'_>) -> Violations {
    let mut collector = Collector::new(rules, slots);
    let object = Object {
        fields: rules.fields(),
        block: slots.root(),
        row: 1,
    };
    collector.members(object, None, 0, rules.cross_rules());
    Violations::first(rules.limit(), collector.found)
}

/// Collects every broken rule, with its path.
struct Collector<'w, 'de> {
    slots: &'w Slots<'de>,
    found: Vec<Violation>,
    /// How many are enough of each row: one more than the limit shows that there are
    /// more.
    enough: usize,
    /// How many were kept of each row, counted once a row could have enough.
    kept: Vec<usize>,
    /// How many rows there are; the violations across fields come after them, in
    /// the order of their rows once more.
    rows: usize,
}

impl<'w, 'de> Collector<'w, 'de> {
    fn new(rules: &RuleSet, slots: &'w Slots<'de>) -> Self {
        let rows = all_rows(rules.fields());
        Self {
            slots,
            // An empty form breaks so many, and few documents more.
            found: Vec::with_capacity(rows.min(10)),
            enough: rules.limit().saturating_add(1),
            kept: Vec::new(),
            rows,
        }
    }

    fn add(&mut self, row: usize, path: impl FnOnce() -> Path, code: Code, broken: Broken) {
        if self.found.len() < self.enough || self.has_room(row) {
            self.found.push(Violation::new(row, path(), code, broken));
        }
    }

    /// Whether there are not enough of the row yet. Counts each that it lets in.
    #[cold]
    fn has_room(&mut self, row: usize) -> bool {
        if self.kept.is_empty() {
            self.kept = vec![0; self.rows.saturating_mul(2)];
            for row in self.found.iter().map(Violation::row) {
                admit(&mut self.kept, row, self.enough);
            }
        }
        admit(&mut self.kept, row, self.enough)
    }

    /// Ordinals count the table's rows from the top, those of elements once.
    fn members(
        &mut self,
        object: Object<'w, 'de>,
        above: Option<&Way<'_>>,
        first: usize,
        across: &'static [CrossRule],
    ) {
        let (mut row, mut ordinal) = (object.row, first);
        for field in object.fields {
            let way = Way::new(above, Piece::row(field.kept_key()));
            self.row(field, object.block, row, &way, ordinal);
            row = row.saturating_add(field.rows());
            ordinal = ordinal.saturating_add(field.below()).saturating_add(1);
        }
        self.across(across, object, above, first);
    }

    fn row(
        &mut self,
        field: &'static Field,
        block: Block<'w, 'de>,
        row: usize,
        way: &Way<'_>,
        ordinal: usize,
    ) {
        let slot = block.slot(row);
        let value = slot.value();
        each_broken(field.rules(), value, |rule, code| {
            self.add(ordinal, || way.path(), code, Broken::Rule(rule));
        });
        let below = ordinal.saturating_add(1);
        match (field.member_fields(), field.each_of()) {
            ([], None) => {}
            ([], Some(each)) => self.elements(each, slot, way, below),
            (fields, _) => {
                let row = row.saturating_add(1);
                let object = Object { fields, block, row };
                self.members(object, Some(way), below, field.cross_rules());
            }
        }
    }

    fn elements(
        &mut self,
        each: &'static Each,
        container: &Slot<'de>,
        above: &Way<'_>,
        ordinal: usize,
    ) {
        for (key, block) in self.slots.elements(container) {
            let piece = match key {
                ElementKey::Index(index) => Piece::index(index),
                ElementKey::Name(name) => Piece::name(name),
            };
            let way = Way::new(Some(above), piece);
            match each {
                Each::Members(fields) => {
                    let row = 1;
                    self.members(Object { fields, block, row }, Some(&way), ordinal, &[]);
                }
                Each::Row(field) => self.row(field, block, 0, &way, ordinal),
            }
        }
    }

    fn across(
        &mut self,
        rules: &'static [CrossRule],
        object: Object<'w, 'de>,
        above: Option<&Way<'_>>,
        first: usize,
    ) {
        for rule in rules {
            if rule.holds(|path| object.value(path)) {
                continue;
            }
            for path in rule.faults(|path| object.value(path)) {
                let Some(located) = locate(object.fields, path) else {
                    continue;
                };
                // After all rows.
                let first = self.rows.saturating_add(first);
                let ordinal = first.saturating_add(located.ordinal);
                let pieces = above.into_iter().flat_map(Way::pieces);
                let path_of = || pieces.chain(located.pieces()).collect();
                self.add(ordinal, path_of, rule.code(), Broken::Across(rule, path));
            }
        }
    }
}

/// Counts one more of a row, unless there are enough.
fn admit(kept: &mut [usize], row: usize, enough: usize) -> bool {
    let kept = kept.get_mut(row).filter(|kept| **kept < enough);
    kept.map(|kept| *kept = kept.saturating_add(1)).is_some()
}
