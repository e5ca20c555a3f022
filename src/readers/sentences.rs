//! From the API's messages back to violations: [`Sentences`].

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Reverse;

use super::path;
use crate::rule::{Code, CrossRule, Rule};
use crate::table::{ELEMENT, Field, RuleSet, find, rows};
use crate::violation::{Broken, Path, Step, Violation};

/// Every message that the rules of a table can produce, in each [`Wording`].
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

/// How the API words a message.
#[derive(Clone, Copy)]
struct Wording {
    /// As Laravel 10 and later do: "The name field must be a string."
    says_field: bool,
    /// The path of a row inside elements in words, too: `additional contact.a.b.country code`.
    /// Laravel does so if the key of one of the elements contains one of [`ODD`].
    splits_path: bool,
}

impl Wording {
    /// Every wording. Our own comes first: if a message is also another one's in other words,
    /// it is ours.
    const ALL: [Self; 4] = [
        Self::new(false, false),
        Self::new(false, true),
        Self::new(true, false),
        Self::new(true, true),
    ];

    const fn new(says_field: bool, splits_path: bool) -> Self {
        Self {
            says_field,
            splits_path,
        }
    }

    /// The message of a broken rule at the row with these keys, or `None` if it is the same in
    /// an earlier wording.
    fn sentence(self, broken: Broken, keys: &[&'static str]) -> Option<String> {
        let say = |path: Path| {
            let violation = Violation::new(0, path, broken, &[]);
            violation.message().to_string()
        };
        let mut sentence = say(path(keys.iter().copied(), core::iter::repeat(ELEMENT)));
        if self.splits_path {
            // The path is split if it leads through rows only.
            let split = say(keys.iter().map(|key| Step::row(key)).collect());
            if split == sentence {
                return None;
            }
            sentence = split;
        }
        if self.says_field {
            let mark = match broken.code() {
                Code::Required | Code::RequiredOneOf | Code::OneOf | Code::Unknown => return None,
                Code::Digits | Code::Pattern => " format is ",
                _ => " must ",
            };
            let (attribute, rest) = sentence.rsplit_once(mark)?;
            sentence = format!("{attribute} field{mark}{rest}");
        }
        Some(sentence)
    }
}

/// The characters in an element's key that make Laravel split the path into words.
const ODD: [char; 3] = ['.', '*', ':'];

/// A message about a row inside elements.
struct Open {
    ordinal: usize,
    /// The keys from the top of the table down to the row, with [`ELEMENT`] for each element's.
    keys: Vec<&'static str>,
    /// The texts before, between and after the elements' keys.
    words: Vec<String>,
    broken: Broken,
    /// Whether the words are those for [`ODD`] keys.
    is_for_odd: bool,
}

impl Sentences {
    pub(crate) fn of(rules: &RuleSet) -> Self {
        let mut sentences = Self {
            whole: BTreeMap::new(),
            open: Vec::new(),
            fields: rules.fields(),
        };
        for wording in Wording::ALL {
            sentences.add_all(rules, wording);
        }
        sentences.open.sort_by_key(|open| {
            let words = open.words.iter().map(String::len);
            Reverse(words.fold(0, usize::saturating_add))
        });
        sentences
    }

    /// Adds every message of a table in one wording.
    fn add_all(&mut self, rules: &RuleSet, wording: Wording) {
        self.add_across(rules.get_across(), rules.fields(), &[], 0, wording);
        for row in rules.rows() {
            let keys: Vec<_> = row.keys().collect();
            let has_code = |rule: &&Rule| rule.code().is_some();
            for rule in row.field().rules().iter().filter(has_code) {
                self.add(Broken::Rule(rule), &keys, row.ordinal(), wording);
            }
            let members = row.field().get_members();
            let first = row.ordinal().saturating_add(1);
            self.add_across(row.field().get_across(), members, &keys, first, wording);
        }
    }

