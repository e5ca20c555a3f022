//! What the fields of Connect's tables are called, in every language.

use crate::Label;
use crate::api::labels::label;
pub(super) use crate::api::labels::{EMAIL, NAME, PHONE_NUMBER, POSTAL_CODE, TOWN};

pub(super) const PRODUCT_CODE: Label = label(
    ("product code", "the product code"),
    ("produktkode", "produktkoden"),
    ("produktkod", "produktkoden"),
    ("produktkode", "produktkoden"),
    ("Produktcode", "den Produktcode"),
);

pub(super) const COMPANY_NAME: Label = label(
    ("company name", "the company name"),
    ("firmanavn", "firmanavnet"),
    ("företagsnamn", "företagsnamnet"),
    ("firmanavn", "firmanavnet"),
    ("Firmenname", "den Firmennamen"),
);

pub(super) const DEPARTMENT_NAME: Label = label(
    ("department name", "the department name"),
    ("avdelingsnavn", "avdelingsnavnet"),
    ("avdelningsnamn", "avdelningsnamnet"),
    ("afdelingsnavn", "afdelingsnavnet"),
    ("Name der Abteilung", "den Namen der Abteilung"),
);

pub(super) const FIRST_NAME: Label = label(
    ("first name", "the first name"),
    ("fornavn", "fornavnet"),
    ("förnamn", "förnamnet"),
    ("fornavn", "fornavnet"),
    ("Vorname", "den Vornamen"),
);

pub(super) const MIDDLE_NAME: Label = label(
    ("middle name", "the middle name"),
    ("mellomnavn", "mellomnavnet"),
    ("mellannamn", "mellannamnet"),
    ("mellemnavn", "mellemnavnet"),
    ("zweiter Vorname", "den zweiten Vornamen"),
);

pub(super) const LAST_NAME: Label = label(
    ("last name", "the last name"),
    ("etternavn", "etternavnet"),
    ("efternamn", "efternamnet"),
    ("efternavn", "efternavnet"),
    ("Nachname", "den Nachnamen"),
);

pub(super) const CARE_OF_ADDRESS: Label = label(
    ("c/o address", "the c/o address"),
    ("c/o-adresse", "c/o-adressen"),
    ("c/o-adress", "c/o-adressen"),
    ("c/o-adresse", "c/o-adressen"),
    ("c/o-Adresse", "die c/o-Adresse"),
);

pub(super) const STREET_ADDRESS: Label = label(
    ("street name", "the street name"),
    ("gatenavn", "gatenavnet"),
    ("gatunamn", "gatunamnet"),
    ("vejnavn", "vejnavnet"),
    ("Straße", "die Straße"),
);

pub(super) const STREET_NUMBER: Label = label(
    ("house number", "the house number"),
    ("husnummer", "husnummeret"),
    ("husnummer", "husnumret"),
    ("husnummer", "husnummeret"),
    ("Hausnummer", "die Hausnummer"),
);

pub(super) const ENTRANCE: Label = label(
    ("entrance", "the entrance"),
    ("oppgang", "oppgangen"),
    ("uppgång", "uppgången"),
    ("opgang", "opgangen"),
    ("Eingang", "den Eingang"),
);

pub(super) const COUNTRY_CODE: Label = label(
    ("country code", "the country code"),
    ("landkode", "landkoden"),
    ("landskod", "landskoden"),
    ("landekode", "landekoden"),
    ("Ländercode", "den Ländercode"),
);

pub(super) const PHONE_NUMBERS: Label = label(
    ("phone numbers", "the phone numbers"),
    ("telefonnumre", "telefonnumrene"),
    ("telefonnummer", "telefonnumren"),
    ("telefonnumre", "telefonnumrene"),
    ("Telefonnummern", "die Telefonnummern"),
);

pub(super) const PHONE_NUMBER_TYPE: Label = label(
    ("phone number type", "the phone number type"),
    ("nummertype", "nummertypen"),
    ("nummertyp", "nummertypen"),
    ("nummertype", "nummertypen"),
    ("Art der Nummer", "die Art der Nummer"),
);

pub(super) const EMAILS: Label = label(
    ("e-mail addresses", "the e-mail addresses"),
    ("e-postadresser", "e-postadressene"),
    ("e-postadresser", "e-postadresserna"),
    ("e-mailadresser", "e-mailadresserne"),
    ("E-Mail-Adressen", "die E-Mail-Adressen"),
);

pub(super) const INVOICE_EMAIL: Label = label(
    (
        "e-mail address for invoices",
        "the e-mail address for invoices",
    ),
    ("e-postadresse for faktura", "e-postadressen for faktura"),
    ("e-postadress för fakturor", "e-postadressen för fakturor"),
    (
        "e-mailadresse til fakturaer",
        "e-mailadressen til fakturaer",
    ),
    (
        "E-Mail-Adresse für Rechnungen",
        "die E-Mail-Adresse für Rechnungen",
    ),
);

pub(super) const CUSTOMER_IDS: Label = label(
    ("customer IDs", "the customer IDs"),
    ("kunde-ID-er", "kunde-ID-ene"),
    ("kund-id:n", "kund-id:na"),
    ("kunde-id'er", "kunde-id'erne"),
    ("Kunden-IDs", "die Kunden-IDs"),
);

pub(super) const CUSTOMER_ID: Label = label(
    ("customer ID", "the customer ID"),
    ("kunde-ID", "kunde-ID-en"),
    ("kund-id", "kund-id:t"),
    ("kunde-id", "kunde-id'et"),
    ("Kunden-ID", "die Kunden-ID"),
);
