//! Phone numbers that can exist.

use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberFormat};

use super::PhoneNumber;

text_format! {
    /// A phone number in E.164 form ([`PhoneNumber`]) that can exist: the numbering plan
    /// of its calling code has such numbers. With the feature `phone`.
    ///
    /// Whether somebody answers there, only a call tells. A number with a digit too many,
    /// as with the 0 that stands before it at home, is refused. Numbering plans change
    /// every month, and so does the verdict, with the version of the library.
    ///
    /// The first number of all takes 10 ms, in which the numbering plans are read. They
    /// are kept, and so is what was made of those that were asked for.
    ///
    /// Source: the metadata of Google's libphonenumber, in the port `rlibphonenumber`.
    ///
    /// ```
    /// use customer_rules::format::ValidPhoneNumber;
    ///
    /// let number = ValidPhoneNumber::parse("+4746567468").unwrap();
    /// assert_eq!(number.as_str(), "+4746567468");
    /// assert_eq!(format!("{number:?}"), "ValidPhoneNumber(***)");
    /// assert_eq!(ValidPhoneNumber::parse("+4706567468"), None);
    /// ```
    ValidPhoneNumber, "a phone number that can exist", can_exist
}

fn can_exist(text: &str) -> bool {
    if !PhoneNumber::accepts(text) {
        return false;
    }
    PHONE_NUMBER_UTIL.parse(text, None).is_ok_and(|number| {
        // The library forgives a 0 after the calling code; the number is another then.
        PHONE_NUMBER_UTIL.is_valid_number(&number)
            && PHONE_NUMBER_UTIL.format(&number, PhoneNumberFormat::E164) == text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &[
        "+4746567468",
        "+46701234567",
        "+4520123456",
        "+358412345678",
        "+442079460000",
        "+12015550123",
        "+390236618300", // in Italy, the 0 belongs to the number
        "+80012345678",  // of no country
    ];
    const REFUSED: &[&str] = &[
        "",
        "+47",
        "46567468",
        "+47 46567468",
        "004746567468",
        "+474656746",
        "+47465674680",
        "+4706567468",
        "+460701234567",
        "+44(0)2079460000",
        "+4402079460000",
        "+12015550123x1",
        "+999123456",
        "+0",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            assert!(ValidPhoneNumber::parse(*text).is_some(), "{text:?}");
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(ValidPhoneNumber::parse(*text), None, "{text:?}");
        }
    }
}
