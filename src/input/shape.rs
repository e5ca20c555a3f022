//! What the table says of a value that is read: [`Shape`].

use crate::table::{Each, Field};

/// What the table says of a value: what is inside, and what may stand for what.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(super) members: &'static [Field],
    pub(super) each: Option<&'static Each>,
    /// Numbers stand for text.
    pub(super) as_text: bool,
    /// Text stands for numbers.
    pub(super) as_number: bool,
}

impl Shape {
    /// A value that no row describes.
    pub(super) const UNKNOWN: Self = Self::object(&[]);

    /// An object with these members, without a row of its own.
    pub(crate) const fn object(members: &'static [Field]) -> Self {
        Self {
            members,
            each: None,
            as_text: false,
            as_number: false,
        }
    }

    /// The value of a row.
    pub(crate) const fn of(field: &'static Field) -> Self {
        Self {
            members: field.get_members(),
            each: field.get_each(),
            as_text: field.takes_numbers_as_text(),
            as_number: field.takes_text_as_number(),
        }
    }

    /// An element.
    pub(crate) const fn of_element(each: &'static Each) -> Self {
        match each {
            Each::Members(members) => Self::object(members),
            Each::Row(field) => Self::of(field),
        }
    }

    /// Whether the table has neither members nor elements inside.
    pub(super) const fn is_scalar(self) -> bool {
        self.members.is_empty() && self.each.is_none()
    }

    pub(crate) const fn members(self) -> &'static [Field] {
        self.members
    }
}
