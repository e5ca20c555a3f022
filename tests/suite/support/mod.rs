//! What the tests of several rooms need: tables, documents, faults, the examples, and what a
//! check says.

pub(crate) mod checks;
pub(crate) mod documents;
pub(crate) mod examples;
pub(crate) mod faults;
pub(crate) mod misuse;
pub(crate) mod source;
pub(crate) mod tables;
pub(crate) mod verdicts;
