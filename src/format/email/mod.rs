//! E-mail addresses: Laravel's `email` rule.

mod grammar;
mod label;
mod mapping;
mod punycode;
mod shop;
mod symbols;

use core::fmt;

pub use shop::ShopEmail;

text_format! {
    /// An e-mail address, as Laravel's `email` rule sees it.
    ///
    /// The rule is about syntax only, that of RFC 5321, 5322 and 6531: letters of any
    /// script on both sides of the `@`, quoted strings, comments, domain literals. It
    /// is wider than what a browser takes for an address, and the rules page lists the
    /// differences under "The `email` rule". The verdict of the server counts, oddities
    /// included: it reads the word `IPv6` as the tag of an address literal wherever a word
    /// begins with it, and so refuses the domain `IPv6.no`.
    ///
    /// `Debug` does not show the address.
    ///
    /// ```
    /// use customer_rules::format::Email;
    ///
    /// let email = Email::parse("kari.nordmann@blåbær.no").unwrap();
    /// assert_eq!(email.as_str(), "kari.nordmann@blåbær.no");
    /// assert_eq!(format!("{email:?}"), "Email(***)");
    ///
    /// assert!(Email::parse("kari@localhost").is_some()); // a domain needs no dot
    /// assert!(Email::parse("kari@example.no.").is_none()); // nor may it end in one
    /// assert!(Email::parse(" kari@example.no").is_none()); // the value is taken as it is
    /// ```
    Email, "an e-mail address", is_email
}

accepted_by_rule! { Email }

impl Email<'_> {
    pub(crate) fn accepts(text: &str) -> bool {
        is_email(text)
    }
}

/// Whether the text is an address.
fn is_email(text: &str) -> bool {
    match Glance::at(text) {
        Glance::Plain => text.len() <= SHORT || has_short_domain(text) || grammar::accepts(text),
        Glance::Refused => false,
        Glance::Undecided => grammar::accepts(text),
    }
}

impl fmt::Display for Email<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl AsRef<str> for Email<'_> {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// What a glance at each byte tells about a text.
enum Glance {
    /// A dot-atom, an `@`, and a domain of ASCII labels.
    Plain,
    /// No address, whatever else it contains.
    Refused,
    /// There is more to it than a glance shows.
    Undecided,
}

impl Glance {
    /// Looks at each byte: one shift and one row of a table, no branch.
    fn at(text: &str) -> Self {
        let state = text.bytes().fold(State::AtomStart as u32, |state, byte| {
            let row = ROWS.get(usize::from(byte)).copied().unwrap_or_default();
            (row.wrapping_shr(state) & STATE_MASK) as u32
        });
        if state == State::Label as u32 || state == State::LabelP as u32 {
            Self::Plain
        } else if state == State::Undecided as u32 {
            Self::Undecided
        } else {
            Self::Refused
        }
    }
}

/// How far a plain address has come; `AtomStart` is also the start of the text.
///
/// The number of a state is its place in a row of [`ROWS`], in bits. What stands
/// there is the number of the next state, so a step is a shift by the last one.
#[derive(Clone, Copy)]
enum State {
    AtomStart = 0,
    Atom = 8,
    DomainStart = 16,
    Label = 24,
    /// After a capital P in a label, which may be that of `IPv6`.
    LabelP = 32,
    /// After a dot or a hyphen in the domain.
    LabelBreak = 40,
    Refused = 48,
    Undecided = 56,
}

impl State {
    const ALL: [Self; 8] = [
        Self::AtomStart,
        Self::Atom,
        Self::DomainStart,
        Self::Label,
        Self::LabelP,
        Self::LabelBreak,
        Self::Refused,
        Self::Undecided,
    ];

    /// The grammar of a plain address (RFC 5322, section 3.2.3; RFC 1035, section
    /// 2.3.1, but a label other than the first may begin with a hyphen).
    const fn after(self, byte: u8) -> Self {
        match (self, byte) {
            (Self::Refused, _) => Self::Refused,
            // The tag of IPv6 literals is left to the grammar. In plain addresses these
            // two letters are the rarest part of it.
            (Self::Undecided, _) | (Self::LabelP, b'v') => Self::Undecided,

            (Self::Atom, b'.') => Self::AtomStart,
            (Self::Atom, b'@') => Self::DomainStart,
            (Self::AtomStart | Self::Atom, _) if is_atom(byte) => Self::Atom,

            (Self::Label | Self::LabelP, b'.' | b'-') | (Self::LabelBreak, b'-') => {
                Self::LabelBreak
            }
            (_, b'P') => Self::LabelP,
            (_, b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z') => Self::Label,

            (_, b'.' | b'@') => Self::Refused,
            _ if is_atom(byte) => Self::Refused,
            _ => Self::Undecided,
        }
    }
}

/// Whether the byte belongs to the atoms of a local part: `atext` in RFC 5322.
const fn is_atom(byte: u8) -> bool {
    matches!(
        byte,
        b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z'
            | b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'/' | b'=' | b'?'
            | b'^'..=b'`' | b'{'..=b'~'
    )
}

/// For each byte, the states after it: see [`State`].
#[expect(
    clippy::indexing_slicing,
    reason = "done by the compiler, which would refuse it"
)]
static ROWS: [u64; 256] = {
    let mut rows = [0; 256];
    let mut byte = u8::MIN;
    loop {
        let mut at = 0;
        while at < State::ALL.len() {
            let state = State::ALL[at];
            rows[byte as usize] |= (state.after(byte) as u64) << state as u64;
            at += 1;
        }
        if byte == u8::MAX {
            break rows;
        }
        byte += 1;
    }
};

