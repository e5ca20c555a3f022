//! Checks of one field, for forms that check while a person types: [`FieldCheck`].

use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::fmt;
use core::ops::ControlFlow::Continue;

use serde::Deserializer;
use smallvec::SmallVec;

use super::collect::Collect;
use super::walk::{self, Walk};
#[cfg(feature = "json")]
use crate::input::read_json;
use crate::input::{ReadError, Shape, Slots, SyntaxError, read, read_text};
use crate::rule::{CrossRule, Statement};
use crate::table::{Field, Place, RuleSet, Siblings, rows};
use crate::violation::{Broken, Path, Segment, Step, Violation, Violations, Way};

/// The rules of one field or group of fields. [`RuleSet::at`] and [`RuleSet::at_path`]
/// return it.
///
/// ```
/// use customer_rules::{Code, connect::SEARCH_CUSTOMERS};
///
/// let last_name = SEARCH_CUSTOMERS.at("lastName").unwrap();
/// let violations = last_name.check_text("Nordmann-Sørensen-Østergård-Åsgård");
/// assert_eq!(violations.iter().next().unwrap().code(), Code::MaxChars);
///
/// // A rule across fields compares it with these: check them again when it changes.
/// let again: Vec<String> = last_name.check_again().iter().map(ToString::to_string).collect();
/// assert!(again.contains(&"streetAddress".to_owned()));
/// ```
#[derive(Clone)]
pub struct FieldCheck {
    spot: Spot,
    /// The path of the field.
    steps: Vec<Step>,
    /// The objects around the field, for their rules across fields.
    objects: SmallVec<[Object; 2]>,
    /// The rows of the whole table.
    fields: &'static [Field],
    limit: usize,
}

/// What a path leads to.
#[derive(Clone)]
enum Spot {
    Row(Place),
    /// An element that has no row of its own, given by the rows inside.
    Element(Siblings),
}

/// An object that contains the field.
#[derive(Clone)]
struct Object {
    steps: Vec<Step>,
    across: &'static [CrossRule],
}

impl RuleSet {
    /// The rules of the field at a dotted path, or `None` if the table has no such row.
    ///
    /// The path of a field inside an element contains the element's index, its key (if that
    /// has no dot), or `*`: `additionalContact.0.email`. A path may also name a group, such as
    /// `addresses.billing` or `additionalContact.0`. Then all fields inside are checked.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let billing = PRIVATE_CUSTOMER.at("addresses.billing").unwrap();
    /// let violations = billing.check_json(br#"{"street": "S 1", "zip": "4313", "country": "Norway"}"#)?;
    /// let paths: Vec<String> = violations.iter().map(|v| v.path().to_string()).collect();
    /// assert_eq!(paths, ["addresses.billing.city", "addresses.billing.country"]);
    /// # Ok::<(), customer_rules::SyntaxError>(())
    /// ```
    #[must_use]
    pub fn at(&self, path: &str) -> Option<FieldCheck> {
        FieldCheck::find(self, path.split('.').map(Segment::Key))
    }

    /// The rules of the field at the path of a violation. This finds the field even if the key
    /// of an element contains a dot.
    ///
    /// ```
    /// use customer_rules::front_payment::CORPORATE_CUSTOMER;
    ///
    /// let document = CORPORATE_CUSTOMER.read_json(br#"{"additionalContact": {"a.b": {"email": 5}}}"#)?;
    /// let violations = document.violations();
    /// let path = violations.iter().last().unwrap().path();
    /// let email = CORPORATE_CUSTOMER.at_path(path).unwrap();
    /// assert_eq!(email.check_text("kari").iter().next().unwrap().path(), path);
    /// # Ok::<(), customer_rules::SyntaxError>(())
    /// ```
    #[must_use]
    pub fn at_path(&self, path: &Path) -> Option<FieldCheck> {
        FieldCheck::find(self, path.segments())
    }
}

