//! Personal identity codes of Finland.

use alloc::borrow::Cow;

use crate::format::Date;
use crate::format::typed::{Compact, digits, number, pair};

number_format! {
    /// A Finnish personal identity code (henkilötunnus): a date of birth, a sign for the
    /// century, an individual number and a control character.
    ///
    /// The sign is `+` for the 1800s, one of `-YXWVU` for the 1900s, and one of `ABCDEF`
    /// for the 2000s. Letters may be small; in the canonical form they are capitals. The
    /// individual number is from 002 to 899: those from 900 on are for temporary use
    /// inside one institution, and belong to nobody. The date and the sex that a code
    /// tells are not given away.
    ///
    /// Source: valtioneuvoston asetus väestötietojärjestelmästä (128/2010) § 2–3; Digital
    /// and Population Data Services Agency, "The personal identity code" (the signs of
    /// the reform of 2023).
    ///
    /// ```
    /// use customer_rules::format::finland::PersonalIdentityCode;
    ///
    /// let code = PersonalIdentityCode::parse("131052-308t").unwrap();
    /// assert_eq!(code.as_str(), "131052-308T");
    /// assert_eq!(format!("{code:?}"), "PersonalIdentityCode(***)");
    /// assert_eq!(PersonalIdentityCode::parse("131052-308U"), None);
    /// ```
    PersonalIdentityCode, "a Finnish personal identity code",
    |text| canonical(text, Date::END_OF_CENTURY)
}

impl<'a> PersonalIdentityCode<'a> {
    /// The same as [`Self::parse`], but on this day: a code whose owner is not born yet
    /// is refused.
    ///
    /// ```
    /// use customer_rules::format::{Date, finland::PersonalIdentityCode};
    ///
    /// let today = Date::new(2026, 1, 1).unwrap();
    /// assert!(PersonalIdentityCode::parse_on("131052-308T", today).is_some());
    /// assert!(PersonalIdentityCode::parse_on("131052A308T", today).is_none()); // 2052
    /// ```
    #[must_use]
    pub fn parse_on(text: impl Into<Cow<'a, str>>, today: Date) -> Option<Self> {
        let text = text.into();
        let canonical = canonical(&text, today)?;
        Some(Self(canonical.into_text(text)))
    }
}

fn canonical(text: &str, today: Date) -> Option<Compact> {
    let typed = Compact::read(text, |_| false)?;
    let &[d1, d2, m1, m2, y1, y2, sign, i1, i2, i3, control] = typed.as_bytes() else {
        return None;
    };
    let digits: [u8; 9] = digits(&[d1, d2, m1, m2, y1, y2, i1, i2, i3])?;
    let [d1, d2, m1, m2, y1, y2, individual @ ..] = digits;
    let year = century(sign)?.wrapping_add(u16::from(pair(y1, y2)));
    let born = Date::new(year, pair(m1, m2), pair(d1, d2))?;
    let is_code = born <= today
        && matches!(number(&individual), 2..=899)
        && control == control_character(number(&digits))?;
    is_code.then_some(typed)
}

const fn century(sign: u8) -> Option<u16> {
    Some(match sign {
        b'+' => 1800,
        b'-' | b'Y' | b'X' | b'W' | b'V' | b'U' => 1900,
        b'A'..=b'F' => 2000,
        _ => return None,
    })
}

/// The character of the remainder modulo 31, without the letters that look like digits
/// or like each other.
fn control_character(digits: u32) -> Option<u8> {
    let remainder = usize::try_from(digits % 31).ok()?;
    b"0123456789ABCDEFHJKLMNPRSTUVWXY".get(remainder).copied()
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    const REFUSED: &[&str] = &[
        "",
        "131052-308",
        "131052-308TT",
        "131052-308U",
        "131052308T",
        "131052--308T",
        "13 10 52-308T",
        "131052/308T",
        "131052G308T",
        "131052Z308T",
        "321052-308T",
        "131352-308T",
        "1310x2-308T",
        "131052-30xT",
        "131052-308?",
    ];

    fn is_valid(text: &str) -> bool {
        PersonalIdentityCode::parse(text).is_some()
    }

    #[test]
    fn accepted() {
        for text in [
            "131052-308T",
            "131052-308t",
            "\t131052-308T\n",
            "131052\u{2013}308T",
            "１３1052-308T",
        ] {
            let code = PersonalIdentityCode::parse(text);
            assert_eq!(
                code.as_ref().map(PersonalIdentityCode::as_str),
                Some("131052-308T"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert!(!is_valid(text), "{text:?}");
        }
    }

    #[test]
    fn every_sign_tells_a_century() {
        for (signs, century) in [("+", 1800), ("-YXWVUyxwvu", 1900), ("ABCDEFabcdef", 2000)] {
            for sign in signs.chars() {
                let text = format!("131052{sign}308T");
                let on = |year: u16| {
                    let day = Date::new(century + year, 12, 31).unwrap();
                    PersonalIdentityCode::parse_on(text.as_str(), day).is_some()
                };
                assert_eq!((on(51), on(52)), (false, true), "{sign}");
            }
        }
    }

    #[test]
    fn the_individual_number_is_from_2_to_899() {
        let found = |individual: u32| {
            "0123456789ABCDEFHJKLMNPRSTUVWXY"
                .chars()
                .filter(|control| is_valid(&format!("131052-{individual:03}{control}")))
                .count()
        };
        for (individual, count) in [(0, 0), (1, 0), (2, 1), (899, 1), (900, 0), (999, 0)] {
            assert_eq!(found(individual), count, "{individual}");
        }
    }

    #[test]
    fn the_date_exists() {
        let found = |start: &str| {
            let all = "0123456789ABCDEFHJKLMNPRSTUVWXY".chars();
            all.filter(|control| is_valid(&format!("{start}308{control}")))
                .count()
        };
        for (start, count) in [
            ("290200A", 1),
            ("290200-", 0),
            ("310452-", 0),
            ("000152-", 0),
            ("010052-", 0),
        ] {
            assert_eq!(found(start), count, "{start}");
        }
    }
}
