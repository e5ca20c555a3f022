//! Slots beside their table: the verdict, and the proof that a document satisfies its
//! rules.

mod checked;
mod collect;
mod document;
mod one_field;
mod rejection;
pub(crate) mod view;
mod walk;

pub use checked::Checked;
pub use document::Document;
pub use one_field::FieldRules;
pub use rejection::{Rejection, SyntaxError};
