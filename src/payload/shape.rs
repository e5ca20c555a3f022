//! What a payload's types require of their table, asserted at compile time: [`Shape`].

use alloc::vec::Vec;

use crate::check::view::View;
use crate::format::Count;
use crate::input::{ElementKey, Slot};
use crate::rule::Rule;
use crate::table::{Each, Field, RuleSet, is_same};
use crate::violation::{Broken, Path, Step, Violation, Violations};

/// What the type of a part requires of its row.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A text.
    Text,
    /// An e-mail address.
    Email,
    /// This number of digits.
    Digits(Count),
    /// A country.
    Country,
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A phone number in E.164 form.
    E164,
    /// An integer.
    Integer,
    /// A format of the user's own.
    Own {
        /// The rule that is reported for a value that the type refuses.
        rule: &'static Rule,
        /// Whether the type accepts the text.
        accepts: fn(&str) -> bool,
    },
    /// An object.
    Object {
        /// Its members, in the order of the rows.
        members: &'static [Member],
        /// The keys of rows that are checked but not sent.
        unsent: &'static [&'static str],
    },
    /// A list or a map.
    Collection {
        /// What its elements are.
        of: &'static Shape,
    },
}

/// A member of an object of a payload.
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The key of its row.
    pub key: &'static str,
    /// Whether it is always present.
    pub is_required: bool,
    /// What its type requires of the row.
    pub shape: Shape,
}

/// Refuses a payload whose members do not fit the rows of its table.
///
/// # Panics
///
/// If they do not fit. The macro `payload!` calls it at compile time.
#[expect(
    clippy::panic,
    reason = "evaluated at compile time, where it is an error"
)]
pub const fn assert_fits(rules: &RuleSet, shape: &Shape) {
    let Shape::Object { members, unsent } = shape else {
        panic!("a payload is an object");
    };
    assert_members(rules.fields(), members, unsent);
}

#[expect(
    clippy::panic,
    reason = "evaluated at compile time, where it is an error"
)]
const fn assert_members(mut fields: &'static [Field], members: &[Member], unsent: &[&str]) {
    let mut rest = members;
    while let [field, others @ ..] = fields {
        fields = others;
        if has_word(unsent, field.key()) {
            continue;
        }
        let [member, later @ ..] = rest else {
            panic!("every row is a member of the payload, or `unsent`");
        };
        assert!(
            is_same(member.key, field.key()),
            "members have the keys of the rows, in their order"
        );
        assert!(
            member.is_required == field.is_required(),
            "a member is `Required` where its row is, or a row inside it, and `Optional` else"
        );
        assert_value(field, &member.shape);
        rest = later;
    }
    assert!(rest.is_empty(), "every member of the payload has a row");
}

const fn assert_value(field: &'static Field, shape: &Shape) {
    match shape {
        Shape::Object { members, unsent } => {
            assert_members(field.get_members(), members, unsent);
        }
        Shape::Collection { of } => assert_elements(field, of),
        shape => {
            assert!(
                vouches(field, shape),
                "the rules of a member's row make sure of its type"
            );
        }
    }
}

#[expect(
    clippy::panic,
    reason = "evaluated at compile time, where it is an error"
)]
const fn assert_elements(field: &'static Field, of: &Shape) {
    match (field.get_each(), of) {
        (Some(Each::Members(fields)), Shape::Object { members, unsent }) => {
            assert_members(fields, members, unsent);
        }
        (Some(Each::Row(element)), Shape::Object { .. } | Shape::Collection { .. }) => {
            assert_value(element, of);
        }
        (Some(Each::Row(element)), of) => {
            assert!(
                element.is_required(),
                "an element that is not an object is required"
            );
            assert_value(element, of);
        }
        _ => panic!("a collection's row has elements, and objects have members"),
    }
}

