//! Patterns of postal codes, and whether a text is of one.
//!
//! A pattern is a small regular expression over the whole text: the characters from the
//! blank to `_`, `\d`, classes (`[A-HJ]`), groups, `|`, and after a piece `?`, `{n}` or
//! `{n,m}`. The compiler reads it into steps.

/// One step of a pattern. A pattern is one or more alternatives.
#[derive(Debug, Clone, Copy)]
pub(super) enum Step {
    /// The steps of an alternative come next, so many of them. All that it takes begins
    /// with a character of the class `first`, unless that is [`ANY`].
    Alternative { len: u16, first: Class },
    /// The alternatives of a group come next, which have so many steps together.
    Group { len: u16, optional: bool },
    /// A character of the class, at least and at most so many times.
    Take { class: Class, least: u8, most: u8 },
}

/// The characters of a class: the blank is the first bit, and `_` the last.
type Class = u64;

/// Whatever is there, or nothing.
const ANY: Class = Class::MAX;

const FIRST: u8 = b' ';
const LAST: u8 = b'_';

/// The class of each character of a text, and no class after its end.
type Text = [Class; 31];

/// Places in a text, of which it has at most 32: the bit of a place is set if the
/// pattern can have come there. So a pattern is gone through once, and nothing is tried
/// twice.
type Places = u32;

const START: Places = 1;

/// Whether the whole text is of the pattern.
pub(super) fn matches(pattern: &[Step], text: &str) -> bool {
    let mut classes: Text = [0; 31];
    let Some(text_classes) = classes.get_mut(..text.len()) else {
        return false;
    };
    for (class, byte) in text_classes.iter_mut().zip(text.bytes()) {
        *class = class_of(byte);
    }
    let end = u32::try_from(text.len()).map_or(0, |len| START.unbounded_shl(len));
    after_any(pattern, &classes, START) & end != 0
}

/// The class of one character only; empty if no pattern knows it.
fn class_of(byte: u8) -> Class {
    1_u64.unbounded_shl(u32::from(byte.wrapping_sub(FIRST)))
}

/// The places after any of the alternatives.
fn after_any(mut alternatives: &[Step], text: &Text, from: Places) -> Places {
    let at_hand = classes_at(from, text);
    let mut to = 0;
    while let [Step::Alternative { len, first }, rest @ ..] = alternatives {
        let (steps, next) = split(rest, *len);
        // Nearly all areas of GB end here: 80 ns for its codes, and not 130.
        if *first == ANY || first & at_hand != 0 {
            to |= after_all(steps, text, from);
        }
        alternatives = next;
    }
    to
}

/// The characters at any of the places.
fn classes_at(places: Places, text: &Text) -> Class {
    places_of(text, places).fold(0, |classes, (_, character)| classes | character)
}

/// The places after all of the steps.
fn after_all(mut steps: &[Step], text: &Text, from: Places) -> Places {
    let mut here = from;
    while let [step, rest @ ..] = steps {
        steps = rest;
        here = match *step {
            // The commonest piece by far.
            Step::Take {
                class,
                least: 1,
                most: 1,
            } => after_character(class, text, here),
            Step::Take { class, least, most } => after_characters(class, least, most, text, here),
            Step::Group { len, optional } => {
                let (group, next) = split(rest, len);
                steps = next;
                after_any(group, text, here) | if optional { here } else { 0 }
            }
            Step::Alternative { .. } => 0, // stands only where alternatives do
        };
        if here == 0 {
            break;
        }
    }
    here
}

fn after_characters(class: Class, least: u8, most: u8, text: &Text, from: Places) -> Places {
    let mut here = from;
    let mut to = if least == 0 { from } else { 0 };
    for times in 1..=most {
        here = after_character(class, text, here);
        if times >= least {
            to |= here;
        }
    }
    to
}

