//! Regular expressions as rules: [`Pattern`].

use alloc::boxed::Box;
use alloc::string::String;
use core::fmt;

use once_cell::race::OnceBox;
use regex::Regex;

/// A regular expression, compiled once, on first use.
///
/// Nothing is added to the expression: write `^` and `$` where you want them. `\d` and
/// `\D` mean ASCII digits, as in the API's patterns. Everything else is the syntax of the
/// [`regex`] crate, whose matching time is linear in the length of the value.
///
/// A pattern is a `static` of its own, to which the table refers:
///
/// ```
/// use customer_rules::{Pattern, Rule::*, RuleSet, field};
///
/// static PLATE: Pattern = Pattern::new(r"^[A-Z]{2}\d{5}$");
/// static CAR: RuleSet = RuleSet::new(&[field("plate", &[Required, String, Pattern(&PLATE)])]);
///
/// assert!(CAR.check_json(br#"{"plate": "SV12345"}"#).is_ok());
/// assert!(CAR.check_json(br#"{"plate": "sv12345"}"#).is_err());
/// assert!(PLATE.is_valid());
/// ```
pub struct Pattern {
    source: &'static str,
    compiled: OnceBox<Option<Regex>>,
}

impl Pattern {
    /// A pattern from its source.
    ///
    /// The source cannot be checked at compile time. A malformed source matches nothing;
    /// assert [`Pattern::is_valid`] in a test.
    #[must_use]
    pub const fn new(source: &'static str) -> Self {
        Self {
            source,
            compiled: OnceBox::new(),
        }
    }

    /// The pattern as written.
    #[must_use]
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Whether the source is a valid regular expression.
    #[must_use]
    pub fn is_valid(&self) -> bool {
        self.regex().is_some()
    }

    /// Whether the pattern matches `text`.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    fn regex(&self) -> Option<&Regex> {
        self.compiled
            .get_or_init(|| Box::new(Regex::new(&ascii_digits(self.source)).ok()))
            .as_ref()
    }
}

impl fmt::Debug for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Pattern").field(&self.source).finish()
    }
}

/// Replaces `\d` and `\D` by ASCII classes, because in the `regex` crate they match the
/// digits of any script.
fn ascii_digits(source: &str) -> String {
    let mut ascii = String::with_capacity(source.len());
    let mut chars = source.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            ascii.push(c);
            continue;
        }
        match chars.next() {
            Some('d') => ascii.push_str("[0-9]"),
            Some('D') => ascii.push_str("[^0-9]"),
            escaped => {
                ascii.push('\\');
                ascii.extend(escaped);
            }
        }
    }
    ascii
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_ascii_wherever_they_stand() {
        let cases = [
            (r"^\d{3}$", "123", "١٢٣"),
            (r"^[\d-]+$", "1-2", "1-٢"),
            (r"^[^\d]$", "٣", "3"),
            (r"^\D$", "٣", "3"),
            (r"^[\D]$", "٣", "3"),
            (r"^\\d$", r"\d", "1"),
            (r"^(?i)æ\d$", "Æ1", "Æ١"),
        ];
        for (source, matching, other) in cases {
            let pattern = Pattern::new(source);
            assert!(pattern.is_valid(), "{source}");
            assert!(pattern.matches(matching), "{source}");
            assert!(!pattern.matches(other), "{source}");
        }
    }

    #[test]
    fn anchors_are_as_written() {
        assert!(Pattern::new("b").matches("abc"));
        assert!(!Pattern::new("^b$").matches("abc"));
        assert!(!Pattern::new("^b$").matches("b\n"));
    }

    #[test]
    fn a_malformed_source_matches_nothing() {
        for source in ["(", r"\", "[", "a{2,1}", r"(?P<n>\d"] {
            let pattern = Pattern::new(source);
            assert!(!pattern.is_valid());
            assert!(!pattern.matches("("));
            assert!(!pattern.matches(""));
        }
    }
}
