//! A document as the rules see it: [`Slots`], one per row, borrowed from the input.
//!
//! The rows outside of any list stand in one flat array. An element of a list or
//! map keeps only the rows that it has, so that a list of a million numbers
//! costs no more than its length.

mod key;
mod normalize;
mod read;
mod slot;

use alloc::borrow::Cow;
use alloc::vec::Vec;

use smallvec::SmallVec;

pub use read::MAX_DEPTH;
pub(crate) use read::{ReadError, read};
pub(crate) use slot::{Number, Slot};

/// A document, read along a table and not judged yet.
#[derive(Clone)]
pub(crate) struct Slots<'de> {
    /// The document itself, then its rows in the table's order.
    root: SmallVec<[Slot<'de>; 20]>,
    elements: Elements<'de>,
}

/// The elements of every list and map of the document whose elements have rows.
#[derive(Clone, Default)]
struct Elements<'de> {
    list: Vec<Element>,
    entries: Vec<Entry<'de>>,
}

/// One element: its part of the entries, and the element that follows in its container.
#[derive(Debug, Clone, Copy)]
struct Element {
    first: u32,
    end: u32,
    next: Option<u32>,
}

/// A row that an element has.
#[derive(Clone)]
pub(crate) struct Entry<'de> {
    row: u32,
    slot: Slot<'de>,
}

/// The row under which a map's element keeps its key.
const KEY: u32 = u32::MAX;

/// The rows of the document, or of one element.
#[derive(Clone, Copy)]
pub(crate) enum Block<'s, 'de> {
    Whole(&'s [Slot<'de>]),
    Packed(&'s [Entry<'de>]),
}

const MISSING: &Slot<'static> = &Slot::Missing;

impl<'s, 'de> Block<'s, 'de> {
    /// The slot of a row, which is missing if the block does not have it.
    pub(crate) fn slot(self, row: usize) -> &'s Slot<'de> {
        let slot = match self {
            Self::Whole(slots) => slots.get(row),
            Self::Packed(entries) => entries
                .iter()
                .find(|entry| usize::try_from(entry.row) == Ok(row))
                .map(|entry| &entry.slot),
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
    /// The document's own block: row 0 is the document.
    pub(crate) fn root(&self) -> Block<'_, 'de> {
        Block::Whole(&self.root)
    }

    /// The elements of a container, in the order of the document.
    pub(crate) fn elements(
        &self,
        container: &Slot<'de>,
    ) -> impl Iterator<Item = (ElementKey<'_, 'de>, Block<'_, 'de>)> {
        let first = match container {
            Slot::List(extent) | Slot::Object(extent) => extent.first,
            _ => None,
        };
        let elements = &self.elements;
        let chain =
            core::iter::successors(first.and_then(|first| elements.get(first)), |element| {
                element.next.and_then(|next| elements.get(next))
            });
        chain.enumerate().map(|(index, element)| {
            let entries = elements.entries(element);
            match entries.split_first() {
                Some((
                    Entry {
                        row: KEY,
                        slot: Slot::String(key),
                    },
                    rows,
                )) => (ElementKey::Name(key), Block::Packed(rows)),
                _ => (ElementKey::Index(index), Block::Packed(entries)),
            }
        })
    }

    pub(crate) fn into_owned(self) -> Slots<'static> {
        let own = |entry: Entry<'de>| Entry {
            row: entry.row,
            slot: entry.slot.into_owned(),
        };
        Slots {
            root: self.root.into_iter().map(Slot::into_owned).collect(),
            elements: Elements {
                list: self.elements.list,
                entries: self.elements.entries.into_iter().map(own).collect(),
            },
        }
    }
}

impl<'de> Elements<'de> {
    fn get(&self, position: u32) -> Option<&Element> {
        self.list.get(usize::try_from(position).ok()?)
    }

    fn get_mut(&mut self, position: u32) -> Option<&mut Element> {
        self.list.get_mut(usize::try_from(position).ok()?)
    }

    fn entries(&self, element: &Element) -> &[Entry<'de>] {
        let range = usize::try_from(element.first)
            .ok()
            .zip(usize::try_from(element.end).ok())
            .and_then(|(first, end)| self.entries.get(first..end));
        range.unwrap_or_default()
    }

    /// Keeps an element: its key in a map, and those of its rows that are there.
    ///
    /// Returns its position, or `None` when the document has more than 2^32 of them.
    fn push(
        &mut self,
        key: Option<Cow<'de, str>>,
        rows: impl Iterator<Item = Slot<'de>>,
    ) -> Option<u32> {
        let position = u32::try_from(self.list.len()).ok()?;
        let first = u32::try_from(self.entries.len()).ok()?;
        self.entries.extend(key.map(|key| Entry {
            row: KEY,
            slot: Slot::String(key),
        }));
        for (row, slot) in (0u32..).zip(rows) {
            if !matches!(slot, Slot::Missing) {
                self.entries.push(Entry { row, slot });
            }
        }
        let end = u32::try_from(self.entries.len()).ok()?;
        self.list.push(Element {
            first,
            end,
            next: None,
        });
        Some(position)
    }

    /// Lets only the last of several elements of one key stand, in the place of the first.
    fn unite_same_keys(&mut self, first: Option<u32>) {
        let mut order: Vec<u32> = Vec::new();
        let mut next = first;
        while let Some(position) = next {
            order.push(position);
            next = self.get(position).and_then(|element| element.next);
        }
        let mut by_key = order.clone();
        by_key.sort_by_key(|position| self.key(*position));
        let same = by_key.chunk_by(|left, right| self.key(*left) == self.key(*right));
        let moves: Vec<(u32, u32)> = same
            .filter_map(|group| Some((*group.first()?, *group.last()?)))
            .filter(|(first, last)| first != last)
            .collect();
        if moves.is_empty() {
            return;
        }
        let is_kept = self.first_of_each_key(&by_key);
        for (first, last) in moves {
            let Some(last) = self.get(last).copied() else {
                continue;
            };
            if let Some(first) = self.get_mut(first) {
                (first.first, first.end) = (last.first, last.end);
            }
        }
        order.retain(|position| is_kept.binary_search(position).is_ok());
        self.link(&order);
    }

    fn first_of_each_key(&self, by_key: &[u32]) -> Vec<u32> {
        let groups = by_key.chunk_by(|left, right| self.key(*left) == self.key(*right));
        let mut first: Vec<u32> = groups.filter_map(|group| group.first().copied()).collect();
        first.sort_unstable();
        first
    }

    fn key(&self, position: u32) -> &str {
        let element = self.get(position);
        match element.and_then(|element| self.entries(element).first()) {
            Some(Entry {
                row: KEY,
                slot: Slot::String(key),
            }) => key,
            _ => "",
        }
    }

    /// Makes the elements follow each other in this order.
    fn link(&mut self, order: &[u32]) {
        let following = order.iter().skip(1).copied().map(Some).chain([None]);
        for (position, next) in order.iter().zip(following) {
            if let Some(element) = self.get_mut(*position) {
                element.next = next;
            }
        }
    }
}
