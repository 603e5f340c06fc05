//! A register in an SQLite file.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft, Entry};
use law::record::{KnownAt, Record};
use rusqlite::{Connection, OpenFlags, OptionalExtension, TransactionBehavior};

use crate::chain::{Hash, canonical_form};
use crate::fault::RegisterError;
use crate::location::Location;
use crate::schema::{APPLICATION, FORMAT, GUARDS, SCHEMA};
use crate::verification::{ChainCheck, Fault, Row, Verification};

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

/// An open register.
#[derive(Debug)]
pub struct Register {
    connection: Connection,
    path: PathBuf,
}

impl Register {
    /// Makes a register and fills it, all or nothing: the file takes its name only when everything is in it.
    ///
    /// # Errors
    /// When the file exists, can't be written, or `fill` fails.
    pub fn create<E: From<RegisterError>>(
        location: &Location,
        fill: impl FnOnce(&mut Writing<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let path = location.path();
        if path.exists() {
            return Err(RegisterError::Exists { path: path.to_owned() }.into());
        }
        let unfinished = unfinished_name(path);
        remove_database(&unfinished);
        let made = Self::make(&unfinished, fill);
        if made.is_err() {
            remove_database(&unfinished);
        }
        made?;
        std::fs::rename(&unfinished, path).map_err(|source| store(path, "written", &source))?;
        Ok(Self::open(location)?)
    }

    fn make<E: From<RegisterError>>(
        path: &Path,
        fill: impl FnOnce(&mut Writing<'_>) -> Result<(), E>,
    ) -> Result<(), E> {
        let fault = |source: &rusqlite::Error| RegisterError::of_sqlite(path, "written", source);
        let connection = Connection::open(path).map_err(|source| fault(&source))?;
        connection
            .execute_batch(&format!(
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; BEGIN IMMEDIATE; {SCHEMA} \
                 PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT}; COMMIT;"
            ))
            .map_err(|source| fault(&source))?;
        let mut register = Self { connection, path: path.to_owned() };
        let mut writing = register.write()?;
        fill(&mut writing)?;
        writing.commit()?;
        let Self { connection, .. } = register;
        Ok(connection.close().map_err(|(_, source)| fault(&source))?)
    }

    /// Opens a register.
    ///
    /// # Errors
    /// When there is none, when it is something else or damaged, or when a newer program made it.
    pub fn open(location: &Location) -> Result<Self, RegisterError> {
        let path = location.path().to_owned();
        if !path.exists() {
            return Err(RegisterError::Missing { path });
        }
        let fault = |source: &rusqlite::Error| RegisterError::of_sqlite(&path, "opened", source);
        let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(&path, flags).map_err(|source| fault(&source))?;
        connection.busy_timeout(PATIENCE).map_err(|source| fault(&source))?;
        let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
        let application = pragma("application_id").map_err(|source| fault(&source))?;
        let found = pragma("user_version").map_err(|source| fault(&source))?;
        if application != APPLICATION {
            let because = "it is an SQLite database made by another program".to_owned();
            return Err(RegisterError::NotARegister { path, because });
        }
        if found > FORMAT {
            return Err(RegisterError::Newer { path, found, known: FORMAT });
        }
        connection.execute_batch("PRAGMA synchronous = FULL;").map_err(|source| fault(&source))?;
        Ok(Self { connection, path })
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// All entries, in order. Each is checked against the chain as it is read, so that nothing is ever answered from
    /// an entry that somebody changed.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn entries(&self) -> Result<Vec<Entry>, RegisterError> {
        read_entries(&self.connection, &self.path)
    }

    /// What the register holds, as known at a point.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record(&self, known_at: KnownAt) -> Result<Record, RegisterError> {
        Ok(Record::of(self.entries()?, known_at))
    }

