//! Tables made of others: [`extend!`](crate::extend), and whether one table
//! [extends](RuleSet::extends) another.

use super::field::{Each, Field};
use super::well_formed::is_same;
use super::{RuleSet, rows::Siblings};
use crate::format::Count;
use crate::rule::{CrossRule, Rule};

/// Makes a table from another one by replacing and adding rows. All other rows stay, so none
/// is forgotten.
///
/// The rules across fields, fallbacks, decisions, name and limit are those of the other table.
///
/// ```
/// use customer_rules::front_payment::{PRIVATE_CUSTOMER, PrivateCustomer};
/// use customer_rules::{Payload, RuleSet, Rule::*, extend, field};
///
/// static CLUB: RuleSet = extend!(
///     PRIVATE_CUSTOMER,
///     replacing: [field("msisdn", &[Required, String, MaxChars(12)])],
///     adding: [field("memberNumber", &[Required, Integer])],
/// )
/// .named("club");
///
/// let body = br#"{"name": "Kari Nordmann", "email": "kari@example.com", "countryCode": "+47",
///     "msisdn": "46567468", "preferredLanguage": "en", "memberNumber": 7, "addresses": {"billing":
///     {"street": "Luramyrveien 65", "zip": "4313", "city": "Sandnes", "country": "NO"}}}"#;
/// let checked = CLUB.check_json(body).unwrap();
///
/// // The table extends that of the payload, so one check is enough for both.
/// let customer = PrivateCustomer::from_checked(&checked).unwrap();
/// assert_eq!(customer.name().as_str(), "Kari Nordmann");
/// ```
///
/// Either list may be left out. Replacing a row that does not exist does not compile, nor
/// does adding a row whose key exists:
///
/// ```compile_fail,E0080
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
/// use customer_rules::{RuleSet, Rule::*, extend, field};
/// static MISSPELT: RuleSet =
///     extend!(PRIVATE_CUSTOMER, replacing: [field("msisdm", &[Required, String])]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::front_payment::PRIVATE_CUSTOMER;
/// use customer_rules::{RuleSet, Rule::*, extend, field};
/// static TWICE: RuleSet = extend!(PRIVATE_CUSTOMER, adding: [field("name", &[Required, String])]);
/// ```
#[macro_export]
macro_rules! extend {
    (
        $table:expr
        $(, replacing: [$($replacing:expr),* $(,)?])?
        $(, adding: [$($adding:expr),* $(,)?])?
        $(,)?
    ) => {{
        static REPLACING: &[$crate::Field] = &[$($($replacing),*)?];
        static ADDING: &[$crate::Field] = &[$($($adding),*)?];
        static ROWS: [$crate::Field; $table.fields().len() + ADDING.len()] =
            $crate::table::extended($table.fields(), REPLACING, ADDING);
        $table.with_rows(&ROWS)
    }};
}

/// The rows of a table, some of them replaced and some added.
#[doc(hidden)]
#[must_use]
#[expect(
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated at compile time, where a fault is an error"
)]
pub const fn extended<const N: usize>(
    fields: &[Field],
    replacing: &[Field],
    adding: &[Field],
) -> [Field; N] {
    let Some(first) = fields.first() else {
        panic!("the table has rows");
    };
    let mut rows = [*first; N];
    let mut position = 0;
    let mut replaced = 0;
    while position < N {
        rows[position] = if position < fields.len() {
            match row_of(replacing, fields[position].key) {
                Some(row) => {
                    replaced += 1;
                    *row
                }
                None => fields[position],
            }
        } else {
            adding[position - fields.len()]
        };
        position += 1;
    }
    assert!(
        replaced == replacing.len(),
        "a row that replaces another has its key"
    );
    rows
}

const fn row_of<'f>(mut fields: &'f [Field], key: &str) -> Option<&'f Field> {
    while let [field, rest @ ..] = fields {
        if is_same(field.key, key) {
            return Some(field);
        }
        fields = rest;
    }
    None
}

impl RuleSet {
    /// Whether this table is at least as strict as `base`: what is sent for a document that
    /// this table accepts is accepted by `base` too.
    ///
    /// This holds if the table has every row of `base`, in the same order, with the same or
    /// stricter rules; has every rule across fields of `base`; and has the same fallbacks and
    /// treatment of absent fields. It may have other rows between. Rules of the user's own
    /// are compared by code.
    ///
    /// ```
    /// use customer_rules::front_payment::PRIVATE_CUSTOMER;
    /// use customer_rules::{RuleSet, Rule::*, extend, field};
    ///
    /// static STRICT: RuleSet =
    ///     extend!(PRIVATE_CUSTOMER, replacing: [field("name", &[Required, String, MaxChars(40)])]);
    /// static LAX: RuleSet =
    ///     extend!(PRIVATE_CUSTOMER, replacing: [field("name", &[Nullable, String])]);
    ///
    /// assert!(STRICT.extends(&PRIVATE_CUSTOMER) && !LAX.extends(&PRIVATE_CUSTOMER));
    /// ```
    #[must_use]
    pub fn extends(&self, base: &Self) -> bool {
        // Equal addresses mean equal rows. Different addresses mean nothing, because the
        // compiler may copy a table.
        let has_rows = core::ptr::eq(self.fields, base.fields) || extend(self.fields, base.fields);
        has_rows
            && has_all(self.across, base.across)
            && self.fallbacks == base.fallbacks
            && self.sends_absent_as_null == base.sends_absent_as_null
    }
}

/// Whether every row of `base` is among these rows, in order, with at least its rules.
fn extend(fields: &'static [Field], base: &'static [Field]) -> bool {
    let mut rows = Siblings::<()>::of_root(fields);
    base.iter().all(|base| {
        rows.find(base.key())
            .is_some_and(|own| row_extends(own.field, base))
    })
}

fn row_extends(own: &'static Field, base: &'static Field) -> bool {
    let is_asked = |rule: &Rule| own.rules.iter().any(|own| implies(own, rule));
    let has_text = || own.rules.iter().any(|own| implies(own, &Rule::String));
    base.rules.iter().all(is_asked)
        && (own.takes_numbers_as_text || !base.takes_numbers_as_text || has_text())
        && extend(own.members, base.members)
        && has_all(own.across, base.across)
        && match (&own.each, &base.each) {
            (_, None) => true,
            (Some(Each::Row(own)), Some(Each::Row(base))) => row_extends(own, base),
            (Some(own), Some(Each::Members(base))) => extend(own.members(), base),
            (None | Some(Each::Members(_)), Some(_)) => false,
        }
}

/// Whether a value that satisfies `own` satisfies `base`.
fn implies(own: &Rule, base: &Rule) -> bool {
    match (own, base) {
        (Rule::OneOf(own), Rule::OneOf(base)) => own.iter().all(|word| base.contains(word)),
        (Rule::MaxChars(own), Rule::MaxChars(base)) => own <= base,
        (Rule::Digits(own), Rule::Digits(base)) => match (own, base) {
            (own, base) if own == base => true,
            (Count::Exactly(own) | Count::AtLeast(own), Count::AtLeast(base)) => own >= base,
            (_, Count::Exactly(_)) => false,
        },
        (Rule::Required, Rule::Nullable)
        | (Rule::List | Rule::Object, Rule::Array)
        | (Rule::Email | Rule::OneOf(_) | Rule::Country | Rule::E164, Rule::String) => true,
        (own, base) => own.code() == base.code() && own.params() == base.params(),
    }
}

fn has_all(own: &[CrossRule], base: &[CrossRule]) -> bool {
    base.iter()
        .all(|base| own.iter().any(|own| own.is_same(base)))
}
