//! Tables: [`RuleSet`] and its rows, [`Field`]s.

mod authority;
mod build;
mod extend;
mod fallback;
mod field;
mod label;
mod lookup;
mod rows;
mod well_formed;

use core::fmt;

use crate::rule::CrossRule;
use well_formed::{assert_across, assert_rows, assert_table};

pub use authority::{Decision, Source};
pub use build::{element, field};
#[doc(hidden)]
pub use extend::extended;
pub use fallback::Fallback;
pub use field::{Each, Field, Kind};
pub(crate) use field::{rows, slots};
pub use label::{Label, Noun};
pub(crate) use lookup::find;
pub(crate) use rows::{ELEMENT, Ordinal, Place, Siblings};
pub use rows::{Row, Rows};
pub(crate) use well_formed::is_same;

/// A table: the rules of one payload, row by row.
///
/// A rule set is a `static`, made with [`field`](crate::field()). Checks, typed payloads,
/// messages and documentation all come from it.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static NEWSLETTER: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]).about("Where to send it."),
///     field("topics", &[Nullable, Array]).each(&[field("name", &[Required, String])]),
/// ])
/// .named("newsletter");
///
/// let refused = NEWSLETTER.check_json(br#"{"email": "kari@example.com", "topics": [{}]}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The topics.0.name field is required.");
/// ```
#[derive(Clone, Copy)]
pub struct RuleSet {
    name: &'static str,
    about: &'static str,
    fields: &'static [Field],
    limit: usize,
    across: &'static [CrossRule],
    fallbacks: &'static [Fallback],
    sends_absent_as_null: bool,
    decisions: &'static [Decision],
    notices: bool,
    denies_unknown: bool,
}

impl RuleSet {
    /// The number of violations that are kept of a document, unless [`RuleSet::with_limit`]
    /// changes it.
    pub const DEFAULT_LIMIT: usize = 1_000;

    /// The greatest number of rows of a table, including those of elements.
    pub const MAX_ROWS: usize = well_formed::MAX_ROWS;

    /// A table from its rows.
    ///
    /// # Panics
    ///
    /// At compile time in a `static`, where tables belong: if a key appears twice, if an
    /// `Array`, `List` or `Object` row does not describe its content, or if the table has
    /// more than [`RuleSet::MAX_ROWS`] rows.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{RuleSet, Rule::*, field};
    /// static TWICE: RuleSet = RuleSet::new(&[
    ///     field("name", &[Required, String]),
    ///     field("name", &[Nullable, String]),
    /// ]);
    /// ```
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{RuleSet, Rule::*, field};
    /// static UNKNOWN: RuleSet = RuleSet::new(&[field("tags", &[Nullable, Array])]);
    /// ```
    #[must_use]
    pub const fn new(fields: &'static [Field]) -> Self {
        assert_table(fields);
        Self {
            name: "",
            about: "",
            fields,
            limit: Self::DEFAULT_LIMIT,
            across: &[],
            fallbacks: &[],
            sends_absent_as_null: false,
            decisions: &[],
            notices: false,
            denies_unknown: false,
        }
    }

    /// The same rules under a name, such as `front-payment/private`.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same rules, with a title for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// The same rules, with these rules across fields.
    ///
    /// # Panics
    ///
    /// At compile time, if a path does not name a row.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{CrossRule, RuleSet, Rule::*, field};
    /// static NO_PHONE: RuleSet = RuleSet::new(&[field("email", &[Nullable, Email])])
    ///     .across(&[CrossRule::RequiredOneOf(&[&[&["email"]], &[&["phone"]]])]);
    /// ```
    #[must_use]
    pub const fn across(self, rules: &'static [CrossRule]) -> Self {
        assert_across(rules, self.fields);
        Self {
            across: rules,
            ..self
        }
    }

    /// The same rules, with values to fill in for absent fields once all rules hold.
    /// [`Checked::filled_in`](crate::Checked::filled_in) lists the values that were filled in.
    ///
    /// # Panics
    ///
    /// At compile time, if a path does not name a row.
    #[must_use]
    pub const fn falling_back(self, fallbacks: &'static [Fallback]) -> Self {
        let mut rest = fallbacks;
        while let [fallback, others @ ..] = rest {
            assert_rows(&[fallback.path()], self.fields);
            assert_rows(fallback.unless(), self.fields);
            rest = others;
        }
        Self { fallbacks, ..self }
    }

    /// The same rules, but null is sent for every field that a document leaves out.
    #[must_use]
    pub const fn sending_absent_as_null(self) -> Self {
        Self {
            sends_absent_as_null: true,
            ..self
        }
    }

    /// The same rules, with the decisions to which rows refer by number.
    #[must_use]
    pub const fn decided_by(self, decisions: &'static [Decision]) -> Self {
        Self { decisions, ..self }
    }

