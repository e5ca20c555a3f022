//! What the API knows its users by: [`BearerToken`].

use alloc::format;
use core::fmt;
use core::str::FromStr;

use http::HeaderValue;

use crate::format::InvalidFormat;

/// A bearer token, as Front Payment gives it out.
///
/// It can be sent, and not be read again: `Debug` prints `***`, and the header
/// value is marked as sensitive.
#[derive(Clone)]
pub struct BearerToken(HeaderValue);

impl BearerToken {
    /// Takes the token if a header can hold it: visible ASCII characters, one or
    /// more, without the word `Bearer` before them.
    ///
    /// ```
    /// use customer_rules::front_payment::BearerToken;
    ///
    /// let token = BearerToken::parse("YOUR_FRONTPAYMENT_BEARER_TOKEN").unwrap();
    /// assert_eq!(format!("{token:?}"), "BearerToken(***)");
    /// assert!(BearerToken::parse("Bearer YOUR_FRONTPAYMENT_BEARER_TOKEN").is_none());
    /// ```
    #[must_use]
    pub fn parse(token: &str) -> Option<Self> {
        if token.is_empty() || !token.bytes().all(|b| b.is_ascii_graphic()) {
            return None;
        }
        let mut value = HeaderValue::try_from(format!("Bearer {token}")).ok()?;
        value.set_sensitive(true);
        Some(Self(value))
    }

    pub(super) fn header(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl FromStr for BearerToken {
    type Err = InvalidFormat;

    fn from_str(token: &str) -> Result<Self, InvalidFormat> {
        Self::parse(token).ok_or(InvalidFormat::new("a bearer token"))
    }
}

impl fmt::Debug for BearerToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("BearerToken(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    #[test]
    fn accepted() {
        for token in ["a", "1|aB3/+._~-==", "YOUR_FRONTPAYMENT_BEARER_TOKEN"] {
            let header = BearerToken::parse(token).expect(token).header();
            assert_eq!(header, format!("Bearer {token}"));
            assert!(header.is_sensitive());
        }
    }

    #[test]
    fn refused() {
        for token in [
            "",
            " ",
            "a b",
            "Bearer a",
            "a\n",
            "a\r\nX: y",
            "\0",
            "é",
            "a\u{7f}",
        ] {
            let error = token.parse::<BearerToken>().expect_err(token);
            assert_eq!(error.to_string(), "not a bearer token");
        }
    }
}
