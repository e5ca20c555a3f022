//! Prints `messages.md`: every sentence for the person at the form, in every language.
//!
//! `cargo run --example messages > messages.md`

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write as _};

use customer_rules::connect::{CHANGE_CUSTOMER_INFO, CHECK_CREDENTIALS, SEARCH_CUSTOMERS};
use customer_rules::format::{Count, Language};
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER};
use customer_rules::{
    Check, CrossRule, Label, Pattern, RULE_SETS, Rule, RuleSet, Value, Violations, extend, field,
};

const INTRODUCTION: &str = "\
# The sentences for the person at the form

Said by the code. Do not edit; after a change of a sentence or a label run

```sh
cargo run --example messages > messages.md
```

A speaker of a language can read its part through in five minutes. First come the sentences, on \
rows of this crate's tables and on those of a user's table; then what fields are called, alone and \
as the object of a verb.
";

/// What a form may be sent with, so that it breaks every rule: a table and a body.
const FORMS: &[(&RuleSet, &str)] = &[
    (&PRIVATE_CUSTOMER, "{}"),
    (
        &PRIVATE_CUSTOMER,
        r#"{"name": 5, "email": "kari@", "preferredLanguage": "fi", "personalNumber": "1",
            "addresses": {"billing": {"street": [], "zip": "4313", "city": "Sandnes", "country": "Norway"},
                "shipping": {"country": "Norway"}}}"#,
    ),
    (&STRICT, r#"{"msisdn": "x"}"#),
    (
        &CORPORATE_CUSTOMER,
        r#"{"organizationId": "NO 1", "addresses": 5, "additionalContact":
            [{}, {"name": 5, "email": "x"}]}"#,
    ),
    (
        &CORPORATE_CUSTOMER,
        r#"{"additionalContact": {"main": {"email": "x"}}}"#,
    ),
    (
        &CHANGE_CUSTOMER_INFO,
        r#"{"name": [], "phoneNumbers": [5, {"phoneNumber": "12345678"}], "emails": ["", "x"]}"#,
    ),
    (&CHANGE_CUSTOMER_INFO, r#"{"emails": {}}"#),
    (
        &SEARCH_CUSTOMERS,
        r#"{"streetNumber": "6B", "firstName": "Kari Kari Kari Kari Kari Kari Kari"}"#,
    ),
    (&CHECK_CREDENTIALS, r#"{"credentials": [""]}"#),
    (&CHECK_CREDENTIALS, "{}"),
    (&CAREFUL, r#"{"nickname": "K"}"#),
];

/// The APIs ignore what they do not know.
static CAREFUL: RuleSet = PRIVATE_CUSTOMER.denying_unknown();

static MOBILE: Pattern = Pattern::new(r"^[49]\d{7}$");

static PLATE: Pattern = Pattern::new(r"^[A-Z]{2}\d{5}$");

/// No row of the APIs has a pattern.
static STRICT: RuleSet = extend!(
    PRIVATE_CUSTOMER,
    replacing: [field("msisdn", &[Rule::Required, Rule::Pattern(&MOBILE)]).label(MOBILE_NUMBER)],
);

const MOBILE_NUMBER: &Label = &Label::new()
    .english("mobile number", "the mobile number")
    .norwegian("mobilnummer", "mobilnummeret")
    .swedish("mobilnummer", "mobilnumret")
    .danish("mobilnummer", "mobilnummeret")
    .german("Mobilnummer", "die Mobilnummer");

const MEMBER: &Label = &Label::new()
    .english("member", "the member")
    .norwegian("medlem", "medlemmet")
    .swedish("medlem", "medlemmen")
    .danish("medlem", "medlemmet")
    .german("Mitglied", "das Mitglied");

const NICKNAME: &Label = &Label::new()
    .english("nickname", "the nickname")
    .norwegian("kallenavn", "kallenavnet")
    .swedish("smeknamn", "smeknamnet")
    .danish("kaldenavn", "kaldenavnet")
    .german("Spitzname", "den Spitznamen");

const WORK_EMAIL: &Label = &Label::new()
    .english("work e-mail address", "the work e-mail address")
    .norwegian("jobb-e-postadresse", "jobb-e-postadressen")
    .swedish("jobbadress för e-post", "jobbadressen för e-post")
    .danish("arbejdsmail", "arbejdsmailen")
    .german(
        "dienstliche E-Mail-Adresse",
        "die dienstliche E-Mail-Adresse",
    );

const HOME_COUNTRY: &Label = &Label::new()
    .english("home country", "the home country")
    .norwegian("hjemland", "hjemlandet")
    .swedish("hemland", "hemlandet")
    .danish("hjemland", "hjemlandet")
    .german("Heimatland", "das Heimatland");

const NUMBER_PLATE: &Label = &Label::new()
    .english("number plate", "the number plate")
    .norwegian("bilskilt", "bilskiltet")
    .swedish("registreringsskylt", "registreringsskylten")
    .danish("nummerplade", "nummerpladen")
    .german("Kennzeichen", "das Kennzeichen");

const BIRTH_YEAR: &Label = &Label::new()
    .english("year of birth", "the year of birth")
    .norwegian("fødselsår", "fødselsåret")
    .swedish("födelseår", "födelseåret")
    .danish("fødselsår", "fødselsåret")
    .german("Geburtsjahr", "das Geburtsjahr");

const PAY_BY: &Label = &Label::new()
    .english("way to pay", "the way to pay")
    .norwegian("betalingsmåte", "betalingsmåten")
    .swedish("betalningssätt", "betalningssättet")
    .danish("betalingsmåde", "betalingsmåden")
    .german("Zahlungsart", "die Zahlungsart");

const CARD: &Label = &Label::new()
    .english("card", "the card")
    .norwegian("kort", "kortet")
    .swedish("kort", "kortet")
    .danish("kort", "kortet")
    .german("Karte", "die Karte");

const INVOICE: &Label = &Label::new()
    .english("invoice", "the invoice")
    .norwegian("faktura", "fakturaen")
    .swedish("faktura", "fakturan")
    .danish("faktura", "fakturaen")
    .german("Rechnung", "die Rechnung");

const CARD_NUMBER: &Label = &Label::new()
    .english("card number", "the card number")
    .norwegian("kortnummer", "kortnummeret")
    .swedish("kortnummer", "kortnumret")
    .danish("kortnummer", "kortnummeret")
    .german("Kartennummer", "die Kartennummer");

const INVOICE_ADDRESS: &Label = &Label::new()
    .english("invoice address", "the invoice address")
    .norwegian("fakturaadresse", "fakturaadressen")
    .swedish("fakturaadress", "fakturaadressen")
    .danish("fakturaadresse", "fakturaadressen")
    .german("Rechnungsadresse", "die Rechnungsadresse");

const TERMS: &Label = &Label::new()
    .english("terms of membership", "the terms of membership")
    .norwegian("medlemsvilkår", "medlemsvilkårene")
    .swedish("medlemsvillkor", "medlemsvillkoren")
    .danish("medlemsvilkår", "medlemsvilkårene")
    .german("Mitgliedsbedingungen", "die Mitgliedsbedingungen");

/// A rule of the user's own, with its own sentences.
#[derive(Debug)]
struct Accepted;

impl Check for Accepted {
    fn code(&self) -> &'static str {
        "accepted"
    }

    fn message(&self) -> &'static str {
        "The {attribute} must be accepted."
    }

    fn plain_messages(&self) -> &'static [(Language, &'static str)] {
        &[
            (Language::English, "You must accept {attribute}."),
            (Language::Norwegian, "Du må godta {attribute}."),
            (Language::Swedish, "Du måste godkänna {attribute}."),
            (Language::Danish, "Du skal acceptere {attribute}."),
            (Language::German, "{Attribute} müssen Sie akzeptieren."),
        ]
    }

    fn accepts(&self, value: Value<'_>) -> bool {
        matches!(value, Value::Bool(true))
    }
}

