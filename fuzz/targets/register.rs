//! A whole register, an entry to a line, by whomever it was written: everything that is asked of it can be answered.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|lines: &str| {
    let entries: Vec<_> = lines.lines().filter_map(|line| register::read_entry(line).ok()).collect();
    fuzz::derive(&entries);
});
