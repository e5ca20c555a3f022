//! A table: [`RuleSet`], and the checks that start from it.

use alloc::vec::Vec;
use core::fmt;
use core::ops::ControlFlow;

use serde::Deserializer;

use crate::checked::Checked;
use crate::field::{Field, all_rows, assert_table};
use crate::input::{self, ElementKey, ReadError, Slot, Slots};
use crate::path::Path;
use crate::rejection::{Rejection, SyntaxError};
use crate::rule::{Rule, broken};
use crate::violation::{Violation, Violations};
use crate::walk::{Visit, walk};

/// The rules of one payload, row for row.
///
/// A rule set is a `static` made of [`field`](crate::field())s; everything there
/// is to know about a payload is read off it.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static NEWSLETTER: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]).about("Where to send it."),
///     field("topics", &[Nullable, Array]).each(&[field("name", &[Required, String])]),
/// ])
/// .named("newsletter");
///
/// let refused = NEWSLETTER.check_json(br#"{"email": "kari@example.com", "topics": [{}]}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The topics.0.name field is required.");
/// ```
#[derive(Clone, Copy)]
pub struct RuleSet {
    name: &'static str,
    about: &'static str,
    fields: &'static [Field],
    limit: usize,
}

impl RuleSet {
    /// How many violations a rule set keeps unless told otherwise.
    pub const DEFAULT_LIMIT: usize = 1_000;

    /// A table from its rows.
    ///
    /// # Panics
    ///
    /// At compile time in a `static`, where tables belong: on a key that stands
    /// twice, and on an `Array` row that does not say what is in it.
    ///
    /// ```compile_fail
    /// use customer_rules::{RuleSet, Rule::*, field};
    /// static TWICE: RuleSet = RuleSet::new(&[
    ///     field("name", &[Required, String]),
    ///     field("name", &[Nullable, String]),
    /// ]);
    /// ```
    ///
    /// ```compile_fail
    /// use customer_rules::{RuleSet, Rule::*, field};
    /// static UNKNOWN: RuleSet = RuleSet::new(&[field("tags", &[Nullable, Array])]);
    /// ```
    #[must_use]
    pub const fn new(fields: &'static [Field]) -> Self {
        assert_table(fields);
        Self {
            name: "",
            about: "",
            fields,
            limit: Self::DEFAULT_LIMIT,
        }
    }

