//! The example programs: how a test runs them.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Mutex;

/// Runs an example in the crate's folder: the exit code, what it prints, and the errors that
/// it prints.
pub(crate) fn run(example: &str, arguments: &[&str], input: &[u8]) -> (i32, String, String) {
    let mut child = Command::new(program(example))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    // A program may print more than a pipe holds before it has read all.
    let writer = std::thread::spawn(move || {
        // A program that refuses its arguments does not read.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code().unwrap(),
        text(output.stdout),
        text(output.stderr),
    )
}

/// The program, built anew if need be: `cargo test --test suite` alone does not.
fn program(example: &str) -> PathBuf {
    static PROGRAMS: Mutex<BTreeMap<String, PathBuf>> = Mutex::new(BTreeMap::new());
    let mut programs = PROGRAMS.lock().unwrap();
    let program = programs.entry(example.to_owned()).or_insert_with(|| {
        let mut build = vec!["build", "--quiet", "--example", example];
        if cfg!(feature = "phone") {
            build.extend(["--features", "phone"]);
        }
        let status = Command::new(env!("CARGO")).args(build).status().unwrap();
        assert!(status.success());
        // The tests stand in `deps`, the examples beside that folder.
        let own = std::env::current_exe().unwrap();
        let profile = own.ancestors().nth(2).unwrap();
        profile
            .join("examples")
            .join(example)
            .with_extension(std::env::consts::EXE_EXTENSION)
    });
    program.clone()
}
