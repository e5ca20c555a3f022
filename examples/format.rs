//! Says by hand, or by the line, whether a value is of a format.
//!
//! `cargo run --example format -- [OPTION…] [FORMAT VALUE]`

use std::fmt::Display;
use std::io::{self, BufRead, BufWriter, Write};
use std::process::ExitCode;

use customer_rules::format::{
    CountryCode, Date, Email, Language, OrganizationId, PersonText, PersonalNumber, PhoneNumber,
    PostalCode, ShopEmail, denmark, finland, norway, sweden,
};
use serde::{Deserialize, Serialize};

const USAGE: &str = "\
Says whether a value is of a format, and its canonical form.

Usage: format [--country CODE] [--today DATE] FORMAT VALUE
       format --ndjson
       format

  FORMAT     a name; without one, all names are printed
  VALUE      the value as it was typed
  --country  the country of a postal code, such as NO
  --today    a date such as 2026-01-31, on which nobody born later has a number
  --ndjson   one question a line in, such as {\"format\":\"dk.cvr\",\"value\":\"13585628\"},
             with \"country\" and \"today\" if need be; one answer a line out

Exit code: 0 it is of the format, 1 it is not, 2 usage; with --ndjson 0.
";

/// What is asked, on the command line or in a line.
#[derive(Default, Deserialize)]
struct Question {
    format: String,
    value: String,
    country: Option<String>,
    today: Option<String>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Verdict {
        valid: bool,
        canonical: Option<String>,
    },
    Error {
        error: String,
    },
}

/// A format: its name, what it is, and how a value gets its canonical form.
type Format = (&'static str, &'static str, fn(&Question) -> Verdict);

/// The canonical form, if the value has one; an error, if the question makes no sense.
type Verdict = Result<Option<String>, String>;

/// The verdict of a type's `parse`.
macro_rules! parse {
    ($format:ty) => {
        |question| {
            let parsed = <$format>::parse(question.value.as_str());
            Ok(parsed.map(|value| value.as_str().to_owned()))
        }
    };
}

/// The verdict of a type's `parse`, or of its `parse_on` if the date is known.
macro_rules! parse_on {
    ($format:ty) => {
        |question| {
            let value = question.value.as_str();
            let parsed = match &question.today {
                Some(today) => <$format>::parse_on(value, date(today)?),
                None => <$format>::parse(value),
            };
            Ok(parsed.map(|value| value.as_str().to_owned()))
        }
    };
}

const FORMATS: &[Format] = &[
    (
        "no.national_id",
        "Norwegian national identity number, or D-number",
        parse_on!(norway::NationalIdentityNumber<'_>),
    ),
    (
        "no.national_id.synthetic",
        "the same, or one of the synthetic series",
        |question| {
            let value = question.value.as_str();
            let parsed = norway::NationalIdentityNumber::parse_with_synthetic(value);
            Ok(parsed.map(|number| number.as_str().to_owned()))
        },
    ),
    (
        "no.organization_number",
        "Norwegian organisation number",
        parse!(norway::OrganizationNumber<'_>),
    ),
    (
        "no.vat_number",
        "Norwegian VAT number",
        parse!(norway::VatNumber<'_>),
    ),
    (
        "se.personal_number",
        "Swedish personal identity number",
        parse_on!(sweden::PersonalIdentityNumber<'_>),
    ),
    (
        "se.coordination_number",
        "Swedish coordination number",
        parse_on!(sweden::CoordinationNumber<'_>),
    ),
    (
        "se.organization_number",
        "Swedish organisation number",
        parse!(sweden::OrganizationNumber<'_>),
    ),
    (
        "dk.cpr",
        "Danish CPR number",
        parse_on!(denmark::CprNumber<'_>),
    ),
    (
        "dk.cvr",
        "Danish CVR number",
        parse!(denmark::CvrNumber<'_>),
    ),
    (
        "fi.personal_identity_code",
        "Finnish personal identity code",
        parse_on!(finland::PersonalIdentityCode<'_>),
    ),
    (
        "fi.business_id",
        "Finnish Business ID",
        parse!(finland::BusinessId<'_>),
    ),
    ("postal_code", "postal code of a country", postal_code),
    (
        "phone",
        "phone number that can exist (with the feature phone)",
        PHONE,
    ),
    (
        "phone.e164",
        "phone number in E.164 form",
        parse!(PhoneNumber<'_>),
    ),
    (
        "email",
        "e-mail address as the API takes it",
        parse!(Email<'_>),
    ),
    (
        "email.shop",
        "e-mail address as shops mean it",
        parse!(ShopEmail<'_>),
    ),
    ("person_text", "text of a person", parse!(PersonText<'_>)),
    (
        "personal_number",
        "personal number as the API takes it: 11 digits",
        parse!(PersonalNumber<'_>),
    ),
    (
        "organization_id",
        "organisation number as the API takes it: digits",
        parse!(OrganizationId<'_>),
    ),
    ("language", "language of a customer", parse!(Language)),
    ("country", "ISO 3166-1 alpha-2 code", |question| {
        let country = country(&question.value).ok();
        Ok(country.map(|country| country.alpha2().to_owned()))
    }),
];

fn postal_code(question: &Question) -> Verdict {
    let code = question.country.as_deref();
    let country = country(code.ok_or("a postal code needs a country")?)?;
    let parsed = PostalCode::parse(country, question.value.as_str());
    Ok(parsed.map(|code| code.as_str().to_owned()))
}

#[cfg(feature = "phone")]
const PHONE: fn(&Question) -> Verdict = parse!(customer_rules::format::ValidPhoneNumber<'_>);

#[cfg(not(feature = "phone"))]
const PHONE: fn(&Question) -> Verdict =
    |_| Err("run me with --features phone for this format".into());

fn country(code: &str) -> Result<CountryCode, String> {
    CountryCode::for_alpha2(code).map_err(|_| "the country is not a code such as NO".into())
}

fn date(text: &str) -> Result<Date, String> {
    let parse = || {
        let mut parts = text.splitn(3, '-');
        let year = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        Date::new(year, month, parts.next()?.parse().ok()?)
    };
    parse().ok_or_else(|| "today is not a date such as 2026-01-31".into())
}

const NO_QUESTION: &str = "not a question such as {\"format\":\"dk.cvr\",\"value\":\"13585628\"}";

/// What is asked for on the command line.
enum Task {
    Help,
    List,
    Lines,
    One(Question),
}

fn main() -> ExitCode {
    let outcome = match task(std::env::args().skip(1)) {
        Ok(Task::Help) => print(USAGE),
        Ok(Task::List) => print(&names()),
        Ok(Task::Lines) => answer_lines(io::stdin().lock(), io::stdout().lock()),
        Ok(Task::One(question)) => match verdict(&question) {
            Ok(Some(canonical)) => print(&format!("valid: {canonical}\n")),
            Ok(None) => print("not valid\n").map(|_| ExitCode::from(1)),
            Err(problem) => complain(&problem),
        },
        Err(problem) => complain(&format_args!("{problem}\n\n{USAGE}")),
    };
    match outcome {
        Ok(code) => code,
        // Whoever read the output has seen enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => complain(&error).unwrap_or(ExitCode::from(2)),
    }
}

/// Options come before the format, since a value may begin with a dash.
fn task(mut arguments: impl Iterator<Item = String>) -> Result<Task, String> {
    let mut question = Question::default();
    let mut is_asked = false;
    while let Some(argument) = arguments.next() {
        let mut value = || {
            let value = arguments.next();
            value.ok_or_else(|| format!("what after {argument}?"))
        };
        match argument.as_str() {
            "--help" | "-h" => return Ok(Task::Help),
            "--ndjson" if !is_asked => {
                return match arguments.next() {
                    Some(extra) => Err(format!("not {extra} after --ndjson")),
                    None => Ok(Task::Lines),
                };
            }
            "--country" => question.country = Some(value()?),
            "--today" => question.today = Some(value()?),
            option if option.starts_with('-') => return Err(format!("unknown option {option}")),
            _ => {
                question.value = value()?;
                question.format = argument;
                return match arguments.next() {
                    Some(_) => Err("one value at a time".into()),
                    None => Ok(Task::One(question)),
                };
            }
        }
        is_asked = true;
    }
    if is_asked {
        Err("which format?".into())
    } else {
        Ok(Task::List)
    }
}

fn verdict(question: &Question) -> Verdict {
    let format = FORMATS.iter().find(|(name, ..)| *name == question.format);
    let (_, _, canonical) =
        format.ok_or("no such format (without arguments, all names are printed)")?;
    canonical(question)
}

fn names() -> String {
    let width = FORMATS.iter().map(|(name, ..)| name.len()).max();
    let width = width.unwrap_or(0);
    let row = |(name, what, _): &Format| format!("{name:width$}  {what}\n");
    FORMATS.iter().map(row).collect()
}

/// Answers each line before the next is read.
fn answer_lines(mut input: impl BufRead, out: impl Write) -> io::Result<ExitCode> {
    let mut out = BufWriter::new(out);
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        // Serde's own error may show the value.
        let question = serde_json::from_slice(&line).map_err(|_| NO_QUESTION.to_owned());
        let answer = match question.and_then(|question| verdict(&question)) {
            Ok(canonical) => Answer::Verdict {
                valid: canonical.is_some(),
                canonical,
            },
            Err(error) => Answer::Error { error },
        };
        serde_json::to_writer(&mut out, &answer)?;
        writeln!(out)?;
        out.flush()?;
        line.clear();
    }
    Ok(ExitCode::SUCCESS)
}

fn print(text: &str) -> io::Result<ExitCode> {
    io::stdout().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn complain(problem: &dyn Display) -> io::Result<ExitCode> {
    writeln!(io::stderr(), "{}", problem.to_string().trim_end())?;
    Ok(ExitCode::from(2))
}
