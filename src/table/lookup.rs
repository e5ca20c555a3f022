//! A row found by its dotted path from an object.

use super::field::Field;

/// A row, with its slot and its ordinal counted from the first row of the object.
#[derive(Clone, Copy)]
pub(crate) struct Found<'t> {
    pub(crate) field: &'t Field,
    pub(crate) slot: usize,
    pub(crate) ordinal: usize,
}

/// Finds a row among `fields` or below them. A path cannot lead into elements.
pub(crate) const fn find<'t>(mut fields: &'t [Field], path: &str) -> Option<Found<'t>> {
    let mut path = path.as_bytes();
    let (mut slot, mut ordinal) = (0_usize, 0_usize);
    while let [field, rest @ ..] = fields {
        match after(path, field.key.as_bytes()) {
            Some([]) => {
                return Some(Found {
                    field,
                    slot,
                    ordinal,
                });
            }
            // Continue with the first member.
            Some([b'.', below @ ..]) => {
                (fields, path) = (field.members, below);
                (slot, ordinal) = (slot.saturating_add(1), ordinal.saturating_add(1));
            }
            _ => {
                fields = rest;
                slot = slot.saturating_add(field.slots);
                ordinal = ordinal.saturating_add(field.rows());
            }
        }
    }
    None
}

/// The rest of `text` after `start`, if `text` starts with it.
const fn after<'a>(mut text: &'a [u8], mut start: &[u8]) -> Option<&'a [u8]> {
    while let [byte, start_rest @ ..] = start {
        match text {
            [first, text_rest @ ..] if *first == *byte => (text, start) = (text_rest, start_rest),
            _ => return None,
        }
    }
    Some(text)
}
