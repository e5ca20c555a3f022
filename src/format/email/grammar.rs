//! The complete grammar of an address, over tokens.
//!
//! One look for forbidden characters, then one pass from left to right, a token at
//! a time and without recursion: nested comments are counted. It follows what the
//! server accepts, which is wider than RFC 5322 around quoted strings, comments and
//! domain literals; each such place says so.

use super::label::{self, DOMAIN_LIMIT};
use super::symbols::is_forbidden;
use Token::{
    At, Backslash, CarriageReturn, CloseComment, CloseLiteral, Dot, Hyphen, LineBreak, LineFeed,
    Nul, OpenComment, OpenLiteral, Quote, Separator, Space, Symbol, Tab, Word,
};

/// The tag of IPv6 literals (RFC 5321, section 4.1.3). To the server it is a token of
/// its own wherever a word begins with it, and so no word: no domain may contain it,
/// and a blank or a backslash may stand before it.
const LITERAL_TAG: &str = "IPv6";

/// Whether the text is an address. It is read as it is, without trimming.
pub(super) fn accepts(text: &str) -> bool {
    let mut tokens = Tokens { rest: text };
    !text.chars().any(is_forbidden) && local_part(&mut tokens) && domain(tokens)
}

/// What the grammar tells apart.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Token {
    /// ASCII letters, ASCII digits, or one character beyond ASCII.
    Word,
    Dot,
    At,
    Hyphen,
    Quote,
    Backslash,
    OpenComment,
    CloseComment,
    OpenLiteral,
    CloseLiteral,
    /// One of `,;:<>`, which separate addresses.
    Separator,
    Space,
    Tab,
    CarriageReturn,
    LineFeed,
    /// CR and LF together, which may fold a blank.
    LineBreak,
    Nul,
    /// Anything else, a pair of colons and the tag of IPv6 literals among it.
    Symbol,
}

/// The tokens of a text.
///
/// Where one word ends and the next begins matters only to the tag of IPv6 literals,
/// and to the length of a label with a comment: see [`domain_comment`].
struct Tokens<'a> {
    rest: &'a str,
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let mut characters = self.rest.chars();
        let first = characters.next()?;
        let after = characters.as_str();
        let (token, rest) = match first {
            _ if is_letter(first) => {
                let after = after.trim_start_matches(is_letter);
                // The server looks for the tag of IPv6 literals, so these digits end a word.
                let after = after.strip_prefix(['4', '6']).unwrap_or(after);
                let is_tag = until(after, self.rest) == LITERAL_TAG;
                (if is_tag { Symbol } else { Word }, after)
            }
            '0'..='9' => (Word, after.trim_start_matches(|c: char| c.is_ascii_digit())),
            ':' => match after.strip_prefix(':') {
                Some(after) => (Symbol, after),
                None => (Separator, after),
            },
            '\r' => match after.strip_prefix('\n') {
                Some(after) => (LineBreak, after),
                None => (CarriageReturn, after),
            },
            _ => (Token::of(first), after),
        };
        self.rest = rest;
        Some(token)
    }
}

impl Token {
    /// The token that a character is by itself.
    const fn of(character: char) -> Self {
        match character {
            '.' => Dot,
            '@' => At,
            '-' => Hyphen,
            '"' => Quote,
            '\\' => Backslash,
            '(' => OpenComment,
            ')' => CloseComment,
            '[' => OpenLiteral,
            ']' => CloseLiteral,
            ',' | ';' | '<' | '>' => Separator,
            ' ' => Space,
            '\t' => Tab,
            '\n' => LineFeed,
            '\0' => Nul,
            '\u{A1}' | '\u{BF}' => Symbol, // ¡ and ¿
            _ if character.is_ascii() => Symbol,
            _ => Word,
        }
    }

    /// What the token is to the one after it: a backslash takes the meaning from
    /// blanks and line ends.
    const fn after(self, before: Self) -> Self {
        match (before, self) {
            (Backslash, Space | Tab | CarriageReturn | LineFeed | LineBreak) => Symbol,
            _ => self,
        }
    }
}

/// The letters of a word: ASCII, and the two characters that are equal to an ASCII
/// letter but for their case (the long s and the Kelvin sign).
const fn is_letter(character: char) -> bool {
    character.is_ascii_alphabetic() || matches!(character, '\u{17F}' | '\u{212A}')
}

/// Reads the local part and the `@` after it.
#[expect(
    clippy::match_same_arms,
    reason = "each arm refuses for a reason of its own"
)]
fn local_part(tokens: &mut Tokens<'_>) -> bool {
    let mut before = Dot; // a dot may follow neither the start nor a dot
    while let Some(token) = tokens.next() {
        let token = token.after(before);
        match (before, token) {
            // A line break folds, so a blank goes on after it.
            (LineBreak, Space | Tab) => {}
            (LineBreak, _) => return false,
            // Dots stand between atoms.
            (Dot, Dot | At) => return false,
            // Nothing quotes a letter, and no atom begins after a blank.
            (Backslash | Space | Tab, Word) => return false,
            (_, Separator | OpenLiteral | CloseLiteral | CloseComment) => return false,
            (_, CarriageReturn | LineFeed) => return false,
            (_, Quote) => return quoted_string(tokens, before),
            (_, OpenComment) => return local_comment(tokens),
            (_, At) => return true,
            _ => {}
        }
        before = token;
    }
    false
}

