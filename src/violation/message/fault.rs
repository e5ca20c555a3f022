//! What a sentence is about: [`Fault`], with the names of all that the sentence speaks of.

use core::fmt::{self, Write as _};

use super::grammar::Grammar;
use super::wording::Wording;
use crate::format::Language;
use crate::rule::{Code, Params, Rule, Substitutes};
use crate::table::{ELEMENT, Kind, Noun, Row, find, rows};
use crate::violation::NoticeKind;
use crate::violation::{Broken, Path, Segment, Violation};

/// How many characters of an element's key are shown.
pub(super) const MAX_KEY_CHARS: usize = 40;

/// How many choices are named; of more than these, a sentence speaks of the list.
const MAX_CHOICES: usize = 10;

/// A violation with its row, and with the words to speak of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Fault<'a> {
    violation: &'a Violation,
    wording: &'a dyn Wording,
    language: Language,
    grammar: &'static Grammar,
    row: Option<Row>,
    /// Whether the path ends at an element that has no row of its own: then the row is the
    /// one of its list.
    is_plain_element: bool,
}

impl<'a> Fault<'a> {
    pub(super) fn new(violation: &'a Violation, wording: &'a dyn Wording) -> Self {
        let language = wording.language();
        let row = violation.row();
        let list = match violation.broken() {
            Broken::Stated(_) => row.and_then(|row| list_at(&row, violation.path())),
            Broken::Noticed(NoticeKind::NotSent(_)) => {
                row.and_then(|row| list_at(&row, violation.path()))
            }
            Broken::Rule(_) | Broken::Across(..) | Broken::Noticed(_) => None,
        };
        Self {
            violation,
            wording,
            language,
            grammar: Grammar::of(language),
            row: list.or(row),
            is_plain_element: list.is_some(),
        }
    }

    pub(super) fn code(&self) -> Code {
        self.violation.code()
    }

    pub(super) fn params(&self) -> Params {
        self.violation.params()
    }

