//! Your own table, step by step.
//!
//! # A table
//!
//! A table is a `static`. A row is [`field`] with its key and its rules, which start
//! with [`Required`] or [`Nullable`] and stand in the order in which they are
//! reported. A malformed table does not compile.
//!
//! ```
//! use customer_rules::{RuleSet, Rule::*, field};
//!
//! static NEWSLETTER: RuleSet = RuleSet::new(&[
//!     field("email", &[Required, Email]).about("Where to send it."),
//!     field("language", &[Nullable, String, OneOf(&["en", "no"])]).about("English if left out."),
//! ])
//! .named("newsletter");
//!
//! assert!(NEWSLETTER.check_json(br#"{"email": "kari@example.com"}"#).is_ok());
//! ```
//!
//! # Tables in tables
//!
//! [`members`] are the rows inside an object, [`each`] those inside every element of a
//! list or map, and [`each_element`] says what the elements themselves are. A table
//! names another by its rows. So a form with a customer in it is
//!
//! ```
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//! use customer_rules::{RuleSet, Rule::*, element, field};
//!
//! static ORDER: RuleSet = RuleSet::new(&[
//!     field("customer", &[Required, Object]).members(PRIVATE_CUSTOMER.fields()),
//!     field("cart", &[Required, List]).each(&[
//!         field("article", &[Required, String, MaxChars(20)]),
//!         field("count", &[Required, Integer]),
//!     ]),
//!     field("vouchers", &[Nullable, List]).each_element(&element(&[Required, String])),
//! ]);
//!
//! let body = br#"{"customer": {"name": 5}, "cart": [{"article": "A1", "count": "two"}], "vouchers": [""]}"#;
//! let refused = ORDER.check_json(body).unwrap_err();
//! let violations = refused.violations().unwrap();
//!
//! let zip: Vec<_> = violations.for_field("customer.addresses.billing.zip").collect();
//! assert_eq!(zip[0].to_string(), "The customer.addresses.billing.zip field is required.");
//! assert_eq!(violations.for_field("cart.0.count").count(), 1);
//! assert_eq!(violations.for_field("vouchers.0").count(), 1);
//! ```
//!
//! The violations are those of the table alone, with a longer path. Rules across the
//! fields of a table do not come along with its rows: name them too, with
//! `.members(TABLE.fields()).across(TABLE.cross_rules())`. A table's fallbacks, and
//! whether it sends absent fields as null, belong to the table as a whole and stay
//! behind.
//!
//! # A stricter table
//!
//! A rule is tightened, dropped or added by writing the table anew; [`row`] names the
//! rows that stay. There is no patching of rows: the table is read as it stands.
//!
//! ```
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//! use customer_rules::{Pattern, RuleSet, Rule::*, field};
//!
//! static MOBILE: Pattern = Pattern::new(r"^[49]\d{7}$");
//!
//! static NORWEGIAN: RuleSet = RuleSet::new(&[
//!     PRIVATE_CUSTOMER.row("name"),
//!     PRIVATE_CUSTOMER.row("email"),
//!     field("msisdn", &[Required, String, Pattern(&MOBILE)]),
//!     PRIVATE_CUSTOMER.row("addresses"),
//!     field("customerNumber", &[Nullable, Integer]),
//! ]);
//!
//! let refused = NORWEGIAN.check_json(br#"{"msisdn": "12345678"}"#).unwrap_err();
//! let violations = refused.violations().unwrap();
//! assert_eq!(violations.for_field("msisdn").next().unwrap().to_string(), "The msisdn format is invalid.");
//! ```
//!
//! # Rules of your own
//!
//! A [`Check`] judges one value, a [`CrossCheck`] several fields of an object beside each
//! other. Both see values and nothing else, and say nothing that is not `'static`.
//! Across fields there is [`RequiredOneOf`] too, for fields that stand in for each other.
//!
//! ```
//! use customer_rules::{Check, CrossCheck, CrossRule, RuleSet, Rule::*, Value, field};
//!
//! #[derive(Debug)]
//! struct Accepted;
//!
//! impl Check for Accepted {
//!     fn code(&self) -> &'static str {
//!         "accepted"
//!     }
//!     fn message(&self) -> &'static str {
//!         "The {attribute} must be accepted."
//!     }
//!     fn accepts(&self, value: Value<'_>) -> bool {
//!         matches!(value, Value::Bool(true))
//!     }
//! }
//!
//! #[derive(Debug)]
//! struct InOrder;
//!
//! impl CrossCheck for InOrder {
//!     fn code(&self) -> &'static str {
//!         "in_order"
//!     }
//!     fn message(&self) -> &'static str {
//!         "The {attribute} must not be before the first."
//!     }
//!     fn holds(&self, values: &[Value<'_>]) -> bool {
//!         // Dates such as 2026-11-22 sort as text. What is missing is not our affair.
//!         matches!(values, [Value::String(from), Value::String(to)] if from <= to)
//!             || values.iter().any(|value| value.as_str().is_none())
//!     }
//! }
//!
//! static STAY: RuleSet = RuleSet::new(&[
//!     field("from", &[Required, String]),
//!     field("to", &[Required, String]),
//!     field("terms", &[Required, Custom(&Accepted)]),
//! ])
//! .across(&[CrossRule::Custom { check: &InOrder, paths: &["from", "to"], at_fault: &["to"] }]);
//!
//! let body = br#"{"from": "2026-11-22", "to": "2026-11-21", "terms": false}"#;
//! let refused = STAY.check_json(body).unwrap_err();
//! assert_eq!(
//!     serde_json::to_string(refused.violations().unwrap()).unwrap(),
//!     r#"{"terms":["The terms must be accepted."],"to":["The to must not be before the first."]}"#,
//! );
//! ```
//!
//! # While a person types
//!
//! [`RuleSet::field`] gives one field: its constraints as data, for the form's own
//! attributes, a check of one value, and the fields to check again with it.
//!
//! ```
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//!
//! let language = PRIVATE_CUSTOMER.field("preferredLanguage").unwrap();
//! assert!(language.is_required());
//! assert_eq!(language.choices().unwrap(), ["en", "no", "sv", "da", "de"]);
//! assert_eq!(language.check_text("fi").len(), 1);
//! ```
//!
//! [`field`]: crate::field()
//! [`members`]: crate::Field::members
//! [`each`]: crate::Field::each
//! [`each_element`]: crate::Field::each_element
//! [`row`]: crate::RuleSet::row
//! [`Required`]: crate::Rule::Required
//! [`Nullable`]: crate::Rule::Nullable
//! [`Check`]: crate::Check
//! [`CrossCheck`]: crate::CrossCheck
//! [`RequiredOneOf`]: crate::CrossRule::RequiredOneOf
//! [`RuleSet::field`]: crate::RuleSet::field
