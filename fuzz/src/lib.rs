//! What must hold for any bytes: the bodies of the fuzz targets.
//!
//! Each panics when a promise is broken. `tests/replay.rs` runs them over the
//! corpora with the ordinary toolchain.

mod check_json;
mod email;
mod numbers;
mod parse_response;
mod payloads;
mod sentences;
mod violations;

pub use check_json::check_json;
pub use email::email;
pub use parse_response::parse_response;
