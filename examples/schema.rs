//! Prints the JSON Schema of a rule set.
//!
//! `cargo run --example schema -- front-payment/private` prints what may come in, and with
//! `--sent` what is sent. `--files` writes both for every rule set to the folder `schemas`.

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;
use std::{env, fs};

use customer_rules::schema::JsonSchema;
use customer_rules::{RULE_SETS, RuleSet};
use serde_json::Value;

fn main() -> io::Result<ExitCode> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let schema = match *arguments {
        ["--files"] => {
            write_files(Path::new(env!("CARGO_MANIFEST_DIR")))?;
            return Ok(ExitCode::SUCCESS);
        }
        [name] => find(name).map(|rules| JsonSchema(rules).incoming()),
        ["--sent", name] | [name, "--sent"] => find(name).map(|rules| JsonSchema(rules).sent()),
        _ => None,
    };
    if let Some(schema) = schema {
        writeln!(io::stdout().lock(), "{schema:#}")?;
        return Ok(ExitCode::SUCCESS);
    }
    let mut err = io::stderr().lock();
    writeln!(err, "usage: schema [--sent] RULE_SET, or schema --files")?;
    writeln!(err, "rule sets:")?;
    for rules in RULE_SETS {
        writeln!(err, "  {}", rules.name())?;
    }
    Ok(ExitCode::from(2))
}

fn find(name: &str) -> Option<&'static RuleSet> {
    RULE_SETS.iter().copied().find(|rules| rules.name() == name)
}

/// The schemas of every rule set, each with the name of its file.
pub(crate) fn files() -> impl Iterator<Item = (String, Value)> {
    RULE_SETS.iter().flat_map(|rules| {
        let name = rules.name().replace('/', "-");
        let schema = JsonSchema(rules);
        [
            (format!("schemas/{name}.incoming.json"), schema.incoming()),
            (format!("schemas/{name}.sent.json"), schema.sent()),
        ]
    })
}

fn write_files(root: &Path) -> io::Result<()> {
    for (name, schema) in files() {
        let path = root.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, format!("{schema:#}\n"))?;
    }
    Ok(())
}
