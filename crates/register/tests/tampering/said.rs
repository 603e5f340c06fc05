//! Everything that a register says, and what its file says to those who read it with other tools.

use std::path::Path;

use register::log::{Note, VerifierKey};
use register::{Location, Opening, Register};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// Everything but what witnesses say, whose word the register does not vouch for.
#[derive(Debug, PartialEq)]
pub struct Said {
    rows: Vec<Vec<Vec<Value>>>,
    entries: Vec<law::entry::Entry>,
    checkpoints: Vec<String>,
    openings: Vec<Opening>,
    pub cosigned: Vec<String>,
}

/// The rows of each table, and each entry as it is found by its number.
const QUERIES: [&str; 6] = [
    "SELECT number, body, hash FROM entry ORDER BY number",
    "SELECT size, frontier, note FROM checkpoint ORDER BY size",
    "SELECT commitment, entry, salt, words FROM opening ORDER BY commitment",
    "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name",
    "WITH RECURSIVE asked (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM asked WHERE number < 20)
     SELECT asked.number, (SELECT body FROM entry WHERE entry.number = asked.number) FROM asked",
    "SELECT commitment, (SELECT words FROM opening AS found WHERE found.commitment = opening.commitment) FROM opening",
];

impl Said {
    pub fn by(path: &Path, entries: u64) -> Result<Self, String> {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(|error| error.to_string())?;
        let rows = QUERIES.iter().map(|query| rows(&connection, query)).collect::<rusqlite::Result<_>>();
        let cosigned = rows_of_text(&connection, "SELECT size || ' ' || line FROM cosignature ORDER BY size, line");
        drop(connection);
        let mut register = Register::open(&Location::file(path)).map_err(|error| error.to_string())?;
        let mut read = || {
            Ok((
                register.entries()?,
                (1..=entries).map(|size| register.bare_checkpoint_of(size)).collect::<Result<_, _>>()?,
                (1..=entries).map(|entry| register.openings(entry)).collect::<Result<Vec<_>, _>>()?.concat(),
            ))
        };
        let read: Result<_, register::RegisterError> = read();
        let (entries, checkpoints, openings) = read.map_err(|error| error.to_string())?;
        let text = |error: rusqlite::Error| error.to_string();
        Ok(Self { rows: rows.map_err(text)?, entries, checkpoints, openings, cosigned: cosigned.map_err(text)? })
    }
}

fn rows(connection: &Connection, query: &str) -> rusqlite::Result<Vec<Vec<Value>>> {
    let mut select = connection.prepare(query)?;
    let columns = select.column_count();
    select.query_map([], |row| (0..columns).map(|column| row.get(column)).collect())?.collect()
}

fn rows_of_text(connection: &Connection, query: &str) -> rusqlite::Result<Vec<String>> {
    connection.prepare(query)?.query_map([], |row| row.get(0))?.collect()
}

/// Whether a witness is seen to have signed a checkpoint of the register there.
pub fn is_cosigned(path: &Path, size: u64, witness: &VerifierKey) -> bool {
    let note = Register::open(&Location::file(path)).and_then(|mut register| register.checkpoint_of(size)).unwrap();
    note.parse::<Note>().is_ok_and(|note| note.verified_by(witness).is_ok())
}
