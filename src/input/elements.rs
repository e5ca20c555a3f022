//! The elements of lists and maps, kept in one flat array.
//!
//! An element is a header and the slots that it has, one entry each. Elements of
//! one container are linked, since those of inner containers come between them.
//! An element of a list without any member takes no entry at all: a list of a million
//! numbers where objects are expected costs nothing.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use super::slot::{Extent, Slot};
use super::{Block, ElementKey};

/// Every element of the document that its table describes.
#[derive(Clone, Default)]
pub(super) struct Elements<'de>(Vec<Entry<'de>>);

/// A slot of an element, or its header.
#[derive(Clone)]
pub(crate) struct Entry<'de> {
    place: Place,
    /// In a header: the header of the element that follows in the container. None
    /// follows at position 0, where the first of all elements stands.
    next: Option<NonZeroU32>,
    slot: Slot<'de>,
}

/// What an entry is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place(u32);

impl Place {
    const HEADER: u32 = 1 << 31;
    /// The header of a map's element, with its key in the slot.
    const NAME: Self = Self(u32::MAX);
    /// The header of a list's element, with its index in the slot.
    const INDEX: Self = Self(u32::MAX - 1);
    /// The header of a list's element that is a mere value, and that value.
    const VALUE: Self = Self(Self::HEADER);

    fn is_header(self) -> bool {
        self.0 & Self::HEADER != 0
    }

    fn is_at(self, offset: usize) -> bool {
        // A mere value is the first slot of its block.
        usize::try_from(self.0 & !Self::HEADER) == Ok(offset)
    }
}

impl<'de> Entry<'de> {
    pub(super) fn slot_at(&self, offset: usize) -> Option<&Slot<'de>> {
        self.place.is_at(offset).then_some(&self.slot)
    }

    fn into_owned(self) -> Entry<'static> {
        Entry {
            place: self.place,
            next: self.next,
            slot: self.slot.into_owned(),
        }
    }
}

/// An element that has been read and is to be kept.
pub(super) struct NewElement<'de, I> {
    /// The key in a map, the index in a list.
    pub(super) key: NewKey<'de>,
    /// Its own slot, if it is needed, and those of its members.
    pub(super) slots: I,
    /// Whether it can have no members, so that its own slot is all there is.
    pub(super) is_mere_value: bool,
}

pub(super) enum NewKey<'de> {
    Name(Cow<'de, str>),
    Index(u32),
}

impl<'de> Elements<'de> {
    /// Keeps an element. Returns the position of its header, `Ok(None)` if there
    /// is nothing to keep, and an error when there is no room for more.
    pub(super) fn push(
        &mut self,
        element: NewElement<'de, impl Iterator<Item = Slot<'de>>>,
    ) -> Result<Option<u32>, Full> {
        let position = self.end()?;
        // Room for all of it at once: the first element would ask for some twice.
        let (at_least, at_most) = element.slots.size_hint();
        self.0
            .reserve(at_most.unwrap_or(at_least).saturating_add(1));
        let mut slots = (0u32..).zip(element.slots);
        let (place, slot) = match element.key {
            NewKey::Name(name) => (Place::NAME, Slot::String(name)),
            NewKey::Index(_) if element.is_mere_value => (
                Place::VALUE,
                slots.next().map(|(_, own)| own).unwrap_or_default(),
            ),
            NewKey::Index(index) => (Place::INDEX, Slot::Number(i64::from(index).into())),
        };
        self.0.push(Entry {
            place,
            next: None,
            slot,
        });
        for (offset, slot) in slots {
            if !matches!(slot, Slot::Missing) {
                self.0.push(Entry {
                    place: Place(offset),
                    next: None,
                    slot,
                });
            }
        }
        let header_only = position.saturating_add(1) == self.end()?;
        if header_only && place == Place::INDEX {
            self.0.pop();
            return Ok(None);
        }
        Ok(Some(position))
    }

    fn end(&self) -> Result<u32, Full> {
        u32::try_from(self.0.len()).map_err(|_| Full)
    }

