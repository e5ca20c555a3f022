//! The shapes that forms and clients want violations in: views that serialise, and copy
//! nothing.
//!
//! | shape | looks like | expected by |
//! |---|---|---|
//! | [`Messages`] itself, and [`Violations`](crate::Violations) | `{"addresses.billing.zip": ["…"]}` | Laravel's clients; vee-validate's `setErrors` |
//! | [`Messages::list`] | `[{"path", "pointer", "code", "params", "message"}]` | clients with words of their own |
//! | [`Messages::nested`] | `{"addresses": {"billing": {"zip": ["…"]}}}` | Formik and React Final Form; clients of Django REST framework and marshmallow |
//! | [`Messages::bracketed`] | `{"addresses[billing][zip]": ["…"]}` | HTML forms whose inputs have such names: Rails, PHP, jQuery Validation |
//! | [`Messages::first`] | `{"addresses.billing.zip": "…"}` | Inertia; forms with room for one sentence |
//! | [`Messages::problem`] | RFC 9457 | clients of HTTP APIs |
//!
//! ```
//! use customer_rules::format::Language::English;
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//! use serde_json::json;
//!
//! let billing = PRIVATE_CUSTOMER.at("addresses.billing").unwrap();
//! let violations = billing.check_json(br#"{"street": "S 1", "city": "Sandnes", "country": 5}"#)?;
//! let messages = violations.in_language(English);
//! let (zip, country) = ("Enter the postal code.", "We could not read the country.");
//! let choose = "Choose the country from the list.";
//!
//! assert_eq!(json!(messages.list())[0], json!({
//!     "path": "addresses.billing.zip", "pointer": "/addresses/billing/zip",
//!     "code": "required", "params": {}, "message": zip,
//! }));
//! assert_eq!(json!(messages.nested()), json!({
//!     "addresses": {"billing": {"zip": [zip], "country": [country, choose]}},
//! }));
//! assert_eq!(json!(messages.bracketed()), json!({
//!     "addresses[billing][zip]": [zip],
//!     "addresses[billing][country]": [country, choose],
//! }));
//! assert_eq!(json!(messages.first()), json!({
//!     "addresses.billing.zip": zip, "addresses.billing.country": country,
//! }));
//! # Ok::<(), customer_rules::SyntaxError>(())
//! ```

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use serde::ser::{Error as _, SerializeMap as _, SerializeStruct as _};
use serde::{Serialize, Serializer};

use super::message::{Buffer, Message, Messages, Sentences};
use super::{Path, Segment, Violation, is_of_same_path};

impl<'a> Messages<'a> {
    /// A list, one object a violation.
    #[must_use]
    pub fn list(self) -> List<'a> {
        List(self)
    }

    /// Nested as the document is, with lists as objects by index.
    ///
    /// A field may be at fault itself, and fields inside it too. Its own sentences are under
    /// `_errors` then, where zod has them. A key of the document that is `_errors` itself, or
    /// that with more underscores before it, gets one more underscore.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
    /// let nested = serde_json::json!(refused.violations().unwrap().in_wire_words().nested());
    /// assert_eq!(nested["addresses"]["_errors"][0], "The addresses field is required.");
    /// assert_eq!(nested["email"][0], "The email field is required.");
    /// ```
    #[must_use]
    pub fn nested(self) -> Nested<'a> {
        Nested(self)
    }

    /// A map from the names that inputs of an HTML form have, `addresses[billing][zip]`.
    #[must_use]
    pub fn bracketed(self) -> Bracketed<'a> {
        Bracketed(self)
    }

    /// A map from field to the first that is said of it.
    #[must_use]
    pub fn first(self) -> First<'a> {
        First(self)
    }

    /// A map from a name of each path to all that is said of it.
    fn keyed<S: Serializer>(
        self,
        serializer: S,
        write_name: impl Fn(&mut String, &Path) -> fmt::Result,
    ) -> Result<S::Ok, S::Error> {
        let buffer = Buffer::new();
        self.groups(serializer, |map, group| {
            let Some(first) = group.first() else {
                return Ok(());
            };
            buffer.with(|key| {
                write_name(key, first.path()).map_err(S::Error::custom)?;
                map.serialize_key(key)
            })?;
            map.serialize_value(&self.sentences(group, &buffer))
        })
    }

    /// A map with an entry for each path that something is said of.
    fn groups<S: Serializer>(
        self,
        serializer: S,
        mut write: impl FnMut(&mut S::SerializeMap, &[&'a Violation]) -> Result<(), S::Error>,
    ) -> Result<S::Ok, S::Error> {
        let violations = self.violations().by_path();
        let groups = || violations.chunk_by(|left, right| is_of_same_path(left, right));
        let mut map = serializer.serialize_map(Some(groups().count()))?;
        groups().try_for_each(|group| write(&mut map, group))?;
        map.end()
    }
}

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.keyed(serializer, |name, path| path.write_dotted(name))
    }
}