    /// The number of the last entry; nought in an empty register.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn last_number(&self) -> Result<u64, RegisterError> {
        self.connection
            .query_row("SELECT coalesce(max(number), 0) FROM entry", [], |row| row.get::<_, i64>(0))
            .map(i64::cast_unsigned)
            .map_err(|source| RegisterError::of_sqlite(&self.path, "read", &source))
    }

    /// What the register holds about one treaty, as known at a point: all parties, treaties and records, and the acts of
    /// the treaty and of those that its clauses refer to. Every entry is checked against the chain all the same.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record_about(&self, treaty: &str, known_at: KnownAt) -> Result<Record, RegisterError> {
        let (mut entries, mut acts) = (Vec::new(), Vec::new());
        each_chained(&self.connection, &self.path, |row, number| {
            if row.kind == "act" {
                acts.push((number, row));
            } else {
                entries.push(parse(&row, number, &self.path)?);
            }
            Ok(())
        })?;
        let wanted = with_those_referred_to(treaty, &entries);
        let last = acts.iter().rev().find_map(|(number, row)| {
            let Head { recorded } = serde_json::from_str(&row.body).ok()?;
            known_at.includes(*number, recorded).then_some((*number, recorded))
        });
        for (number, row) in acts {
            let of = row.treaty.as_deref().unwrap_or_default();
            if wanted.contains(of) {
                entries.push(parse(&row, number, &self.path)?);
            } else if !row.body.contains(&format!("\"treaty\":\"{of}\"")) {
                return Err(damaged(
                    &self.path,
                    Some(number),
                    "it is filed under another treaty than its own".to_owned(),
                ));
            }
        }
        entries.sort_by_key(|entry| entry.number);
        let mut record = Record::of(entries, known_at);
        if let Some((number, recorded)) = last {
            record.known_up_to(number, recorded);
        }
        Ok(record)
    }

    /// Starts to write. Nothing is recorded until [`Writing::commit`]; other writers wait.
    ///
    /// # Errors
    /// When the register can't be written to.
    pub fn write(&mut self) -> Result<Writing<'_>, RegisterError> {
        let path = &self.path;
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)
            .map_err(|source| RegisterError::of_sqlite(path, "written", &source))?;
        let last = last_entry(&transaction, path)?;
        Ok(Writing { transaction, path, last })
    }

    /// Checks the whole register: the file itself, its guards, the sequence, the chain, and that what is kept beside
    /// each entry agrees with it.
    ///
    /// # Errors
    /// Only when the check itself can't be made; what it finds is in the result.
    pub fn verify(&self) -> Result<Verification, RegisterError> {
        let mut faults = self.faults_of_the_file()?;
        let mut check = ChainCheck::default();
        let read = self.each_row(|row| {
            faults.extend(check.next(&row));
            Ok(())
        });
        if let Err(error) = read {
            faults.push(Fault { entry: Some(check.expected()), what: error.to_string() });
        }
        faults.sort_by_key(|fault| fault.entry.unwrap_or(u64::MAX));
        Ok(Verification { entries: check.count, head: check.head, faults })
    }

    fn faults_of_the_file(&self) -> Result<Vec<Fault>, RegisterError> {
        let fault = |source: &rusqlite::Error| RegisterError::of_sqlite(&self.path, "read", source);
        let mut faults = Vec::new();
        for guard in GUARDS {
            let found = self
                .connection
                .query_row("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND name = ?1", [guard], |_| Ok(()))
                .optional()
                .map_err(|source| fault(&source))?;
            if found.is_none() {
                faults.push(Fault {
                    entry: None,
                    what: format!("the guard `{guard}` has been removed from the database"),
                });
            }
        }
        let sound = self.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        match sound {
            Ok(answer) if answer == "ok" => {}
            Ok(answer) => faults.push(Fault { entry: None, what: format!("the database file: {answer}") }),
            Err(source) => faults.push(Fault { entry: None, what: format!("the database file: {source}") }),
        }
        Ok(faults)
    }

    fn each_row(&self, take: impl FnMut(Row) -> Result<(), RegisterError>) -> Result<(), RegisterError> {
        each_row(&self.connection, &self.path, take)
    }
}

/// Something being written: entries are added one by one and recorded together, or not at all.
#[derive(Debug)]
pub struct Writing<'a> {
    transaction: rusqlite::Transaction<'a>,
    path: &'a Path,
    last: Last,
}

#[derive(Debug, Clone, Copy)]
struct Last {
    number: u64,
    hash: Hash,
    recorded: Option<DateOfKnowledge>,
}

impl Writing<'_> {
    /// What the register holds, including what has been added so far.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record(&self) -> Result<Record, RegisterError> {
        Ok(Record::of(read_entries(&self.transaction, self.path)?, KnownAt::Everything))
    }

    /// Adds an entry, and returns its number.
    ///
    /// # Errors
    /// When it can't be written, or when the clock is behind the last entry.
    pub fn add(&mut self, draft: Draft, recorder: &str, now: DateOfKnowledge) -> Result<u64, RegisterError> {
        if let Some(last) = self.last.recorded.filter(|last| now < *last) {
            return Err(RegisterError::Clock { now: now.to_string(), last: last.to_string() });
        }
        let Draft { standing, sources, content } = draft;
        let number = self.last.number + 1;
        let entry = Entry { number, recorded: now, recorder: recorder.to_owned(), standing, sources, content };
        let body = canonical_form(&entry)?;
        let hash = Hash::after(self.last.hash, body.as_bytes());
        let treaty = entry.content.treaty().map(law::treaty::TreatyId::as_str);
        self.transaction
            .prepare_cached("INSERT INTO entry (number, kind, treaty, body, hash) VALUES (?1, ?2, ?3, ?4, ?5)")
            .and_then(|mut insert| {
                let number = number.cast_signed();
                insert.execute((number, entry.content.kind(), treaty, &body, hash.as_bytes()))
            })
            .map_err(|source| RegisterError::of_sqlite(self.path, "written", &source))?;
        self.last = Last { number, hash, recorded: Some(now) };
        Ok(number)
    }

    /// The number of the last entry, added ones included.
    #[must_use]
    pub fn last_number(&self) -> u64 {
        self.last.number
    }

    /// Records everything that was added. When this returns, it is on the disk.
    ///
    /// # Errors
    /// When it can't be written; then nothing is recorded.
    pub fn commit(self) -> Result<(), RegisterError> {
        let path = self.path;
        self.transaction.commit().map_err(|source| RegisterError::of_sqlite(path, "written", &source))
    }
}

