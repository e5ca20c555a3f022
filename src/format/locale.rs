//! From a locale, a language tag or an `Accept-Language` header to a [`Language`].

use super::Language;

/// How many bytes of an `Accept-Language` header are read. Browsers send fewer than 200.
const MAX_HEADER: usize = 1_024;

impl Language {
    /// The language of a locale or a language tag: `nb_NO`, `nn`, `sv-FI`, `de_AT.UTF-8`,
    /// `no_NO@euro`, in whichever case. Both written forms of Norwegian are Norwegian.
    ///
    /// Nothing is guessed: a country alone (`DK`), a neighbouring language (`fo`, `nds`) and a
    /// name (`english`) are `None`, and so is what is neither locale nor tag.
    ///
    /// ```
    /// use customer_rules::format::Language;
    ///
    /// assert_eq!(Language::from_locale("nn_NO.UTF-8"), Some(Language::Norwegian));
    /// assert_eq!(Language::from_locale("de-CH"), Some(Language::German));
    /// assert_eq!(Language::from_locale("fi-FI"), None);
    ///
    /// // Tidies the language of a form, before it is checked.
    /// let tidied = Language::from_locale("sv_SE").map(Language::as_str);
    /// assert_eq!(tidied, Some("sv"));
    /// ```
    #[must_use]
    pub fn from_locale(locale: &str) -> Option<Self> {
        // Behind the tag, a POSIX locale has its encoding and its variant.
        let tag = locale.split(['.', '@']).next()?;
        let mut subtags = tag.split(['-', '_']);
        let language = subtags.next()?;
        if !subtags.all(is_subtag) {
            return None;
        }
        NAMES
            .iter()
            .find(|(name, _)| name.eq_ignore_ascii_case(language))
            .map(|(_, language)| *language)
    }

    /// The language of an `Accept-Language` header (RFC 9110): the one of ours with the
    /// greatest weight, and of those with the same weight the first.
    ///
    /// `None` if it names none of ours; `*` names none, and a weight of 0 refuses. What is
    /// malformed is passed over. Of a long header, the first 1,024 bytes are read.
    ///
    /// ```
    /// use customer_rules::format::Language;
    ///
    /// let header = "fi, en;q=0.5, nb-NO;q=0.9, *;q=0.1";
    /// assert_eq!(Language::from_accept_language(header), Some(Language::Norwegian));
    /// assert_eq!(Language::from_accept_language("fi, *"), None);
    /// ```
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let (read, is_cut) = match header.as_bytes().get(..MAX_HEADER) {
            Some(read) if header.len() > MAX_HEADER => (read, true),
            _ => (header.as_bytes(), false),
        };
        let mut ranges = read.split(|byte| *byte == b',');
        if is_cut {
            // The last range may be half of one.
            ranges.next_back();
        }
        let mut best: Option<(u16, Self)> = None;
        for (weight, language) in ranges.filter_map(weighted) {
            if best.is_none_or(|(greatest, _)| weight > greatest) {
                best = Some((weight, language));
            }
        }
        best.map(|(_, language)| language)
    }
}

/// The names that ISO 639 and BCP 47 have for the languages.
const NAMES: &[(&str, Language)] = &[
    ("en", Language::English),
    ("eng", Language::English),
    ("no", Language::Norwegian),
    ("nb", Language::Norwegian),
    ("nn", Language::Norwegian),
    ("nor", Language::Norwegian),
    ("nob", Language::Norwegian),
    ("nno", Language::Norwegian),
    ("sv", Language::Swedish),
    ("swe", Language::Swedish),
    ("da", Language::Danish),
    ("dan", Language::Danish),
    ("de", Language::German),
    ("deu", Language::German),
];

/// Whether the text can stand behind the language in a tag.
fn is_subtag(subtag: &str) -> bool {
    (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// One range of a header with its weight in thousandths, if it is of ours and not refused.
fn weighted(range: &[u8]) -> Option<(u16, Language)> {
    let range = core::str::from_utf8(range).ok()?;
    let (tag, weight) = match range.split_once(';') {
        Some((tag, parameter)) => (tag, thousandths(parameter)?),
        None => (range, 1_000),
    };
    let is_tag = |tag: &&str| !tag.contains(['.', '@', '_']);
    let tag = Some(tag.trim_matches([' ', '\t'])).filter(is_tag)?;
    let language = Language::from_locale(tag)?;
    (weight > 0).then_some((weight, language))
}

/// The weight that a parameter gives, `q=0.5`: at most three decimals, from 0 to 1.
fn thousandths(parameter: &str) -> Option<u16> {
    let (name, value) = parameter.trim_matches([' ', '\t']).split_once('=')?;
    let (whole, decimals) = value.split_once('.').unwrap_or((value, ""));
    let is_weight = name.eq_ignore_ascii_case("q")
        && decimals.len() <= 3
        && decimals.bytes().all(|b| b.is_ascii_digit());
    let digits = decimals.bytes().chain([b'0'; 3]).take(3);
    let fraction = digits.fold(0_u16, |sum, digit| {
        sum.saturating_mul(10)
            .saturating_add(u16::from(digit.saturating_sub(b'0')))
    });
    match (whole, fraction) {
        _ if !is_weight => None,
        ("0", fraction) => Some(fraction),
        ("1", 0) => Some(1_000),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers() {
        use Language::{Danish, German, Norwegian, Swedish};
        let cases = [
            ("", None),
            ("*", None),
            ("fi", None),
            ("nb", Some(Norwegian)),
            (
                "nb-NO,nb;q=0.9,no;q=0.8,nn;q=0.7,en-US;q=0.6",
                Some(Norwegian),
            ),
            ("en;q=0.2, da;q=0.25, de;q=0.1", Some(Danish)),
            ("da;q=0.5,sv;q=0.5", Some(Danish)),
            ("fi,sv;q=0.001", Some(Swedish)),
            ("en;q=0,de;q=0.000", None),
            ("en;q=0, de;q=0.1", Some(German)),
            ("\tDE ; q=1.000 , en", Some(German)),
            ("de;Q=1", Some(German)),
            (
                "en;q=1.001,en;q=2,en;q=-1,en;q=.5,en;q=0.1234,en;q=,en;q,en;x=1",
                None,
            ),
            ("en;q=0.5;q=1", None),
            (",,; ,da,", Some(Danish)),
            ("en_US, en.UTF-8, da@euro", None),
            ("e\u{301}n, nø", None),
            ("no-", None),
        ];
        for (header, language) in cases {
            assert_eq!(Language::from_accept_language(header), language, "{header}");
        }
    }

    #[test]
    fn a_long_header_is_read_in_part() {
        let before = ",".repeat(MAX_HEADER - 2);
        let read = |tail: &str| Language::from_accept_language(&(before.clone() + tail));
        assert_eq!(read("da"), Some(Language::Danish));
        assert_eq!(read("da,"), None, "the last range may be cut");
        assert_eq!(read(",da"), None);
        let first = alloc::format!("sv,{}", "en,".repeat(1_000_000));
        assert_eq!(
            Language::from_accept_language(&first),
            Some(Language::Swedish)
        );
    }
}
