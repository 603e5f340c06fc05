//! Entries as they are kept.

use law::entry::Entry;
use register::{LONGEST_ENTRY, canonical_form, read_entry};

/// The entry as the register would give it back: whatever can be recorded is read again as it was. `None` for one that is
/// too long to be recorded.
#[must_use]
pub fn kept(entry: &Entry) -> Option<Entry> {
    let body = line(entry);
    if body.len() > LONGEST_ENTRY {
        return None;
    }
    let read = read_entry(&body).unwrap_or_else(|error| panic!("recorded and not read again: {error}\n{body}"));
    assert_eq!(read, *entry, "read again as something else: {body}");
    assert_eq!(line(&read), body, "an entry has one canonical form");
    Some(read)
}

/// The canonical form of an entry, which is one line.
#[must_use]
pub fn line(entry: &Entry) -> String {
    let body = canonical_form(entry).unwrap_or_else(|error| panic!("an entry that can't be written: {error}"));
    assert!(!body.contains('\n'), "{body}");
    body
}
