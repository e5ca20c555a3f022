//! From the API's sentences back to the rules that say them: [`Sentences`].

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::table::all_rows;
use crate::table::lookup::locate;
use crate::violation::Broken;
use crate::violation::message::WireMessage;
use crate::violation::{Path, Piece};
use crate::{Code, CrossRule, Field, RuleSet, Violation};

/// Every sentence that the rules of a table can say.
///
/// Finding one takes no longer however many sentences are looked for: those of
/// rows outside of elements are looked up, and those inside, which have a gap
/// for the element's key, are as many as the table has.
pub(crate) struct Sentences {
    whole: BTreeMap<String, Violation>,
    /// The ones with most words first: those leave least to the key.
    open: Vec<Open>,
    /// How many rows there are; what is across fields comes after them.
    rows: usize,
}

/// A sentence of a row inside of elements.
struct Open {
    row: usize,
    steps: Vec<Step>,
    /// What stands before, between and after the elements' keys.
    words: Vec<String>,
    code: Code,
    broken: Broken,
}

/// A step of the way to a row.
#[derive(Clone, Copy)]
enum Step {
    Row(&'static Field),
    Element,
}

/// Stands for an element's key. No key of a table has it, nor has any message.
const GAP: &str = "*";

impl Sentences {
    pub(crate) fn of(rules: &RuleSet) -> Self {
        let mut sentences = Self {
            whole: BTreeMap::new(),
            open: Vec::new(),
            rows: all_rows(rules.fields()),
        };
        sentences.add_rows(rules.fields(), &mut Vec::new(), &mut 0);
        sentences.add_across(rules.cross_rules(), rules.fields(), &[], 0);
        sentences.open.sort_by_key(|open| {
            let words = open.words.iter().map(String::len);
            Reverse(words.fold(0, usize::saturating_add))
        });
        sentences
    }

    fn add_rows(&mut self, fields: &'static [Field], steps: &mut Vec<Step>, row: &mut usize) {
        for field in fields {
            steps.push(Step::Row(field));
            self.add_row(field, steps, row);
            steps.pop();
        }
    }

    fn add_row(&mut self, field: &'static Field, steps: &mut Vec<Step>, row: &mut usize) {
        for rule in field.rules() {
            if let Some(code) = rule.code() {
                self.add(code, Broken::Rule(rule), steps, *row);
            }
        }
        *row = row.saturating_add(1);
        let first = *row;
        self.add_rows(field.member_fields(), steps, row);
        self.add_across(field.cross_rules(), field.member_fields(), steps, first);
        steps.push(Step::Element);
        match (field.element_row(), field.element_fields()) {
            (Some(element), _) => self.add_row(element, steps, row),
            (None, fields) => self.add_rows(fields.unwrap_or_default(), steps, row),
        }
        steps.pop();
    }

    /// Those of the rules across an object's fields, the first of which is such a row.
    fn add_across(
        &mut self,
        rules: &'static [CrossRule],
        fields: &'static [Field],
        object: &[Step],
        first: usize,
    ) {
        for rule in rules {
            for path in rule.kept_paths() {
                let Some(located) = locate(fields, path) else {
                    continue;
                };
                let mut steps = object.to_vec();
                steps.extend(located.rows.iter().map(|(row, _)| Step::Row(row)));
                let first = self.rows.saturating_add(first);
                let row = first.saturating_add(located.ordinal);
                self.add(rule.code(), Broken::Across(rule, path), &steps, row);
            }
        }
    }

    /// Two rules that say the same of the same field cannot be told apart: the
    /// first has it.
    fn add(&mut self, code: Code, broken: Broken, steps: &[Step], row: usize) {
        let path = path(steps, core::iter::repeat(GAP));
        let sentence = WireMessage::new(&path, code, broken.params()).to_string();
        if steps.iter().any(|step| matches!(step, Step::Element)) {
            self.open.push(Open {
                row,
                steps: steps.to_vec(),
                words: sentence.split(GAP).map(String::from).collect(),
                code,
                broken,
            });
        } else {
            let violation = Violation::new(row, path, code, broken);
            self.whole.entry(sentence).or_insert(violation);
        }
    }

    /// The violation that a sentence tells of.
    pub(crate) fn find(&self, sentence: &str) -> Option<Violation> {
        let whole = self.whole.get(sentence).cloned();
        whole.or_else(|| self.open.iter().find_map(|open| open.fit(sentence)))
    }
}

impl Open {
    fn fit(&self, sentence: &str) -> Option<Violation> {
        let keys = self.keys(sentence)?;
        // A sentence may name several fields of one object: they have the same way.
        let is_element = |step: &&Step| matches!(step, Step::Element);
        let elements = self.steps.iter().filter(is_element).count();
        let mut ways = keys.chunks(elements.max(1));
        let way = ways.next()?;
        if ways.any(|other| other != way) {
            return None;
        }
        let path = path(&self.steps, way.iter().copied());
        Some(Violation::new(self.row, path, self.code, self.broken))
    }

    /// The keys that stand in the gaps, each as short as can be.
    fn keys<'t>(&self, sentence: &'t str) -> Option<Vec<&'t str>> {
        let [first, between @ .., last] = self.words.as_slice() else {
            return None;
        };
        let mut rest = sentence.strip_prefix(first.as_str())?;
        rest = rest.strip_suffix(last.as_str())?;
        let mut keys = Vec::new();
        for words in between {
            let (key, after) = rest.split_once(words.as_str())?;
            keys.push(key);
            rest = after;
        }
        keys.push(rest);
        Some(keys)
    }
}

