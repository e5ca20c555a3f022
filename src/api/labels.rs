//! What the fields of both APIs are called, and how a label is written.
//!
//! The languages come in the order of [`Language::ALL`](crate::format::Language::ALL). Nouns
//! are written as in the middle of a sentence, the definite form as the object of a verb.

use crate::Label;

/// A label in every language, so that none is forgotten: the name and its definite form.
pub(super) const fn label(
    english: (&'static str, &'static str),
    norwegian: (&'static str, &'static str),
    swedish: (&'static str, &'static str),
    danish: (&'static str, &'static str),
    german: (&'static str, &'static str),
) -> Label {
    Label::new()
        .english(english.0, english.1)
        .norwegian(norwegian.0, norwegian.1)
        .swedish(swedish.0, swedish.1)
        .danish(danish.0, danish.1)
        .german(german.0, german.1)
}

pub(super) const NAME: Label = label(
    ("name", "the name"),
    ("navn", "navnet"),
    ("namn", "namnet"),
    ("navn", "navnet"),
    ("Name", "den Namen"),
);

pub(super) const EMAIL: Label = label(
    ("e-mail address", "the e-mail address"),
    ("e-postadresse", "e-postadressen"),
    ("e-postadress", "e-postadressen"),
    ("e-mailadresse", "e-mailadressen"),
    ("E-Mail-Adresse", "die E-Mail-Adresse"),
);

pub(super) const PHONE_NUMBER: Label = label(
    ("phone number", "the phone number"),
    ("telefonnummer", "telefonnummeret"),
    ("telefonnummer", "telefonnumret"),
    ("telefonnummer", "telefonnummeret"),
    ("Telefonnummer", "die Telefonnummer"),
);

pub(super) const POSTAL_CODE: Label = label(
    ("postal code", "the postal code"),
    ("postnummer", "postnummeret"),
    ("postnummer", "postnumret"),
    ("postnummer", "postnummeret"),
    ("Postleitzahl", "die Postleitzahl"),
);

pub(super) const TOWN: Label = label(
    ("town or city", "the town or city"),
    ("poststed", "poststedet"),
    ("postort", "postorten"),
    ("by", "byen"),
    ("Ort", "den Ort"),
);
