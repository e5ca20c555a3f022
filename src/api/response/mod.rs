//! What an API answers, whichever it is: the numbers of a response, what its status
//! means, and the error that it becomes.

#[cfg(feature = "json")]
mod answer;
mod codes;
#[cfg(feature = "json")]
mod envelope;
#[cfg(feature = "json")]
mod error;
#[cfg(feature = "json")]
mod refused;

#[cfg(feature = "json")]
pub use answer::Answer;
pub use codes::{Outcome, ResponseCode};
#[cfg(feature = "json")]
pub(super) use envelope::{Envelope, Member};
#[cfg(feature = "json")]
pub use error::ApiError;
#[cfg(feature = "json")]
pub(super) use refused::Placing;
#[cfg(feature = "json")]
pub use refused::{Refused, Unplaced};
