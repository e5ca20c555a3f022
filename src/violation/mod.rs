//! What is wrong, where, and in which words: [`Violation`], and all of them for a document,
//! [`Violations`].

mod display;
pub mod message;
mod notice;
mod path;
pub mod shapes;
mod step;

use alloc::collections::BTreeMap;
use alloc::vec::{self, Vec};
use core::{fmt, ptr, slice};

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::rule::{Code, CrossRule, Params, Rule, Statement};
use crate::table::Field;
use message::WireMessage;

pub use notice::{JsonKind, Notice, NoticeKind, Notices};
pub(crate) use path::Way;
pub use path::{Path, Pointer, RowPath};
pub use step::Segment;
pub(crate) use step::Step;

/// One rule that failed at one path.
///
/// A violation never contains a value, so it is safe to log. The only part of a document that
/// it can contain is the key of an element, if the document has an object where the API
/// expects a list: the key is part of the path and of the message.
///
/// Serialises as `{"path", "code", "params", "message"}`.
#[derive(Clone)]
pub struct Violation {
    path: Path,
    cause: Cause,
    /// The rows of the table, which know what fields are called.
    fields: &'static [Field],
}

/// What is broken, and the ordinal of its row in the table, which is the order to report in.
///
/// The ordinal stands beside the variant, where it needs no room: ten violations of 96 bytes
/// are had from the allocator's quick list, ten of 104 cost `refused` 200 instructions more.
#[derive(Clone, Copy)]
enum Cause {
    Rule(u32, &'static Rule),
    Across(u32, &'static CrossRule, &'static &'static str),
    Stated(u32, &'static Statement),
    Noticed(u32, NoticeKind),
}

impl Cause {
    fn new(ordinal: usize, broken: Broken) -> Self {
        // No table has so many rows: `RuleSet::MAX_ROWS`.
        let ordinal = u32::try_from(ordinal).unwrap_or(u32::MAX);
        match broken {
            Broken::Rule(rule) => Self::Rule(ordinal, rule),
            Broken::Across(rule, path) => Self::Across(ordinal, rule, path),
            Broken::Stated(statement) => Self::Stated(ordinal, statement),
            Broken::Noticed(kind) => Self::Noticed(ordinal, kind),
        }
    }

    fn ordinal(self) -> u32 {
        let (Self::Rule(ordinal, _)
        | Self::Across(ordinal, ..)
        | Self::Stated(ordinal, _)
        | Self::Noticed(ordinal, _)) = self;
        ordinal
    }

    fn broken(self) -> Broken {
        match self {
            Self::Rule(_, rule) => Broken::Rule(rule),
            Self::Across(_, rule, path) => Broken::Across(rule, path),
            Self::Stated(_, statement) => Broken::Stated(statement),
            Self::Noticed(_, kind) => Broken::Noticed(kind),
        }
    }
}

/// The rule that is broken, from which code, params and message follow.
#[derive(Clone, Copy)]
pub(crate) enum Broken {
    /// A rule of a row. It has a code, because `Nullable` cannot be broken.
    Rule(&'static Rule),
    /// A rule across fields, at one of its paths. A reference to the path is half as large
    /// as the path.
    Across(&'static CrossRule, &'static &'static str),
    /// A fault that the user found.
    Stated(&'static Statement),
    /// Something that is not sent, where the table denies that.
    Noticed(NoticeKind),
}

impl Broken {
    pub(crate) fn code(self) -> Code {
        match self {
            Self::Rule(rule) => rule.code().unwrap_or(Code::Required),
            Self::Across(rule, _) => rule.code(),
            Self::Stated(statement) => Code::Custom(statement.code()),
            Self::Noticed(NoticeKind::Unknown) => Code::Unknown,
            Self::Noticed(NoticeKind::NotSent(_)) => Code::Array,
            Self::Noticed(NoticeKind::NotAnObject(_)) => Code::Object,
        }
    }

    pub(crate) fn params(self) -> Params {
        match self {
            Self::Rule(rule) => rule.params(),
            Self::Across(rule, path) => rule.params(path),
            Self::Stated(statement) => Params::Custom(*statement),
            Self::Noticed(_) => Params::None,
        }
    }
}

impl Violation {
    /// A violation of the table that has these rows.
    pub(crate) fn new(
        ordinal: usize,
        path: Path,
        broken: Broken,
        fields: &'static [Field],
    ) -> Self {
        Self {
            path,
            cause: Cause::new(ordinal, broken),
            fields,
        }
    }

    pub(crate) fn ordinal(&self) -> u32 {
        self.cause.ordinal()
    }

    fn broken(&self) -> Broken {
        self.cause.broken()
    }

    /// Whether a rule across fields is broken.
    fn is_across(&self) -> bool {
        matches!(self.cause, Cause::Across(..))
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What is wrong, as a stable machine name.
    #[must_use]
    pub fn code(&self) -> Code {
        self.broken().code()
    }

    /// What the rule asked for, such as the number of digits.
    #[must_use]
    pub fn params(&self) -> Params {
        self.broken().params()
    }

    /// The message in the API's own words.
    #[must_use]
    pub fn message(&self) -> WireMessage<'_> {
        WireMessage::new(&self.path, self.code(), self.params())
    }
}

impl PartialEq for Violation {
    fn eq(&self, other: &Self) -> bool {
        let parts = |violation: &Self| (violation.code(), violation.params());
        self.path == other.path && parts(self) == parts(other)
    }
}

impl Eq for Violation {}

impl fmt::Debug for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Violation")
            .field("path", &self.path)
            .field("code", &self.code())
            .field("params", &self.params())
            .finish_non_exhaustive()
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.message().fmt(f)
    }
}

impl Serialize for Violation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Violation", 4)?;
        fields.serialize_field("path", &self.path)?;
        fields.serialize_field("code", &self.code())?;
        fields.serialize_field("params", &self.params())?;
        fields.serialize_field("message", &self.message())?;
        fields.end()
    }
}

/// Every violation of a document, in the order of the table's rows.
///
/// Serialises as a map from each field's path to its messages, in the same order:
///
/// ```
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let body = br#"{"name": "Kari", "email": "kari", "countryCode": "+47", "msisdn": "46567468",
///     "preferredLanguage": 5, "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;
/// let refused = PRIVATE_CUSTOMER.check_json(body).unwrap_err();
/// let violations = refused.violations().unwrap();
///
/// assert_eq!(violations.len(), 3);
/// assert_eq!(
///     serde_json::to_string(violations).unwrap(),
///     r#"{"email":["The email must be a valid email address."],"#.to_owned()
///         + r#""preferredLanguage":["The preferred language must be a string.","#
///         + r#""The selected preferred language is invalid."]}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Violations {
    list: Vec<Violation>,
    truncated: bool,
}

impl Violations {
    /// The first `limit` violations of a list, in the order of their rows. Those of one row
    /// keep their order.
    pub(crate) fn first(limit: usize, mut list: Vec<Violation>) -> Self {
        list.sort_by_key(Violation::ordinal);
        let truncated = list.len() > limit;
        list.truncate(limit);
        Self { list, truncated }
    }

