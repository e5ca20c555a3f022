//! Tables of one's own: how they are written, read, and made of others.

mod extend;
mod field;
mod nested;
mod rows;
pub(crate) mod well_formed;