/// Whether the rules of a row accept only what the type can hold.
const fn vouches(field: &Field, shape: &Shape) -> bool {
    let is_text = field.takes_numbers_as_text() || has_text(field.rules());
    let mut rules = field.rules();
    while let [rule, rest @ ..] = rules {
        let fits = match (shape, rule) {
            (Shape::Text, Rule::Digits(_)) => is_text,
            (Shape::Text, _) => has_text(field.rules()),
            (Shape::Email, Rule::Email)
            | (Shape::Country, Rule::Country)
            | (Shape::E164, Rule::E164)
            | (Shape::Integer, Rule::Integer)
            | (Shape::Own { .. }, Rule::Custom(_)) => true,
            (Shape::Digits(Count::Exactly(shape)), Rule::Digits(Count::Exactly(rule))) => {
                is_text && *rule == *shape
            }
            (Shape::Digits(Count::AtLeast(shape)), Rule::Digits(rule)) => {
                let (Count::Exactly(least) | Count::AtLeast(least)) = rule;
                is_text && *least >= *shape
            }
            (Shape::OneOf(words), Rule::OneOf(chosen)) => has_words(words, chosen),
            _ => false,
        };
        if fits {
            return true;
        }
        rules = rest;
    }
    false
}

/// Whether one of the rules accepts nothing but text.
const fn has_text(mut rules: &[Rule]) -> bool {
    while let [rule, rest @ ..] = rules {
        if matches!(
            rule,
            Rule::String | Rule::Email | Rule::OneOf(_) | Rule::Country | Rule::E164
        ) {
            return true;
        }
        rules = rest;
    }
    false
}

const fn has_words(words: &[&str], mut chosen: &[&str]) -> bool {
    while let [word, rest @ ..] = chosen {
        if !has_word(words, word) {
            return false;
        }
        chosen = rest;
    }
    true
}

const fn has_word(mut words: &[&str], word: &str) -> bool {
    while let [first, rest @ ..] = words {
        if is_same(first, word) {
            return true;
        }
        words = rest;
    }
    false
}

/// The values that the rules accept but a type of the user's own refuses.
pub(super) fn misfits(rules: &RuleSet, shape: &Shape, view: View<'_, '_>) -> Violations {
    let mut misfits = Misfits {
        rules,
        found: Vec::new(),
    };
    misfits.add(shape, view, &mut Vec::new());
    misfits.found.into_iter().collect()
}

struct Misfits<'r> {
    rules: &'r RuleSet,
    found: Vec<Violation>,
}

impl Misfits<'_> {
    fn add(&mut self, shape: &Shape, view: View<'_, '_>, steps: &mut Vec<Step>) {
        match shape {
            Shape::Own { rule, accepts } if !view.text().is_some_and(accepts) => {
                let path: Path = steps.iter().cloned().collect();
                let field = self.rules.at_path(&path);
                let ordinal = field.map_or(usize::MAX, |field| field.ordinal());
                let (broken, fields) = (Broken::Rule(rule), self.rules.fields());
                let violation = Violation::new(ordinal, path, broken, fields);
                self.found.push(violation);
            }
            Shape::Object { members, .. } => {
                for (place, value) in view.members().iter() {
                    let key = place.field.key();
                    let member = members.iter().find(|member| member.key == key);
                    if let Some(member) = member
                        && value.is_present()
                        && !matches!(value.slot(), Slot::Null)
                    {
                        self.add_at(Step::row(key), &member.shape, value, steps);
                    }
                }
            }
            Shape::Collection { of } => {
                for (key, element) in view.elements() {
                    let step = match key {
                        ElementKey::Index(index) => Step::index(index),
                        ElementKey::Name(name) => Step::name(name),
                    };
                    self.add_at(step, of, element, steps);
                }
            }
            _ => {}
        }
    }

    fn add_at(&mut self, step: Step, shape: &Shape, view: View<'_, '_>, steps: &mut Vec<Step>) {
        steps.push(step);
        self.add(shape, view, steps);
        steps.pop();
    }
}
