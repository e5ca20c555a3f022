//! One line of a table: [`Field`], its rules and its members.

use crate::rule::CrossRule;
use crate::rule::Rule;
use crate::table::Source;
use crate::table::well_formed::{
    assert_across, assert_describes_container, assert_rules, assert_table, has_integer, is_key,
    is_same, of_text,
};

/// One row of a table: a key, its rules, its members.
///
/// Built with [`field`] and the methods here, all of them `const`, so that a
/// malformed row does not compile.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    key: &'static str,
    rules: &'static [Rule],
    about: &'static str,
    sources: &'static [Source],
    members: &'static [Self],
    each: Option<Each>,
    /// Slots taken in the block that the row stands in: its own and its members'.
    rows: usize,
    /// Rows below this one, those inside of elements too.
    below: usize,
    across: &'static [CrossRule],
    takes_number_as_text: bool,
    takes_text_as_number: bool,
    text_rules: &'static [Rule],
    takes_any_text: bool,
}

/// What every element of a list, or every member of a map, must be.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Each {
    /// An object with these members; anything else has none of them.
    Members(&'static [Field]),
    /// What this row says, members or not.
    Row(&'static Field),
}

impl Each {
    /// The row of the element itself, if it has one.
    pub(crate) const fn row(&self) -> Option<&'static Field> {
        match self {
            Self::Members(_) => None,
            Self::Row(field) => Some(field),
        }
    }

    pub(crate) const fn members(&self) -> &'static [Field] {
        match self {
            Self::Members(members) => members,
            Self::Row(field) => field.members,
        }
    }

    /// How many rows there are to an element, its own and all below.
    const fn all_rows(&self) -> usize {
        match self {
            Self::Members(members) => all_rows(members),
            Self::Row(field) => field.below.saturating_add(1),
        }
    }
}

