//! Fields that stand in for each other: [`Alternatives`] and [`Substitutes`].

use serde::{Serialize, Serializer};

/// Fields that are alternatives to each other, in three levels: one of these
/// alternatives, with all of its groups, with one member of each.
///
/// Members are dotted paths from the object that the alternatives belong to.
pub type Alternatives = &'static [&'static [&'static [&'static str]]];

/// The fields that could stand in for a missing one: the other members of its
/// group, and the members of alternatives that are one group.
///
/// Serialises as a list of dotted paths, from the object that they belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Substitutes {
    alternatives: Alternatives,
    member: &'static str,
}

impl Substitutes {
    /// What could stand in for `member`, one of the alternatives.
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
