//! The elements of lists and maps, kept in one flat array.
//!
//! An element is a header and the slots that it has, one entry each. Elements of
//! one container are linked, since those of inner containers come between them.
//! An element of a list without a row of its own and without any member takes no entry:
//! a list of a million numbers where objects are expected costs nothing. Equal elements
//! without members, such as a million `{}`, share one entry.

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use super::slot::{Extent, Slot};
use super::{Block, ElementKey};

/// The most elements that a document may have in one container, and the most entries that
/// it may take for all of them.
const MAX_ELEMENTS: u32 = u32::MAX >> 1;

/// Every element of the document that its table describes.
#[derive(Clone)]
pub(super) struct Elements<'de> {
    entries: Vec<Entry<'de>>,
    /// How many there may be: [`MAX_ELEMENTS`], and fewer in tests.
    limit: u32,
}

impl Default for Elements<'_> {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            limit: MAX_ELEMENTS,
        }
    }
}

/// A slot of an element, or its header.
#[derive(Clone)]
pub(crate) struct Entry<'de> {
    place: Place,
    /// In a header: the header of the element that follows in the container. None
    /// follows at position 0, where the first of all elements is.
    next: Option<NonZeroU32>,
    slot: Slot<'de>,
}

/// What an entry is: the offset of a slot, or a header.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place(u32);

impl Place {
    const HEADER: u32 = 1 << 31;
    /// The header of a map's element, with its key in the slot.
    const NAME: Self = Self(u32::MAX);
    /// The header of a list's element without a row of its own, with its index in the slot.
    const INDEX: Self = Self(u32::MAX - 1);
    /// The header of a list's element with a row of its own, which has the slot. Equal
    /// elements without members share it: the lower bits count those after the first.
    const OWN: Self = Self(Self::HEADER);

    fn is_header(self) -> bool {
        self.0 & Self::HEADER != 0
    }

    fn is_own(self) -> bool {
        self.is_header() && self < Self::INDEX
    }

    fn is_at(self, offset: usize) -> bool {
        if self.is_own() {
            offset == 0
        } else {
            usize::try_from(self.0) == Ok(offset)
        }
    }

    /// How many elements the header is of.
    fn count(self) -> u32 {
        if self.is_own() {
            (self.0 & !Self::HEADER).saturating_add(1)
        } else {
            1
        }
    }

    /// The header of one element more, if it can be.
    fn one_more(self) -> Option<Self> {
        let more = Self(self.0.checked_add(1)?);
        (self.is_own() && more < Self::INDEX).then_some(more)
    }
}

impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<core::cmp::Ordering> {
        self.0.partial_cmp(&other.0)
    }
}

/// How many entries are looked through one by one: more are searched, since their offsets
/// ascend.
const FEW: usize = 16;

/// The slot at an offset, among the entries of an element.
pub(super) fn slot_at<'e, 'de>(entries: &'e [Entry<'de>], offset: usize) -> Option<&'e Slot<'de>> {
    let found = if entries.len() <= FEW {
        entries.iter().find(|entry| entry.place.is_at(offset))
    } else {
        let (header, slots) = entries.split_first()?;
        if header.place.is_at(offset) {
            Some(header)
        } else {
            let wanted = Place(u32::try_from(offset).ok()?);
            let found = slots.binary_search_by_key(&wanted.0, |entry| entry.place.0);
            slots.get(found.ok()?)
        }
    };
    found.map(|entry| &entry.slot)
}

impl Entry<'_> {
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
    /// Its own slot and those of its members.
    pub(super) slots: I,
    /// Whether it has a row of its own, for its own slot.
    pub(super) has_own_row: bool,
}

pub(super) enum NewKey<'de> {
    Name(Cow<'de, str>),
    Index(u32),
}

impl<'de> Elements<'de> {
    /// Keeps an element, after the one before it in the container, if that was kept.
    /// Returns the position of its header, and `Ok(None)` if it has nothing to keep.
    ///
    /// # Errors
    ///
    /// [`Full`] if there is no room for more.
    pub(super) fn push(
        &mut self,
        element: NewElement<'de, impl Iterator<Item = Slot<'de>>>,
        before: Option<u32>,
    ) -> Result<Option<u32>, Full> {
        let position = self.end()?;
        let mut slots = (0u32..).zip(element.slots);
        let (place, slot) = match element.key {
            NewKey::Name(name) => (Place::NAME, Slot::String(name)),
            NewKey::Index(_) if element.has_own_row => {
                let own = slots.next().map(|(_, own)| own).unwrap_or_default();
                (Place::OWN, own)
            }
            NewKey::Index(index) => (Place::INDEX, Slot::Number(i64::from(index).into())),
        };
        // Room for all of it at once: the first element would ask for some twice.
        let (at_least, at_most) = slots.size_hint();
        self.entries
            .reserve(at_most.unwrap_or(at_least).saturating_add(1));
        self.entries.push(Entry {
            place,
            next: None,
            slot,
        });
        for (offset, slot) in slots {
            if !matches!(slot, Slot::Missing) {
                self.entries.push(Entry {
                    place: Place(offset),
                    next: None,
                    slot,
                });
            }
        }
        let is_alone = self.element(position).len() == 1;
        if is_alone {
            if place == Place::INDEX {
                self.entries.pop();
                return Ok(None);
            }
            if let Some(before) = before.filter(|before| self.share_header(*before)) {
                return Ok(Some(before));
            }
        }
        Ok(Some(position))
    }

    /// Lets the last entry share the header right before it, if that is the header of an
    /// equal element.
    fn share_header(&mut self, before: u32) -> bool {
        let at = usize::try_from(before).unwrap_or(usize::MAX);
        let Some([header, last]) = self.entries.get_mut(at..) else {
            return false;
        };
        let Some(more) = header.place.one_more() else {
            return false;
        };
        if last.place != Place::OWN || !header.slot.is_bare_as(&last.slot) {
            return false;
        }
        header.place = more;
        self.entries.pop();
        true
    }

