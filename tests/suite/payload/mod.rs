//! Checked documents as typed payloads.

mod collection;
mod from_checked;
pub(crate) mod shape;
mod shown;
