//! What is wrong, where, and in whose words.

mod shown;
