//! Punycode: how a label of any script is written in ASCII (RFC 3492).

use smallvec::SmallVec;

/// The characters of a label, off the heap unless it is too long.
pub(super) type Characters = SmallVec<[char; 64]>;

/// The length of the Punycode of a label (RFC 3492, section 6.3).
///
/// Quadratic in the number of characters, which the caller bounds.
pub(super) fn encoded_len(label: &[char]) -> usize {
    let points = || label.iter().map(|&character| u32::from(character));
    let basic = points().filter(|&point| point < INITIAL_POINT).count();
    let mut len = basic.saturating_add(usize::from(basic > 0)); // and the delimiter

    let mut delta = 0_u32;
    let mut bias = INITIAL_BIAS;
    let mut damp = INITIAL_DAMP;
    let mut next_place = u32::try_from(basic).unwrap_or(u32::MAX).saturating_add(1);
    let mut floor = INITIAL_POINT;
    while let Some(point) = points().filter(|&point| point >= floor).min() {
        delta = delta.saturating_add(point.saturating_sub(floor).saturating_mul(next_place));
        for other in points() {
            if other < point {
                delta = delta.saturating_add(1);
            } else if other == point {
                len = len.saturating_add(digits(delta, bias));
                bias = adapted_bias(delta.checked_div(damp).unwrap_or(0), next_place);
                damp = DAMP;
                next_place = next_place.saturating_add(1);
                delta = 0;
            }
        }
        delta = delta.saturating_add(1);
        floor = point.saturating_add(1);
    }
    len
}

/// The label that an ASCII text stands for, if it is Punycode (RFC 3492, section
/// 6.2). No number on the way may exceed 31 bits, as in ICU.
pub(super) fn decoded(code: &[char]) -> Option<Characters> {
    let delimiter = code.iter().rposition(|&character| character == '-');
    let (basic, deltas) = code.split_at_checked(delimiter.unwrap_or(0))?;
    let mut deltas = deltas.iter().copied();
    if !basic.is_empty() {
        deltas.next(); // the delimiter
    }
    let mut label = Characters::from_slice(basic);

    let mut point = INITIAL_POINT;
    let mut place = 0_u32;
    let mut bias = INITIAL_BIAS;
    let mut damp = INITIAL_DAMP;
    while deltas.len() > 0 {
        let delta = decoded_delta(&mut deltas, bias, place)?;
        let places = u32::try_from(label.len()).ok()?.checked_add(1)?;
        bias = adapted_bias(delta.checked_div(damp)?, places);
        damp = DAMP;
        place = place.checked_add(delta)?;
        point = point.checked_add(place.checked_div(places)?)?;
        place = place.checked_rem(places)?;
        label.insert(usize::try_from(place).ok()?, char::from_u32(point)?);
        place = place.checked_add(1)?;
    }
    Some(label)
}

/// Reads the digits of one delta, which is added to `place`.
fn decoded_delta(digits: &mut impl Iterator<Item = char>, bias: u32, place: u32) -> Option<u32> {
    let mut delta = 0_u32;
    let mut weight = 1_u32;
    let mut position = BASE;
    loop {
        let digit = match digits.next()? {
            letter @ 'a'..='z' => u32::from(letter).checked_sub(u32::from('a'))?,
            figure => figure.to_digit(10)?.checked_add(26)?,
        };
        delta = delta.checked_add(digit.checked_mul(weight)?)?;
        if delta.checked_add(place)? > NUMBER_LIMIT {
            return None;
        }
        let threshold = position.saturating_sub(bias).clamp(1, 26);
        if digit < threshold {
            return Some(delta);
        }
        weight = weight.checked_mul(BASE.checked_sub(threshold)?)?;
        if weight > NUMBER_LIMIT {
            return None;
        }
        position = position.checked_add(BASE)?;
    }
}

/// The parameters of RFC 3492, section 5.
const BASE: u32 = 36;
const DAMP: u32 = 2;
const INITIAL_BIAS: u32 = 72;
const INITIAL_DAMP: u32 = 700;
const INITIAL_POINT: u32 = 0x80;

/// The highest number that ICU calculates with.
const NUMBER_LIMIT: u32 = 0x7FFF_FFFF;

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
    use super::{Characters, adapted_bias, decoded, encoded_len};

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

    fn characters(text: &str) -> Characters {
        text.chars().collect()
    }

    #[test]
    fn the_samples_of_the_rfc_have_their_length() {
        for (text, encoded) in SAMPLES {
            assert_eq!(encoded_len(&characters(text)), encoded.len(), "{text}");
        }
    }

    #[test]
    fn the_samples_of_the_rfc_come_back() {
        for (text, encoded) in SAMPLES {
            let label = decoded(&characters(encoded));
            assert_eq!(label, Some(characters(text)), "{encoded}");
        }
    }

    #[test]
    fn what_is_no_punycode_has_no_label() {
        for code in ["-", "-a", "é", "A", "a-9", "99999999", "a-99999b"] {
            assert_eq!(decoded(&characters(code)), None, "{code}");
        }
    }

    #[test]
    fn the_bias_takes_a_step_above_455() {
        // With so many points that they do not matter: (36 · delta) / (delta + 38).
        assert_eq!(adapted_bias(455, 1_000), 36 * 455 / (455 + 38));
        assert_eq!(adapted_bias(456, 1_000), 36 + 36 * 13 / (13 + 38));
    }
}
