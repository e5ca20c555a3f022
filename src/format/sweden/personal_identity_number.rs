//! Personal identity numbers of Sweden, and the coordination numbers of those who have
//! none.

use alloc::borrow::Cow;

use crate::format::Date;
use crate::format::check_digit::is_luhn;
use crate::format::typed::{Compact, digits, pair};

number_format! {
    /// A Swedish personal identity number (personnummer): a date of birth, a sign, three
    /// digits and a check digit.
    ///
    /// The year has two digits or four. The sign is `-`, and `+` from the year on in
    /// which the person turns 100; without one, it is read as `-`. The canonical form is
    /// `YYMMDD-NNNN` or `YYYYMMDD-NNNN`: as many digits of the year as were typed, since
    /// the others follow from today's date. The date and the sex that a number tells are
    /// not given away.
    ///
    /// [`Self::parse`] reads a year as on the last day of this century: two digits are one
    /// of the years from 2000 to 2099, or with `+` of those from 1900 on.
    ///
    /// Source: folkbokföringslagen (1991:481) § 18; Skatteverket, SKV 704.
    ///
    /// ```
    /// use customer_rules::format::sweden::PersonalIdentityNumber;
    ///
    /// let number = PersonalIdentityNumber::parse("8112189876").unwrap();
    /// assert_eq!(number.as_str(), "811218-9876");
    /// assert_eq!(format!("{number:?}"), "PersonalIdentityNumber(***)");
    /// assert_eq!(PersonalIdentityNumber::parse("811218-9875"), None);
    /// ```
    PersonalIdentityNumber, "a Swedish personal identity number",
    |text| canonical(text, Date::END_OF_CENTURY, 0)
}

number_format! {
    /// A Swedish coordination number (samordningsnummer), for persons who are not
    /// registered in Sweden: a personal identity number with 60 added to the day.
    ///
    /// All else is as with [`PersonalIdentityNumber`].
    ///
    /// Source: lagen (2022:1697) om samordningsnummer; Skatteverket, SKV 707.
    ///
    /// ```
    /// use customer_rules::format::sweden::CoordinationNumber;
    ///
    /// let number = CoordinationNumber::parse("197010632391").unwrap();
    /// assert_eq!(number.as_str(), "19701063-2391");
    /// assert_eq!(CoordinationNumber::parse("811218-9876"), None);
    /// ```
    CoordinationNumber, "a Swedish coordination number",
    |text| canonical(text, Date::END_OF_CENTURY, COORDINATION)
}

/// What a coordination number adds to the day.
const COORDINATION: u8 = 60;

impl<'a> PersonalIdentityNumber<'a> {
    /// The same as [`Self::parse`], but on this day: a number whose owner is not born
    /// yet is refused, and a year of two digits is the last one before it.
    ///
    /// ```
    /// use customer_rules::format::{Date, sweden::PersonalIdentityNumber};
    ///
    /// let today = Date::new(2026, 1, 1).unwrap();
    /// assert!(PersonalIdentityNumber::parse_on("20281218-9891", today).is_none());
    /// assert!(PersonalIdentityNumber::parse_on("811218-9876", today).is_some());
    /// ```
    #[must_use]
    pub fn parse_on(text: impl Into<Cow<'a, str>>, today: Date) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, today, 0)?;
        Some(Self(canonical.into_text(text)))
    }
}

impl<'a> CoordinationNumber<'a> {
    /// The same as [`Self::parse`], but on this day: see
    /// [`PersonalIdentityNumber::parse_on`].
    ///
    /// ```
    /// use customer_rules::format::{Date, sweden::CoordinationNumber};
    ///
    /// let born = Date::new(1970, 10, 3).unwrap();
    /// assert!(CoordinationNumber::parse_on("19701063-2391", born).is_some());
    /// ```
    #[must_use]
    pub fn parse_on(text: impl Into<Cow<'a, str>>, today: Date) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, today, COORDINATION)?;
        Some(Self(canonical.into_text(text)))
    }
}

fn canonical(text: &str, today: Date, added_to_day: u8) -> Option<Compact> {
    let typed = Compact::read(text, |byte| matches!(byte, b' ' | b':'))?;
    let (date, sign, end) = split(typed.as_bytes())?;
    // People put signs between the parts of a date too.
    let parts = date.split(|byte| matches!(byte, b'-' | b'+'));
    let number = Compact::concat(parts.chain([end]))?;
    let (date, end) = number.as_bytes().split_last_chunk::<4>()?;
    let (century, rest) = match number.as_bytes() {
        [c1, c2, rest @ ..] if rest.len() == 10 => (Some(digits(&[*c1, *c2])?), rest),
        rest => (None, rest),
    };
    let digits: [u8; 10] = digits(rest)?;
    let [y1, y2, m1, m2, d1, d2, ..] = digits;
    let year = match century {
        Some([c1, c2]) => u16::from(pair(c1, c2))
            .wrapping_mul(100)
            .wrapping_add(u16::from(pair(y1, y2))),
        None => full_year(pair(y1, y2), sign, today),
    };
    let born = Date::new(year, pair(m1, m2), pair(d1, d2).checked_sub(added_to_day)?)?;
    if born > today || !is_luhn(&digits) {
        return None;
    }
    Compact::concat([date, &[sign], end])
}

