//! Rows found by their dotted paths from an object: [`locate`].

use smallvec::SmallVec;

use crate::table::{Field, all_rows, rows};
use crate::violation::Piece;

/// Whether the dotted path names one of the rows or one below them, but for those
/// of elements.
pub(crate) const fn is_row(mut fields: &[Field], path: &[u8]) -> bool {
    while let [field, rest @ ..] = fields {
        match after(path, field.key().as_bytes()) {
            Some([]) => return true,
            Some([b'.', below @ ..]) => return is_row(field.member_fields(), below),
            _ => fields = rest,
        }
    }
    false
}

/// What follows `start` in `text`, if it starts so.
const fn after<'a>(mut text: &'a [u8], mut start: &[u8]) -> Option<&'a [u8]> {
    while let [byte, start_rest @ ..] = start {
        match text {
            [first, text_rest @ ..] if *first == *byte => (text, start) = (text_rest, start_rest),
            _ => return None,
        }
    }
    Some(text)
}

/// A row found by its path from an object.
pub(crate) struct Located {
    /// The rows from the object down to the found one, with their slots, counted
    /// from the object's first.
    pub(crate) rows: SmallVec<[(&'static Field, usize); 4]>,
    /// Which row it is, counted from the object's first, those of elements once.
    pub(crate) ordinal: usize,
}

impl Located {
    /// The found row's slot.
    pub(crate) fn slot(&self) -> usize {
        self.rows.last().map_or(0, |(_, slot)| *slot)
    }

    /// The way from the object.
    pub(crate) fn pieces(&self) -> impl Iterator<Item = Piece> {
        self.rows
            .iter()
            .map(|(field, _)| Piece::row(field.kept_key()))
    }
}

/// Finds a row among `fields` and below them by its dotted path.
pub(crate) fn locate(mut fields: &'static [Field], path: &str) -> Option<Located> {
    let mut located = Located {
        rows: SmallVec::new(),
        ordinal: 0,
    };
    let mut slot: usize = 0;
    for key in path.split('.') {
        if !located.rows.is_empty() {
            // From a row to its first member.
            slot = slot.saturating_add(1);
            located.ordinal = located.ordinal.saturating_add(1);
        }
        let position = fields.iter().position(|field| field.key() == key)?;
        let (before, rest) = fields.split_at_checked(position)?;
        slot = slot.saturating_add(rows(before));
        located.ordinal = located.ordinal.saturating_add(all_rows(before));
        let field = rest.first()?;
        located.rows.push((field, slot));
        fields = field.member_fields();
    }
    Some(located)
}
