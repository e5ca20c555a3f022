//! What is wrong, where, and in whose words.

mod order;
mod path;
mod shown;
mod wire;
