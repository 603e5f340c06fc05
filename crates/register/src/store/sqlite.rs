//! A register in an SQLite file.

#[path = "sqlite_as_it_is.rs"]
mod as_it_is;
#[path = "sqlite_schema.rs"]
mod schema;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, OptionalExtension, TransactionBehavior};

use super::{Examination, FORMAT, Opening, Row, Signed, Store, TakeRow, Transaction};
use crate::fault::RegisterError;
use crate::verification::Fault;
use schema::{APPLICATION, SCHEMA, differences};

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often a file that others write to is looked at.
const GLANCE: Duration = Duration::from_millis(10);

/// A register in an SQLite file.
#[derive(Debug)]
pub(crate) struct SqliteStore {
    connection: Connection,
    path: PathBuf,
    /// What must not outlive a register that is never published.
    unfinished: Option<Unfinished>,
}

/// A database beside the place where it will be, removed when it is no longer needed.
#[derive(Debug)]
struct Unfinished {
    path: PathBuf,
    /// What happens to a register that has the name already.
    takes: Takes,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Takes {
    /// It stays, and this one is given up.
    AFreeName,
    /// This one takes its place.
    ThePlaceOfAnother,
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        remove_database(&self.path);
    }
}

impl SqliteStore {
    /// Begins a register that will be at that path; until it is published, it is beside it.
    pub(crate) fn make(path: &Path) -> Result<Self, RegisterError> {
        if path.exists() {
            return Err(RegisterError::Exists { place: path.display().to_string() });
        }
        Self::make_beside(path, Takes::AFreeName)
    }

    /// Begins a register that will take the place of the one at that path.
    pub(crate) fn make_in_place_of(path: &Path) -> Result<Self, RegisterError> {
        Self::make_beside(path, Takes::ThePlaceOfAnother)
    }

    fn make_beside(path: &Path, takes: Takes) -> Result<Self, RegisterError> {
        let unfinished = Unfinished { path: unfinished_name(path), takes };
        remove_database(&unfinished.path);
        let fault = |source: &rusqlite::Error| of_sqlite(path, "written", source);
        let connection = Connection::open(&unfinished.path).map_err(|source| fault(&source))?;
        connection
            .execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")
            .map_err(|source| fault(&source))?;
        Ok(Self { connection, path: path.to_owned(), unfinished: Some(unfinished) })
    }

    /// Opens a register.
    pub(crate) fn open(path: &Path) -> Result<Self, RegisterError> {
        let (connection, found) = open_any_format(path)?;
        let place = path.display().to_string();
        match found {
            found if found > FORMAT => Err(RegisterError::Newer { place, found, known: FORMAT }),
            found if found < FORMAT => Err(RegisterError::Older { place, found, known: FORMAT }),
            _ => Ok(Self { connection, path: path.to_owned(), unfinished: None }),
        }
    }

    /// Leaves room for so many pages more, as on a disk that is nearly full.
    #[cfg(test)]
    pub(crate) fn leave_room_for(&self, pages: i64) {
        let taken: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        self.connection.pragma_update_and_check(None, "max_page_count", taken + pages, |_| Ok(())).unwrap();
    }

    fn fault(&self, doing: &'static str) -> impl Fn(rusqlite::Error) -> RegisterError + use<> {
        let path = self.path.clone();
        move |source| of_sqlite(&path, doing, &source)
    }
}

/// Opens a register of whatever format, and says which.
pub(crate) fn open_any_format(path: &Path) -> Result<(Connection, i64), RegisterError> {
    let place = || path.display().to_string();
    if !path.exists() {
        return Err(RegisterError::Missing { place: place() });
    }
    let fault = |source: &rusqlite::Error| of_sqlite(path, "opened", source);
    let connection = connect(path)?;
    let pragma = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let application = pragma("application_id").map_err(|source| fault(&source))?;
    let found = pragma("user_version").map_err(|source| fault(&source))?;
    if application != APPLICATION {
        let because = "it is an SQLite database made by another program".to_owned();
        return Err(RegisterError::NotARegister { place: place(), because });
    }
    Ok((connection, found))
}

/// Connects to a file.
fn connect(path: &Path) -> Result<Connection, RegisterError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    match Connection::open_with_flags(path, flags).and_then(prepare) {
        Ok(connection) => Ok(connection),
        Err(refused) if as_it_is::is_needed(&refused) => as_it_is::connect(path, &refused),
        Err(other) => Err(of_sqlite(path, "opened", &other)),
    }
}

