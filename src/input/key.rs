//! Keys: those of objects, found among the table's fields, and those of maps.

use alloc::borrow::Cow;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cell::RefCell;
use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, Visitor};

use super::observe::Observe;
use crate::table::{Field, Place, Siblings};

/// A key of an object, as the table knows it.
#[derive(Debug)]
pub(super) enum MemberKey<K> {
    Row(Place<()>),
    /// No row has it: what an observer makes of the key.
    Unknown(K),
    /// What `serde_json` calls a number whose precision is arbitrary.
    Number,
}

/// Finds the rows of keys, quickest where they come in the table's order.
pub(super) struct Cursor<'i, N> {
    fields: &'static [Field],
    rest: Siblings<()>,
    /// The document's: one of each object's own costs `check_json` 270 instructions.
    indexes: &'i RefCell<Indexes>,
    observer: PhantomData<fn(N)>,
}

/// How many rows are looked through one by one for each key. A wider table has an index:
/// otherwise the time for all keys of an object is the product of keys and rows.
const FEW_ROWS: usize = 64;

/// How many keys of a wide table are looked for row by row before its rows are sorted.
const FEW_KEYS: usize = 16;

/// The wide tables whose keys came in another order.
#[derive(Default)]
pub(super) struct Indexes(Vec<Index>);

/// The rows of a wide table by their keys.
struct Index {
    fields: &'static [Field],
    /// How many keys were looked for.
    keys: usize,
    /// The rows from each row on, sorted by its key, once there were more than a few keys.
    rows: Vec<Siblings<()>>,
}

impl Indexes {
    /// The rows from that of a key on.
    fn find(&mut self, fields: &'static [Field], key: &str) -> Option<Siblings<()>> {
        let is_own = |index: &Index| core::ptr::eq(index.fields, fields);
        if !self.0.iter().any(is_own) {
            self.0.push(Index {
                fields,
                keys: 0,
                rows: Vec::new(),
            });
        }
        let index = self.0.iter_mut().find(|index| is_own(index))?;
        index.keys = index.keys.saturating_add(1);
        let from_each = || {
            core::iter::successors(Some(Siblings::of_root(fields)), |rows| {
                let mut rows = *rows;
                rows.next().map(|_| rows)
            })
        };
        let key_of = |rows: &Siblings<()>| rows.fields().first().map(Field::key);
        if index.keys <= FEW_KEYS {
            return from_each().find(|rows| key_of(rows) == Some(key));
        }
        if index.rows.is_empty() {
            index.rows.extend(from_each());
            index.rows.sort_unstable_by_key(key_of);
        }
        let found = index.rows.binary_search_by_key(&Some(key), key_of);
        index.rows.get(found.ok()?).copied()
    }
}

impl<'i, N: Observe> Cursor<'i, N> {
    pub(super) fn new(fields: &'static [Field], indexes: &'i RefCell<Indexes>) -> Self {
        Self {
            fields,
            rest: Siblings::of_root(fields),
            indexes,
            observer: PhantomData,
        }
    }

    #[inline]
    fn find(&mut self, key: &str) -> MemberKey<N::Key> {
        let mut place = self.rest.next();
        if place.is_none_or(|place| place.field.key() != key) {
            self.rest = Siblings::of_root(self.fields);
            place = if self.fields.len() <= FEW_ROWS {
                self.rest.find(key)
            } else {
                self.find_in_wide(key)
            };
        }
        if let Some(place) = place {
            return MemberKey::Row(place);
        }
        self.rest = Siblings::of_root(self.fields);
        if key == NUMBER {
            MemberKey::Number
        } else {
            MemberKey::Unknown(N::key(key))
        }
    }

    #[cold]
    fn find_in_wide(&mut self, key: &str) -> Option<Place<()>> {
        // Nobody else holds it while a key is looked for.
        let mut indexes = self.indexes.try_borrow_mut().ok()?;
        self.rest = indexes.find(self.fields, key)?;
        self.rest.next()
    }
}

impl<'de, N: Observe> DeserializeSeed<'de> for &mut Cursor<'_, N> {
    type Value = MemberKey<N::Key>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(OnText(|key: Text<'de, '_>| match key {
            Text::Borrowed(text) | Text::Transient(text) => self.find(text),
        }))
    }
}

/// Reads a key, or a text, as it is.
pub(super) struct Key;

impl<'de> DeserializeSeed<'de> for Key {
    type Value = Cow<'de, str>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(OnText(|key: Text<'de, '_>| match key {
            Text::Borrowed(text) => Cow::Borrowed(text),
            Text::Transient(text) => Cow::Owned(String::from(text)),
        }))
    }
}

/// A text, and whether it outlives the visit.
enum Text<'de, 'a> {
    Borrowed(&'de str),
    Transient(&'a str),
}

/// Hands a key to a function; keys of other formats that are no strings too.
struct OnText<F>(F);

impl<'de, T, F: FnOnce(Text<'de, '_>) -> T> Visitor<'de> for OnText<F> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, text: &str) -> Result<T, E> {
        Ok((self.0)(Text::Transient(text)))
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<T, E> {
        Ok((self.0)(Text::Borrowed(text)))
    }

    fn visit_i64<E: serde::de::Error>(self, key: i64) -> Result<T, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_u64<E: serde::de::Error>(self, key: u64) -> Result<T, E> {
        self.visit_str(&key.to_string())
    }

    fn visit_bool<E: serde::de::Error>(self, key: bool) -> Result<T, E> {
        self.visit_str(if key { "true" } else { "false" })
    }
}

/// The only key of the map as which `serde_json` presents a number when its
/// feature `arbitrary_precision` is on. Any crate of a program can switch it on.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// Whether a map that starts with this key is a number, as `serde_json` presents one.
pub(crate) fn is_number(key: &str) -> bool {
    key == NUMBER && is_precision_arbitrary()
}

/// Whether that feature is on, asked only when a document has that very key. An attacker
/// can send this key as well, and then the value is an ordinary object. With the feature
/// on the two cannot be told apart; we read a number, as `serde_json` does.
fn is_precision_arbitrary() -> bool {
    #[cfg(feature = "json")]
    {
        struct IsMap;
        impl<'de> Visitor<'de> for IsMap {
            type Value = bool;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_f64<E>(self, _: f64) -> Result<bool, E> {
                Ok(false)
            }
            fn visit_map<A: serde::de::MapAccess<'de>>(self, _: A) -> Result<bool, A::Error> {
                Ok(true)
            }
        }
        // An integer that fits would be presented as one, whatever the feature. A visitor
        // that leaves a map half read is an error to some, after the fact.
        let mut deserializer = serde_json::Deserializer::from_str("0.0");
        deserializer.deserialize_any(IsMap).unwrap_or(true)
    }
    #[cfg(not(feature = "json"))]
    {
        false
    }
}
