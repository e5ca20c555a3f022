//! The report of a walk: every broken rule with its path, up to a limit.

use alloc::collections::BinaryHeap;
use alloc::vec::Vec;
use core::cmp::Ordering;
use core::convert::Infallible;
use core::ops::ControlFlow::{self, Continue};

use super::walk::{Object, Visit};
use crate::input::ElementKey;
use crate::rule::{CrossRule, Rule};
use crate::table::{Field, find, rows};
use crate::violation::{Broken, Path, Step, Violation, Violations, Way};

/// Collects every broken rule with its path, and keeps the first `limit` of them in the order
/// of the rows.
pub(super) struct Collect {
    limit: usize,
    /// The greatest length of `found`: one more than the limit, to know whether there are
    /// more than the limit; 0 once all have moved to `first`.
    room: usize,
    found: Vec<Violation>,
    /// Used once there are more violations than the limit: the first `limit + 1`, with the
    /// last of them on top.
    first: BinaryHeap<Ranked>,
    /// How many violations were found so far, including those that were dropped.
    count: usize,
    /// The number of rows of the table. Violations across fields come after those of all rows,
    /// in the order of their fields' rows.
    rows: usize,
    fields: &'static [Field],
}

/// A violation, ordered as it is reported: by row, then by when it was found.
struct Ranked {
    violation: Violation,
    found_at: usize,
}

impl Ranked {
    fn rank(&self) -> (u32, usize) {
        (self.violation.ordinal(), self.found_at)
    }
}

impl Collect {
    /// Collects for the table that has these rows, and keeps at most `limit` violations.
    pub(super) fn new(fields: &'static [Field], limit: usize) -> Self {
        let rows = rows(fields);
        Self {
            limit,
            room: limit.saturating_add(1),
            // An empty customer form breaks ten rules, and few documents break more.
            found: Vec::with_capacity(rows.min(10)),
            first: BinaryHeap::new(),
            count: 0,
            rows,
            fields,
        }
    }

    pub(super) fn finish(self) -> Violations {
        let mut found = self.found;
        let mut first = self.first.into_vec();
        first.sort_unstable();
        found.extend(first.into_iter().map(|ranked| ranked.violation));
        Violations::first(self.limit, found)
    }

    #[inline]
    fn add(&mut self, ordinal: usize, path: impl FnOnce() -> Path, broken: Broken) {
        if self.found.len() < self.room {
            let violation = Violation::new(ordinal, path(), broken, self.fields);
            self.found.push(violation);
        } else {
            self.add_beyond_limit(ordinal, path, broken);
        }
    }

    /// Adds a violation when `limit + 1` are kept already. It replaces the last of them, or is
    /// dropped if it comes after all of them.
    #[cold]
    fn add_beyond_limit(&mut self, ordinal: usize, path: impl FnOnce() -> Path, broken: Broken) {
        if self.first.is_empty() {
            let found = self.found.drain(..).enumerate();
            self.first = found
                .map(|(found_at, violation)| Ranked {
                    violation,
                    found_at,
                })
                .collect();
            self.count = self.first.len();
            self.room = 0;
        }
        let is_last = |last: &Ranked| {
            usize::try_from(last.violation.ordinal()).is_ok_and(|last| last <= ordinal)
        };
        if self.first.peek().is_some_and(is_last) {
            return;
        }
        self.first.pop();
        self.first.push(Ranked {
            violation: Violation::new(ordinal, path(), broken, self.fields),
            found_at: self.count,
        });
        self.count = self.count.saturating_add(1);
    }
}

impl Visit for Collect {
    type Way<'w> = Way<'w>;
    type Stop = Infallible;
    type Ordinal = usize;

    #[inline]
    fn row<'w, 'a: 'w>(above: Option<&'w Way<'a>>, field: &'static Field) -> Way<'w> {
        Way::new(above, Step::row(field.key()))
    }

    fn element<'w, 'a: 'w>(above: &'w Way<'a>, key: ElementKey<'_, '_>) -> Way<'w> {
        let step = match key {
            ElementKey::Index(index) => Step::index(index),
            ElementKey::Name(name) => Step::name(name),
        };
        Way::new(Some(above), step)
    }

    #[inline]
    fn broken(
        &mut self,
        way: &Way<'_>,
        ordinal: usize,
        rule: &'static Rule,
    ) -> ControlFlow<Infallible> {
        self.add(ordinal, || way.path(), Broken::Rule(rule));
        Continue(())
    }

    fn broken_across(
        &mut self,
        above: Option<&Way<'_>>,
        rule: &'static CrossRule,
        object: Object<'_, '_, usize>,
    ) -> ControlFlow<Infallible> {
        for path in rule.faults(|path| object.value(path)) {
            let Some(found) = find(object.rows.fields(), path) else {
                continue;
            };
            let first = self.rows.saturating_add(object.rows.ordinal());
            let ordinal = first.saturating_add(found.ordinal);
            let above = above.into_iter().flat_map(Way::steps);
            let path_of = || above.chain(path.split('.').map(Step::row)).collect();
            self.add(ordinal, path_of, Broken::Across(rule, path));
        }
        Continue(())
    }
}

impl PartialEq for Ranked {
    fn eq(&self, other: &Self) -> bool {
        self.rank() == other.rank()
    }
}

impl Eq for Ranked {}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        self.rank().cmp(&other.rank())
    }
}
