//! Documentation of tables: a [`RuleSet`] and the codes as Markdown.
//!
//! ```
//! use customer_rules::{front_payment::PRIVATE_CUSTOMER, rulebook::Rulebook};
//!
//! let markdown = Rulebook(&PRIVATE_CUSTOMER).to_string();
//! assert!(markdown.contains("| `personalNumber` | nullable<br>string<br>exactly 11 digits |"));
//! ```

use alloc::vec::Vec;
use core::fmt;

use crate::rule::{Code, Params, Rule, Substitutes};
use crate::table::{ELEMENT, Row, RuleSet};
use crate::violation::message::WireMessage;
use crate::violation::{Path, Step};

/// Displays a rule set as a Markdown table, one line per row.
#[derive(Debug, Clone, Copy)]
pub struct Rulebook<'a>(pub &'a RuleSet);

impl fmt::Display for Rulebook<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(
            f,
            "| field | rules | code | wire message | meaning | source |"
        )?;
        writeln!(f, "|---|---|---|---|---|---|")?;
        let rules = self.0;
        let own = rules.get_across().iter().map(|rule| (None, rule));
        let mut across: Vec<_> = own.collect();
        for row in rules.rows() {
            write_row(f, &row)?;
            let inner = row.field().get_across().iter();
            across.extend(inner.map(|rule| (Some(row), rule)));
        }
        if !across.is_empty() {
            writeln!(f, "\nAcross fields:\n")?;
        }
        for (object, rule) in across {
            match object {
                None => write!(f, "- {rule}")?,
                Some(row) => write!(f, "- in `{row}`: {rule}")?,
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

fn write_row(f: &mut fmt::Formatter<'_>, row: &Row) -> fmt::Result {
    let field = row.field();
    let path = super::path(row.keys(), core::iter::repeat(ELEMENT));
    let codes = || field.rules().iter().filter_map(Rule::code);
    let failing = field
        .rules()
        .iter()
        .filter_map(|rule| Some((rule.code()?, rule.params())));
    let messages = failing.map(|(code, params)| WireMessage::new(&path, code, params));
    writeln!(
        f,
        "| `{row}` | {} | {} | {} | {} | {} |",
        Cell(field.rules().iter(), "<br>"),
        Cell(codes().map(Quoted), "<br>"),
        Cell(messages, "<br>"),
        Cell([field.get_about()].into_iter(), ""),
        Cell(field.get_sources().iter(), ", "),
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
        let path = Path::from_iter([Step::row("{attribute}")]);
        for code in Code::ALL {
            let params = match code {
                Code::MaxChars => Params::MaxChars(255),
                Code::RequiredOneOf => Params::RequiredOneOf(Substitutes::new(
                    &[&[&["{other}", "{another}"]]],
                    "{attribute}",
                )),
                _ => Params::None,
            };
            let message = WireMessage::new(&path, *code, params);
            writeln!(f, "| `{code}` | {} | {message} |", code.about())?;
        }
        Ok(())
    }
}

/// Displays a value between backquotes.
struct Quoted<T>(T);

impl<T: fmt::Display> fmt::Display for Quoted<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`", self.0)
    }
}

/// Displays the entries of a table's cell, with a separator between them. Bars are escaped,
/// because a bar would end the cell.
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
