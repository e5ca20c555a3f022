//! How long a domain label is in the form that DNS carries.

/// The longest label, in bytes (RFC 1035, section 2.3.4).
const LABEL_LIMIT: usize = 63;

/// What stands before the Punycode of a label (RFC 3490, section 5).
const ACE_PREFIX: &str = "xn--";

/// Whether the label spelt by `head` and then `tail` is too long.
///
/// An ASCII label is measured as it comes, with the dot before it: so every label
/// but the first has 62 bytes, as on the server. Any other is measured as the
/// `xn--` label it becomes, without the dot.
pub(super) fn is_too_long(head: &str, tail: &str) -> bool {
    if head.is_ascii() && tail.is_ascii() {
        return head.len().saturating_add(tail.len()) > LABEL_LIMIT;
    }
    let mut rest = head.chars().chain(tail.chars());
    loop {
        let label = rest.clone().take_while(|&character| !is_dot(character));
        if ascii_len(label.flat_map(mapped)) > LABEL_LIMIT {
            return true;
        }
        if !rest.any(is_dot) {
            return false;
        }
    }
}

/// The full stop and what IDNA takes for one (RFC 3490, section 3.1).
fn is_dot(character: char) -> bool {
    matches!(character, '.' | '\u{3002}' | '\u{FF0E}' | '\u{FF61}')
}

/// What the character becomes in a domain: its lower case, and what IDNA 2003
/// makes of three more letters (UTS 46, transitional processing).
///
/// UTS 46 also unites accents with their letters, replaces compatibility forms,
/// and does not measure a label that it finds fault with otherwise. All that can
/// matter only to a label close to the limit or over it, and is left out.
fn mapped(character: char) -> impl Iterator<Item = char> + Clone {
    let (character, doubled) = match character {
        'ß' | 'ẞ' => ('s', Some('s')),
        'ſ' => ('s', None),
        'ς' => ('σ', None),
        other => (other, None),
    };
    character.to_lowercase().chain(doubled)
}

/// The length of a label in its ASCII form; any length over the limit if it has
/// more characters than that.
fn ascii_len(label: impl Iterator<Item = char>) -> usize {
    let mut points = [0; LABEL_LIMIT + 1];
    let mut len = 0_usize;
    for (point, character) in points.iter_mut().zip(label) {
        *point = u32::from(character);
        len = len.saturating_add(1);
    }
    let points = points.get(..len).unwrap_or(&points);
    if len > LABEL_LIMIT || points.iter().all(|&point| point < INITIAL_POINT) {
        return len;
    }
    ACE_PREFIX.len().saturating_add(punycode_len(points))
}

/// The length of the Punycode of a label (RFC 3492, section 6.3).
///
/// Quadratic in the number of code points, which the caller bounds.
fn punycode_len(points: &[u32]) -> usize {
    let basic = points
        .iter()
        .filter(|&&point| point < INITIAL_POINT)
        .count();
    let mut len = basic.saturating_add(usize::from(basic > 0)); // and the delimiter

    let mut delta = 0_u32;
    let mut bias = INITIAL_BIAS;
    let mut damp = 700;
    let mut next_place = u32::try_from(basic).unwrap_or(u32::MAX).saturating_add(1);
    let mut floor = INITIAL_POINT;
    while let Some(&point) = points.iter().filter(|&&point| point >= floor).min() {
        delta = delta.saturating_add(point.saturating_sub(floor).saturating_mul(next_place));
        for &other in points {
            if other < point {
                delta = delta.saturating_add(1);
            } else if other == point {
                len = len.saturating_add(digits(delta, bias));
                bias = adapted_bias(delta.checked_div(damp).unwrap_or(0), next_place);
                damp = 2;
                next_place = next_place.saturating_add(1);
                delta = 0;
            }
        }
        delta = delta.saturating_add(1);
        floor = point.saturating_add(1);
    }
    len
}

/// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const INITIAL_BIAS: u32 = 72;
const INITIAL_POINT: u32 = 0x80;

/// How many digits a delta takes (RFC 3492, section 3.3).
fn digits(mut delta: u32, bias: u32) -> usize {
    let mut position = BASE;
    let mut digits = 1_usize;
    loop {
        let threshold = position.saturating_sub(bias).clamp(1, 26);
        let Some(rest) = delta.checked_sub(threshold) else {
            return digits;
        };
        delta = rest
            .checked_div(BASE.saturating_sub(threshold))
            .unwrap_or(0);
        position = position.saturating_add(BASE);
        digits = digits.saturating_add(1);
    }
}

