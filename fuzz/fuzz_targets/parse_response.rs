//! See `customer_rules_fuzz::parse_response`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| customer_rules_fuzz::parse_response(data));
