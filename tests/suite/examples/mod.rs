//! The example programs, by hand: what they print, and their exit codes.

mod check;
mod format;
