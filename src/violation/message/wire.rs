//! The API's own English sentences, to the letter.

use core::fmt;

use serde::{Serialize, Serializer};

use crate::rule::{Code, Params, Substitutes};
use crate::violation::{Path, Segment};

/// Displays a violation in the API's own words.
///
/// ```
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
///
/// let refused = PRIVATE_CUSTOMER.check_json(br#"{"name": 5}"#).unwrap_err();
/// let first = refused.violations().unwrap().iter().next().unwrap();
/// assert_eq!(first.message().to_string(), "The name must be a string.");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct WireMessage<'a> {
    path: &'a Path,
    code: Code,
    params: Params,
}

impl<'a> WireMessage<'a> {
    pub(crate) fn new(path: &'a Path, code: Code, params: Params) -> Self {
        Self { path, code, params }
    }
}

impl fmt::Display for WireMessage<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(f, self.path, self.code, || self.params)
    }
}

impl Serialize for WireMessage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes the sentence. Without `write!`, which costs ten violations as JSON 13,000
/// instructions of 21,000.
pub(super) fn write<W: fmt::Write>(
    out: &mut W,
    path: &Path,
    code: Code,
    params: impl FnOnce() -> Params,
) -> fmt::Result {
    let (before, after) = match code {
        Code::Required => ("The ", " field is required."),
        Code::String => ("The ", " must be a string."),
        Code::Array => ("The ", " must be an array."),
        Code::List => ("The ", " must be a list."),
        Code::Object => ("The ", " must be an object."),
        Code::Integer => ("The ", " must be an integer."),
        Code::Email => ("The ", " must be a valid email address."),
        Code::OneOf => ("The selected ", " is invalid."),
        Code::Digits | Code::Pattern => ("The ", " format is invalid."),
        Code::Country => ("The ", " must be a valid ISO 3166-1 alpha-2 country code."),
        Code::E164 => ("The ", " must be a valid E.164 phone number."),
        Code::MaxChars => return write_max_chars(out, path, params()),
        Code::RequiredOneOf => return write_required_one_of(out, path, params()),
        Code::Unknown => ("The ", " field is unknown."),
        Code::Custom(_) => return write_custom(out, path, params()),
    };
    out.write_str(before)?;
    write_attribute(out, path)?;
    out.write_str(after)
}

fn write_max_chars<W: fmt::Write>(out: &mut W, path: &Path, params: Params) -> fmt::Result {
    out.write_str("The ")?;
    write_attribute(out, path)?;
    match params {
        Params::MaxChars(count) => write!(out, " must not be greater than {count} characters."),
        _ => out.write_str(" is too long."),
    }
}

fn write_required_one_of<W: fmt::Write>(out: &mut W, path: &Path, params: Params) -> fmt::Result {
    out.write_str("The ")?;
    write_attribute(out, path)?;
    out.write_str(" field is required")?;
    match params {
        Params::RequiredOneOf(others) if others.iter().nth(1).is_some() => {
            out.write_str(" when none of ")?;
            write_others(out, path, others)?;
            out.write_str(" are present.")
        }
        Params::RequiredOneOf(others) if others.iter().next().is_some() => {
            out.write_str(" when ")?;
            write_others(out, path, others)?;
            out.write_str(" is not present.")
        }
        // Nothing can stand in for it.
        _ => out.write_str("."),
    }
}

fn write_custom<W: fmt::Write>(out: &mut W, path: &Path, params: Params) -> fmt::Result {
    let message = match params {
        Params::Custom(statement) => statement.message(),
        _ => "The {attribute} is invalid.",
    };
    for (position, part) in message.split("{attribute}").enumerate() {
        if position > 0 {
            write_attribute(out, path)?;
        }
        out.write_str(part)?;
    }
    Ok(())
}

/// Writes the attributes that could stand in for a missing one.
fn write_others<W: fmt::Write>(out: &mut W, path: &Path, others: Substitutes) -> fmt::Result {
    let is_raw = path.has_element();
    let above = path.segments().len();
    let above = above.saturating_sub(others.member().split('.').count());
    for (position, other) in others.iter().enumerate() {
        if position > 0 {
            out.write_str(" / ")?;
        }
        let keys = other.split('.').map(Segment::Key);
        write_segments(out, path.segments().take(above).chain(keys), is_raw)?;
    }
    Ok(())
}

/// Writes a path as the API speaks of it: camelCase split into lower-case words, but the
/// text as it is once the path leads through an element.
fn write_attribute<W: fmt::Write>(out: &mut W, path: &Path) -> fmt::Result {
    if path.segments().len() == 0 {
        return out.write_str("document");
    }
    write_segments(out, path.segments(), path.has_element())
}

fn write_segments<'p, W: fmt::Write>(
    out: &mut W,
    segments: impl Iterator<Item = Segment<'p>>,
    is_raw: bool,
) -> fmt::Result {
    for (position, segment) in segments.enumerate() {
        if position > 0 {
            out.write_char('.')?;
        }
        match segment {
            Segment::Key(key) if is_raw => out.write_str(key)?,
            Segment::Key(key) => write_words(out, key, position > 0)?,
            Segment::Index(index) => write!(out, "{index}")?,
        }
    }
    Ok(())
}

/// Writes a key split into words. The first letter of an attribute starts no second word.
fn write_words<W: fmt::Write>(out: &mut W, key: &str, is_inside: bool) -> fmt::Result {
    let mut is_inside = is_inside;
    let is_plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let mut rest = key;
    loop {
        let len = rest.bytes().take_while(|b| is_plain(*b)).count();
        let Some((plain, others)) = rest.split_at_checked(len) else {
            return out.write_str(rest);
        };
        out.write_str(plain)?;
        is_inside |= len > 0;
        let mut chars = others.chars();
        let Some(c) = chars.next() else {
            return Ok(());
        };
        if c.is_ascii_uppercase() && is_inside {
            out.write_char(' ')?;
        }
        is_inside = true;
        match c {
            '_' => out.write_char(' ')?,
            c => c.to_lowercase().try_for_each(|c| out.write_char(c))?,
        }
        rest = chars.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::Step;
    use alloc::string::String;

    fn attribute_of(path: &Path) -> String {
        let mut text = String::new();
        write_attribute(&mut text, path).unwrap();
        text
    }

    #[test]
    fn attributes_are_worded_as_laravel_does() {
        let cases: &[(&[&'static str], &str)] = &[
            (&["name"], "name"),
            (&["preferredLanguage"], "preferred language"),
            (&["organizationId"], "organization id"),
            (
                &["addresses", "billing", "street"],
                "addresses.billing.street",
            ),
            (&["name", "firstName"], "name.first name"),
            (&["first_name"], "first name"),
            (&["IBANNumber"], "i b a n number"),
            (&["Name"], "name"),
            (&["form", "Name"], "form. name"),
            (&["ÆrligNavn"], "ærlig navn"),
        ];
        for (keys, attribute) in cases {
            let path: Path = keys.iter().map(|key| Step::row(key)).collect();
            assert_eq!(attribute_of(&path), *attribute);
        }
    }

    #[test]
    fn attributes_under_an_element_are_the_raw_path() {
        let steps = [
            Step::row("additionalContact"),
            Step::name("mainContact"),
            Step::row("countryCode"),
        ];
        let path = Path::from_iter(steps);
        assert_eq!(
            attribute_of(&path),
            "additionalContact.mainContact.countryCode"
        );
    }
}