/// The bits that a state takes.
const STATE_MASK: u64 = 0x3F;

/// Whether the domain has room for no label that is too long: the grammar takes 400 ns to
/// find that out.
fn has_short_domain(plain: &str) -> bool {
    plain
        .split_once('@')
        .is_some_and(|(_, domain)| domain.len() < SHORT_DOMAIN)
}

/// The shortest domain in which a label can be too long: 63 bytes after a dot are.
const SHORT_DOMAIN: usize = 63;

/// The longest text in which neither a label nor the domain can be too long.
const SHORT: usize = 64;

#[cfg(test)]
pub(crate) const ACCEPTED: &[&str] = &[
    // A dot-atom and a domain.
    "kari.nordmann@example.com",
    "o'neil+tag_{x}!#$%&*/=?^`|~-@example.no",
    "kari@localhost",
    "kari@127.0.0.1",
    "kari@a--b.-c.1",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@b.no",
    "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.no",
    "a@no.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    // Any script, on both sides.
    "åse.ødegård@blåbær.no",
    "用户@例え.jp",
    "a\u{A0}b@c.no",
    "¿@b.no",
    // The tag of IPv6 literals: no word in a local part, and in a domain only a tag if
    // a word begins with it, in just this case.
    "IPv6@c.no",
    "kari IPv6@c.no",
    "kari\\IPv6@c.no",
    "IPv6\"kari\"@c.no",
    "kari@xIPv6.no",
    "kari@ipv6.IPV6.Ipv6.IPv4.IPv.no",
    "kari@PV.IPV.PPV.no",
    // A quoted string, which ends the local part.
    "\"kari nordmann\"@c.no",
    "\"\"@c.no",
    "kari.\"a@b\"@c.no",
    "\"a\\\"b\"@c.no",
    "\"a\\\tb\"@c.no",
    "\"a\r\n b\"@c.no",
    // Blanks in the local part, if no word follows them or a backslash quotes them.
    "kari @c.no",
    "\t!kari@c.no",
    "kari\r\n @c.no",
    "kari\\ n@c.no",
    "kari\0n@c.no",
    // Comments.
    "kari(nordmann)@c.no",
    "(a(b)c)kari@c.no",
    "kari(a).,:n@c.no",
    "kari@(a(b))c.no",
    "kari@c(a)_b.no",
    // A domain literal, after which anything may come.
    "kari@[127.0.0.1]",
    "kari@[IPv6:::1]",
    "kari@[]",
    "kari@c.[x], no",
    "kari@b(c)[.x]",
    // Colons in pairs.
    "a::b@c.no",
];

