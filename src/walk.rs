//! The walk of rows and slots, side by side.

use core::ops::ControlFlow::{self, Continue};

use crate::field::{Each, Field};
use crate::input::{Block, ElementKey, Slot, Slots};
use crate::rule::Rule;

/// What is done at every row on the way.
pub(crate) trait Visit {
    /// The walk goes down into a row.
    fn enter_row(&mut self, _key: &'static str) {}

    /// The walk goes down into an element.
    fn enter_element(&mut self, _key: ElementKey<'_, '_>) {}

    /// The walk comes back up.
    fn leave(&mut self) {}

    /// A row with its value. The ordinal counts the table's rows from the top,
    /// those of elements once.
    fn row(&mut self, ordinal: usize, rules: &'static [Rule], slot: &Slot<'_>) -> ControlFlow<()>;
}

/// Visits every row of the table; the rows of elements once for each element.
pub(crate) fn walk<V: Visit>(
    fields: &'static [Field],
    slots: &Slots<'_>,
    visit: &mut V,
) -> ControlFlow<()> {
    Walk { slots, visit }.members(fields, slots.root(), 1, 0)
}

struct Walk<'w, 'de, V> {
    slots: &'w Slots<'de>,
    visit: &'w mut V,
}

impl<'w, 'de, V: Visit> Walk<'w, 'de, V> {
    fn members(
        &mut self,
        fields: &'static [Field],
        block: Block<'w, 'de>,
        mut row: usize,
        mut ordinal: usize,
    ) -> ControlFlow<()> {
        for field in fields {
            self.visit.enter_row(field.key());
            self.row(field, block, row, ordinal)?;
            self.visit.leave();
            row = row.saturating_add(field.rows());
            ordinal = ordinal.saturating_add(field.below()).saturating_add(1);
        }
        Continue(())
    }

    fn row(
        &mut self,
        field: &'static Field,
        block: Block<'w, 'de>,
        row: usize,
        ordinal: usize,
    ) -> ControlFlow<()> {
        let slot = block.slot(row);
        self.visit.row(ordinal, field.rules(), slot)?;
        let below = ordinal.saturating_add(1);
        if let Some(each) = field.each_of() {
            return self.elements(each, slot, below);
        }
        match field.member_fields() {
            [] => Continue(()),
            members => self.members(members, block, row.saturating_add(1), below),
        }
    }

    fn elements(
        &mut self,
        each: &'static Each,
        container: &Slot<'de>,
        ordinal: usize,
    ) -> ControlFlow<()> {
        for (key, element) in self.slots.elements(container) {
            self.visit.enter_element(key);
            match each {
                Each::Members(members) => self.members(members, element, 1, ordinal)?,
                Each::Row(field) => self.row(field, element, 0, ordinal)?,
            }
            self.visit.leave();
        }
        Continue(())
    }
}
