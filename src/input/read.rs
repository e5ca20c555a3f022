//! Any serde `Deserializer`, read into slots along the table.

use core::cell::RefCell;
use core::fmt;

use serde::de::{DeserializeSeed, Error as _, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize as _, Deserializer};
use smallvec::{SmallVec, smallvec};

use super::elements::{Chain, Full, NewElement, NewKey};
use super::key::{Cursor, Key, MemberKey, NUMBER, is_number};
use super::observe::Observe;
use super::shape::Shape;
use super::slot::{Extent, Slot};
use super::state::{Spelling, State, TOO_DEEP, TOO_LARGE};
use super::{Slots, normalize};
use crate::rule::Number;
use crate::table::{Each, Place, slots};
use crate::violation::{JsonKind, Step};

/// How deep containers may nest in a document (decision 6); deeper is a syntax error.
pub const MAX_DEPTH: usize = 128;

/// Why a document could not be read.
pub(crate) struct ReadError<E> {
    /// Our limit that the document exceeds, if that is why.
    pub(crate) limit: Option<&'static str>,
    pub(crate) error: E,
}

/// Reads a value into slots that are all missing yet.
///
/// They are filled where they are: moving all of them together is slow (7 copies instead
/// of 3 cost `check_json` 600 instructions of 13,700).
pub(crate) fn read<'de, D: Deserializer<'de>>(
    shape: Shape,
    slots: &mut Slots<'de>,
    deserializer: D,
) -> Result<(), ReadError<D::Error>> {
    read_observed(shape, slots, deserializer, &mut ())
}

/// The same, and what an observer wants to know of the document.
pub(crate) fn read_observed<'de, D: Deserializer<'de>, N: Observe>(
    shape: Shape,
    slots: &mut Slots<'de>,
    deserializer: D,
    observer: &mut N,
) -> Result<(), ReadError<D::Error>> {
    let mut spelling = Spelling {
        reads_all: true,
        ..Spelling::default()
    };
    read_spelt(shape, slots, deserializer, &mut spelling, observer)
}

/// The same, for a reader that looks at the spelling itself afterwards.
pub(super) fn read_spelt<'de, D: Deserializer<'de>, N: Observe>(
    shape: Shape,
    slots: &mut Slots<'de>,
    deserializer: D,
    spelling: &mut Spelling,
    observer: &mut N,
) -> Result<(), ReadError<D::Error>> {
    let indexes = RefCell::default();
    let mut state = State {
        elements: &mut slots.elements,
        indexes: &indexes,
        broken_limit: None,
        spelling,
        observer,
    };
    let seed = ValueSeed {
        shape,
        slots: &mut slots.root,
        state: &mut state,
        depth: MAX_DEPTH,
        at: N::root(),
    };
    seed.deserialize(deserializer).map_err(|error| ReadError {
        limit: state.broken_limit,
        error,
    })
}

/// The slots of a text that stands for the whole value.
pub(crate) fn read_text(shape: Shape, text: &str) -> Slots<'_> {
    let mut slot = normalize::borrowed(text);
    if shape.as_number {
        slot = normalize::integer(slot);
    }
    let mut slots = Slots::missing(shape.members);
    if let Some(own) = slots.root.first_mut() {
        *own = slot;
    }
    slots
}

/// Reads one value into its own slot and those of its members. Without slots it reads
/// a value that is not in the table.
struct ValueSeed<'a, 's, 'de, N: Observe> {
    shape: Shape,
    slots: &'a mut [Slot<'de>],
    state: &'a mut State<'s, 'de, N>,
    /// How many levels of containers may still open.
    depth: usize,
    at: N::At<'a>,
}

impl<'s, 'de, N: Observe> ValueSeed<'_, 's, 'de, N> {
    fn set(self, slot: Slot<'de>) {
        if let Some(own) = self.slots.first_mut() {
            *own = slot;
        }
    }

    /// Tells of a value where the table has a container, or the document itself.
    fn misplaced(&mut self, kind: JsonKind) {
        if !self.shape.is_scalar() {
            let at = N::shorter(self.at);
            self.state.observer.misplaced(at, kind);
        }
    }

    fn set_text(mut self, slot: Slot<'de>) {
        self.misplaced(JsonKind::String);
        if self.shape.as_number {
            self.set(normalize::integer(slot));
        } else {
            self.set(slot);
        }
    }

    fn set_number(mut self, number: Number) {
        self.misplaced(JsonKind::Number);
        let slot = normalize::number(number, self.shape);
        self.set(slot);
    }

    /// A container opens: the depth that is left inside of it.
    fn enter<E: serde::de::Error>(&mut self) -> Result<usize, E> {
        self.depth
            .checked_sub(1)
            .ok_or_else(|| self.state.refuse(TOO_DEEP))
    }

    /// Reads a value that the table does not describe.
    fn unknown(&mut self, depth: usize) -> UnknownSeed<'_, 's, 'de, N> {
        UnknownSeed(ValueSeed {
            shape: Shape::UNKNOWN,
            slots: &mut [],
            state: self.state,
            depth,
            at: N::shorter(self.at),
        })
    }

    /// Reads what is wrapped in an option or a newtype, a level further in.
    fn wrapped<D: Deserializer<'de>>(mut self, deserializer: D) -> Result<(), D::Error> {
        let depth = self.enter()?;
        ValueSeed { depth, ..self }.deserialize(deserializer)
    }

    /// Adds an element to its container.
    fn chain<E: serde::de::Error>(
        &mut self,
        chain: &mut Chain,
        kept: Option<u32>,
    ) -> Result<(), E> {
        let pushed = chain.push(kept, self.state.elements);
        pushed.map_err(|Full| self.state.refuse(TOO_LARGE))
    }

    fn element(
        &mut self,
        each: &'static Each,
        key: NewKey<'de>,
        before: Option<u32>,
        depth: usize,
    ) -> ElementSeed<'_, 's, 'de, N> {
        ElementSeed {
            each,
            key,
            before,
            state: self.state,
            depth,
            at: N::shorter(self.at),
        }
    }
}

