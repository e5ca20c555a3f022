//! Languages that a customer may prefer.

use core::fmt;
use core::str::FromStr;

use serde::{Serialize, Serializer};

use super::InvalidFormat;

/// One row per language: variant, its documentation and its code.
macro_rules! languages {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// A customer's preferred language, by its ISO 639-1 code.
        ///
        /// ```
        /// use customer_rules::format::Language;
        ///
        /// assert_eq!(Language::parse("no"), Some(Language::Norwegian));
        /// assert_eq!(Language::Norwegian.as_str(), "no");
        /// assert_eq!(Language::parse("NO"), None);
        /// ```
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Language {
            $($(#[$doc])* $name,)+
        }

        impl Language {
            /// Every language, in the order of the page.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Their codes, in the same order.
            pub const CODES: &'static [&'static str] = &[$($code,)+];

            /// The language of a code, in lower case as the API takes it.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$name),)+
                    _ => None,
                }
            }

            /// The code.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

languages! {
    /// English.
    English = "en",
    /// Norwegian.
    Norwegian = "no",
    /// Swedish.
    Swedish = "sv",
    /// Danish.
    Danish = "da",
    /// German.
    German = "de",
}

impl FromStr for Language {
    type Err = InvalidFormat;

    fn from_str(code: &str) -> Result<Self, InvalidFormat> {
        Self::parse(code).ok_or(InvalidFormat::new("a language code"))
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Language {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFUSED: &[&str] = &[
        "", "EN", "En", "nb", "nn", "fi", "eng", "en-GB", "e", " en", "en\0",
    ];

    #[test]
    fn accepted() {
        assert_eq!(Language::CODES, ["en", "no", "sv", "da", "de"]);
        for (language, code) in Language::ALL.iter().zip(Language::CODES) {
            assert_eq!(Language::parse(code), Some(*language));
            assert_eq!(language.as_str(), *code);
        }
    }

    #[test]
    fn refused() {
        for code in REFUSED {
            assert_eq!(Language::parse(code), None, "{code:?}");
        }
    }
}