    /// Adds the messages of rules across an object's fields. `first` is the ordinal of the
    /// first of its fields.
    fn add_across(
        &mut self,
        rules: &'static [CrossRule],
        fields: &'static [Field],
        object: &[&'static str],
        first: usize,
        wording: Wording,
    ) {
        for rule in rules {
            for path in rule.path_references() {
                let Some(found) = find(fields, path) else {
                    continue;
                };
                let keys: Vec<_> = object.iter().copied().chain(path.split('.')).collect();
                let first = rows(self.fields).saturating_add(first);
                let ordinal = first.saturating_add(found.ordinal);
                self.add(Broken::Across(rule, path), &keys, ordinal, wording);
            }
        }
    }

    /// Adds a message. If two rules have the same message for the same field, they cannot be
    /// distinguished, and the first one is found.
    fn add(&mut self, broken: Broken, keys: &[&'static str], ordinal: usize, wording: Wording) {
        let Some(sentence) = wording.sentence(broken, keys) else {
            return;
        };
        if keys.contains(&ELEMENT) {
            self.open.push(Open {
                ordinal,
                keys: keys.to_vec(),
                // Neither a table's keys nor the messages contain a star.
                words: sentence.split(ELEMENT).map(String::from).collect(),
                broken,
                is_for_odd: wording.splits_path,
            });
        } else {
            let path = path(keys.iter().copied(), core::iter::empty());
            let violation = Violation::new(ordinal, path, broken, self.fields);
            self.whole.entry(sentence).or_insert(violation);
        }
    }

    /// The violation that has this message.
    ///
    /// A path that Laravel splits into words has lost the capitals, blanks and underscores of
    /// its elements' keys: they are found as they are worded.
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
        if self.is_for_odd && !way.iter().any(|key| key.contains(ODD)) {
            return None;
        }
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
    use crate::rule::Params;
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

    /// Keys for which Laravel splits the path into words, and which are the same as words.
    const ODD_KEYS: &[&str] = &["a.b", "post.no", ".", "*", "x:y", "a.email", "æ.ø"];

    /// A path in Laravel's words: `Str::snake`, with blanks for its underscores.
    fn snake(path: &str) -> String {
        let mut words = String::new();
        for c in path.chars() {
            if c.is_ascii_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.extend(c.to_lowercase());
        }
        words
    }

    /// The messages of Laravel 10's `lang/en/validation.php`, and ours in the same manner.
    fn in_laravel_10(violation: &Violation, attribute: &str) -> String {
        let rest = match violation.code() {
            Code::Required => "field is required.",
            Code::Unknown => "field is unknown.",
            Code::String => "field must be a string.",
            Code::Array => "field must be an array.",
            Code::List => "field must be a list.",
            Code::Object => "field must be an object.",
            Code::Integer => "field must be an integer.",
            Code::Email => "field must be a valid email address.",
            Code::Digits | Code::Pattern => "field format is invalid.",
            Code::Country => "field must be a valid ISO 3166-1 alpha-2 country code.",
            Code::E164 => "field must be a valid E.164 phone number.",
            Code::OneOf => return format!("The selected {attribute} is invalid."),
            Code::MaxChars => {
                let Params::MaxChars(count) = violation.params() else {
                    panic!("{violation:?}");
                };
                return format!(
                    "The {attribute} field must not be greater than {count} characters."
                );
            }
            Code::RequiredOneOf => return violation.message().to_string(),
            Code::Custom(_) => panic!("no table of ours has one"),
        };
        format!("The {attribute} {rest}")
    }

    #[test]
    fn every_rule_of_every_row_comes_back_in_laravel_10s_words() {
        for rules in RULE_SETS {
            let sentences = Sentences::of(rules);
            for violation in every_violation(rules, KEYS) {
                let path = violation.path().to_string();
                let is_raw = violation.path().has_element();
                let attribute = if is_raw { path } else { snake(&path) };
                let sentence = in_laravel_10(&violation, &attribute);
                assert_eq!(sentences.find(&sentence), Some(violation), "{sentence}");
            }
        }
    }

    #[test]
    fn every_rule_of_every_row_comes_back_with_its_path_in_words() {
        for rules in RULE_SETS {
            let sentences = Sentences::of(rules);
            for violation in every_violation(rules, ODD_KEYS) {
                let path = violation.path().to_string();
                let attribute = snake(&path);
                let earlier = violation.message().to_string().replace(&path, &attribute);
                for sentence in [earlier, in_laravel_10(&violation, &attribute)] {
                    let found = sentences.find(&sentence);
                    assert_eq!(found.as_ref(), Some(&violation), "{sentence}");
                }
            }
        }
    }

    #[test]
    fn a_path_is_in_words_for_odd_keys_only() {
        static LINES: RuleSet = RuleSet::new(&[field("orderLines", &[Nullable, Array]).each(&[
            field("zipCode", &[Nullable, Text]),
            field("at", &[])
                .members(&[field("cityName", &[]), field("poBox", &[])])
                .across(&[CrossRule::RequiredOneOf(&[&[&["cityName"]], &[&["poBox"]]])]),
        ])]);
        let sentences = Sentences::of(&LINES);
        let path_of = |sentence: &str| {
            let violation = sentences.find(sentence)?;
            Some(violation.path().pointer().to_string())
        };
        let path_of = |sentence: &str| path_of(sentence).unwrap_or_default();
        for rest in ["must be a string.", "field must be a string."] {
            let found = |path: &str| path_of(&format!("The {path} {rest}"));
            assert_eq!(found("order lines.a:b.zip code"), "/orderLines/a:b/zipCode");
            assert_eq!(found("orderLines.a:b.zipCode"), "/orderLines/a:b/zipCode");
            assert_eq!(found("orderLines.0.zipCode"), "/orderLines/0/zipCode");
            assert_eq!(found("order lines.0.zip code"), "");
            assert_eq!(found("order lines.a:b.zipCode"), "");
            assert_eq!(found("orderLines.a:b.zip code"), "");
        }
        let across = "The order lines.a.b.at.po box field is required when order lines.a.b.at.city name is not present.";
        assert_eq!(path_of(across), "/orderLines/a.b/at/poBox");
        assert_eq!(path_of(&across.replacen("a.b", "a.c", 1)), "");
    }

    #[test]
    fn a_message_that_is_anothers_in_other_words_is_its_own() {
        static HOMES: RuleSet = RuleSet::new(&[
            field("home", &[Nullable, Text]),
            field("homeField", &[Nullable, Text]),
        ]);
        let sentences = Sentences::of(&HOMES);
        let path_of = |sentence| sentences.find(sentence).unwrap().path().to_string();
        assert_eq!(path_of("The home must be a string."), "home");
        assert_eq!(path_of("The home field must be a string."), "homeField");
        assert_eq!(
            path_of("The home field field must be a string."),
            "homeField"
        );
    }

    #[test]
    fn no_two_rules_say_the_same() {
        for rules in RULE_SETS {
            let all = every_violation(rules, &["0"]);
            let said = |violation: &Violation| {
                let path = violation.path().to_string();
                let is_raw = violation.path().has_element();
                let attribute = if is_raw { path } else { snake(&path) };
                let later = in_laravel_10(violation, &attribute);
                BTreeSet::from([violation.message().to_string(), later])
            };
            let each: usize = all.iter().map(|violation| said(violation).len()).sum();
            let together: BTreeSet<_> = all.iter().flat_map(said).collect();
            assert_eq!(together.len(), each, "{}", rules.name());
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
