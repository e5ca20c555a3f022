//! How a row is written: [`field()`], [`element`], and the methods that complete a
//! [`Field`]. All are evaluated by the compiler.

use super::authority::Source;
use super::field::{Each, Field, rows, slots};
use super::label::Label;
use super::rows::ELEMENT;
use super::well_formed::{
    assert_across, assert_describes_container, assert_rules, assert_table, is_key, is_same,
};
use crate::rule::{CrossRule, Rule};

/// A row: its key, and the rules for its value, which stand in the order in
/// which they are reported.
///
/// The rules start with [`Rule::Required`] or [`Rule::Nullable`]; type, format and
/// greatest length follow in this order. A row that only holds other rows may have
/// no rules.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, field};
///
/// static LOGIN: RuleSet = RuleSet::new(&[
///     field("email", &[Required, Email]).about("Who."),
///     field("language", &[Nullable, String, OneOf(&["en", "no"])]),
/// ]);
///
/// assert!(LOGIN.check_json(br#"{"email": "kari@example.com"}"#).is_ok());
/// ```
///
/// # Panics
///
/// At compile time in a `static` or `const`, where tables belong: on a key that
/// is empty or has a `.` or `*` in it, on rules that do not start with the one
/// rule of presence or stand in another order, and on an empty `OneOf`.
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static BOTH: Field = field("name", &[Required, Nullable, String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static NEITHER: Field = field("name", &[String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static DISORDERED: Field = field("name", &[Required, MaxChars(30), String]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static NO_CHOICE: Field = field("language", &[Nullable, OneOf(&[])]);
/// ```
///
/// ```compile_fail,E0080
/// use customer_rules::{Field, Rule::*, field};
/// static DOTTED: Field = field("addresses.billing", &[Nullable, String]);
/// ```
#[must_use]
pub const fn field(key: &'static str, rules: &'static [Rule]) -> Field {
    assert!(
        is_key(key),
        "a key is not empty and has no '.' or '*' in it"
    );
    build(key, rules)
}

/// The row of an element: what [`Field::each_element`] asks of each.
///
/// ```
/// use customer_rules::{RuleSet, Rule::*, element, field};
///
/// static LETTER: RuleSet = RuleSet::new(&[
///     field("to", &[Required, Array]).each_element(&element(&[Required, Email])),
/// ]);
///
/// let refused = LETTER.check_json(br#"{"to": ["kari@example.com", "ola"]}"#).unwrap_err();
/// assert_eq!(refused.to_string(), "The to.1 must be a valid email address.");
/// ```
///
/// # Panics
///
/// At compile time in a `static` or `const`, as [`field()`] does.
#[must_use]
pub const fn element(rules: &'static [Rule]) -> Field {
    build(ELEMENT, rules)
}

const fn build(key: &'static str, rules: &'static [Rule]) -> Field {
    assert_rules(rules);
    Field {
        key,
        rules,
        about: "",
        sources: &[],
        label: None,
        each_label: None,
        choice_labels: &[],
        members: &[],
        each: None,
        slots: 1,
        rows: 1,
        across: &[],
        takes_numbers_as_text: false,
        takes_text_as_number: has_integer(rules),
        text_rules: of_text(rules),
        takes_any_text: of_text(rules).is_empty(),
    }
}

impl Field {
    /// What the row means, in a sentence, for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// Where the row has its authority, for the rulebook.
    #[must_use]
    pub const fn sources(self, sources: &'static [Source]) -> Self {
        Self { sources, ..self }
    }

    /// What the field is called, for sentences to the person at the form.
    ///
    /// ```
    /// use customer_rules::{Label, RuleSet, Rule::*, field, format::Language::Danish};
    ///
    /// const EMAIL: Label = Label::new().danish("e-mailadresse", "e-mailadressen");
    /// static LOGIN: RuleSet = RuleSet::new(&[field("email", &[Required, Email]).label(&EMAIL)]);
    ///
    /// let refused = LOGIN.check_json(b"{}").unwrap_err();
    /// let messages = refused.violations().unwrap().in_language(Danish);
    /// assert_eq!(messages.iter().next().unwrap().to_string(), "Indtast e-mailadressen.");
    /// ```
    #[must_use]
    pub const fn label(self, label: &'static Label) -> Self {
        Self {
            label: Some(label),
            ..self
        }
    }

    /// What one of the elements is called, to tell them apart: `Contact 2`. Where elements
    /// have a row of their own, see [`element`], it is the label of that row.
    #[must_use]
    pub const fn each_label(self, label: &'static Label) -> Self {
        Self {
            each_label: Some(label),
            ..self
        }
    }

    /// What the allowed words are called, each word's label in the place of the word.
    ///
    /// # Panics
    ///
    /// At compile time, if there are not as many labels as words.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Label, Rule::*, field};
    /// const CARD: Label = Label::new().english("card", "the card");
    /// static FEWER: Field =
    ///     field("payBy", &[Required, OneOf(&["card", "invoice"])]).choice_labels(&[&CARD]);
    /// ```
    #[must_use]
    pub const fn choice_labels(self, labels: &'static [&'static Label]) -> Self {
        assert!(
            labels.len() == choice_count(self.rules),
            "each word of OneOf has one label"
        );
        Self {
            choice_labels: labels,
            ..self
        }
    }

    /// The rows inside the value, which is read as an object.
    ///
    /// They are judged whatever the value is: without an object there is none of
    /// them, and the required ones say so.
    ///
    /// # Panics
    ///
    /// At compile time: on a key that stands twice, on an empty slice, and on a
    /// row that has members or elements already.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static TWICE: Field = field("address", &[]).members(&[
    ///     field("zip", &[Required, String]),
    ///     field("zip", &[Nullable, String]),
    /// ]);
    /// ```
    #[must_use]
    pub const fn members(self, members: &'static [Self]) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, not both and not twice"
        );
        assert!(!members.is_empty(), "an object has at least one member");
        assert_table(members);
        Self {
            members,
            takes_any_text: false,
            slots: self.slots.saturating_add(slots(members)),
            rows: self.rows.saturating_add(rows(members)),
            ..self
        }
    }

    /// The rows inside every element of the value, which is read as a list or as
    /// an object, whose keys are kept.
    ///
    /// An element that is neither has no members. The path of a row in it goes
    /// over the element: `contacts.0.email`, or `contacts.main.email`.
    ///
    /// # Panics
    ///
    /// At compile time, as [`Field::members`] does.
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static CONTACT: &[Field] = &[field("email", &[Nullable, Email])];
    /// static BOTH: Field = field("contacts", &[Nullable, Array]).members(CONTACT).each(CONTACT);
    /// ```
    #[must_use]
    pub const fn each(self, members: &'static [Self]) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, not both and not twice"
        );
        assert!(!members.is_empty(), "an object has at least one member");
        assert_table(members);
        Self {
            each: Some(Each::Members(members)),
            rows: self.rows.saturating_add(rows(members)),
            ..self
        }
    }

    /// The row of every element of the value, which is read as a list or as an
    /// object, whose keys are kept: for elements that are no objects, or that must
    /// be some. See [`element`].
    ///
    /// # Panics
    ///
    /// At compile time, as [`Field::members`] does, and on a row that is not made
    /// with [`element`].
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static NAMED: Field =
    ///     field("emails", &[Nullable, Array]).each_element(&field("email", &[Required, Email]));
    /// ```
    #[must_use]
    pub const fn each_element(self, element: &'static Self) -> Self {
        assert!(
            !self.is_container(),
            "a row has members or elements, not both and not twice"
        );
        assert!(
            is_same(element.key, ELEMENT),
            "the row of an element is made with `element`"
        );
        assert_describes_container(element);
        let each = Each::Row(element);
        Self {
            each: Some(each),
            rows: self.rows.saturating_add(each.rows()),
            ..self
        }
    }

    /// The rules across the members of the value, named by their paths from here.
    ///
    /// # Panics
    ///
    /// At compile time, on a path that names no row below this one.
    #[must_use]
    pub const fn across(self, rules: &'static [CrossRule]) -> Self {
        assert_across(rules, self.members);
        Self {
            across: rules,
            ..self
        }
    }

    /// Lets a JSON number stand for its digits: it becomes a string before any rule
    /// sees it, if it is an integer that is not negative (below 10^14 where it is
    /// written with a fraction or an exponent).
    #[must_use]
    pub const fn numbers_as_text(self) -> Self {
        Self {
            takes_numbers_as_text: true,
            ..self
        }
    }
}

/// The rules to ask of a text: without presence and `String`, which it satisfies.
const fn of_text(mut rules: &[Rule]) -> &[Rule] {
    while let [Rule::Required | Rule::Nullable | Rule::String, rest @ ..] = rules {
        rules = rest;
    }
    rules
}

/// Whether the value is to be an integer.
const fn has_integer(mut rules: &[Rule]) -> bool {
    while let [rule, rest @ ..] = rules {
        if matches!(rule, Rule::Integer) {
            return true;
        }
        rules = rest;
    }
    false
}

/// How many words the value may be.
const fn choice_count(mut rules: &[Rule]) -> usize {
    while let [rule, rest @ ..] = rules {
        if let Rule::OneOf(words) = rule {
            return words.len();
        }
        rules = rest;
    }
    0
}
