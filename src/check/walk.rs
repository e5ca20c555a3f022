//! The walk over rows beside slots: [`Walk`]. What it is for, a [`Visit`] says: a verdict
//! without paths, or a report with them.

use core::ops::ControlFlow::{self, Break, Continue};

use crate::input::{Block, ElementKey, Slot, Slots};
use crate::rule::{CrossRule, Rule, Value, rules_to_judge};
use crate::table::{Each, Field, Ordinal, Place, Siblings, find};

/// What a walk is for.
pub(super) trait Visit {
    /// What it needs to know of where it is.
    type Way<'w>;

    /// What ends it early: nothing, or the first broken rule.
    type Stop;

    /// How it counts rows.
    type Ordinal: Ordinal;

    /// The way to a row from the object around it.
    fn row<'w, 'a: 'w>(above: Option<&'w Self::Way<'a>>, field: &'static Field) -> Self::Way<'w>;

    /// The way to an element from its container.
    fn element<'w, 'a: 'w>(above: &'w Self::Way<'a>, key: ElementKey<'_, '_>) -> Self::Way<'w>;

    /// A rule of the row is broken. Breaks if the walk need not go on.
    fn broken(
        &mut self,
        way: &Self::Way<'_>,
        ordinal: Self::Ordinal,
        rule: &'static Rule,
    ) -> ControlFlow<Self::Stop>;

    /// A rule across the fields of the object is broken.
    fn broken_across(
        &mut self,
        above: Option<&Self::Way<'_>>,
        rule: &'static CrossRule,
        object: Object<'_, '_, Self::Ordinal>,
    ) -> ControlFlow<Self::Stop>;
}

/// The verdict: the first broken rule ends the walk.
pub(super) struct Verdict;

impl Visit for Verdict {
    type Way<'w> = ();
    type Stop = ();
    type Ordinal = ();

    #[inline]
    fn row<'w, 'a: 'w>(_: Option<&'w ()>, _: &'static Field) {}

    #[inline]
    fn element<'w, 'a: 'w>((): &'w (), _: ElementKey<'_, '_>) {}

    #[inline]
    fn broken(&mut self, (): &(), (): (), _: &'static Rule) -> ControlFlow<()> {
        Break(())
    }

    #[inline]
    fn broken_across(
        &mut self,
        _: Option<&()>,
        _: &'static CrossRule,
        _: Object<'_, '_, ()>,
    ) -> ControlFlow<()> {
        Break(())
    }
}

/// An object: its rows, and the block that has their slots.
#[derive(Clone, Copy)]
pub(super) struct Object<'s, 'de, O> {
    pub(super) rows: Siblings<O>,
    pub(super) block: Block<'s, 'de>,
}

impl<'s, O: Ordinal> Object<'s, '_, O> {
    /// The value of a field, by its path from the object.
    pub(super) fn value(self, path: &str) -> Value<'s> {
        find(self.rows.fields(), path).map_or(Value::Null, |found| {
            let slot = self.rows.slot().saturating_add(found.slot);
            self.block.slot(slot).value()
        })
    }
}

/// Goes over rows and their slots, side by side, in the order of the rows.
#[derive(Clone, Copy)]
pub(super) struct Walk<'s, 'de> {
    pub(super) slots: &'s Slots<'de>,
}

impl<'s, 'de> Walk<'s, 'de> {
    /// Judges the rows of an object, then the rules across its fields.
    pub(super) fn object<V: Visit>(
        self,
        visit: &mut V,
        above: Option<&V::Way<'_>>,
        object: Object<'s, 'de, V::Ordinal>,
        across: &'static [CrossRule],
    ) -> ControlFlow<V::Stop> {
        let mut rows = object.rows;
        while let Some(place) = rows.next() {
            let slot = object.block.slot(place.slot);
            // Most values are a text, and most rows take any: that spares `rules` 340
            // instructions of 1,740.
            if !(matches!(slot, Slot::String(_)) && place.field.takes_any_text()) {
                let way = V::row(above, place.field);
                self.row(visit, &way, &place, object.block, slot)?;
            }
        }
        for rule in across {
            if !rule.holds(|path| object.value(path)) {
                visit.broken_across(above, rule, object)?;
            }
        }
        Continue(())
    }

    /// Judges a row, and what is inside its value.
    pub(super) fn row<V: Visit>(
        self,
        visit: &mut V,
        way: &V::Way<'_>,
        place: &Place<V::Ordinal>,
        block: Block<'s, 'de>,
        slot: &'s Slot<'de>,
    ) -> ControlFlow<V::Stop> {
        let field = place.field;
        // A text is there, and few rules are left to ask of it.
        let (rules, value) = match slot {
            Slot::String(text) => (field.text_rules(), Value::String(text)),
            slot => {
                let value = slot.value();
                match rules_to_judge(field.rules(), value) {
                    Ok(rules) => (rules, value),
                    Err(required) => {
                        visit.broken(way, place.ordinal, required)?;
                        (&[][..], value)
                    }
                }
            }
        };
        for rule in rules {
            if !rule.accepts(value) {
                visit.broken(way, place.ordinal, rule)?;
            }
        }
        match (field.get_members(), field.get_each()) {
            ([], None) => Continue(()),
            ([], Some(each)) => self.elements(visit, way, each, place.ordinal.after(1), slot),
            _ => {
                let rows = place.members();
                let object = Object { rows, block };
                self.object(visit, Some(way), object, field.get_across())
            }
        }
    }

    /// Judges the elements of a container. Most rows have none, so this is a function of
    /// its own: in line it costs `rules` 90 instructions of 1,650.
    #[inline(never)]
    fn elements<V: Visit>(
        self,
        visit: &mut V,
        way: &V::Way<'_>,
        each: &'static Each,
        ordinal: V::Ordinal,
        container: &'s Slot<'de>,
    ) -> ControlFlow<V::Stop> {
        let rows = Siblings::of_element(each, ordinal);
        for (key, block) in self.slots.elements(container) {
            let way = V::element(way, key);
            match rows.own_row() {
                Some(place) => self.row(visit, &way, &place, block, block.slot(0))?,
                None => self.object(visit, Some(&way), Object { rows, block }, &[])?,
            }
        }
        Continue(())
    }
}
