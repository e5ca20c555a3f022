//! For frameworks that validate with [garde](https://docs.rs/garde).
//!
//! - [`Unvalidated`] implements [`garde::Validate`], so the extractors of `axum-valid` and
//!   `garde-actix-web` can judge it.
//! - [`Violations`] convert into a [`garde::Report`].
//! - [`satisfies`] turns any [`Rule`] into a `#[garde(custom(…))]` for a struct of your own.
//!
//! An entry of a garde report is a path and a text. The report of violations has the wire
//! paths and the wire messages, but not the codes and params. [`satisfies`] puts the code in
//! front of its text.
//!
//! The report of [`Unvalidated`] is in the order of the table. The report of a *derived*
//! `Validate` is ordered by the names of the Rust fields, and ignores serde's renames.
//!
//! ```
//! use customer_rules::{Unvalidated, front_payment::PrivateCustomer};
//! use garde::Validate as _;
//!
//! let form: Unvalidated<PrivateCustomer> = serde_json::from_str(r#"{"email": "kari"}"#)?;
//! let report = form.validate().unwrap_err();
//! assert_eq!(report.to_string().lines().nth(1), Some("email: The email must be a valid email address."));
//! # Ok::<(), serde_json::Error>(())
//! ```

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use garde::{Error, Path, Report, Validate};

use crate::payload::Payload;
use crate::payload::Unvalidated;
use crate::rule::{Number, Rule, Value, rules_to_judge};
use crate::violation::Violations;

impl<P: Payload<'static>> Validate for Unvalidated<P> {
    type Context = ();

    fn validate_into(&self, (): &(), parent: &mut dyn FnMut() -> Path, report: &mut Report) {
        if let Err(violations) = self.verdict() {
            append(&violations, parent, report);
        }
    }
}

impl From<Violations> for Report {
    /// The wire paths and messages, in the order of the table. If the document is invalid and
    /// none of its violations was kept, an error at the root says so.
    fn from(violations: Violations) -> Self {
        let mut report = Self::new();
        append(&violations, &mut Path::empty, &mut report);
        report
    }
}

fn append(violations: &Violations, parent: &mut dyn FnMut() -> Path, report: &mut Report) {
    for violation in violations {
        // Joined as a text, an index is displayed as `0`; joined as an index, as `[0]`.
        let segments = violation.path().segments();
        let path = segments.fold(parent(), |path, segment| path.join(segment.to_string()));
        report.append(path, Error::new(violation.message().to_string()));
    }
    // To garde, a report without errors means a valid value.
    if violations.is_empty() && violations.truncated() {
        report.append(parent(), Error::new("The document is invalid."));
    }
}

/// Turns a rule into a custom check for garde's derive.
///
/// As in a document, texts are trimmed before they are judged, and a blank text counts as
/// absent. An absent value is judged by [`Rule::Required`] only. The text of the error starts
/// with the code: `country: The value must be …`.
///
/// ```
/// use customer_rules::{Rule, format::Count, garde::satisfies};
/// use garde::Validate;
///
/// #[derive(Validate)]
/// struct Signup {
///     #[garde(custom(satisfies(Rule::Required)), custom(satisfies(Rule::Email)))]
///     email: String,
///     #[garde(custom(satisfies(Rule::Digits(Count::Exactly(11)))))]
///     personal_number: Option<String>,
///     #[garde(custom(satisfies(Rule::Country)))]
///     country: &'static str,
/// }
///
/// let signup = Signup { email: String::new(), personal_number: None, country: "UK" };
/// let report = signup.validate().unwrap_err().to_string();
/// assert!(report.contains("email: required: The field must be present"));
/// assert!(report.contains("country: country: The value must be an officially assigned"));
/// ```
pub fn satisfies<T: AsValue + ?Sized, C>(rule: Rule) -> impl Fn(&T, &C) -> garde::Result {
    move |value, _| {
        let value = value.as_value();
        let rules = [rule];
        let broken = match rules_to_judge(&rules, value) {
            Ok(rules) => rules.iter().find(|rule| !rule.accepts(value)),
            Err(required) => Some(required),
        };
        match broken.and_then(Rule::code) {
            Some(code) => Err(Error::new(format!("{code}: {}", code.about()))),
            None => Ok(()),
        }
    }
}