/// What holds of every connection; fails where there is nothing that can be read.
fn prepare(connection: Connection) -> rusqlite::Result<Connection> {
    connection.busy_timeout(PATIENCE)?;
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;")?;
    connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    Ok(connection)
}

impl Store for SqliteStore {
    fn found(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        let fault = self.fault("written");
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(&fault)?;
        transaction
            .execute_batch(&format!("{SCHEMA} PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {FORMAT};"))
            .map_err(&fault)?;
        Ok(Box::new(Writing { transaction, path: &self.path }))
    }

    fn publish(self: Box<Self>) -> Result<(), RegisterError> {
        let Self { connection, path, unfinished } = *self;
        // Closing would do it too, and say nothing if it could not: a file under its name without all that is in it.
        put_into_place(&connection).map_err(|source| of_sqlite(&path, "written", &source))?;
        connection.close().map_err(|(_, source)| of_sqlite(&path, "written", &source))?;
        let place = || path.display().to_string();
        let store = |source: std::io::Error| RegisterError::Store {
            place: place(),
            doing: "written",
            because: source.to_string(),
        };
        if let Some(unfinished) = unfinished {
            // A hard link fails where something has taken the name meanwhile; a rename would replace it.
            match (unfinished.takes, std::fs::hard_link(&unfinished.path, &path)) {
                (Takes::AFreeName, Ok(())) => {}
                (Takes::AFreeName, Err(error)) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                    return Err(RegisterError::Exists { place: place() });
                }
                _ => std::fs::rename(&unfinished.path, &path).map_err(store)?,
            }
        }
        sync_folder(&path).map_err(store)
    }

    fn read(&mut self, after: u64, take: TakeRow<'_>) -> Result<Option<Signed>, RegisterError> {
        let fault = self.fault("read");
        let moment = self.connection.transaction().map_err(&fault)?;
        each_row(&moment, &self.path, after, take)?;
        last_checkpoint(&moment).map_err(&fault)
    }

    fn checkpoint(&mut self, size: u64) -> Result<Option<Signed>, RegisterError> {
        if size == u64::MAX {
            return self.last_checkpoint();
        }
        let size = i64::try_from(size).unwrap_or(i64::MAX);
        self.connection
            .prepare_cached("SELECT size, frontier, note FROM checkpoint WHERE size >= ?1 ORDER BY size LIMIT 1")
            .and_then(|mut select| select.query_row([size], signed).optional())
            .map_err(self.fault("read"))
    }

    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        last_checkpoint(&self.connection).map_err(self.fault("read"))
    }

    fn each_checkpoint(
        &mut self,
        take: &mut dyn FnMut(Signed) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        let fault = self.fault("read");
        let mut select = self
            .connection
            .prepare_cached("SELECT size, frontier, note FROM checkpoint ORDER BY size")
            .map_err(&fault)?;
        let mut rows = select.query([]).map_err(&fault)?;
        while let Some(row) = rows.next().map_err(&fault)? {
            take(signed(row).map_err(&fault)?)?;
        }
        Ok(())
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        body(&self.connection, number).map_err(self.fault("read"))
    }

    fn cosignatures(&mut self, size: u64) -> Result<Vec<String>, RegisterError> {
        self.connection
            .prepare_cached("SELECT line FROM cosignature WHERE size = ?1 ORDER BY line")
            .and_then(|mut select| {
                let lines = select.query_map([size.cast_signed()], |row| row.get(0))?;
                lines.collect()
            })
            .map_err(self.fault("read"))
    }

    fn cosign(&mut self, size: u64, line: &str) -> Result<(), RegisterError> {
        self.connection
            .execute("INSERT OR IGNORE INTO cosignature (size, line) VALUES (?1, ?2)", (size.cast_signed(), line))
            .map(drop)
            .map_err(self.fault("written"))
    }

    fn openings(&mut self, entry: u64) -> Result<Vec<Opening>, RegisterError> {
        let opening = |row: &rusqlite::Row<'_>| {
            Ok(Opening { commitment: row.get(0)?, entry, salt: row.get(1)?, words: row.get(2)? })
        };
        self.connection
            .prepare_cached("SELECT commitment, salt, words FROM opening WHERE entry = ?1 ORDER BY commitment")
            .and_then(|mut select| {
                let openings = select.query_map([entry.cast_signed()], opening)?;
                openings.collect()
            })
            .map_err(self.fault("read"))
    }

    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        let fault = self.fault("written");
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(fault)?;
        Ok(Box::new(Writing { transaction, path: &self.path }))
    }

    fn forget(&mut self) -> Result<(), RegisterError> {
        put_into_place(&self.connection).map_err(self.fault("written"))
    }

    fn faults(&mut self) -> Result<Vec<Fault>, RegisterError> {
        let mut faults = differences(&self.connection).map_err(self.fault("read"))?;
        for table in ["checkpoint", "cosignature", "opening"] {
            faults.extend(unsound(&self.connection, table));
        }
        faults.extend(unreadable_cosignatures(&self.connection));
        Ok(faults)
    }

    /// The tree by which an entry is found by its number: reading them all passes it by, and it is the larger part.
    fn examination(&self) -> Option<Examination> {
        let path = self.path.clone();
        Some(Box::new(move || match connect(&path) {
            Ok(connection) => unsound(&connection, "entry").into_iter().collect(),
            Err(error) => vec![Fault { entry: None, what: error.to_string() }],
        }))
    }

    fn wait(&mut self, patience: Duration) -> Result<(), RegisterError> {
        // A file tells nobody that it has changed.
        std::thread::sleep(GLANCE.min(patience));
        Ok(())
    }
}

