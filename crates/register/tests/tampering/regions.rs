//! Where in the file things are.

use memchr::memmem;
use rusqlite::Connection;

/// What a byte belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// The body or the hash of an entry.
    Entry(u64),
    /// The frontier or the note of a checkpoint.
    Checkpoint(u64),
    /// What opens a commitment.
    Opening,
}

/// How much of a value must be found in one piece.
const PIECE: usize = 24;

/// What each byte of the file belongs to, where it is something that a register says.
pub fn of(file: &[u8], connection: &Connection) -> Vec<Option<Region>> {
    let mut regions = vec![None; file.len()];
    for (region, value) in values(connection) {
        for place in places(file, &value) {
            regions[place] = Some(region);
        }
    }
    regions
}

/// Everything that is kept, as the bytes of its row.
fn values(connection: &Connection) -> Vec<(Region, Vec<u8>)> {
    let values = [
        ("SELECT number, CAST(body AS BLOB) || hash FROM entry", Region::Entry as fn(u64) -> Region),
        ("SELECT size, frontier || CAST(note AS BLOB) FROM checkpoint", Region::Checkpoint),
        // Its number, which is below 128, is kept in one byte.
        (
            "SELECT entry, CAST(commitment AS BLOB) || CAST(char(entry) AS BLOB) || salt || CAST(words AS BLOB)
             FROM opening",
            |_| Region::Opening,
        ),
    ];
    let mut all = Vec::new();
    for (query, region) in values {
        let mut select = connection.prepare(query).unwrap();
        let rows = select
            .query_map([], |row| {
                // What is put together is text to the database, whatever it was.
                let bytes = row.get_ref(1)?.as_bytes().unwrap().to_vec();
                Ok((region(row.get::<_, i64>(0)?.cast_unsigned()), bytes))
            })
            .unwrap();
        all.extend(rows.map(Result::unwrap));
    }
    all
}

/// Where a value is: in one piece, or in several where it is longer than a page.
fn places(file: &[u8], value: &[u8]) -> Vec<usize> {
    let mut places = Vec::new();
    while places.len() < value.len() {
        let rest = &value[places.len()..];
        let found: Vec<usize> = memmem::find_iter(file, &rest[..rest.len().min(PIECE)]).collect();
        let longest = |at: &usize| file[*at..].iter().zip(rest).take_while(|(one, other)| one == other).count();
        let at = found.into_iter().max_by_key(longest).expect("a value that is in no one place");
        places.extend(at..at + longest(&at));
    }
    places
}
