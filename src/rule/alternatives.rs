//! Fields of which one is enough: [`Alternatives`] and [`Substitutes`].

use core::fmt;

use serde::{Serialize, Serializer};

/// A list of alternatives, one of which must be complete. An alternative is a list of
/// groups, all of which must be met. A group is a list of fields, one of which must be
/// present.
///
/// A field is a dotted path from the object that the alternatives belong to.
pub type Alternatives = &'static [&'static [&'static [&'static str]]];

/// Displays alternatives in words: `` `phone`; or (`street` or `box`) and `zip` ``.
pub(crate) struct InWords(pub(crate) Alternatives);

impl fmt::Display for InWords {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, groups) in self.0.iter().enumerate() {
            f.write_str(if position == 0 { "" } else { "; or " })?;
            for (position, group) in groups.iter().enumerate() {
                f.write_str(if position == 0 { "" } else { " and " })?;
                let is_list = groups.len() > 1 && group.len() > 1;
                f.write_str(if is_list { "(" } else { "" })?;
                for (position, member) in group.iter().enumerate() {
                    f.write_str(if position == 0 { "" } else { " or " })?;
                    write!(f, "`{member}`")?;
                }
                f.write_str(if is_list { ")" } else { "" })?;
            }
        }
        Ok(())
    }
}

/// The fields any of which would do instead of a missing one: the other fields of its
/// group, and the fields of every alternative that is a single group.
///
/// Serialises as a list of dotted paths from the object that the fields belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substitutes {
    alternatives: Alternatives,
    member: &'static str,
}

impl Substitutes {
    /// The substitutes of `member`, a field of the alternatives.
    #[must_use]
    pub const fn new(alternatives: Alternatives, member: &'static str) -> Self {
        Self {
            alternatives,
            member,
        }
    }

    /// The dotted paths, in the order of the alternatives.
    pub fn iter(&self) -> impl Iterator<Item = &'static str> {
        let member = self.member;
        let groups = self
            .alternatives
            .iter()
            .flat_map(|groups| groups.iter().map(move |group| (group, groups.len() == 1)));
        groups
            .filter(move |(group, is_alone)| *is_alone || group.contains(&member))
            .flat_map(|(group, _)| group.iter().copied())
            .filter(move |other| *other != member)
    }

    /// The missing field itself.
    #[must_use]
    pub const fn member(&self) -> &'static str {
        self.member
    }
}

impl Serialize for Substitutes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}
