//! One field at a time, for forms that check while a person types: [`FieldRules`].

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;

use serde::Deserializer;
use smallvec::SmallVec;

use crate::check::SyntaxError;
use crate::format::Count;
use crate::input::{self, ReadError, Slots};
use crate::rule::CrossRule;
use crate::rule::{Rule, each_broken};
use crate::table::Field;
use crate::table::RuleSet;
use crate::table::lookup::locate;
use crate::violation::{Broken, Violation, Violations};
use crate::violation::{Path, Piece};

/// One field of a rule set, found by its path with [`RuleSet::field`].
///
/// ```
/// use customer_rules::{Code, connect::SEARCH_CUSTOMERS};
///
/// let last_name = SEARCH_CUSTOMERS.field("lastName").unwrap();
/// assert_eq!((last_name.is_required(), last_name.max_chars()), (false, Some(30)));
///
/// let violations = last_name.check_text("Nordmann-Sørensen-Østergård-Åsgård");
/// assert_eq!(violations.iter().next().unwrap().code(), Code::MaxChars);
///
/// // When it changes, these may become right or wrong.
/// let again: Vec<String> = last_name.check_again().iter().map(ToString::to_string).collect();
/// assert!(again.contains(&"streetAddress".to_owned()));
/// ```
#[derive(Clone)]
pub struct FieldRules {
    field: &'static Field,
    path: Path,
    /// The objects on the way, for their rules across members.
    objects: SmallVec<[Object; 2]>,
}

/// An object that has the field in it or below.
#[derive(Clone)]
struct Object {
    pieces: Vec<Piece>,
    members: &'static [Field],
    across: &'static [CrossRule],
}

impl RuleSet {
    /// The rules of one field, by its dotted path; `None` if there is no such row.
    ///
    /// In the path of a row inside of elements, the element stands with its index,
    /// its key (without a dot), or as `*`: `additionalContact.0.email`.
    #[must_use]
    pub fn field(&self, path: &str) -> Option<FieldRules> {
        let mut pieces = Vec::new();
        let mut objects = SmallVec::from_iter([Object {
            pieces: pieces.clone(),
            members: self.fields(),
            across: self.cross_rules(),
        }]);
        let mut keys = path.split('.');
        let mut field = member(self.fields(), keys.next()?)?;
        pieces.push(Piece::row(field.kept_key()));
        while let Some(key) = keys.next() {
            field = match (field.element_row(), field.element_fields()) {
                (Some(element), _) => {
                    pieces.push(Piece::name(key));
                    element
                }
                (None, Some(members)) => {
                    pieces.push(Piece::name(key));
                    let field = member(members, keys.next()?)?;
                    pieces.push(Piece::row(field.kept_key()));
                    field
                }
                (None, None) => {
                    objects.push(Object {
                        pieces: pieces.clone(),
                        members: field.member_fields(),
                        across: field.cross_rules(),
                    });
                    let field = member(field.member_fields(), key)?;
                    pieces.push(Piece::row(field.kept_key()));
                    field
                }
            };
        }
        Some(FieldRules {
            field,
            path: pieces.into_iter().collect(),
            objects,
        })
    }
}

fn member(fields: &'static [Field], key: &str) -> Option<&'static Field> {
    fields.iter().find(|field| field.key() == key)
}

impl FieldRules {
    /// The row of the table.
    #[must_use]
    pub fn row(&self) -> &'static Field {
        self.field
    }

    /// The path of the field.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether the field has to be there.
    #[must_use]
    pub fn is_required(&self) -> bool {
        matches!(self.field.rules(), [Rule::Required, ..])
    }

    /// The greatest number of characters, if there is one.
    #[must_use]
    pub fn max_chars(&self) -> Option<usize> {
        self.constraint(|rule| match rule {
            Rule::MaxChars(count) => Some(*count),
            _ => None,
        })
    }

    /// How many digits the value is made of, if it is.
    #[must_use]
    pub fn digits(&self) -> Option<Count> {
        self.constraint(|rule| match rule {
            Rule::Digits(count) => Some(*count),
            _ => None,
        })
    }

    /// The allowed words, if only some are.
    #[must_use]
    pub fn choices(&self) -> Option<&'static [&'static str]> {
        self.constraint(|rule| match rule {
            Rule::OneOf(words) => Some(*words),
            _ => None,
        })
    }

    /// The regular expression of the value, if there is one.
    #[must_use]
    pub fn pattern(&self) -> Option<&'static str> {
        self.constraint(|rule| match rule {
            Rule::Pattern(pattern) => Some(pattern.source()),
            _ => None,
        })
    }

    fn constraint<T>(&self, of: impl Fn(&'static Rule) -> Option<T>) -> Option<T> {
        self.field.rules().iter().find_map(of)
    }

    /// The fields to check again when this one changes: those that a rule across
    /// fields names beside it. Such rules need the whole document.
    #[must_use]
    pub fn check_again(&self) -> Vec<Path> {
        let mut again: Vec<Path> = Vec::new();
        for object in &self.objects {
            for rule in object.across {
                let paths: Vec<Path> = rule.paths().filter_map(|path| object.path(path)).collect();
                if paths.contains(&self.path) {
                    again.extend(paths.into_iter().filter(|path| *path != self.path));
                }
            }
        }
        let mut seen = BTreeSet::new();
        again.retain(|path| seen.insert(path.clone()));
        again
    }

    /// Checks one value from any deserializer of a self-describing format: the
    /// violations that a document with it would have at this path, but for those of
    /// rules across fields.
    ///
    /// A null stands for a missing value.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::read`].
    pub fn check<'de, D: Deserializer<'de>>(&self, value: D) -> Result<Violations, SyntaxError> {
        match input::read_value(self.field, value) {
            Ok(slots) => Ok(self.judge(&slots)),
            Err(ReadError { limit, .. }) => Err(SyntaxError::unreadable(limit)),
        }
    }

    /// Checks one value, given as the bytes of its JSON.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::read_json`].
    #[cfg(feature = "json")]
    pub fn check_json(&self, value: &[u8]) -> Result<Violations, SyntaxError> {
        let slots = input::json::read(value, |json| input::read_value(self.field, json))?;
        Ok(self.judge(&slots))
    }

    /// Checks one value that was parsed before.
    ///
    /// # Errors
    ///
    /// [`SyntaxError`] if it nests too deep.
    #[cfg(feature = "json")]
    pub fn check_value(&self, value: &serde_json::Value) -> Result<Violations, SyntaxError> {
        self.check(value)
    }

    /// Checks what stands in a form's field.
    #[must_use]
    pub fn check_text(&self, text: &str) -> Violations {
        self.judge(&input::text(self.field, text))
    }

    fn judge(&self, slots: &Slots<'_>) -> Violations {
        let value = slots.root().slot(0).value();
        let mut violations = Vec::new();
        each_broken(self.field.rules(), value, |rule, code| {
            let path = self.path.clone();
            violations.push(Violation::new(0, path, code, Broken::Rule(rule)));
        });
        Violations::first(usize::MAX, violations)
    }
}

impl Object {
    /// The path of a row below, given by its path from here.
    fn path(&self, dotted: &str) -> Option<Path> {
        let located = locate(self.members, dotted)?;
        Some(
            self.pieces
                .iter()
                .cloned()
                .chain(located.pieces())
                .collect(),
        )
    }
}

impl fmt::Debug for FieldRules {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldRules")
            .field("path", &format_args!("{}", self.path))
            .field("rules", &self.field.rules())
            .finish_non_exhaustive()
    }
}