/// Reads a quoted string from after its opening quote, and the `@` after it: it
/// is the end of the local part, but need not be the whole.
fn quoted_string(tokens: &mut Tokens<'_>, outside: Token) -> bool {
    // The first token may be a control character as it is.
    let mut before = match tokens.next() {
        Some(Quote) => return tokens.next() == Some(At),
        Some(Word) if outside == Word => return false,
        Some(first) => first,
        None => return false,
    };
    while let Some(token) = tokens.next() {
        before = match (before, token) {
            (Backslash, Quote) => Symbol,
            (_, Quote) => return tokens.next() == Some(At),
            (Backslash, _) => token,
            (_, Nul | Tab | CarriageReturn | LineFeed) => return false,
            _ => token,
        }
    }
    false
}

/// Reads a comment in the local part from after its opening parenthesis, and on
/// to the first `@`: what stands between is free, if only parentheses balance and
/// the last token may end a local part.
fn local_comment(tokens: &mut Tokens<'_>) -> bool {
    let mut depth = 1_isize;
    let mut before = OpenComment;
    for token in tokens {
        if token == At {
            return depth == 0
                && !matches!(
                    before,
                    Dot | Separator
                        | OpenLiteral
                        | CloseLiteral
                        | CarriageReturn
                        | LineFeed
                        | LineBreak
                );
        }
        depth = depth_after(depth, token);
        before = token.after(before);
    }
    false
}

/// The depth of comments after one more token; below zero if more were closed.
const fn depth_after(depth: isize, token: Token) -> isize {
    match token {
        OpenComment => depth.saturating_add(1),
        CloseComment => depth.saturating_sub(1),
        _ => depth,
    }
}

/// Reads the domain, which is the rest of the text.
fn domain(mut tokens: Tokens<'_>) -> bool {
    let start = tokens.rest;
    let mut label = start; // from the dot before it on
    let mut before = At;
    loop {
        let here = tokens.rest;
        let token = tokens.next();
        before = match (before, token) {
            (At | Dot | Hyphen, None | Some(Dot)) | (At, Some(Hyphen)) => return false,
            (_, None | Some(Dot)) => {
                if until(here, start).len() > DOMAIN_LIMIT
                    || label::is_too_long(until(here, label), "")
                {
                    return false;
                }
                let Some(dot) = token else { return true };
                label = here;
                dot
            }
            (_, Some(word @ (Word | Hyphen))) => word,
            (_, Some(OpenLiteral)) => return domain_literal(tokens, start),
            (_, Some(OpenComment)) => match domain_comment(&mut tokens) {
                Some((OpenLiteral, _)) => return domain_literal(tokens, start),
                Some((last @ (Word | Hyphen | OpenComment | CloseComment), text))
                    if !label::is_too_long(until(here, label), text) =>
                {
                    label = tokens.rest;
                    last
                }
                _ => return false,
            },
            _ => return false,
        };
    }
}

/// Reads a comment in the domain from after its opening parenthesis, and on to
/// the first dot where parentheses balance: what stands between is free. The last
/// token before that dot is again one of the domain, and is given with its text.
fn domain_comment<'a>(tokens: &mut Tokens<'a>) -> Option<(Token, &'a str)> {
    let mut depth = 1_isize;
    loop {
        let start = tokens.rest;
        let token = tokens.next()?;
        depth = depth_after(depth, token);
        if depth == 0 && tokens.rest.starts_with('.') {
            return Some((token, until(tokens.rest, start)));
        }
    }
}

/// Reads a domain literal from after its opening bracket. It may stand after
/// labels, its text may be nearly anything, and nearly anything may follow it.
fn domain_literal(mut tokens: Tokens<'_>, start: &str) -> bool {
    let mut before = OpenLiteral;
    while let Some(token) = tokens.next() {
        match token {
            CloseLiteral => {
                return !matches!(before, Dot | Hyphen)
                    && until(tokens.rest, start).len() <= DOMAIN_LIMIT
                    && !matches!(tokens.next(), Some(OpenLiteral | CarriageReturn));
            }
            OpenLiteral | Backslash | CarriageReturn | Nul => return false,
            _ => before = token,
        }
    }
    false
}

/// What stands in `text` until `rest`, which is an ending of it.
fn until<'a>(rest: &str, text: &'a str) -> &'a str {
    text.get(..text.len().saturating_sub(rest.len()))
        .unwrap_or(text)
}
