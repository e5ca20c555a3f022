//! The library as its users see it: a folder for each room of `src/`, and beside them what
//! holds everywhere: recorded verdicts, the properties of every document, the house itself.

#![expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test that cannot go on has failed"
)]

mod api;
mod check;
mod conformance;
mod examples;
mod format;
mod house;
mod input;
mod payload;
mod properties;
mod readers;
mod rule;
mod support;
mod table;
mod violation;
