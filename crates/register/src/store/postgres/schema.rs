//! The shape of the database: tables that only grow, and the statements on them.

/// The tables and their guards. The guards stop mistakes; what stops people is the signed tree of hashes. Nothing that an
/// entry says is kept a second time beside it: the view shows it to those who read with other tools.
///
/// Text is compared byte by byte, as in every other place that keeps a register.
pub(super) const SCHEMA: &str = "
CREATE SCHEMA depositary;
CREATE TABLE depositary.format (
    number   bigint NOT NULL,
    only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one)
);
CREATE TABLE depositary.entry (
    number bigint PRIMARY KEY CHECK (number > 0),
    body   text NOT NULL,
    hash   bytea NOT NULL CHECK (octet_length(hash) = 32)
);
CREATE TABLE depositary.checkpoint (
    size     bigint PRIMARY KEY,
    frontier bytea NOT NULL,
    note     text NOT NULL
);
CREATE TABLE depositary.cosignature (
    size bigint NOT NULL,
    line text COLLATE \"C\" NOT NULL,
    PRIMARY KEY (size, line)
);
CREATE TABLE depositary.opening (
    commitment text COLLATE \"C\" PRIMARY KEY,
    entry      bigint NOT NULL,
    salt       bytea NOT NULL,
    words      text NOT NULL
);
CREATE INDEX opening_by_entry ON depositary.opening (entry);
CREATE VIEW depositary.shown AS
SELECT number, body::json ->> 'kind' AS kind, body::json #>> '{content,treaty}' AS treaty,
       body::json #>> '{content,party}' AS party, body::json #>> '{content,action}' AS action,
       body::json ->> 'recorded' AS recorded, body::json ->> 'recorder' AS recorder, body
FROM depositary.entry;
";

/// A guard: a trigger that refuses what must not happen to a table.
pub(super) struct Guard {
    pub(super) name: &'static str,
    pub(super) table: &'static str,
    pub(super) when: When,
}

/// When a guard looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    Update,
    Delete,
    Truncate,
    Inserted,
}

const fn guard(name: &'static str, table: &'static str, when: When) -> Guard {
    Guard { name, table, when }
}

/// The guards, which must be there for a register to be sound.
pub(super) const GUARDS: [Guard; 7] = [
    guard("entry_is_never_changed", "entry", When::Update),
    guard("entry_is_never_deleted", "entry", When::Delete),
    guard("entry_is_never_emptied", "entry", When::Truncate),
    guard("entry_follows_the_last", "entry", When::Inserted),
    guard("checkpoint_is_never_changed", "checkpoint", When::Update),
    guard("checkpoint_is_never_deleted", "checkpoint", When::Delete),
    guard("checkpoint_is_never_emptied", "checkpoint", When::Truncate),
];

const REFUSE: &str = "
BEGIN
    RAISE EXCEPTION 'what the register holds is never changed or deleted: record a correction';
END";

const FOLLOW: &str = "
BEGIN
    IF EXISTS (
        SELECT FROM added
        WHERE number > 1 AND (SELECT entry.number FROM depositary.entry WHERE entry.number = added.number - 1) IS NULL
    ) THEN
        RAISE EXCEPTION 'an entry takes the number after the last';
    END IF;
    RETURN NULL;
END";

impl Guard {
    /// The statements that set it up. It holds against those too who make the server pass over triggers.
    fn statements(&self) -> String {
        let Self { name, table, when } = self;
        let on = match when {
            When::Update => format!("BEFORE UPDATE ON depositary.{table}"),
            When::Delete => format!("BEFORE DELETE ON depositary.{table}"),
            When::Truncate => format!("BEFORE TRUNCATE ON depositary.{table}"),
            When::Inserted => format!("AFTER INSERT ON depositary.{table} REFERENCING NEW TABLE AS added"),
        };
        format!(
            "CREATE TRIGGER {name} {on} FOR EACH STATEMENT EXECUTE FUNCTION depositary.{}();
             ALTER TABLE depositary.{table} ENABLE ALWAYS TRIGGER {name};",
            when.function()
        )
    }

    /// What the server's own tables must say of it: table, kind of trigger, and what it runs.
    pub(super) fn holds(&self, table: &str, kind: i16, source: &str) -> bool {
        table == self.table && kind == self.when.kind() && source == self.when.source()
    }
}

impl When {
    const fn function(self) -> &'static str {
        match self {
            Self::Update | Self::Delete | Self::Truncate => "refuse",
            Self::Inserted => "follow",
        }
    }

    const fn source(self) -> &'static str {
        match self {
            Self::Update | Self::Delete | Self::Truncate => REFUSE,
            Self::Inserted => FOLLOW,
        }
    }

    /// The bits of `pg_trigger.tgtype`: 2 before, 4 insert, 8 delete, 16 update, 32 truncate; none for each row.
    const fn kind(self) -> i16 {
        match self {
            Self::Update => 2 | 16,
            Self::Delete => 2 | 8,
            Self::Truncate => 2 | 32,
            Self::Inserted => 4,
        }
    }
}

