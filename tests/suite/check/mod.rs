//! What is wrong with a document, and what is sent of it.

mod checked;
mod collect;
mod one_field;
mod verdict;
mod walk;
