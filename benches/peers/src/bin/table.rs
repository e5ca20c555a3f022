//! Prints the table of goals from criterion's own estimates of the last run.
//!
//! `table [DIRECTORY]`, which is `target/criterion` unless told otherwise. The
//! medians of one run are compared with each other, never with those of another. A
//! benchmark that was run in rounds (`--save-baseline round-1` and so on) counts with
//! its fastest: what disturbs a round makes it slower, and never faster.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

const DIRECTORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/criterion");

/// One row of the table.
struct Row {
    benchmark: &'static str,
    goal: Goal,
}

/// What a row's median is compared with.
enum Goal {
    /// It is the yardstick.
    Yardstick,
    /// At most so many times the yardstick.
    AtMost(f64),
    /// At least so many times another benchmark, which is ours.
    Slower(&'static str, f64),
    /// At most so many nanoseconds.
    Nanoseconds(f64),
    Reported,
}

const YARDSTICK: &str = "private/borrowed_struct";

const ROWS: &[Row] = &[
    row(YARDSTICK, Goal::Yardstick),
    row("private/check_json", Goal::AtMost(1.25)),
    row("private/from_json", Goal::AtMost(1.5)),
    row("private/rules", Goal::AtMost(0.15)),
    row("private/refused", Goal::AtMost(0.5)),
    row("private/refused_json", Goal::Reported),
    row("private/serde_then_garde", FASTER_THAN_STRUCTS),
    row("private/serde_then_validator", FASTER_THAN_STRUCTS),
    row("private/serde_then_serde_valid", FASTER_THAN_STRUCTS),
    row(
        "private/value_then_jsonschema",
        Goal::Slower("private/check_json", 3.0),
    ),
    row("format/email/accept", Goal::Nanoseconds(60.0)),
    row("format/email/refuse", Goal::Reported),
    row("format/country/accept", Goal::Reported),
    row("format/country/refuse", Goal::Reported),
    row("format/digits/accept", Goal::Reported),
    row("format/digits/refuse", Goal::Reported),
    row("format/e164/accept", Goal::Reported),
    row("format/e164/refuse", Goal::Reported),
];

/// They end with a struct, so they are compared with what gives one here.
const FASTER_THAN_STRUCTS: Goal = Goal::Slower("private/from_json", 1.3);

const CONTACTS: &[u32] = &[1, 10, 100, 1_000, 10_000, 100_000];

/// How much slower a contact may be among the most than among ten.
const GROWTH: f64 = 1.25;

const fn row(benchmark: &'static str, goal: Goal) -> Row {
    Row { benchmark, goal }
}

fn main() -> ExitCode {
    let directory = std::env::args().nth(1);
    let directory = directory.as_deref().unwrap_or(DIRECTORY);
    let mut medians = Medians::default();
    if let Err(error) = medians.read(Path::new(directory)) {
        eprintln!("{directory}: {error}; the benchmarks come first");
        return ExitCode::FAILURE;
    }
    println!("| benchmark | median | ratio | goal | |");
    println!("|---|--:|--:|---|---|");
    for row in ROWS {
        medians.print(row);
    }
    println!();
    println!("| corporate/contacts | valid | a contact | faulty | a contact |");
    println!("|--:|--:|--:|--:|--:|");
    for count in CONTACTS {
        let [valid, faulty] = ["valid", "faulty"].map(|kind| {
            let median = medians.contacts(*count, kind);
            let each = median.map(|median| Time(median / f64::from(*count)));
            format!("{} | {}", Shown(median.map(Time)), Shown(each))
        });
        println!("| {count} | {valid} | {faulty} |");
    }
    println!();
    for kind in ["valid", "faulty"] {
        medians.print_growth(kind);
    }
    ExitCode::SUCCESS
}

/// The median of each benchmark's fastest round in nanoseconds, by its full name.
#[derive(Default)]
struct Medians(BTreeMap<String, f64>);

impl Medians {
    fn read(&mut self, directory: &Path) -> io::Result<()> {
        let mut folders = Vec::new();
        for entry in fs::read_dir(directory)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            }
        }
        let is_round = |path: &&PathBuf| {
            let name = path.file_name().and_then(OsStr::to_str);
            name.is_some_and(|name| name.starts_with("round-"))
        };
        let last = |path: &&PathBuf| path.ends_with("new");
        if folders.iter().any(|path| is_round(&path)) {
            return folders
                .iter()
                .filter(is_round)
                .try_for_each(|path| self.add(path));
        }
        if let Some(new) = folders.iter().find(last) {
            return self.add(new);
        }
        folders.iter().try_for_each(|path| self.read(path))
    }

    /// Adds the median of one round, if it is the fastest yet.
    fn add(&mut self, round: &Path) -> io::Result<()> {
        let name = json(&round.join("benchmark.json"))?;
        let estimates = json(&round.join("estimates.json"))?;
        let median = estimates.pointer("/median/point_estimate");
        if let Some((name, median)) = name["full_id"].as_str().zip(median.and_then(Value::as_f64)) {
            let fastest = self.0.entry(name.to_owned()).or_insert(median);
            *fastest = fastest.min(median);
        }
        Ok(())
    }

    fn get(&self, benchmark: &str) -> Option<f64> {
        self.0.get(benchmark).copied()
    }

    fn contacts(&self, count: u32, kind: &str) -> Option<f64> {
        self.get(&format!("corporate/contacts/{count}/{kind}"))
    }

    fn print(&self, row: &Row) {
        let median = self.get(row.benchmark);
        let to = |other: &str| median.zip(self.get(other)).map(|(own, other)| own / other);
        let yardstick = to(YARDSTICK);
        let (goal, is_met) = match row.goal {
            Goal::Yardstick => ("the yardstick".to_owned(), None),
            Goal::AtMost(most) => (
                format!("≤ {most} ×"),
                yardstick.map(|ratio| (ratio, ratio <= most)),
            ),
            Goal::Slower(ours, least) => {
                let name = ours.rsplit('/').next().unwrap_or(ours);
                (
                    format!("≥ {least} × {name}"),
                    to(ours).map(|ratio| (ratio, ratio >= least)),
                )
            }
            Goal::Nanoseconds(most) => (
                format!("≤ {most} ns"),
                median.map(|median| (median, median <= most)),
            ),
            Goal::Reported => ("reported".to_owned(), None),
        };
        let verdict = match (is_met, &row.goal) {
            (Some((ratio, is_met)), Goal::Slower(..)) => format!("{}, {ratio:.2} ×", met(is_met)),
            (Some((_, is_met)), _) => met(is_met).to_owned(),
            (None, _) => String::new(),
        };
        println!(
            "| `{}` | {} | {} | {goal} | {verdict} |",
            row.benchmark,
            Shown(median.map(Time)),
            Shown(yardstick.map(Ratio)),
        );
    }

    fn print_growth(&self, kind: &str) {
        let each = |count| {
            self.contacts(count, kind)
                .map(|median| median / f64::from(count))
        };
        let Some((few, many)) = each(10).zip(each(100_000)) else {
            return;
        };
        println!(
            "A {kind} contact among 100,000 takes {:.2} × its time among 10, goal ≤ {GROWTH} ×: {}.",
            many / few,
            met(many / few <= GROWTH),
        );
    }
}

fn json(path: &Path) -> io::Result<Value> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn met(is_met: bool) -> &'static str {
    if is_met { "met" } else { "**missed**" }
}

/// A measurement, or a dash for what was not measured.
struct Shown<T>(Option<T>);

impl<T: fmt::Display> fmt::Display for Shown<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Some(measured) => measured.fmt(f),
            None => f.write_str("–"),
        }
    }
}

/// Nanoseconds, in a unit that fits.
struct Time(f64);

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            time if time < 1e3 => write!(f, "{time:.1} ns"),
            time if time < 1e6 => write!(f, "{:.2} µs", time / 1e3),
            time => write!(f, "{:.2} ms", time / 1e6),
        }
    }
}

struct Ratio(f64);

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3} ×", self.0)
    }
}
