//! Regular expressions for JSON Schema, whose syntax is that of ECMA 262.

use alloc::string::String;
use core::iter::Peekable;
use core::str::Chars;

/// The expression in the syntax of ECMA 262, or `None` if it contains a construct that the
/// `regex` crate and ECMA 262 do not share or read differently.
///
/// Shared are: literal characters, `.`, `^`, `$`, alternatives, groups, repetitions, classes of
/// characters and ranges, `\d` and `\D`, and escapes of punctuation and control characters. Not
/// shared are, for example, `\w`, `\s` and `\b`, which are about Unicode in one and about ASCII
/// in the other, and flags such as `(?i)`.
pub(super) fn ecma(source: &str) -> Option<String> {
    let mut reader = Reader {
        chars: source.chars().peekable(),
        ecma: String::with_capacity(source.len()),
    };
    reader.expression()?;
    Some(reader.ecma)
}

struct Reader<'s> {
    chars: Peekable<Chars<'s>>,
    ecma: String,
}

/// An entry of a class in brackets.
#[derive(Clone, Copy)]
enum Entry {
    /// One character, which can start or end a range.
    One(char),
    /// A range, or a class such as `\d`.
    Many,
}

impl Reader<'_> {
    fn expression(&mut self) -> Option<()> {
        let mut depth: usize = 0;
        let mut is_repeatable = false;
        while let Some(c) = self.chars.next() {
            is_repeatable = match c {
                '\\' => self.escape(false).is_some().then_some(true)?,
                '[' => self.class().map(|()| true)?,
                // All but line feeds, as in the `regex` crate. In ECMA 262 a dot excludes three
                // more characters.
                '.' => self.push("[^\\n]", true),
                '(' => {
                    depth = depth.saturating_add(1);
                    self.group()?
                }
                ')' => {
                    depth = depth.checked_sub(1)?;
                    self.push(")", true)
                }
                '*' | '+' | '?' if is_repeatable => {
                    self.ecma.push(c);
                    self.laziness()
                }
                '{' if is_repeatable => self.count()?,
                '*' | '+' | '?' | '{' | '}' | ']' => return None,
                '^' | '$' | '|' => {
                    self.ecma.push(c);
                    false
                }
                c => {
                    self.ecma.push(c);
                    true
                }
            };
        }
        (depth == 0).then_some(())
    }

    fn push(&mut self, text: &str, is_repeatable: bool) -> bool {
        self.ecma.push_str(text);
        is_repeatable
    }

    /// A group, from after its parenthesis. Nothing can be repeated at its start.
    fn group(&mut self) -> Option<bool> {
        self.ecma.push('(');
        if self.chars.next_if_eq(&'?').is_some() {
            self.chars.next_if_eq(&':')?;
            self.ecma.push_str("?:");
        }
        Some(false)
    }

    /// The `?` that makes a repetition lazy. No repetition can follow it.
    fn laziness(&mut self) -> bool {
        if let Some(lazy) = self.chars.next_if_eq(&'?') {
            self.ecma.push(lazy);
        }
        false
    }

    /// A repetition such as `{2}`, `{2,}` or `{2,3}`, from after its brace.
    fn count(&mut self) -> Option<bool> {
        self.ecma.push('{');
        self.digits().then_some(())?;
        if let Some(comma) = self.chars.next_if_eq(&',') {
            self.ecma.push(comma);
            self.digits();
        }
        self.ecma.push(self.chars.next_if_eq(&'}')?);
        Some(self.laziness())
    }

    fn digits(&mut self) -> bool {
        let mut has_digit = false;
        while let Some(digit) = self.chars.next_if(char::is_ascii_digit) {
            self.ecma.push(digit);
            has_digit = true;
        }
        has_digit
    }

    /// An escape, from after its backslash.
    fn escape(&mut self, is_in_class: bool) -> Option<Entry> {
        let c = self.chars.next()?;
        let entry = match c {
            'd' | 'D' => Entry::Many,
            'n' => Entry::One('\n'),
            'r' => Entry::One('\r'),
            't' => Entry::One('\t'),
            'f' => Entry::One('\u{c}'),
            'v' => Entry::One('\u{b}'),
            '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|'
            | '/' => Entry::One(c),
            '-' if is_in_class => Entry::One(c),
            _ => return None,
        };
        self.ecma.push('\\');
        self.ecma.push(c);
        Some(entry)
    }

    /// A class in brackets, from after its bracket.
    fn class(&mut self) -> Option<()> {
        self.ecma.push('[');
        if let Some(not) = self.chars.next_if_eq(&'^') {
            self.ecma.push(not);
        }
        let mut before = None;
        loop {
            let c = self.chars.next()?;
            before = Some(match (c, before) {
                (']', Some(_)) => {
                    self.ecma.push(c);
                    return Some(());
                }
                ('\\', _) => self.escape(true)?,
                // In the `regex` crate a bracket nests, and a double sign is an operation on sets.
                ('[' | ']', _) => return None,
                ('&' | '~' | '-', _) if self.chars.peek() == Some(&c) => return None,
                ('-', Some(entry)) if self.chars.peek() != Some(&']') => self.range(entry)?,
                _ => {
                    self.ecma.push(c);
                    Entry::One(c)
                }
            });
        }
    }

    /// The rest of a range, from after its hyphen.
    fn range(&mut self, first: Entry) -> Option<Entry> {
        self.ecma.push('-');
        let last = match self.chars.next()? {
            '\\' => self.escape(true)?,
            '[' | ']' => return None,
            c => {
                self.ecma.push(c);
                Entry::One(c)
            }
        };
        match (first, last) {
            (Entry::One(first), Entry::One(last)) if first <= last => Some(Entry::Many),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared() {
        let cases = [
            ("", ""),
            ("^[0-9]{11}$", "^[0-9]{11}$"),
            (r"^\d{4} ?[A-Z]{2}$", r"^\d{4} ?[A-Z]{2}$"),
            (r"^\+47|0{2,}?$", r"^\+47|0{2,}?$"),
            ("^(?:ab|c)+?(d)*$", "^(?:ab|c)+?(d)*$"),
            (r"a.b\.c", r"a[^\n]b\.c"),
            (r"[^\D-][-a][a-][\[\]\-/]", r"[^\D-][-a][a-][\[\]\-/]"),
            ("[æ-øÅ]|", "[æ-øÅ]|"),
            (r"\t\/[\t-\r]", r"\t\/[\t-\r]"),
            ("[.$&~^]", "[.$&~^]"),
        ];
        for (source, expected) in cases {
            assert_eq!(ecma(source).as_deref(), Some(expected), "{source}");
            assert!(crate::Pattern::new(source).is_valid(), "{source}");
        }
    }

    #[test]
    fn not_shared() {
        let cases = [
            r"\w",
            r"\s",
            r"\b",
            r"\pL",
            r"\x41",
            r"\-",
            r"\#",
            r"\",
            "(?i)a",
            "(?P<n>a)",
            "(?<n>a)",
            "(?=a)",
            "(a",
            "a)",
            "[]a]",
            "[]",
            "[^]",
            "[a",
            "[[:alpha:]]",
            "[a&&b]",
            "[a--b]",
            "[a~~b]",
            r"[\d-a]",
            r"[a-\d]",
            "[z-a]",
            "[a-c-e]",
            "a**",
            "a++",
            "a{2}{3}",
            "^*",
            "*",
            "{2}",
            "a{,2}",
            "a{2",
            "a{b}",
            "}",
            "]",
            "(*)",
            "|?",
            "a???",
        ];
        for source in cases {
            assert_eq!(ecma(source), None, "{source}");
        }
    }
}
