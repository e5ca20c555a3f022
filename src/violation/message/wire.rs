//! The API's own English sentences, to the letter.

use core::fmt::{self, Write as _};

use serde::{Serialize, Serializer};

use crate::rule::{Code, Params, Substitutes};
use crate::violation::Path;

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
        let attribute = Attribute(self.path, self.path);
        match self.code {
            Code::Required => write!(f, "The {attribute} field is required."),
            Code::String => write!(f, "The {attribute} must be a string."),
            Code::Array => write!(f, "The {attribute} must be an array."),
            Code::List => write!(f, "The {attribute} must be a list."),
            Code::Object => write!(f, "The {attribute} must be an object."),
            Code::Integer => write!(f, "The {attribute} must be an integer."),
            Code::Email => write!(f, "The {attribute} must be a valid email address."),
            Code::OneOf => write!(f, "The selected {attribute} is invalid."),
            Code::Digits | Code::Pattern => write!(f, "The {attribute} format is invalid."),
            Code::Country => write!(
                f,
                "The {attribute} must be a valid ISO 3166-1 alpha-2 country code."
            ),
            Code::E164 => write!(f, "The {attribute} must be a valid E.164 phone number."),
            Code::MaxChars => {
                let Params::MaxChars(count) = self.params else {
                    return write!(f, "The {attribute} is too long.");
                };
                write!(
                    f,
                    "The {attribute} must not be greater than {count} characters."
                )
            }
            Code::RequiredOneOf => {
                let substitutes = match self.params {
                    Params::RequiredOneOf(others) if others.iter().next().is_some() => others,
                    // Nothing can stand in for it.
                    _ => return write!(f, "The {attribute} field is required."),
                };
                let others = Others(self.path, substitutes);
                let condition = if substitutes.iter().nth(1).is_none() {
                    format_args!("{others} is not present")
                } else {
                    format_args!("none of {others} are present")
                };
                write!(f, "The {attribute} field is required when {condition}.")
            }
            Code::Unknown => write!(f, "The {attribute} field is unknown."),
            Code::Custom(_) => {
                let Params::Custom(statement) = self.params else {
                    return write!(f, "The {attribute} is invalid.");
                };
                for (position, part) in statement.message().split("{attribute}").enumerate() {
                    if position > 0 {
                        attribute.fmt(f)?;
                    }
                    f.write_str(part)?;
                }
                Ok(())
            }
        }
    }
}

/// The attributes that could stand in for a missing one.
struct Others<'a>(&'a Path, Substitutes);

impl fmt::Display for Others<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(path, substitutes) = self;
        let prefix = Prefix {
            path,
            below: substitutes.member().split('.').count(),
        };
        for (position, other) in substitutes.iter().enumerate() {
            let slash = if position == 0 { "" } else { " / " };
            let other = format_args!("{prefix}{other}");
            write!(f, "{slash}{}", Attribute(path, other))?;
        }
        Ok(())
    }
}

/// The prefix shared by all fields of the enclosing object: `path` without its last
/// `below` segments, each followed by a dot.
struct Prefix<'a> {
    path: &'a Path,
    below: usize,
}

impl fmt::Display for Prefix<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let segments = self.path.segments();
        let above = segments.len().saturating_sub(self.below);
        segments
            .take(above)
            .try_for_each(|segment| write!(f, "{segment}."))
    }
}

impl Serialize for WireMessage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// A path as the API speaks of it: camelCase split into lower-case words, but the
/// text as it is once the path leads through an element.
struct Attribute<'a, T>(&'a Path, T);

impl<T: fmt::Display> fmt::Display for Attribute<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(path, text) = self;
        if path.segments().len() == 0 {
            f.write_str("document")
        } else if path.has_element() {
            write!(f, "{text}")
        } else {
            let mut words = SplitWords {
                out: f,
                inside: false,
            };
            write!(words, "{text}")
        }
    }
}

struct SplitWords<'f, 'b> {
    out: &'f mut fmt::Formatter<'b>,
    /// Whether anything was written yet: the first letter starts no second word.
    inside: bool,
}

impl fmt::Write for SplitWords<'_, '_> {
    fn write_str(&mut self, part: &str) -> fmt::Result {
        if part.bytes().all(|b| b.is_ascii_lowercase() || b == b'.') {
            self.inside |= !part.is_empty();
            return self.out.write_str(part);
        }
        for c in part.chars() {
            if c.is_ascii_uppercase() && self.inside {
                self.out.write_char(' ')?;
            }
            self.inside = true;
            match c {
                '_' => self.out.write_char(' ')?,
                c => c.to_lowercase().try_for_each(|c| self.out.write_char(c))?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::violation::Step;
    use alloc::string::ToString as _;

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
            assert_eq!(Attribute(&path, &path).to_string(), *attribute);
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
            Attribute(&path, &path).to_string(),
            "additionalContact.mainContact.countryCode"
        );
    }
}
