//! A witness: somebody else who sees a log grow, and signs that it lost nothing. C2SP tlog-witness.
//!
//! A log whose checkpoints a witness cosigned can't show one history to some and another to others: the witness signs
//! only what goes on from what it signed before, and remembers that before any signature leaves it.

mod client;
mod memory;

pub use client::{AskingError, Cosigned, ask};
pub use memory::MemoryError;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use crate::log::{AddCheckpoint, Checkpoint, Note, SigningKey, VerifierKey, cosign, empty_root, verify_consistency};
use memory::Memory;

/// The longest request that a witness reads, in bytes: a proof and a checkpoint with many signatures are far shorter.
pub const LONGEST_REQUEST: usize = 64 * 1024;

/// A witness of some logs.
pub struct Witness {
    key: SigningKey,
    logs: Vec<VerifierKey>,
    memory: Mutex<Memory>,
}

impl std::fmt::Debug for Witness {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Witness").field("key", &self.key).field("logs", &self.logs).finish_non_exhaustive()
    }
}

/// Why a witness does not cosign. Each has its status in HTTP.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The request is not in due form (400).
    #[error("{0}")]
    Malformed(String),
    /// The checkpoint is of a log that the witness does not know (404).
    #[error("this witness does not know the log {}", .0.escape_debug())]
    UnknownLog(String),
    /// No key that the witness trusts signed the checkpoint (403).
    #[error("no key of the log that this witness trusts signed the checkpoint")]
    NotSigned,
    /// The log is said to have shrunk (400).
    #[error("a log of {old} entries can't have become one of {size}")]
    Backwards {
        /// The size said to be the earlier one.
        old: u64,
        /// The size of the checkpoint.
        size: u64,
    },
    /// The witness cosigned another size last, or, of the same size, another root (409).
    #[error("this witness cosigned a checkpoint of {known} entries last")]
    Conflict {
        /// The size that it cosigned last.
        known: u64,
    },
    /// The proof does not show that the log lost nothing (422).
    #[error("the log is not shown to go on from what this witness cosigned before")]
    NotConsistent,
    /// The witness can't remember it, and so must not sign it (500).
    #[error("this witness can't write down what it would sign")]
    Forgetful,
}

impl Refusal {
    /// The status that the specification gives it.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self {
            Self::Malformed(_) | Self::Backwards { .. } => 400,
            Self::NotSigned => 403,
            Self::UnknownLog(_) => 404,
            Self::Conflict { .. } => 409,
            Self::NotConsistent => 422,
            Self::Forgetful => 500,
        }
    }
}

impl Witness {
    /// A witness that goes on from what it remembers. Nobody else may use the same memory meanwhile.
    ///
    /// # Errors
    /// When the memory can't be read, or another witness uses it.
    pub fn remembering(memory: &Path, key: SigningKey, logs: Vec<VerifierKey>) -> Result<Self, MemoryError> {
        Ok(Self { key, logs, memory: Mutex::new(Memory::of(memory)?) })
    }

    /// Begins a memory that is empty, for a witness that has not signed anything yet. One that is there already stays.
    ///
    /// # Errors
    /// When the file can't be written.
    pub fn begin_memory(memory: &Path) -> Result<(), MemoryError> {
        Memory::begin(memory)
    }

    /// The public key for its cosignatures.
    #[must_use]
    pub fn public_key(&self) -> VerifierKey {
        self.key.witness()
    }

    /// Cosigns a checkpoint, at a time in seconds since 1970, if the log is shown to have lost nothing since the last one.
    /// Returns the lines with the cosignatures.
    ///
    /// # Errors
    /// [`Refusal`] when it may not be cosigned.
    pub fn add_checkpoint(&self, request: &str, time: u64) -> Result<String, Refusal> {
        let malformed = |error: &dyn std::fmt::Display| Refusal::Malformed(error.to_string());
        let AddCheckpoint { old, proof, checkpoint: note } = request.parse().map_err(|error| malformed(&error))?;
        let checkpoint = self.signed_by_its_log(&note)?;
        if old > checkpoint.size() {
            return Err(Refusal::Backwards { old, size: checkpoint.size() });
        }
        // Held until it is written down: what is compared must still be the last when the signature leaves.
        let mut memory = self.memory.lock().unwrap_or_else(PoisonError::into_inner);
        let last = memory.last(checkpoint.origin());
        let (known, root) = last.map_or_else(|| (0, empty_root()), |last| (last.size(), last.root()));
        if old != known || (old == checkpoint.size() && root != checkpoint.root()) {
            return Err(Refusal::Conflict { known });
        }
        verify_consistency(known, root, checkpoint.size(), checkpoint.root(), &proof)
            .map_err(|_| Refusal::NotConsistent)?;
        let cosignature = cosign(&note, &self.key, time).map_err(|error| malformed(&error))?;
        memory.keep(&note, &checkpoint).map_err(|_| Refusal::Forgetful)?;
        Ok(format!("{cosignature}\n"))
    }

    fn signed_by_its_log(&self, note: &Note) -> Result<Checkpoint, Refusal> {
        let claimed: Checkpoint =
            note.text().parse().map_err(|error: crate::log::CheckpointError| Refusal::Malformed(error.to_string()))?;
        let mut keys = self.logs.iter().filter(|key| key.name() == claimed.origin()).peekable();
        if keys.peek().is_none() {
            return Err(Refusal::UnknownLog(claimed.origin().to_owned()));
        }
        keys.find_map(|key| Checkpoint::of(note, key).ok()).ok_or(Refusal::NotSigned)
    }
}
