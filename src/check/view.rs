//! A valid document as its table describes it: the walk that payloads are taken, sent
//! and shown with.

use core::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::input::{Block, ElementKey, Slot, Slots};
use crate::table::RuleSet;
use crate::table::{Each, Field};

/// A row with its value, and what the table says of the value's inside.
#[derive(Clone, Copy)]
pub(crate) struct Node<'s, 'de> {
    /// The slot of the row in the block, looked up once; null for a missing member that
    /// is sent as null.
    slot: &'s Slot<'de>,
    members: &'static [Field],
    each: Option<&'static Each>,
    slots: &'s Slots<'de>,
    block: Block<'s, 'de>,
    row: usize,
    sends_absent_as_null: bool,
}

impl<'s, 'de> Node<'s, 'de> {
    /// A document, with all that the rules say of it.
    pub(crate) fn root(rules: &RuleSet, slots: &'s Slots<'de>) -> Self {
        let block = slots.root();
        Self {
            slot: block.slot(0),
            members: rules.fields(),
            each: None,
            slots,
            block,
            row: 0,
            sends_absent_as_null: rules.sends_absent_as_null(),
        }
    }

    pub(crate) fn slot(&self) -> &'s Slot<'de> {
        self.slot
    }

    /// Whether there is something to send. A scalar that stands where the table
    /// has a container, and no rule minds, is left out like an unknown member.
    pub(crate) fn is_present(&self) -> bool {
        match self.slot() {
            Slot::Missing | Slot::Other => false,
            Slot::Null | Slot::List(_) | Slot::Object(_) => true,
            Slot::Bool(_) | Slot::Number(_) | Slot::String(_) => {
                self.members.is_empty() && self.each.is_none()
            }
        }
    }

    pub(crate) fn members(self) -> Members<'s, 'de> {
        Members(self)
    }

    /// The elements of the value, for a row with elements.
    pub(crate) fn elements(self) -> impl Iterator<Item = (ElementKey<'s, 'de>, Self)> {
        let elements = self
            .each
            .map(|each| (each, self.slots.elements(self.slot())));
        elements.into_iter().flat_map(move |(each, elements)| {
            elements.map(move |(key, block)| {
                let value = Self {
                    slot: block.slot(0),
                    members: each.members(),
                    each: each.row().and_then(Field::each_of),
                    block,
                    row: 0,
                    ..self
                };
                (key, value)
            })
        })
    }
}

/// The members of an object, as its table has them.
#[derive(Clone, Copy)]
pub(crate) struct Members<'s, 'de>(Node<'s, 'de>);

impl<'s, 'de> Members<'s, 'de> {
    pub(crate) fn iter(self) -> MemberIter<'s, 'de> {
        let object = self.0;
        MemberIter {
            rest: object.members,
            row: object.row.saturating_add(1),
            object,
        }
    }

    fn present(self) -> impl Iterator<Item = (&'static str, Node<'s, 'de>)> {
        self.iter().filter(|(_, member)| member.is_present())
    }
}

/// The members of an object, in the order of the table.
pub(crate) struct MemberIter<'s, 'de> {
    object: Node<'s, 'de>,
    rest: &'static [Field],
    /// The row of the first of the rest.
    row: usize,
}

impl<'s, 'de> MemberIter<'s, 'de> {
    /// The next member that has the key.
    #[inline]
    pub(crate) fn take(&mut self, key: &str) -> Option<Node<'s, 'de>> {
        loop {
            let (own, member) = self.next()?;
            if own == key {
                return Some(member);
            }
        }
    }
}

impl<'s, 'de> Iterator for MemberIter<'s, 'de> {
    type Item = (&'static str, Node<'s, 'de>);

    #[inline]
    fn next(&mut self) -> Option<Self::Item> {
        let (field, rest) = self.rest.split_first()?;
        let object = &self.object;
        let slot = match object.block.slot(self.row) {
            Slot::Missing if object.sends_absent_as_null => &Slot::Null,
            slot => slot,
        };
        let member = Node {
            slot,
            members: field.member_fields(),
            each: field.each_of(),
            row: self.row,
            ..self.object
        };
        self.rest = rest;
        self.row = self.row.saturating_add(field.rows());
        Some((field.key(), member))
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

impl Serialize for Node<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.slot() {
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
            // What is in such a container, no row describes.
            Slot::List(_) if self.members.is_empty() => serializer.serialize_seq(Some(0))?.end(),
            Slot::List(_) | Slot::Object(_) => self.members().serialize(serializer),
            // An element of objects is one, be it null.
            Slot::Missing | Slot::Null if self.row == 0 && !self.members.is_empty() => {
                self.members().serialize(serializer)
            }
            Slot::Missing | Slot::Null | Slot::Other => serializer.serialize_unit(),
        }
    }
}

/// Stands for every value in `Debug`.
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

impl fmt::Debug for Node<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.slot() {
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