/// Another, without.
#[derive(Debug)]
struct Even;

impl Check for Even {
    fn code(&self) -> &'static str {
        "even"
    }

    fn message(&self) -> &'static str {
        "The {attribute} must be even."
    }

    fn accepts(&self, _: Value<'_>) -> bool {
        false
    }
}

/// A user's table, with every rule.
pub(crate) static CLUB: RuleSet = RuleSet::new(&[
    field(
        "members",
        &[
            Rule::Required,
            Rule::String,
            Rule::Array,
            Rule::List,
            Rule::Object,
        ],
    )
    .each(&[
        field("nickname", &[Rule::Required, Rule::MaxChars(1)]).label(NICKNAME),
        field("email", &[Rule::Nullable, Rule::Email]).label(WORK_EMAIL),
        field("country", &[Rule::Required, Rule::Country]).label(HOME_COUNTRY),
        field("mobile", &[Rule::Nullable, Rule::E164]).label(MOBILE_NUMBER),
        field("plate", &[Rule::Nullable, Rule::Pattern(&PLATE)]).label(NUMBER_PLATE),
        field(
            "birthYear",
            &[
                Rule::Nullable,
                Rule::Integer,
                Rule::Digits(Count::Exactly(1)),
                Rule::Digits(Count::Exactly(4)),
                Rule::Digits(Count::AtLeast(1)),
                Rule::Digits(Count::AtLeast(2)),
                Rule::Custom(&Even),
            ],
        )
        .label(BIRTH_YEAR),
    ])
    .each_label(MEMBER),
    field(
        "payBy",
        &[Rule::Required, Rule::OneOf(&["card", "invoice"])],
    )
    .label(PAY_BY)
    .choice_labels(&[CARD, INVOICE]),
    field("terms", &[Rule::Required, Rule::Custom(&Accepted)]).label(TERMS),
    field("card", &[Rule::Nullable, Rule::String]).label(CARD_NUMBER),
    field("invoice", &[Rule::Nullable, Rule::String]).label(INVOICE_ADDRESS),
    field("unnamed", &[Rule::Required, Rule::OneOf(&["a", "b", "c"])]),
])
.across(&[CrossRule::RequiredOneOf(&[&[&["card"]], &[&["invoice"]]])])
.denying_unknown()
.named("club");

