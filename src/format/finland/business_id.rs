//! Business IDs of Finland.

use crate::format::check_digit::weighted_sum;
use crate::format::typed::{Compact, digits};

number_format! {
    /// A Finnish Business ID (Y-tunnus): eight digits, the last of which is a check digit.
    ///
    /// `FI` may stand before it, as in a VAT number. It is written with a dash before the
    /// last digit; blanks and dashes may be anywhere, and the canonical form has none.
    ///
    /// Source: yritys- ja yhteisötietolaki (244/2001) § 9; the Tax Administration,
    /// "Tarkistusmerkin laskenta" (modulus 11, weights 7 9 10 5 8 4 2).
    ///
    /// ```
    /// use customer_rules::format::finland::BusinessId;
    ///
    /// let number = BusinessId::parse("0112038-9").unwrap();
    /// assert_eq!(number.as_str(), "01120389");
    /// assert_eq!(BusinessId::parse("0112038-8"), None);
    /// ```
    BusinessId, "a Finnish Business ID", canonical
}

fn canonical(text: &str) -> Option<Compact> {
    let typed = Compact::read(text, |byte| matches!(byte, b' ' | b'-'))?;
    let number = typed.as_bytes();
    let number = number.strip_prefix(b"FI").unwrap_or(number);
    let digits: [u8; 8] = digits(number)?;
    if weighted_sum(&digits, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 != 0 {
        return None;
    }
    Compact::concat([number])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &[
        "0112038-9",
        "01120389",
        "0112038\u{2013}9",
        "FI01120389",
        "fi-0112038 9\n",
        "011-203-89",
    ];
    const REFUSED: &[&str] = &[
        "",
        "FI",
        "-",
        "0112038-8",
        "112038-9",
        "00112038-9",
        "0112038.9",
        "SE01120389",
        "FIFI01120389",
        "011203B-9",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            let number = BusinessId::parse(*text);
            assert_eq!(
                number.as_ref().map(BusinessId::as_str),
                Some("01120389"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(BusinessId::parse(*text), None, "{text:?}");
        }
    }

    /// A remainder of 1 has no check digit, so no number begins with these digits.
    #[test]
    fn some_numbers_have_no_check_digit() {
        let ends = |start: &str| {
            (0..10)
                .filter(|end| BusinessId::parse(alloc::format!("{start}{end}")).is_some())
                .count()
        };
        assert_eq!((ends("0112038"), ends("0000006")), (1, 0));
    }
}
