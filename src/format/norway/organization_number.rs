//! Organisation numbers of Norway.

use crate::format::check_digit::weighted_sum;
use crate::format::typed::{Compact, digits};

number_format! {
    /// A Norwegian organisation number: nine digits, the last of which is a check digit.
    ///
    /// Blanks may group the digits; the canonical form has none. The numbers given out so
    /// far begin with 8 or 9; any other first digit is taken too, as other libraries do.
    ///
    /// Source: the Brønnøysund Register Centre, "Organisasjonsnummeret" (modulus 11,
    /// weights 3 2 7 6 5 4 3 2).
    ///
    /// ```
    /// use customer_rules::format::norway::OrganizationNumber;
    ///
    /// let number = OrganizationNumber::parse("974 760 673").unwrap();
    /// assert_eq!(number.as_str(), "974760673");
    /// assert_eq!(OrganizationNumber::parse("974760674"), None);
    /// ```
    OrganizationNumber, "a Norwegian organisation number", canonical
}

fn canonical(text: &str) -> Option<Compact> {
    let number = Compact::read(text, |byte| byte == b' ')?;
    is_organization_number(number.as_bytes()).then_some(number)
}

/// Whether the text is nine digits, the last of which fits the others.
pub(super) fn is_organization_number(text: &[u8]) -> bool {
    digits::<9>(text)
        .is_some_and(|digits| weighted_sum(&digits, [3, 2, 7, 6, 5, 4, 3, 2, 1]).is_multiple_of(11))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[(&str, &str)] = &[
        ("974760673", "974760673"),
        ("974 760 673", "974760673"),
        (" 9 7 4 7 6 0 6 7 3\n", "974760673"),
        ("９74760673", "974760673"),
        ("128848924", "128848924"),
    ];
    const REFUSED: &[&str] = &[
        "",
        "974760674",
        "97476067",
        "9747606730",
        "974-760-673",
        "974.760.673",
        "974\t760 673",
        "NO974760673",
        "974760673MVA",
        "97476067A",
        "٩٧٤٧٦٠٦٧٣",
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
}
