//! National identity numbers of Norway, and the D-numbers of those who have none.

use alloc::borrow::Cow;

use crate::format::Date;
use crate::format::check_digit::weighted_sum;
use crate::format::typed::{Compact, digits, number, pair};

number_format! {
    /// A Norwegian national identity number (fødselsnummer) or D-number: eleven digits,
    /// of which the first six are a date of birth and the last two are control digits.
    ///
    /// A D-number has 4 added to its first digit. Blanks and dashes may group the
    /// digits; the canonical form has none. The date and the sex that a number tells
    /// are not given away.
    ///
    /// From 2032 on, numbers are given out by a wider rule: the first control digit may
    /// be off by up to three, and the three digits after the date tell neither century
    /// nor sex. [`Self::parse`] takes the numbers of both rules. [`Self::parse_on`] knows
    /// the date, and before 2032 takes only those of the first.
    ///
    /// Numbers of the synthetic series, which belong to nobody, are refused, unless
    /// they are asked for: [`Self::parse_with_synthetic`].
    ///
    /// Source: folkeregisterforskriften chapter 2; Skatteetaten, "Nytt fødselsnummer fra
    /// 2032", <https://skatteetaten.github.io/folkeregisteret-api-dokumentasjon/nytt-fodselsnummer-fra-2032/>.
    ///
    /// ```
    /// use customer_rules::format::norway::NationalIdentityNumber;
    ///
    /// let number = NationalIdentityNumber::parse("010170 50393").unwrap();
    /// assert_eq!(number.as_str(), "01017050393");
    /// assert_eq!(format!("{number:?}"), "NationalIdentityNumber(***)");
    /// assert_eq!(NationalIdentityNumber::parse("01017050394"), None);
    /// ```
    NationalIdentityNumber, "a Norwegian national identity number",
    |text| canonical(text, Date::END_OF_CENTURY, Series::Real)
}

impl<'a> NationalIdentityNumber<'a> {
    /// The same as [`Self::parse`], but on this day: a number whose owner is not born
    /// yet is refused, and so is one of the rule of 2032 before that year.
    ///
    /// ```
    /// use customer_rules::format::{Date, norway::NationalIdentityNumber};
    ///
    /// let today = Date::new(2026, 1, 1).unwrap();
    /// assert!(NationalIdentityNumber::parse_on("01017050393", today).is_some());
    /// assert!(NationalIdentityNumber::parse_on("01013050119", today).is_none()); // born in 2030
    /// ```
    #[must_use]
    pub fn parse_on(text: impl Into<Cow<'a, str>>, today: Date) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, today, Series::Real)?;
        Some(Self(canonical.into_text(text)))
    }

    /// The same as [`Self::parse`], but takes the numbers that Skatteetaten makes for
    /// tests too: they have 80 added to the month.
    ///
    /// ```
    /// use customer_rules::format::norway::NationalIdentityNumber;
    ///
    /// assert!(NationalIdentityNumber::parse("12897261853").is_none());
    /// assert!(NationalIdentityNumber::parse_with_synthetic("12897261853").is_some());
    /// ```
    #[must_use]
    pub fn parse_with_synthetic(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, Date::END_OF_CENTURY, Series::RealOrSynthetic)?;
        Some(Self(canonical.into_text(text)))
    }
}

/// Which numbers to take.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Series {
    Real,
    RealOrSynthetic,
}

fn canonical(text: &str, today: Date, series: Series) -> Option<Compact> {
    let typed = Compact::read(text, |byte| matches!(byte, b' ' | b'-'))?;
    let digits: [u8; 11] = digits(typed.as_bytes())?;
    let first = weighted_sum(&digits, [3, 7, 6, 1, 8, 9, 4, 5, 2, 1]) % 11;
    let second = weighted_sum(&digits, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11;
    let born = DateDigits::of(digits, series)?;
    let follows_a_rule = match (first, second) {
        // Whatever the first rule takes, the wider one takes too.
        (0..=3, 0) if today.year() >= 2032 => born.is_before_any(&[1900, 2000], today),
        (0, 0) => born.is_before_any(born.centuries(), today),
        _ => false,
    };
    follows_a_rule.then_some(typed)
}

/// The date and the individual number, without what marks the series.
struct DateDigits {
    day: u8,
    month: u8,
    year: u8,
    individual: u32,
}

impl DateDigits {
    fn of(
        [d1, d2, m1, m2, y1, y2, individual @ .., _, _]: [u8; 11],
        series: Series,
    ) -> Option<Self> {
        let is_synthetic = m1 >= 8;
        if is_synthetic && series == Series::Real {
            return None;
        }
        Some(Self {
            day: pair(if d1 >= 4 { d1.wrapping_sub(4) } else { d1 }, d2),
            month: pair(if is_synthetic { m1.wrapping_sub(8) } else { m1 }, m2),
            year: pair(y1, y2),
            individual: number(&individual),
        })
    }

    /// The century that the individual number tells, if it tells one.
    const fn centuries(&self) -> &'static [u16] {
        match (self.individual, self.year) {
            (..500, _) | (900.., 40..) => &[1900],
            (..750, 54..) => &[1800],
            (_, ..40) => &[2000],
            _ => &[],
        }
    }

    /// Whether, in any of the centuries, the date exists and is not after this one.
    fn is_before_any(&self, centuries: &[u16], today: Date) -> bool {
        centuries.iter().any(|century| {
            let year = century.wrapping_add(u16::from(self.year));
            Date::new(year, self.month, self.day).is_some_and(|born| born <= today)
        })
    }
}

