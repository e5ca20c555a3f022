//! Postal codes, by country.

mod pattern;
mod table;

use alloc::borrow::Cow;

use isocountry::CountryCode;

hidden_text! {
    /// A postal code of a country.
    ///
    /// 178 countries have a pattern, which judges the syntax only: whether post arrives
    /// there, the pattern does not know. The codes of all other countries are taken as
    /// they are. So is the case of letters, and blanks: a reader trims them first.
    ///
    /// Source: the address data of Google's libaddressinput.
    ///
    /// ```
    /// use customer_rules::format::{CountryCode, PostalCode};
    ///
    /// let code = PostalCode::parse(CountryCode::NOR, "4313").unwrap();
    /// assert_eq!(code.as_str(), "4313");
    /// assert_eq!(PostalCode::parse(CountryCode::NOR, "43 13"), None);
    /// assert!(PostalCode::parse(CountryCode::GBR, "SW1A 1AA").is_some());
    /// assert!(PostalCode::parse(CountryCode::HKG, "there are none").is_some());
    /// ```
    PostalCode, "The code as it was written, which is its canonical form."
}

impl<'a> PostalCode<'a> {
    /// Takes the text if it is a postal code of the country; as it is, without trimming.
    #[must_use]
    pub fn parse(country: CountryCode, text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        let is_code =
            table::pattern_of(country).is_none_or(|pattern| pattern::matches(pattern, &text));
        is_code.then_some(Self(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[(&str, &str)] = &[
        ("NO", "0001"),
        ("SE", "11455"),
        ("SE", "114 55"),
        ("GB", "SW1A 1AA"),
        ("GB", "M11AE"),
        ("GB", "BFPO 1234"),
        ("GB", "GIR 0AA"),
        ("CA", "K1A 0B1"),
        ("NL", "1234 AB"),
        ("US", "12345-6789"),
        ("PE", "CALLAO 03"),
        ("AE", ""),
        ("HK", "\u{202E}anything"),
    ];
    const REFUSED: &[(&str, &str)] = &[
        ("NO", ""),
        ("NO", "00010"),
        ("NO", " 0001"),
        ("NO", "0001\n"),
        ("NO", "٠٠٠١"),
        ("SE", "11 455"),
        ("GB", "sw1a 1aa"),
        ("GB", "QQ1 1AA"),
        ("GB", "SW1A  1AA"),
        ("CA", "D1A 0B1"),
        ("NL", "1234 SA"),
        ("US", "123456789"),
        ("LV", "1050"),
    ];

    fn parse(country: &str, text: &str) -> Option<PostalCode<'static>> {
        let country = CountryCode::for_alpha2(country).unwrap();
        PostalCode::parse(country, text).map(PostalCode::into_owned)
    }

    #[test]
    fn accepted() {
        for (country, text) in ACCEPTED {
            let code = parse(country, text);
            assert_eq!(
                code.as_ref().map(PostalCode::as_str),
                Some(*text),
                "{country}"
            );
        }
    }

    #[test]
    fn refused() {
        for (country, text) in REFUSED {
            assert_eq!(parse(country, text), None, "{country} {text:?}");
        }
    }
}
