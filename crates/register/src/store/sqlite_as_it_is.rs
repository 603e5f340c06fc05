//! A register where nothing can be written beside it, as on a disk that is full or for reading only: its file is read as
//! it is.
//!
//! SQLite keeps note beside a database of who reads it. Without that, nothing but the hashes of the entries tells whether
//! somebody changes the file meanwhile; they are checked whenever anything is read.

use std::path::Path;

use rusqlite::ffi::{SQLITE_IOERR_SHMMAP, SQLITE_IOERR_SHMOPEN, SQLITE_IOERR_SHMSIZE};
use rusqlite::{Connection, ErrorCode, OpenFlags};

use super::{beside, of_sqlite, prepare};
use crate::fault::RegisterError;

/// Whether a file can't be opened as usual because nothing can be written to it or beside it.
pub(super) fn is_needed(refused: &rusqlite::Error) -> bool {
    refused.sqlite_error().is_some_and(|error| {
        matches!(error.code, ErrorCode::CannotOpen | ErrorCode::ReadOnly | ErrorCode::DiskFull)
            // There is no room for the note of who reads.
            || matches!(error.extended_code, SQLITE_IOERR_SHMSIZE | SQLITE_IOERR_SHMOPEN | SQLITE_IOERR_SHMMAP)
    })
}

/// Connects to such a file.
pub(super) fn connect(path: &Path, refused: &rusqlite::Error) -> Result<Connection, RegisterError> {
    let connection = match (exists(path, "-wal"), exists(path, "-shm")) {
        (false, _) => whole(path),
        // Nobody has the file open, or that would be beside it too.
        (true, false) if cfg!(unix) => with_what_is_beside(path),
        (true, _) => None,
    };
    connection.ok_or_else(|| {
        if !exists(path, "-wal") {
            return of_sqlite(path, "opened", refused);
        }
        let because = format!(
            "what was recorded last is still in {}, and can't be put into its place here; copy both to a disk that can be \
             written to",
            beside(path, "-wal").display()
        );
        RegisterError::Store { place: path.display().to_string(), doing: "opened", because }
    })
}

/// A file that all of the register is in.
fn whole(path: &Path) -> Option<Connection> {
    Connection::open_with_flags(address(path, "immutable=1")?, FLAGS).and_then(prepare).ok()
}

/// A file, and the one beside it where what was recorded last still is. In exclusive mode, the index of that is kept in
/// memory; exclusive it is only by name, as no lock can be taken.
fn with_what_is_beside(path: &Path) -> Option<Connection> {
    let connection = Connection::open_with_flags(address(path, "vfs=unix-none")?, FLAGS).ok()?;
    connection.execute_batch("PRAGMA locking_mode = EXCLUSIVE").ok()?;
    prepare(connection).ok()
}

const FLAGS: OpenFlags =
    OpenFlags::SQLITE_OPEN_READ_ONLY.union(OpenFlags::SQLITE_OPEN_NO_MUTEX).union(OpenFlags::SQLITE_OPEN_URI);

/// Whether there is something in a file that SQLite keeps beside a database.
fn exists(path: &Path, suffix: &str) -> bool {
    std::fs::metadata(beside(path, suffix)).is_ok_and(|file| file.len() > 0)
}

/// The address of a file, and how it is to be opened.
fn address(path: &Path, how: &str) -> Option<String> {
    let path = std::path::absolute(path).ok()?;
    let mut address = "file:".to_owned();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'?' | b'#' | b'%' | 0x80.. => address.push_str(&format!("%{byte:02X}")),
            byte => address.push(char::from(*byte)),
        }
    }
    Some(format!("{address}?{how}"))
}
