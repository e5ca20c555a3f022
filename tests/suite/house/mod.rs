//! The house itself: its rooms, its face, what is packaged, and where it may panic.

mod face;
mod package;
mod panics;
mod rooms;
