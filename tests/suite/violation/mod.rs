//! What is wrong, where, and in whose words.

mod message;
mod order;
mod path;
mod shapes;
mod shown;
mod wire;
