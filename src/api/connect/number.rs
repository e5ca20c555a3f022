//! Customer numbers: [`CustomerNumber`].

use core::fmt;
use core::num::NonZeroU64;
use core::str::FromStr;

use serde::{Serialize, Serializer};

use crate::format::InvalidFormat;

/// A customer's number in the partner's books: a positive integer.
///
/// `Debug` prints `***`; `Display` prints the number, for a path or a page.
///
/// ```
/// use customer_rules::connect::CustomerNumber;
///
/// let number = CustomerNumber::parse("563457").unwrap();
/// assert_eq!((number.get(), number.to_string().as_str()), (563_457, "563457"));
/// assert_eq!(CustomerNumber::parse("0"), None);
/// assert_eq!(CustomerNumber::parse("+1"), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerNumber(NonZeroU64);

impl CustomerNumber {
    /// The number, if it is positive.
    #[must_use]
    pub fn new(number: u64) -> Option<Self> {
        NonZeroU64::new(number).map(Self)
    }

    /// Takes the ASCII digits of a positive integer of 64 bits, and nothing else.
    #[must_use]
    pub fn parse(digits: &str) -> Option<Self> {
        let is_plain = digits.bytes().all(|b| b.is_ascii_digit());
        digits.parse().ok().filter(|_| is_plain).map(Self)
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u64 {
        self.0.get()
    }
}

impl FromStr for CustomerNumber {
    type Err = InvalidFormat;

    fn from_str(digits: &str) -> Result<Self, InvalidFormat> {
        Self::parse(digits).ok_or(InvalidFormat::new("a customer number"))
    }
}

impl fmt::Display for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for CustomerNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("CustomerNumber(***)")
    }
}

impl Serialize for CustomerNumber {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u64(self.get())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &["1", "563457", "007", "18446744073709551615"];
    const REFUSED: &[&str] = &[
        "",
        "0",
        "000",
        "-1",
        "+1",
        "1.0",
        "1e3",
        " 1",
        "1\n",
        "١",
        "a",
        "1/2",
        "18446744073709551616",
    ];

    #[test]
    fn accepted() {
        for digits in ACCEPTED {
            let number = CustomerNumber::parse(digits).expect(digits);
            assert_eq!(CustomerNumber::new(number.get()), Some(number));
        }
    }

    #[test]
    fn refused() {
        for digits in REFUSED {
            assert!(digits.parse::<CustomerNumber>().is_err(), "{digits:?}");
        }
    }
}
