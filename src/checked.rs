//! The proof that a document satisfies its rule set: [`Checked`].

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::field::{Each, Field};
use crate::input::{Block, ElementKey, Extent, Slot, Slots};
use crate::locate::{Located, locate};
use crate::rule_set::{Fallback, RuleSet};

/// A document that satisfies its rule set, normalised.
///
/// Serialises to the payload to send: strings trimmed, blank ones null, unknown
/// members gone, numbers as digits where the rules say so; members in the order
/// of the table, elements in the order of the document. What the document leaves
/// out stays out, and what it sets to null stays null.
///
/// Of a container, what the table describes is kept: an element that is no object
/// where there are rows for objects, such as `"x"` among contacts, is sent as one
/// without members.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static CITY: RuleSet = RuleSet::new(&[
///     field("city", &[Required, String]),
///     field("county", &[Nullable, String]),
/// ]);
///
/// let checked = CITY.check_json(br#"{"county": "", "city": "Sandnes ", "area": 5}"#).unwrap();
/// assert_eq!(serde_json::to_string(&checked).unwrap(), r#"{"city":"Sandnes","county":null}"#);
/// ```
#[derive(Clone)]
pub struct Checked<'de> {
    rules: RuleSet,
    slots: Slots<'de>,
    filled_in: Vec<&'static Fallback>,
}

impl<'de> Checked<'de> {
    /// For slots that satisfy the rules.
    pub(crate) fn new(rules: RuleSet, mut slots: Slots<'de>) -> Self {
        let is_absent = |slots: &Slots<'de>, path: &str| {
            locate(rules.fields(), path)
                .is_none_or(|located| slots.root().slot(root_slot(located.slot())).is_absent())
        };
        let mut filled_in = Vec::new();
        for fallback in rules.fallbacks() {
            if fallback.unless().iter().all(|path| is_absent(&slots, path)) {
                fill_in(&mut slots, rules.fields(), fallback);
                filled_in.push(fallback);
            }
        }
        Self {
            rules,
            slots,
            filled_in,
        }
    }

    /// What was put in, by the rule set's fallbacks, where the document gave none.
    ///
    /// ```
    /// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
    ///
    /// let checked = CHANGE_CUSTOMER_INFO.check_json(br#"{"name": {"firstName": "Ola"}}"#).unwrap();
    /// let filled_in: Vec<_> = checked.filled_in().map(|f| (f.path(), f.text())).collect();
    /// assert_eq!(filled_in, [("name.lastName", "-")]);
    /// ```
    #[must_use]
    pub fn filled_in(&self) -> impl ExactSizeIterator<Item = &'static Fallback> {
        self.filled_in.iter().copied()
    }

    /// The rules that the document satisfies.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The same, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Checked<'static> {
        Checked {
            rules: self.rules,
            slots: self.slots.into_owned(),
            filled_in: self.filled_in,
        }
    }

    /// The document, to be read into a typed payload.
    pub(crate) fn root(&self) -> Node<'_, 'de> {
        Node {
            members: self.rules.fields(),
            each: None,
            slots: &self.slots,
            block: self.slots.root(),
            row: 0,
            sends_absent_as_null: self.rules.sends_absent_as_null(),
        }
    }
}

/// The slot in the document's block of a row: the document itself is the first.
fn root_slot(row: usize) -> usize {
    row.saturating_add(1)
}

/// Puts the fallback in, and makes the rows that lead to it objects.
fn fill_in(slots: &mut Slots<'_>, fields: &'static [Field], fallback: &'static Fallback) {
    let Some(Located { rows, .. }) = locate(fields, fallback.path()) else {
        return;
    };
    for (field, row) in rows {
        let Some(slot) = slots.root_mut(root_slot(row)) else {
            return;
        };
        if field.member_fields().is_empty() {
            *slot = Slot::String(Cow::Borrowed(fallback.text()));
        } else if !matches!(slot, Slot::Object(_)) {
            *slot = Slot::Object(Extent {
                len: 1,
                first: None,
            });
        }
    }
}

impl fmt::Debug for Checked<'_> {
    /// The members that are there, without their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.root().members().fmt(f)
    }
}

impl Serialize for Checked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.root().members().serialize(serializer)
    }
}

/// A row with its value, and what the table says of the value's inside.
#[derive(Clone, Copy)]
pub(crate) struct Node<'s, 'de> {
    members: &'static [Field],
    each: Option<&'static Each>,
    slots: &'s Slots<'de>,
    block: Block<'s, 'de>,
    row: usize,
    sends_absent_as_null: bool,
}

impl<'s, 'de> Node<'s, 'de> {
    pub(crate) fn slot(&self) -> &'s Slot<'de> {
        // Row 0 is the document or an element itself, and no member of anything.
        let is_member = self.row > 0;
        match self.block.slot(self.row) {
            Slot::Missing if self.sends_absent_as_null && is_member => &Slot::Null,
            slot => slot,
        }
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
        let member = Node {
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