/// Everything that makes an empty register.
pub(super) fn founding(format: i64) -> String {
    let functions = [When::Update, When::Inserted].map(|when| {
        let (name, source) = (when.function(), when.source());
        format!("CREATE FUNCTION depositary.{name}() RETURNS trigger LANGUAGE plpgsql AS $guard${source}$guard$;")
    });
    let guards: String = GUARDS.iter().map(Guard::statements).collect();
    let format = format!("INSERT INTO depositary.format (number) VALUES ({format});");
    [SCHEMA, &functions.concat(), &guards, &format].concat()
}

/// What stands in the place of a register: whether there is its schema, and in it the table that says its format.
pub(super) const PRESENT: &str = "
SELECT to_regnamespace('depositary') IS NOT NULL, to_regclass('depositary.format') IS NOT NULL";
pub(super) const FORMAT_NUMBER: &str = "SELECT number FROM depositary.format";

/// The guards as the server's own tables have them, those that are switched on.
pub(super) const GUARDS_FOUND: &str = "
SELECT t.tgname::text, c.relname::text, t.tgtype, p.prosrc
FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid JOIN pg_proc p ON p.oid = t.tgfoid
WHERE c.relnamespace = to_regnamespace('depositary') AND t.tgenabled = 'A' AND t.tgqual IS NULL";

/// Writers take turns by this lock, which goes with the transaction. Its number is the word that marks SQLite registers.
pub(super) const TURN: &str = "SELECT pg_advisory_xact_lock(1684369524)";
pub(super) const BEGIN_WRITING: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
pub(super) const BEGIN_READING: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// The last checkpoint, the body of the entry that it ends with, and that of the one after, which must not be there.
pub(super) const HEAD: &str = "
SELECT last.size, last.frontier, last.note,
       (SELECT body FROM depositary.entry WHERE number = last.size),
       (SELECT body FROM depositary.entry WHERE number = last.size + 1)
FROM (SELECT size, frontier, note FROM depositary.checkpoint ORDER BY size DESC LIMIT 1) AS last";

pub(super) const ENTRIES_AFTER: &str =
    "SELECT number, body, hash FROM depositary.entry WHERE number > $1 ORDER BY number";
pub(super) const BODY: &str = "SELECT body FROM depositary.entry WHERE number = $1";
pub(super) const CHECKPOINTS: &str = "SELECT size, frontier, note FROM depositary.checkpoint ORDER BY size";
pub(super) const CHECKPOINT: &str =
    "SELECT size, frontier, note FROM depositary.checkpoint WHERE size >= $1 ORDER BY size LIMIT 1";
pub(super) const LAST_CHECKPOINT: &str =
    "SELECT size, frontier, note FROM depositary.checkpoint ORDER BY size DESC LIMIT 1";
pub(super) const NOTE: &str = "SELECT note FROM depositary.checkpoint WHERE size = $1";
pub(super) const COSIGNATURES: &str = "SELECT line FROM depositary.cosignature WHERE size = $1 ORDER BY line";
pub(super) const COSIGN: &str =
    "INSERT INTO depositary.cosignature (size, line) VALUES ($1, $2) ON CONFLICT DO NOTHING";
pub(super) const OPENINGS: &str =
    "SELECT commitment, salt, words FROM depositary.opening WHERE entry = $1 ORDER BY commitment";
pub(super) const CONFIDE: &str =
    "INSERT INTO depositary.opening (commitment, entry, salt, words) VALUES ($1, $2, $3, $4)";
pub(super) const ERASE: &str = "DELETE FROM depositary.opening WHERE commitment = $1";
/// Writes the table anew, without what was erased.
pub(super) const FORGET: &str = "VACUUM (FULL) depositary.opening";

/// Many entries are copied; the few that go with a commit are inserted, since a copy would wait for the server once more.
pub(super) const COPY_ENTRIES: &str = "COPY depositary.entry (number, body, hash) FROM STDIN (FORMAT binary)";
pub(super) const ADD_ENTRIES: &str = "
INSERT INTO depositary.entry (number, body, hash) SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[])";
pub(super) const ADD_CHECKPOINTS: &str = "
INSERT INTO depositary.checkpoint (size, frontier, note) SELECT * FROM unnest($1::bigint[], $2::bytea[], $3::text[])";

/// Followers are told how many entries there are, once they are durable.
pub(super) const ADD_LAST_CHECKPOINT: &str = "
INSERT INTO depositary.checkpoint (size, frontier, note) VALUES ($1, $2, $3)
RETURNING pg_notify('depositary', size::text)";
pub(super) const LISTEN: &str = "LISTEN depositary";
