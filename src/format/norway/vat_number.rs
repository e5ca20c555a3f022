//! Numbers of Norway for value added tax.

use super::organization_number::is_organization_number;
use crate::format::typed::Compact;

number_format! {
    /// A Norwegian VAT number: an organisation number with `MVA` after it.
    ///
    /// `NO` may stand before it, blanks may group it, and letters may be small; the
    /// canonical form has the nine digits and `MVA`. Whether the organisation is in the
    /// register of those that pay the tax, only the register knows.
    ///
    /// Source: bokføringsforskriften § 5-1-2 (organisation number, followed by the
    /// letters MVA).
    ///
    /// ```
    /// use customer_rules::format::norway::VatNumber;
    ///
    /// let number = VatNumber::parse("NO 974 760 673 mva").unwrap();
    /// assert_eq!(number.as_str(), "974760673MVA");
    /// assert_eq!(VatNumber::parse("974760673"), None);
    /// ```
    VatNumber, "a Norwegian VAT number", canonical
}

fn canonical(text: &str) -> Option<Compact> {
    let typed = Compact::read(text, |byte| byte == b' ')?;
    let number = typed.as_bytes();
    let number = number.strip_prefix(b"NO").unwrap_or(number);
    let organization = number.strip_suffix(b"MVA")?;
    if !is_organization_number(organization) {
        return None;
    }
    Compact::concat([number])
}

#[cfg(test)]
mod tests {
    use super::*;

    const ACCEPTED: &[&str] = &[
        "974760673MVA",
        "974 760 673 MVA",
        "NO974760673mva",
        " no 974760673 Mva\n",
        "N O974760673M V A",
    ];
    const REFUSED: &[&str] = &[
        "",
        "MVA",
        "NOMVA",
        "974760673",
        "NO974760673",
        "NO-974760673MVA",
        "974760673-MVA",
        "974760674MVA",
        "97476067MVA",
        "974760673MVAA",
        "974760673VAT",
        "SE974760673MVA",
        "NONO974760673MVA",
    ];

    #[test]
    fn accepted() {
        for text in ACCEPTED {
            let number = VatNumber::parse(*text);
            assert_eq!(
                number.as_ref().map(VatNumber::as_str),
                Some("974760673MVA"),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED {
            assert_eq!(VatNumber::parse(*text), None, "{text:?}");
        }
    }
}
