//! What `serde_json` does not tell of a text: whether a zero is `-0` or `-0.0`, what comes
//! after a number beyond the floats, and how deep and how spelt a skipped value is.

use alloc::string::String;
use core::ops::Range;

use super::read::MAX_DEPTH;
use super::state::TOO_DEEP;

/// A document that is spelt so that `serde_json` reads it as PHP does.
pub(super) struct Respelt {
    /// The document: `-0` is ` 0`, and a number beyond the floats is `infinity`. Every
    /// character keeps its place.
    pub(super) text: String,
    /// What stands for infinity.
    pub(super) infinity: f64,
}

/// Numbers of five characters, any of which may stand for infinity in a document that
/// does not have it: `1e309`, the shortest number beyond the floats, has five too.
const INFINITIES: [(&str, f64); 5] = [
    ("9e307", 9e307),
    ("8e307", 8e307),
    ("7e307", 7e307),
    ("6e307", 6e307),
    ("5e307", 5e307),
];

/// Respells a document.
pub(super) fn respell(text: &str) -> Respelt {
    let is_free = |(spelling, _): &&(&str, f64)| !text.contains(spelling);
    let (spelling, infinity) = *INFINITIES.iter().find(is_free).unwrap_or(&INFINITIES[0]);
    let mut respelt = String::with_capacity(text.len());
    let mut copied = 0;
    for token in Tokens::of(text) {
        let Token::Number(range) = token else {
            continue;
        };
        let number = text.get(range.clone()).unwrap_or_default();
        let negative = number.starts_with('-');
        let sign = if negative { "-" } else { "" };
        let is_beyond = number.parse::<f64>().is_ok_and(f64::is_infinite);
        if number != "-0" && !is_beyond {
            continue;
        }
        respelt.push_str(text.get(copied..range.start).unwrap_or_default());
        let (sign, digits) = if is_beyond {
            (sign, spelling)
        } else {
            ("", "0")
        };
        let blanks = number
            .len()
            .saturating_sub(sign.len().saturating_add(digits.len()));
        respelt.extend(core::iter::repeat_n(' ', blanks));
        respelt.push_str(sign);
        respelt.push_str(digits);
        copied = range.end;
    }
    respelt.push_str(text.get(copied..).unwrap_or_default());
    Respelt {
        text: respelt,
        infinity,
    }
}

/// Why a document is refused for a value that was skipped, and at which byte: nested too
/// deep, or half of a surrogate pair (decision 6).
pub(super) fn fault_of_skipped(text: &str) -> Option<(&'static str, usize)> {
    let opening = |b: &u8| matches!(b, b'[' | b'{');
    // The counts are quick, and nearly always enough.
    if text.bytes().filter(|b| opening(b)).count() <= MAX_DEPTH && !text.contains("\\u") {
        return None;
    }
    let mut depth: usize = 0;
    Tokens::of(text).find_map(|token| match token {
        Token::Open(at) => {
            depth = depth.saturating_add(1);
            (depth > MAX_DEPTH).then_some((TOO_DEEP, at))
        }
        Token::Close => {
            depth = depth.saturating_sub(1);
            None
        }
        Token::Text(range) => {
            let at = lone_surrogate(text.get(range.clone())?)?;
            Some((
                "lone leading surrogate in hex escape",
                range.start.saturating_add(at),
            ))
        }
        Token::Number(_) => None,
    })
}

/// Where half of a surrogate pair is escaped, in a string that is well-formed else.
fn lone_surrogate(string: &str) -> Option<usize> {
    let mut rest = string;
    let mut expects_low = None;
    while let Some(backslash) = rest.find('\\') {
        let at = string
            .len()
            .saturating_sub(rest.len())
            .saturating_add(backslash);
        if backslash > 0 && expects_low.is_some() {
            return expects_low;
        }
        let escape = rest.get(backslash..)?;
        let code = escape.get(2..6).filter(|_| escape.starts_with("\\u"));
        let code = code.and_then(|hex| u16::from_str_radix(hex, 16).ok());
        match (code, expects_low) {
            (Some(0xDC00..=0xDFFF), Some(_)) => expects_low = None,
            (Some(0xDC00..=0xDFFF), None) => return Some(at),
            (_, Some(high)) => return Some(high),
            (Some(0xD800..=0xDBFF), None) => expects_low = Some(at),
            _ => {}
        }
        rest = escape.get(if code.is_some() { 6 } else { 2 }..)?;
    }
    expects_low
}

