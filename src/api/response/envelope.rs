//! The body of a response: an object of which one member is wanted, and perhaps a status.

use core::fmt;
use core::marker::PhantomData;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde_json::Value;

use super::refused::Placing;
use crate::api::stored::{Key, Seed, Stored, read_body};

/// What is read of a body that is an object.
pub(in crate::api) struct Envelope<C> {
    /// The body's `status_code`.
    pub(in crate::api) status: Option<u16>,
    /// The member that is wanted.
    pub(in crate::api) content: C,
}

impl<C: Content> Envelope<C> {
    /// Reads the member with this key, and the status; `None` if the body is not a JSON
    /// object.
    pub(in crate::api) fn read(body: &[u8], key: &'static str, content: C) -> Option<Self> {
        let status = None;
        let envelope = Self { status, content };
        read_body(body, Reader { key, envelope })
    }
}

/// The member that is wanted of an envelope.
pub(in crate::api) trait Content {
    /// Reads it. It may come twice: then the last counts.
    fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error>;
}

/// A member of one type.
pub(in crate::api) struct Member<T> {
    pub(in crate::api) value: Option<T>,
}

impl<T> Member<T> {
    pub(in crate::api) fn new() -> Self {
        Self { value: None }
    }
}

impl<T: Stored> Content for Member<T> {
    fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.value = map.next_value_seed(Seed(PhantomData))?;
        Ok(())
    }
}

impl Content for Placing<'_> {
    fn read<'de, A: MapAccess<'de>>(&mut self, map: &mut A) -> Result<(), A::Error> {
        self.clear();
        map.next_value_seed(self)
    }
}

struct Reader<C> {
    key: &'static str,
    envelope: Envelope<C>,
}

impl<'de, C: Content> DeserializeSeed<'de> for Reader<C> {
    type Value = Envelope<C>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, C: Content> Visitor<'de> for Reader<C> {
    type Value = Envelope<C>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut envelope = self.envelope;
        while let Some(Key(key)) = map.next_key()? {
            if key == self.key {
                envelope.content.read(&mut map)?;
            } else if key == "status_code" {
                let status: Option<StatusCode> = map.next_value_seed(Seed(PhantomData))?;
                envelope.status = status.map(|StatusCode(status)| status);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(envelope)
    }
}

/// The status in a body: a number, or its digits as a text.
struct StatusCode(u16);

impl Stored for StatusCode {
    fn from_text(text: &str) -> Option<Self> {
        text.parse().ok().map(Self)
    }

    fn from_number(number: u64) -> Option<Self> {
        number.try_into().ok().map(Self)
    }

    fn to_value(&self) -> Value {
        self.0.into()
    }
}
