//! What a language says, beside its sentences: [`Grammar`].

use core::fmt;

use super::fault::Fault;
use super::{danish, english, german, norwegian, swedish};
use crate::format::Language;
use crate::table::Noun;

/// The small words of a language, and how it says a fault.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// What a field without a label is called.
    pub(super) value: Noun<'static>,
    /// What an element is called that has no label, nor has its list.
    pub(super) entry: &'static str,
    /// What stands between the last two of several things of which one will do.
    pub(super) or: &'static str,
    /// What stands around the key of an element.
    pub(super) quotes: (&'static str, &'static str),
    /// The sentence of a fault, as a template. One file per language has it, with a match
    /// over all codes, so that a new code does not compile before each language says it.
    pub(super) sentence: fn(&Fault<'_>) -> &'static str,
    /// What a problem says of itself: see [`Problem`](crate::problem::Problem).
    pub(crate) problem: Problems,
}

/// The sentences about a whole request.
#[derive(Debug)]
pub(crate) struct Problems {
    pub(crate) invalid: &'static str,
    /// Writes how many faults there are, and whether there are more.
    pub(crate) count: fn(&mut dyn fmt::Write, usize, bool) -> fmt::Result,
    pub(crate) unreadable: &'static str,
    /// Writes where a body breaks: its line and column.
    pub(crate) place: fn(&mut dyn fmt::Write, usize, usize) -> fmt::Result,
    pub(crate) unknown_customer: &'static str,
    pub(crate) unavailable: &'static str,
    pub(crate) try_later: &'static str,
}

impl Grammar {
    pub(crate) fn of(language: Language) -> &'static Self {
        match language {
            Language::English => &english::GRAMMAR,
            Language::Norwegian => &norwegian::GRAMMAR,
            Language::Swedish => &swedish::GRAMMAR,
            Language::Danish => &danish::GRAMMAR,
            Language::German => &german::GRAMMAR,
        }
    }
}