fn path<'k>(steps: &[Step], mut keys: impl Iterator<Item = &'k str>) -> Path {
    let pieces = steps.iter().map(|step| match step {
        Step::Row(field) => Piece::row(field.kept_key()),
        Step::Element => Piece::name(keys.next().unwrap_or_default()),
    });
    pieces.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule::{Array, Nullable, OneOf, Required, String as Text};
    use crate::violation::Way;
    use crate::{RULE_SETS, field};
    use alloc::collections::BTreeSet;
    use alloc::{format, vec};

    const KEYS: &[&str] = &[
        "0",
        "17",
        "01",
        "main",
        "a.b",
        "",
        ".",
        "*",
        "a.email",
        "0.name must be a string.",
        "name must be a string.The additionalContact.1",
        "æ\n",
    ];

    /// Every violation of every rule, with these keys for the elements.
    fn every_violation(rules: &RuleSet, keys: &[&str]) -> Vec<Violation> {
        let mut violations = Vec::new();
        for field in rules.fields() {
            let row = Way::new(None, Piece::row(field.kept_key()));
            add_row(field, &row, keys, &mut violations);
        }
        for rule in rules.cross_rules() {
            for key in rule.kept_paths() {
                let path = Path::from_iter([Piece::row(key)]);
                let broken = Broken::Across(rule, key);
                violations.push(Violation::new(0, path, rule.code(), broken));
            }
        }
        violations
    }

    fn add_row(field: &'static Field, row: &Way<'_>, keys: &[&str], into: &mut Vec<Violation>) {
        for rule in field.rules() {
            let violation = |code| Violation::new(0, row.path(), code, Broken::Rule(rule));
            into.extend(rule.code().map(violation));
        }
        for rule in field.cross_rules() {
            for key in rule.kept_paths() {
                let path = Way::new(Some(row), Piece::row(key)).path();
                let broken = Broken::Across(rule, key);
                into.push(Violation::new(0, path, rule.code(), broken));
            }
        }
        let add_members =
            |fields: &'static [Field], object: &Way<'_>, into: &mut Vec<Violation>| {
                for member in fields {
                    let row = Way::new(Some(object), Piece::row(member.kept_key()));
                    add_row(member, &row, keys, into);
                }
            };
        add_members(field.member_fields(), row, into);
        for key in keys {
            let element = Way::new(Some(row), Piece::name(key));
            match field.element_row() {
                Some(field) => add_row(field, &element, keys, into),
                None => add_members(field.element_fields().unwrap_or_default(), &element, into),
            }
        }
    }

    #[test]
    fn every_rule_of_every_row_comes_back_as_it_went() {
        for rules in RULE_SETS {
            let sentences = Sentences::of(rules);
            let violations = every_violation(rules, KEYS);
            assert!(violations.len() > 15, "{}", rules.name());
            for violation in violations {
                let sentence = violation.message().to_string();
                let found = sentences.find(&sentence);
                assert_eq!(found, Some(violation), "{sentence}");
            }
        }
    }

    #[test]
    fn no_two_rules_say_the_same() {
        for rules in RULE_SETS {
            let all = every_violation(rules, &["0"]);
            let sentences: BTreeSet<_> = all.iter().map(|v| v.message().to_string()).collect();
            assert_eq!(sentences.len(), all.len(), "{}", rules.name());
        }
    }

    static ORDER: RuleSet = RuleSet::new(&[
        field("zip", &[Nullable, Text]),
        field("lines", &[Nullable, Array]).each(&[
            field("kind", &[Required, OneOf(&["a"])]),
            field("zip", &[Nullable, Text]),
            field("to", &[])
                .members(&[field("zip", &[Nullable, Text]), field("city", &[])])
                .across(&[CrossRule::RequiredOneOf(&[&[&["zip"]], &[&["city"]]])]),
            field("parts", &[Nullable, Array]).each(&[field("zip", &[Nullable, Text])]),
        ]),
    ]);

    #[test]
    fn elements_of_elements_come_back_too() {
        let sentences = Sentences::of(&ORDER);
        for violation in every_violation(&ORDER, &["0", "12", "main", ""]) {
            let sentence = violation.message().to_string();
            let found = sentences.find(&sentence);
            assert_eq!(found, Some(violation), "{sentence}");
        }
    }

    #[test]
    fn a_violation_comes_back_to_its_row() {
        let body = br#"{"zip": 5, "lines": {"a.b": {"parts": [{"zip": []}], "to": {"zip": ""}}}}"#;
        let violations = ORDER.read_json(body).unwrap().violations();
        assert_eq!(violations.len(), 5);
        let sentences = Sentences::of(&ORDER);
        for violation in &violations {
            let found = sentences.find(&violation.message().to_string()).unwrap();
            assert_eq!((found.row(), &found), (violation.row(), violation));
        }
    }

    #[test]
    fn fields_of_two_elements_are_not_of_one_object() {
        let sentences = Sentences::of(&ORDER);
        let of = |other: &str| {
            let sentence = format!(
                "The lines.0.to.zip field is required when none of lines.{other}.to.city are present."
            );
            sentences.find(&sentence).is_some()
        };
        assert!(of("0") && !of("1"));
    }

    #[test]
    fn the_key_is_as_short_as_can_be() {
        let sentences = Sentences::of(&ORDER);
        let segments = |sentence: &str| -> Vec<String> {
            let violation = sentences.find(sentence).unwrap();
            let segments = violation.path().segments();
            segments.map(|segment| segment.to_string()).collect()
        };
        assert_eq!(
            segments("The lines.0.to.zip must be a string."),
            vec!["lines", "0", "to", "zip"]
        );
        assert_eq!(
            segments("The lines.a.b.parts.c.parts.d.zip must be a string."),
            vec!["lines", "a.b", "parts", "c.parts.d", "zip"]
        );
    }
}