    /// The sentence of a rule of the user's own, for the language: of the one that is broken;
    /// or where a value of no type is missing, of the one that would judge it. A box that is
    /// not ticked is not to be "entered".
    pub(super) fn own_sentence(&self) -> Option<&'static str> {
        match self.code() {
            Code::Custom(_) => own_sentence(self.params(), self.language),
            Code::Required => {
                let field = self.row?.field();
                let mut rules = field.rules().iter();
                let own = rules.find(|rule| matches!(rule, Rule::Custom(_)))?;
                let has_type = field.kind() != Kind::Any;
                own_sentence(own.params(), self.language).filter(|_| !has_type)
            }
            _ => None,
        }
    }

    /// What the API would say of a rule of the user's own, which is English.
    pub(super) fn wire_template(&self) -> Option<&'static str> {
        match (self.code(), self.language) {
            (Code::Custom(_), Language::English) => match self.params() {
                Params::Custom(statement) => Some(statement.message()),
                _ => None,
            },
            _ => None,
        }
    }

    /// The sentence that its language has, as a template.
    pub(super) fn sentence(&self) -> &'static str {
        (self.grammar.sentence)(self)
    }

    /// What the field is called.
    pub(super) fn noun(&self) -> Noun<'a> {
        let value = self.grammar.value;
        match self.row {
            None => value,
            Some(row) if self.is_plain_element => {
                let label = row.field().get_each_label();
                let noun = label.and_then(|label| label.get(self.language));
                noun.unwrap_or(value)
            }
            Some(row) => self.noun_of(&row),
        }
    }

    fn noun_of(&self, row: &Row) -> Noun<'a> {
        let of_table = || row.field().get_label()?.get(self.language);
        let noun = self.wording.label(row).or_else(of_table);
        noun.unwrap_or(self.grammar.value)
    }

    /// Whether a person chooses the value, and does not write it.
    pub(super) fn is_chosen(&self) -> bool {
        let kind = self.row.map(|row| row.field().kind());
        matches!(kind, Some(Kind::Choice(_) | Kind::Country))
    }

    /// Whether the allowed words are few enough to be named.
    pub(super) fn has_few_choices(&self) -> bool {
        matches!(self.params(), Params::OneOf(words) if words.len() <= MAX_CHOICES)
    }

    /// Whether something can stand in for the field.
    pub(super) fn has_alternatives(&self) -> bool {
        let others = self.params();
        matches!(others, Params::RequiredOneOf(others) if others.iter().next().is_some())
    }

    pub(super) fn choices(&self, words: &'static [&'static str]) -> Choices<'_> {
        Choices { fault: self, words }
    }

    pub(super) fn others(&self, others: Substitutes) -> Others<'_> {
        Others {
            fault: self,
            others,
        }
    }

    /// The elements that the path leads through, each told apart: `Contact 2`.
    ///
    /// Returns whether there is any.
    #[inline]
    pub(super) fn write_elements(&self, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        match &self.row {
            Some(row) if self.violation.path.has_element() => self.write_elements_of(row, out),
            _ => Ok(false),
        }
    }

    fn write_elements_of(&self, row: &Row, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        let mut segments = self.violation.path.segments();
        let mut list = None;
        let mut is_first = true;
        for above in row.chain() {
            let own = segments.next();
            let is_inside = above.ordinal() != row.ordinal() || self.is_plain_element;
            let (element, key) = if above.field().key() == ELEMENT {
                (list.unwrap_or(above), own)
            } else if above.has_plain_elements() && is_inside {
                (above, segments.next())
            } else {
                list = Some(above);
                continue;
            };
            list = Some(above);
            if let Some(key) = key {
                self.write_element(out, &element, key, is_first)?;
                is_first = false;
            }
        }
        Ok(!is_first)
    }

    fn write_element(
        &self,
        out: &mut dyn fmt::Write,
        list: &Row,
        key: Segment<'_>,
        is_first: bool,
    ) -> fmt::Result {
        let of_table = || Some(list.field().get_each_label()?.get(self.language)?.name());
        let of_list = || Some(self.wording.label(list).or(self.label_of(list))?.name());
        let name = self.wording.element(list).or_else(of_table);
        let name = name.or_else(of_list).unwrap_or(self.grammar.entry);
        if is_first {
            write!(out, "{}", Capitalized(name))?;
        } else {
            write!(out, ", {name}")?;
        }
        let (open, close) = self.grammar.quotes;
        match key {
            Segment::Index(index) => write!(out, " {}", index.saturating_add(1)),
            Segment::Key(key) => write!(out, " {open}{}{close}", Key(key)),
        }
    }

    fn label_of(&self, row: &Row) -> Option<Noun<'a>> {
        row.field().get_label()?.get(self.language)
    }

    /// Whether the path ends at an element, which is told by its number already.
    pub(super) fn is_element(&self) -> bool {
        let is_own = |row: Row| row.field().key() == ELEMENT;
        self.is_plain_element || self.row.is_some_and(is_own)
    }

    fn or(&self) -> &'a str {
        self.wording.or().unwrap_or(self.grammar.or)
    }
}

fn own_sentence(params: Params, language: Language) -> Option<&'static str> {
    match params {
        Params::Custom(statement) => statement.plain_message(language),
        _ => None,
    }
}

/// The row of the list whose element is at the path, if that has no row of its own. A fault
/// that the user states there has the ordinal of `row`, the first one inside the element.
fn list_at(row: &Row, path: &Path) -> Option<Row> {
    let len = path.segments().len();
    let is_list = |row: &Row| row.keys().count().saturating_add(1) == len;
    let is_above = row.keys().count() > len;
    row.chain().filter(|_| is_above).find(is_list)
}

impl Violation {
    /// The row of the table, or that of the field where a rule across fields is broken.
    pub(crate) fn row(&self) -> Option<Row> {
        let ordinal = usize::try_from(self.ordinal()).ok()?;
        let ordinal = match self.broken() {
            // Violations across fields come after those of all rows.
            Broken::Across(..) => ordinal.checked_sub(rows(self.fields))?,
            // No row has what is not known, nor the document.
            Broken::Noticed(NoticeKind::Unknown | NoticeKind::NotAnObject(_)) => return None,
            Broken::Rule(_) | Broken::Stated(_) | Broken::Noticed(_) => ordinal,
        };
        Row::find(self.fields, ordinal)
    }
}

