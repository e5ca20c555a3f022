//! A refused payload, back on its fields: [`Refused`].

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;
use core::ops::ControlFlow::{self, Break, Continue};

use serde_json::Value;

use super::error::Answer;
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
    /// Takes the sentences out of a body's `errors`: a list of them, a map from
    /// field to one or several, or a single one.
    pub(super) fn read(rules: &RuleSet, answer: Answer, errors: Option<&Value>) -> Self {
        let mut placing = Placing::new(rules);
        // Whether it stopped early, it knows itself.
        let _: ControlFlow<()> = match errors {
            Some(Value::Object(fields)) => fields
                .iter()
                .try_for_each(|(field, errors)| placing.read(Some(field), errors)),
            Some(errors) => placing.read(None, errors),
            None => Continue(()),
        };
        placing.finish(answer)
    }

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
    field: Option<String>,
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
struct Placing {
    sentences: Sentences,
    limit: usize,
    /// One more of either than the limit shows that there are more.
    placed: Vec<Violation>,
    unplaced: Vec<Unplaced>,
}

impl Placing {
    fn new(rules: &RuleSet) -> Self {
        Self {
            sentences: Sentences::of(rules),
            limit: rules.limit(),
            placed: Vec::new(),
            unplaced: Vec::new(),
        }
    }

    /// Takes one sentence, or a list of them; anything else says nothing.
    ///
    /// Breaks once no more are kept of either sort.
    fn read(&mut self, field: Option<&str>, errors: &Value) -> ControlFlow<()> {
        match errors {
            Value::String(sentence) => self.place(field, sentence),
            Value::Array(list) => list
                .iter()
                .filter_map(Value::as_str)
                .try_for_each(|sentence| self.place(field, sentence)),
            _ => Continue(()),
        }
    }

    fn place(&mut self, field: Option<&str>, sentence: &str) -> ControlFlow<()> {
        if let Some(violation) = self.sentences.find(sentence) {
            if self.placed.len() <= self.limit {
                self.placed.push(violation);
            }
        } else if self.unplaced.len() <= self.limit {
            self.unplaced.push(Unplaced {
                field: field.map(String::from),
                sentence: String::from(sentence),
            });
        }
        if self.placed.len() > self.limit && self.unplaced.len() > self.limit {
            Break(())
        } else {
            Continue(())
        }
    }

    fn finish(self, answer: Answer) -> Refused {
        let violations = Violations::first(self.limit, self.placed);
        let mut unplaced = self.unplaced;
        let truncated = violations.truncated() || unplaced.len() > self.limit;
        unplaced.truncate(self.limit);
        Refused {
            answer,
            violations,
            unplaced,
            truncated,
        }
    }
}
