//! A status table of the Treaty Collection as CSV.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz::table("table.csv", bytes));
