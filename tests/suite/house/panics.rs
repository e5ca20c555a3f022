//! Every panic of the library is one that a test provokes.

use crate::support::source::{code, files, root};
use crate::{payload, table};

/// The messages of a source file's assertions, those of its tests apart.
fn messages(source: &str) -> Vec<String> {
    let code = code(source);
    let calls = [
        "panic!(",
        "assert!(",
        "unreachable!(",
        "assert_eq!(",
        ".expect(",
    ];
    let mut found = Vec::new();
    for call in calls {
        for after in code.split(call).skip(1) {
            let arguments = after.split(");").next().unwrap_or_default();
            let message = match call {
                "panic!(" => arguments.split('"').nth(1),
                _ => arguments
                    .trim_end_matches([',', ' ', ')'])
                    .rsplit('"')
                    .nth(1),
            };
            found.push(message.unwrap_or(after).to_owned());
        }
    }
    found
}

#[test]
fn no_panic_is_left_out() {
    let misuses = [table::well_formed::MISUSES, payload::shape::MISUSES].concat();
    let known: Vec<&str> = misuses.iter().map(|(message, _)| *message).collect();
    let mut count = 0;
    for file in files(&root().join("src")) {
        for message in messages(&std::fs::read_to_string(&file).unwrap()) {
            assert!(
                known.contains(&message.as_str()),
                "{}: {message}",
                file.display()
            );
            count += 1;
        }
    }
    assert!(count >= 17, "{count}");
}
