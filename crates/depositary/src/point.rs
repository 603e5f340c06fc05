//! A point of the register, as a user names it: a moment, a day, the number of an entry, or a checkpoint.

use std::io;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

use law::record::KnownAt;
use register::Register;
use register::log::{Note, NoteError};

use crate::failure::Failure;

/// The longest file that is read as a checkpoint, in bytes.
const LONGEST: u64 = 1_000_000;

/// A point of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Point {
    /// One that needs no register to be understood.
    Known(KnownAt),
    /// A checkpoint, which the register must be seen to hold.
    Checkpoint(Arc<str>),
}

/// The checkpoint in a file. The break after its last line, which many a program drops, is given back: no signature is over
/// it.
pub fn checkpoint_in(path: &Path) -> io::Result<String> {
    let mut note = std::fs::read_to_string(path)?;
    if !note.ends_with('\n') {
        note.push('\n');
    }
    Ok(note)
}

impl Point {
    /// What had been recorded by the point.
    ///
    /// # Errors
    /// When it is a checkpoint, and not one of this register.
    pub fn in_register(&self, register: &mut Register) -> Result<KnownAt, Failure> {
        match self {
            Self::Known(known_at) => Ok(*known_at),
            Self::Checkpoint(note) => Ok(register.point_of(note)?),
        }
    }
}

impl FromStr for Point {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text == "all" {
            return Ok(Self::Known(KnownAt::Everything));
        }
        let unknown = match text.parse() {
            Ok(known_at) => return Ok(Self::Known(known_at)),
            Err(unknown) => unknown,
        };
        match std::fs::metadata(text) {
            Err(_) => Err(format!("{unknown}, or a file that holds a checkpoint")),
            Ok(file) if !file.is_file() || file.len() > LONGEST => Err(format!("{text} is no checkpoint")),
            Ok(_) => {
                let note = checkpoint_in(Path::new(text)).map_err(|error| format!("{text} can't be read: {error}"))?;
                let read: Result<Note, NoteError> = note.parse();
                read.map_err(|error| format!("{text} is no checkpoint: {error}"))?;
                Ok(Self::Checkpoint(note.into()))
            }
        }
    }
}
