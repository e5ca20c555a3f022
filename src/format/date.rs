//! Dates of the calendar.

/// A date that exists in the Gregorian calendar, from year 1 on.
///
/// A number that tells when its owner was born belongs to nobody before that day.
/// Nothing here reads a clock: [`norway::NationalIdentityNumber::parse_on`] and its
/// like take today's date as an argument.
///
/// [`norway::NationalIdentityNumber::parse_on`]: crate::format::norway::NationalIdentityNumber::parse_on
///
/// ```
/// use customer_rules::format::Date;
///
/// assert!(Date::new(2024, 2, 29) < Date::new(2024, 3, 1));
/// assert_eq!(Date::new(2023, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    // In the order of comparison.
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// Nobody born in this century is refused on this day, nor any later century known.
    pub(super) const END_OF_CENTURY: Self = Self {
        year: 2099,
        month: 12,
        day: 31,
    };

    /// The date, if there is such a day: month 1 to 12, and day 1 to the last of it.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let last = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap(year) => 29,
            2 => 28,
            _ => return None,
        };
        if year == 0 || day == 0 || day > last {
            return None;
        }
        Some(Self { year, month, day })
    }

    pub(super) const fn year(self) -> u16 {
        self.year
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[(u16, u8, u8)] = &[
        (1, 1, 1),
        (1899, 12, 31),
        (2000, 2, 29),
        (2024, 2, 29),
        (2025, 2, 28),
        (2025, 4, 30),
    ];
    const REFUSED: &[(u16, u8, u8)] = &[
        (0, 1, 1),
        (2025, 0, 1),
        (2025, 13, 1),
        (2025, 1, 0),
        (2025, 1, 32),
        (2025, 4, 31),
        (2025, 2, 29),
        (1900, 2, 29),
        (2100, 2, 29),
        (2024, 2, 30),
    ];

    #[test]
    fn accepted() {
        for &(year, month, day) in ACCEPTED {
            assert!(
                Date::new(year, month, day).is_some(),
                "{year}-{month}-{day}"
            );
        }
    }

    #[test]
    fn refused() {
        for &(year, month, day) in REFUSED {
            assert_eq!(Date::new(year, month, day), None, "{year}-{month}-{day}");
        }
    }

    #[test]
    fn every_date_of_four_centuries_is_counted() {
        let days = (2000..2400_u16)
            .flat_map(|year| {
                (0..=13).flat_map(move |month| (0..=32).map(move |day| (year, month, day)))
            })
            .filter(|&(year, month, day)| Date::new(year, month, day).is_some());
        assert_eq!(days.count(), 146_097);
    }

    #[test]
    fn dates_are_in_order() {
        let dates = [(1999, 12, 31), (2000, 1, 1), (2000, 1, 2), (2000, 2, 1)];
        let dates = dates.map(|(year, month, day)| Date::new(year, month, day));
        assert!(dates.is_sorted());
    }
}
