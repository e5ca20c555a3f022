//! Every file of the corpora, through the targets, with the ordinary toolchain.

use std::fs;
use std::path::Path;

#[track_caller]
fn replay(target: &str, run: fn(&[u8])) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("corpus")
        .join(target);
    let mut count = 0;
    for entry in fs::read_dir(corpus).expect("there is a corpus") {
        let path = entry.expect("it can be read").path();
        // Shown if the test fails.
        println!("{}", path.display());
        run(&fs::read(&path).expect("it can be read"));
        count += 1;
    }
    assert!(count > 0, "the corpus is empty");
}

#[test]
fn check_json() {
    replay("check_json", customer_rules_fuzz::check_json);
}

#[test]
fn email() {
    replay("email", customer_rules_fuzz::email);
}

#[test]
fn parse_response() {
    replay("parse_response", customer_rules_fuzz::parse_response);
}
