//! A refused payload, back on its fields: [`Refused`].

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::Deserializer;
use serde::de::{DeserializeSeed, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::answer::Answer;
use crate::api::stored::{Key, skip_map};
use crate::readers::sentences::Sentences;
use crate::{RuleSet, Violation, Violations};

/// What the API has against a payload: a violation for each of its sentences
/// that is a rule's, and the other sentences as they are.
///
/// At most so many of each are kept as the rule set's limit says.
#[derive(Clone, PartialEq, Eq)]
pub struct Refused {
    answer: Answer,
    violations: Violations,
    unplaced: Vec<Unplaced>,
    truncated: bool,
}

impl Refused {
    /// The numbers of the response.
    #[must_use]
    pub fn answer(&self) -> Answer {
        self.answer
    }

    /// The violations, in the order of the table's rows, as a check would give
    /// them.
    #[must_use]
    pub fn violations(&self) -> &Violations {
        &self.violations
    }

    /// The sentences that are no rule's.
    #[must_use]
    pub fn unplaced(&self) -> &[Unplaced] {
        &self.unplaced
    }

    /// Whether the body has more sentences than were kept.
    #[must_use]
    pub fn truncated(&self) -> bool {
        self.truncated
    }
}

impl fmt::Display for Refused {
    /// The violations, and how many sentences there are beside them.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.violations.is_empty(), self.unplaced.len()) {
            (true, 0) => write!(f, "the payload is refused ({})", self.answer),
            (true, count) => write!(f, "the payload is refused ({})", Others(count)),
            (false, 0) => self.violations.fmt(f),
            (false, count) => write!(f, "{} (and {})", self.violations, Others(count)),
        }
    }
}

impl fmt::Debug for Refused {
    /// The violations, and of the other sentences how many there are.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Refused")
            .field("answer", &self.answer)
            .field("violations", &self.violations)
            .field("unplaced", &self.unplaced.len())
            .field("truncated", &self.truncated)
            .finish()
    }
}

/// Displays how many sentences fit no rule.
struct Others(usize);

impl fmt::Display for Others {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            1 => f.write_str("1 sentence that is no rule's"),
            count => write!(f, "{count} sentences that are no rule's"),
        }
    }
}

/// A sentence of the API that is no rule's.
///
/// The server may quote a value in it, so `Debug` hides it.
#[derive(Clone, PartialEq, Eq)]
pub struct Unplaced {
    /// Shared by the sentences of one field.
    field: Option<Arc<str>>,
    sentence: String,
}

impl Unplaced {
    /// The dotted path that the body gives it under, if it does.
    #[must_use]
    pub fn field(&self) -> Option<&str> {
        self.field.as_deref()
    }

    /// What the API says.
    #[must_use]
    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

impl fmt::Debug for Unplaced {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Unplaced(***)")
    }
}

/// Sentences on their way to their fields.
pub(in crate::api) struct Placing<'r> {
    rules: &'r RuleSet,
    /// Made once a sentence comes: a success has none.
    sentences: Option<Sentences>,
    /// One more of either than the limit shows that there are more.
    placed: Vec<Violation>,
    unplaced: Vec<Unplaced>,
}

impl<'r> Placing<'r> {
    /// For the sentences of a table's rules.
    pub(in crate::api) fn new(rules: &'r RuleSet) -> Self {
        Self {
            rules,
            sentences: None,
            placed: Vec::new(),
            unplaced: Vec::new(),
        }
    }

    /// Forgets all sentences.
    pub(in crate::api) fn clear(&mut self) {
        self.placed.clear();
        self.unplaced.clear();
    }

    fn place(&mut self, field: Option<&Arc<str>>, sentence: &str) {
        let limit = self.rules.limit();
        if self.placed.len() > limit && self.unplaced.len() > limit {
            return;
        }
        let sentences = self
            .sentences
            .get_or_insert_with(|| Sentences::of(self.rules));
        if let Some(violation) = sentences.find(sentence) {
            if self.placed.len() <= limit {
                self.placed.push(violation);
            }
        } else if self.unplaced.len() <= limit {
            self.unplaced.push(Unplaced {
                field: field.cloned(),
                sentence: String::from(sentence),
            });
        }
    }

    /// What the API has against the payload.
    pub(in crate::api) fn finish(self, answer: Answer) -> Refused {
        let limit = self.rules.limit();
        let violations = Violations::first(limit, self.placed);
        let mut unplaced = self.unplaced;
        let truncated = violations.truncated() || unplaced.len() > limit;
        unplaced.truncate(limit);
        Refused {
            answer,
            violations,
            unplaced,
            truncated,
        }
    }
}

/// Reads a body's `errors`: a list of sentences, a map from field to one or several, or a
/// single one. Anything else says nothing.
impl<'de> DeserializeSeed<'de> for &mut Placing<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let errors = Errors {
            placing: self,
            field: None,
            level: Level::Errors,
        };
        errors.deserialize(deserializer)
    }
}

/// A value of `errors` that is being read.
struct Errors<'p, 'r> {
    placing: &'p mut Placing<'r>,
    field: Option<Arc<str>>,
    level: Level,
}

#[derive(Clone, Copy, PartialEq)]
enum Level {
    /// All of them.
    Errors,
    /// Those of a field.
    Field,
    /// A sentence of a list.
    Sentence,
}

impl<'de> DeserializeSeed<'de> for Errors<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Errors<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_str<E>(self, sentence: &str) -> Result<(), E> {
        self.placing.place(self.field.as_ref(), sentence);
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        if self.level == Level::Sentence {
            while list.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(());
        }
        loop {
            let sentence = Errors {
                placing: self.placing,
                field: self.field.clone(),
                level: Level::Sentence,
            };
            if list.next_element_seed(sentence)?.is_none() {
                return Ok(());
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut next: Option<Key<'de>> = map.next_key()?;
        if self.level != Level::Errors || next.as_ref().is_some_and(Key::is_number) {
            return skip_map(next.as_ref(), map);
        }
        while let Some(Key(field)) = next {
            map.next_value_seed(Errors {
                placing: self.placing,
                field: Some(Arc::from(&*field)),
                level: Level::Field,
            })?;
            next = map.next_key()?;
        }
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }
}