fn after_character(class: Class, text: &Text, from: Places) -> Places {
    let taken = places_of(text, from).filter(|(_, character)| class & character != 0);
    taken.fold(0, |to, (place, _)| to | place << 1)
}

/// Each of the places, and the character there.
fn places_of(text: &Text, places: Places) -> impl Iterator<Item = (Places, Class)> {
    let mut left = places;
    core::iter::from_fn(move || {
        let place = left & left.wrapping_neg();
        left ^= place;
        let character = text.get(usize::try_from(place.trailing_zeros()).ok()?)?;
        Some((place, *character))
    })
}

fn split(steps: &[Step], len: u16) -> (&[Step], &[Step]) {
    steps.split_at_checked(usize::from(len)).unwrap_or_default()
}

/// Reads patterns into steps, one after the other, at compile time.
pub(super) struct Reader<const N: usize> {
    pub(super) steps: [Step; N],
    pub(super) len: usize,
}

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    reason = "done by the compiler, which would refuse it"
)]
impl<const N: usize> Reader<N> {
    pub(super) const fn new() -> Self {
        Self {
            steps: [Self::TO_COME; N],
            len: 0,
        }
    }

    /// Stands for a step until its length is known.
    const TO_COME: Step = Step::Alternative { len: 0, first: 0 };

    /// Adds the steps of a pattern.
    pub(super) const fn read(&mut self, pattern: &str) {
        self.alternatives(pattern.as_bytes());
    }

    const fn add(&mut self, step: Step) -> usize {
        self.steps[self.len] = step;
        self.len += 1;
        self.len
    }

    const fn len_from(&self, start: usize) -> u16 {
        (self.len - start) as u16
    }

    /// Reads pieces with `|` between them; this and all that follow give what is after.
    const fn alternatives<'a>(&mut self, mut pattern: &'a [u8]) -> &'a [u8] {
        loop {
            let start = self.add(Self::TO_COME);
            pattern = self.pieces(pattern);
            let first = match self.steps[start] {
                Step::Take { class, least, .. } if least > 0 && start < self.len => class,
                _ => ANY,
            };
            let len = self.len_from(start);
            self.steps[start - 1] = Step::Alternative { len, first };
            match pattern {
                [b'|', rest @ ..] => pattern = rest,
                _ => return pattern,
            }
        }
    }

    const fn pieces<'a>(&mut self, mut pattern: &'a [u8]) -> &'a [u8] {
        loop {
            pattern = match pattern {
                [] | [b'|' | b')', ..] => return pattern,
                [b'(', rest @ ..] => self.group(rest),
                _ => self.characters(pattern),
            };
        }
    }

    /// Reads a group from after its opening parenthesis.
    const fn group<'a>(&mut self, pattern: &'a [u8]) -> &'a [u8] {
        let start = self.add(Self::TO_COME);
        let rest = self.alternatives(pattern);
        let (optional, rest) = match rest {
            [b')', b'?', rest @ ..] => (true, rest),
            [b')', rest @ ..] => (false, rest),
            _ => (false, rest),
        };
        let len = self.len_from(start);
        self.steps[start - 1] = Step::Group { len, optional };
        rest
    }

    /// Reads a character, `\d` or a class in brackets, and how often it comes.
    const fn characters<'a>(&mut self, pattern: &'a [u8]) -> &'a [u8] {
        let (class, rest) = match pattern {
            [b'[', rest @ ..] => brackets(rest),
            _ => one_of(pattern),
        };
        let (least, most, rest) = match rest {
            [b'?', rest @ ..] => (0, 1, rest),
            [b'{', n, b'}', rest @ ..] => (digit(*n), digit(*n), rest),
            [b'{', n, b',', m, b'}', rest @ ..] => (digit(*n), digit(*m), rest),
            _ => (1, 1, rest),
        };
        self.add(Step::Take { class, least, most });
        rest
    }
}

