//! Entries as they are kept.

use law::entry::Entry;
use register::{LONGEST_ENTRY, canonical_form, read_entry};
use serde_json::Value;

/// The largest whole number that canonical JSON writes exactly (RFC 8785, from RFC 7493). No register has so many entries,
/// and no paper so many bytes.
const LARGEST: u64 = (1 << 53) - 1;

/// The entry as the register would give it back: whatever can be recorded is read again as it was. `None` for one that
/// can't be recorded: it is too long, or has a number that canonical JSON has no exact way to write.
#[must_use]
pub fn kept(entry: &Entry) -> Option<Entry> {
    let body = line(entry);
    if body.len() > LONGEST_ENTRY || !is_exact(&serde_json::to_value(entry).unwrap_or_default()) {
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

fn is_exact(value: &Value) -> bool {
    match value {
        Value::Number(number) => number.as_u64().is_some_and(|number| number <= LARGEST),
        Value::Array(values) => values.iter().all(is_exact),
        Value::Object(members) => members.values().all(is_exact),
        Value::Null | Value::Bool(_) | Value::String(_) => true,
    }
}