    /// The same rules, but at most `limit` violations of a document are kept.
    ///
    /// [`Violations::truncated`](crate::Violations::truncated) says whether there are more.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    ///
    /// let refused = PRIVATE_CUSTOMER.with_limit(3).check_json(b"{}").unwrap_err();
    /// let violations = refused.violations().unwrap();
    /// assert_eq!((violations.len(), violations.truncated()), (3, true));
    /// ```
    #[must_use]
    pub const fn with_limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The same rules, with [notices](crate::violation::Notice) of what a document has and
    /// is not sent. [`Checked::notices`](crate::Checked::notices) gives them.
    ///
    /// ```
    /// use customer_rules::RuleSet;
    /// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
    ///
    /// static NOTICING: RuleSet = CHANGE_CUSTOMER_INFO.noticing();
    ///
    /// // The API knows `name` and not `Name`: it would wipe what it has of the customer.
    /// let checked = NOTICING.check_json(br#"{"Name": {"lastName": "Nordmann"}}"#).unwrap();
    /// let notices: Vec<String> = checked.notices().iter().map(ToString::to_string).collect();
    /// assert_eq!(notices, ["Name: no row knows this member"]);
    /// ```
    #[must_use]
    pub const fn noticing(self) -> Self {
        Self {
            notices: true,
            ..self
        }
    }

    /// The same rules, with a violation for everything that is not sent: members that no
    /// row knows, values where a container belongs, a document that is not an object.
    ///
    /// ```
    /// use customer_rules::RuleSet;
    /// use customer_rules::connect::CHANGE_CUSTOMER_INFO;
    ///
    /// static CAREFUL: RuleSet = CHANGE_CUSTOMER_INFO.denying_unknown();
    ///
    /// let refused = CAREFUL.check_json(br#"{"Name": {"lastName": "Nordmann"}}"#).unwrap_err();
    /// assert_eq!(refused.to_string(), "The Name field is unknown.");
    /// ```
    #[must_use]
    pub const fn denying_unknown(self) -> Self {
        Self {
            notices: true,
            denies_unknown: true,
            ..self
        }
    }

    /// Whether it gives notices of what is not sent.
    #[must_use]
    pub const fn notices(&self) -> bool {
        self.notices
    }

    /// Whether what is not sent is a violation.
    #[must_use]
    pub const fn denies_unknown(&self) -> bool {
        self.denies_unknown
    }

    /// The name, or an empty string.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// The title for the rulebook, or an empty string.
    #[must_use]
    pub const fn get_about(&self) -> &'static str {
        self.about
    }

    /// The decisions to which rows refer by number.
    #[must_use]
    pub const fn decisions(&self) -> &'static [Decision] {
        self.decisions
    }

    /// The rules across fields.
    #[must_use]
    pub const fn get_across(&self) -> &'static [CrossRule] {
        self.across
    }

    /// The values that are filled in for absent fields.
    #[must_use]
    pub const fn fallbacks(&self) -> &'static [Fallback] {
        self.fallbacks
    }

    /// Whether null is sent for every field that a document leaves out.
    #[must_use]
    pub const fn sends_absent_as_null(&self) -> bool {
        self.sends_absent_as_null
    }

    /// The row at a dotted path, for use in another table or for reading. A path cannot lead
    /// into elements.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    /// use customer_rules::{RuleSet, field};
    ///
    /// static DELIVERY: RuleSet = RuleSet::new(&[
    ///     PRIVATE_CUSTOMER.field("name"),
    ///     PRIVATE_CUSTOMER.field("addresses.billing"),
    /// ]);
    /// let refused = DELIVERY.check_json(br#"{"name": "Kari"}"#).unwrap_err();
    /// assert_eq!(refused.violations().unwrap().len(), 4);
    /// ```
    ///
    /// # Panics
    ///
    /// If there is no such row, at compile time in a `static` or `const`. [`RuleSet::at`]
    /// looks a field up without panicking.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    /// use customer_rules::RuleSet;
    /// static NONE: RuleSet = RuleSet::new(&[PRIVATE_CUSTOMER.field("nickname")]);
    /// ```
    #[must_use]
    #[expect(
        clippy::panic,
        reason = "a table that names no row is refused where it is written"
    )]
    pub const fn field(&self, path: &str) -> Field {
        match find(self.fields, path) {
            Some(found) => *found.field,
            None => panic!("no row has the path"),
        }
    }

    /// Every row, including those of elements, in the order in which violations are reported.
    ///
    /// ```
    /// use customer_rules::connect::CHECK_CREDENTIALS;
    ///
    /// let rows: Vec<String> = CHECK_CREDENTIALS.rows().map(|row| row.to_string()).collect();
    /// assert_eq!(rows, ["credentials", "credentials.*"]);
    /// ```
    #[must_use]
    pub fn rows(&self) -> Rows {
        Rows::of(self.fields)
    }

    /// The same table with other rows. [`extend!`](crate::extend) is built on it.
    ///
    /// # Panics
    ///
    /// As [`RuleSet::new`] and [`RuleSet::across`].
    #[must_use]
    pub const fn with_rows(self, fields: &'static [Field]) -> Self {
        assert_table(fields);
        Self { fields, ..self }
            .across(self.across)
            .falling_back(self.fallbacks)
    }

    /// The number of violations that are kept of a document.
    #[must_use]
    pub const fn limit(&self) -> usize {
        self.limit
    }

    /// The rows, for use in another table: `.members(TABLE.fields())`.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSet")
            .field("name", &self.name)
            .field("fields", &rows(self.fields))
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}
