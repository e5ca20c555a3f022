//! Rules across fields: [`CrossRule`].

use core::fmt;

use smallvec::SmallVec;

use super::alternatives::{Alternatives, InWords, Substitutes};
use super::code::{Code, Params};
use super::custom::{CrossCheck, Statement};
use super::value::Value;

/// A check that compares several fields of one object.
///
/// It is added to the object that contains the fields, by
/// [`RuleSet::across`](crate::RuleSet::across) or
/// [`Field::across`](crate::Field::across), and names the fields by dotted paths from
/// that object. Its violations come after those of all rows.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum CrossRule {
    /// One alternative is complete: each of its groups has a present field, which is
    /// neither missing nor null. The field may be invalid.
    ///
    /// Otherwise every field of each incomplete group is reported: in the alternatives
    /// that have a present field, or in all if none has.
    ///
    /// ```
    /// use customer_rules::{CrossRule, RuleSet, Rule::*, field};
    ///
    /// static REACH: RuleSet = RuleSet::new(&[
    ///     field("email", &[Nullable, Email]),
    ///     field("street", &[Nullable, String]),
    ///     field("zip", &[Nullable, String]),
    /// ])
    /// .across(&[CrossRule::RequiredOneOf(&[&[&["email"]], &[&["street"], &["zip"]]])]);
    ///
    /// assert!(REACH.check_json(br#"{"street": "S 1", "zip": "4313"}"#).is_ok());
    /// let refused = REACH.check_json(br#"{"street": "S 1"}"#).unwrap_err();
    /// assert_eq!(refused.to_string(), "The zip field is required when email is not present.");
    /// ```
    RequiredOneOf(Alternatives),
    /// A rule of your own.
    Custom {
        /// The rule.
        check: &'static dyn CrossCheck,
        /// The fields whose values it sees, in this order.
        paths: &'static [&'static str],
        /// The fields that are at fault when it does not hold.
        at_fault: &'static [&'static str],
    },
}

impl CrossRule {
    /// The code of its violations.
    #[must_use]
    pub fn code(&self) -> Code {
        match self {
            Self::RequiredOneOf(_) => Code::RequiredOneOf,
            Self::Custom { check, .. } => Code::Custom(check.code()),
        }
    }

    /// The fields that the rule looks at or reports. When one of them changes, check the
    /// others again.
    pub fn paths(&self) -> impl Iterator<Item = &'static str> {
        self.path_references().copied()
    }

    /// The same, each where the rule has it.
    pub(crate) fn path_references(&self) -> impl Iterator<Item = &'static &'static str> {
        let (alternatives, paths, at_fault): (Alternatives, &[_], &[_]) = match self {
            Self::RequiredOneOf(alternatives) => (alternatives, &[], &[]),
            Self::Custom {
                paths, at_fault, ..
            } => (&[], paths, at_fault),
        };
        let at_fault = at_fault.iter().filter(move |path| !paths.contains(path));
        members(alternatives).chain(paths.iter().chain(at_fault))
    }

    /// The params of the violation at one of the paths.
    pub(crate) fn params(&self, path: &'static str) -> Params {
        match self {
            Self::RequiredOneOf(alternatives) => {
                Params::RequiredOneOf(Substitutes::new(alternatives, path))
            }
            Self::Custom { check, .. } => Params::Custom(
                Statement::new(check.code(), check.message())
                    .with_params(check.params())
                    .with_plain_messages(check.plain_messages()),
            ),
        }
    }

    /// Whether both rules are the same. Rules of the user's own are the same if their codes
    /// and paths are.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::RequiredOneOf(own), Self::RequiredOneOf(other)) => own == other,
            (own, other) => own.code() == other.code() && own.paths().eq(other.paths()),
        }
    }

    /// Whether the rule holds.
    pub(crate) fn holds<'v>(&self, value: impl Fn(&str) -> Value<'v>) -> bool {
        match self {
            Self::RequiredOneOf(alternatives) => alternatives.iter().any(|groups| {
                let mut groups = groups.iter();
                groups.all(|group| is_met(group, &value))
            }),
            Self::Custom { check, paths, .. } => {
                let values: SmallVec<[Value<'v>; 4]> =
                    paths.iter().map(|path| value(path)).collect();
                check.holds(&values)
            }
        }
    }

    /// The paths at fault, if the rule does not hold.
    pub(crate) fn faults<'v>(
        &self,
        value: impl Fn(&str) -> Value<'v>,
    ) -> SmallVec<[&'static &'static str; 8]> {
        let alternatives = match self {
            Self::Custom { at_fault, .. } => return at_fault.iter().collect(),
            Self::RequiredOneOf(alternatives) => alternatives.iter(),
        };
        let is_begun = |groups: &[&[&str]]| groups.iter().any(|group| is_met(group, &value));
        let is_any_begun = alternatives.clone().any(|groups| is_begun(groups));
        alternatives
            .filter(|groups| !is_any_begun || is_begun(groups))
            .flat_map(|groups| groups.iter())
            .filter(|group| !is_met(group, &value))
            .flat_map(|group| group.iter())
            .collect()
    }
}

/// Whether one of the group's fields is present.
fn is_met<'v>(group: &[&str], value: impl Fn(&str) -> Value<'v>) -> bool {
    group
        .iter()
        .any(|member| !matches!(value(member), Value::Null))
}

fn members(alternatives: Alternatives) -> impl Iterator<Item = &'static &'static str> {
    let groups = alternatives.iter().flat_map(|groups| groups.iter());
    groups.flat_map(|group| group.iter())
}

impl fmt::Display for CrossRule {
    /// The rule in words, for the rulebook.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let alternatives = match self {
            Self::RequiredOneOf(alternatives) => alternatives,
            Self::Custom { check, .. } => return f.write_str(check.about()),
        };
        write!(f, "there is {}", InWords(alternatives))
    }
}
