//! Bearer tokens.

use alloc::format;

use http::HeaderValue;

/// The header value of a token, if a header can hold it: visible ASCII characters,
/// one or more. It is marked as sensitive.
pub(crate) fn bearer(token: &str) -> Option<HeaderValue> {
    if token.is_empty() || !token.bytes().all(|b| b.is_ascii_graphic()) {
        return None;
    }
    let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
    value.set_sensitive(true);
    Some(value)
}

/// Writes the type of a bearer token.
macro_rules! token {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        ///
        /// It can be sent, and not be read again: `Debug` prints `***`, and the header
        /// value is marked as sensitive.
        #[derive(Clone)]
        pub struct $name(http::HeaderValue);

        impl $name {
            /// Takes the token if a header can hold it: visible ASCII characters, one
            /// or more, without the word `Bearer` before them.
            #[must_use]
            pub fn parse(token: &str) -> Option<Self> {
                crate::api::request::bearer(token).map(Self)
            }

            fn header(&self) -> http::HeaderValue {
                self.0.clone()
            }
        }

        impl core::str::FromStr for $name {
            type Err = crate::format::InvalidFormat;

            fn from_str(token: &str) -> Result<Self, Self::Err> {
                Self::parse(token).ok_or(crate::format::InvalidFormat::new("a bearer token"))
            }
        }

        impl core::fmt::Debug for $name {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}
pub(crate) use token;