impl<'de, N: Observe> DeserializeSeed<'de> for ValueSeed<'_, '_, 'de, N> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, N: Observe> Visitor<'de> for ValueSeed<'_, '_, 'de, N> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_bool<E>(mut self, value: bool) -> Result<(), E> {
        self.misplaced(JsonKind::Boolean);
        self.set(Slot::Bool(value));
        Ok(())
    }

    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.set_number(value.into());
        Ok(())
    }

    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.set_number(value.into());
        Ok(())
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "as PHP reads integers beyond its own"
    )]
    fn visit_i128<E: serde::de::Error>(self, value: i128) -> Result<(), E> {
        match i64::try_from(value) {
            Ok(value) => self.visit_i64(value),
            Err(_) => self.visit_f64(value as f64),
        }
    }

    #[expect(
        clippy::cast_precision_loss,
        reason = "as PHP reads integers beyond its own"
    )]
    fn visit_u128<E: serde::de::Error>(self, value: u128) -> Result<(), E> {
        match u64::try_from(value) {
            Ok(value) => self.visit_u64(value),
            Err(_) => self.visit_f64(value as f64),
        }
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        let number = match self.state.spelling.infinity {
            Some(infinity) if value.abs().to_bits() == infinity.to_bits() => {
                f64::INFINITY.copysign(value).into()
            }
            _ => Number::from(value),
        };
        self.state.spelling.has_negative_zero |= number.is_negative_zero();
        self.set_number(number);
        Ok(())
    }

    fn visit_str<E>(self, value: &str) -> Result<(), E> {
        if !self.slots.is_empty() {
            self.set_text(normalize::transient(value));
        }
        Ok(())
    }

    fn visit_borrowed_str<E>(self, value: &'de str) -> Result<(), E> {
        self.set_text(normalize::borrowed(value));
        Ok(())
    }

    fn visit_bytes<E>(mut self, _: &[u8]) -> Result<(), E> {
        self.misplaced(JsonKind::Other);
        self.set(Slot::Other);
        Ok(())
    }

    fn visit_none<E: serde::de::Error>(self) -> Result<(), E> {
        self.visit_unit()
    }

    fn visit_unit<E: serde::de::Error>(mut self) -> Result<(), E> {
        if self.depth == MAX_DEPTH {
            self.misplaced(JsonKind::Null);
        }
        self.set(Slot::Null);
        Ok(())
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.wrapped(deserializer)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        self.wrapped(deserializer)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut seq: A) -> Result<(), A::Error> {
        let depth = self.enter()?;
        let Some(each) = self.shape.each else {
            let mut extent = Extent::default();
            while seq.next_element_seed(self.unknown(depth))?.is_some() {
                extent.len = 1;
            }
            if extent.len > 0 || self.depth == MAX_DEPTH {
                self.misplaced(JsonKind::List);
            }
            self.set(Slot::List(extent));
            return Ok(());
        };
        let mut chain = Chain::default();
        loop {
            let index = NewKey::Index(chain.len());
            let element = self.element(each, index, chain.last(), depth);
            let Some(kept) = seq.next_element_seed(element)? else {
                break;
            };
            self.chain(&mut chain, kept)?;
        }
        let extent = chain.extent();
        self.set(Slot::List(extent));
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        match self.shape.each {
            Some(each) => self.read_elements(each, map),
            None => self.read_members(map),
        }
    }
}

