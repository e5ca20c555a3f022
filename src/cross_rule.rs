//! Rules across fields: [`CrossRule`].

use core::fmt;

use crate::code::{Alternatives, Code, Params, Substitutes};
use crate::field::{Field, is_row};

/// A check of several fields of one object, beside each other.
///
/// It belongs to the object that has the fields, with
/// [`RuleSet::across`](crate::RuleSet::across) or
/// [`Field::across`](crate::Field::across), and names them by dotted paths from
/// there. Its violations come after those of all rows.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum CrossRule {
    /// One of the alternatives is complete: each of its groups has a member that is
    /// there, which is neither missing nor null, whatever else is wrong with it.
    ///
    /// If none is, every member of each unmet group is at fault: those of the
    /// alternatives that have a member at all, or of all if none has.
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
    /// assert_eq!(refused.to_string(), "The zip field is required when none of email are present.");
    /// ```
    RequiredOneOf(Alternatives),
}

impl CrossRule {
    /// The code of its violations.
    #[must_use]
    pub const fn code(&self) -> Code {
        match self {
            Self::RequiredOneOf(_) => Code::RequiredOneOf,
        }
    }

    /// The fields that the rule looks at, which are to be checked again when one
    /// of them changes.
    pub fn paths(&self) -> impl Iterator<Item = &'static str> {
        match self {
            Self::RequiredOneOf(alternatives) => members(alternatives),
        }
    }

    /// What the violation at one of the paths asks for.
    pub(crate) const fn params(&self, path: &'static str) -> Params {
        match self {
            Self::RequiredOneOf(alternatives) => {
                Params::RequiredOneOf(Substitutes::new(alternatives, path))
            }
        }
    }

    /// Whether the rule holds.
    pub(crate) fn holds(&self, is_present: impl Fn(&str) -> bool) -> bool {
        match self {
            Self::RequiredOneOf(alternatives) => alternatives.iter().any(|groups| {
                let mut groups = groups.iter();
                groups.all(|group| group.iter().any(|member| is_present(member)))
            }),
        }
    }

    /// The paths at fault, if the rule does not hold.
    pub(crate) fn faults(
        &self,
        is_present: impl Fn(&str) -> bool,
    ) -> impl Iterator<Item = &'static str> {
        match self {
            Self::RequiredOneOf(alternatives) => {
                let has_any = |groups: &[&[&str]]| {
                    groups.iter().flat_map(|g| g.iter()).any(|m| is_present(m))
                };
                let is_any_begun = alternatives.iter().any(|groups| has_any(groups));
                let begun = move |groups: &&&[&[&str]]| !is_any_begun || has_any(groups);
                let unmet: alloc::vec::Vec<_> = alternatives
                    .iter()
                    .filter(begun)
                    .flat_map(|groups| groups.iter())
                    .filter(|group| !group.iter().any(|member| is_present(member)))
                    .collect();
                unmet.into_iter().flat_map(|group| group.iter().copied())
            }
        }
    }

    /// Refuses a path that names no row, and alternatives without members.
    pub(crate) const fn assert_well_formed(&self, fields: &[Field]) {
        let Self::RequiredOneOf(mut alternatives) = *self;
        assert!(
            !alternatives.is_empty(),
            "there is at least one alternative"
        );
        while let [groups, rest @ ..] = alternatives {
            assert_groups(groups, fields);
            alternatives = rest;
        }
    }
}

const fn assert_groups(mut groups: &[&[&str]], fields: &[Field]) {
    assert!(!groups.is_empty(), "an alternative has at least one group");
    while let [group, rest @ ..] = groups {
        assert!(!group.is_empty(), "a group has at least one member");
        assert_rows(group, fields);
        groups = rest;
    }
}

/// Refuses a path that names none of the rows.
pub(crate) const fn assert_rows(mut paths: &[&str], fields: &[Field]) {
    while let [path, rest @ ..] = paths {
        assert!(
            is_row(fields, path.as_bytes()),
            "a path names a row of its object"
        );
        paths = rest;
    }
}

fn members(alternatives: Alternatives) -> impl Iterator<Item = &'static str> {
    alternatives
        .iter()
        .flat_map(|groups| groups.iter().flat_map(|group| group.iter().copied()))
}

impl fmt::Display for CrossRule {
    /// The rule in words, for the rulebook.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::RequiredOneOf(alternatives) = self;
        f.write_str("there is ")?;
        for (position, groups) in alternatives.iter().enumerate() {
            f.write_str(if position == 0 { "" } else { "; or " })?;
            for (position, group) in groups.iter().enumerate() {
                f.write_str(if position == 0 { "" } else { ", and " })?;
                for (position, member) in group.iter().enumerate() {
                    f.write_str(if position == 0 { "" } else { " or " })?;
                    write!(f, "`{member}`")?;
                }
            }
        }
        Ok(())
    }
}
