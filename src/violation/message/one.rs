//! What is said of one violation: [`Message`], and the name of its field, [`FieldName`].

use alloc::string::String;
use core::fmt;

use serde::{Serialize, Serializer};

use super::fault::{Capitalized, Fault};
use super::template;
use super::wire;
use super::wording::{Wording, Words};
use crate::format::Language;
use crate::violation::Violation;

/// Displays what is said of a violation, in the API's words, in a language or in words of
/// your own. Serialises as the sentence.
///
/// ```
/// use customer_rules::format::Language::{English, German};
/// use customer_rules::front_payment::CORPORATE_CUSTOMER;
///
/// let document = CORPORATE_CUSTOMER.read_json(br#"{"additionalContact": [{}, {"email": "x"}]}"#)?;
/// let violations = document.violations();
/// let email = violations.for_field("additionalContact.1.email").next().unwrap();
///
/// let message = email.in_language(English);
/// assert_eq!(message.to_string(), "Contact 2: Enter the e-mail address in the form name@example.com.");
/// assert_eq!(message.field_name().to_string(), "Contact 2: e-mail address");
/// assert_eq!(email.in_language(German).field_name().to_string(), "Kontakt 2: E-Mail-Adresse");
/// # Ok::<(), customer_rules::SyntaxError>(())
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Message<'a> {
    violation: &'a Violation,
    words: Words<'a>,
}

impl<'a> Message<'a> {
    pub(crate) fn new(violation: &'a Violation, words: Words<'a>) -> Self {
        Self { violation, words }
    }

    /// What is wrong, and where.
    #[must_use]
    pub fn violation(&self) -> &'a Violation {
        self.violation
    }

    /// The name of the field. In wire words it is the English one.
    #[must_use]
    pub fn field_name(&self) -> FieldName<'a> {
        FieldName(*self)
    }

    /// Writes the sentence. Into a `String`, wire words need no formatter, which halves
    /// their time.
    pub(crate) fn write(&self, out: &mut String) -> fmt::Result {
        match self.words {
            Words::Wire => {
                let violation = self.violation;
                wire::write(out, &violation.path, violation.code(), || {
                    violation.params()
                })
            }
            Words::Plain(wording) => write_plain(out, self.violation, wording),
        }
    }
}

fn write_plain<W: fmt::Write>(
    out: &mut W,
    violation: &Violation,
    wording: &dyn Wording,
) -> fmt::Result {
    let fault = Fault::new(violation, wording);
    if fault.write_elements(out)? {
        out.write_str(": ")?;
    }
    if let Some(sentence) = wording.sentence(violation) {
        return template::write(out, sentence, &fault);
    }
    if let Some(sentence) = fault.own_sentence() {
        return template::write(out, sentence, &fault);
    }
    match fault.wire_template() {
        Some(message) => template::write_wire(out, message, fault.noun().name()),
        None => template::write(out, fault.sentence(), &fault),
    }
}

impl fmt::Display for Message<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.words {
            Words::Wire => self.violation.message().fmt(f),
            Words::Plain(wording) => write_plain(f, self.violation, wording),
        }
    }
}

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Displays the name of the field that a message is about, those of elements told apart.
#[derive(Debug, Clone, Copy)]
pub struct FieldName<'a>(Message<'a>);

impl fmt::Display for FieldName<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let wording = match self.0.words {
            Words::Wire => &Language::English,
            Words::Plain(wording) => wording,
        };
        let fault = Fault::new(self.0.violation, wording);
        let name = fault.noun().name();
        if !fault.write_elements(f)? {
            write!(f, "{}", Capitalized(name))
        } else if fault.is_element() {
            Ok(())
        } else {
            write!(f, ": {name}")
        }
    }
}

impl Serialize for FieldName<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Violation {
    /// What is said of it in a language, with the name of its field.
    ///
    /// ```
    /// use customer_rules::format::Language::Swedish;
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// // While a person types: one field at a time.
    /// let country = PRIVATE_CUSTOMER.at("addresses.billing.country").unwrap();
    /// let violations = country.check_text("Norge");
    /// let first = violations.iter().next().unwrap();
    /// assert_eq!(first.in_language(Swedish).to_string(), "Välj landet i listan.");
    /// ```
    #[must_use]
    pub fn in_language(&self, language: Language) -> Message<'_> {
        Message::new(self, language.into())
    }

    /// What is said of it in words of your own.
    #[must_use]
    pub fn in_wording<'a>(&'a self, wording: &'a dyn Wording) -> Message<'a> {
        Message::new(self, Words::Plain(wording))
    }
}
