//! CVR numbers, of businesses in Denmark.

use crate::format::check_digit::weighted_sum;
use crate::format::typed::{Compact, digits};

number_format! {
    /// A Danish CVR number: eight digits, of which the first is not 0 and the last is a
    /// check digit.
    ///
    /// `DK` may stand before it, as in a VAT number. Blanks, dashes, full stops, commas,
    /// slashes and colons may group the digits; the canonical form is the digits.
    ///
    /// Source: CVR-loven (LBK 1052/2017); Erhvervsstyrelsen, "Modulus 11-kontrol"
    /// (weights 2 7 6 5 4 3 2).
    ///
    /// ```
    /// use customer_rules::format::denmark::CvrNumber;
    ///
    /// let number = CvrNumber::parse("DK 13 58 56 28").unwrap();
    /// assert_eq!(number.as_str(), "13585628");
    /// assert_eq!(CvrNumber::parse("13585627"), None);
    /// ```
    CvrNumber, "a Danish CVR number", canonical
}

fn canonical(text: &str) -> Option<Compact> {
    let typed = Compact::read(text, |byte| {
        matches!(byte, b' ' | b'-' | b'.' | b',' | b'/' | b':')
    })?;
    let number = typed.as_bytes();
    let number = number.strip_prefix(b"DK").unwrap_or(number);
    let digits: [u8; 8] = digits(number)?;
    if digits.starts_with(&[0]) || weighted_sum(&digits, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 != 0 {
        return None;
    }
    Compact::concat([number])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &[
        "13585628",
        "13 58 56 28",
        "13-58.56,28",
        "DK13585628",
        "dk-1358/5628",
        "D K:13585628\n",
    ];
    const REFUSED: &[&str] = &[
        "",
        "DK",
        "13585627",
        "1358562",
        "135856280",
        "00000000",
        "01000004", // the check digit is right
        "SE13585628",
        "DKDK13585628",
        "13585628DK",
        "13_58_56_28",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            let number = CvrNumber::parse(*text);
            assert_eq!(
                number.as_ref().map(CvrNumber::as_str),
                Some("13585628"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(CvrNumber::parse(*text), None, "{text:?}");
        }
    }
}
