//! Each format on a text that it accepts and one that it refuses.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use customer_rules::format::{Email, PersonalNumber, PhoneNumber};
use customer_rules::{Rule, RuleSet, field};

fn formats(c: &mut Criterion) {
    let mut group = c.benchmark_group("format");
    let emails = [
        ("accept", "kari.nordmann@example.com"),
        ("refuse", "kari.nordmann@example.com."),
    ];
    for (verdict, text) in emails {
        group.bench_function(format!("email/{verdict}"), |b| {
            b.iter(|| Email::parse(black_box(text)));
        });
    }
    let numbers = [("accept", "92571048200"), ("refuse", "9257104820O")];
    for (verdict, text) in numbers {
        group.bench_function(format!("digits/{verdict}"), |b| {
            b.iter(|| PersonalNumber::parse(black_box(text)));
        });
    }
    let phones = [("accept", "+4746567468"), ("refuse", "+47 46567468")];
    for (verdict, text) in phones {
        group.bench_function(format!("e164/{verdict}"), |b| {
            b.iter(|| PhoneNumber::parse(black_box(text)));
        });
    }
}

/// Countries have no type of ours to parse, so the row's rules are timed, that
/// of presence too.
fn country(c: &mut Criterion) {
    static COUNTRY: RuleSet = RuleSet::new(&[field("country", &[Rule::Required, Rule::Country])]);
    let mut group = c.benchmark_group("format");
    for (verdict, body) in [
        ("accept", r#"{"country":"NO"}"#),
        ("refuse", r#"{"country":"UK"}"#),
    ] {
        let document = COUNTRY
            .read_json(body.as_bytes())
            .expect("the body is JSON");
        group.bench_function(format!("country/{verdict}"), |b| {
            b.iter(|| black_box(&document).is_valid());
        });
    }
}

criterion_group!(benches, formats, country);
criterion_main!(benches);