    /// The same rules under a name, such as `front-payment/private`.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same rules, with a sentence for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// The same rules, keeping at most `limit` violations of a document.
    ///
    /// [`Violations::truncated`] says whether there are more.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.with_limit(3).check_json(b"{}").unwrap_err();
    /// let violations = refused.violations().unwrap();
    /// assert_eq!((violations.len(), violations.truncated()), (3, true));
    /// ```
    #[must_use]
    pub const fn with_limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The name, or an empty string.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the payload is for, or an empty string.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.about
    }

    /// The rows, ready to be named in another table.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }

    /// How many violations are kept of a document.
    #[cfg(feature = "json")]
    pub(crate) const fn limit(&self) -> usize {
        self.limit
    }

    /// Checks a document from any deserializer of a self-describing format.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken. [`Rejection::Syntax`],
    /// without line and column, if the deserializer fails or the document nests
    /// more than [`MAX_DEPTH`](crate::MAX_DEPTH) levels; the deserializer's own
    /// error is dropped, since it may quote the document.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    /// use serde::de::IntoDeserializer;
    /// use serde::de::value::{Error, MapDeserializer};
    ///
    /// let form = [("name", "Kari Nordmann"), ("email", "kari@example.com")];
    /// let deserializer = MapDeserializer::<_, Error>::new(form.into_iter());
    /// let refused = PRIVATE_CUSTOMER.check(deserializer).unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 8);
    /// ```
    pub fn check<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Checked<'de>, Rejection> {
        let slots = self.read(deserializer).map_err(|ReadError { limit, .. }| {
            SyntaxError::new(limit.unwrap_or("the document could not be read"), 0, 0)
        })?;
        Ok(self.judge(slots)?)
    }

    /// Checks the bytes of a JSON document.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken; [`Rejection::Syntax`], with
    /// line and column, if the bytes are no JSON, hold invalid UTF-8, a lone
    /// surrogate or a number too large for an `f64`, or nest more than
    /// [`MAX_DEPTH`](crate::MAX_DEPTH) levels.
    ///
    /// ```
    /// use customer_rules::{Rejection, front_payment::PRIVATE_CUSTOMER};
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"[]").unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 10);
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"").unwrap_err();
    /// assert_eq!(refused.to_string(), "EOF while parsing a value at line 1 column 0");
    /// ```
    #[cfg(feature = "json")]
    pub fn check_json<'de>(&self, body: &'de [u8]) -> Result<Checked<'de>, Rejection> {
        let slots = crate::json::read(body, |deserializer| self.read(deserializer))?;
        Ok(self.judge(slots)?)
    }

    /// Checks a JSON document that was parsed before.
    ///
    /// # Errors
    ///
    /// [`Rejection::Violations`] if a rule is broken; [`Rejection::Syntax`] if the
    /// value nests more than [`MAX_DEPTH`](crate::MAX_DEPTH) levels.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_value(&serde_json::json!({"name": 5})).unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 10);
    /// ```
    #[cfg(feature = "json")]
    pub fn check_value<'de>(
        &self,
        value: &'de serde_json::Value,
    ) -> Result<Checked<'de>, Rejection> {
        self.check(value)
    }

    fn read<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> Result<Slots<'de>, ReadError<D::Error>> {
        input::read(self.fields, deserializer)
    }

    /// Walks rows and slots side by side: the verdict first, for it is nearly
    /// always a good one, and only then, if need be, the violations.
    fn judge<'de>(&self, slots: Slots<'de>) -> Result<Checked<'de>, Violations> {
        match walk(self.fields, &slots, &mut Verdict) {
            ControlFlow::Continue(()) => Ok(Checked::new(*self, slots)),
            ControlFlow::Break(()) => {
                let mut collector = Collector::new(self);
                // The collector sees every row.
                let _: ControlFlow<()> = walk(self.fields, &slots, &mut collector);
                Err(collector.finish(self.limit))
            }
        }
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSet")
            .field("name", &self.name)
            .field("fields", &all_rows(self.fields))
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}

/// Stops at the first broken rule.
struct Verdict;

impl Visit for Verdict {
    fn row(&mut self, _: usize, rules: &'static [Rule], slot: &Slot<'_>) -> ControlFlow<()> {
        match broken(rules, slot).next() {
            Some(_) => ControlFlow::Break(()),
            None => ControlFlow::Continue(()),
        }
    }
}

/// Collects every broken rule, with its path.
struct Collector {
    path: Path,
    /// With the ordinal of the row, which is the order to report them in: a row
    /// inside of elements comes up once per element.
    found: Vec<(usize, Violation)>,
    /// How many were kept of each row; one more than the limit shows that there are more.
    kept: Vec<usize>,
    enough: usize,
}

impl Collector {
    fn new(rules: &RuleSet) -> Self {
        Self {
            path: Path::default(),
            found: Vec::new(),
            kept: alloc::vec![0; all_rows(rules.fields)],
            enough: rules.limit.saturating_add(1),
        }
    }

    fn finish(self, limit: usize) -> Violations {
        let mut found = self.found;
        found.sort_by_key(|(ordinal, _)| *ordinal);
        let truncated = found.len() > limit;
        let list = found
            .into_iter()
            .take(limit)
            .map(|(_, violation)| violation);
        Violations::new(list.collect(), truncated)
    }
}

impl Visit for Collector {
    fn enter_row(&mut self, key: &'static str) {
        self.path.push_row(key);
    }

    fn enter_element(&mut self, key: ElementKey<'_, '_>) {
        match key {
            ElementKey::Index(index) => self.path.push_index(index),
            ElementKey::Name(name) => self.path.push_name(name),
        }
    }

    fn leave(&mut self) {
        self.path.pop();
    }

    fn row(&mut self, ordinal: usize, rules: &'static [Rule], slot: &Slot<'_>) -> ControlFlow<()> {
        for rule in broken(rules, slot) {
            let Some((kept, code)) = self.kept.get_mut(ordinal).zip(rule.code()) else {
                continue;
            };
            if *kept < self.enough {
                *kept = kept.saturating_add(1);
                let violation = Violation::new(self.path.clone(), code, rule.params());
                self.found.push((ordinal, violation));
            }
        }
        ControlFlow::Continue(())
    }
}
