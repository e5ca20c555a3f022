//! The face of the library: what it makes public, and what the public types promise.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::{Path as FilePath, PathBuf};

use customer_rules::format::{
    Email, InvalidFormat, Language, OrganizationId, PersonalNumber, Text,
};
use customer_rules::front_payment::{
    Address, Addresses, Answer, ApiError, Contact, CorporateCustomer, CustomerDetails,
    CustomerStatus, CustomerType, CustomerUuid, PrivateCustomer, Refused, ResponseCode,
    ShippingAddress, StoredAddress, StoredAddresses, Unplaced, Updated, envelope::Envelope,
};
use customer_rules::{
    Checked, Code, Field, Path, Pattern, RULE_SETS, Rejection, Rule, RuleSet, SyntaxError,
    Violation, Violations, check::Document, payload::Collection, rule::Params,
};

use crate::support::source::{code, files, root, text};

#[test]
fn public_types_cross_threads() {
    fn crosses<T: Send + Sync + Unpin>() {}
    crosses::<Address<'_>>();
    crosses::<Addresses<'_>>();
    crosses::<Answer>();
    crosses::<ApiError>();
    crosses::<Checked<'_>>();
    crosses::<Code>();
    crosses::<Collection<'_, Contact<'_>>>();
    crosses::<CorporateCustomer<'_>>();
    crosses::<CustomerDetails>();
    crosses::<CustomerStatus>();
    crosses::<CustomerType>();
    crosses::<CustomerUuid<'_>>();
    crosses::<Email<'_>>();
    crosses::<Document<'_>>();
    crosses::<Envelope<'_>>();
    crosses::<Field>();
    crosses::<InvalidFormat>();
    crosses::<Language>();
    crosses::<OrganizationId<'_>>();
    crosses::<Params>();
    crosses::<Path>();
    crosses::<Pattern>();
    crosses::<PersonalNumber<'_>>();
    crosses::<PrivateCustomer<'_>>();
    crosses::<Refused>();
    crosses::<Rejection>();
    crosses::<ResponseCode>();
    crosses::<Rule>();
    crosses::<RuleSet>();
    crosses::<ShippingAddress<'_>>();
    crosses::<StoredAddress>();
    crosses::<StoredAddresses>();
    crosses::<SyntaxError>();
    crosses::<Text<'_>>();
    crosses::<Unplaced>();
    crosses::<Updated>();
    crosses::<Violation>();
    crosses::<Violations>();
}

#[cfg(feature = "http")]
#[test]
fn types_of_requests_cross_threads() {
    fn crosses<T: Send + Sync + Unpin>() {}
    crosses::<customer_rules::front_payment::BearerToken>();
    crosses::<customer_rules::front_payment::Server<'_>>();
}

#[test]
fn failures_are_errors() {
    fn is_error<T: core::error::Error + 'static>() {}
    is_error::<Violations>();
    is_error::<SyntaxError>();
    is_error::<Rejection>();
    is_error::<InvalidFormat>();
    is_error::<ApiError>();
}

/// A statement of a module's file, with its attributes before it.
struct Statement {
    attributes: Vec<String>,
    text: String,
}

/// The statements of a module's file: those of its first level, without their bodies.
fn statements(source: &str) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut attributes = Vec::new();
    let mut lines = source.lines().take_while(|line| *line != "mod tests {");
    while let Some(line) = lines.next() {
        if line.starts_with("#[") {
            attributes.push(line.to_owned());
        } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
            let mut text = line.to_owned();
            while text.starts_with("pub use") && !text.ends_with(';') {
                text.push_str(lines.next().unwrap().trim());
            }
            let attributes = std::mem::take(&mut attributes);
            found.push(Statement { attributes, text });
        }
    }
    found
}

/// The names that a `pub use` makes public, with the path of each: `a::b` of `a::{b, c}`.
fn used(statement: &str) -> Vec<String> {
    let path = statement.trim_start_matches("pub use ");
    let path = path.trim_end_matches(';');
    match path.split_once("::{") {
        Some((start, names)) => {
            let names = names.trim_end_matches('}').split(',').map(str::trim);
            let names = names.filter(|name| !name.is_empty());
            names.map(|name| format!("{start}::{name}")).collect()
        }
        None => vec![path.to_owned()],
    }
}

/// The name that an item makes public, if it is one: `RuleSet` of `pub struct RuleSet {`.
fn declared(statement: &str) -> Option<&str> {
    let kinds = [
        "struct", "enum", "trait", "fn", "static", "const", "type", "mod",
    ];
    let mut words = statement
        .strip_prefix("pub ")?
        .split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.find(|word| kinds.contains(word))?;
    words.find(|word| *word != "fn")
}