/// A Rust type whose values a rule can judge.
pub trait AsValue {
    /// The value as a rule sees it.
    fn as_value(&self) -> Value<'_>;
}

impl AsValue for str {
    fn as_value(&self) -> Value<'_> {
        Value::from(self)
    }
}

impl AsValue for String {
    fn as_value(&self) -> Value<'_> {
        self.as_str().as_value()
    }
}

impl AsValue for bool {
    fn as_value(&self) -> Value<'_> {
        Value::Bool(*self)
    }
}

impl<T: AsValue> AsValue for Option<T> {
    fn as_value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Null, T::as_value)
    }
}

impl<T: AsValue + ?Sized> AsValue for &T {
    fn as_value(&self) -> Value<'_> {
        (**self).as_value()
    }
}

impl<T: AsValue + ?Sized> AsValue for Box<T> {
    fn as_value(&self) -> Value<'_> {
        (**self).as_value()
    }
}

impl<T: AsValue + ToOwned + ?Sized> AsValue for Cow<'_, T> {
    fn as_value(&self) -> Value<'_> {
        (**self).as_value()
    }
}

impl<T> AsValue for [T] {
    fn as_value(&self) -> Value<'_> {
        Value::List {
            is_empty: self.is_empty(),
        }
    }
}

impl<T> AsValue for Vec<T> {
    fn as_value(&self) -> Value<'_> {
        self.as_slice().as_value()
    }
}

/// Numbers, each converted to the wider type that `Number` has.
macro_rules! numbers {
    ($($type:ty as $wide:ty),+) => {
        $(impl AsValue for $type {
            fn as_value(&self) -> Value<'_> {
                Value::Number(Number::from(<$wide>::from(*self)))
            }
        })+
    };
}

numbers!(
    i8 as i64, i16 as i64, i32 as i64, i64 as i64, u8 as u64, u16 as u64, u32 as u64, u64 as u64,
    f32 as f64, f64 as f64
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::Count;

    #[test]
    fn every_rule_judges_values_of_rust() {
        fn ok(rule: Rule, value: &impl AsValue) -> bool {
            satisfies(rule)(value, &()).is_ok()
        }
        let none: Option<String> = None;
        assert!(ok(Rule::Nullable, &none) && !ok(Rule::Required, &none));
        assert!(ok(Rule::Required, &0) && !ok(Rule::Required, &" \u{feff}"));
        assert!(ok(Rule::String, &"x") && !ok(Rule::String, &5_u8));
        assert!(ok(Rule::Array, &Vec::<u8>::new()) && !ok(Rule::Array, &"x"));
        assert!(ok(Rule::List, &Vec::<u8>::new()) && !ok(Rule::Object, &Vec::<u8>::new()));
        assert!(ok(Rule::Integer, &-5_i32) && !ok(Rule::Integer, &1.5));
        assert!(ok(Rule::Email, &"a@b") && !ok(Rule::Email, &Some("a")));
        assert!(ok(Rule::OneOf(&["en"]), &"en") && !ok(Rule::OneOf(&["en"]), &"no"));
        let digits = Rule::Digits(Count::AtLeast(1));
        assert!(ok(digits, &192_933_933_u32) && !ok(digits, &-1_i8) && ok(digits, &none));
        assert!(ok(Rule::Country, &Box::new("NO")) && !ok(Rule::Country, &true));
        assert!(ok(Rule::E164, &Cow::Borrowed("+4712345678")) && !ok(Rule::E164, &"12345678"));
        assert!(ok(Rule::MaxChars(2), &"åå") && !ok(Rule::MaxChars(2), &"ååå"));
    }
}
