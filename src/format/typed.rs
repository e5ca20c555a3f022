//! Numbers as people type them: grouped by blanks and dashes, in either case, and with
//! characters that only look like those of ASCII.

use alloc::borrow::Cow;
use alloc::string::String;

/// The characters of a number without those that group them, in capitals.
#[derive(Clone, Copy)]
pub(super) struct Compact {
    bytes: [u8; Self::CAPACITY],
    len: usize,
}

impl Compact {
    /// More than any number has.
    const CAPACITY: usize = 24;

    const EMPTY: Self = Self {
        bytes: [0; Self::CAPACITY],
        len: 0,
    };

    /// Reads a text without the white space around it and without its separators.
    pub(super) fn read(text: &str, is_separator: impl Fn(u8) -> bool) -> Option<Self> {
        let mut compact = Self::EMPTY;
        for character in text.trim().chars() {
            let byte = match u8::try_from(character) {
                Ok(byte) if byte.is_ascii() => byte,
                _ => look_alike(character)?,
            };
            if !is_separator(byte) {
                compact.push(byte.to_ascii_uppercase())?;
            }
        }
        Some(compact)
    }

    /// These bytes in one; `None` if they are too many.
    pub(super) fn concat<'a>(parts: impl IntoIterator<Item = &'a [u8]>) -> Option<Self> {
        let mut compact = Self::EMPTY;
        for part in parts {
            let end = compact.len.saturating_add(part.len());
            let room = compact.bytes.get_mut(compact.len..end)?;
            room.copy_from_slice(part);
            compact.len = end;
        }
        Some(compact)
    }

    fn push(&mut self, byte: u8) -> Option<()> {
        *self.bytes.get_mut(self.len)? = byte;
        self.len = self.len.saturating_add(1);
        Some(())
    }

    pub(super) fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }

    /// The text, which is `typed` itself if that was compact already.
    pub(super) fn into_text(self, typed: Cow<'_, str>) -> Cow<'_, str> {
        if typed.as_bytes() == self.as_bytes() {
            return typed;
        }
        let characters = self.as_bytes().iter().copied().map(char::from);
        Cow::Owned(characters.collect::<String>())
    }
}

/// The values of `N` digits, from 0 to 9; `None` if the text is anything else.
pub(super) fn digits<const N: usize>(text: &[u8]) -> Option<[u8; N]> {
    let mut digits: [u8; N] = text.try_into().ok()?;
    for digit in &mut digits {
        *digit = digit.wrapping_sub(b'0');
        if *digit > 9 {
            return None;
        }
    }
    Some(digits)
}

/// The number that two digits spell.
pub(super) const fn pair(tens: u8, ones: u8) -> u8 {
    tens.wrapping_mul(10).wrapping_add(ones)
}

/// The number that the digits spell.
pub(super) fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |number: u32, digit| {
        number.wrapping_mul(10).wrapping_add(u32::from(*digit))
    })
}

