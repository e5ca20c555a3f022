//! CPR numbers, of persons in Denmark.

use alloc::borrow::Cow;

use crate::format::Date;
use crate::format::typed::{Compact, digits, pair};

number_format! {
    /// A Danish CPR number: a date of birth and four digits, the first of which tells the
    /// century.
    ///
    /// There is no check digit to judge: numbers without a valid one are given out since
    /// 2007, when those of some dates ran out. Blanks and dashes may group the digits; the
    /// canonical form has none. The date and the sex that a number tells are not given
    /// away.
    ///
    /// Source: CPR-kontoret, "Personnummeret i CPR" (the table of the seventh digit).
    ///
    /// ```
    /// use customer_rules::format::denmark::CprNumber;
    ///
    /// let number = CprNumber::parse("070761-4285").unwrap();
    /// assert_eq!(number.as_str(), "0707614285");
    /// assert_eq!(format!("{number:?}"), "CprNumber(***)");
    /// assert_eq!(CprNumber::parse("310461-4285"), None); // April has 30 days
    /// ```
    CprNumber, "a Danish CPR number", |text| canonical(text, Date::END_OF_CENTURY)
}

impl<'a> CprNumber<'a> {
    /// The same as [`Self::parse`], but on this day: a number whose owner is not born
    /// yet is refused.
    ///
    /// ```
    /// use customer_rules::format::{Date, denmark::CprNumber};
    ///
    /// let today = Date::new(2026, 1, 1).unwrap();
    /// assert!(CprNumber::parse_on("070736-4285", today).is_none()); // born in 2036
    /// assert!(CprNumber::parse_on("070737-4285", today).is_some()); // born in 1937
    /// ```
    #[must_use]
    pub fn parse_on(text: impl Into<Cow<'a, str>>, today: Date) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, today)?;
        Some(Self(canonical.into_text(text)))
    }
}

fn canonical(text: &str, today: Date) -> Option<Compact> {
    let typed = Compact::read(text, |byte| matches!(byte, b' ' | b'-'))?;
    let [d1, d2, m1, m2, y1, y2, seventh, ..] = digits::<10>(typed.as_bytes())?;
    let year = full_year(pair(y1, y2), seventh);
    let born = Date::new(year, pair(m1, m2), pair(d1, d2))?;
    (born <= today).then_some(typed)
}

/// The year of birth, from its last two digits and the seventh digit of the number.
fn full_year(year: u8, seventh: u8) -> u16 {
    let century: u16 = match (seventh, year) {
        (0..=3, _) | (4 | 9, 37..) => 1900,
        (5..=8, 58..) => 1800,
        _ => 2000,
    };
    century.wrapping_add(u16::from(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was typed, and the canonical form.
    const ACCEPTED: &[(&str, &str)] = &[
        ("0707614285", "0707614285"),
        ("070761-4285", "0707614285"),
        (" 07-07-61 4285\n", "0707614285"),
        ("070761\u{2013}4285", "0707614285"),
        ("2902004000", "2902004000"),
        ("2902044000", "2902044000"),
    ];
    const REFUSED: &[&str] = &[
        "",
        "070761428",
        "07076142850",
        "070761/4285",
        "070761+4285",
        "0007614285",
        "3204614285",
        "0700614285",
        "0713614285",
        "2902000000", // 1900 was no leap year
        "2902054000",
        "6707614285",
        "07076142x5",
        "٠٧٠٧٦١٤٢٨٥",
    ];

    #[test]
    fn accepted() {
        for (text, canonical) in ACCEPTED {
            let number = CprNumber::parse(*text);
            assert_eq!(
                number.as_ref().map(CprNumber::as_str),
                Some(*canonical),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(CprNumber::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn the_seventh_digit_tells_the_century() {
        for (seventh, year, full) in [
            (0, 0, 1900),
            (3, 99, 1999),
            (4, 0, 2000),
            (4, 36, 2036),
            (4, 37, 1937),
            (5, 57, 2057),
            (5, 58, 1858),
            (8, 57, 2057),
            (8, 58, 1858),
            (9, 36, 2036),
            (9, 37, 1937),
        ] {
            assert_eq!(full_year(year, seventh), full, "{seventh} {year}");
        }
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        let on = |day| CprNumber::parse_on("070761-4285", Date::new(1961, 7, day).unwrap());
        assert_eq!(on(6), None);
        assert!(on(7).is_some());
    }
}
