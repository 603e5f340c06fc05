//! The proof that one entry is on record, in one text file that needs no network and no register to be checked: C2SP
//! tlog-proof, version 1.
//!
//! The specification leaves open what `extra` carries. Here it is the entry itself, in its canonical form, so that the
//! file says what it proves. It need not be trusted: it is hashed, and the proof holds of nothing else.

use std::fmt;
use std::str::FromStr;

use crate::Hash;
use crate::log::checkpoint::{Checkpoint, CheckpointError};
use crate::log::encoding;
use crate::log::hash_lines::{HashLinesError, MOST_HASHES, read_hashes, split_lines, write_hashes};
use crate::log::note::{Note, VerifierKey};
use crate::log::proof::{PathError, verify_inclusion};
use crate::log::tree::leaf_hash;

/// The longest proof that is read, in bytes.
pub const LONGEST_PROOF: usize = 2_000_000;

/// The first line of every proof.
const HEADER: &str = "c2sp.org/tlog-proof@v1";

/// A proof can't be read, or proves nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// It is longer than any proof need be.
    #[error("the proof has {found} bytes, and none with more than {LONGEST_PROOF} is read")]
    Long {
        /// Its length.
        found: usize,
    },
    /// It is something else.
    #[error("the first line is not {HEADER}: this is no proof, or one in a form that this program does not read")]
    Header,
    /// There is no entry in it.
    #[error("line 2 of the proof is the word extra and the entry in base64; this carries no entry")]
    Entry,
    /// There is no index in it.
    #[error(
        "line 3 of the proof is the word index and the entry's index in decimal, without leading zeros; this is not"
    )]
    Index,
    /// A hash is none.
    #[error(transparent)]
    Hashes(#[from] HashLinesError),
    /// There is no checkpoint in it.
    #[error("after its hashes the proof has an empty line and the log's checkpoint; this has not: was it cut?")]
    NoCheckpoint,
    /// The checkpoint is at fault, or not signed with the key.
    #[error("the checkpoint in the proof does not hold: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The hashes do not lead from the entry to the checkpoint.
    #[error("the entry is not shown to be in the log: {0}")]
    Path(#[from] PathError),
}

/// A proof that an entry is in a log. It is well-formed; [`verify`](Self::verify) says whether it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProofFile {
    entry: Vec<u8>,
    index: u64,
    hashes: Vec<Hash>,
    checkpoint: Note,
}

/// What a proof was found to prove.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The checkpoint that the log signed.
    pub checkpoint: Checkpoint,
    /// Where the entry stands in the log, from 0.
    pub index: u64,
    /// The entry's bytes.
    pub entry: Vec<u8>,
}

impl ProofFile {
    /// The proof of an entry under a signed checkpoint, with the hashes of its inclusion proof.
    ///
    /// # Errors
    /// [`ProofError`] when it would be one that is not read: without an entry, too long, or with a note that is not a
    /// checkpoint.
    pub fn new(entry: Vec<u8>, index: u64, hashes: Vec<Hash>, checkpoint: Note) -> Result<Self, ProofError> {
        if entry.is_empty() {
            return Err(ProofError::Entry);
        }
        if hashes.len() > MOST_HASHES {
            return Err(HashLinesError::Many.into());
        }
        let _: Checkpoint = checkpoint.text().parse()?;
        let proof = Self { entry, index, hashes, checkpoint };
        let found = proof.to_string().len();
        if found > LONGEST_PROOF { Err(ProofError::Long { found }) } else { Ok(proof) }
    }

    /// The entry that it is said to be the proof of.
    #[must_use]
    pub fn entry(&self) -> &[u8] {
        &self.entry
    }

    /// Where the entry is said to stand in the log, from 0.
    #[must_use]
    pub const fn index(&self) -> u64 {
        self.index
    }

    /// The hashes, from the leaf's sibling up.
    #[must_use]
    pub fn hashes(&self) -> &[Hash] {
        &self.hashes
    }

    /// The checkpoint, with the signatures of the log and of witnesses.
    #[must_use]
    pub const fn checkpoint(&self) -> &Note {
        &self.checkpoint
    }

    /// Checks that the log with that key has the entry at that index.
    ///
    /// # Errors
    /// [`ProofError`] when the key did not sign the checkpoint, or the hashes do not lead to its root.
    pub fn verify(&self, log: &VerifierKey) -> Result<Proven, ProofError> {
        let checkpoint = Checkpoint::of(&self.checkpoint, log)?;
        verify_inclusion(leaf_hash(&self.entry), self.index, checkpoint.size(), &self.hashes, checkpoint.root())?;
        Ok(Proven { checkpoint, index: self.index, entry: self.entry.clone() })
    }
}

impl fmt::Display for ProofFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{HEADER}\nextra {}\nindex {}", encoding::base64(&self.entry), self.index)?;
        write!(f, "{}\n{}", write_hashes(&self.hashes), self.checkpoint)
    }
}

impl FromStr for ProofFile {
    type Err = ProofError;

    fn from_str(text: &str) -> Result<Self, ProofError> {
        if text.len() > LONGEST_PROOF {
            return Err(ProofError::Long { found: text.len() });
        }
        let (header, rest) = text.split_once('\n').ok_or(ProofError::Header)?;
        if header != HEADER {
            return Err(ProofError::Header);
        }
        let (extra, rest) = rest.split_once('\n').ok_or(ProofError::Entry)?;
        let entry = extra.strip_prefix("extra ").and_then(encoding::bytes).ok_or(ProofError::Entry)?;
        let (index, rest) = rest.split_once('\n').ok_or(ProofError::Index)?;
        let index = index.strip_prefix("index ").and_then(encoding::decimal).ok_or(ProofError::Index)?;
        let (hashes, checkpoint) = split_lines(rest).ok_or(ProofError::NoCheckpoint)?;
        Self::new(entry, index, read_hashes(hashes)?, checkpoint.parse().map_err(CheckpointError::from)?)
    }
}
