//! From the API's messages back to violations: [`Sentences`].

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::path;
use crate::rule::{CrossRule, Rule};
use crate::table::{ELEMENT, Field, RuleSet, find, rows};
use crate::violation::{Broken, Violation};

/// Every message that the rules of a table can produce.
///
/// The messages of rows outside elements are looked up in a map. Those of rows inside
/// elements have a gap for the element's key and are tried one by one, so finding one takes
/// time in proportion to the table, and does not depend on the response.
pub(crate) struct Sentences {
    whole: BTreeMap<String, Violation>,
    /// Messages with a gap. The longest come first, because they leave the least to the key.
    open: Vec<Open>,
    /// The rows of the table. Violations across fields come after those of all rows.
    fields: &'static [Field],
}

/// A message about a row inside elements.
struct Open {
    ordinal: usize,
    /// The keys from the top of the table down to the row, with [`ELEMENT`] for each element's.
    keys: Vec<&'static str>,
    /// The texts before, between and after the elements' keys.
    words: Vec<String>,
    broken: Broken,
}

impl Sentences {
    pub(crate) fn of(rules: &RuleSet) -> Self {
        let mut sentences = Self {
            whole: BTreeMap::new(),
            open: Vec::new(),
            fields: rules.fields(),
        };
        sentences.add_across(rules.get_across(), rules.fields(), &[], 0);
        for row in rules.rows() {
            let keys: Vec<_> = row.keys().collect();
            let has_code = |rule: &&Rule| rule.code().is_some();
            for rule in row.field().rules().iter().filter(has_code) {
                sentences.add(Broken::Rule(rule), &keys, row.ordinal());
            }
            let members = row.field().get_members();
            let first = row.ordinal().saturating_add(1);
            sentences.add_across(row.field().get_across(), members, &keys, first);
        }
        sentences.open.sort_by_key(|open| {
            let words = open.words.iter().map(String::len);
            Reverse(words.fold(0, usize::saturating_add))
        });
        sentences
    }

    /// Adds the messages of rules across an object's fields. `first` is the ordinal of the
    /// first of its fields.
    fn add_across(
        &mut self,
        rules: &'static [CrossRule],
        fields: &'static [Field],
        object: &[&'static str],
        first: usize,
    ) {
        for rule in rules {
            for path in rule.path_references() {
                let Some(found) = find(fields, path) else {
                    continue;
                };
                let keys: Vec<_> = object.iter().copied().chain(path.split('.')).collect();
                let first = rows(self.fields).saturating_add(first);
                let ordinal = first.saturating_add(found.ordinal);
                self.add(Broken::Across(rule, path), &keys, ordinal);
            }
        }
    }

    /// Adds a message. If two rules have the same message for the same field, they cannot be
    /// distinguished, and the first one is found.
    fn add(&mut self, broken: Broken, keys: &[&'static str], ordinal: usize) {
        let path = path(keys.iter().copied(), core::iter::repeat(ELEMENT));
        let violation = Violation::new(ordinal, path, broken, self.fields);
        let sentence = violation.message().to_string();
        if keys.contains(&ELEMENT) {
            self.open.push(Open {
                ordinal,
                keys: keys.to_vec(),
                // Neither a table's keys nor the messages contain a star.
                words: sentence.split(ELEMENT).map(String::from).collect(),
                broken,
            });
        } else {
            self.whole.entry(sentence).or_insert(violation);
        }
    }

    /// The violation that has this message.
    pub(crate) fn find(&self, sentence: &str) -> Option<Violation> {
        let whole = self.whole.get(sentence).cloned();
        whole.or_else(|| {
            self.open
                .iter()
                .find_map(|open| open.fit(sentence, self.fields))
        })
    }
}

impl Open {
    fn fit(&self, sentence: &str, fields: &'static [Field]) -> Option<Violation> {
        let gaps = self.gaps(sentence)?;
        // A message may name several fields of one object: their elements must be the same.
        let elements = self.keys.iter().filter(|key| **key == ELEMENT).count();
        let mut ways = gaps.chunks(elements.max(1));
        let way = ways.next()?;
        if ways.any(|other| other != way) {
            return None;
        }
        let path = path(self.keys.iter().copied(), way.iter().copied());
        Some(Violation::new(self.ordinal, path, self.broken, fields))
    }

    /// The keys in the gaps, each as short as possible.
    fn gaps<'t>(&self, sentence: &'t str) -> Option<Vec<&'t str>> {
        let [first, between @ .., last] = self.words.as_slice() else {
            return None;
        };
        let mut rest = sentence.strip_prefix(first.as_str())?;
        rest = rest.strip_suffix(last.as_str())?;
        let mut gaps = Vec::new();
        for words in between {
            let (key, after) = rest.split_once(words.as_str())?;
            gaps.push(key);
            rest = after;
        }
        gaps.push(rest);
        Some(gaps)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Rule::{Array, Nullable, OneOf, Required, String as Text};
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

    /// Every violation of every rule, with each of these keys for the elements.
    fn every_violation(rules: &'static RuleSet, elements: &[&str]) -> Vec<Violation> {
        let across_root = rules.get_across().iter().map(|rule| (vec![], rule));
        let across_inner = rules.rows().flat_map(|row| {
            let rules = row.field().get_across().iter();
            rules.map(move |rule| (row.keys().collect(), rule))
        });
        let across = across_root.chain(across_inner).flat_map(|(object, rule)| {
            rule.path_references().map(move |path| {
                let keys = object.iter().copied().chain(path.split('.'));
                (keys.collect::<Vec<_>>(), Broken::Across(rule, path))
            })
        });
        let own = rules.rows().flat_map(|row| {
            let rules = row.field().rules().iter();
            let rules = rules.filter(|rule| rule.code().is_some());
            rules.map(move |rule| (row.keys().collect::<Vec<_>>(), Broken::Rule(rule)))
        });
        let spots: Vec<_> = own.chain(across).collect();
        let violations = elements.iter().flat_map(|element| {
            spots.iter().map(move |(keys, broken)| {
                let elements = core::iter::repeat(*element);
                let path = path(keys.iter().copied(), elements);
                Violation::new(0, path, *broken, rules.fields())
            })
        });
        violations.collect()
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
            assert_eq!((found.ordinal(), &found), (violation.ordinal(), violation));
        }
    }

    #[test]
    fn fields_of_two_elements_are_not_of_one_object() {
        let sentences = Sentences::of(&ORDER);
        let of = |other: &str| {
            let sentence = format!(
                "The lines.0.to.zip field is required when lines.{other}.to.city is not present."
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
