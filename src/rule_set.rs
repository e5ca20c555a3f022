//! A table: [`RuleSet`].

use core::fmt;

use crate::field::{Field, all_rows, assert_table};

/// The rules of one payload, row for row.
///
/// A rule set is a `static` made of [`field`](crate::field())s; everything there
/// is to know about a payload is read off it.
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
}

impl RuleSet {
    /// How many violations a rule set keeps unless told otherwise.
    pub const DEFAULT_LIMIT: usize = 1_000;

    /// A table from its rows.
    ///
    /// # Panics
    ///
    /// At compile time in a `static`, where tables belong: on a key that stands
    /// twice, and on an `Array` row that does not say what is in it.
    ///
    /// ```compile_fail
    /// use customer_rules::{RuleSet, Rule::*, field};
    /// static TWICE: RuleSet = RuleSet::new(&[
    ///     field("name", &[Required, String]),
    ///     field("name", &[Nullable, String]),
    /// ]);
    /// ```
    ///
    /// ```compile_fail
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
        }
    }

    /// The same rules under a name, such as `front-payment/private`.
    #[must_use]
    pub const fn named(self, name: &'static str) -> Self {
        Self { name, ..self }
    }

    /// The same rules, with a sentence for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// The same rules, keeping at most `limit` violations of a document.
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

    /// The name, or an empty string.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        self.name
    }

    /// What the payload is for, or an empty string.
    #[must_use]
    pub const fn meaning(&self) -> &'static str {
        self.about
    }

    /// How many violations of a document are kept.
    #[must_use]
    pub const fn limit(&self) -> usize {
        self.limit
    }

    /// The rows, ready to be named in another table.
    #[must_use]
    pub const fn fields(&self) -> &'static [Field] {
        self.fields
    }
}

impl fmt::Debug for RuleSet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RuleSet")
            .field("name", &self.name)
            .field("fields", &all_rows(self.fields))
            .field("limit", &self.limit)
            .finish_non_exhaustive()
    }
}
