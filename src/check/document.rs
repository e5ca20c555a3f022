//! A document that is read, and judged when asked: [`Document`].

use alloc::borrow::Cow;
use alloc::vec::Vec;
use core::fmt;

use serde::Deserializer;

use crate::check::SyntaxError;
use crate::check::collect;
use crate::check::walk;
use crate::input::{self, Extent, ReadError, Slot, Slots};
use crate::table::lookup::{Located, locate};
use crate::table::{Fallback, RuleSet};
use crate::violation::Violations;

/// A document that was read along a rule set, and is not judged yet.
///
/// ```
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let document = PRIVATE_CUSTOMER.read_json(br#"{"name": 5}"#)?;
/// assert!(!document.is_valid());
/// assert_eq!(document.violations().len(), 10);
/// assert!(document.check().is_err());
/// # Ok::<(), customer_rules::SyntaxError>(())
/// ```
#[derive(Clone)]
pub struct Document<'de> {
    rules: RuleSet,
    slots: Slots<'de>,
    /// The fallbacks that were put in once all rules held.
    filled_in: Vec<&'static Fallback>,
}

impl<'de> Document<'de> {
    /// Whether all rules hold. Allocates nothing.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        walk::is_valid(&self.rules, &self.slots)
    }

    /// Every violation, none if all rules hold.
    #[must_use]
    pub fn violations(&self) -> Violations {
        collect::violations(&self.rules, &self.slots)
    }

    /// The rules that the document was read along.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The same, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            rules: self.rules,
            slots: self.slots.into_owned(),
            filled_in: self.filled_in,
        }
    }

    /// A document without members, to be filled.
    pub(crate) fn empty(rules: &RuleSet) -> Self {
        Self {
            rules: *rules,
            slots: Slots::missing(rules.fields()),
            filled_in: Vec::new(),
        }
    }

    pub(crate) fn fill<D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<(), ReadError<D::Error>> {
        input::read(self.rules.fields(), &mut self.slots, deserializer)
    }

    pub(crate) fn slots(&self) -> &Slots<'de> {
        &self.slots
    }

    pub(crate) fn filled_in(&self) -> &[&'static Fallback] {
        &self.filled_in
    }

    /// Judges the document where it is, since to move one is not free, and puts in
    /// the fallbacks if all rules hold.
    pub(crate) fn settle(&mut self) -> Result<(), Violations> {
        // The verdict first: it is nearly always a good one, and quick.
        if !self.is_valid() {
            return Err(self.violations());
        }
        for fallback in self.rules.fallbacks() {
            if fallback.unless().iter().all(|path| self.is_absent(path)) {
                self.fill_in(fallback);
            }
        }
        Ok(())
    }

    fn is_absent(&self, path: &str) -> bool {
        locate(self.rules.fields(), path).is_none_or(|located| {
            let row = root_slot(located.slot());
            self.slots.root().slot(row).is_absent()
        })
    }

    /// Puts the fallback in, and makes the rows that lead to it objects.
    fn fill_in(&mut self, fallback: &'static Fallback) {
        let Some(Located { rows, .. }) = locate(self.rules.fields(), fallback.path()) else {
            return;
        };
        for (field, row) in rows {
            let Some(slot) = self.slots.root_mut(root_slot(row)) else {
                return;
            };
            if field.member_fields().is_empty() {
                *slot = Slot::String(Cow::Borrowed(fallback.text()));
            } else if !matches!(slot, Slot::Object(_)) {
                *slot = Slot::Object(Extent {
                    len: 1,
                    first: None,
                });
            }
        }
        self.filled_in.push(fallback);
    }
}

/// The slot in the document's block of a row: the document itself is the first.
fn root_slot(row: usize) -> usize {
    row.saturating_add(1)
}

impl fmt::Debug for Document<'_> {
    /// The rule set, and nothing of the document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("rules", &self.rules)
            .finish_non_exhaustive()
    }
}

impl RuleSet {
    /// Reads a document from any deserializer of a self-describing format.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check`], but for violations.
    pub fn read<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        match document.fill(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { limit, .. }) => Err(SyntaxError::unreadable(limit)),
        }
    }

    /// Reads a document, with the deserializer's own error if it fails.
    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Document<'de>, D::Error> {
        let mut document = Document::empty(self);
        match document.fill(deserializer) {
            Ok(()) => Ok(document),
            Err(ReadError { error, .. }) => Err(error),
        }
    }

    /// Reads the bytes of a JSON document.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::check_json`], but for violations.
    #[cfg(feature = "json")]
    pub fn read_json<'de>(&self, body: &'de [u8]) -> Result<Document<'de>, SyntaxError> {
        let mut document = Document::empty(self);
        input::json::read(body, |json| document.fill(json))?;
        Ok(document)
    }
}
