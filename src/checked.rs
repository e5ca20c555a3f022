//! The proof that a document satisfies its rule set: [`Checked`].

use core::fmt;

use serde::ser::{SerializeMap, SerializeSeq};
use serde::{Serialize, Serializer};

use crate::field::Field;
use crate::input::{Block, ElementKey, Number, Slot, Slots};
use crate::rule_set::RuleSet;

/// A document that satisfies its rule set, normalised.
///
/// Serialises to the payload to send: strings trimmed, empty ones null, unknown
/// members gone, numbers as digits where the rules say so; members in the order
/// of the table, elements in the order of the document. What the document leaves
/// out stays out, and what it sets to null stays null.
///
/// Of a container, what the table describes is kept: an element without rows
/// that are there, such as `"x"` among contacts, is sent as `{}`.
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
}

impl<'de> Checked<'de> {
    pub(crate) fn new(rules: RuleSet, slots: Slots<'de>) -> Self {
        Self { rules, slots }
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
        }
    }

    /// The document's members, to be read into a typed payload.
    pub(crate) fn members(&self) -> Members<'_, 'de> {
        Members {
            fields: self.rules.fields(),
            slots: &self.slots,
            block: self.slots.root(),
            row: 1,
        }
    }
}

impl fmt::Debug for Checked<'_> {
    /// The members that are there, without their values.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.members().fmt(f)
    }
}

impl Serialize for Checked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members().serialize(serializer)
    }
}

/// The rows of an object, each with its value.
#[derive(Clone, Copy)]
pub(crate) struct Members<'s, 'de> {
    fields: &'static [Field],
    slots: &'s Slots<'de>,
    block: Block<'s, 'de>,
    /// The row of the first field in the block.
    row: usize,
}

/// One row with its value.
#[derive(Clone, Copy)]
pub(crate) struct Member<'s, 'de> {
    field: &'static Field,
    slots: &'s Slots<'de>,
    block: Block<'s, 'de>,
    row: usize,
}

impl<'s, 'de> Members<'s, 'de> {
    pub(crate) fn iter(self) -> impl Iterator<Item = Member<'s, 'de>> {
        let Self {
            fields,
            slots,
            block,
            row,
        } = self;
        fields.iter().scan(row, move |row, field| {
            let own = *row;
            *row = row.saturating_add(field.rows());
            Some(Member {
                field,
                slots,
                block,
                row: own,
            })
        })
    }

    pub(crate) fn get(self, key: &str) -> Option<Member<'s, 'de>> {
        self.iter().find(|member| member.field.key() == key)
    }

    fn present(self) -> impl Iterator<Item = Member<'s, 'de>> {
        self.iter().filter(Member::is_present)
    }
}

impl<'s, 'de> Member<'s, 'de> {
    pub(crate) fn slot(&self) -> &'s Slot<'de> {
        self.block.slot(self.row)
    }

    /// Whether there is something to send. A scalar that stands where the table
    /// has a container, and no rule minds, is left out like an unknown member.
    pub(crate) fn is_present(&self) -> bool {
        let takes_container =
            !self.field.member_fields().is_empty() || self.field.element().is_some();
        match self.slot() {
            Slot::Missing | Slot::Other => false,
            Slot::Null | Slot::List(_) | Slot::Object(_) => true,
            Slot::Bool(_) | Slot::Number(_) | Slot::String(_) => !takes_container,
        }
    }

    /// The members of the value, for a row with members.
    pub(crate) fn members(&self) -> Members<'s, 'de> {
        Members {
            fields: self.field.member_fields(),
            slots: self.slots,
            block: self.block,
            row: self.row.saturating_add(1),
        }
    }

    /// The elements of the value, for a row with elements.
    pub(crate) fn elements(&self) -> impl Iterator<Item = (ElementKey<'s, 'de>, Members<'s, 'de>)> {
        let slots = self.slots;
        let fields = self
            .field
            .element()
            .map(|each| each.members)
            .unwrap_or_default();
        slots.elements(self.slot()).map(move |(key, block)| {
            (
                key,
                Members {
                    fields,
                    slots,
                    block,
                    row: 1,
                },
            )
        })
    }
}

impl Serialize for Members<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.present().count()))?;
        for member in self.present() {
            map.serialize_entry(member.field.key(), &member)?;
        }
        map.end()
    }
}

impl Serialize for Member<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let has_elements = self.field.element().is_some();
        match self.slot() {
            Slot::Missing | Slot::Null | Slot::Other => serializer.serialize_unit(),
            Slot::Bool(bool) => serializer.serialize_bool(*bool),
            Slot::Number(Number::Int(int)) => serializer.serialize_i64(*int),
            Slot::Number(Number::Big(big)) => serializer.serialize_u64(*big),
            Slot::Number(Number::Float(float)) => serializer.serialize_f64(*float),
            Slot::String(text) => serializer.serialize_str(text),
            Slot::List(_) if has_elements => {
                let mut list = serializer.serialize_seq(None)?;
                self.elements()
                    .try_for_each(|(_, element)| list.serialize_element(&element))?;
                list.end()
            }
            Slot::Object(_) if has_elements => {
                let mut map = serializer.serialize_map(None)?;
                for (key, element) in self.elements() {
                    match key {
                        ElementKey::Name(name) => map.serialize_entry(name, &element)?,
                        ElementKey::Index(index) => map.serialize_entry(&index, &element)?,
                    }
                }
                map.end()
            }
            // What is in a container, no row describes.
            Slot::List(_) if self.field.member_fields().is_empty() => {
                serializer.serialize_seq(Some(0))?.end()
            }
            Slot::List(_) | Slot::Object(_) => self.members().serialize(serializer),
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
        for member in self.present() {
            map.entry(&format_args!("{}", member.field.key()), &member);
        }
        map.finish()
    }
}

impl fmt::Debug for Member<'_, '_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.slot() {
            Slot::Null => f.write_str("null"),
            Slot::List(_) | Slot::Object(_) if self.field.element().is_some() => f
                .debug_list()
                .entries(self.elements().map(|(_, element)| element))
                .finish(),
            Slot::List(_) | Slot::Object(_) => self.members().fmt(f),
            _ => hidden(f),
        }
    }
}