/// Reads a class from after its opening bracket.
const fn brackets(mut pattern: &[u8]) -> (Class, &[u8]) {
    let mut class = 0;
    loop {
        let (part, rest) = match pattern {
            [b']', rest @ ..] => return (class, rest),
            [] => return (class, pattern),
            [first, b'-', last, rest @ ..] if *last != b']' => (range(*first, *last), rest),
            _ => one_of(pattern),
        };
        class |= part;
        pattern = rest;
    }
}

/// Reads `\d` or a character that stands for itself.
const fn one_of(pattern: &[u8]) -> (Class, &[u8]) {
    match pattern {
        [b'\\', b'd', rest @ ..] => (range(b'0', b'9'), rest),
        [byte, rest @ ..] => (range(*byte, *byte), rest),
        [] => (0, pattern),
    }
}

/// The characters from `first` to `last`. One that no class can hold does not compile.
#[expect(
    clippy::arithmetic_side_effects,
    reason = "done by the compiler, which would refuse it"
)]
const fn range(first: u8, last: u8) -> Class {
    Class::MAX >> (LAST - last) & Class::MAX << (first - FIRST)
}

/// The value of a digit.
const fn digit(byte: u8) -> u8 {
    byte.wrapping_sub(b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A pattern, what it accepts and what it refuses.
    const CASES: &[(&str, &[&str], &[&str])] = &[
        ("", &[""], &["A"]),
        ("AB", &["AB"], &["", "A", "ABC", "ab", "BA"]),
        (r"\d", &["0", "9"], &["/", ":", "", "10", "٣"]),
        (r"[A-CX]", &["A", "B", "C", "X"], &["D", "@", "a", "-", "W"]),
        (r"[\dA-]", &["0", "9", "A", "-"], &["B", "d", "\\"]),
        (r"[ -]?", &["", " ", "-"], &["!", "  ", "+", "`", "\u{1f}"]),
        (r"A{2}", &["AA"], &["A", "AAA"]),
        (r"A{1,3}", &["A", "AA", "AAA"], &["", "AAAA"]),
        (
            r"\d{4,5}|\d-\d",
            &["1234", "12345", "1-2"],
            &["123", "123456", "1-23", "12-3"],
        ),
        (
            r"A(B|CD)E",
            &["ABE", "ACDE"],
            &["AE", "ABCDE", "ACE", "ABE)"],
        ),
        (r"A(B)?C", &["AC", "ABC"], &["ABBC", "AB"]),
        (
            r"(A(B|C)?|D)E",
            &["AE", "ABE", "ACE", "DE"],
            &["E", "ABCE", "DBE", "ADE"],
        ),
        (
            r"(X(Y|Z)|A)|B",
            &["XY", "XZ", "A", "B"],
            &["X", "Y", "Z", "XYZ", "AB"],
        ),
        // A later piece may take what an earlier one could have taken.
        (r"A?A?AA", &["AA", "AAA", "AAAA"], &["A", "AAAAA"]),
        (
            r"\d\d? ?\d[A-Z]",
            &["11A", "1 1A", "111A", "11 1A"],
            &["1A", "1111A", "11  1A"],
        ),
    ];

    fn is_of(pattern: &str, text: &str) -> bool {
        let mut reader = Reader::<32>::new();
        reader.read(pattern);
        matches(&reader.steps[..reader.len], text)
    }

    #[test]
    fn accepted() {
        for (pattern, accepted, _) in CASES {
            for text in *accepted {
                assert!(is_of(pattern, text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn refused() {
        for (pattern, _, refused) in CASES {
            for text in *refused {
                assert!(!is_of(pattern, text), "{pattern} {text:?}");
            }
        }
    }

    #[test]
    fn a_text_of_32_bytes_is_too_long() {
        assert!(is_of("A{9}A{9}A{9}A{4}", &"A".repeat(31)));
        assert!(!is_of("A{9}A{9}A{9}A{5}", &"A".repeat(32)));
    }
}
