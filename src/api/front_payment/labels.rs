//! What the fields of Front Payment's tables are called, in every language.
//!
//! A billing address is plainly the address; the rows of a shipping address say that they
//! are for delivery.

use crate::Label;
use crate::api::labels::label;
pub(super) use crate::api::labels::{EMAIL, NAME, PHONE_NUMBER, POSTAL_CODE, TOWN};

pub(super) const CALLING_CODE: Label = label(
    ("country calling code", "the country calling code"),
    ("landkode", "landkoden"),
    ("landsnummer", "landsnumret"),
    ("landekode", "landekoden"),
    ("Landesvorwahl", "die Landesvorwahl"),
);

pub(super) const PREFERRED_LANGUAGE: Label = label(
    ("preferred language", "the preferred language"),
    ("foretrukket språk", "det foretrukne språket"),
    ("önskat språk", "det önskade språket"),
    ("foretrukket sprog", "det foretrukne sprog"),
    ("bevorzugte Sprache", "die bevorzugte Sprache"),
);

pub(super) const PERSONAL_NUMBER: Label = label(
    ("national identity number", "the national identity number"),
    ("fødselsnummer", "fødselsnummeret"),
    ("personnummer", "personnumret"),
    ("personnummer", "personnummeret"),
    ("Personennummer", "die Personennummer"),
);

pub(super) const ORGANIZATION_ID: Label = label(
    ("organisation number", "the organisation number"),
    ("organisasjonsnummer", "organisasjonsnummeret"),
    ("organisationsnummer", "organisationsnumret"),
    ("organisationsnummer", "organisationsnummeret"),
    ("Organisationsnummer", "die Organisationsnummer"),
);

pub(super) const ADDRESSES: Label = label(
    ("addresses", "the addresses"),
    ("adresser", "adressene"),
    ("adresser", "adresserna"),
    ("adresser", "adresserne"),
    ("Adressen", "die Adressen"),
);

pub(super) const BILLING: Label = label(
    ("billing address", "the billing address"),
    ("fakturaadresse", "fakturaadressen"),
    ("fakturaadress", "fakturaadressen"),
    ("faktureringsadresse", "faktureringsadressen"),
    ("Rechnungsadresse", "die Rechnungsadresse"),
);

pub(super) const SHIPPING: Label = label(
    ("delivery address", "the delivery address"),
    ("leveringsadresse", "leveringsadressen"),
    ("leveransadress", "leveransadressen"),
    ("leveringsadresse", "leveringsadressen"),
    ("Lieferadresse", "die Lieferadresse"),
);

pub(super) const STREET: Label = label(
    ("street address", "the street address"),
    ("gateadresse", "gateadressen"),
    ("gatuadress", "gatuadressen"),
    ("vejnavn og husnummer", "vejnavn og husnummer"),
    ("Straße und Hausnummer", "Straße und Hausnummer"),
);

pub(super) const COUNTRY: Label = label(
    ("country", "the country"),
    ("land", "landet"),
    ("land", "landet"),
    ("land", "landet"),
    ("Land", "das Land"),
);

pub(super) const SHIPPING_STREET: Label = label(
    (
        "street address for delivery",
        "the street address for delivery",
    ),
    ("gateadresse for levering", "gateadressen for levering"),
    ("gatuadress för leverans", "gatuadressen för leverans"),
    (
        "vejnavn og husnummer til levering",
        "vejnavn og husnummer til levering",
    ),
    (
        "Straße und Hausnummer für die Lieferung",
        "Straße und Hausnummer für die Lieferung",
    ),
);

pub(super) const SHIPPING_ZIP: Label = label(
    ("postal code for delivery", "the postal code for delivery"),
    ("postnummer for levering", "postnummeret for levering"),
    ("postnummer för leverans", "postnumret för leverans"),
    ("postnummer til levering", "postnummeret til levering"),
    (
        "Postleitzahl für die Lieferung",
        "die Postleitzahl für die Lieferung",
    ),
);

pub(super) const SHIPPING_CITY: Label = label(
    ("town or city for delivery", "the town or city for delivery"),
    ("poststed for levering", "poststedet for levering"),
    ("postort för leverans", "postorten för leverans"),
    ("by til levering", "byen til levering"),
    ("Ort für die Lieferung", "den Ort für die Lieferung"),
);

pub(super) const SHIPPING_COUNTRY: Label = label(
    ("country for delivery", "the country for delivery"),
    ("land for levering", "landet for levering"),
    ("land för leverans", "landet för leverans"),
    ("land til levering", "landet til levering"),
    ("Land für die Lieferung", "das Land für die Lieferung"),
);

pub(super) const CONTACTS: Label = label(
    ("contacts", "the contacts"),
    ("kontakter", "kontaktene"),
    ("kontakter", "kontakterna"),
    ("kontakter", "kontakterne"),
    ("Kontakte", "die Kontakte"),
);

pub(super) const CONTACT: Label = label(
    ("contact", "the contact"),
    ("kontakt", "kontakten"),
    ("kontakt", "kontakten"),
    ("kontakt", "kontakten"),
    ("Kontakt", "den Kontakt"),
);

pub(super) const DESIGNATION: Label = label(
    ("job title", "the job title"),
    ("stilling", "stillingen"),
    ("befattning", "befattningen"),
    ("stilling", "stillingen"),
    ("Position", "die Position"),
);

pub(super) const NOTE: Label = label(
    ("note", "the note"),
    ("merknad", "merknaden"),
    ("anteckning", "anteckningen"),
    ("bemærkning", "bemærkningen"),
    ("Bemerkung", "die Bemerkung"),
);

/// The languages, in the order of their codes.
pub(super) const LANGUAGES: &[&Label] = &[&ENGLISH, &NORWEGIAN, &SWEDISH, &DANISH, &GERMAN];

const ENGLISH: Label = label(
    ("English", "English"),
    ("engelsk", "engelsk"),
    ("engelska", "engelska"),
    ("engelsk", "engelsk"),
    ("Englisch", "Englisch"),
);

const NORWEGIAN: Label = label(
    ("Norwegian", "Norwegian"),
    ("norsk", "norsk"),
    ("norska", "norska"),
    ("norsk", "norsk"),
    ("Norwegisch", "Norwegisch"),
);

const SWEDISH: Label = label(
    ("Swedish", "Swedish"),
    ("svensk", "svensk"),
    ("svenska", "svenska"),
    ("svensk", "svensk"),
    ("Schwedisch", "Schwedisch"),
);

const DANISH: Label = label(
    ("Danish", "Danish"),
    ("dansk", "dansk"),
    ("danska", "danska"),
    ("dansk", "dansk"),
    ("Dänisch", "Dänisch"),
);

const GERMAN: Label = label(
    ("German", "German"),
    ("tysk", "tysk"),
    ("tyska", "tyska"),
    ("tysk", "tysk"),
    ("Deutsch", "Deutsch"),
);
