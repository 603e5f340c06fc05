//! A register written by other means may hold what no file would be let in with.

use law::calendar::DateOfKnowledge;
use law::entry::Entry;
use law::record::{KnownAt, Record};

#[test]
fn a_party_without_a_name_is_passed_over() {
    let entry: Entry = serde_json::from_value(serde_json::json!({
        "number": 1, "recorded": "2026-01-01T00:00:00Z", "recorder": "x", "standing": "published", "sources": [],
        "kind": "party", "content": { "code": "AAA", "kind": "state", "names": [] }
    }))
    .unwrap();
    let recorded: DateOfKnowledge = entry.recorded;
    let record = Record::of([entry], KnownAt::Everything);
    assert_eq!(record.last(), Some((1, recorded)));
    assert_eq!(record.parties.len(), 0);
}
