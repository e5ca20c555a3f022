//! What fields are called: [`Label`], a [`Noun`] in each language.

use crate::format::Language;

/// A noun as sentences need it: alone, and in the middle of a sentence.
///
/// Both are written as in the middle of a sentence, where only German begins a noun with
/// a capital. The start of a line is capitalised when it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Noun<'a> {
    name: &'a str,
    definite: &'a str,
}

impl<'a> Noun<'a> {
    /// A noun from its name and its definite form, which is the object of a verb:
    /// `("postal code", "the postal code")`, `("Name", "den Namen")`.
    #[must_use]
    pub const fn new(name: &'a str, definite: &'a str) -> Self {
        Self { name, definite }
    }

    /// The name alone: `postal code`, `postnummer`, `Postleitzahl`.
    #[must_use]
    pub const fn name(self) -> &'a str {
        self.name
    }

    /// The definite form, as the object of a verb: `the postal code`, `postnummeret`,
    /// `die Postleitzahl`.
    #[must_use]
    pub const fn definite(self) -> &'a str {
        self.definite
    }
}

/// What a field is called, in each language.
///
/// A `const` of its own, named by the rows that have it. (The compiler lets no `const` row
/// name a `static`.) A language that is left out is missing: sentences then speak of "the
/// value".
///
/// ```
/// use customer_rules::{Label, RuleSet, Rule::*, field, format::Language};
///
/// const MEMBER_NUMBER: Label = Label::new()
///     .english("member number", "the member number")
///     .norwegian("medlemsnummer", "medlemsnummeret")
///     .german("Mitgliedsnummer", "die Mitgliedsnummer");
/// static CLUB: RuleSet = RuleSet::new(&[
///     field("memberNumber", &[Required, Integer]).label(&MEMBER_NUMBER),
/// ]);
///
/// let refused = CLUB.check_json(b"{}").unwrap_err();
/// let first = refused.violations().unwrap().iter().next().unwrap();
/// assert_eq!(first.in_language(Language::Norwegian).to_string(), "Skriv inn medlemsnummeret.");
/// assert_eq!(
///     first.in_language(Language::German).to_string(),
///     "Bitte geben Sie die Mitgliedsnummer ein.",
/// );
/// assert_eq!(first.in_language(Language::Swedish).to_string(), "Ange värdet.");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Label {
    english: Option<Noun<'static>>,
    norwegian: Option<Noun<'static>>,
    swedish: Option<Noun<'static>>,
    danish: Option<Noun<'static>>,
    german: Option<Noun<'static>>,
}

impl Label {
    /// A label without a language yet.
    #[must_use]
    pub const fn new() -> Self {
        Self {
            english: None,
            norwegian: None,
            swedish: None,
            danish: None,
            german: None,
        }
    }

    /// The same, with the English noun: `("postal code", "the postal code")`.
    #[must_use]
    pub const fn english(self, name: &'static str, definite: &'static str) -> Self {
        let english = Some(Noun::new(name, definite));
        Self { english, ..self }
    }

    /// The same, with the Norwegian noun: `("postnummer", "postnummeret")`.
    #[must_use]
    pub const fn norwegian(self, name: &'static str, definite: &'static str) -> Self {
        let norwegian = Some(Noun::new(name, definite));
        Self { norwegian, ..self }
    }

    /// The same, with the Swedish noun: `("postnummer", "postnumret")`.
    #[must_use]
    pub const fn swedish(self, name: &'static str, definite: &'static str) -> Self {
        let swedish = Some(Noun::new(name, definite));
        Self { swedish, ..self }
    }

    /// The same, with the Danish noun: `("postnummer", "postnummeret")`.
    #[must_use]
    pub const fn danish(self, name: &'static str, definite: &'static str) -> Self {
        let danish = Some(Noun::new(name, definite));
        Self { danish, ..self }
    }

    /// The same, with the German noun; the definite form is in the accusative:
    /// `("Name", "den Namen")`.
    #[must_use]
    pub const fn german(self, name: &'static str, definite: &'static str) -> Self {
        let german = Some(Noun::new(name, definite));
        Self { german, ..self }
    }

    /// The noun of a language, if the label has it.
    #[must_use]
    pub const fn get(&self, language: Language) -> Option<Noun<'static>> {
        match language {
            Language::English => self.english,
            Language::Norwegian => self.norwegian,
            Language::Swedish => self.swedish,
            Language::Danish => self.danish,
            Language::German => self.german,
        }
    }
}
