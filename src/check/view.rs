//! A valid document as its table describes it: [`View`]. Payloads are made from it, and a
//! checked document serialises and displays itself through it.

use core::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::input::{Block, ElementKey, Slot, Slots};
use crate::table::{Each, Field, Place, RuleSet, Siblings};

/// A value, and the rows that describe its content.
///
/// The parts of a payload are made from it. It has no public methods.
#[derive(Clone, Copy)]
pub struct View<'s, 'de> {
    /// The value's slot. Null for a missing member that is sent as null.
    slot: &'s Slot<'de>,
    members: &'static [Field],
    each: Option<&'static Each>,
    slots: &'s Slots<'de>,
    block: Block<'s, 'de>,
    /// The offset of the value's slot in the block. 0 for a document or an element.
    offset: usize,
    sends_absent_as_null: bool,
}

impl<'s, 'de> View<'s, 'de> {
    /// The view of a whole document.
    pub(crate) fn root(rules: &RuleSet, slots: &'s Slots<'de>) -> Self {
        let block = slots.root();
        Self {
            slot: block.slot(0),
            members: rules.fields(),
            each: None,
            slots,
            block,
            offset: 0,
            sends_absent_as_null: rules.sends_absent_as_null(),
        }
    }

    pub(crate) fn text(&self) -> Option<&'s str> {
        self.slot.as_str()
    }

    pub(crate) fn slot(&self) -> &'s Slot<'de> {
        self.slot
    }

    /// Whether the value is sent. A scalar where the table describes a container is not, if no
    /// rule refuses it; it is left out like an unknown member.
    pub(crate) fn is_present(&self) -> bool {
        match self.slot {
            Slot::Missing | Slot::Other => false,
            Slot::Null | Slot::List(_) | Slot::Object(_) => true,
            Slot::Bool(_) | Slot::Number(_) | Slot::String(_) => {
                self.members.is_empty() && self.each.is_none()
            }
        }
    }

    /// Whether both are elements with one and the same block: equal ones without members
    /// share it.
    pub(crate) fn shares_block(self, other: Self) -> bool {
        match (self.block, other.block) {
            (Block::Packed([]), Block::Packed([])) => true,
            (Block::Packed(own), Block::Packed(other)) => core::ptr::eq(own, other),
            _ => false,
        }
    }

    pub(crate) fn members(self) -> Members<'s, 'de> {
        Members(self)
    }

    /// The elements of the value, for a row with elements.
    pub(crate) fn elements(self) -> impl Iterator<Item = (ElementKey<'s, 'de>, Self)> {
        let elements = self.each.map(|each| (each, self.slots.elements(self.slot)));
        elements.into_iter().flat_map(move |(each, elements)| {
            elements.map(move |(key, block)| {
                let value = Self {
                    slot: block.slot(0),
                    members: each.members(),
                    each: each.row().and_then(Field::get_each),
                    block,
                    offset: 0,
                    ..self
                };
                (key, value)
            })
        })
    }
}

impl fmt::Debug for View<'_, '_> {
    /// Shows which members are present, but not their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.slot {
            Slot::Null => f.write_str("null"),
            Slot::List(_) | Slot::Object(_) if self.each.is_some() => f
                .debug_list()
                .entries(self.elements().map(|(_, element)| element))
                .finish(),
            Slot::List(_) | Slot::Object(_) | Slot::Missing => self.members().fmt(f),
            _ => hidden(f),
        }
    }
}

/// The members of an object, as its table has them.
#[derive(Clone, Copy)]
pub(crate) struct Members<'s, 'de>(View<'s, 'de>);

impl<'s, 'de> Members<'s, 'de> {
    pub(crate) fn iter(self) -> MemberIter<'s, 'de> {
        let object = self.0;
        let own = Siblings::of_members(object.members, object.offset);
        MemberIter { object, rest: own }
    }

    fn present(self) -> impl Iterator<Item = (&'static str, View<'s, 'de>)> {
        let members = self.iter().map(|(place, view)| (place.field.key(), view));
        members.filter(|(_, member)| member.is_present())
    }
}

/// The members of an object, in the order of the table.
#[derive(Debug, Clone)]
pub(crate) struct MemberIter<'s, 'de> {
    object: View<'s, 'de>,
    rest: Siblings<()>,
}

impl<'s, 'de> MemberIter<'s, 'de> {
    /// The next member that has the key.
    #[inline]
    pub(crate) fn find_key(&mut self, key: &str) -> Option<View<'s, 'de>> {
        loop {
            let (place, member) = self.next()?;
            if place.field.key() == key {
                return Some(member);
            }
        }
    }
}

impl<'s, 'de> Iterator for MemberIter<'s, 'de> {
    type Item = (Place<()>, View<'s, 'de>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let place = self.rest.next()?;
        let object = &self.object;
        let slot = match object.block.slot(place.slot) {
            Slot::Missing if object.sends_absent_as_null => &Slot::Null,
            slot => slot,
        };
        let member = View {
            slot,
            members: place.field.get_members(),
            each: place.field.get_each(),
            offset: place.slot,
            ..self.object
        };
        Some((place, member))
    }
}

impl Serialize for Members<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.present().count()))?;
        for (key, member) in self.present() {
            map.serialize_entry(key, &member)?;
        }
        map.end()
    }
}

impl Serialize for View<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.slot {
            Slot::Bool(bool) => serializer.serialize_bool(*bool),
            Slot::Number(number) => number.serialize(serializer),
            Slot::String(text) => serializer.serialize_str(text),
            Slot::List(_) if self.each.is_some() => {
                let mut list = serializer.serialize_seq(None)?;
                self.elements()
                    .try_for_each(|(_, element)| list.serialize_element(&element))?;
                list.end()
            }
            Slot::Object(_) if self.each.is_some() => {
                let mut map = serializer.serialize_map(None)?;
                for (key, element) in self.elements() {
                    match key {
                        ElementKey::Name(name) => map.serialize_entry(name, &element)?,
                        ElementKey::Index(index) => map.serialize_entry(&index, &element)?,
                    }
                }
                map.end()
            }
            // No row describes what is inside.
            Slot::List(_) if self.members.is_empty() => serializer.serialize_seq(Some(0))?.end(),
            Slot::List(_) | Slot::Object(_) => self.members().serialize(serializer),
            // Where elements have members, each is sent as an object, even a null.
            Slot::Missing | Slot::Null if self.offset == 0 && !self.members.is_empty() => {
                self.members().serialize(serializer)
            }
            Slot::Missing | Slot::Null | Slot::Other => serializer.serialize_unit(),
        }
    }
}

/// Writes what `Debug` shows in place of a value.
pub(crate) fn hidden(f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str("***")
}

impl fmt::Debug for Members<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut map = f.debug_map();
        for (key, member) in self.present() {
            map.entry(&format_args!("{key}"), &member);
        }
        map.finish()
    }
}
