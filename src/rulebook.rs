//! Tables for people: a [`RuleSet`] and the codes as Markdown.
//!
//! ```
//! use customer_rules::{front_payment::PRIVATE_CUSTOMER, rulebook::Rulebook};
//!
//! let markdown = Rulebook(&PRIVATE_CUSTOMER).to_string();
//! assert!(markdown.contains("| `personalNumber` | nullable<br>string<br>exactly 11 digits |"));
//! ```

use alloc::vec::Vec;
use core::fmt;

use crate::code::{Code, Params, Substitutes};
use crate::cross_rule::CrossRule;
use crate::field::Field;
use crate::message::WireMessage;
use crate::path::{Path, Piece, Way};
use crate::rule::Rule;
use crate::rule_set::RuleSet;

/// Displays a rule set as a Markdown table, a line per row.
#[derive(Debug, Clone, Copy)]
pub struct Rulebook<'a>(pub &'a RuleSet);

impl fmt::Display for Rulebook<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| field | rules | code | wire message | meaning | source |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        write_rows(f, self.0.fields(), None)?;
        let rules = self.0;
        let mut across: Vec<_> = rules
            .cross_rules()
            .iter()
            .map(|rule| (None, rule))
            .collect();
        add_across(rules.fields(), None, &mut across);
        if !across.is_empty() {
            writeln!(f, "\nAcross fields:\n")?;
        }
        for (object, rule) in across {
            match object {
                None => write!(f, "- {rule}")?,
                Some(path) => write!(f, "- in `{path}`: {rule}")?,
            }
            writeln!(f, " (`{}`)", rule.code())?;
        }
        if !rules.fallbacks().is_empty() || rules.sends_absent_as_null() {
            writeln!(f, "\nWhat is sent:\n")?;
        }
        for fallback in rules.fallbacks() {
            write!(f, "- `{}` is `{}` if ", fallback.path(), fallback.text())?;
            writeln!(
                f,
                "the document has none of {}",
                Cell(fallback.unless().iter().map(Quoted), " and ")
            )?;
        }
        if rules.sends_absent_as_null() {
            writeln!(f, "- a field that the document leaves out is sent as null")?;
        }
        Ok(())
    }
}

/// Adds the rules across the fields of inner objects, each with the path of its object.
fn add_across(
    fields: &'static [Field],
    above: Option<&Way<'_>>,
    into: &mut Vec<(Option<Path>, &'static CrossRule)>,
) {
    for field in fields {
        let row = Way::new(above, Piece::row(field.kept_key()));
        add_across_row(field, &row, into);
    }
}

fn add_across_row(
    field: &'static Field,
    row: &Way<'_>,
    into: &mut Vec<(Option<Path>, &'static CrossRule)>,
) {
    let rules = field.cross_rules().iter();
    into.extend(rules.map(|rule| (Some(row.path()), rule)));
    add_across(field.member_fields(), Some(row), into);
    let each = Way::new(Some(row), Piece::name("*"));
    match (field.element_row(), field.element_fields()) {
        (Some(element), _) => add_across_row(element, &each, into),
        (None, fields) => add_across(fields.unwrap_or_default(), Some(&each), into),
    }
}

fn write_rows(
    f: &mut fmt::Formatter<'_>,
    fields: &'static [Field],
    above: Option<&Way<'_>>,
) -> fmt::Result {
    for field in fields {
        let row = Way::new(above, Piece::row(field.kept_key()));
        write_row(f, field, &row.path())?;
        write_rows(f, field.member_fields(), Some(&row))?;
        if let Some(fields) = field.element_fields() {
            let each = Way::new(Some(&row), Piece::name("*"));
            if let Some(element) = field.element_row() {
                write_row(f, element, &each.path())?;
            }
            write_rows(f, fields, Some(&each))?;
        }
    }
    Ok(())
}

fn write_row(f: &mut fmt::Formatter<'_>, field: &Field, path: &Path) -> fmt::Result {
    let codes = || field.rules().iter().filter_map(Rule::code);
    let failing = field
        .rules()
        .iter()
        .filter_map(|rule| Some((rule.code()?, rule.params())));
    let messages = failing.map(|(code, params)| WireMessage::new(path, code, params));
    writeln!(
        f,
        "| `{path}` | {} | {} | {} | {} | {} |",
        Cell(field.rules().iter(), "<br>"),
        Cell(codes().map(Quoted), "<br>"),
        Cell(messages, "<br>"),
        Cell([field.meaning()].into_iter(), ""),
        Cell(field.authority().iter(), ", "),
    )
}

/// Displays every code with its meaning as a Markdown table.
///
/// ```
/// use customer_rules::rulebook::Codes;
///
/// assert!(Codes.to_string().contains("| `email` |"));
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Codes;

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "| code | meaning | wire message |")?;
        writeln!(f, "|---|---|---|")?;
        let path = Path::from_iter([Piece::row(&"{attribute}")]);
        for code in Code::ALL {
            let params = match code {
                Code::MaxChars => Params::MaxChars(255),
                Code::RequiredOneOf => {
                    Params::RequiredOneOf(Substitutes::new(&[&[&["{others}"]]], "{attribute}"))
                }
                _ => Params::None,
            };
            let message = WireMessage::new(&path, *code, params);
            writeln!(f, "| `{code}` | {} | {message} |", code.about())?;
        }
        Ok(())
    }
}

/// Displays something as code.
struct Quoted<T>(T);

impl<T: fmt::Display> fmt::Display for Quoted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// Displays the entries of a table's cell, with something between them; a bar
/// would end the cell.
struct Cell<I>(I, &'static str);

impl<I: Iterator<Item: fmt::Display> + Clone> fmt::Display for Cell<I> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        struct Escaped<'f, 'b>(&'f mut fmt::Formatter<'b>);
        impl fmt::Write for Escaped<'_, '_> {
            fn write_str(&mut self, part: &str) -> fmt::Result {
                for piece in part.split_inclusive('|') {
                    match piece.strip_suffix('|') {
                        Some(before) => write!(self.0, "{before}\\|")?,
                        None => self.0.write_str(piece)?,
                    }
                }
                Ok(())
            }
        }
        for (position, entry) in self.0.clone().enumerate() {
            if position > 0 {
                f.write_str(self.1)?;
            }
            fmt::write(&mut Escaped(f), format_args!("{entry}"))?;
        }
        Ok(())
    }
}
