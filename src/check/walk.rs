//! Whether slots are valid: the walk of rows and slots, side by side, up to the first
//! broken rule. Nearly every document that comes is valid, so this is the hot one;
//! [`crate::check::collect`] goes the same way and lists what is wrong.

use crate::input::{Block, Slot, Slots};
use crate::rule::CrossRule;
use crate::rule::Rule;
use crate::rule::Value;
use crate::table::RuleSet;
use crate::table::lookup::locate;
use crate::table::{Each, Field};

/// Whether the slots break no rule.
pub(crate) fn is_valid(rules: &RuleSet, slots: &Slots<'_>) -> bool {
    let object = Object {
        fields: rules.fields(),
        block: slots.root(),
        row: 1,
    };
    Verdict { slots }.members(object, rules.cross_rules())
}

/// An object: its fields, and where their slots stand.
#[derive(Clone, Copy)]
pub(crate) struct Object<'w, 'de> {
    pub(crate) fields: &'static [Field],
    pub(crate) block: Block<'w, 'de>,
    /// The slot of the first field in the block.
    pub(crate) row: usize,
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

#[derive(Clone, Copy)]
struct Verdict<'w, 'de> {
    slots: &'w Slots<'de>,
}

impl<'de> Verdict<'_, 'de> {
    fn members(self, object: Object<'_, 'de>, across: &'static [CrossRule]) -> bool {
        let mut row = object.row;
        for field in object.fields {
            let slot = object.block.slot(row);
            // Most values are a text, and most rows take any.
            let is_any_text = matches!(slot, Slot::String(_)) && field.takes_any_text();
            if !is_any_text && !self.row(field, slot, object.block, row) {
                return false;
            }
            row = row.saturating_add(field.rows());
        }
        across
            .iter()
            .all(|rule| rule.holds(|path| object.value(path)))
    }

    fn row(
        self,
        field: &'static Field,
        slot: &Slot<'de>,
        block: Block<'_, 'de>,
        row: usize,
    ) -> bool {
        let holds = match slot {
            Slot::String(text) => {
                let value = Value::String(text);
                field.text_rules().iter().all(|rule| rule.accepts(value))
            }
            slot => hold(field.rules(), slot),
        };
        if !holds {
            return false;
        }
        match (field.member_fields(), field.each_of()) {
            ([], None) => true,
            ([], Some(each)) => self.elements(each, slot),
            (fields, _) => {
                let row = row.saturating_add(1);
                self.members(Object { fields, block, row }, field.cross_rules())
            }
        }
    }

    /// Most rows have no elements, and should not pay for what those take.
    #[inline(never)]
    fn elements(self, each: &'static Each, container: &Slot<'de>) -> bool {
        self.slots.elements(container).all(|(_, block)| match each {
            Each::Members(fields) => self.members(
                Object {
                    fields,
                    block,
                    row: 1,
                },
                &[],
            ),
            Each::Row(field) => self.row(field, block.slot(0), block, 0),
        })
    }
}

/// Whether what is no text satisfies the rules of its row.
fn hold(rules: &'static [Rule], slot: &Slot<'_>) -> bool {
    if slot.is_absent() {
        return !matches!(rules, [Rule::Required, ..]);
    }
    let value = slot.value();
    match rules {
        [Rule::Required, ..] if value.is_empty() => false,
        // The first is that of presence.
        [_, others @ ..] => others.iter().all(|rule| rule.accepts(value)),
        [] => true,
    }
}
