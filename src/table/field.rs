//! One line of a table: [`Field`], its rules and its members.

use super::authority::Source;
use super::label::Label;
use crate::format::Count;
use crate::rule::{CrossRule, Rule};

/// One row of a table: a key, its rules, its members.
///
/// [`field()`](super::field()) and [`element`](super::element) make a row, and its `const`
/// methods complete it, so a malformed row does not compile. A getter starts with `get_` where
/// its plain name is that of a setter: [`Field::members`] sets the members,
/// [`Field::get_members`] returns them.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    pub(super) key: &'static str,
    pub(super) rules: &'static [Rule],
    pub(super) about: &'static str,
    pub(super) sources: &'static [Source],
    pub(super) label: Option<&'static Label>,
    /// What one element is called, where elements have no row of their own.
    pub(super) each_label: Option<&'static Label>,
    pub(super) choice_labels: &'static [&'static Label],
    pub(super) members: &'static [Self],
    pub(super) each: Option<Each>,
    /// The number of slots of the row in the block of its object: its own and its members'.
    pub(super) slots: usize,
    /// The number of rows here and below, including those of elements.
    pub(super) rows: usize,
    /// How many levels of containers there are inside the value, and the value itself if it
    /// is one.
    pub(super) depth: usize,
    pub(super) across: &'static [CrossRule],
    pub(super) takes_numbers_as_text: bool,
    pub(super) takes_text_as_number: bool,
    pub(super) text_rules: &'static [Rule],
    pub(super) takes_any_text: bool,
}

/// What every element of a list, or of an object whose keys are kept, must be.
#[derive(Debug, Clone, Copy)]
pub enum Each {
    /// An object with these members, set by [`Field::each`]. The element itself has no rules:
    /// one that is not an object has no members.
    Members(&'static [Field]),
    /// A value that this row describes, set by [`Field::each_element`].
    Row(&'static Field),
}

impl Each {
    /// The row of the element itself, if it has one.
    #[must_use]
    pub const fn row(&self) -> Option<&'static Field> {
        match self {
            Self::Members(_) => None,
            Self::Row(field) => Some(field),
        }
    }

    /// The rows inside an element.
    #[must_use]
    pub const fn members(&self) -> &'static [Field] {
        match self {
            Self::Members(members) => members,
            Self::Row(field) => field.members,
        }
    }

    /// How many levels of containers an element has, itself included.
    pub(super) const fn depth(&self) -> usize {
        match self {
            Self::Members(members) => depth(members).saturating_add(1),
            Self::Row(field) => field.depth,
        }
    }

    /// The number of rows of an element: its own and all below.
    pub(super) const fn rows(&self) -> usize {
        match self {
            Self::Members(members) => rows(members),
            Self::Row(field) => field.rows,
        }
    }
}

/// The kind of value that a row accepts, according to its rules and members.
///
/// ```
/// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
/// use customer_rules::table::Kind;
///
/// assert_eq!(PRIVATE_CUSTOMER.field("name").kind(), Kind::Text);
/// assert_eq!(PRIVATE_CUSTOMER.field("email").kind(), Kind::Email);
/// assert_eq!(CHANGE_CUSTOMER_INFO.field("emails").kind(), Kind::List);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Any value, unless a rule of the user's own refuses it.
    Any,
    /// Any text.
    Text,
    /// An e-mail address.
    Email,
    /// A phone number in E.164 form.
    PhoneNumber,
    /// An ISO 3166-1 alpha-2 code.
    Country,
    /// ASCII digits.
    Digits(Count),
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A text that matches a regular expression.
    Pattern,
    /// An integer.
    Integer,
    /// A list.
    List,
    /// An object.
    Object,
    /// A list, or an object whose keys take the place of the indexes.
    ListOrMap,
}

