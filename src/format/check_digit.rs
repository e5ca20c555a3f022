//! Check digits, by which a slip of the pen is found.

/// The sum of the digits, each times its weight. The check digit makes it a multiple of
/// the modulus.
pub(super) fn weighted_sum<const N: usize>(digits: &[u8], weights: [u8; N]) -> u32 {
    let products = digits
        .iter()
        .zip(weights)
        .map(|(digit, weight)| u32::from(*digit).wrapping_mul(u32::from(weight)));
    products.sum()
}

/// Whether the last digit is the one that Luhn's formula asks for (ISO/IEC 7812-1,
/// annex B): every second digit, from the right, counts twice, and tens as ones.
pub(super) fn is_luhn(digits: &[u8]) -> bool {
    let from_the_right = digits.iter().rev().zip([1_u32, 2].into_iter().cycle());
    let sum: u32 = from_the_right
        .map(|(digit, weight)| {
            let product = u32::from(*digit).wrapping_mul(weight);
            (product / 10).wrapping_add(product % 10)
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digits_past_the_last_weight_do_not_count() {
        assert_eq!(weighted_sum(&[1, 2, 3], [3, 2]), 7);
    }

    /// The example of Skatteverket's SKV 704.
    #[test]
    fn luhn_tells_one_last_digit_from_nine() {
        for last in 0..=9 {
            assert_eq!(
                is_luhn(&[8, 1, 1, 2, 1, 8, 9, 8, 7, last]),
                last == 6,
                "{last}"
            );
        }
    }
}
