//! The shape of the database: one table that only grows.

/// The format of the registers that this program writes, and the newest that it reads.
pub const FORMAT: i64 = 1;

/// What marks an SQLite database as a register ("dept").
pub(crate) const APPLICATION: i64 = 0x6465_7074;

/// The tables and their guards. The guards stop mistakes; what stops people is the chain of hashes.
pub(crate) const SCHEMA: &str = "
CREATE TABLE entry (
    number INTEGER PRIMARY KEY,
    kind   TEXT NOT NULL,
    treaty TEXT,
    body   TEXT NOT NULL,
    hash   BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
CREATE INDEX entry_by_treaty ON entry (treaty, kind);
CREATE TRIGGER entry_is_never_changed BEFORE UPDATE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never changed: record a correction'); END;
CREATE TRIGGER entry_is_never_deleted BEFORE DELETE ON entry
BEGIN SELECT RAISE(ABORT, 'an entry is never deleted: record a correction'); END;
CREATE TRIGGER entry_follows_the_last BEFORE INSERT ON entry
WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry)
BEGIN SELECT RAISE(ABORT, 'an entry takes the number after the last'); END;
";

/// The names of the guards, which must be there for a register to be sound.
pub(crate) const GUARDS: [&str; 3] = ["entry_is_never_changed", "entry_is_never_deleted", "entry_follows_the_last"];