/// Displays the names of the allowed words: `a, b or c`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Choices<'a> {
    fault: &'a Fault<'a>,
    words: &'static [&'static str],
}

impl fmt::Display for Choices<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = self.fault;
        let mut labels = fault
            .row
            .map_or(&[][..], |row| row.field().get_choice_labels())
            .iter();
        let last = self.words.len().saturating_sub(1);
        for (position, word) in self.words.iter().enumerate() {
            let label = labels.next().and_then(|label| label.get(fault.language));
            let own = fault
                .row
                .as_ref()
                .and_then(|row| fault.wording.choice(row, word));
            f.write_str(separator(position, last, fault.or()))?;
            f.write_str(own.or(label.map(Noun::name)).unwrap_or(word))?;
        }
        Ok(())
    }
}

/// Displays the names of a field and of those that could stand in for it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Others<'a> {
    fault: &'a Fault<'a>,
    others: Substitutes,
}

impl Others<'_> {
    /// The row of a field of the object, by its path from there.
    fn row(&self, path: &str) -> Option<Row> {
        let own = self.fault.row?;
        let member = self.others.member();
        let below = member.split('.').count().saturating_add(1);
        let above = own.chain().count().checked_sub(below);
        let fields = match above.and_then(|above| own.chain().nth(above)) {
            None => self.fault.violation.fields,
            Some(object) => object.field().get_members(),
        };
        let first = own.ordinal().checked_sub(find(fields, member)?.ordinal)?;
        let ordinal = first.saturating_add(find(fields, path)?.ordinal);
        Row::find(self.fault.violation.fields, ordinal)
    }
}

impl fmt::Display for Others<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = self.fault;
        let last = self.others.iter().count();
        f.write_str(fault.noun().definite())?;
        for (position, path) in (1..).zip(self.others.iter()) {
            let noun = self.row(path).map(|row| fault.noun_of(&row));
            f.write_str(separator(position, last, fault.or()))?;
            f.write_str(noun.unwrap_or(fault.grammar.value).definite())?;
        }
        Ok(())
    }
}

/// What stands before the thing at this position.
fn separator(position: usize, last: usize, or: &str) -> &str {
    match position {
        0 => "",
        position if position == last => or,
        _ => ", ",
    }
}

/// Displays words with a capital at the start.
pub(super) struct Capitalized<'a>(pub(super) &'a str);

impl fmt::Display for Capitalized<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.chars();
        if let Some(first) = chars.next() {
            write!(f, "{}", first.to_uppercase())?;
        }
        f.write_str(chars.as_str())
    }
}

/// Displays the key of an element, which comes from the document: at most
/// [`MAX_KEY_CHARS`] of its characters, and those as `\u202e` that do not show.
struct Key<'a>(&'a str);

impl fmt::Display for Key<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut chars = self.0.chars();
        for c in chars.by_ref().take(MAX_KEY_CHARS) {
            let is_quote = matches!(c, '"' | '\'' | '\\');
            if is_quote || c.escape_debug().count() == 1 {
                f.write_char(c)?;
            } else {
                write!(f, "\\u{:04x}", u32::from(c))?;
            }
        }
        match chars.next() {
            Some(_) => f.write_char('…'),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::borrow::ToOwned as _;
    use alloc::string::ToString as _;

    #[test]
    fn keys_are_escaped_and_cut() {
        let long = "å".repeat(41);
        let cases = [
            ("main", "main"),
            ("", ""),
            ("it's \"\\", "it's \"\\"),
            (
                "a\nb\u{202e}c\u{200b}\u{ad}",
                "a\\u000ab\\u202ec\\u200b\\u00ad",
            ),
            (long.as_str(), &(long[..80].to_owned() + "…")),
            (&long[..80], &long[..80]),
        ];
        for (key, shown) in cases {
            assert_eq!(Key(key).to_string(), shown);
        }
    }

    #[test]
    fn words_start_with_a_capital() {
        for (words, shown) in [
            ("e-mail", "E-mail"),
            ("øl", "Øl"),
            ("", ""),
            ("Name", "Name"),
        ] {
            assert_eq!(Capitalized(words).to_string(), shown);
        }
    }
}
