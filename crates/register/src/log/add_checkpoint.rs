//! What a witness is asked: a checkpoint, and the proof that it goes on from the last one that the witness cosigned. C2SP
//! tlog-witness, add-checkpoint.

use std::fmt;
use std::str::FromStr;

use crate::Hash;
use crate::log::encoding;
use crate::log::hash_lines::{HashLinesError, read_hashes, split_lines, write_hashes};
use crate::log::note::{Note, NoteError};

/// What is asked of a witness is not in due form.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AddCheckpointError {
    /// There is no earlier size in it.
    #[error("line 1 is the word old and a size in decimal, without leading zeros; this is not")]
    Old,
    /// A hash is none.
    #[error(transparent)]
    Hashes(#[from] HashLinesError),
    /// There is no checkpoint in it.
    #[error("after the hashes comes an empty line and the checkpoint; this has none")]
    NoCheckpoint,
    /// The checkpoint is no signed note.
    #[error("the checkpoint is no signed note: {0}")]
    Note(#[from] NoteError),
}

/// A checkpoint to be cosigned. It is well-formed; whether it is what it says is for the witness to see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddCheckpoint {
    /// The size of the log when the witness last cosigned it; 0 if it never did.
    pub old: u64,
    /// The consistency proof from that size on.
    pub proof: Vec<Hash>,
    /// The checkpoint, signed.
    pub checkpoint: Note,
}

impl fmt::Display for AddCheckpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "old {}\n{}\n{}", self.old, write_hashes(&self.proof), self.checkpoint)
    }
}

impl FromStr for AddCheckpoint {
    type Err = AddCheckpointError;

    fn from_str(text: &str) -> Result<Self, AddCheckpointError> {
        let (first, rest) = text.split_once('\n').ok_or(AddCheckpointError::Old)?;
        let old = first.strip_prefix("old ").and_then(encoding::decimal).ok_or(AddCheckpointError::Old)?;
        let (hashes, checkpoint) = split_lines(rest).ok_or(AddCheckpointError::NoCheckpoint)?;
        Ok(Self { old, proof: read_hashes(hashes)?, checkpoint: checkpoint.parse()? })
    }
}
