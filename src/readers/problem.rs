//! Problem details for HTTP APIs (RFC 9457): [`Problem`].
//!
//! ```
//! use customer_rules::format::Language::German;
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//!
//! let email = PRIVATE_CUSTOMER.at("email").unwrap();
//! let violations = email.check_text("kari@");
//! let problem = violations.problem().in_language(German).with_type("https://shop.example/invalid");
//!
//! assert_eq!(problem.status(), 422);
//! assert_eq!(serde_json::to_value(problem).unwrap(), serde_json::json!({
//!     "type": "https://shop.example/invalid",
//!     "title": "Das Formular ist nicht richtig ausgefüllt.",
//!     "status": 422,
//!     "detail": "Das Formular enthält 1 Fehler.",
//!     "errors": [{
//!         "pointer": "#/email",
//!         "detail": "Bitte geben Sie die E-Mail-Adresse in der Form name@example.com ein.",
//!         "code": "email",
//!         "params": {},
//!     }],
//! }));
//! ```

use core::fmt;

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use crate::check::Rejection;
use crate::format::Language;
use crate::input::SyntaxError;
use crate::violation::message::{Grammar, Message, Messages, Wording, Words};
use crate::violation::{Path, Violations};

/// The media type of a problem: `application/problem+json`.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// A problem as RFC 9457 has it: a view that serialises as `type`, `title`, `status`,
/// `detail`, and `errors` where fields are at fault.
///
/// Nothing of a value is in it. [`Violations`], [`SyntaxError`], [`Rejection`] and the errors
/// of the APIs give it with their method `problem`. It speaks the API's English unless told
/// otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Problem<'a> {
    kind: Kind<'a>,
    words: Words<'a>,
    type_uri: &'a str,
    status: u16,
}

/// What went wrong.
#[derive(Debug, Clone, Copy)]
enum Kind<'a> {
    /// The document breaks rules.
    Invalid(&'a Violations),
    /// The document cannot be read.
    Unreadable(&'a SyntaxError),
    /// The API has no such customer.
    UnknownCustomer,
    /// The API cannot do what it was asked.
    Unavailable,
    /// The API was asked too often.
    TryLater,
}

impl Kind<'_> {
    /// The status that fits, and its name. A fault between us and the API is not the
    /// client's: 502 and 503 tell it so.
    const fn status(self) -> (u16, &'static str) {
        match self {
            Self::Invalid(_) => (422, "Unprocessable Content"),
            Self::Unreadable(_) => (400, "Bad Request"),
            Self::UnknownCustomer => (404, "Not Found"),
            Self::Unavailable => (502, "Bad Gateway"),
            Self::TryLater => (503, "Service Unavailable"),
        }
    }
}

impl<'a> Problem<'a> {
    fn new(kind: Kind<'a>) -> Self {
        Self {
            kind,
            words: Words::Wire,
            type_uri: "about:blank",
            status: kind.status().0,
        }
    }

    /// The same, in a language.
    #[must_use]
    pub fn in_language(self, language: Language) -> Self {
        let words = language.into();
        Self { words, ..self }
    }

    /// The same, in words of your own; title and detail are in their language.
    #[must_use]
    pub fn in_wording(self, wording: &'a dyn Wording) -> Self {
        let words = Words::Plain(wording);
        Self { words, ..self }
    }

    /// The same, with a URI that says what sort of problem it is; `about:blank` if left out.
    #[must_use]
    pub fn with_type(self, type_uri: &'a str) -> Self {
        Self { type_uri, ..self }
    }

    /// The same, with another status.
    #[must_use]
    pub fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The URI of the sort of problem.
    #[must_use]
    pub fn type_uri(&self) -> &'a str {
        self.type_uri
    }

    /// The HTTP status: 422 for violations, 400 for a body that cannot be read, 404 for an
    /// unknown customer, 503 while the API has too many requests, 502 for all else that
    /// fails between us and the API.
    #[must_use]
    pub fn status(&self) -> u16 {
        self.status
    }

    /// What sort of problem it is, in a few words: the name of the status in wire words.
    #[must_use]
    pub fn title(&self) -> &'static str {
        let Some(grammar) = self.grammar() else {
            return self.kind.status().1;
        };
        match self.kind {
            Kind::Invalid(_) => grammar.problem.invalid,
            Kind::Unreadable(_) => grammar.problem.unreadable,
            Kind::UnknownCustomer => grammar.problem.unknown_customer,
            Kind::Unavailable | Kind::TryLater => grammar.problem.unavailable,
        }
    }

    /// What went wrong, in a sentence, ready to be displayed.
    #[must_use]
    pub fn detail(&self) -> Detail<'a> {
        Detail(*self)
    }

    /// The fields at fault, ready to be serialised; none but for violations.
    #[must_use]
    pub fn errors(&self) -> Option<ProblemErrors<'a>> {
        match self.kind {
            Kind::Invalid(violations) => Some(ProblemErrors(violations.in_words(self.words))),
            _ => None,
        }
    }

    /// The words of the language; none in wire words.
    fn grammar(&self) -> Option<&'static Grammar> {
        match self.words {
            Words::Wire => None,
            Words::Plain(wording) => Some(Grammar::of(wording.language())),
        }
    }
}