    /// The same violations, with these steps in front of every path.
    /// These, and a violation for each notice: the first `limit` of them all.
    pub(crate) fn and_noticed(
        self,
        limit: usize,
        notices: &Notices,
        fields: &'static [Field],
        ordinal: impl Fn(&Notice) -> usize,
    ) -> Self {
        let truncated = self.truncated || notices.truncated();
        let mut list = self.list;
        list.extend(notices.iter().map(|notice| {
            let broken = Broken::Noticed(notice.kind());
            Violation::new(ordinal(notice), notice.path().clone(), broken, fields)
        }));
        let first = Self::first(limit, list);
        Self {
            truncated: truncated || first.truncated,
            ..first
        }
    }

    pub(crate) fn below(mut self, above: &[Step]) -> Self {
        if !above.is_empty() {
            for violation in &mut self.list {
                violation.path = above
                    .iter()
                    .cloned()
                    .chain(violation.path.steps())
                    .collect();
            }
        }
        self
    }

    /// The number of violations, which after a check is at most the rule set's limit.
    #[must_use]
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there are no violations.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Whether the document has more violations than were kept.
    #[must_use]
    pub fn truncated(&self) -> bool {
        self.truncated
    }

    /// The violations, in the order of the table's rows.
    pub fn iter(&self) -> slice::Iter<'_, Violation> {
        self.list.iter()
    }

