//! Where the rows of a table come from: [`Source`] and [`Decision`].

use core::fmt;

/// Where a row or a rule comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// The API's page of documentation.
    Page,
    /// An example printed on the page.
    Example,
    /// A public revision of the page, which prints the server's rule strings.
    Revision,
    /// A [`Decision`], by its number, where the sources disagree or are silent.
    Decision(u8),
    /// A source of your own, in a few words: "terms of sale", "ticket 4711".
    Named(&'static str),
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Page => f.write_str("page"),
            Self::Example => f.write_str("example"),
            Self::Revision => f.write_str("revision"),
            Self::Decision(number) => write!(f, "decision {number}"),
            Self::Named(name) => f.write_str(name),
        }
    }
}

/// What a table does where its sources disagree or are silent, and why.
///
/// A row refers to it by its number, with [`Source::Decision`].
///
/// ```
/// use customer_rules::table::{Decision, Source};
/// use customer_rules::{RuleSet, Rule::*, field, rulebook::Rulebook};
///
/// static NEWSLETTER: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]).sources(&[Source::Named("brief"), Source::Decision(1)]),
/// ])
/// .decided_by(&[Decision::new(1, "One address only.", "The brief says \"addresses\" once.")]);
///
/// assert_eq!(NEWSLETTER.decisions()[0].text(), "One address only.");
/// assert!(Rulebook(&NEWSLETTER).to_string().contains("brief, decision 1"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    number: u8,
    text: &'static str,
    reason: &'static str,
}

impl Decision {
    /// A decision: its number, what is done, and why.
    #[must_use]
    pub const fn new(number: u8, text: &'static str, reason: &'static str) -> Self {
        Self {
            number,
            text,
            reason,
        }
    }

    /// The number by which rows refer to it.
    #[must_use]
    pub const fn number(&self) -> u8 {
        self.number
    }

    /// What is done.
    #[must_use]
    pub const fn text(&self) -> &'static str {
        self.text
    }

    /// Why it is done.
    #[must_use]
    pub const fn reason(&self) -> &'static str {
        self.reason
    }
}
