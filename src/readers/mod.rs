//! Tables and verdicts, read for others.

#[cfg(feature = "garde")]
pub mod garde;
pub mod rulebook;
#[cfg(feature = "json")]
pub(crate) mod sentences;
