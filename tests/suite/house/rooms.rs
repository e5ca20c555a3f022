//! The order of the rooms: what may import what.

use crate::support::source::{code, files, root};

/// The rooms of `src/`. Each may import those that stand before it.
const ROOMS: &[&str] = &[
    "format",
    "rule",
    "table",
    "violation",
    "input",
    "check",
    "payload",
    "readers",
    "api",
];

/// What `lib.rs` re-exports, and the room that has it.
const FACE: &[(&str, &[&str])] = &[
    (
        "rule",
        &[
            "Rule",
            "Code",
            "Check",
            "CrossCheck",
            "CrossRule",
            "Value",
            "Pattern",
        ],
    ),
    (
        "table",
        &["RuleSet", "Field", "Label", "field", "element", "extend"],
    ),
    ("violation", &["Violation", "Violations", "Path", "message"]),
    ("input", &["SyntaxError"]),
    ("check", &["Checked", "Rejection"]),
    ("payload", &["Payload", "Unvalidated", "payload", "members"]),
    ("readers", &["garde", "problem", "rulebook", "schema"]),
    ("api", &["connect", "front_payment", "RULE_SETS"]),
];

/// The names that a file takes from the crate, but for those of its tests and comments:
/// `rule` of `crate::rule::Rule`, `a` and `b` of `crate::{a::x, b}`.
fn imports(source: &str) -> Vec<String> {
    let code = code(source);
    let mut names = Vec::new();
    for after in code.split("crate::").skip(1) {
        let Some(group) = after.strip_prefix('{') else {
            names.push(first_word(after));
            continue;
        };
        let mut depth = 0;
        let mut item = String::new();
        for c in group.chars() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => names.push(first_word(&std::mem::take(&mut item))),
                c => item.push(c),
            }
        }
        names.push(first_word(&item));
    }
    names.retain(|name| !name.is_empty());
    names
}

fn first_word(text: &str) -> String {
    let is_word = |c: &char| c.is_ascii_alphanumeric() || *c == '_';
    text.trim_start().chars().take_while(is_word).collect()
}

fn room_of(name: &str) -> &str {
    let by_face = FACE.iter().find(|(_, names)| names.contains(&name));
    let is_room = ROOMS.contains(&name);
    match by_face {
        Some((room, _)) if !is_room => room,
        _ => name,
    }
}

#[test]
fn imports_go_one_way() {
    let source = root().join("src");
    let mut count = 0;
    for (place, room) in ROOMS.iter().enumerate() {
        let own_and_before = &ROOMS[..=place];
        for file in files(&source.join(room)) {
            for name in imports(&std::fs::read_to_string(&file).unwrap()) {
                let other = room_of(&name);
                // The macros name the crate for those who use them.
                let is_macro = file.ends_with("payload/macros.rs");
                assert!(
                    own_and_before.contains(&other) || is_macro,
                    "{} imports crate::{name}, against the stream",
                    file.display()
                );
                count += 1;
            }
        }
    }
    assert!(count > 100, "{count} imports");
}

#[test]
fn the_rooms_are_all_there_is() {
    let source = root().join("src");
    let mut entries: Vec<String> = std::fs::read_dir(source)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    entries.sort();
    let mut rooms = [ROOMS, &["lib.rs"]].concat();
    rooms.sort_unstable();
    assert_eq!(entries, rooms);
}

#[test]
fn nothing_below_the_apis_names_one() {
    let source = root().join("src");
    for room in ROOMS.iter().filter(|room| **room != "api") {
        for file in files(&source.join(room)) {
            let text = std::fs::read_to_string(&file).unwrap();
            let code = text.split("#[cfg(test)]").next().unwrap();
            for line in code.lines().map(str::trim_start) {
                let names_api = ["front_payment", "connect::"]
                    .iter()
                    .any(|api| line.contains(api));
                assert!(
                    line.starts_with("//") || !names_api,
                    "{}: {line}",
                    file.display()
                );
            }
        }
    }
}

#[test]
fn files_have_at_most_500_lines() {
    for folder in ["src", "tests", "examples"] {
        for file in files(&root().join(folder)) {
            if file.extension().is_some_and(|extension| extension == "rs") {
                let lines = std::fs::read_to_string(&file).unwrap().lines().count();
                assert!(lines <= 500, "{} has {lines} lines", file.display());
            }
        }
    }
}
