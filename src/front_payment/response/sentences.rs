//! From the API's sentences back to the rules that say them: [`Sentences`].

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use crate::locate::locate;
use crate::message::WireMessage;
use crate::path::Path;
use crate::{Code, Field, Params, RuleSet, Violation};

/// Every sentence that the rules of a table can say.
///
/// Finding one takes no longer however many sentences are looked for: those of
/// rows outside of elements are looked up, and those inside, which have a gap
/// for the element's key, are as many as the table has.
pub(super) struct Sentences {
    whole: BTreeMap<String, (usize, Violation)>,
    /// The ones with most words first: those leave least to the key.
    open: Vec<Open>,
}

/// A sentence of a row inside of elements.
struct Open {
    ordinal: usize,
    steps: Vec<Step>,
    /// What stands before, between and after the elements' keys.
    words: Vec<String>,
    code: Code,
    params: Params,
}

/// A step of the way to a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Row(&'static str),
    Element,
}

/// Stands for an element's key. No key of a table has it, nor has any message.
const GAP: &str = "*";

impl Sentences {
    pub(super) fn of(rules: &RuleSet) -> Self {
        let mut sentences = Self {
            whole: BTreeMap::new(),
            open: Vec::new(),
        };
        let mut rows = 0;
        sentences.add_rows(rules.fields(), &mut Vec::new(), &mut rows);
        sentences.add_across(rules, rows);
        sentences.open.sort_by_key(|open| {
            let words = open.words.iter().map(String::len);
            Reverse(words.fold(0, usize::saturating_add))
        });
        sentences
    }

    fn add_rows(&mut self, fields: &'static [Field], steps: &mut Vec<Step>, ordinal: &mut usize) {
        for field in fields {
            steps.push(Step::Row(field.key()));
            self.add_row(field, steps, ordinal);
            steps.pop();
        }
    }

    fn add_row(&mut self, field: &'static Field, steps: &mut Vec<Step>, ordinal: &mut usize) {
        for rule in field.rules() {
            if let Some(code) = rule.code() {
                self.add(code, rule.params(), steps, *ordinal);
            }
        }
        *ordinal = ordinal.saturating_add(1);
        self.add_rows(field.member_fields(), steps, ordinal);
        steps.push(Step::Element);
        match (field.element_row(), field.element_fields()) {
            (Some(element), _) => self.add_row(element, steps, ordinal),
            (None, fields) => self.add_rows(fields.unwrap_or_default(), steps, ordinal),
        }
        steps.pop();
    }

    /// Those of rules across fields come after all rows'.
    fn add_across(&mut self, rules: &RuleSet, rows: usize) {
        for rule in rules.cross_rules() {
            for path in rule.paths() {
                let Some(located) = locate(rules.fields(), path) else {
                    continue;
                };
                let steps: Vec<Step> = path.split('.').map(Step::Row).collect();
                let ordinal = rows.saturating_add(located.ordinal);
                self.add(rule.code(), rule.params(path), &steps, ordinal);
            }
        }
    }

    /// Two rules that say the same of the same field cannot be told apart: the
    /// first has it.
    fn add(&mut self, code: Code, params: Params, steps: &[Step], ordinal: usize) {
        let path = path(steps, core::iter::repeat(GAP));
        let sentence = WireMessage::new(&path, code, params).to_string();
        if steps.contains(&Step::Element) {
            self.open.push(Open {
                ordinal,
                steps: steps.to_vec(),
                words: sentence.split(GAP).map(String::from).collect(),
                code,
                params,
            });
        } else {
            let violation = Violation::new(path, code, params);
            self.whole.entry(sentence).or_insert((ordinal, violation));
        }
    }

    /// The violation that a sentence tells of, with the ordinal of its row.
    pub(super) fn find(&self, sentence: &str) -> Option<(usize, Violation)> {
        let whole = self.whole.get(sentence).cloned();
        whole.or_else(|| self.open.iter().find_map(|open| open.fit(sentence)))
    }
}

impl Open {
    fn fit(&self, sentence: &str) -> Option<(usize, Violation)> {
        let path = path(&self.steps, self.keys(sentence)?.into_iter());
        Some((self.ordinal, Violation::new(path, self.code, self.params)))
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
    let mut path = Path::default();
    for step in steps {
        match step {
            Step::Row(key) => path.push_row(key),
            Step::Element => path.push_name(keys.next().unwrap_or_default()),
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule::{Array, Nullable, OneOf, Required, String as Text};
    use crate::{RULE_SETS, field};
    use alloc::collections::BTreeSet;
    use alloc::vec;

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
            let mut path = Path::default();
            path.push_row(field.key());
            add_row(field, &path, keys, &mut violations);
        }
        for rule in rules.cross_rules() {
            for key in rule.paths() {
                let mut path = Path::default();
                path.push_row(key);
                violations.push(Violation::new(path, rule.code(), rule.params(key)));
            }
        }
        violations
    }

    fn add_row(field: &'static Field, path: &Path, keys: &[&str], into: &mut Vec<Violation>) {
        for rule in field.rules() {
            let code = rule.code();
            into.extend(code.map(|code| Violation::new(path.clone(), code, rule.params())));
        }
        let add_members = |fields: &'static [Field], path: &Path, into: &mut Vec<Violation>| {
            for member in fields {
                let mut path = path.clone();
                path.push_row(member.key());
                add_row(member, &path, keys, into);
            }
        };
        add_members(field.member_fields(), path, into);
        for key in keys {
            let mut path = path.clone();
            path.push_name(key);
            match field.element_row() {
                Some(element) => add_row(element, &path, keys, into),
                None => add_members(field.element_fields().unwrap_or_default(), &path, into),
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
                let found = sentences.find(&sentence).map(|(_, violation)| violation);
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
            field("to", &[]).members(&[field("zip", &[Nullable, Text])]),
            field("parts", &[Nullable, Array]).each(&[field("zip", &[Nullable, Text])]),
        ]),
    ]);

    #[test]
    fn elements_of_elements_come_back_too() {
        let sentences = Sentences::of(&ORDER);
        for violation in every_violation(&ORDER, &["0", "12", "main", ""]) {
            let sentence = violation.message().to_string();
            let found = sentences.find(&sentence).map(|(_, violation)| violation);
            assert_eq!(found, Some(violation), "{sentence}");
        }
    }

    #[test]
    fn the_key_is_as_short_as_can_be() {
        let sentences = Sentences::of(&ORDER);
        let segments = |sentence: &str| -> Vec<String> {
            let (_, violation) = sentences.find(sentence).unwrap();
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
