//! Asserts that a table is well formed. The compiler evaluates them.

use super::field::{Field, rows};
use super::lookup::find;
use super::rows::ELEMENT;
use crate::rule::{CrossRule, Rule};

/// The greatest number of rows of a table, including those of elements.
pub(super) const MAX_ROWS: usize = 1_000_000;

/// The most levels that a table may have, the document included: no more are read.
const MAX_LEVELS: usize = 128;

/// Refuses rows that are too deep inside a document.
pub(super) const fn assert_depth(depth: usize) -> usize {
    assert!(depth < MAX_LEVELS, "a table has at most 128 levels");
    depth
}

/// Whether the key can be part of a dotted path.
pub(crate) const fn is_key(key: &str) -> bool {
    let mut bytes = key.as_bytes();
    while let [byte, rest @ ..] = bytes {
        if matches!(byte, b'.' | b'*') {
            return false;
        }
        bytes = rest;
    }
    !key.is_empty()
}

/// Refuses rules that are not in the order of reports: one rule of presence, then type,
/// format and greatest length.
pub(crate) const fn assert_rules(rules: &[Rule]) {
    let [first, rest @ ..] = rules else {
        return;
    };
    assert!(
        matches!(first, Rule::Required | Rule::Nullable),
        "the first rule is Required or Nullable"
    );
    let mut others = rest;
    let mut before = 1;
    while let [rule, rest @ ..] = others {
        if let Rule::OneOf(words) = rule {
            assert!(!words.is_empty(), "OneOf names at least one word");
        }
        let rank = rank(rule);
        assert!(
            rank > 0,
            "a row has one rule of presence, Required or Nullable"
        );
        assert!(
            rank >= before,
            "rules come in this order: presence, type, format, maximum"
        );
        before = rank;
        others = rest;
    }
}

const fn rank(rule: &Rule) -> u8 {
    match rule {
        Rule::Required | Rule::Nullable => 0,
        Rule::String | Rule::Array | Rule::List | Rule::Object | Rule::Integer => 1,
        Rule::Email
        | Rule::OneOf(_)
        | Rule::Digits(_)
        | Rule::Country
        | Rule::E164
        | Rule::Custom(_) => 2,
        #[cfg(feature = "pattern")]
        Rule::Pattern(_) => 2,
        Rule::MaxChars(_) => 3,
    }
}

/// Refuses a row that accepts a container without describing its content, because the
/// content would not be sent.
pub(crate) const fn assert_describes_container(field: &Field) {
    let is_described = !field.get_members().is_empty() || field.each.is_some();
    assert!(
        is_described || !has_container(field.rules()),
        "an Array, List or Object row says what is in it, with members or elements"
    );
}

/// Asserts that a row has neither members nor elements yet.
pub(super) const fn assert_holds_nothing(field: &Field) {
    assert!(
        !field.is_container(),
        "a row has members or elements, not both and not twice"
    );
}

/// Asserts that rows can be those inside of an object.
pub(super) const fn assert_members(members: &[Field]) {
    assert!(!members.is_empty(), "an object has at least one member");
    assert_table(members);
}

/// Refuses faults that show only when the rows of an object are complete, such as a key that
/// appears twice.
pub(crate) const fn assert_table(mut fields: &[Field]) {
    assert!(
        rows(fields) <= MAX_ROWS,
        "a table has at most 1,000,000 rows"
    );
    while let [field, rest @ ..] = fields {
        assert_describes_container(field);
        assert!(
            !is_same(field.key(), ELEMENT),
            "the row of an element belongs in `each_element`"
        );
        let mut others = rest;
        while let [other, later @ ..] = others {
            assert!(
                !is_same(field.key(), other.key()),
                "two rows have the same key"
            );
            others = later;
        }
        fields = rest;
    }
}

/// Refuses rules across fields that do not exist.
pub(crate) const fn assert_across(mut rules: &[CrossRule], fields: &[Field]) {
    while let [rule, rest @ ..] = rules {
        assert_cross_rule(rule, fields);
        rules = rest;
    }
}

const fn assert_cross_rule(rule: &CrossRule, fields: &[Field]) {
    let mut alternatives = match rule {
        CrossRule::RequiredOneOf(alternatives) => *alternatives,
        CrossRule::Custom {
            paths, at_fault, ..
        } => {
            assert!(
                !at_fault.is_empty(),
                "a rule across fields reports at least one field"
            );
            assert_rows(paths, fields);
            assert_rows(at_fault, fields);
            return;
        }
    };
    assert!(
        !alternatives.is_empty(),
        "a rule has at least one alternative"
    );
    while let [groups, rest @ ..] = alternatives {
        assert_groups(groups, fields);
        alternatives = rest;
    }
}

const fn assert_groups(mut groups: &[&[&str]], fields: &[Field]) {
    assert!(!groups.is_empty(), "an alternative has at least one group");
    while let [group, rest @ ..] = groups {
        assert!(!group.is_empty(), "a group has at least one member");
        assert_rows(group, fields);
        groups = rest;
    }
}

/// Refuses paths that do not name a row.
pub(crate) const fn assert_rows(mut paths: &[&str], fields: &[Field]) {
    while let [path, rest @ ..] = paths {
        assert!(
            find(fields, path).is_some(),
            "a path names a row inside its object"
        );
        paths = rest;
    }
}

const fn has_container(mut rules: &[Rule]) -> bool {
    while let [rule, rest @ ..] = rules {
        if matches!(rule, Rule::Array | Rule::List | Rule::Object) {
            return true;
        }
        rules = rest;
    }
    false
}

pub(crate) const fn is_same(left: &str, right: &str) -> bool {
    let (mut left, mut right) = (left.as_bytes(), right.as_bytes());
    while let ([l, left_rest @ ..], [r, right_rest @ ..]) = (left, right) {
        if *l != *r {
            return false;
        }
        (left, right) = (left_rest, right_rest);
    }
    left.is_empty() && right.is_empty()
}