    /// The violations of one field, by its dotted path.
    ///
    /// ```
    /// use customer_rules::{Code, front_payment::PRIVATE_CUSTOMER};
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
    /// let violations = refused.violations().unwrap();
    /// let codes: Vec<Code> = violations.for_field("addresses.billing.zip").map(|v| v.code()).collect();
    /// assert_eq!(codes, [Code::Required]);
    /// ```
    pub fn for_field<'a>(&'a self, dotted: &'a str) -> impl Iterator<Item = &'a Violation> + 'a {
        self.iter()
            .filter(move |violation| violation.path.is(dotted))
    }

    /// The violations of a field and of all fields inside it, by its dotted path.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
    /// let violations = refused.violations().unwrap();
    /// assert_eq!(violations.under("addresses.billing").count(), 4);
    /// assert_eq!(violations.under("addresses").count(), 5);
    /// ```
    pub fn under<'a>(&'a self, dotted: &'a str) -> impl Iterator<Item = &'a Violation> + 'a {
        self.iter()
            .filter(move |violation| violation.path.is_under(dotted))
    }

    /// Adds a violation at its place in the order: after those of earlier rows and those of the
    /// same path. [`FieldCheck::violation`](crate::check::FieldCheck::violation) makes one.
    ///
    /// ```
    /// use customer_rules::{RuleSet, Rule::*, field, rule::Statement};
    ///
    /// static SIGNUP: RuleSet = RuleSet::new(&[
    ///     field("email", &[Required, Email]),
    ///     field("name", &[Required, String]),
    /// ]);
    /// static TAKEN: Statement =
    ///     Statement::new("already_registered", "The {attribute} is already registered.");
    ///
    /// let document = SIGNUP.read_json(br#"{"email": "kari@example.com"}"#)?;
    /// let mut violations = document.violations();
    /// violations.insert(SIGNUP.at("email").unwrap().violation(&TAKEN));
    /// assert_eq!(
    ///     serde_json::to_string(&violations).unwrap(),
    ///     r#"{"email":["The email is already registered."],"name":["The name field is required."]}"#,
    /// );
    /// # Ok::<(), customer_rules::SyntaxError>(())
    /// ```
    pub fn insert(&mut self, violation: Violation) {
        let is_before = |other: &Violation| {
            other.ordinal() < violation.ordinal()
                || other.ordinal() == violation.ordinal()
                    && !other.path.comes_after(&violation.path)
        };
        let place = self.list.iter().position(|other| !is_before(other));
        self.list
            .insert(place.unwrap_or(self.list.len()), violation);
    }

    /// The violations with those of one path side by side, each path where it first stands.
    pub(crate) fn by_path(&self) -> Vec<&Violation> {
        let mut list: Vec<_> = self.iter().collect();
        if !self.has_paths_in_order() {
            let mut places = BTreeMap::new();
            for (place, violation) in list.iter().enumerate() {
                places.entry(&violation.path).or_insert(place);
            }
            list.sort_by_cached_key(|violation| places.get(&violation.path).copied());
        }
        list
    }

    /// Whether each path is later in the table than those before it, so that none comes
    /// back. Nearly every document has its violations so: to see it spares ten violations as
    /// JSON 3,000 instructions of 10,000.
    fn has_paths_in_order(&self) -> bool {
        // Those across fields come last, and may come back to a path.
        let has_one_sort = match (self.list.first(), self.list.last()) {
            (Some(first), Some(last)) => first.is_across() == last.is_across(),
            _ => true,
        };
        has_one_sort
            && self.list.is_sorted_by(|left, right| {
                ptr::eq(left.fields, right.fields)
                    && (left.ordinal() < right.ordinal()
                        || left.path == right.path
                        || right.path.comes_after(&left.path))
            })
    }
}

/// Whether both violations are at the same path.
pub(crate) fn is_of_same_path(left: &Violation, right: &Violation) -> bool {
    let is_of_one_sort =
        ptr::eq(left.fields, right.fields) && left.is_across() == right.is_across();
    // The row is seen sooner than the path.
    !(is_of_one_sort && left.ordinal() != right.ordinal()) && left.path == right.path
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.list.into_iter()
    }
}

impl Extend<Violation> for Violations {
    fn extend<I: IntoIterator<Item = Violation>>(&mut self, violations: I) {
        violations
            .into_iter()
            .for_each(|violation| self.insert(violation));
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<I: IntoIterator<Item = Violation>>(violations: I) -> Self {
        Self::first(usize::MAX, violations.into_iter().collect())
    }
}

impl core::error::Error for Violations {}

impl Serialize for Violations {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.in_wire_words().serialize(serializer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_is_what_we_think() {
        assert_eq!(size_of::<Path>(), 56);
        assert_eq!(size_of::<Violation>(), 96);
    }
}
