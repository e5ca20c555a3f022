//! Checked documents as typed payloads.

mod collection;
mod from_checked;
mod own_format;
pub(crate) mod shape;
mod shown;
