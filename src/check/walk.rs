//! The walk over rows and their slots, [`Walk`], generic over what it collects, [`Visit`]:
//! nothing for the verdict, or violations with their paths for the report.

use core::ops::ControlFlow::{self, Break, Continue};

use crate::input::{Block, ElementKey, Slot, Slots};
use crate::rule::{CrossRule, Rule, Value, rules_to_judge};
use crate::table::{Each, Field, Ordinal, Place, Siblings, find};

/// What a walk does with a broken rule, and what it keeps track of for that.
pub(super) trait Visit {
    /// The position in the document, if it is needed.
    type Way<'w>;

    /// `()` if a broken rule ends the walk, or a type without values if nothing does.
    type Stop;

    /// How rows are counted.
    type Ordinal: Ordinal;

    /// The way to a row from the object around it.
    fn row<'w, 'a: 'w>(above: Option<&'w Self::Way<'a>>, field: &'static Field) -> Self::Way<'w>;

    /// The way to an element from its container.
    fn element<'w, 'a: 'w>(above: &'w Self::Way<'a>, key: ElementKey<'_, '_>) -> Self::Way<'w>;

    /// Is called when a row's rule is broken. Returns `Break` to end the walk.
    fn broken(
        &mut self,
        way: &Self::Way<'_>,
        ordinal: Self::Ordinal,
        rule: &'static Rule,
    ) -> ControlFlow<Self::Stop>;

    /// Is called when a rule across the object's fields is broken.
    fn broken_across(
        &mut self,
        above: Option<&Self::Way<'_>>,
        rule: &'static CrossRule,
        object: Object<'_, '_, Self::Ordinal>,
    ) -> ControlFlow<Self::Stop>;
}

/// Judges only whether all rules hold: the first broken rule ends the walk.
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

/// An object: its rows, and the block with their slots.
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

/// Visits rows together with their slots, in the order of the rows.
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
            // Most values are texts, and most rows accept any text. Skipping those saves
            // `rules` 340 instructions of 1,740.
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

    /// Judges a row and the content of its value.
    pub(super) fn row<V: Visit>(
        self,
        visit: &mut V,
        way: &V::Way<'_>,
        place: &Place<V::Ordinal>,
        block: Block<'s, 'de>,
        slot: &'s Slot<'de>,
    ) -> ControlFlow<V::Stop> {
        let field = place.field;
        // A text satisfies presence and `String`; only the other rules are left to check.
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

    /// Judges the elements of a container. Most rows have none, so this is not inlined: inlining
    /// costs `rules` 90 instructions of 1,650.
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
