//! Phone numbers in E.164 form.

/// Whether `text` is a `+` and 2 to 15 ASCII digits, of which the first is not 0.
fn is_e164(text: &str) -> bool {
    match text.as_bytes() {
        [b'+', b'1'..=b'9', rest @ ..] => {
            (1..=14).contains(&rest.len()) && rest.iter().all(u8::is_ascii_digit)
        }
        _ => false,
    }
}

text_format! {
    /// A phone number in E.164 form (ITU-T E.164, section 6): `+`, the calling code and
    /// the number, 2 to 15 digits together, without blanks.
    ///
    /// Only the syntax: the number need not exist. `Debug` prints `***`.
    ///
    /// ```
    /// use customer_rules::format::PhoneNumber;
    ///
    /// assert_eq!(PhoneNumber::parse("+4746567468").unwrap().as_str(), "+4746567468");
    /// assert_eq!(PhoneNumber::parse("46567468"), None);
    /// ```
    PhoneNumber, "a phone number in E.164 form", is_e164
}

accepted_by_rule! { PhoneNumber }

impl PhoneNumber<'_> {
    pub(crate) fn accepts(text: &str) -> bool {
        is_e164(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &["+4746567468", "+10", "+999999999999999", "+442079460000"];
    const REFUSED: &[&str] = &[
        "",
        "+",
        "+1",
        "+1234567890123456",
        "+0123456789",
        "004746567468",
        "4746567468",
        "++4746567468",
        "+47 46567468",
        "+47-46567468",
        " +4746567468",
        "+4746567468\n",
        "+47٤٦٥٦٧٤٦٨",
        "＋4746567468",
        "tel:+4746567468",
        "+47465674x8",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            assert!(PhoneNumber::parse(*text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert!(PhoneNumber::parse(*text).is_none(), "{text:?}");
        }
    }
}