#[cfg(test)]
pub(crate) const REFUSED: &[&str] = &[
    "",
    "@",
    "kari",
    "@c.no",
    "kari@",
    "kari@@c.no",
    "kari@c@d.no",
    // Dots stand between atoms and between labels.
    ".kari@c.no",
    "kari.@c.no",
    "ka..ri@c.no",
    "kari@.c.no",
    "kari@c..no",
    "kari@c.no.",
    // A hyphen begins no domain and ends no label.
    "kari@-c.no",
    "kari@c-.no",
    "kari@c.no-",
    // Only letters, digits and hyphens make a label, and they are counted.
    "kari@c_d.no",
    "kari@c/d.no",
    "kari@¿.no",
    "a@aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.no",
    "a@no.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "a@ééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé.no",
    // The tag of IPv6 literals begins no word of a domain.
    "kari@IPv6.no",
    "kari@IPv61.no",
    "kari@IPv6x.no",
    "kari@1IPv6.no",
    "kari@x4IPv6.no",
    "kari@x-IPv6.no",
    "kari@c.IPv6",
    "kari@c(a)IPv6.no",
    "kari@c.(a)IPv6.no",
    "kari@éIPv6.no",
    // One address, and nothing around it.
    " kari@c.no",
    "kari@c.no ",
    "kari@ c.no",
    "Kari <kari@c.no>",
    "kari@c.no, ola@d.no",
    "mailto:kari@c.no",
    // No symbol or control character, not even in quotes.
    "€@c.no",
    "kari@😀.no",
    "\"€\"@c.no",
    "ka\u{200B}ri@c.no",
    "ka\u{AD}ri@c.no",
    "ka\u{1}ri@c.no",
    "ka\u{378}ri@c.no",
    // Blanks and backslashes before a word, line ends that fold nothing.
    "kari nordmann@c.no",
    "kari\\n@c.no",
    "kari\n@c.no",
    "kari\r\n@c.no",
    // A quoted string that is open, or not the end of the local part.
    "\"kari@c.no",
    "\"kari\\\"@c.no",
    "\"kari\"n@c.no",
    "\"kari\".n@c.no",
    "ka\"ri\"@c.no",
    "\"ka\tri\"@c.no",
    // Comments that do not balance, or have no dot after them in the domain.
    "kari(a@c.no",
    "kari)a(@c.no",
    "kari(a).@c.no",
    "kari@c.no(a)",
    "kari@(a)c",
    // A literal that is open, or contains what it may not.
    "kari@[127.0.0.1",
    "kari@[a[b]",
    "kari@[a\\b]",
    "kari@[a.]",
    "kari@[a\0]",
];

#[cfg(test)]
mod tests {
    use alloc::{format, string::ToString};

    use super::*;

    #[test]
    fn the_accepted_examples_are_accepted() {
        for text in ACCEPTED {
            assert!(Email::accepts(text), "{text:?}");
        }
    }

    #[test]
    fn the_refused_examples_are_refused() {
        for text in REFUSED {
            assert!(!Email::accepts(text), "{text:?}");
        }
    }

    #[test]
    fn a_glance_agrees_with_the_grammar() {
        for text in ACCEPTED.iter().chain(REFUSED) {
            match Glance::at(text) {
                Glance::Plain if text.len() > SHORT => {}
                Glance::Plain => assert!(grammar::accepts(text), "{text:?}"),
                Glance::Refused => assert!(!grammar::accepts(text), "{text:?}"),
                Glance::Undecided => {}
            }
        }
    }

    #[test]
    fn a_short_domain_needs_no_measure() {
        for len in 55..75 {
            for domain in ["a".repeat(len), format!("b.{}", "a".repeat(len - 2))] {
                let text = format!("{}@{domain}", "k".repeat(20));
                assert_eq!(is_email(&text), grammar::accepts(&text), "{text}");
            }
        }
    }

    #[test]
    fn a_domain_has_at_most_253_bytes() {
        let domain = |last: usize| format!("a@{}{}", "1234567.".repeat(31), "a".repeat(last));
        assert!(Email::accepts(&domain(5)));
        assert!(!Email::accepts(&domain(6)));
        let literal = |len: usize| format!("a@[{}]", "a".repeat(len));
        assert!(Email::accepts(&literal(251)));
        assert!(!Email::accepts(&literal(252)));
    }

    #[test]
    fn a_label_has_at_most_63_bytes_however_it_comes() {
        let long = |letter: &str, len: usize| letter.repeat(len);
        // Full-width letters become ASCII, one ligature becomes two letters.
        assert!(Email::accepts(&format!("a@{}", long("ａ", 63))));
        assert!(!Email::accepts(&format!("a@{}", long("ａ", 64))));
        assert!(Email::accepts(&format!("a@{}", long("ﬁ", 31))));
        assert!(!Email::accepts(&format!("a@{}", long("ﬁ", 32))));
        // One that lower case makes ASCII, and one after a comment.
        assert!(Email::accepts(&format!("a@{}.no", long("ſ", 60))));
        assert!(!Email::accepts(&format!("a@{}.no", long("ſ", 64))));
        assert!(Email::accepts(&format!("a@b(c){}.no", long("x", 60))));
        assert!(!Email::accepts(&format!("a@b(c){}.no", long("x", 70))));
    }

    #[test]
    fn depth_and_length_cost_no_more_than_a_pass() {
        for piece in [
            "(", "a(", "\"", "\\\"", "é", "a@(", "a@[(", "a@é.", "a@b.(", "€", "::", "\r\n ",
        ] {
            assert!(!Email::accepts(&piece.repeat(1 << 18)), "{piece:?}");
        }
    }

    #[test]
    fn an_email_shows_itself_only_when_asked() {
        let email = Email::parse("kari@example.no").unwrap();
        assert_eq!(format!("{email:?}"), "Email(***)");
        assert_eq!(email.to_string(), "kari@example.no");
        assert_eq!("kari@example.no".parse().ok(), Some(email.into_owned()));
        assert!("kari".parse::<Email<'static>>().is_err());
    }
}