#[cfg(test)]
mod tests {
    use alloc::format;
    use alloc::string::String;
    use alloc::vec::Vec;

    use super::*;

    const REFUSED: &[&str] = &[
        "",
        "0",
        "0101705039",
        "010170503930",
        "01017050394",
        "01017050303",
        "0101705039A",
        "010170:50393",
        "010170+50393",
        "01017050393x",
        "٠١٠١٧٠٥٠٣٩٣",
    ];

    /// Every number that begins with these nine digits and follows the first rule.
    fn numbers(start: &str) -> Vec<String> {
        let ends = (0..100).map(|end| format!("{start}{end:02}"));
        ends.filter(|text| is_valid_before_2032(text)).collect()
    }

    fn is_valid_before_2032(text: &str) -> bool {
        canonical(
            text,
            Date::new(2031, 12, 31).unwrap(),
            Series::RealOrSynthetic,
        )
        .is_some()
    }

    fn is_valid(text: &str) -> bool {
        NationalIdentityNumber::parse(text).is_some()
    }

    #[test]
    fn accepted() {
        for text in [
            "01017050393",
            "010170 50393",
            " 01-01-70-50393\n",
            "０1017050393",
        ] {
            let number = NationalIdentityNumber::parse(text);
            assert_eq!(
                number.as_ref().map(NationalIdentityNumber::as_str),
                Some("01017050393"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(NationalIdentityNumber::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn the_date_exists() {
        for (start, exists) in [
            ("310170000", true),
            ("310470000", false),
            ("290272000", true),
            ("290271000", false),
            ("000170000", false),
            ("010070000", false),
            ("011370000", false),
            // A D-number.
            ("710170000", true),
            ("410170000", true),
            ("400170000", false),
            ("720170000", false),
            ("810170000", false),
            // No other series.
            ("014170000", false),
            ("016670000", false),
        ] {
            let found = (0..100).any(|end| is_valid(&format!("{start}{end:02}")));
            assert_eq!(found, exists, "{start}");
        }
    }

    #[test]
    fn the_individual_number_tells_the_century_until_2032() {
        // (year, individual number, whether that makes a century)
        for (year, individual, tells) in [
            ("00", "1", true),
            ("99", "49", true),
            ("53", "50", false),
            ("54", "50", true),
            ("54", "74", true),
            ("54", "75", false),
            ("39", "50", false), // not born yet
            ("31", "50", true),
            ("31", "99", true),
            ("39", "89", false),
            ("40", "89", false),
            ("40", "90", true),
            ("99", "99", true),
        ] {
            let start = format!("0101{year}{individual:0<2}");
            let found = (0..10).any(|last| !numbers(&format!("{start}{last}")).is_empty());
            assert_eq!(found, tells, "{year} {individual}");
        }
        // 1900 was no leap year, and 2000 was one.
        assert!((0..500).all(|individual| numbers(&format!("290200{individual:03}")).is_empty()));
        assert!(
            (500..999).any(|individual| !numbers(&format!("290200{individual:03}")).is_empty())
        );
    }

    #[test]
    fn the_wider_rule_applies_from_2032_on() {
        let valid_on = |text: &str, year| {
            NationalIdentityNumber::parse_on(text, Date::new(year, 1, 1).unwrap()).is_some()
        };
        let of_the_rule = |year| {
            let ends = (0..100_000).map(|end| format!("010150{end:05}"));
            ends.filter(|text| valid_on(text, year)).collect::<Vec<_>>()
        };
        let (before, after) = (of_the_rule(2031), of_the_rule(2032));
        assert!(before.iter().all(|text| after.contains(text)));
        // Of 1,000 individual numbers one in eleven has no first control digit, and as many
        // no second; in 2031 those from 500 to 899 tell no century.
        assert_eq!((before.len(), after.len()), (494, 3_307));
        assert!(after.iter().all(|text| is_valid(text)));
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        let on = |day| {
            let today = Date::new(2026, 6, day).unwrap();
            let valid =
                |text: &String| NationalIdentityNumber::parse_on(text.as_str(), today).is_some();
            (500..1000)
                .flat_map(|individual| numbers(&format!("150626{individual:03}")))
                .any(|text| valid(&text))
        };
        assert!(!on(14));
        assert!(on(15));
    }

    #[test]
    fn synthetic_numbers_are_asked_for() {
        let synthetic: Vec<String> = (0..500)
            .flat_map(|individual| numbers(&format!("018170{individual:03}")))
            .collect();
        assert!(!synthetic.is_empty());
        for text in &synthetic {
            assert!(!is_valid(text));
            assert!(NationalIdentityNumber::parse_with_synthetic(text.as_str()).is_some());
        }
        assert!(NationalIdentityNumber::parse_with_synthetic("01017050393").is_some());
    }
}
