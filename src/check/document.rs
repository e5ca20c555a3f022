//! A document that was read and not judged: [`Document`].

use alloc::borrow::Cow;
use alloc::boxed::Box;
use alloc::vec::Vec;
use core::fmt;
use core::ops::ControlFlow::{self, Continue};

use serde::Deserializer;

use super::collect::Collect;
use super::walk::{Object, Verdict, Visit, Walk};
use crate::input::{Extent, Noticing, ReadError, Shape, Slot, Slots, read, read_observed};
#[cfg(feature = "json")]
use crate::input::{SyntaxError, read_json};
use crate::table::{Fallback, RuleSet, Siblings, find};
use crate::violation::{Notice, NoticeKind, Notices, Violations};

/// A document that was read along a rule set and is not judged yet.
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
    /// The fallbacks that were filled in, which happens once all rules hold.
    filled_in: Vec<&'static Fallback>,
    /// What was noticed, if anything.
    notices: Option<Box<Notices>>,
}

impl<'de> Document<'de> {
    /// Whether all rules hold. Allocates nothing.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        let is_denied = self.notices.is_some() && self.rules.denies_unknown();
        !is_denied && self.walk(&mut Verdict).is_continue()
    }

    /// Every violation, up to the rule set's limit. Empty if all rules hold, and if the limit
    /// is 0: [`Document::is_valid`] is the verdict.
    #[must_use]
    pub fn violations(&self) -> Violations {
        let mut collect = Collect::new(self.rules.fields(), self.rules.limit());
        let Continue(()) = self.walk(&mut collect);
        let violations = collect.finish();
        if self.notices.is_some() && self.rules.denies_unknown() {
            return violations.and_noticed(
                self.rules.limit(),
                self.notices(),
                self.rules.fields(),
                |notice| self.ordinal(notice),
            );
        }
        violations
    }

    /// What the document has and is not sent, if the rule set is
    /// [noticing](RuleSet::noticing).
    #[must_use]
    pub fn notices(&self) -> &Notices {
        static NONE: Notices = Notices::new();
        self.notices.as_deref().unwrap_or(&NONE)
    }

    /// The ordinal of a notice among the violations: that of its row, or of the last row of
    /// the object that has the unknown member.
    fn ordinal(&self, notice: &Notice) -> usize {
        let path = notice.path();
        let found = match notice.kind() {
            NoticeKind::Unknown => path.object().and_then(|object| self.rules.at_path(&object)),
            _ => self.rules.at_path(path),
        };
        match notice.kind() {
            NoticeKind::Unknown => found.map_or(0, |object| object.last_ordinal()),
            _ => found.map_or(0, |field| field.ordinal()),
        }
    }

    /// The rules along which the document was read.
    #[must_use]
    pub fn rules(&self) -> &RuleSet {
        &self.rules
    }

    /// The same document, borrowing nothing from the input.
    #[must_use]
    pub fn into_owned(self) -> Document<'static> {
        Document {
            rules: self.rules,
            slots: self.slots.into_owned(),
            filled_in: self.filled_in,
            notices: self.notices,
        }
    }

    /// A document all of whose fields are missing.
    pub(super) fn empty(rules: &RuleSet) -> Self {
        Self {
            rules: *rules,
            slots: Slots::missing(rules.fields()),
            filled_in: Vec::new(),
            notices: None,
        }
    }

    /// Reads the document in place.
    pub(super) fn read<D: Deserializer<'de>>(
        &mut self,
        deserializer: D,
    ) -> Result<(), ReadError<D::Error>> {
        let shape = Shape::object(self.rules.fields());
        if !self.rules.notices() {
            return read(shape, &mut self.slots, deserializer);
        }
        let mut noticing = Noticing::new(self.rules.limit());
        read_observed(shape, &mut self.slots, deserializer, &mut noticing)?;
        self.notices = noticing.finish();
        Ok(())
    }

    /// Reads the document in place: returning it by value costs `check_json` 115 instructions
    /// of 12,620.
    #[cfg(feature = "json")]
    pub(super) fn read_json(&mut self, body: &'de [u8]) -> Result<(), SyntaxError> {
        let shape = Shape::object(self.rules.fields());
        if !self.rules.notices() {
            return read_json(shape, &mut self.slots, body, &mut ());
        }
        let mut noticing = Noticing::new(self.rules.limit());
        read_json(shape, &mut self.slots, body, &mut noticing)?;
        self.notices = noticing.finish();
        Ok(())
    }

    pub(super) fn slots(&self) -> &Slots<'de> {
        &self.slots
    }

    pub(super) fn filled_in(&self) -> &[&'static Fallback] {
        &self.filled_in
    }

    /// Whether all rules hold, and which do not.
    ///
    /// A document that is not valid may have no violations to show: the limit is 0, or a rule of
    /// the user's own has changed its mind since. Then they count as
    /// [truncated](Violations::truncated).
    pub(crate) fn verdict(&self) -> Result<(), Violations> {
        // The verdict comes first, because most documents are valid and it needs no paths:
        // 1,410 instructions of the 12,174 of `check_json`.
        if self.is_valid() {
            return Ok(());
        }
        let violations = self.violations();
        Err(if violations.is_empty() {
            Violations::none_kept()
        } else {
            violations
        })
    }

    /// Judges the document in place, and fills in the fallbacks if all rules hold.
    pub(super) fn judge(&mut self) -> Result<(), Violations> {
        self.verdict()?;
        for fallback in self.rules.fallbacks() {
            if fallback.unless().iter().all(|path| self.is_absent(path)) {
                self.fill_in(fallback);
            }
        }
        Ok(())
    }

    fn walk<V: Visit>(&self, visit: &mut V) -> ControlFlow<V::Stop> {
        let slots = &self.slots;
        let rows = Siblings::of_root(self.rules.fields());
        let block = slots.root();
        let object = Object { rows, block };
        Walk { slots }.object(visit, None, object, self.rules.get_across())
    }

    fn is_absent(&self, path: &str) -> bool {
        find(self.rules.fields(), path)
            .is_none_or(|found| self.slots.root().slot(root_slot(found.slot)).is_absent())
    }

    /// Fills in the fallback, and makes every value on the way to it an object.
    fn fill_in(&mut self, fallback: &'static Fallback) {
        let path = fallback.path();
        let ends = path.match_indices('.').map(|(end, _)| end);
        for end in ends.chain([path.len()]) {
            let found = path
                .get(..end)
                .and_then(|path| find(self.rules.fields(), path));
            let Some((found, slot)) =
                found.and_then(|found| Some((found, self.slots.root_mut(root_slot(found.slot))?)))
            else {
                return;
            };
            if found.field.get_members().is_empty() {
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

/// The offset of a row's slot in the document's block, from its offset among the rows. The
/// first slot of the block is that of the document itself.
fn root_slot(slot: usize) -> usize {
    slot.saturating_add(1)
}

impl fmt::Debug for Document<'_> {
    /// Shows the rule set, but nothing of the document.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Document")
            .field("rules", &self.rules)
            .finish_non_exhaustive()
    }
}
