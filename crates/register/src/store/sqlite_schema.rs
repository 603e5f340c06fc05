//! The shape of the database: tables that only grow.

/// What marks an SQLite database as a register ("dept").
pub(super) const APPLICATION: i64 = 0x6465_7074;

/// The tables and their guards. The guards stop mistakes; what stops people is the signed tree of hashes. Nothing that an
/// entry says is kept a second time beside it: the view shows it to those who read with other tools.
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

/// The names of the guards, which must be there for a register to be sound.
pub(super) const GUARDS: [&str; 5] = [
    "entry_is_never_changed",
    "entry_is_never_deleted",
    "entry_follows_the_last",
    "checkpoint_is_never_changed",
    "checkpoint_is_never_deleted",
];