/// The ASCII character that this one looks like.
///
/// The list is that of `stdnum.util.clean` in python-stdnum 2.2, as far as numbers of
/// the Nordic countries have such characters in them.
fn look_alike(character: char) -> Option<u8> {
    Some(match character {
        '\u{FF10}'..='\u{FF19}' => digit(character, 0xFF10)?,
        // Five alphabets of ten digits: bold, double-struck and so on.
        '\u{1D7CE}'..='\u{1D7FF}' => digit(character, 0x1D7CE)?,
        '\u{A0}' | '\u{2000}'..='\u{200A}' | '\u{202F}' | '\u{205F}' | '\u{3000}' => b' ',
        '\u{AF}'
        | '\u{2D7}'
        | '\u{58A}'
        | '\u{5BE}'
        | '\u{1680}'
        | '\u{180A}'
        | '\u{2010}'..='\u{2015}'
        | '\u{203E}'
        | '\u{2043}'
        | '\u{207B}'
        | '\u{208B}'
        | '\u{2212}'
        | '\u{23AF}'
        | '\u{23BA}'..='\u{23BD}'
        | '\u{23E4}'
        | '\u{FE63}'
        | '\u{FF0D}'
        | '\u{FFE3}' => b'-',
        '\u{B8}'
        | '\u{60C}'
        | '\u{66B}'..='\u{66C}'
        | '\u{201A}'
        | '\u{2032}'
        | '\u{2E34}'
        | '\u{3001}'
        | '\u{FE10}'
        | '\u{FE50}'..='\u{FE51}'
        | '\u{FF0C}' => b',',
        '\u{B7}'
        | '\u{2D9}'
        | '\u{387}'
        | '\u{6D4}'
        | '\u{701}'..='\u{702}'
        | '\u{830}'
        | '\u{F0B}'..='\u{F0C}'
        | '\u{16EB}'
        | '\u{2022}'
        | '\u{2024}'
        | '\u{2027}'
        | '\u{2219}'
        | '\u{22C5}'
        | '\u{2E31}'
        | '\u{2E33}'
        | '\u{3002}'
        | '\u{30FB}'
        | '\u{FBB2}'..='\u{FBB3}'
        | '\u{FE52}'
        | '\u{FF0E}'
        | '\u{FF65}'
        | '\u{10101}'
        | '\u{1091F}'
        | '\u{10A50}' => b'.',
        '\u{83C}' | '\u{2044}' | '\u{2215}' | '\u{27CB}' | '\u{29F8}' | '\u{FF0F}' => b'/',
        '\u{1361}' | '\u{16EC}' | '\u{1804}' | '\u{FE13}' | '\u{FE30}' | '\u{FE55}'
        | '\u{FF1A}' => b':',
        _ => return None,
    })
}

/// The ASCII digit that a character is, in an alphabet that begins with this zero.
fn digit(character: char, zero: u32) -> Option<u8> {
    let value = u32::from(character).wrapping_sub(zero) % 10;
    u8::try_from(char::from_digit(value, 10)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let compact = Compact::read(text, |byte| b" -.,/:".contains(&byte))?;
        Some(compact.into_text(Cow::Borrowed("")).into_owned())
    }

    #[test]
    fn what_groups_the_characters_is_left_out() {
        for text in [
            "12ab+34",
            "\t 12AB+34\r\n",
            "1-2 a.b,+/3:4",
            "\u{2003}12\u{A0}AB\u{2013}+34",
            "１２ab+３４",
            "\u{1D7CF}\u{1D7DA}ab+\u{1D7E5}\u{1D7FA}",
            "1·2‚a⁄b：+34",
        ] {
            assert_eq!(read(text).as_deref(), Some("12AB+34"), "{text:?}");
        }
    }

    #[test]
    fn what_looks_like_nothing_in_ascii_is_refused() {
        for text in [
            "é",
            "١",
            "1\u{200B}2",
            "1\u{2028}2",
            "Ａ",
            "²",
            "\u{1D7CD}",
            "\u{1D800}",
        ] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_text_too_long_is_refused_and_separators_count_for_nothing() {
        assert!(read(&"1".repeat(24)).is_some());
        assert_eq!(read(&"1".repeat(25)), None);
        assert_eq!(read(&" - ".repeat(1 << 16)).as_deref(), Some(""));
        assert!(Compact::concat([b"111111111111".as_slice(), b"1111111111112"]).is_none());
    }

    #[test]
    fn a_compact_text_is_not_copied() {
        let compact = Compact::read("12-A", |_| false).unwrap();
        assert!(matches!(
            compact.into_text(Cow::Borrowed("12-A")),
            Cow::Borrowed("12-A")
        ));
        assert!(matches!(
            compact.into_text(Cow::Borrowed("12-a")),
            Cow::Owned(_)
        ));
    }

    #[test]
    fn digits_are_of_ascii_and_of_the_right_number() {
        assert_eq!(digits(b"0189"), Some([0, 1, 8, 9]));
        for text in ["", "018", "01890", "018/", "018:", "018A"] {
            assert_eq!(digits::<4>(text.as_bytes()), None, "{text:?}");
        }
        assert_eq!(number(&[0, 1, 8, 9]), 189);
    }
}