/// What a JSON text is made of.
enum Token {
    /// A list or an object opens, at this byte.
    Open(usize),
    /// A list or an object closes.
    Close,
    /// A string, without its quotes.
    Text(Range<usize>),
    /// A number.
    Number(Range<usize>),
}

/// The tokens of a text that is JSON; of any other, some.
struct Tokens<'t> {
    text: &'t [u8],
    at: usize,
}

impl<'t> Tokens<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            text: text.as_bytes(),
            at: 0,
        }
    }

    /// Moves on while the bytes are such, and gives the range.
    fn take_while(&mut self, is_such: impl Fn(&u8) -> bool) -> Range<usize> {
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let len = rest.iter().position(|b| !is_such(b)).unwrap_or(rest.len());
        self.at = start.saturating_add(len);
        start..self.at
    }

    /// Moves on to the quote that ends a string.
    fn take_string(&mut self) -> Range<usize> {
        let start = self.at;
        loop {
            self.take_while(|b| !matches!(b, b'"' | b'\\'));
            match self.text.get(self.at) {
                Some(b'\\') => self.at = self.at.saturating_add(2),
                _ => break,
            }
        }
        let end = self.at.min(self.text.len());
        self.at = end.saturating_add(1);
        start..end
    }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        loop {
            let at = self.at;
            let byte = *self.text.get(at)?;
            if matches!(byte, b'-' | b'0'..=b'9') {
                let is_part = |b: &u8| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E');
                return Some(Token::Number(self.take_while(is_part)));
            }
            self.at = at.saturating_add(1);
            match byte {
                b'[' | b'{' => return Some(Token::Open(at)),
                b']' | b'}' => return Some(Token::Close),
                b'"' => return Some(Token::Text(self.take_string())),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn numbers_are_respelt_in_their_place() {
        let cases = [
            ("-0", " 0"),
            ("[-0,-0.0,-0e1,-01]", "[ 0,-0.0,-0e1,-01]"),
            (
                r#"{"-0": "-0\"-0", "a": -0}"#,
                r#"{"-0": "-0\"-0", "a":  0}"#,
            ),
            ("[1e309,-1e309]", "[9e307,-9e307]"),
            ("[1e400000, 9e307, -2.5e308]", "[   8e307, 9e307,   -8e307]"),
            ("[1e308, 12]", "[1e308, 12]"),
            ("\"\\", "\"\\"),
        ];
        for (text, expected) in cases {
            let respelt = respell(text);
            assert_eq!(respelt.text, expected);
            assert!(respelt.infinity.is_finite());
        }
    }

    #[test]
    fn faults_of_skipped_values() {
        let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
        assert_eq!(fault_of_skipped(&deep(128)), None);
        assert_eq!(fault_of_skipped(&deep(129)), Some((TOO_DEEP, 128)));
        // Brackets in strings open nothing.
        assert_eq!(fault_of_skipped(&format!("[{:?}]", deep(129))), None);
        let lone = |at| Some(("lone leading surrogate in hex escape", at));
        let cases = [
            (r#"["\ud83d\ude00"]"#, None),
            (r#"["\u00e6\n\\ud800"]"#, None),
            (r#"["\ud83d"]"#, lone(2)),
            (r#"["a\ude00"]"#, lone(3)),
            (r#"["\ud83dx\ude00"]"#, lone(2)),
            (r#"["\ud83d\n"]"#, lone(2)),
            (r#"["\ud83d\ud83d\ude00"]"#, lone(2)),
        ];
        for (text, expected) in cases {
            assert_eq!(fault_of_skipped(text), expected, "{text}");
        }
    }
}
