//! What may be asked of a value.

mod cross;
mod custom;
mod value;
