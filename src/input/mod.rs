//! Bytes and deserializers, read into slots: a document as the rules see it.
//!
//! There is a slot for each row, borrowed from the input. The rows outside of any list
//! or map have theirs in one flat array. An element of a list or map keeps only the slots
//! of the members that it has.

mod elements;
#[cfg(feature = "json")]
mod json;
mod key;
mod normalize;
mod observe;
mod read;
mod shape;
mod slot;
#[cfg(feature = "json")]
mod spelling;
mod state;
mod syntax_error;

use alloc::borrow::Cow;

use smallvec::SmallVec;

use crate::table::{Field, slots};

use elements::{Elements, Entry};
#[cfg(feature = "json")]
pub(crate) use json::read_json;
#[cfg(feature = "json")]
pub(crate) use key::is_number;
pub(crate) use observe::Noticing;
pub use read::MAX_DEPTH;
pub(crate) use read::{ReadError, read, read_observed, read_text};
pub(crate) use shape::Shape;
pub(crate) use slot::{Extent, Slot};
pub use syntax_error::SyntaxError;

/// How many slots need no allocation.
const IN_PLACE: usize = 20;

/// A document, read along a table and not judged yet.
#[derive(Clone)]
pub(crate) struct Slots<'de> {
    /// The document itself, then its rows in the table's order.
    root: SmallVec<[Slot<'de>; IN_PLACE]>,
    elements: Elements<'de>,
}

/// The slots of the document, or of one element.
#[derive(Clone, Copy)]
pub(crate) enum Block<'s, 'de> {
    Whole(&'s [Slot<'de>]),
    Packed(&'s [Entry<'de>]),
}

const MISSING: &Slot<'static> = &Slot::Missing;

impl<'s, 'de> Block<'s, 'de> {
    /// The slot at an offset: missing, if the block does not have it.
    pub(crate) fn slot(self, offset: usize) -> &'s Slot<'de> {
        let slot = match self {
            Self::Whole(slots) => slots.get(offset),
            Self::Packed(entries) => elements::slot_at(entries, offset),
        };
        slot.unwrap_or(MISSING)
    }
}

/// How an element is named: by its key in a map, by its place in a list.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ElementKey<'s, 'de> {
    Index(usize),
    Name(&'s Cow<'de, str>),
}

impl<'de> Slots<'de> {
    /// The slots of a table's rows before anything is read.
    pub(crate) fn missing(fields: &'static [Field]) -> Self {
        let count = slots(fields).saturating_add(1);
        let root = if count <= IN_PLACE {
            // All at once, and no more are used than there are rows.
            SmallVec::from_buf_and_len([const { Slot::Missing }; IN_PLACE], count)
        } else {
            core::iter::repeat_with(Slot::default).take(count).collect()
        };
        Self {
            root,
            elements: Elements::default(),
        }
    }

    /// The document's block: the slot of the document itself, then those of its rows.
    pub(crate) fn root(&self) -> Block<'_, 'de> {
        Block::Whole(&self.root)
    }

    pub(crate) fn root_mut(&mut self, offset: usize) -> Option<&mut Slot<'de>> {
        self.root.get_mut(offset)
    }

    /// The elements of a container, in the order of the document.
    pub(crate) fn elements(
        &self,
        container: &Slot<'de>,
    ) -> impl Iterator<Item = (ElementKey<'_, 'de>, Block<'_, 'de>)> {
        let extent = match container {
            Slot::List(extent) | Slot::Object(extent) => *extent,
            _ => Extent::default(),
        };
        self.elements.of(extent)
    }

    /// The same, borrowing nothing: it lives as long as its owner likes.
    pub(crate) fn into_owned<'o>(self) -> Slots<'o> {
        let owned = |slot: Slot<'de>| -> Slot<'o> { slot.into_owned() };
        Slots {
            root: self.root.into_iter().map(owned).collect(),
            elements: self.elements.into_owned(),
        }
    }
}