impl Field {
    /// The key in the object that the row belongs to; `*` for the row of an element.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        self.key
    }

    /// The rules for the value, in the order in which they are reported.
    #[must_use]
    pub const fn rules(&self) -> &'static [Rule] {
        self.rules
    }

    /// What the row means, set by [`Field::about`].
    #[must_use]
    pub const fn get_about(&self) -> &'static str {
        self.about
    }

    /// Where the row comes from, set by [`Field::sources`].
    #[must_use]
    pub const fn get_sources(&self) -> &'static [Source] {
        self.sources
    }

    /// What the field is called, set by [`Field::label`].
    #[must_use]
    pub const fn get_label(&self) -> Option<&'static Label> {
        self.label
    }

    /// What one of the elements is called: the label of their own row, or the one set by
    /// [`Field::each_label`].
    #[must_use]
    pub const fn get_each_label(&self) -> Option<&'static Label> {
        match &self.each {
            Some(Each::Row(element)) => element.label,
            _ => self.each_label,
        }
    }

    /// What the allowed words are called, set by [`Field::choice_labels`].
    #[must_use]
    pub const fn get_choice_labels(&self) -> &'static [&'static Label] {
        self.choice_labels
    }

    /// The rows inside the value, set by [`Field::members`].
    #[must_use]
    pub const fn get_members(&self) -> &'static [Self] {
        self.members
    }

    /// What every element must be, set by [`Field::each`] or [`Field::each_element`].
    #[must_use]
    pub const fn get_each(&'static self) -> Option<&'static Each> {
        self.each.as_ref()
    }

    /// The rules across the members of the value, set by [`Field::across`].
    #[must_use]
    pub const fn get_across(&self) -> &'static [CrossRule] {
        self.across
    }

    /// Whether a number is accepted as a string of its digits, set by
    /// [`Field::numbers_as_text`].
    #[must_use]
    pub const fn takes_numbers_as_text(&self) -> bool {
        self.takes_numbers_as_text
    }

    /// Whether a document without the field is refused: the row is required, or one of
    /// the rows inside it is.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let billing = PRIVATE_CUSTOMER.field("addresses.billing");
    /// assert!(billing.rules().is_empty() && billing.is_required());
    /// assert!(!PRIVATE_CUSTOMER.field("addresses.shipping").is_required());
    /// ```
    #[must_use]
    pub const fn is_required(&self) -> bool {
        if let [Rule::Required, ..] = self.rules {
            return true;
        }
        let mut members = self.members;
        while let [member, rest @ ..] = members {
            if member.is_required() {
                return true;
            }
            members = rest;
        }
        false
    }

    /// The kind of value that the row accepts.
    #[must_use]
    pub fn kind(&self) -> Kind {
        // The last rule that names a kind decides: a format comes after the type, and is
        // more specific.
        let mut kinds = self.rules.iter().rev().filter_map(|rule| match rule {
            Rule::Email => Some(Kind::Email),
            Rule::E164 => Some(Kind::PhoneNumber),
            Rule::Country => Some(Kind::Country),
            Rule::Digits(count) => Some(Kind::Digits(*count)),
            Rule::OneOf(words) => Some(Kind::Choice(words)),
            #[cfg(feature = "pattern")]
            Rule::Pattern(_) => Some(Kind::Pattern),
            Rule::Integer => Some(Kind::Integer),
            Rule::List => Some(Kind::List),
            Rule::Object => Some(Kind::Object),
            Rule::String => Some(Kind::Text),
            Rule::Required | Rule::Nullable | Rule::Array | Rule::MaxChars(_) | Rule::Custom(_) => {
                None
            }
        });
        kinds.next().unwrap_or(match (self.members, &self.each) {
            ([], None) => Kind::Any,
            ([], Some(_)) => Kind::ListOrMap,
            _ => Kind::Object,
        })
    }

    /// The greatest number of characters, if the rules limit it.
    #[must_use]
    pub fn max_chars(&self) -> Option<usize> {
        self.constraint(|rule| match rule {
            Rule::MaxChars(count) => Some(*count),
            _ => None,
        })
    }

    /// How many digits the value must have, if the rules say so.
    #[must_use]
    pub fn digits(&self) -> Option<Count> {
        self.constraint(|rule| match rule {
            Rule::Digits(count) => Some(*count),
            _ => None,
        })
    }

    /// The allowed words, if the rules list them.
    #[must_use]
    pub fn choices(&self) -> Option<&'static [&'static str]> {
        self.constraint(|rule| match rule {
            Rule::OneOf(words) => Some(*words),
            _ => None,
        })
    }

    /// The regular expression that the value must match, if there is one.
    #[cfg(feature = "pattern")]
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.constraint(|rule| match rule {
            Rule::Pattern(pattern) => Some(pattern.source()),
            _ => None,
        })
    }

    fn constraint<T>(&self, of: impl Fn(&'static Rule) -> Option<T>) -> Option<T> {
        self.rules.iter().find_map(of)
    }

    /// The number of slots of the row in the block of its object.
    pub(crate) const fn slots(&self) -> usize {
        self.slots
    }

    /// The number of rows here and below.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    /// Whether no text can break a rule of this row or of a row below.
    pub(crate) const fn takes_any_text(&self) -> bool {
        self.takes_any_text
    }

    /// The rules that a text may still break: all but presence and `String`.
    pub(crate) const fn text_rules(&self) -> &'static [Rule] {
        self.text_rules
    }

    /// Whether a string of digits is accepted as the number.
    pub(crate) const fn takes_text_as_number(&self) -> bool {
        self.takes_text_as_number
    }

    pub(super) const fn is_container(&self) -> bool {
        !self.members.is_empty() || self.each.is_some()
    }
}

/// How many levels of containers the values of these rows have at most.
pub(super) const fn depth(mut fields: &[Field]) -> usize {
    let mut deepest = 0;
    while let [field, rest @ ..] = fields {
        if field.depth > deepest {
            deepest = field.depth;
        }
        fields = rest;
    }
    deepest
}

/// The number of slots of these rows in their block.
pub(crate) const fn slots(mut fields: &[Field]) -> usize {
    let mut slots: usize = 0;
    while let [field, rest @ ..] = fields {
        slots = slots.saturating_add(field.slots);
        fields = rest;
    }
    slots
}

/// The number of these rows and all below them.
pub(crate) const fn rows(mut fields: &[Field]) -> usize {
    let mut rows: usize = 0;
    while let [field, rest @ ..] = fields {
        rows = rows.saturating_add(field.rows());
        fields = rest;
    }
    rows
}
