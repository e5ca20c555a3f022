//! The walk of rows and slots, side by side.

use core::ops::ControlFlow::{self, Continue};

use crate::field::Field;
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
    members(fields, slots, slots.root(), 1, 0, visit)
}

fn members<'de, V: Visit>(
    fields: &'static [Field],
    slots: &Slots<'de>,
    block: Block<'_, 'de>,
    mut row: usize,
    mut ordinal: usize,
    visit: &mut V,
) -> ControlFlow<()> {
    for field in fields {
        let slot = block.slot(row);
        visit.enter_row(field.key());
        visit.row(ordinal, field.rules(), slot)?;
        let inner = ordinal.saturating_add(1);
        if let Some(each) = field.element() {
            for (key, element) in slots.elements(slot) {
                visit.enter_element(key);
                members(each.members, slots, element, 1, inner, visit)?;
                visit.leave();
            }
        } else if !field.member_fields().is_empty() {
            members(
                field.member_fields(),
                slots,
                block,
                row.saturating_add(1),
                inner,
                visit,
            )?;
        }
        visit.leave();
        row = row.saturating_add(field.rows());
        ordinal = inner.saturating_add(field.below());
    }
    Continue(())
}
