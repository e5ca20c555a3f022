//! Tables and verdicts, read for others.

#[cfg(feature = "garde")]
mod garde;
mod rulebook;
mod schema;
