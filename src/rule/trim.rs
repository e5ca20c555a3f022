//! Trimming as the server does it; a blank text becomes null.

/// Whether the server trims `c`: Unicode `\s`, and three more characters.
fn is_trimmed(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\u{180E}')
}

/// Trims as the server does.
fn trim(text: &str) -> &str {
    text.trim_matches(is_trimmed)
}

/// The trimmed text, or `None` if it is blank, that is, if only characters are left that
/// PHP's own `trim` strips. The server keeps such a text (of NULs, say) but treats it as
/// null in every rule: `required` fails, and no other rule runs.
#[inline]
pub(crate) fn trimmed(text: &str) -> Option<&str> {
    // Nearly every value starts and ends with a visible ASCII character.
    if let ([first, ..], [.., last]) = (text.as_bytes(), text.as_bytes())
        && first.is_ascii_graphic()
        && last.is_ascii_graphic()
    {
        return Some(text);
    }
    let text = trim(text);
    let is_blank = |b: u8| matches!(b, b' ' | b'\t' | b'\n' | b'\r' | b'\0' | 0x0b);
    // The first byte that is not blank ends the search.
    (!text.bytes().all(is_blank)).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trimmed_characters() {
        let blanks = "\t\n\u{b}\u{c}\r \u{85}\u{a0}\u{1680}\u{2000}\u{200a}\u{2028}\u{2029}\u{202f}\
                      \u{205f}\u{3000}\u{feff}\u{200b}\u{180e}";
        for blank in blanks.chars() {
            assert_eq!(
                trim(&alloc::format!("{blank}a{blank}b{blank}")),
                alloc::format!("a{blank}b")
            );
        }
        for blank in ["", " ", "\0", " \0 \0", blanks] {
            assert_eq!(trimmed(blank), None, "{blank:?}");
        }
    }

    #[test]
    fn other_characters() {
        for c in "\0\u{1c}\u{1d}\u{1e}\u{1f}\u{ad}\u{200c}\u{200d}\u{200e}\u{2060}".chars() {
            let text = alloc::format!("{c}a{c}");
            assert_eq!(trim(&text), text);
        }
    }
}