    fn get(&self, position: u32) -> Option<&Entry<'de>> {
        self.0.get(usize::try_from(position).ok()?)
    }

    fn link(&mut self, before: u32, position: u32) {
        let before = usize::try_from(before).ok();
        if let Some(header) = before.and_then(|before| self.0.get_mut(before)) {
            header.next = NonZeroU32::new(position);
        }
    }

    /// The entries of the element whose header stands at `position`.
    fn element(&self, position: u32) -> &[Entry<'de>] {
        let from = usize::try_from(position).ok();
        let Some(entries) = from.and_then(|from| self.0.get(from..)) else {
            return &[];
        };
        let is_later_header = |(at, entry): (usize, &Entry<'_>)| at > 0 && entry.place.is_header();
        let end = entries.iter().enumerate().position(is_later_header);
        entries
            .get(..end.unwrap_or(entries.len()))
            .unwrap_or_default()
    }

    /// The elements of a container, in their order.
    pub(super) fn of(
        &self,
        extent: Extent,
    ) -> impl Iterator<Item = (ElementKey<'_, 'de>, Block<'_, 'de>)> {
        let mut next = extent.first;
        (0..extent.len).map(move |index| {
            let position_in_list = usize::try_from(index).unwrap_or(usize::MAX);
            let nothing_kept = (ElementKey::Index(position_in_list), Block::Packed(&[]));
            let Some((position, header)) = next.and_then(|next| Some((next, self.get(next)?)))
            else {
                return nothing_kept;
            };
            let entries = self.element(position);
            let found = match &header.slot {
                Slot::String(name) if header.place == Place::NAME => {
                    (ElementKey::Name(name), Block::Packed(entries))
                }
                Slot::Number(at)
                    if header.place == Place::INDEX && at.as_i64() != Some(i64::from(index)) =>
                {
                    return nothing_kept;
                }
                _ => (ElementKey::Index(position_in_list), Block::Packed(entries)),
            };
            next = header.next.map(NonZeroU32::get);
            found
        })
    }

    /// Lets only the last of several elements of one key stand, in the place of the
    /// first. Returns the first element and how many there are now.
    pub(super) fn unite_same_keys(&mut self, extent: Extent) -> Extent {
        let positions: Vec<u32> = core::iter::successors(extent.first, |position| {
            self.get(*position)?.next.map(NonZeroU32::get)
        })
        .collect();
        let mut ranks: Vec<usize> = (0..positions.len()).collect();
        let key = |rank: &usize| {
            positions
                .get(*rank)
                .map_or("", |position| self.key(*position))
        };
        // Stable: among equal keys the ranks ascend.
        ranks.sort_by(|left, right| key(left).cmp(key(right)));
        let mut united: Vec<Option<u32>> = alloc::vec![None; positions.len()];
        for same in ranks.chunk_by(|left, right| key(left) == key(right)) {
            let place = same.first().and_then(|first| united.get_mut(*first));
            if let (Some(place), Some(last)) = (place, same.last()) {
                *place = positions.get(*last).copied();
            }
        }
        let mut chain = Chain::default();
        for position in united.into_iter().flatten() {
            chain.push(Some(position), self);
        }
        chain.extent()
    }

    fn key(&self, position: u32) -> &str {
        self.get(position)
            .and_then(|header| header.slot.as_str())
            .unwrap_or_default()
    }

    pub(super) fn into_owned(self) -> Elements<'static> {
        Elements(self.0.into_iter().map(Entry::into_owned).collect())
    }
}

/// There is no room for more elements.
#[derive(Debug)]
pub(super) struct Full;

/// Links the elements of one container as they come.
#[derive(Default)]
pub(super) struct Chain {
    first: Option<u32>,
    last: Option<u32>,
    len: u32,
}

impl Chain {
    pub(super) fn len(&self) -> u32 {
        self.len
    }

    /// Adds an element, by the position of its header if it has one.
    pub(super) fn push(&mut self, position: Option<u32>, elements: &mut Elements<'_>) {
        self.len = self.len.saturating_add(1);
        let Some(position) = position else { return };
        match self.last {
            Some(last) => elements.link(last, position),
            None => self.first = Some(position),
        }
        // The element may have stood elsewhere before.
        self.last = Some(position);
        if let Some(header) = usize::try_from(position)
            .ok()
            .and_then(|at| elements.0.get_mut(at))
        {
            header.next = None;
        }
    }

    pub(super) fn extent(&self) -> Extent {
        Extent {
            len: self.len,
            first: self.first,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_what_we_think() {
        assert_eq!(size_of::<Entry<'_>>(), 32);
    }
}
