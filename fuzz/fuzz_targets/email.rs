//! See `customer_rules_fuzz::email`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_rules_fuzz::email(data));