/// Serialises as a list of `{path, pointer, code, params, message}`. [`Messages::list`]
/// gives it.
#[derive(Debug, Clone, Copy)]
pub struct List<'a>(Messages<'a>);

impl Serialize for List<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(Entry))
    }
}

/// One violation of a list.
struct Entry<'a>(Message<'a>);

impl Serialize for Entry<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let violation = self.0.violation();
        let mut fields = serializer.serialize_struct("Violation", 5)?;
        fields.serialize_field("path", violation.path())?;
        fields.serialize_field("pointer", &violation.path().pointer())?;
        fields.serialize_field("code", &violation.code())?;
        fields.serialize_field("params", &violation.params())?;
        fields.serialize_field("message", &self.0)?;
        fields.end()
    }
}

/// Serialises as a map from bracketed names to sentences. [`Messages::bracketed`] gives it.
#[derive(Debug, Clone, Copy)]
pub struct Bracketed<'a>(Messages<'a>);

impl Serialize for Bracketed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.keyed(serializer, write_brackets)
    }
}

/// Writes a path as the name of an input: `addresses[billing][zip]`.
fn write_brackets(name: &mut String, path: &Path) -> fmt::Result {
    for (position, segment) in path.segments().enumerate() {
        match position {
            0 => write!(name, "{segment}")?,
            _ => write!(name, "[{segment}]")?,
        }
    }
    Ok(())
}

/// Serialises as a map from field to the first sentence. [`Messages::first`] gives it.
#[derive(Debug, Clone, Copy)]
pub struct First<'a>(Messages<'a>);

impl Serialize for First<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.groups(serializer, |map, group| {
            group.first().map_or(Ok(()), |first| {
                map.serialize_entry(first.path(), &Message::new(first, self.0.words()))
            })
        })
    }
}

/// Serialises as objects in objects, as the document is. [`Messages::nested`] gives it.
#[derive(Debug, Clone, Copy)]
pub struct Nested<'a>(Messages<'a>);

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let buffer = Buffer::new();
        let inside = Inside {
            messages: self.0,
            list: self.0.violations().iter().collect(),
            depth: 0,
            buffer: &buffer,
        };
        inside.serialize(serializer)
    }
}

/// The violations whose paths begin with the same steps, as many as `depth`.
struct Inside<'a, 'b> {
    messages: Messages<'a>,
    list: Vec<&'a Violation>,
    depth: usize,
    buffer: &'b Buffer,
}

impl<'a> Inside<'a, '_> {
    /// The violations at the path itself, and those inside by their next step, each step
    /// where it first is.
    fn split(&self) -> (Vec<&'a Violation>, Vec<(Segment<'a>, Vec<&'a Violation>)>) {
        let mut own = Vec::new();
        let mut inside: Vec<(Segment<'a>, Vec<&'a Violation>)> = Vec::new();
        let mut places = BTreeMap::new();
        for violation in &self.list {
            let Some(step) = violation.path().segments().nth(self.depth) else {
                own.push(*violation);
                continue;
            };
            let place = *places.entry(step).or_insert(inside.len());
            match inside.get_mut(place) {
                Some((_, list)) => list.push(violation),
                None => inside.push((step, Vec::from([*violation]))),
            }
        }
        (own, inside)
    }
}

/// The key of the sentences of a field that has fields at fault inside.
const OWN: &str = "_errors";

impl Serialize for Inside<'_, '_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (own, inside) = self.split();
        let own_sentences = self.messages.sentences(&own, self.buffer);
        if inside.is_empty() && self.depth > 0 {
            return own_sentences.serialize(serializer);
        }
        let len = inside.len().saturating_add(usize::from(!own.is_empty()));
        let mut map = serializer.serialize_map(Some(len))?;
        if !own.is_empty() {
            map.serialize_entry(OWN, &own_sentences)?;
        }
        for (step, list) in inside {
            self.buffer.with(|key| {
                let is_like_own = matches!(step, Segment::Key(key) if is_like_own(key));
                let underscore = if is_like_own { "_" } else { "" };
                write!(key, "{underscore}{step}").map_err(S::Error::custom)?;
                map.serialize_key(key)
            })?;
            map.serialize_value(&Inside {
                list,
                depth: self.depth.saturating_add(1),
                ..*self
            })?;
        }
        map.end()
    }
}

/// Whether the key could be taken for [`OWN`].
fn is_like_own(key: &str) -> bool {
    key.trim_start_matches('_') == "errors" && key.starts_with('_')
}

impl<'a> Messages<'a> {
    fn sentences<'b>(self, group: &'b [&'a Violation], buffer: &'b Buffer) -> Sentences<'b>
    where
        'a: 'b,
    {
        Sentences {
            group,
            words: self.words(),
            buffer,
        }
    }
}