const CLUB_FORMS: &[&str] = &[
    r#"{"members": [{}, {"nickname": "xx", "email": "x", "country": "x",
        "mobile": "x", "plate": "x", "birthYear": "x"}], "payBy": "x", "terms": false, "unnamed": "x"}"#,
    r#"{"members": 5, "payBy": null, "referredBy": "x"}"#,
    "{}",
];

fn main() -> io::Result<()> {
    io::stdout().lock().write_all(messages_md().as_bytes())
}

/// The whole document.
pub(crate) fn messages_md() -> String {
    let mut text = INTRODUCTION.to_owned();
    for language in Language::ALL {
        let _ = write!(text, "\n## {language:?}\n");
        text.push_str("\n### Tables of this crate\n\n");
        let forms = FORMS.iter().map(|(rules, body)| violations(rules, body));
        text.push_str(&sentences(forms, *language));
        text.push_str("\n### A user's table\n\n");
        let forms = CLUB_FORMS.iter().map(|body| violations(&CLUB, body));
        text.push_str(&sentences(forms, *language));
        text.push_str("\n### What fields are called\n\n");
        text.push_str(&labels(*language));
    }
    text
}

pub(crate) fn violations(rules: &RuleSet, body: &str) -> Violations {
    let document = rules.read_json(body.as_bytes());
    document
        .map(|document| document.violations())
        .unwrap_or_default()
}

/// A line for each sentence, once.
fn sentences(forms: impl Iterator<Item = Violations>, language: Language) -> String {
    let mut text = "| code | sentence |\n|---|---|\n".to_owned();
    let mut said = BTreeSet::new();
    for violations in forms {
        for message in violations.in_language(language).iter() {
            let line = format!("| `{}` | {message} |\n", message.violation().code());
            if said.insert(line.clone()) {
                text.push_str(&line);
            }
        }
    }
    text
}

/// A line for each label, once.
fn labels(language: Language) -> String {
    let mut text = "| name | as the object of a verb |\n|---|---|\n".to_owned();
    let mut said = BTreeSet::new();
    for row in RULE_SETS.iter().flat_map(|rules| rules.rows()) {
        let field = row.field();
        let labels = field.get_label().into_iter().chain(field.get_each_label());
        for noun in labels.filter_map(|label| label.get(language)) {
            let line = format!("| {} | {} |\n", noun.name(), noun.definite());
            if said.insert(line.clone()) {
                text.push_str(&line);
            }
        }
    }
    text
}