impl FieldCheck {
    fn find<'k>(rules: &RuleSet, segments: impl Iterator<Item = Segment<'k>>) -> Option<Self> {
        let mut spot = Spot::Element(Siblings::of_root(rules.fields()));
        let mut steps = Vec::new();
        let mut objects = SmallVec::from_iter([Object {
            steps: Vec::new(),
            across: rules.get_across(),
        }]);
        for segment in segments {
            if let Some(rows) = spot.each() {
                steps.push(match segment {
                    Segment::Key(key) => Step::name(key),
                    Segment::Index(index) => Step::index(index),
                });
                spot = Spot::of_element(rows);
                continue;
            }
            if let Spot::Row(place) = &spot {
                objects.push(Object {
                    steps: steps.clone(),
                    across: place.field.get_across(),
                });
            }
            let Segment::Key(key) = segment else {
                return None;
            };
            let place = spot.members().find(key)?;
            steps.push(Step::row(place.field.key()));
            spot = Spot::Row(place);
        }
        Some(Self {
            spot,
            steps,
            objects,
            fields: rules.fields(),
            limit: rules.limit(),
        })
    }

    /// The row of the table, or `None` for an element that has no row of its own, such as
    /// `additionalContact.0`.
    #[must_use]
    pub fn field(&self) -> Option<&'static Field> {
        match &self.spot {
            Spot::Row(place) => Some(place.field),
            Spot::Element(_) => None,
        }
    }

    /// The path of the field.
    #[must_use]
    pub fn path(&self) -> Path {
        self.steps.iter().cloned().collect()
    }

    /// The fields to check again when this one changes: those that a rule across fields
    /// compares with it. Such rules need the whole document.
    #[must_use]
    pub fn check_again(&self) -> Vec<Path> {
        let own = self.path();
        let mut again: Vec<Path> = Vec::new();
        for object in &self.objects {
            for rule in object.across {
                let paths: Vec<Path> = rule.paths().map(|path| object.path(path)).collect();
                if paths.contains(&own) {
                    again.extend(paths.into_iter().filter(|path| *path != own));
                }
            }
        }
        let mut seen = BTreeSet::new();
        again.retain(|path| seen.insert(path.clone()));
        again
    }

    /// A violation at this field that no rule can find, such as an address that somebody else
    /// has registered. [`Violations::insert`] adds it to those of a check.
    #[must_use]
    pub fn violation(&self, statement: &'static Statement) -> Violation {
        let broken = Broken::Stated(statement);
        Violation::new(self.ordinal(), self.path(), broken, self.fields)
    }

    /// The ordinal of the last row of an object.
    pub(crate) fn last_ordinal(&self) -> usize {
        let members = self.spot.members();
        let last = rows(members.fields()).saturating_sub(1);
        members.ordinal().saturating_add(last)
    }

    /// The ordinal of the row, or of the first row inside.
    pub(crate) fn ordinal(&self) -> usize {
        match &self.spot {
            Spot::Row(place) => place.ordinal,
            Spot::Element(rows) => rows.ordinal(),
        }
    }

    /// Checks a value from any deserializer of a self-describing format, and returns the
    /// violations that a document with this value has at the path and below it. Rules across
    /// this field and fields outside it are left out.
    ///
    /// To check a missing value, pass null.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::read`].
    pub fn check<'de, D: Deserializer<'de>>(&self, value: D) -> Result<Violations, SyntaxError> {
        let shape = self.spot.shape();
        let mut slots = Slots::missing(shape.members());
        match read(shape, &mut slots, value) {
            Ok(()) => Ok(self.judge(&slots)),
            Err(ReadError { limit, .. }) => Err(SyntaxError::unreadable(limit)),
        }
    }

    /// Checks the bytes of a JSON value.
    ///
    /// # Errors
    ///
    /// As [`RuleSet::read_json`].
    #[cfg(feature = "json")]
    pub fn check_json(&self, value: &[u8]) -> Result<Violations, SyntaxError> {
        let shape = self.spot.shape();
        let mut slots = Slots::missing(shape.members());
        read_json(shape, &mut slots, value, &mut ())?;
        Ok(self.judge(&slots))
    }

    /// Checks a JSON value that was parsed before.
    ///
    /// # Errors
    ///
    /// [`SyntaxError`] if the value nests more than [`MAX_DEPTH`](crate::input::MAX_DEPTH)
    /// levels.
    #[cfg(feature = "json")]
    pub fn check_value(&self, value: &serde_json::Value) -> Result<Violations, SyntaxError> {
        self.check(value)
    }

    /// Checks a text, such as that of a form's input.
    #[must_use]
    pub fn check_text(&self, text: &str) -> Violations {
        self.judge(&read_text(self.spot.shape(), text))
    }

    fn judge(&self, slots: &Slots<'_>) -> Violations {
        let block = slots.root();
        let walk = Walk { slots };
        let mut collect = Collect::new(self.fields, self.limit);
        let above = match (&self.spot, self.steps.split_last()) {
            (Spot::Row(place), Some((own, above))) => {
                let way = Way::new(None, own.clone());
                let place = Place { slot: 0, ..*place };
                let Continue(()) = walk.row(&mut collect, &way, &place, block, block.slot(0));
                above
            }
            (spot, _) => {
                let rows = spot.members();
                let Continue(()) =
                    walk.object(&mut collect, None, walk::Object { rows, block }, &[]);
                self.steps.as_slice()
            }
        };
        collect.finish().below(above)
    }
}

impl Spot {
    fn of_element(rows: Siblings) -> Self {
        match rows.own_row() {
            Some(place) => Self::Row(place),
            None => Self::Element(rows),
        }
    }

    /// The rows of each element, if the row describes elements.
    fn each(&self) -> Option<Siblings> {
        match self {
            Self::Row(place) => place.each(),
            Self::Element(_) => None,
        }
    }

    fn members(&self) -> Siblings {
        match self {
            Self::Row(place) => place.members(),
            Self::Element(rows) => *rows,
        }
    }

    fn shape(&self) -> Shape {
        match self {
            Self::Row(place) => Shape::of(place.field),
            Self::Element(rows) => Shape::object(rows.fields()),
        }
    }
}

impl Object {
    /// The path of a row below this object, given by its path from the object.
    fn path(&self, dotted: &'static str) -> Path {
        let below = dotted.split('.').map(Step::row);
        self.steps.iter().cloned().chain(below).collect()
    }
}

impl fmt::Debug for FieldCheck {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FieldCheck")
            .field("path", &self.path())
            .field("rules", &self.field().map(Field::rules))
            .finish_non_exhaustive()
    }
}
