//! ASCII digits: personal numbers and organisation numbers.

use alloc::borrow::Cow;
use alloc::string::String;
use core::fmt;
use core::str::FromStr;

use serde::Serialize;

use super::InvalidFormat;

/// How many digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Count {
    /// Exactly so many: `^\d{n}$`.
    Exactly(usize),
    /// So many or more: `^\d{n,}$`.
    AtLeast(usize),
}

/// Whether `text` is ASCII digits only, and the right number of them.
pub(crate) fn is_digits(text: &str, count: Count) -> bool {
    let enough = match count {
        Count::Exactly(n) => text.len() == n,
        Count::AtLeast(n) => text.len() >= n,
    };
    enough && text.bytes().all(|b| b.is_ascii_digit())
}

/// A type around text of digits: the same for each but for the count.
macro_rules! digits {
    ($(#[$doc:meta])* $name:ident, $what:literal, $count:expr) => {
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(transparent)]
        pub struct $name<'a>(Cow<'a, str>);

        impl<'a> $name<'a> {
            /// How many digits it takes.
            pub const COUNT: Count = $count;

            /// Takes the text if it has the right digits, and nothing else.
            #[must_use]
            pub fn parse(text: impl Into<Cow<'a, str>>) -> Option<Self> {
                let text = text.into();
                is_digits(&text, Self::COUNT).then_some(Self(text))
            }

            /// The digits.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            /// The same, borrowing nothing.
            #[must_use]
            pub fn into_owned(self) -> $name<'static> {
                $name(Cow::Owned(String::from(self.0)))
            }
        }

        impl FromStr for $name<'static> {
            type Err = InvalidFormat;

            fn from_str(text: &str) -> Result<Self, InvalidFormat> {
                Self::parse(String::from(text)).ok_or(InvalidFormat::new($what))
            }
        }

        impl fmt::Debug for $name<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(***)"))
            }
        }
    };
}

digits! {
    /// A personal number: exactly 11 ASCII digits (decision 1).
    ///
    /// Only the syntax: neither the date in it nor its check digits are judged,
    /// as the API judges neither. `Debug` prints `***`, and there is no
    /// `Display`, so that printing one takes a deliberate [`Self::as_str`].
    ///
    /// ```
    /// use customer_rules::format::PersonalNumber;
    ///
    /// let number = PersonalNumber::parse("00000000000").unwrap();
    /// assert_eq!(number.as_str(), "00000000000");
    /// assert_eq!(format!("{number:?}"), "PersonalNumber(***)");
    /// assert_eq!(PersonalNumber::parse("925710482"), None);
    /// ```
    PersonalNumber, "a personal number of 11 digits", Count::Exactly(11)
}

digits! {
    /// An organisation number: one or more ASCII digits, without blanks.
    ///
    /// ```
    /// use customer_rules::format::OrganizationId;
    ///
    /// assert!(OrganizationId::parse("192933933").is_some());
    /// assert_eq!(OrganizationId::parse("192 933 933"), None);
    /// ```
    OrganizationId, "an organisation number of digits", Count::AtLeast(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ELEVEN: &[&str] = &["12345678901", "00000000000", "99999999999"];
    const NOT_ELEVEN: &[&str] = &[
        "",
        "925710482",
        "1234567890",
        "123456789012",
        "123456 78901",
        "12345678901\n",
        "1234567890a",
        "-1234567890",
        "+1234567890",
        "1234567890.",
        "12345678901\0",
        "١٢٣٤٥٦٧٨٩٠١",
        "１２３４５６７８９０１",
    ];
    const SOME: &[&str] = &[
        "0",
        "192933933",
        "12345678901234567890123456789012345678901234567890",
    ];
    const NOT_SOME: &[&str] = &[
        "",
        " ",
        "192 933 933",
        "NO192933933",
        "-1",
        "1.5",
        "1e3",
        "١",
    ];

    #[test]
    fn accepted() {
        for text in ELEVEN {
            assert!(PersonalNumber::parse(*text).is_some(), "{text:?}");
        }
        for text in SOME {
            assert!(OrganizationId::parse(*text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn refused() {
        for text in NOT_ELEVEN {
            assert!(PersonalNumber::parse(*text).is_none(), "{text:?}");
        }
        for text in NOT_SOME {
            assert!(OrganizationId::parse(*text).is_none(), "{text:?}");
        }
    }
}
