//! A status table of the Treaty Collection as XML.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| fuzz::table("table.xml", bytes));
