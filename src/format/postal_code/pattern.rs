//! Patterns of postal codes, and whether a text is of one.
//!
//! A pattern is a small regular expression over the whole text: ASCII characters, `\d`,
//! classes (`[A-HJ]`), groups, `|`, and after a piece `?`, `{n}` or `{n,m}`.

/// Whether the whole text is of the pattern.
pub(super) fn matches(pattern: &str, text: &str) -> bool {
    let mut matcher = Matcher {
        pattern: pattern.as_bytes(),
        text: text.as_bytes(),
    };
    let end = u32::try_from(text.len())
        .ok()
        .and_then(|end| 1_u32.checked_shl(end));
    end.is_some_and(|end| matcher.alternatives(START) & end != 0)
}

/// Places in a text, of which it has fewer than 32: the bit of a place is set if the
/// pattern can have come there. So a pattern is read once, from left to right, and
/// nothing is tried twice.
type Places = u32;

const START: Places = 1;

/// The ASCII characters of a class, one bit each.
type Class = u128;

const DIGITS: Class = range(b'0', b'9');

struct Matcher<'a> {
    /// What is still to be read.
    pattern: &'a [u8],
    text: &'a [u8],
}

impl<'a> Matcher<'a> {
    /// Reads pieces with `|` between them, to the end of the group.
    fn alternatives(&mut self, from: Places) -> Places {
        let mut to = self.pieces(from);
        while let Some(rest) = self.pattern.strip_prefix(b"|") {
            self.pattern = rest;
            to |= self.pieces(from);
        }
        to
    }

    /// Reads piece after piece, to the end of the alternative.
    fn pieces(&mut self, from: Places) -> Places {
        let mut here = from;
        loop {
            here = match self.pattern {
                _ if here == 0 => return self.skip(),
                [] | [b'|' | b')', ..] => return here,
                [b'(', rest @ ..] => {
                    self.pattern = rest;
                    let to = self.alternatives(here);
                    self.pattern = self.pattern.strip_prefix(b")").unwrap_or_default();
                    if self.is_optional() { here | to } else { to }
                }
                _ => {
                    let class = self.class();
                    self.repeated(class, here)
                }
            };
        }
    }

