//! What a witness remembers: of each log, the last checkpoint that it cosigned, as the log signed it.

use std::collections::BTreeMap;
use std::fs::{File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::log::{Checkpoint, CheckpointError, Note, NoteError};
use crate::whole_file::{folder_of, sync_folder, write_to_last};

/// What a witness remembers can't be read or written.
#[derive(Debug, thiserror::Error)]
pub enum MemoryError {
    /// There is none.
    #[error(
        "what the witness remembers is not at {}. With its key, but without its memory, it might sign another past of a \
         log: bring the file back, or move the key away and begin a new witness", path.display()
    )]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// It holds something else.
    #[error("{} is not what a witness remembers: {because}", path.display())]
    NotAMemory {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        because: String,
    },
    /// Another witness uses it.
    #[error("another witness is using {}; only one may", path.display())]
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file system refused.
    #[error("{} can't be {doing}: {because}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the system says.
        because: std::io::Error,
    },
}

/// What a witness remembers, in memory and in a file that is always one step ahead of what it says.
pub(super) struct Memory {
    path: PathBuf,
    _alone: File,
    /// By the log's origin, the checkpoint as a signed note, which is proof of what the log said, and as what it says.
    last: BTreeMap<String, (String, Checkpoint)>,
}

impl Memory {
    /// Makes an empty one, unless there is one.
    pub(super) fn begin(path: &Path) -> Result<(), MemoryError> {
        let fault = |because| MemoryError::File { path: path.to_owned(), doing: "written", because };
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(mut file) => {
                file.write_all(b"{}\n").and_then(|()| file.sync_all()).map_err(fault)?;
                sync_folder(folder_of(path)).map_err(fault)
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
            Err(error) => Err(fault(error)),
        }
    }

    /// Reads one.
    pub(super) fn of(path: &Path) -> Result<Self, MemoryError> {
        let file = |doing, because| MemoryError::File { path: path.to_owned(), doing, because };
        let text = std::fs::read_to_string(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => MemoryError::Missing { path: path.to_owned() },
            _ => file("read", error),
        })?;
        let lock = alone(path)?;
        let other = |because: String| MemoryError::NotAMemory { path: path.to_owned(), because };
        let notes: BTreeMap<String, String> = serde_json::from_str(&text).map_err(|error| other(error.to_string()))?;
        let mut last = BTreeMap::new();
        for (origin, note) in notes {
            let checkpoint = read(&note).map_err(|error| other(error.to_string()))?;
            if checkpoint.origin() != origin {
                return Err(other(format!("the checkpoint of {origin} is another log's")));
            }
            last.insert(origin, (note, checkpoint));
        }
        Ok(Self { path: path.to_owned(), _alone: lock, last })
    }

    /// The last checkpoint of a log that was cosigned.
    pub(super) fn last(&self, origin: &str) -> Option<&Checkpoint> {
        self.last.get(origin).map(|(_, checkpoint)| checkpoint)
    }

    /// Remembers a checkpoint in place of the last one. When this returns, it is on the disk.
    pub(super) fn keep(&mut self, note: &Note, checkpoint: &Checkpoint) -> Result<(), MemoryError> {
        let fault = |because| MemoryError::File { path: self.path.clone(), doing: "written", because };
        let mut notes: BTreeMap<&str, &str> =
            self.last.iter().map(|(origin, (note, _))| (origin.as_str(), note.as_str())).collect();
        let note = note.to_string();
        notes.insert(checkpoint.origin(), &note);
        let text = serde_json::to_string_pretty(&notes).map_err(|error| fault(error.into()))? + "\n";
        write_to_last(&self.path, text.as_bytes()).map_err(fault)?;
        self.last.insert(checkpoint.origin().to_owned(), (note, checkpoint.clone()));
        Ok(())
    }
}

fn read(note: &str) -> Result<Checkpoint, CheckpointError> {
    let note: Note = note.parse().map_err(|error: NoteError| CheckpointError::from(error))?;
    note.text().parse()
}

/// The memory itself is replaced at every step, so that the lock is on a file beside it.
fn alone(path: &Path) -> Result<File, MemoryError> {
    let mut name = path.as_os_str().to_owned();
    name.push(".lock");
    let fault = |because| MemoryError::File { path: path.to_owned(), doing: "locked", because };
    let file = OpenOptions::new().create(true).append(true).open(&name).map_err(fault)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(MemoryError::InUse { path: path.to_owned() }),
        Err(TryLockError::Error(error)) => Err(fault(error)),
    }
}
