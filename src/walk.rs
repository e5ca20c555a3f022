//! The walk of rows and slots, side by side.

use core::ops::ControlFlow::{self, Continue};

use crate::cross_rule::CrossRule;
use crate::field::{Each, Field};
use crate::input::{Block, ElementKey, Slot, Slots};
use crate::locate::locate;
use crate::rule::Rule;
use crate::rule_set::RuleSet;
use crate::value::Value;

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

    /// An object with the rules across its members, after all of them.
    fn across(&mut self, rules: &'static [CrossRule], object: Object<'_, '_>) -> ControlFlow<()>;
}

/// The members of an object, for rules across them.
#[derive(Clone, Copy)]
pub(crate) struct Object<'w, 'de> {
    pub(crate) fields: &'static [Field],
    block: Block<'w, 'de>,
    /// The slot of the first field in the block.
    row: usize,
    /// The ordinal of the first field.
    pub(crate) ordinal: usize,
}

impl<'w> Object<'w, '_> {
    /// The value of a field, by its path from the object.
    pub(crate) fn value(&self, path: &str) -> Value<'w> {
        locate(self.fields, path).map_or(Value::Null, |located| {
            let row = self.row.saturating_add(located.slot());
            self.block.slot(row).value()
        })
    }
}

/// Visits every row of the table; the rows of elements once for each element.
pub(crate) fn walk<V: Visit>(rules: &RuleSet, slots: &Slots<'_>, visit: &mut V) -> ControlFlow<()> {
    let object = Object {
        fields: rules.fields(),
        block: slots.root(),
        row: 1,
        ordinal: 0,
    };
    Walk { slots, visit }.members(object, rules.cross_rules())
}

struct Walk<'w, 'de, V> {
    slots: &'w Slots<'de>,
    visit: &'w mut V,
}

impl<'w, 'de, V: Visit> Walk<'w, 'de, V> {
    fn members(
        &mut self,
        object: Object<'w, 'de>,
        across: &'static [CrossRule],
    ) -> ControlFlow<()> {
        let Object {
            fields,
            block,
            mut row,
            mut ordinal,
        } = object;
        for field in fields {
            self.visit.enter_row(field.key());
            self.row(field, block, row, ordinal)?;
            self.visit.leave();
            row = row.saturating_add(field.rows());
            ordinal = ordinal.saturating_add(field.below()).saturating_add(1);
        }
        match across {
            [] => Continue(()),
            across => self.visit.across(across, object),
        }
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
            fields => {
                let row = row.saturating_add(1);
                self.members(
                    Object {
                        fields,
                        block,
                        row,
                        ordinal: below,
                    },
                    field.cross_rules(),
                )
            }
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
                Each::Members(fields) => {
                    self.members(
                        Object {
                            fields,
                            block: element,
                            row: 1,
                            ordinal,
                        },
                        &[],
                    )?;
                }
                Each::Row(field) => self.row(field, element, 0, ordinal)?,
            }
            self.visit.leave();
        }
        Continue(())
    }
}
