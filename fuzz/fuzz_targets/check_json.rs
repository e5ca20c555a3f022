//! See `customer_rules_fuzz::check_json`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_rules_fuzz::check_json(data));
