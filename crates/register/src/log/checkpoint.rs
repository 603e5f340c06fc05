//! Checkpoints: what a log says it holds, in one signed note. C2SP tlog-checkpoint.

use std::fmt;
use std::str::FromStr;

use crate::Hash;
use crate::log::encoding;
use crate::log::note::{Note, NoteError, SignatureType, SigningKey, VerifierKey};

/// A checkpoint can't be read, made or trusted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// The note around it is at fault.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// It does not have the lines of a checkpoint.
    #[error("a checkpoint has the log's origin, its size and its root on three lines, each with its end; this has not")]
    Lines,
    /// A line is empty, is more than one, or has characters that no note has.
    #[error("line {line} of the checkpoint is empty or has a control character, which no line of a checkpoint may")]
    Line {
        /// The line, from 1.
        line: usize,
    },
    /// The size is not a number in its only spelling.
    #[error("line 2 of a checkpoint is the number of entries in decimal, without leading zeros; this is not")]
    Size,
    /// The root is not a hash in base64.
    #[error("line 3 of a checkpoint is the root of the tree, 32 bytes in base64; this is not")]
    Root,
    /// It is the checkpoint of another log.
    #[error("the checkpoint is of the log {}, and the key of the log {expected}", found.escape_debug())]
    OtherLog {
        /// The origin in the checkpoint.
        found: String,
        /// The name of the key.
        expected: String,
    },
    /// The key is a witness's.
    #[error("{name} is the key of a witness; whether a log signed its checkpoint takes the log's own key")]
    WitnessKey {
        /// The key's name.
        name: String,
    },
}

/// The size and root of a log at some moment. Whoever signed one can't show another history later, or to somebody else,
/// without being found out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    origin: String,
    size: u64,
    root: Hash,
    extensions: Vec<String>,
}

impl Checkpoint {
    /// The checkpoint of a log.
    ///
    /// # Errors
    /// [`CheckpointError::Line`] when the origin is not one line with something on it.
    pub fn new(origin: &str, size: u64, root: Hash) -> Result<Self, CheckpointError> {
        let origin = line(origin, 1)?;
        Ok(Self { origin, size, root, extensions: Vec::new() })
    }

    /// The checkpoint with one more line after its root. The specification advises against such lines: nobody audits
    /// what they say.
    ///
    /// # Errors
    /// [`CheckpointError::Line`] when it is not one line with something on it.
    pub fn extended(mut self, extension: &str) -> Result<Self, CheckpointError> {
        self.extensions.push(line(extension, self.extensions.len() + 4)?);
        Ok(self)
    }

    /// Which log it is of.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// How many entries the log had.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree over them.
    #[must_use]
    pub const fn root(&self) -> Hash {
        self.root
    }

    /// The lines after the root.
    #[must_use]
    pub fn extensions(&self) -> &[String] {
        &self.extensions
    }

    /// Signs the checkpoint as its log.
    ///
    /// # Errors
    /// [`CheckpointError::OtherLog`] when the key has another name than the log, so that [`open`](Self::open) would
    /// refuse what it signs.
    pub fn sign(&self, key: &SigningKey) -> Result<Note, CheckpointError> {
        self.expect_origin(key.name())?;
        Ok(Note::signed(self.to_string(), key)?)
    }

    /// The checkpoint in a signed note, if the log with that key signed it. The key's name must be the origin: a log's
    /// key does not speak for another log.
    ///
    /// # Errors
    /// [`CheckpointError`] when the text is not a checkpoint, or not signed with the key.
    pub fn open(text: &str, log: &VerifierKey) -> Result<Self, CheckpointError> {
        Self::of(&text.parse()?, log)
    }

    /// The checkpoint in a note, on the terms of [`open`](Self::open).
    ///
    /// # Errors
    /// [`CheckpointError`] when the note is not a checkpoint, or not signed with the key.
    pub fn of(note: &Note, log: &VerifierKey) -> Result<Self, CheckpointError> {
        if log.signatures() != SignatureType::Ed25519 {
            return Err(CheckpointError::WitnessKey { name: log.name().to_owned() });
        }
        let checkpoint: Self = note.text().parse()?;
        checkpoint.expect_origin(log.name())?;
        note.verified_by(log)?;
        Ok(checkpoint)
    }

    fn expect_origin(&self, name: &str) -> Result<(), CheckpointError> {
        if self.origin == name {
            Ok(())
        } else {
            Err(CheckpointError::OtherLog { found: self.origin.clone(), expected: name.to_owned() })
        }
    }
}

impl fmt::Display for Checkpoint {
    /// The text that is signed.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}\n{}\n{}", self.origin, self.size, encoding::base64(self.root.as_bytes()))?;
        self.extensions.iter().try_for_each(|line| writeln!(f, "{line}"))
    }
}

impl FromStr for Checkpoint {
    type Err = CheckpointError;

    /// The checkpoint in the text of a note. Who signed it is another question.
    fn from_str(text: &str) -> Result<Self, CheckpointError> {
        let mut lines = text.strip_suffix('\n').ok_or(CheckpointError::Lines)?.split('\n');
        let mut next = || lines.next().ok_or(CheckpointError::Lines);
        let (origin, size, root) = (next()?, next()?, next()?);
        let size = encoding::decimal(size).ok_or(CheckpointError::Size)?;
        let root = encoding::hash(root).ok_or(CheckpointError::Root)?;
        lines.try_fold(Self::new(origin, size, root)?, Self::extended)
    }
}

/// The line, if it is one with something on it.
fn line(text: &str, number: usize) -> Result<String, CheckpointError> {
    if text.is_empty() || text.contains(|c| c == '\n' || encoding::is_control(c)) {
        return Err(CheckpointError::Line { line: number });
    }
    Ok(text.to_owned())
}
