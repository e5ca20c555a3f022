//! What is said about a violation, in whose words.
//!
//! [`WireMessage`] is the API's own English sentence. [`Message`] is a sentence for the
//! person at the form, in their language and with the field's name; [`Messages`] are those
//! of a whole document, in any of the shapes that forms and clients want. Neither ever
//! contains a value.
//!
//! ```
//! use customer_rules::format::Language;
//! use customer_rules::front_payment::PRIVATE_CUSTOMER;
//!
//! let refused = PRIVATE_CUSTOMER.check_json(b"{}").unwrap_err();
//! let violations = refused.violations().unwrap();
//! let zip = violations.for_field("addresses.billing.zip").next().unwrap();
//!
//! assert_eq!(zip.message().to_string(), "The addresses.billing.zip field is required.");
//! assert_eq!(zip.in_language(Language::Norwegian).to_string(), "Skriv inn postnummeret.");
//! ```
//!
//! # Words of your own
//!
//! Labels stand in the table ([`Field::label`](crate::Field::label)), the sentences of a
//! rule of your own stand with the rule
//! ([`Check::plain_messages`](crate::Check::plain_messages)). A [`Wording`] says anything
//! otherwise: other words for the tables of this crate, or one more language. What it leaves
//! out is said as its language says it.
//!
//! | what | is taken from the first of these that has it |
//! |---|---|
//! | sentence | [`Wording::sentence`]; the rule's own for the language; the language's for the code. A rule of your own without a sentence is said by its wire message in English, and by "Check the …" in the other languages. A missing value of a row without a type is told by the sentence of its rule of your own: "You must accept the terms." |
//! | name of a field | [`Wording::label`]; the row's label in the language; "the value" |
//! | name of an element | [`Wording::element`]; the label of elements in the language; the name of the list; "entry" |
//! | name of a choice | [`Wording::choice`]; its label in the language; the word itself |
//!
//! # Templates
//!
//! The sentences that a [`Wording`] or a rule of your own gives are templates:
//!
//! | placeholder | stands for |
//! |---|---|
//! | `{attribute}`, `{Attribute}` | the definite form of the field's name, as in the middle and at the start of a sentence |
//! | `{name}`, `{Name}` | the field's name alone, in the same two ways |
//! | `{digits}`, `{max_chars}`, … | what the rule asks for, by the names that [`Params`](crate::rule::Params) serialises |
//!
//! Anything else in braces stays as it is. The sentences of elements start with the element,
//! `Contact 2: `, whose template does not say so.

mod danish;
mod english;
mod fault;
mod german;
mod grammar;
mod messages;
mod norwegian;
mod one;
mod swedish;
mod template;
mod wire;
mod wording;

pub(crate) use grammar::Grammar;
pub use messages::Messages;
pub(crate) use messages::{Buffer, Sentences};
pub use one::{FieldName, Message};
pub use wire::WireMessage;
pub use wording::Wording;
pub(crate) use wording::Words;
