//! Bytes and deserializers: what can be read, and how it is read.

mod deserializers;
mod elements;
mod json;
mod notices;
mod read;