/// The file of a public module of this folder, if it has one of that name.
fn file_of_module(folder: &FilePath, name: &str) -> Option<PathBuf> {
    let own = [folder.join("lib.rs"), folder.join("mod.rs")];
    let own = own.iter().find(|file| file.exists())?;
    let source = std::fs::read_to_string(own).unwrap();
    source.contains(&format!("pub mod {name};")).then_some(())?;
    let candidates = [
        folder.join(name).join("mod.rs"),
        folder.join(format!("{name}.rs")),
    ];
    candidates.into_iter().find(|file| file.exists())
}

/// Writes a line for each public name of the module and of the modules inside it.
fn write_names(into: &mut BTreeSet<String>, path: &str, file: &FilePath) {
    let source = std::fs::read_to_string(file).unwrap();
    let folder = file.parent().unwrap();
    for Statement { attributes, text } in statements(&source) {
        if attributes.iter().any(|line| line.contains("doc(hidden)")) {
            continue;
        }
        let feature = attributes.iter().find_map(|line| {
            let after = line.strip_prefix("#[cfg(feature = \"")?;
            after.split('"').next()
        });
        let feature = feature.map_or_else(String::new, |name| format!(" (feature {name})"));
        let names = if text.starts_with("pub use ") {
            used(&text)
        } else {
            declared(&text).map(str::to_owned).into_iter().collect()
        };
        for name in names {
            let last = name.rsplit("::").next().unwrap();
            into.insert(format!("{path}::{last}{feature}"));
            let mut folder = folder.to_path_buf();
            let above = name.split("::").filter(|part| *part != last);
            folder.extend(above);
            if let Some(module) = file_of_module(&folder, last) {
                write_names(into, &format!("{path}::{last}"), &module);
            }
        }
    }
}

/// The macros that the library exports, which are all in its root.
fn write_macros(into: &mut BTreeSet<String>) {
    for file in files(&root().join("src")) {
        let source = std::fs::read_to_string(file).unwrap();
        for Statement { attributes, text } in statements(&source) {
            let is = |attribute: &str| attributes.iter().any(|line| line == attribute);
            if let Some(name) = text.strip_prefix("macro_rules! ")
                && is("#[macro_export]")
                && !is("#[doc(hidden)]")
            {
                let name = name.trim_end_matches([' ', '{']);
                into.insert(format!("customer_rules::{name}!"));
            }
        }
    }
}

#[test]
fn the_public_names_are_those_of_the_list() {
    let mut names = BTreeSet::new();
    write_names(&mut names, "customer_rules", &root().join("src/lib.rs"));
    write_macros(&mut names);
    let list = text("tests/data/public_names.txt");
    let listed: BTreeSet<String> = list.lines().map(str::to_owned).collect();
    let mut difference = String::new();
    for name in listed.difference(&names) {
        writeln!(difference, "- {name}").unwrap();
    }
    for name in names.difference(&listed) {
        writeln!(difference, "+ {name}").unwrap();
    }
    let fresh = FilePath::new(env!("CARGO_TARGET_TMPDIR")).join("public_names.txt");
    let lines: Vec<&str> = names.iter().map(String::as_str).collect();
    std::fs::write(
        &fresh,
        lines.join(
            "
",
        ) + "
",
    )
    .unwrap();
    assert!(
        difference.is_empty(),
        "the public names have changed:\n{difference}\nIf that is meant, mend the list with\n\n    \
         cp {} tests/data/public_names.txt\n",
        fresh.display()
    );
}

#[test]
fn the_rule_sets_of_the_apis_are_all_in_the_list() {
    let mut found = BTreeSet::new();
    for file in files(&root().join("src/api")) {
        let code = code(&std::fs::read_to_string(file).unwrap());
        for line in code.lines().filter(|line| line.contains(": RuleSet =")) {
            let name = line.split("static ").nth(1).unwrap();
            found.insert(name.split(':').next().unwrap().to_owned());
        }
    }
    let lib = code(&text("src/lib.rs"));
    let (_, list) = lib.split_once("pub static RULE_SETS").unwrap();
    let list = list.split("];").next().unwrap();
    let listed = list
        .split('&')
        .filter_map(|entry| entry.trim_end().trim_end_matches(',').rsplit("::").next());
    let listed: BTreeSet<String> = listed
        .filter(|name| name.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        .map(str::to_owned)
        .collect();
    assert_eq!(found, listed);
    assert_eq!(found.len(), RULE_SETS.len());
    let names: BTreeSet<&str> = RULE_SETS.iter().map(|rules| rules.name()).collect();
    assert_eq!(names.len(), RULE_SETS.len(), "{names:?}");
    assert!(!names.contains(""));
}
