//! Checks a JSON document, or one document per line.
//!
//! `cargo run --example check -- [--ndjson] RULE_SET [FILE]`

use std::fmt::Display;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Read, Write};
use std::process::ExitCode;

use customer_rules::message::WireMessage;
use customer_rules::{Code, Path, RULE_SETS, Rejection, RuleSet, Violation, Violations};
use serde::Serialize;
use serde_json::json;

const USAGE: &str = "\
Checks a customer payload as the API would.

Usage: check [--ndjson] RULE_SET [FILE]
       check --list

  RULE_SET   a name that --list prints
  FILE       a JSON document; standard input if left out or -
  --ndjson   read one document per line, write one verdict per line:
             {\"line\": 1, \"violations\": [{\"path\": …, \"code\": …}], \"messages\": […]}
             or {\"line\": 1, \"syntax\": …}. \"truncated\": true says that there are
             more violations. Blank lines have no verdict.
  --list     print the names of the rule sets

Exit code: 0 valid, 1 violations, 2 usage or syntax error. With --ndjson: 0.
";

/// Some editors write it in front of a text, and `cat` puts it in front of a line.
const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// What the command line asks for.
enum Task {
    Help,
    List,
    Check {
        rules: &'static RuleSet,
        ndjson: bool,
        file: Option<String>,
    },
}

fn main() -> ExitCode {
    let outcome = match parse(std::env::args().skip(1)) {
        Ok(Task::Help) => print(USAGE),
        Ok(Task::List) => print(&names("\n")),
        Ok(Task::Check {
            rules,
            ndjson,
            file,
        }) => open(file).and_then(|input| {
            let out = BufWriter::new(io::stdout().lock());
            if ndjson {
                check_lines(rules, input, out)
            } else {
                check_one(rules, input, out)
            }
        }),
        Err(problem) => complain(&format_args!("{problem}\n\n{USAGE}")),
    };
    match outcome {
        Ok(code) => code,
        // The reader of the output, such as `head`, has closed it.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => complain(&format_args!("{error}\n")).unwrap_or(ExitCode::from(2)),
    }
}

fn parse(arguments: impl Iterator<Item = String>) -> Result<Task, String> {
    let (flags, operands): (Vec<_>, Vec<_>) =
        arguments.partition(|a| a.starts_with('-') && a != "-");
    let has = |flag: &str| flags.iter().any(|given| given == flag);
    if let Some(unknown) = flags
        .iter()
        .find(|f| !["--ndjson", "--list", "--help", "-h"].contains(&f.as_str()))
    {
        return Err(format!("unknown option {unknown}"));
    }
    if has("--help") || has("-h") {
        return Ok(Task::Help);
    }
    if has("--list") {
        return Ok(Task::List);
    }
    let mut operands = operands.into_iter();
    let name = operands.next().ok_or("which rule set?")?;
    let rules = RULE_SETS
        .iter()
        .find(|rules| rules.name() == name)
        .ok_or_else(|| format!("no rule set {name}; there are {}", names(", ")))?;
    let file = operands.next().filter(|file| file != "-");
    match operands.next() {
        Some(extra) => Err(format!("one file at a time, and not {extra} too")),
        None => Ok(Task::Check {
            rules,
            ndjson: has("--ndjson"),
            file,
        }),
    }
}

fn names(separator: &str) -> String {
    let names: Vec<&str> = RULE_SETS.iter().map(|rules| rules.name()).collect();
    names.join(separator)
}

fn open(file: Option<String>) -> io::Result<Box<dyn BufRead>> {
    Ok(match file {
        None => Box::new(io::stdin().lock()),
        Some(file) => {
            let opened =
                File::open(&file).map_err(|e| io::Error::new(e.kind(), format!("{file}: {e}")))?;
            Box::new(BufReader::new(opened))
        }
    })
}

fn check_one(rules: &RuleSet, mut input: impl Read, mut out: impl Write) -> io::Result<ExitCode> {
    let mut body = Vec::new();
    input.read_to_end(&mut body)?;
    let code = match rules.check_json(&body) {
        Ok(checked) => {
            serde_json::to_writer_pretty(&mut out, &checked)?;
            writeln!(out)?;
            ExitCode::SUCCESS
        }
        Err(Rejection::Violations(violations)) => {
            write_table(&violations, &mut out)?;
            ExitCode::from(1)
        }
        Err(Rejection::Syntax(error)) => complain(&format_args!("syntax error: {error}\n"))?,
    };
    out.flush()?;
    Ok(code)
}

fn write_table(violations: &Violations, out: &mut impl Write) -> io::Result<()> {
    // A key of the document may contain any character, so control characters are escaped.
    let visible = |text: &dyn Display| {
        text.to_string()
            .escape_debug()
            .to_string()
            .replace("\\\"", "\"")
    };
    let row = |v: &Violation| {
        [
            visible(v.path()),
            v.code().to_string(),
            visible(&v.message()),
        ]
    };
    let rows: Vec<_> = violations.iter().map(row).collect();
    let width = |column: usize| {
        rows.iter()
            .map(|row| row[column].chars().count())
            .max()
            .unwrap_or(0)
    };
    let (path_width, code_width) = (width(0).min(60), width(1));
    for [path, code, message] in &rows {
        writeln!(out, "{path:path_width$}  {code:code_width$}  {message}")?;
    }
    let more = if violations.truncated() {
        " and more"
    } else {
        ""
    };
    let plural = if violations.len() == 1 { "" } else { "s" };
    writeln!(out, "\n{} violation{plural}{more}", violations.len())
}

/// Checks line by line, and writes each verdict before it reads the next line. Memory is
/// bounded by the longest line.
fn check_lines(
    rules: &RuleSet,
    mut input: impl BufRead,
    mut out: impl Write,
) -> io::Result<ExitCode> {
    let mut line = Vec::new();
    let mut number = 0;
    while input.read_until(b'\n', &mut line)? > 0 {
        number += 1;
        let body = line.strip_suffix(b"\n").unwrap_or(&line);
        let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
        if !body.trim_ascii().is_empty() {
            write_verdict(number, rules.check_json(body).err().as_ref(), &mut out)?;
            writeln!(out)?;
            out.flush()?;
        }
        line.clear();
    }
    Ok(ExitCode::SUCCESS)
}

#[derive(Serialize)]
struct Verdict<'a> {
    line: u64,
    violations: Vec<Found<'a>>,
    messages: Vec<WireMessage<'a>>,
    #[serde(skip_serializing_if = "is_whole")]
    truncated: bool,
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_whole(truncated: &bool) -> bool {
    !truncated
}

#[derive(Serialize)]
struct Found<'a> {
    path: &'a Path,
    code: Code,
}

fn write_verdict(
    line: u64,
    rejection: Option<&Rejection>,
    out: impl Write,
) -> serde_json::Result<()> {
    let none = Violations::default();
    let violations = match rejection {
        Some(Rejection::Syntax(error)) => {
            return serde_json::to_writer(out, &json!({"line": line, "syntax": error.to_string()}));
        }
        Some(Rejection::Violations(violations)) => violations,
        None => &none,
    };
    let found = |v| Found {
        path: Violation::path(v),
        code: v.code(),
    };
    let verdict = Verdict {
        line,
        violations: violations.iter().map(found).collect(),
        messages: violations.iter().map(Violation::message).collect(),
        truncated: violations.truncated(),
    };
    serde_json::to_writer(out, &verdict)
}

fn print(text: &str) -> io::Result<ExitCode> {
    writeln!(io::stdout(), "{}", text.trim_end())?;
    Ok(ExitCode::SUCCESS)
}

fn complain(problem: &dyn Display) -> io::Result<ExitCode> {
    write!(io::stderr(), "{problem}")?;
    Ok(ExitCode::from(2))
}
