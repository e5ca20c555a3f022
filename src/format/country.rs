//! Countries: the officially assigned ISO 3166-1 alpha-2 codes, in capitals
//! (decision 4: UK, EU and XK are refused).

use isocountry::CountryCode;

/// The second letters that go with each first letter, A to Z, in order.
const SECOND_LETTERS: [&str; 26] = [
    "DEFGILMOQRSTUWXZ",
    "ABDEFGHIJLMNOQRSTVWYZ",
    "ACDFGHIKLMNORUVWXYZ",
    "EJKMOZ",
    "CEGHRST",
    "IJKMOR",
    "ABDEFGHILMNPQRSTUWY",
    "KMNRTU",
    "DELMNOQRST",
    "EMOP",
    "EGHIMNPRWYZ",
    "ABCIKRSTUVY",
    "ACDEFGHKLMNOPQRSTUVWXYZ",
    "ACEFGILOPRUZ",
    "M",
    "AEFGHKLMNRSTWY",
    "A",
    "EOSUW",
    "ABCDEGHIJKLMNORSTVXYZ",
    "CDFGHJKLMNORTVWZ",
    "AGMSYZ",
    "ACEGINU",
    "FS",
    "",
    "ET",
    "AMW",
];

/// One bit per assigned second letter.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where a fault is an error"
)]
const ASSIGNED: [u32; 26] = {
    let mut masks = [0; 26];
    let mut first = 0;
    while first < 26 {
        let mut letters = SECOND_LETTERS[first].as_bytes();
        while let [letter, rest @ ..] = letters {
            masks[first] |= 1 << (*letter - b'A');
            letters = rest;
        }
        first += 1;
    }
    masks
};

/// How many codes start with an earlier letter.
#[expect(
    clippy::indexing_slicing,
    reason = "evaluated at compile time, where a fault is an error"
)]
const EARLIER: [u32; 26] = {
    let mut counts = [0; 26];
    let mut first = 1;
    while first < 26 {
        counts[first] = counts[first - 1] + ASSIGNED[first - 1].count_ones();
        first += 1;
    }
    counts
};

/// The position of a code in the alphabetical list of all 249, if it is one of them.
fn position(code: &str) -> Option<u32> {
    let &[first, second] = code.as_bytes() else {
        return None;
    };
    let first = usize::from(first.wrapping_sub(b'A'));
    let second = u32::from(second.wrapping_sub(b'A'));
    let assigned = *ASSIGNED.get(first)?;
    let bit = 1u32.checked_shl(second)?;
    if assigned & bit == 0 {
        return None;
    }
    let before_in_row = (assigned & bit.wrapping_sub(1)).count_ones();
    Some(EARLIER.get(first)?.wrapping_add(before_in_row))
}

/// Whether `code` is officially assigned.
pub(crate) fn is_country(code: &str) -> bool {
    position(code).is_some()
}

/// The country of an officially assigned code.
pub(crate) fn parse(code: &str) -> Option<CountryCode> {
    let position = usize::try_from(position(code)?).ok()?;
    CountryCode::as_array_alpha2().get(position).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::string::String;

    const ACCEPTED: &[&str] = &["NO", "SE", "DK", "DE", "GB", "AX", "SJ", "BV", "ZW", "AD"];
    const REFUSED: &[&str] = &[
        "", "N", "no", "No", "nO", "NOR", "578", "UK", "EU", "XK", "SU", "AN", "ZZ", "AA", "N ",
        " NO", "ＮＯ", "N\u{d8}", "{O", "N[",
    ];

    #[test]
    fn accepted() {
        for code in ACCEPTED {
            assert!(is_country(code), "{code}");
        }
    }

    #[test]
    fn refused() {
        for code in REFUSED {
            assert!(!is_country(code), "{code}");
            assert_eq!(parse(code), None, "{code}");
        }
    }

    #[test]
    fn all_pairs_of_bytes_agree_with_isocountry() {
        assert_eq!(CountryCode::as_array_alpha2().len(), 249);
        for first in 0..=127u8 {
            for second in 0..=127u8 {
                let code = String::from_iter([char::from(first), char::from(second)]);
                assert_eq!(
                    parse(&code),
                    CountryCode::for_alpha2(&code).ok(),
                    "{code:?}"
                );
            }
        }
    }
}
