//! The private payload: every way to check the same bytes.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use customer_rules::format::Language;
use customer_rules::front_payment::{PRIVATE_CUSTOMER, PrivateCustomer};
use customer_rules_peers::{documents, garde, jsonschema, plain, serde_valid, validator};

fn ours(c: &mut Criterion) {
    let body = documents::private();
    let body = body.as_slice();
    let mut group = c.benchmark_group("private");
    group.bench_function("borrowed_struct", |b| {
        b.iter(|| plain::read(black_box(body)));
    });
    group.bench_function("check_json", |b| {
        b.iter(|| PRIVATE_CUSTOMER.check_json(black_box(body)));
    });
    group.bench_function("from_json", |b| {
        b.iter(|| PrivateCustomer::from_json(black_box(body)));
    });
    let document = PRIVATE_CUSTOMER.read_json(body).expect("the body is JSON");
    group.bench_function("rules", |b| b.iter(|| black_box(&document).is_valid()));
}

fn refusals(c: &mut Criterion) {
    let body: &[u8] = b"{}";
    let mut group = c.benchmark_group("private");
    group.bench_function("refused", |b| {
        b.iter(|| PRIVATE_CUSTOMER.check_json(black_box(body)));
    });
    let refused = PRIVATE_CUSTOMER.check_json(body).expect_err("it is empty");
    let violations = refused.violations().expect("it is JSON");
    group.bench_function("refused_json", |b| {
        b.iter(|| serde_json::to_vec(black_box(violations)));
    });
    let messages = violations.in_language(Language::Norwegian);
    group.bench_function("refused_norwegian", |b| {
        b.iter(|| serde_json::to_vec(black_box(&messages)));
    });
}

fn peers(c: &mut Criterion) {
    let body = documents::private();
    let body = body.as_slice();
    let schema = jsonschema::Schema::new();
    let mut group = c.benchmark_group("private");
    group.bench_function("serde_then_garde", |b| {
        b.iter(|| garde::check(black_box(body)));
    });
    group.bench_function("serde_then_validator", |b| {
        b.iter(|| validator::check(black_box(body)));
    });
    group.bench_function("serde_then_serde_valid", |b| {
        b.iter(|| serde_valid::check(black_box(body)));
    });
    group.bench_function("value_then_jsonschema", |b| {
        b.iter(|| schema.check(black_box(body)));
    });
}

criterion_group!(benches, ours, refusals, peers);
criterion_main!(benches);
