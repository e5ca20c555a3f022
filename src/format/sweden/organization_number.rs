//! Organisation numbers of Sweden.

use super::personal_identity_number::is_of_a_person;
use crate::format::check_digit::is_luhn;
use crate::format::typed::{Compact, digits};

number_format! {
    /// A Swedish organisation number: ten digits, the last of which is a check digit.
    ///
    /// The third digit is at least 2, so that no number is also a date of birth. The
    /// business of a sole trader has no other number than its owner, so the number of a
    /// person is taken too, in ten digits. Blanks, dashes and full stops may group the
    /// digits; the canonical form has none.
    ///
    /// Source: lagen (1974:174) om identitetsbeteckning för juridiska personer m.fl.;
    /// Skatteverket, SKV 709.
    ///
    /// ```
    /// use customer_rules::format::sweden::OrganizationNumber;
    ///
    /// let number = OrganizationNumber::parse("202100-5489").unwrap();
    /// assert_eq!(number.as_str(), "2021005489");
    /// assert_eq!(OrganizationNumber::parse("202100-5488"), None);
    /// ```
    OrganizationNumber, "a Swedish organisation number", canonical
}

fn canonical(text: &str) -> Option<Compact> {
    let number = Compact::read(text, |byte| matches!(byte, b' ' | b'-' | b'.'))?;
    let digits: [u8; 10] = digits(number.as_bytes())?;
    let [_, _, third, ..] = digits;
    let is_number = is_luhn(&digits) && (third >= 2 || is_of_a_person(digits));
    is_number.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[(&str, &str)] = &[
        ("2021005489", "2021005489"),
        ("202100-5489", "2021005489"),
        (" 20.21.00 5489\n", "2021005489"),
        ("811218-9876", "8112189876"), // of a person
        ("701063-2391", "7010632391"), // of one who is not registered
    ];
    const REFUSED: &[&str] = &[
        "",
        "2021005488",
        "202100548",
        "20210054890",
        "162021005489",
        "202100+5489",
        "SE202100548901",
        "811318-9875", // not of a person: there is no month 13
        "811299-9878",
        "２02100548A",
    ];

    #[test]
    fn accepted() {
        for (text, canonical) in ACCEPTED {
            let number = OrganizationNumber::parse(*text);
            assert_eq!(
                number.as_ref().map(OrganizationNumber::as_str),
                Some(*canonical),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(OrganizationNumber::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn the_refused_persons_have_the_check_digit() {
        for text in ["811318-9875", "811299-9878"] {
            let number = Compact::read(text, |byte| byte == b'-').unwrap();
            assert!(is_luhn(&digits::<10>(number.as_bytes()).unwrap()), "{text}");
        }
    }
}
