//! A whole register, an entry to a line, by whomever it was written: everything that is asked of it can be answered.

#![no_main]

use law::entry::Entry;
use libfuzzer_sys::fuzz_target;
use register::read_entry;

fuzz_target!(|lines: &str| {
    let read = lines.lines().filter_map(|line| read_entry(line).ok());
    // A register refuses an entry that stands in another place than it says.
    let entries: Vec<Entry> = read.zip(1..).map(|(entry, number)| Entry { number, ..entry }).collect();
    fuzz::derive(&entries);
});