    fn end(&self) -> Result<u32, Full> {
        let end = u32::try_from(self.entries.len()).map_err(|_| Full)?;
        if end < self.limit { Ok(end) } else { Err(Full) }
    }

    fn get(&self, position: u32) -> Option<&Entry<'de>> {
        self.entries.get(usize::try_from(position).ok()?)
    }

    fn link(&mut self, before: u32, position: u32) {
        let before = usize::try_from(before).ok();
        if let Some(header) = before.and_then(|before| self.entries.get_mut(before)) {
            header.next = NonZeroU32::new(position);
        }
    }

    /// The entries of the element whose header stands at `position`.
    fn element(&self, position: u32) -> &[Entry<'de>] {
        let from = usize::try_from(position).ok();
        let Some(entries) = from.and_then(|from| self.entries.get(from..)) else {
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
        // How many elements of the next header are done.
        let mut done: u32 = 0;
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
            done = done.saturating_add(1);
            if done >= header.place.count() {
                next = header.next.map(NonZeroU32::get);
                done = 0;
            }
            found
        })
    }

    /// Keeps only the last of several elements with the same key, in the place of the
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
            // There are no more than before.
            let _: Result<(), Full> = chain.push(Some(position), self);
        }
        chain.extent()
    }

    fn key(&self, position: u32) -> &str {
        self.get(position)
            .and_then(|header| header.slot.as_str())
            .unwrap_or_default()
    }

    pub(super) fn into_owned(self) -> Elements<'static> {
        let entries = self.entries.into_iter().map(Entry::into_owned);
        Elements {
            entries: entries.collect(),
            limit: self.limit,
        }
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

    /// The header of the last element that is kept.
    pub(super) fn last(&self) -> Option<u32> {
        self.last
    }

    /// Adds an element, by the position of its header if it has one.
    ///
    /// # Errors
    ///
    /// [`Full`] if the container has as many elements as it may have.
    pub(super) fn push(
        &mut self,
        position: Option<u32>,
        elements: &mut Elements<'_>,
    ) -> Result<(), Full> {
        if self.len == elements.limit {
            return Err(Full);
        }
        self.len = self.len.saturating_add(1);
        let Some(position) = position.filter(|position| Some(*position) != self.last) else {
            return Ok(());
        };
        match self.last {
            Some(last) => elements.link(last, position),
            None => self.first = Some(position),
        }
        // The element may have stood elsewhere before.
        self.last = Some(position);
        if let Some(header) = usize::try_from(position)
            .ok()
            .and_then(|at| elements.entries.get_mut(at))
        {
            header.next = None;
        }
        Ok(())
    }

    pub(super) fn extent(&self) -> Extent {
        Extent {
            len: self.len,
            first: self.first,
        }
    }
}

#[cfg(test)]
impl Elements<'_> {
    /// For as many as a test can make.
    pub(super) fn at_most(limit: u32) -> Self {
        Self {
            limit,
            ..Self::default()
        }
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use crate::input::{Shape, Slots, read};
    use crate::rule::Rule;
    use crate::table::{Field, element, field};
    use alloc::format;
    use serde::de::IntoDeserializer;
    use serde::de::value::{Error, MapDeserializer, SeqDeserializer};

    static FIELDS: &[Field] = &[
        field("lines", &[Rule::Nullable, Rule::Array]).each(&[field("kind", &[])]),
        field("words", &[Rule::Nullable, Rule::List])
            .each_element(&element(&[Rule::Nullable, Rule::String])),
    ];

    /// Reads a list of so many numbers into a document that takes at most `limit` elements.
    fn read_list(key: &str, count: u32, limit: u32) -> Result<(), &'static str> {
        let mut slots = Slots::missing(FIELDS);
        slots.elements = Elements::at_most(limit);
        let list = SeqDeserializer::<_, Error>::new((0..count).map(|_| 1_u8));
        let document = MapDeserializer::<_, Error>::new([(key, list)].into_iter());
        read(Shape::object(FIELDS), &mut slots, document).map_err(|error| error.limit.unwrap())
    }

    #[test]
    fn more_elements_than_the_limit_are_refused() {
        for limit in [1, 7, 1_000] {
            for key in ["lines", "words"] {
                assert_eq!(read_list(key, limit - 1, limit), Ok(()));
                assert_eq!(read_list(key, limit + 1, limit), Err("too many elements"));
            }
            // Nothing is kept of these, so only the container counts.
            assert_eq!(read_list("lines", limit, limit), Ok(()));
        }
    }

    #[test]
    fn equal_elements_share_an_entry() {
        let cases = [
            ("{}", 1),
            ("null", 1),
            ("true", 1),
            ("{\"unknown\": 1}", 1),
            ("1", 1_000),
            ("\"x\"", 1_000),
        ];
        for (element, entries) in cases {
            let mut slots = Slots::missing(FIELDS);
            let list = format!(
                "{{\"words\": [{element}{}]}}",
                format!(",{element}").repeat(999)
            );
            let value: serde_json::Value = serde_json::from_str(&list).unwrap();
            read(Shape::object(FIELDS), &mut slots, value.into_deserializer())
                .map_err(|error| error.error)
                .unwrap();
            assert_eq!(slots.elements.len(), entries, "{element}");
            let container = slots.root().slot(2);
            assert_eq!(slots.elements(container).count(), 1_000, "{element}");
        }
    }

    #[test]
    fn the_size_is_what_we_think() {
        assert_eq!(size_of::<Entry<'_>>(), 32);
    }
}
