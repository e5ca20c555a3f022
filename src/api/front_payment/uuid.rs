//! Identifiers of customers: [`CustomerUuid`].

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use crate::format::InvalidFormat;

/// A customer's identifier, such as `CSRT1511414842`, fit to stand in a path.
///
/// One to 64 ASCII letters, digits, `-`, `_`, `.` and `~`: what a path takes as
/// it is, so that no identifier leads to another place. `Debug` prints `***`,
/// and there is no `Display`, so that printing one takes a deliberate
/// [`Self::as_str`].
///
/// ```
/// use customer_rules::front_payment::CustomerUuid;
///
/// let uuid = CustomerUuid::parse("CSRT1511414842").unwrap();
/// assert_eq!(uuid.as_str(), "CSRT1511414842");
/// assert_eq!(format!("{uuid:?}"), "CustomerUuid(***)");
/// assert_eq!(CustomerUuid::parse("../update"), None);
/// ```
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerUuid<'a>(Cow<'a, str>);

impl<'a> CustomerUuid<'a> {
    /// The longest identifier that is taken, in bytes.
    pub const MAX_LENGTH: usize = 64;

    /// Takes the text if it can be an identifier and nothing else.
    ///
    /// Refused are an empty text, a longer one, `.` and anything with `..` in
    /// it, and any other character: `/`, `?`, `#`, `%`, blanks, control
    /// characters, and what is not ASCII.
    #[must_use]
    pub fn parse(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        let is_unreserved =
            |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.' | b'~');
        let is_uuid = (1..=Self::MAX_LENGTH).contains(&text.len())
            && text.bytes().all(is_unreserved)
            && text != "."
            && !text.contains("..");
        is_uuid.then_some(Self(text))
    }

    /// The identifier.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same, borrowing nothing.
    #[must_use]
    pub fn into_owned(self) -> CustomerUuid<'static> {
        CustomerUuid(Cow::Owned(String::from(self.0)))
    }
}

impl FromStr for CustomerUuid<'static> {
    type Err = InvalidFormat;

    fn from_str(text: &str) -> Result<Self, InvalidFormat> {
        Self::parse(String::from(text)).ok_or(InvalidFormat::new("a customer's uuid"))
    }
}

impl fmt::Debug for CustomerUuid<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomerUuid(***)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::ToString as _;

    const ACCEPTED: &[&str] = &[
        "CSRT1511414842",
        "123e4567-e89b-12d3-a456-426614174000",
        "a",
        "a.b",
        "~a_b",
        "0123456789012345678901234567890123456789012345678901234567890123",
    ];
    const REFUSED: &[&str] = &[
        "",
        ".",
        "..",
        "a..b",
        "../a",
        "a/b",
        "/",
        "a\\b",
        "a?b",
        "a#b",
        "a%2Fb",
        "%2e%2e",
        "a;b",
        "a:b",
        "a@b",
        "a b",
        " a",
        "a\n",
        "a\0",
        "a\u{7f}",
        "é",
        "ａ",
        "01234567890123456789012345678901234567890123456789012345678901234",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            let uuid = CustomerUuid::parse(*text).expect(text);
            assert_eq!(uuid.into_owned().as_str(), *text);
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            let error = text.parse::<CustomerUuid<'_>>().expect_err(text);
            assert_eq!(error.to_string(), "not a customer's uuid");
        }
    }
}