/// The date, the sign and the last four characters.
fn split(typed: &[u8]) -> Option<(&[u8], u8, &[u8])> {
    let (start, end) = typed.split_last_chunk::<4>()?;
    match start {
        [date @ .., sign @ (b'-' | b'+')] => Some((date, *sign, end)),
        date if matches!(date.len(), 6 | 8) => Some((date, b'-', end)),
        _ => None,
    }
}

/// The last year that ends in these two digits, or the one a century before that.
fn full_year(year: u8, sign: u8, today: Date) -> u16 {
    let century = today.year().saturating_sub(today.year() % 100);
    let mut full = century.saturating_add(u16::from(year));
    if full > today.year() {
        full = full.saturating_sub(100);
    }
    if sign == b'+' {
        full = full.saturating_sub(100);
    }
    full
}

/// Whether ten digits are a number of a person, registered or not.
pub(super) fn is_of_a_person(digits: [u8; 10]) -> bool {
    let [y1, y2, m1, m2, d1, d2, ..] = digits;
    let year = full_year(pair(y1, y2), b'-', Date::END_OF_CENTURY);
    let day = pair(d1, d2);
    [Some(day), day.checked_sub(COORDINATION)]
        .into_iter()
        .flatten()
        .any(|day| Date::new(year, pair(m1, m2), day).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What was typed, and the canonical form.
    const ACCEPTED: &[(&str, &str)] = &[
        ("811218-9876", "811218-9876"),
        ("811218+9876", "811218+9876"),
        ("8112189876", "811218-9876"),
        ("198112189876", "19811218-9876"),
        ("19811218-9876", "19811218-9876"),
        ("18811218+9876", "18811218+9876"),
        (" 81 12 18 98 76\n", "811218-9876"),
        ("81:12:18\u{2013}9876", "811218-9876"),
        ("81-12-18-9876", "811218-9876"),
        ("81-12-189876", "811218-9876"),
        ("811218+-9876", "811218-9876"),
        ("000229-0005", "000229-0005"),
    ];
    const REFUSED: &[&str] = &[
        "",
        "-",
        "9876",
        "811218-9875",
        "811218-987",
        "811218-98760",
        "11218-9876",
        "9811218-9876",
        "119811218-9876",
        "811218/9876",
        "81-12189876",
        "811318-9876",
        "811200-9876",
        "81121x-9876",
        "811218-987x",
        "811278-9873",
        "000229+0005", // 1900 was no leap year
        "٨١١٢١٨-٩٨٧٦",
    ];

    #[test]
    fn accepted() {
        for (text, canonical) in ACCEPTED {
            let number = PersonalIdentityNumber::parse(*text);
            let number = number.as_ref().map(PersonalIdentityNumber::as_str);
            assert_eq!(number, Some(*canonical), "{text:?}");
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(PersonalIdentityNumber::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn a_coordination_number_is_no_personal_identity_number() {
        let number = CoordinationNumber::parse("7010632391").unwrap();
        assert_eq!(number.as_str(), "701063-2391");
        assert_eq!(PersonalIdentityNumber::parse("701063-2391"), None);
        for (text, _) in ACCEPTED {
            assert_eq!(CoordinationNumber::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn two_digits_are_the_last_such_year() {
        let year = |year, sign, today| full_year(year, sign, Date::new(today, 1, 1).unwrap());
        assert_eq!(year(26, b'-', 2026), 2026);
        assert_eq!(year(27, b'-', 2026), 1927);
        assert_eq!(year(26, b'+', 2026), 1926);
        assert_eq!(year(27, b'+', 2026), 1827);
        assert_eq!(year(0, b'-', 2000), 2000);
        assert_eq!(year(99, b'-', 2000), 1999);
        assert_eq!(year(99, b'+', 1), 0);
    }

    #[test]
    fn nobody_is_born_in_the_future() {
        let on = |text, day| {
            PersonalIdentityNumber::parse_on(text, Date::new(1981, 12, day).unwrap()).is_some()
        };
        for text in ["811218-9876", "19811218-9876"] {
            assert!(!on(text, 17), "{text}");
            assert!(on(text, 18), "{text}");
        }
        assert!(on("811218+9876", 17));
        // 1900 was no leap year, so this number waits for the year 2000.
        assert!(!on("000229-0005", 18));
        assert!(
            PersonalIdentityNumber::parse_on("000229-0005", Date::new(2000, 2, 29).unwrap())
                .is_some()
        );
    }
}