    /// Goes to the end of an alternative that has failed.
    fn skip(&mut self) -> Places {
        let mut depth = 0_u32;
        let end = self.pattern.iter().position(|&byte| {
            let is_end = depth == 0 && matches!(byte, b'|' | b')');
            match byte {
                b'(' => depth = depth.saturating_add(1),
                b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            is_end
        });
        self.pattern = end
            .and_then(|end| self.pattern.get(end..))
            .unwrap_or_default();
        0
    }

    /// Reads one character, `\d` or a class in brackets.
    fn class(&mut self) -> Class {
        let (class, rest) = match self.pattern {
            [b'\\', b'd', rest @ ..] => (DIGITS, rest),
            [b'[', rest @ ..] => return self.brackets(rest),
            [byte, rest @ ..] => (range(*byte, *byte), rest),
            [] => (0, self.pattern),
        };
        self.pattern = rest;
        class
    }

    /// Reads a class from after its opening bracket.
    fn brackets(&mut self, mut rest: &'a [u8]) -> Class {
        let mut class = 0;
        loop {
            let (part, after) = match rest {
                [] | [b']', ..] => break,
                [b'\\', b'd', after @ ..] => (DIGITS, after),
                [first, b'-', last, after @ ..] if *last != b']' => (range(*first, *last), after),
                [byte, after @ ..] => (range(*byte, *byte), after),
            };
            class |= part;
            rest = after;
        }
        self.pattern = rest.strip_prefix(b"]").unwrap_or_default();
        class
    }

    /// Reads how often a class may come, and goes on by so many characters of it.
    fn repeated(&mut self, class: Class, from: Places) -> Places {
        let (least, most) = self.count();
        let mut here = from;
        let mut to = if least == 0 { from } else { 0 };
        for times in 1..=most {
            here = self.step(class, here);
            if times >= least {
                to |= here;
            }
        }
        to
    }

    fn count(&mut self) -> (u8, u8) {
        if self.is_optional() {
            return (0, 1);
        }
        let (least, most, rest) = match self.pattern {
            [b'{', n, b'}', rest @ ..] => (*n, *n, rest),
            [b'{', n, b',', m, b'}', rest @ ..] => (*n, *m, rest),
            _ => return (1, 1),
        };
        self.pattern = rest;
        (least.wrapping_sub(b'0'), most.wrapping_sub(b'0'))
    }

    fn is_optional(&mut self) -> bool {
        let Some(rest) = self.pattern.strip_prefix(b"?") else {
            return false;
        };
        self.pattern = rest;
        true
    }

    /// The places after one character of the class.
    fn step(&self, class: Class, from: Places) -> Places {
        let mut left = from;
        let mut to = 0;
        while left != 0 {
            let place = left.trailing_zeros();
            left &= left.wrapping_sub(1);
            let byte = usize::try_from(place)
                .ok()
                .and_then(|place| self.text.get(place));
            if byte.is_some_and(|byte| {
                byte.is_ascii() && class.unbounded_shr(u32::from(*byte)) & 1 == 1
            }) {
                to |= 2_u32.unbounded_shl(place);
            }
        }
        to
    }
}

/// The characters from `first` to `last`, which are ASCII.
const fn range(first: u8, last: u8) -> Class {
    let up_to_last = Class::MAX.unbounded_shr(127_u32.saturating_sub(last as u32));
    up_to_last & Class::MAX.unbounded_shl(first as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pattern, what it accepts and what it refuses.
    const CASES: &[(&str, &[&str], &[&str])] = &[
        ("", &[""], &["a"]),
        ("ab", &["ab"], &["", "a", "abc", "AB", "ba"]),
        (r"\d", &["0", "9"], &["/", ":", "", "10", "٣"]),
        (r"[A-CX]", &["A", "B", "C", "X"], &["D", "@", "a", "-", "W"]),
        (r"[\dA-]", &["0", "9", "A", "-"], &["B", "d", "\\"]),
        (r"[ -]?", &["", " ", "-"], &["!", "  ", "+"]),
        (r"a{2}", &["aa"], &["a", "aaa"]),
        (r"a{1,3}", &["a", "aa", "aaa"], &["", "aaaa"]),
        (
            r"\d{4,5}|\d-\d",
            &["1234", "12345", "1-2"],
            &["123", "123456", "1-23", "12-3"],
        ),
        (
            r"a(b|cd)e",
            &["abe", "acde"],
            &["ae", "abcde", "ace", "abe)"],
        ),
        (r"a(b)?c", &["ac", "abc"], &["abbc", "ab"]),
        (
            r"(a(b|c)?|d)e",
            &["ae", "abe", "ace", "de"],
            &["e", "abce", "dbe", "ade"],
        ),
        (
            r"(x(y|z)|a)|b",
            &["xy", "xz", "a", "b"],
            &["x", "y", "z", "xyz", "ab"],
        ),
        // A later piece may take what an earlier one could have taken.
        (r"a?a?aa", &["aa", "aaa", "aaaa"], &["a", "aaaaa"]),
        (
            r"\d\d? ?\d[A-Z]",
            &["11A", "1 1A", "111A", "11 1A"],
            &["1A", "1111A", "11  1A"],
        ),
    ];

    #[test]
    fn accepted() {
        for (pattern, accepted, _) in CASES {
            for text in *accepted {
                assert!(matches(pattern, text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn refused() {
        for (pattern, _, refused) in CASES {
            for text in *refused {
                assert!(!matches(pattern, text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn a_text_of_32_bytes_is_too_long() {
        assert!(matches("a{9}a{9}a{9}a{4}", &"a".repeat(31)));
        assert!(!matches("a{9}a{9}a{9}a{5}", &"a".repeat(32)));
    }
}