/// Something being written to the file.
struct Writing<'a> {
    transaction: rusqlite::Transaction<'a>,
    path: &'a Path,
}

impl Writing<'_> {
    fn fault(&self) -> impl Fn(rusqlite::Error) -> RegisterError {
        |source| of_sqlite(self.path, "written", &source)
    }
}

impl Transaction for Writing<'_> {
    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        last_checkpoint(&self.transaction).map_err(self.fault())
    }

    fn read(&mut self, take: TakeRow<'_>) -> Result<(), RegisterError> {
        each_row(&self.transaction, self.path, 0, take)
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        body(&self.transaction, number).map_err(self.fault())
    }

    fn add(&mut self, row: Row<'_>) -> Result<(), RegisterError> {
        self.transaction
            .prepare_cached("INSERT INTO entry (number, body, hash) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((row.number.cast_signed(), row.body, row.hash)))
            .map(drop)
            .map_err(self.fault())
    }

    fn add_checkpoint(&mut self, signed: &Signed) -> Result<(), RegisterError> {
        self.transaction
            .prepare_cached("INSERT INTO checkpoint (size, frontier, note) VALUES (?1, ?2, ?3)")
            .and_then(|mut insert| insert.execute((signed.size.cast_signed(), &signed.frontier, &signed.note)))
            .map(drop)
            .map_err(self.fault())
    }

    fn confide(&mut self, opening: &Opening) -> Result<(), RegisterError> {
        self.transaction
            .prepare_cached("INSERT INTO opening (commitment, entry, salt, words) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut insert| {
                insert.execute((&opening.commitment, opening.entry.cast_signed(), &opening.salt, &opening.words))
            })
            .map(drop)
            .map_err(self.fault())
    }

    fn erase(&mut self, commitment: &str) -> Result<bool, RegisterError> {
        self.transaction
            .execute("DELETE FROM opening WHERE commitment = ?1", [commitment])
            .map(|erased| erased > 0)
            .map_err(self.fault())
    }

    fn commit(self: Box<Self>) -> Result<(), RegisterError> {
        let path = self.path;
        self.transaction.commit().map_err(|source| of_sqlite(path, "written", &source))
    }
}

/// What is wrong with how a table is kept, as far as the database itself can tell.
fn unsound(connection: &Connection, table: &str) -> Option<Fault> {
    let check = format!("PRAGMA integrity_check({table})");
    let answer =
        connection.query_row(&check, [], |row| row.get::<_, String>(0)).unwrap_or_else(|error| error.to_string());
    (answer != "ok").then(|| Fault { entry: None, what: format!("the database file: {answer}") })
}

/// What witnesses signed is theirs to answer for, and they are not known here; but it must be text that can be handed on.
fn unreadable_cosignatures(connection: &Connection) -> Option<Fault> {
    let read = || {
        let mut select = connection.prepare("SELECT line FROM cosignature")?;
        select.query_map([], |row| row.get::<_, String>(0))?.try_for_each(|line| line.map(drop))
    };
    let error: rusqlite::Error = read().err()?;
    Some(Fault { entry: None, what: format!("a signature of a witness can't be read: {error}") })
}

