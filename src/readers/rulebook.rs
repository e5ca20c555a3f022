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

use crate::rule::Rule;
use crate::rule::{Code, Params, Substitutes};
use crate::table::RuleSet;
use crate::table::{ELEMENT, Field};
use crate::violation::message::WireMessage;
use crate::violation::{Path, Piece, Way};

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
        let rules = self.0;
        let mut across: Vec<_> = rules
            .cross_rules()
            .iter()
            .map(|rule| (None, rule))
            .collect();
        each_row(rules.fields(), None, &mut |field, path| {
            across.extend(
                field
                    .cross_rules()
                    .iter()
                    .map(|rule| (Some(path.clone()), rule)),
            );
            write_row(f, field, path)
        })?;
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

/// Visits every row with its path, from the top, those of elements below their list.
fn each_row(
    fields: &'static [Field],
    above: Option<&Way<'_>>,
    visit: &mut impl FnMut(&'static Field, &Path) -> fmt::Result,
) -> fmt::Result {
    fields.iter().try_for_each(|field| {
        let way = Way::new(above, Piece::row(field.kept_key()));
        row_and_below(field, &way, visit)
    })
}

fn row_and_below(
    field: &'static Field,
    way: &Way<'_>,
    visit: &mut impl FnMut(&'static Field, &Path) -> fmt::Result,
) -> fmt::Result {
    visit(field, &way.path())?;
    each_row(field.member_fields(), Some(way), visit)?;
    let each = Way::new(Some(way), Piece::name(ELEMENT));
    match (field.element_row(), field.element_fields()) {
        (Some(element), _) => row_and_below(element, &each, visit),
        (None, fields) => each_row(fields.unwrap_or_default(), Some(&each), visit),
    }
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