/// The part of an entry that is read of those that a question is not about.
#[derive(serde::Deserialize)]
struct Head {
    recorded: DateOfKnowledge,
}

fn each_row(
    connection: &Connection,
    path: &Path,
    mut take: impl FnMut(Row) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    let fault = |source: &rusqlite::Error| RegisterError::of_sqlite(path, "read", source);
    let mut select = connection
        .prepare_cached("SELECT number, kind, treaty, body, hash FROM entry ORDER BY number")
        .map_err(|source| fault(&source))?;
    let mut rows = select.query([]).map_err(|source| fault(&source))?;
    while let Some(row) = rows.next().map_err(|source| fault(&source))? {
        let read = || -> rusqlite::Result<Row> {
            Ok(Row {
                number: row.get(0)?,
                kind: row.get(1)?,
                treaty: row.get(2)?,
                body: row.get(3)?,
                hash: row.get(4)?,
            })
        };
        take(read().map_err(|source| damaged(path, None, source.to_string()))?)?;
    }
    Ok(())
}

fn read_entries(connection: &Connection, path: &Path) -> Result<Vec<Entry>, RegisterError> {
    let mut entries = Vec::new();
    each_chained(connection, path, |row, number| {
        entries.push(parse(&row, number, path)?);
        Ok(())
    })?;
    Ok(entries)
}

/// Hands over the rows in sequence, each checked against the chain.
fn each_chained(
    connection: &Connection,
    path: &Path,
    mut take: impl FnMut(Row, u64) -> Result<(), RegisterError>,
) -> Result<(), RegisterError> {
    let (mut previous, mut expected) = (Hash::START, 1);
    each_row(connection, path, |row| {
        let number = row.number.cast_unsigned();
        if number != expected {
            return Err(damaged(path, Some(number), format!("entry {expected} should stand here")));
        }
        let hash = Hash::after(previous, row.body.as_bytes());
        if hash.as_bytes() != row.hash {
            return Err(damaged(path, Some(number), "it is not what was recorded".to_owned()));
        }
        (previous, expected) = (hash, expected + 1);
        take(row, number)
    })
}

fn parse(row: &Row, number: u64, path: &Path) -> Result<Entry, RegisterError> {
    let entry: Entry = serde_json::from_str(&row.body)
        .map_err(|source| damaged(path, Some(number), format!("it can't be read: {source}")))?;
    if entry.number == number {
        Ok(entry)
    } else {
        Err(damaged(path, Some(number), format!("it says that it is entry {}", entry.number)))
    }
}

/// A treaty and those that its clauses refer to, directly or through others.
fn with_those_referred_to(treaty: &str, entries: &[Entry]) -> HashSet<String> {
    let treaties = || {
        entries.iter().filter_map(|entry| match &entry.content {
            Content::Treaty(treaty) => Some(treaty),
            _ => None,
        })
    };
    let named = treaties().map(|known| &known.treaty).filter(|id| id.as_str().eq_ignore_ascii_case(treaty.trim()));
    let mut next: Vec<String> = named.map(ToString::to_string).collect();
    let mut wanted = HashSet::new();
    while let Some(id) = next.pop() {
        let known = treaties().filter(|known| known.treaty.as_str() == id);
        next.extend(
            known.flat_map(|known| known.refers_to()).map(ToString::to_string).filter(|id| !wanted.contains(id)),
        );
        wanted.insert(id);
    }
    wanted
}

fn last_entry(connection: &Connection, path: &Path) -> Result<Last, RegisterError> {
    let fault = |source: &rusqlite::Error| RegisterError::of_sqlite(path, "read", source);
    let row = connection
        .query_row("SELECT number, body, hash FROM entry ORDER BY number DESC LIMIT 1", [], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?, row.get::<_, Vec<u8>>(2)?))
        })
        .optional()
        .map_err(|source| fault(&source))?;
    let Some((number, body, hash)) = row else {
        return Ok(Last { number: 0, hash: Hash::START, recorded: None });
    };
    let number = number.cast_unsigned();
    let hash =
        Hash::from_bytes(&hash).ok_or_else(|| damaged(path, Some(number), "its hash is cut short".to_owned()))?;
    let entry: Entry = serde_json::from_str(&body)
        .map_err(|source| damaged(path, Some(number), format!("it can't be read: {source}")))?;
    Ok(Last { number, hash, recorded: Some(entry.recorded) })
}

fn damaged(path: &Path, entry: Option<u64>, because: String) -> RegisterError {
    RegisterError::Damaged { path: path.to_owned(), entry, because }
}

fn store(path: &Path, doing: &'static str, source: &std::io::Error) -> RegisterError {
    RegisterError::Store { path: path.to_owned(), doing, because: source.to_string() }
}

fn unfinished_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    path.with_file_name(name)
}

/// Removes what an interrupted attempt left behind. What is not there need not be removed.
fn remove_database(path: &Path) {
    for suffix in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        drop(std::fs::remove_file(name));
    }
}
