//! One task, many times over, for a profiler: `driver TASK [TIMES]`.
//!
//! `valgrind --tool=callgrind` counts the same instructions every time, where a
//! clock on a busy machine does not.

use std::hint::black_box;
use std::process::ExitCode;

use customer_rules::format::Language;
use customer_rules::front_payment::{CORPORATE_CUSTOMER, PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules::{Rejection, Violations};
use customer_rules_peers::{documents, plain};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let task = arguments.next().unwrap_or_default();
    let times = arguments.next().and_then(|times| times.parse().ok());
    let times: u32 = times.unwrap_or(1_000);
    let private = documents::private();
    let body = private.as_slice();
    match task.as_str() {
        // What it costs to get here, to be taken off.
        "nothing" => {}
        "borrowed_struct" => repeat(times, || plain::read(black_box(body))),
        "check_json" => repeat(times, || PRIVATE_CUSTOMER.check_json(black_box(body))),
        "read_json" => repeat(times, || PRIVATE_CUSTOMER.read_json(black_box(body))),
        "from_json" => repeat(times, || PrivateCustomer::from_json(black_box(body))),
        "rules" => match PRIVATE_CUSTOMER.read_json(body) {
            Ok(document) => repeat(times, || black_box(&document).is_valid()),
            Err(error) => {
                eprintln!("{error}");
                return ExitCode::FAILURE;
            }
        },
        "refused" => repeat(times, || PRIVATE_CUSTOMER.check_json(black_box(b"{}"))),
        "refused_json" => with_violations(|violations| {
            repeat(times, || serde_json::to_vec(black_box(violations)));
        }),
        "refused_norwegian" => with_violations(|violations| {
            let messages = violations.in_language(Language::Norwegian);
            repeat(times, || serde_json::to_vec(black_box(&messages)));
        }),
        "contacts" => {
            let corporate = documents::corporate(100);
            repeat(times, || {
                CORPORATE_CUSTOMER.check_json(black_box(&corporate))
            });
        }
        "faulty_contacts" => {
            let corporate = documents::faulty_corporate(100);
            repeat(times, || {
                CORPORATE_CUSTOMER.check_json(black_box(&corporate))
            });
        }
        _ => {
            eprintln!(
                "driver nothing|borrowed_struct|check_json|read_json|from_json|rules|refused|\
                 refused_json|refused_norwegian|contacts|faulty_contacts [TIMES]"
            );
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// The ten violations of an empty form.
fn with_violations(task: impl FnOnce(&Violations)) {
    if let Err(Rejection::Violations(violations)) = PRIVATE_CUSTOMER.check_json(b"{}") {
        task(&violations);
    }
}

fn repeat<T>(times: u32, mut task: impl FnMut() -> T) {
    for _ in 0..times {
        black_box(task());
    }
}