/// The bias that fits the next delta (RFC 3492, section 3.4).
fn adapted_bias(damped: u32, points: u32) -> u32 {
    let mut delta = damped.saturating_add(damped.checked_div(points).unwrap_or(0));
    let mut bias = 0_u32;
    while delta > 455 {
        delta /= 35;
        bias = bias.saturating_add(BASE);
    }
    let slope = BASE
        .saturating_mul(delta)
        .checked_div(delta.saturating_add(38));
    bias.saturating_add(slope.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::{adapted_bias, ascii_len, is_too_long, punycode_len};

    /// The sample strings of RFC 3492, section 7.1, with their encodings.
    const SAMPLES: &[(&str, &str)] = &[
        ("ليهمابتكلموشعربي؟", "egbpdaj6bu4bxfgehfvwxn"),
        ("他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"),
        ("他們爲什麽不說中文", "ihqwctvzc91f659drss3x8bo0yb"),
        ("Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"),
        ("למההםפשוטלאמדבריםעברית", "4dbcagdahymbxekheh6e0a7fei0b"),
        (
            "यहलोगहिन्दीक्योंनहींबोलसकतेहैं",
            "i1baa7eci9glrd9b2ae1bj0hfcgg6iyaf8o0a1dig0cd",
        ),
        (
            "なぜみんな日本語を話してくれないのか",
            "n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa",
        ),
        (
            "세계의모든사람들이한국어를이해한다면얼마나좋을까",
            "989aomsvi5e83db1d2a355cv1e0vak1dwrv93d5xbh15a0dt30a5jpsd879ccm6fea98c",
        ),
        (
            "почемужеонинеговорятпорусски",
            "b1abfaaepdrnnbgefbadotcwatmq2g4l",
        ),
        (
            "PorquénopuedensimplementehablarenEspañol",
            "PorqunopuedensimplementehablarenEspaol-fmd56a",
        ),
        (
            "TạisaohọkhôngthểchỉnóitiếngViệt",
            "TisaohkhngthchnitingVit-kjcr8268qyxafd2f1b9g",
        ),
        ("3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"),
        (
            "安室奈美恵-with-SUPER-MONKEYS",
            "-with-SUPER-MONKEYS-pc58ag80a8qai00g7n9n",
        ),
        (
            "Hello-Another-Way-それぞれの場所",
            "Hello-Another-Way--fc4qua05auwb3674vfr0b",
        ),
        ("ひとつ屋根の下2", "2-u9tlzr9756bt3uc0v"),
        ("MajiでKoiする5秒前", "MajiKoi5-783gue6qz075azm5e"),
        ("パフィーdeルンバ", "de-jg4avhby1noc0d"),
        ("そのスピードで", "d9juau41awczczp"),
        ("-> $1.00 <-", "-> $1.00 <--"),
    ];

    #[test]
    fn the_samples_of_the_rfc_have_their_length() {
        for (text, encoded) in SAMPLES {
            let points: Vec<u32> = text.chars().map(u32::from).collect();
            assert_eq!(punycode_len(&points), encoded.len(), "{text}");
        }
    }

    #[test]
    fn the_bias_takes_a_step_above_455() {
        // With so many points that they do not matter: (36 · delta) / (delta + 38).
        assert_eq!(adapted_bias(455, 1_000), 36 * 455 / (455 + 38));
        assert_eq!(adapted_bias(456, 1_000), 36 + 36 * 13 / (13 + 38));
    }

    #[test]
    fn an_ascii_label_counts_the_dot_before_it() {
        let label = "a".repeat(62);
        assert!(!is_too_long(&label, "a"));
        assert!(is_too_long(&label, "aa"));
        assert!(is_too_long(".a", &label));
    }

    #[test]
    fn another_label_counts_in_its_ascii_form() {
        assert_eq!(ascii_len("blåbær".chars()), "xn--blbr-roah".len());
        let fits = "é".repeat(57);
        assert!(!is_too_long(".", &fits));
        assert!(is_too_long(&fits, "éé"));
        assert!(!is_too_long(&fits, "。éé"));
    }

    #[test]
    fn a_label_is_measured_in_lower_case() {
        let (upper, lower) = ("ÆØÅ".repeat(9), "æøå".repeat(9));
        assert_eq!(is_too_long(&upper, ""), is_too_long(&lower, ""));
    }
}
