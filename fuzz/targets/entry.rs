//! The canonical bytes of an entry: whatever is read as one is written in canonical form, and that is read as the same.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|body: &str| {
    if let Ok(entry) = register::read_entry(body) {
        let _ = fuzz::kept(&entry);
        let _ = (entry.content.kind(), entry.content.treaty());
    }
});
