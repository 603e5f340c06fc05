//! The shape of the database: tables that only grow.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use rusqlite::Connection;

use crate::verification::Fault;

/// What marks an SQLite database as a register ("dept").
pub(super) const APPLICATION: i64 = 0x6465_7074;

/// The tables and their guards. The guards stop mistakes; what stops people is the signed tree of hashes. Nothing that an
/// entry says is kept a second time beside it: the view shows it to those who read with other tools. What is checked is
/// this very text, so that a change of any of it makes another format.
pub(super) const SCHEMA: &str = "
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    body   TEXT NOT NULL,
    hash   BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE TABLE checkpoint (
    size     INTEGER PRIMARY KEY,
    frontier BLOB NOT NULL,
    note     TEXT NOT NULL
) STRICT;
CREATE TABLE cosignature (
    size INTEGER NOT NULL,
    line TEXT NOT NULL,
    PRIMARY KEY (size, line)
) STRICT, WITHOUT ROWID;
CREATE TABLE opening (
    commitment TEXT PRIMARY KEY,
    entry      INTEGER NOT NULL,
    salt       BLOB NOT NULL,
    words      TEXT NOT NULL
) STRICT;
CREATE INDEX opening_by_entry ON opening (entry);
CREATE VIEW shown AS
SELECT number, body ->> '$.kind' AS kind, body ->> '$.content.treaty' AS treaty, body ->> '$.content.party' AS party,
       body ->> '$.content.action' AS action, body ->> '$.recorded' AS recorded, body ->> '$.recorder' AS recorder, body
FROM entry;
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed: record a correction'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted: record a correction'); END;
CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'an entry takes the number after the last'); END;
CREATE TRIGGER checkpoint_is_never_changed BEFORE UPDATE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never changed'); END;
CREATE TRIGGER checkpoint_is_never_deleted BEFORE DELETE ON checkpoint
BEGIN SELECT RAISE(ABORT, 'a checkpoint is never deleted'); END;
";

/// What a database says of itself: its tables, guards, indexes and views by kind and name, each with the table that it is
/// about and the statement that made it.
type Shape = BTreeMap<(String, String), (String, Option<String>)>;

fn shape(connection: &Connection) -> rusqlite::Result<Shape> {
    connection
        .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")?
        .query_map([], |row| Ok(((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?))))?
        .collect()
}

/// The shape that a register is made with.
static AS_MADE: LazyLock<rusqlite::Result<Shape>> = LazyLock::new(|| {
    let connection = Connection::open_in_memory()?;
    connection.execute_batch(SCHEMA)?;
    shape(&connection)
});

/// How a register differs from what it was made as: guards that are gone or others, or something that was put on its
/// tables. What other programs keep in tables of their own is not looked at.
pub(super) fn differences(connection: &Connection) -> rusqlite::Result<Vec<Fault>> {
    let found = shape(connection)?;
    let as_made =
        AS_MADE.as_ref().map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.to_string().into()))?;
    let mut faults = Vec::new();
    let mut fault = |what: String| faults.push(Fault { entry: None, what });
    for (of, made) in as_made {
        match found.get(of) {
            None => fault(format!("the {} has been removed from the database", named(of))),
            Some(found) if found != made => {
                fault(format!("the {} is not the one that the database was made with", named(of)));
            }
            Some(_) => {}
        }
    }
    let is_ours = |table: &str| as_made.values().any(|(ours, _)| ours.eq_ignore_ascii_case(table));
    for (of, (table, _)) in found {
        if is_ours(&table) && !as_made.contains_key(&of) {
            fault(format!("the {} has been put on `{table}` in the database", named(&of)));
        }
    }
    Ok(faults)
}

fn named((kind, name): &(String, String)) -> String {
    let kind = if kind == "trigger" { "guard" } else { kind };
    format!("{kind} `{name}`")
}
