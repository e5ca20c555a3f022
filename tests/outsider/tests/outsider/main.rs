//! What a stranger can do with the library by its public face alone.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot go on has failed"
)]

mod own_format;
mod own_table;
mod readers;
