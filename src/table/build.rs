//! How a row is written: [`field()`], [`element`], and the methods that complete a
//! [`Field`]. The compiler evaluates all of them.

use super::authority::Source;
use super::field::{Each, Field, depth, rows, slots};
use super::label::Label;
use super::rows::ELEMENT;
use super::well_formed::{
    assert_across, assert_depth, assert_describes_container, assert_holds_nothing, assert_members,
    assert_rules, is_key, is_same,
};
use crate::rule::{CrossRule, Rule};

/// A row: its key, and the rules for its value in the order in which they are reported.
///
/// The rules come in this order: [`Rule::Required`] or [`Rule::Nullable`], type, format,
/// greatest length. A row that only contains other rows may have no rules.
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
/// At compile time in a `static` or `const`, where tables belong: if the key is empty or
/// contains `.` or `*`; if the rules do not start with `Required` or `Nullable`, have both,
/// or are in another order than the one above; if a `OneOf` is empty.
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

/// The row of an element, for [`Field::each_element`].
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
        depth: 0,
        across: &[],
        takes_numbers_as_text: false,
        takes_text_as_number: has_integer(rules),
        text_rules: of_text(rules),
        takes_any_text: of_text(rules).is_empty(),
    }
}

impl Field {
    /// Adds what the row means, in a sentence, for the rulebook.
    #[must_use]
    pub const fn about(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// Adds where the row comes from, for the rulebook.
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

    /// Adds the rows inside the value, which is read as an object.
    ///
    /// They are judged even if the value is not an object: then all members are missing, and
    /// each required one is a violation.
    ///
    /// # Panics
    ///
    /// At compile time: if a key appears twice, if the slice is empty, or if the row has
    /// members or elements already.
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
        assert_holds_nothing(&self);
        assert_members(members);
        Self {
            members,
            takes_any_text: false,
            slots: self.slots.saturating_add(slots(members)),
            rows: self.rows.saturating_add(rows(members)),
            depth: assert_depth(depth(members).saturating_add(1)),
            ..self
        }
    }

    /// Adds the rows inside every element of the value, which is read as a list, or as an
    /// object whose keys are kept.
    ///
    /// An element that is neither a list nor an object has no members. The path of a row
    /// contains the element's index or key: `contacts.0.email`, `contacts.main.email`.
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
        assert_holds_nothing(&self);
        assert_members(members);
        Self {
            each: Some(Each::Members(members)),
            rows: self.rows.saturating_add(rows(members)),
            depth: assert_depth(Each::Members(members).depth().saturating_add(1)),
            ..self
        }
    }

    /// Adds the row of every element of the value, which is read as a list, or as an object
    /// whose keys are kept. Use it instead of [`Field::each`] if the elements are not objects,
    /// or if an element that is not an object must be refused. See [`element`].
    ///
    /// # Panics
    ///
    /// At compile time, as [`Field::members`] does, and if the row is not made with
    /// [`element`].
    ///
    /// ```compile_fail,E0080
    /// use customer_rules::{Field, Rule::*, field};
    /// static NAMED: Field =
    ///     field("emails", &[Nullable, Array]).each_element(&field("email", &[Required, Email]));
    /// ```
    #[must_use]
    pub const fn each_element(self, element: &'static Self) -> Self {
        assert_holds_nothing(&self);
        assert!(
            is_same(element.key, ELEMENT),
            "the row of an element is made with `element`"
        );
        assert_describes_container(element);
        let each = Each::Row(element);
        Self {
            each: Some(each),
            rows: self.rows.saturating_add(each.rows()),
            depth: assert_depth(each.depth().saturating_add(1)),
            ..self
        }
    }

    /// Adds rules across the members of the value. Their paths start at this row.
    ///
    /// # Panics
    ///
    /// At compile time, if a path does not name a row below this one.
    #[must_use]
    pub const fn across(self, rules: &'static [CrossRule]) -> Self {
        assert_across(rules, self.members);
        Self {
            across: rules,
            ..self
        }
    }

    /// Accepts a JSON number as a string of its digits: it becomes that string before any rule
    /// sees it. The number must be an integer and not negative; if it is written with a
    /// fraction or an exponent, it must be below 10^14.
    #[must_use]
    pub const fn numbers_as_text(self) -> Self {
        Self {
            takes_numbers_as_text: true,
            ..self
        }
    }
}

/// The rules still to check once a value is a non-blank string: all but `Required`,
/// `Nullable` and `String`.
const fn of_text(mut rules: &[Rule]) -> &[Rule] {
    while let [Rule::Required | Rule::Nullable | Rule::String, rest @ ..] = rules {
        rules = rest;
    }
    rules
}

/// Whether one of the rules is `Integer`.
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
