//! How long a domain label is in the form that DNS carries.

use unicode_normalization::char::is_combining_mark;

use super::mapping::{FAULT, is_canonical, mapped};
use super::punycode::{decoded, encoded_len};

/// The longest domain, in bytes, comments included (RFC 1035, section 2.3.4).
pub(super) const DOMAIN_LIMIT: usize = 253;

/// The longest label, in bytes (RFC 1035, section 2.3.4).
const LABEL_LIMIT: usize = 63;

/// The room that PHP gives ICU for its answer, in bytes. Without an answer Laravel
/// refuses the address.
const ANSWER_LIMIT: usize = 254;

/// Whether the label spelt by `head` and then `tail` is too long.
///
/// An ASCII label is measured as it comes, with the dot before it: so every label
/// but the first has 62 bytes, as on the server. Any other is measured as the
/// `xn--` label it becomes, without the dot.
pub(super) fn is_too_long(head: &str, tail: &str) -> bool {
    let len = head.len().saturating_add(tail.len());
    if head.is_ascii() && tail.is_ascii() {
        return len > LABEL_LIMIT;
    }
    // A longer label makes the domain too long.
    len > DOMAIN_LIMIT || !fits(&mapped(head.chars().chain(tail.chars())))
}

/// Whether each of the labels is short enough, and they are together: more than the
/// full stop is a dot to IDNA, and it is one by now.
fn fits(labels: &[char]) -> bool {
    let mut answer = labels.iter().filter(|&&character| character == '.').count();
    for label in labels.split(|&character| character == '.') {
        let Some(len) = ascii_len(label) else {
            return false;
        };
        answer = answer.saturating_add(len);
    }
    answer <= ANSWER_LIMIT
}

/// The length of a mapped label in its ASCII form, unless it is over the limit. A
/// label at fault has no such form: it stays as it is, at any length.
fn ascii_len(label: &[char]) -> Option<usize> {
    if let ['x', 'n', '-', '-', code @ ..] = label {
        return punycode_len(label, code);
    }
    match label {
        // The mark becomes a fault.
        [mark, rest @ ..] if is_combining_mark(*mark) => {
            return Some(utf8_len(rest).saturating_add(FAULT.len_utf8()));
        }
        _ if label.contains(&FAULT) => return Some(utf8_len(label)),
        _ => {}
    }
    let len = if label.iter().all(char::is_ascii) {
        label.len()
    } else if label.len() > LABEL_LIMIT {
        return None;
    } else {
        encoded_len(label).saturating_add("xn--".len())
    };
    (len <= LABEL_LIMIT).then_some(len)
}

/// The length of a label that begins with `xn--`, unless it is over the limit. If
/// that is no Punycode, ICU adds a fault to a name, so that it looks like none.
fn punycode_len(label: &[char], code: &[char]) -> Option<usize> {
    if !label.iter().all(char::is_ascii) {
        return Some(utf8_len(label));
    }
    let is_name = |&character: &char| character.is_ascii_alphanumeric() || character == '-';
    let is_punycode = || {
        !matches!(code, [] | [.., '-']) && decoded(code).is_some_and(|label| is_canonical(&label))
    };
    if label.iter().all(is_name) && !is_punycode() {
        return Some(label.len().saturating_add(FAULT.len_utf8()));
    }
    (label.len() <= LABEL_LIMIT).then_some(label.len())
}

/// The length of a label as text.
fn utf8_len(label: &[char]) -> usize {
    let lens = label.iter().map(|character| character.len_utf8());
    lens.fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::is_too_long;

    #[test]
    fn an_ascii_label_counts_the_dot_before_it() {
        let label = "a".repeat(62);
        assert!(!is_too_long(&label, "a"));
        assert!(is_too_long(&label, "aa"));
        assert!(is_too_long(".a", &label));
    }

    #[test]
    fn another_label_counts_in_its_ascii_form() {
        let fits = "é".repeat(57);
        assert!(!is_too_long(".", &fits));
        assert!(is_too_long(&fits, "éé"));
        assert!(!is_too_long(&fits, "。éé"));
    }

    #[test]
    fn a_label_at_fault_has_no_limit_but_that_of_the_answer() {
        for fault in ["\u{301}", "Ⴀ", "ｘn--", "ｘn--a-", "ｘn--99999999", "xn--é"] {
            assert!(!is_too_long(fault, &"a".repeat(100)), "{fault}");
        }
        assert!(!is_too_long("Ⴀ", &"ﬃ".repeat(83)));
        assert!(is_too_long("Ⴀ", &"ﬃ".repeat(84)));
    }

    #[test]
    fn punycode_has_the_limit_that_its_label_has() {
        let label = |letters: usize, digits: &str| format!("ｘn--{}-{digits}", "a".repeat(letters));
        assert!(!is_too_long(&label(53, "um73b"), ""));
        assert!(is_too_long(&label(54, "8g54b"), "")); // one more a before ☃
        assert!(!is_too_long(&label(55, "n13c"), "")); // Ӏ, which IDNA disallows
        assert!(is_too_long(&label(54, "8g54b"), "（")); // no Punycode, but no name either
    }
}
