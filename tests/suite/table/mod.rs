//! Tables of one's own: how they are written, read, and made of others.

mod field;
mod nested;
pub(crate) mod well_formed;
