//! ASCII digits: personal numbers and organisation numbers.

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

text_format! {
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
    PersonalNumber, "a personal number of 11 digits", |text| is_digits(text, Self::COUNT)
}

accepted_by_rule! { PersonalNumber }

impl PersonalNumber<'_> {
    /// How many digits it has.
    pub const COUNT: Count = Count::Exactly(11);
}

text_format! {
    /// An organisation number: one or more ASCII digits, without blanks.
    ///
    /// ```
    /// use customer_rules::format::OrganizationId;
    ///
    /// assert!(OrganizationId::parse("192933933").is_some());
    /// assert_eq!(OrganizationId::parse("192 933 933"), None);
    /// ```
    OrganizationId, "an organisation number of digits", |text| is_digits(text, Self::COUNT)
}

accepted_by_rule! { OrganizationId }

impl OrganizationId<'_> {
    /// How many digits it has.
    pub const COUNT: Count = Count::AtLeast(1);
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