impl Serialize for Problem<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let errors = self.errors();
        let len = if errors.is_some() { 5 } else { 4 };
        let mut members = serializer.serialize_struct("Problem", len)?;
        members.serialize_field("type", self.type_uri)?;
        members.serialize_field("title", self.title())?;
        members.serialize_field("status", &self.status)?;
        members.serialize_field("detail", &self.detail())?;
        match errors {
            Some(errors) => members.serialize_field("errors", &errors)?,
            None => members.skip_field("errors")?,
        }
        members.end()
    }
}

/// Displays what went wrong. [`Problem::detail`] gives it.
#[derive(Debug, Clone, Copy)]
pub struct Detail<'a>(Problem<'a>);

impl fmt::Display for Detail<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let problem = &self.0;
        match (problem.kind, problem.grammar()) {
            (Kind::Invalid(violations), None) => violations.fmt(f),
            (Kind::Unreadable(error), None) => error.fmt(f),
            (Kind::Invalid(violations), Some(grammar)) => {
                (grammar.problem.count)(f, violations.len(), violations.truncated())
            }
            (Kind::Unreadable(error), Some(grammar)) => match error.line() {
                0 => f.write_str(grammar.problem.unreadable),
                line => (grammar.problem.place)(f, line, error.column()),
            },
            (kind, grammar) => {
                let grammar = grammar.unwrap_or(Grammar::of(Language::English));
                f.write_str(match kind {
                    Kind::UnknownCustomer => grammar.problem.unknown_customer,
                    Kind::TryLater => grammar.problem.try_later,
                    _ => grammar.problem.unavailable,
                })
            }
        }
    }
}

impl Serialize for Detail<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Serialises as a list of `{pointer, detail, code, params}`. [`Problem::errors`] gives it.
///
/// The pointer is a URI fragment, as in the RFC's own example: `#/addresses/billing/zip`.
#[derive(Debug, Clone, Copy)]
pub struct ProblemErrors<'a>(Messages<'a>);

impl Serialize for ProblemErrors<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.iter().map(ProblemError))
    }
}

struct ProblemError<'a>(Message<'a>);

impl Serialize for ProblemError<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let violation = self.0.violation();
        let mut members = serializer.serialize_struct("ProblemError", 4)?;
        members.serialize_field("pointer", &Fragment(violation.path()))?;
        members.serialize_field("detail", &self.0)?;
        members.serialize_field("code", &violation.code())?;
        members.serialize_field("params", &violation.params())?;
        members.end()
    }
}

/// Displays a JSON Pointer as a URI fragment (RFC 6901, section 6).
struct Fragment<'a>(&'a Path);

impl fmt::Display for Fragment<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("#")?;
        fmt::write(&mut Percent(f), format_args!("{}", self.0.pointer()))
    }
}

impl Serialize for Fragment<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Writes what a URI fragment may not have as `%` and two digits.
struct Percent<'f, 'b>(&'f mut fmt::Formatter<'b>);

impl fmt::Write for Percent<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for c in text.chars() {
            // What RFC 3986 allows in a fragment, but for `%` itself.
            if c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?".contains(c) {
                self.0.write_str(c.encode_utf8(&mut [0; 4]))?;
            } else {
                for byte in c.encode_utf8(&mut [0; 4]).bytes() {
                    write!(self.0, "%{byte:02X}")?;
                }
            }
        }
        Ok(())
    }
}

impl Problem<'static> {
    /// There is no such customer, with status 404.
    #[must_use]
    pub fn unknown_customer() -> Self {
        Self::new(Kind::UnknownCustomer)
    }

    /// The API that this backend asks does not do what it should, with status 502: it failed,
    /// or does not accept our token. The client can do nothing about it.
    #[must_use]
    pub fn unavailable() -> Self {
        Self::new(Kind::Unavailable)
    }

    /// The API that this backend asks has too many requests, with status 503.
    #[must_use]
    pub fn try_later() -> Self {
        Self::new(Kind::TryLater)
    }
}

impl Violations {
    /// The problem of a document that breaks rules, with status 422.
    #[must_use]
    pub fn problem(&self) -> Problem<'_> {
        Problem::new(Kind::Invalid(self))
    }
}

impl<'a> Messages<'a> {
    /// The problem of a document that breaks rules, in the words of these messages.
    #[must_use]
    pub fn problem(self) -> Problem<'a> {
        let problem = self.violations().problem();
        let words = self.words();
        Problem { words, ..problem }
    }
}

impl SyntaxError {
    /// The problem of a document that cannot be read, with status 400.
    #[must_use]
    pub fn problem(&self) -> Problem<'_> {
        Problem::new(Kind::Unreadable(self))
    }
}

impl Rejection {
    /// The problem of a document that is rejected: 400 if it cannot be read, 422 if it
    /// breaks rules.
    #[must_use]
    pub fn problem(&self) -> Problem<'_> {
        match self {
            Self::Syntax(error) => error.problem(),
            Self::Violations(violations) => violations.problem(),
        }
    }
}
