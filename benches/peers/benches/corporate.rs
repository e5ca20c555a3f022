//! Corporate payloads with ever more contacts.

use std::hint::black_box;

use criterion::{Criterion, SamplingMode, criterion_group, criterion_main};
use customer_rules::front_payment::CORPORATE_CUSTOMER;
use customer_rules_peers::documents;

fn contacts(c: &mut Criterion) {
    let mut group = c.benchmark_group("corporate/contacts");
    // The largest takes some 50 ms; ten samples of it are enough and in time.
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    for count in [1, 10, 100, 1_000, 10_000, 100_000] {
        let kinds = [
            ("valid", documents::corporate(count)),
            ("faulty", documents::faulty_corporate(count)),
        ];
        for (kind, body) in kinds {
            group.bench_function(format!("{count}/{kind}"), |b| {
                b.iter(|| CORPORATE_CUSTOMER.check_json(black_box(&body)));
            });
        }
    }
}

criterion_group!(benches, contacts);
criterion_main!(benches);