/// Puts everything that was recorded from the file beside the database into the database itself.
fn put_into_place(connection: &Connection) -> rusqlite::Result<()> {
    let busy = connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0))?;
    let others = || rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_BUSY), None);
    if busy { Err(others()) } else { Ok(()) }
}

fn each_row(connection: &Connection, path: &Path, after: u64, take: TakeRow<'_>) -> Result<(), RegisterError> {
    let fault = |source: &rusqlite::Error| of_sqlite(path, "read", source);
    let mut select = connection
        .prepare_cached("SELECT number, body, hash FROM entry WHERE number > ?1 ORDER BY number")
        .map_err(|source| fault(&source))?;
    let mut rows = select.query([after.cast_signed()]).map_err(|source| fault(&source))?;
    let mut expected = after + 1;
    while let Some(row) = rows.next().map_err(|source| fault(&source))? {
        let unreadable = |because: String| RegisterError::Damaged {
            place: path.display().to_string(),
            entry: Some(expected),
            because,
        };
        let number = row.get::<_, i64>(0).map_err(|source| unreadable(source.to_string()))?.cast_unsigned();
        let column = |at| row.get_ref(at).map_err(|source| unreadable(source.to_string()));
        let body = column(1)?;
        let body = body.as_str().map_err(|source| unreadable(source.to_string()))?;
        let hash = column(2)?;
        let hash = hash.as_blob().map_err(|source| unreadable(source.to_string()))?;
        take(Row { number, body, hash })?;
        expected = number.saturating_add(1);
    }
    Ok(())
}

fn last_checkpoint(connection: &Connection) -> rusqlite::Result<Option<Signed>> {
    connection
        .prepare_cached("SELECT size, frontier, note FROM checkpoint ORDER BY size DESC LIMIT 1")?
        .query_row([], signed)
        .optional()
}

fn body(connection: &Connection, number: u64) -> rusqlite::Result<Option<String>> {
    connection
        .prepare_cached("SELECT body FROM entry WHERE number = ?1")?
        .query_row([number.cast_signed()], |row| row.get(0))
        .optional()
}

fn signed(row: &rusqlite::Row<'_>) -> rusqlite::Result<Signed> {
    Ok(Signed { size: row.get::<_, i64>(0)?.cast_unsigned(), frontier: row.get(1)?, note: row.get(2)? })
}

/// Turns what the database says about a file into what a person needs to know.
pub(crate) fn of_sqlite(path: &Path, doing: &'static str, source: &rusqlite::Error) -> RegisterError {
    let place = path.display().to_string();
    let because = match source.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => {
            let because = "it is not an SQLite database, or its first page is damaged".to_owned();
            return RegisterError::NotARegister { place, because };
        }
        Some(ErrorCode::DatabaseCorrupt) => {
            return RegisterError::Damaged { place, entry: None, because: source.to_string() };
        }
        Some(ErrorCode::DiskFull) => "the disk is full; make room, then try again".to_owned(),
        Some(ErrorCode::ReadOnly) => {
            "the disk or the file is for reading only, or the disk is full; make room and try again, or record in a copy \
             where it can be written"
                .to_owned()
        }
        Some(ErrorCode::SystemIoFailure) => {
            format!("the disk refuses ({source}); see whether it is full, limited or failing, then try again")
        }
        Some(ErrorCode::CannotOpen) => {
            format!("{source}; see whether its folder is there, has room, and may be written to")
        }
        Some(ErrorCode::DatabaseBusy) => "others have been using it all the while; try again later".to_owned(),
        _ => source.to_string(),
    };
    RegisterError::Store { place, doing, because }
}

/// Makes a new name in a folder last.
fn sync_folder(path: &Path) -> std::io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    #[cfg(unix)]
    std::fs::File::open(folder)?.sync_all()?;
    #[cfg(not(unix))]
    drop(folder);
    Ok(())
}

fn unfinished_name(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".unfinished");
    path.with_file_name(name)
}

/// Removes what an interrupted attempt left behind. What is not there need not be removed.
fn remove_database(path: &Path) {
    for suffix in ["", "-wal", "-shm", "-journal"] {
        drop(std::fs::remove_file(beside(path, suffix)));
    }
}

/// A file that SQLite keeps beside a database.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