impl<'de, N: Observe> ValueSeed<'_, '_, 'de, N> {
    fn read_members<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let mut cursor: Cursor<'_, N> = Cursor::new(self.shape.members, self.state.indexes);
        let mut key = map.next_key_seed(&mut cursor)?;
        if matches!(key, Some(MemberKey::Number)) && is_number(NUMBER) {
            return self.read_number(map);
        }
        let depth = self.enter()?;
        let is_empty = key.is_none();
        while let Some(member) = key {
            match member {
                MemberKey::Row(Place { field, slot, .. }) => {
                    let end = slot.saturating_add(field.slots());
                    let slots = self.slots.get_mut(slot..end).unwrap_or_default();
                    // A key comes twice: the last value counts.
                    if !matches!(slots.first(), None | Some(Slot::Missing)) {
                        slots.fill(Slot::Missing);
                    }
                    let way = N::way(N::shorter(self.at), || Step::row(field.key()));
                    map.next_value_seed(ValueSeed {
                        shape: Shape::of(field),
                        slots,
                        state: self.state,
                        depth,
                        at: N::at(&way),
                    })?;
                }
                MemberKey::Unknown(key) => {
                    // What is inside of an unknown member is not told of.
                    if !self.slots.is_empty() {
                        self.state.observer.unknown(N::shorter(self.at), &key);
                    }
                    map.next_value_seed(self.unknown(depth))?;
                }
                MemberKey::Number => {
                    if !self.slots.is_empty() {
                        let key = N::key(NUMBER);
                        self.state.observer.unknown(N::shorter(self.at), &key);
                    }
                    map.next_value_seed(self.unknown(depth))?;
                }
            }
            key = map.next_key_seed(&mut cursor)?;
        }
        self.set(Slot::Object(Extent {
            len: u32::from(!is_empty),
            first: None,
        }));
        Ok(())
    }

    fn read_elements<A: MapAccess<'de>>(
        mut self,
        each: &'static Each,
        mut map: A,
    ) -> Result<(), A::Error> {
        let mut key = map.next_key_seed(Key)?;
        if key.as_deref().is_some_and(is_number) {
            return self.read_number(map);
        }
        let depth = self.enter()?;
        let mut chain = Chain::default();
        while let Some(name) = key {
            let element = self.element(each, NewKey::Name(name), None, depth);
            let kept = map.next_value_seed(element)?;
            self.chain(&mut chain, kept)?;
            key = map.next_key_seed(Key)?;
        }
        let mut extent = chain.extent();
        if extent.len > 1 {
            extent = self.state.elements.unite_same_keys(extent);
        }
        self.set(Slot::Object(extent));
        Ok(())
    }

    /// Reads the rest of a number that `serde_json` presents as a map.
    fn read_number<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let text = map.next_value_seed(Key)?;
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        // Rust reads words such as `NaN` as floats, and JSON has none.
        if !text
            .bytes()
            .all(|b| b.is_ascii_digit() || b"+-.eE".contains(&b))
        {
            return Err(A::Error::custom("invalid number"));
        }
        match (text.parse(), text.parse(), text.parse()) {
            (Ok(int), _, _) => self.visit_i64(int),
            (_, Ok(big), _) => self.visit_u64(big),
            (_, _, Ok(float)) => self.visit_f64(float),
            _ => Err(A::Error::custom("invalid number")),
        }
    }
}

/// Reads a value that the table does not describe, or skips it.
struct UnknownSeed<'a, 's, 'de, N: Observe>(ValueSeed<'a, 's, 'de, N>);

impl<'de, N: Observe> DeserializeSeed<'de> for UnknownSeed<'_, '_, 'de, N> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let spelling = &mut *self.0.state.spelling;
        if spelling.reads_all {
            return self.0.deserialize(deserializer);
        }
        spelling.has_skipped = true;
        IgnoredAny::deserialize(deserializer)?;
        Ok(())
    }
}

/// Reads one element, into a block of its own.
struct ElementSeed<'a, 's, 'de, N: Observe> {
    each: &'static Each,
    key: NewKey<'de>,
    /// The header of the element before it in a list.
    before: Option<u32>,
    state: &'a mut State<'s, 'de, N>,
    depth: usize,
    at: N::At<'a>,
}

impl<'de, N: Observe> DeserializeSeed<'de> for ElementSeed<'_, '_, 'de, N> {
    /// Where the element is kept, if there is anything to keep.
    type Value = Option<u32>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        let Self {
            each,
            key,
            before,
            state,
            depth,
            at,
        } = self;
        let shape = Shape::of_element(each);
        let count = slots(shape.members).saturating_add(1);
        let mut block: SmallVec<[Slot<'de>; 16]> = smallvec![Slot::Missing; count];
        let way = N::way(at, || match &key {
            NewKey::Name(name) => Step::name(name),
            NewKey::Index(index) => Step::index(usize::try_from(*index).unwrap_or(usize::MAX)),
        });
        let value = ValueSeed {
            shape,
            slots: &mut block,
            state: &mut *state,
            depth,
            at: N::at(&way),
        };
        value.deserialize(deserializer)?;
        if let (None, Some(own)) = (each.row(), block.first_mut()) {
            // No rule looks at the element itself.
            *own = Slot::Missing;
        }
        let element = NewElement {
            key,
            slots: block.into_iter(),
            has_own_row: each.row().is_some(),
        };
        state
            .elements
            .push(element, before)
            .map_err(|Full| state.refuse(TOO_LARGE))
    }
}
