//! A file that somebody gets at, in memory where the system has a place for that.

use std::path::{Path, PathBuf};

use register::log::VerifierKey;
use register::{Expected, Fault, Location, Register, RegisterError};
use rusqlite::Connection;

pub struct Place {
    folder: tempfile::TempDir,
}

/// What comes of looking at a register.
#[derive(Debug)]
pub enum Looked {
    /// It is not opened, or not checked.
    Refused(#[expect(dead_code, reason = "it is printed when a test fails")] Box<RegisterError>),
    /// The check finds something.
    Found(Vec<Fault>),
    /// The check finds nothing.
    Passed,
}

/// The guards, which stop those who use other tools.
pub const GUARDS: [&str; 5] = [
    "entry_is_never_changed",
    "entry_is_never_deleted",
    "entry_follows_the_last",
    "checkpoint_is_never_changed",
    "checkpoint_is_never_deleted",
];

impl Place {
    pub fn new() -> Self {
        let shared = Path::new("/dev/shm");
        let folder = if shared.is_dir() { tempfile::tempdir_in(shared) } else { tempfile::tempdir() };
        Self { folder: folder.unwrap() }
    }

    pub fn with(bytes: &[u8]) -> Self {
        let place = Self::new();
        place.put(bytes);
        place
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("register.db")
    }

    pub fn location(&self) -> Location {
        Location::file(self.path())
    }

    /// Puts a file there, and nothing beside it.
    pub fn put(&self, bytes: &[u8]) {
        for suffix in ["-wal", "-shm", "-journal"] {
            drop(std::fs::remove_file(self.folder.path().join(format!("register.db{suffix}"))));
        }
        std::fs::write(self.path(), bytes).unwrap();
    }

    /// Does something to the file with another tool, with its guards out of the way; then they are as they were.
    pub fn meddle(&self, with: impl FnOnce(&Connection)) {
        let connection = Connection::open(self.path()).unwrap();
        let made: Vec<String> = GUARDS
            .iter()
            .map(|guard| {
                let sql = "SELECT sql FROM sqlite_schema WHERE name = ?1";
                connection.query_row(sql, [guard], |row| row.get(0)).unwrap()
            })
            .collect();
        connection.execute_batch(&GUARDS.map(|guard| format!("DROP TRIGGER {guard};")).concat()).unwrap();
        with(&connection);
        connection.execute_batch(&made.join(";")).unwrap();
    }

    /// Checks it, as somebody who kept nothing of it.
    pub fn look(&self) -> Looked {
        self.look_with(&Expected::default())
    }

    /// Checks it, as somebody who kept a checkpoint of it.
    pub fn look_after(&self, checkpoint: &str) -> Looked {
        self.look_with(&Expected { checkpoint: Some(checkpoint.to_owned()), key: None })
    }

    /// Checks it, as somebody who knows the key that its log began with.
    pub fn look_knowing(&self, key: VerifierKey) -> Looked {
        self.look_with(&Expected { checkpoint: None, key: Some(key) })
    }

    fn look_with(&self, expected: &Expected) -> Looked {
        match Register::open(&self.location()).and_then(|mut register| register.verify(expected)) {
            Err(error) => Looked::Refused(Box::new(error)),
            Ok(verification) if verification.passed() => Looked::Passed,
            Ok(verification) => Looked::Found(verification.faults),
        }
    }

    /// Whether everything is still read out of it.
    pub fn is_read(&self) -> bool {
        Register::open(&self.location()).and_then(|mut register| register.entries()).is_ok()
    }
}

impl Looked {
    pub fn passed(&self) -> bool {
        matches!(self, Self::Passed)
    }

    /// The first entry that is said to be wrong.
    pub fn entry(&self) -> Option<u64> {
        self.first().and_then(|fault| fault.entry)
    }

    pub fn first(&self) -> Option<&Fault> {
        match self {
            Self::Found(faults) => faults.first(),
            _ => None,
        }
    }

    /// What the first fault says.
    pub fn says(&self) -> &str {
        self.first().map_or("", |fault| &fault.what)
    }
}
