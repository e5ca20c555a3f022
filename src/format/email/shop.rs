//! E-mail addresses as shops mean them.

use alloc::borrow::Cow;

use super::is_email;

hidden_text! {
    /// An e-mail address as shops mean it: `name@domain.tld`.
    ///
    /// It is an [`Email`](crate::format::Email), so the server takes it, with less in it
    /// than mail allows: a domain with a dot, and no comment, quoted part, address literal
    /// or blank, in at most 254 bytes. A domain that ends in a number is an address too,
    /// if one without brackets, and is refused. In the canonical form the ASCII letters of
    /// the domain are small; only the receiver knows whether those of the name matter.
    ///
    /// Source: RFC 5321, sections 2.3.5 (a domain with a dot), 2.4 (letters) and 4.5.3.1.3
    /// (256 bytes with the brackets around an address); the WHATWG URL standard ("ends in
    /// a number").
    ///
    /// ```
    /// use customer_rules::format::ShopEmail;
    ///
    /// let email = ShopEmail::parse("Kari.Nordmann@Example.no").unwrap();
    /// assert_eq!(email.as_str(), "Kari.Nordmann@example.no");
    /// assert_eq!(format!("{email:?}"), "ShopEmail(***)");
    /// assert_eq!(ShopEmail::parse("kari@localhost"), None);
    /// assert_eq!(ShopEmail::parse("\"kari\"@example.no"), None);
    /// ```
    ShopEmail, "The address, with a domain of small letters."
}

from_str_by_parse! { ShopEmail, "an e-mail address as shops mean it" }

impl<'a> ShopEmail<'a> {
    /// Takes the text if it is such an address; without trimming.
    #[must_use]
    pub fn parse(text: impl Into<Cow<'a, str>>) -> Option<Self> {
        let text = text.into();
        let (name, domain) = text.split_once('@')?;
        if text.len() > MAX_LEN
            || text.chars().any(is_special)
            || !has_labels(domain)
            || !is_email(&text)
        {
            return None;
        }
        if domain.bytes().any(|byte| byte.is_ascii_uppercase()) {
            let canonical = [name, "@", &domain.to_ascii_lowercase()].concat();
            return Some(Self(Cow::<str>::Owned(canonical)));
        }
        Some(Self(text))
    }
}

/// The longest address, in bytes.
const MAX_LEN: usize = 254;

/// Whether the character begins a quoted part, a comment or an address literal, or is a
/// blank, which stands only where a comment could.
fn is_special(character: char) -> bool {
    matches!(character, '"' | '\\' | '(' | ')' | '[' | ']')
        || character.is_whitespace()
        || character.is_control()
}

/// Whether the domain has a dot, and after the last one no number.
fn has_labels(domain: &str) -> bool {
    let last = domain.rsplit_once('.').map(|(_, last)| last);
    last.is_some_and(|last| !last.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;
    use crate::format::email::{ACCEPTED as EMAILS, REFUSED as NO_EMAILS};

    /// What was typed, and the canonical form.
    const ACCEPTED: &[(&str, &str)] = &[
        ("kari.nordmann@example.com", "kari.nordmann@example.com"),
        ("Kari@EXAMPLE.No", "Kari@example.no"),
        (
            "o'neil+tag_{x}!#$%&*/=?^`|~-@a.b.no",
            "o'neil+tag_{x}!#$%&*/=?^`|~-@a.b.no",
        ),
        ("åse.ødegård@blåbær.no", "åse.ødegård@blåbær.no"),
        ("用户@例え.jp", "用户@例え.jp"),
        ("kari@1.2x", "kari@1.2x"),
    ];
    const REFUSED: &[&str] = &[
        "",
        "@",
        "kari",
        "kari@",
        "kari@localhost",
        "kari@.no",
        "kari@no.",
        "kari@c..no",
        "kari@ola@c.no",
        "kari@127.0.0.1",
        "kari@[127.0.0.1]",
        "kari@c.[x]",
        "\"kari\"@c.no",
        "kari.\"a@b\"@c.no",
        "kari(nordmann)@c.no",
        "kari@(a)c.no",
        "kari @c.no",
        "kari\\ n@c.no",
        "kari\0n@c.no",
        "a\u{A0}b@c.no",
        " kari@c.no",
        "kari@c.no\n",
        "kari@IPv6.no",
    ];

    #[test]
    fn accepted() {
        for (text, canonical) in ACCEPTED {
            let email = ShopEmail::parse(*text);
            assert_eq!(
                email.as_ref().map(ShopEmail::as_str),
                Some(*canonical),
                "{text:?}"
            );
        }
    }

    #[test]
    fn refused() {
        for text in REFUSED.iter().chain(NO_EMAILS) {
            assert_eq!(ShopEmail::parse(*text), None, "{text:?}");
        }
    }

    #[test]
    fn what_mail_allows_beyond_that_is_refused() {
        let taken = EMAILS
            .iter()
            .filter(|text| ShopEmail::parse(**text).is_some());
        for text in taken {
            let (_, domain) = text.split_once('@').unwrap();
            assert!(domain.contains('.'), "{text:?}");
            assert!(
                !text.contains(['"', '(', '[', ' ', '\\', '\t', '\u{A0}']),
                "{text:?}"
            );
        }
    }

    #[test]
    fn an_address_has_at_most_254_bytes() {
        let of = |len: usize| format!("{}@c.no", "a".repeat(len - 5));
        assert!(ShopEmail::parse(of(254)).is_some());
        assert_eq!(ShopEmail::parse(of(255)), None);
    }

    #[test]
    fn a_canonical_address_is_not_copied() {
        let is_borrowed =
            |text| matches!(ShopEmail::parse(text), Some(ShopEmail(Cow::Borrowed(_))));
        assert!(is_borrowed("Kari@example.no"));
        assert!(!is_borrowed("kari@Example.no"));
    }
}