/// A row: its key, and the rules for its value, which stand in the order in
/// which they are reported.
///
/// The rules start with [`Rule::Required`] or [`Rule::Nullable`]; type, format and
/// greatest length follow in this order. A row that only holds other rows may have
/// no rules.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static LOGIN: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]).about("Who."),
///     field("language", &[Nullable, String, OneOf(&["en", "no"])]),
/// ]);
///
/// assert!(LOGIN.check_json(br#"{"email": "kari@example.com"}"#).is_ok());
/// ```
///
/// # Panics
///
/// At compile time in a `static` or `const`, where tables belong: on a key that
/// is empty or has a `.` or `*` in it, on rules that do not start with the one
/// rule of presence or stand in another order, and on an empty `OneOf`.
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static BOTH: Field = field("name", &[Required, Nullable, String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static NEITHER: Field = field("name", &[String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static DISORDERED: Field = field("name", &[Required, MaxChars(30), String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static NO_CHOICE: Field = field("language", &[Nullable, OneOf(&[])]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static DOTTED: Field = field("addresses.billing", &[Nullable, String]);
/// ```
#[must_use]
pub const fn field(key: &'static str, rules: &'static [Rule]) -> Field {
    assert!(
        is_key(key),
        "a key is not empty and has no '.' or '*' in it"
    );
    row(key, rules)
}

/// The row of an element: what [`Field::each_element`] asks of each.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, element, field};
///
/// static LETTER: RuleSet = RuleSet::new(&[
///     field("to", &[Required, Array]).each_element(&element(&[Required, Email])),
/// ]);
///
/// let refused = LETTER.check_json(br#"{"to": ["kari@example.com", "ola"]}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The to.1 must be a valid email address.");
/// ```
///
/// # Panics
///
/// At compile time in a `static` or `const`, as [`field()`] does.
#[must_use]
pub const fn element(rules: &'static [Rule]) -> Field {
    row(ELEMENT, rules)
}

/// The key of a row that stands for every element.
pub(crate) const ELEMENT: &str = "*";

const fn row(key: &'static str, rules: &'static [Rule]) -> Field {
    assert_rules(rules);
    Field {
        key,
        rules,
        about: "",
        sources: &[],
        members: &[],
        each: None,
        rows: 1,
        below: 0,
        across: &[],
        takes_number_as_text: false,
        takes_text_as_number: has_integer(rules),
        text_rules: of_text(rules),
        takes_any_text: of_text(rules).is_empty(),
    }
}

impl Field {
    /// What the row means, in a sentence, for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// Where the row has its authority, for the rulebook.
    #[must_use]
    pub const fn sources(self, sources: &'static [Source]) -> Self {
        Self { sources, ..self }
    }

    /// The rows inside the value, which is read as an object.
    ///
    /// They are judged whatever the value is: without an object there is none of
    /// them, and the required ones say so.
    ///
    /// # Panics
    ///
    /// At compile time: on a key that stands twice, on an empty slice, and on a
    /// row that has members or elements already.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static TWICE: Field = field("address", &[]).members(&[
    ///     field("zip", &[Required, String]),
    ///     field("zip", &[Nullable, String]),
    /// ]);
    /// ```
    #[must_use]
    pub const fn members(self, members: &'static [Self]) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, and once"
        );
        assert!(!members.is_empty(), "members are at least one");
        assert_table(members);
        Self {
            members,
            takes_any_text: false,
            rows: self.rows.saturating_add(rows(members)),
            below: all_rows(members),
            ..self
        }
    }

    /// The rows inside every element of the value, which is read as a list or as
    /// an object, whose keys are kept.
    ///
    /// An element that is neither has no members. The path of a row in it goes
    /// over the element: `contacts.0.email`, or `contacts.main.email`.
    ///
    /// # Panics
    ///
    /// At compile time, as [`Field::members`] does.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static CONTACT: &[Field] = &[field("email", &[Nullable, Email])];
    /// static BOTH: Field = field("contacts", &[Nullable, Array]).members(CONTACT).each(CONTACT);
    /// ```
    #[must_use]
    pub const fn each(self, members: &'static [Self]) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, and once"
        );
        assert!(!members.is_empty(), "members are at least one");
        assert_table(members);
        Self {
            each: Some(Each::Members(members)),
            below: all_rows(members),
            ..self
        }
    }

    /// The row of every element of the value, which is read as a list or as an
    /// object, whose keys are kept: for elements that are no objects, or that must
    /// be some. See [`element`].
    ///
    /// # Panics
    ///
    /// At compile time, as [`Field::members`] does, and on a row that is not made
    /// with [`element`].
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static NAMED: Field =
    ///     field("emails", &[Nullable, Array]).each_element(&field("email", &[Required, Email]));
    /// ```
    #[must_use]
    pub const fn each_element(self, element: &'static Self) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, and once"
        );
        assert!(
            is_same(element.key, ELEMENT),
            "the row of an element is made with `element`"
        );
        assert_describes_container(element);
        let each = Each::Row(element);
        Self {
            each: Some(each),
            below: each.all_rows(),
            ..self
        }
    }

    /// The rules across the members of the value, named by their paths from here.
    ///
    /// # Panics
    ///
    /// At compile time, on a path that names no row below this one.
    #[must_use]
    pub const fn across(self, rules: &'static [CrossRule]) -> Self {
        assert_across(rules, self.members);
        Self {
            across: rules,
            ..self
        }
    }

    /// Lets a JSON number stand for its digits: it becomes a string before any rule
    /// sees it, if it is an integer that is not negative (below 10^14 where it is
    /// written with a fraction or an exponent).
    #[must_use]
    pub const fn numbers_as_text(self) -> Self {
        Self {
            takes_number_as_text: true,
            ..self
        }
    }

    /// The key in the object that the row stands in.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The key where the row keeps it.
    pub(crate) const fn kept_key(&'static self) -> &'static &'static str {
        &self.key
    }

    /// The rules for the value, in order.
    #[must_use]
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules
    }

    /// What the row means.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.about
    }

    /// Where the row has its authority.
    #[must_use]
    pub const fn authority(&self) -> &'static [Source] {
        self.sources
    }

    /// The rows inside the value, for a row built with [`Field::members`].
    #[must_use]
    pub const fn member_fields(&self) -> &'static [Self] {
        self.members
    }

    /// The rows inside every element, for a row with elements.
    #[must_use]
    pub const fn element_fields(&self) -> Option<&'static [Self]> {
        match &self.each {
            Some(each) => Some(each.members()),
            None => None,
        }
    }

    /// The row of every element, for a row built with [`Field::each_element`].
    #[must_use]
    pub const fn element_row(&self) -> Option<&'static Self> {
        match &self.each {
            Some(each) => each.row(),
            None => None,
        }
    }

    /// The rules across the members of the value.
    #[must_use]
    pub const fn cross_rules(&self) -> &'static [CrossRule] {
        self.across
    }

    pub(crate) const fn each_of(&'static self) -> Option<&'static Each> {
        self.each.as_ref()
    }

    /// How many slots the row takes in its block.
    pub(crate) const fn rows(&self) -> usize {
        self.rows
    }

    /// How many rows there are below this one, those inside of elements too.
    pub(crate) const fn below(&self) -> usize {
        self.below
    }

    /// Whether a number stands for its digits.
    pub(crate) const fn takes_number_as_text(&self) -> bool {
        self.takes_number_as_text
    }

    /// Whether a text needs no judging: it breaks no rule, here or below.
    pub(crate) const fn takes_any_text(&self) -> bool {
        self.takes_any_text
    }

    /// The rules that are left to ask of a text.
    pub(crate) const fn text_rules(&self) -> &'static [Rule] {
        self.text_rules
    }

    /// Whether digits in a string stand for their number.
    pub(crate) const fn takes_text_as_number(&self) -> bool {
        self.takes_text_as_number
    }

    const fn is_container(&self) -> bool {
        !self.members.is_empty() || self.each.is_some()
    }
}

/// How many slots these rows take in their block.
pub(crate) const fn rows(mut fields: &[Field]) -> usize {
    let mut rows: usize = 0;
    while let [field, rest @ ..] = fields {
        rows = rows.saturating_add(field.rows);
        fields = rest;
    }
    rows
}

/// How many rows these are, with all below them.
pub(crate) const fn all_rows(mut fields: &[Field]) -> usize {
    let mut rows: usize = 0;
    while let [field, rest @ ..] = fields {
        rows = rows.saturating_add(field.below).saturating_add(1);
        fields = rest;
    }
    rows
}
