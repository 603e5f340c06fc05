//! The register's log, as the public gets it: C2SP tlog-tiles, and proofs of entries.

use crate::source::SourceError;

/// A log that anybody may check. As with a [`Source`](crate::Source), every method may take its time.
pub trait PublishedLog: Send + Sync {
    /// The log as it stands.
    ///
    /// # Errors
    /// When the register can't be read, or is not what its log says.
    fn state(&self) -> Result<LogState, SourceError>;

    /// The first checkpoint that covers so many entries, with the signatures of witnesses; nothing when there are not so
    /// many.
    ///
    /// # Errors
    /// When the register can't be read, or is not what its log says.
    fn checkpoint_of(&self, entries: u64) -> Result<Option<String>, SourceError>;

    /// The file that has this path in a published log, such as `tile/0/x001/067` or `tile/entries/000.p/7`; nothing when it
    /// is no path, or the log has not all of it yet.
    ///
    /// # Errors
    /// When the register can't be read, or is not what its log says.
    fn tile(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError>;

    /// The proof of an entry under the last checkpoint, as a C2SP tlog-proof file; nothing when there is no such entry.
    ///
    /// # Errors
    /// When the register can't be read, or is not what its log says.
    fn proof(&self, entry: u64) -> Result<Option<String>, SourceError>;
}

/// A log at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogState {
    /// Which log it is: the first line of its checkpoints.
    pub origin: String,
    /// How many entries it has.
    pub entries: u64,
    /// The root of the tree, in lower-case hexadecimal.
    pub root: String,
    /// The last checkpoint, a signed note with the signatures of witnesses.
    pub checkpoint: String,
    /// The names of the witnesses whose signatures are said to be in it.
    pub witnesses: Vec<String>,
    /// The public keys that its entries name, the first one first.
    pub keys: Vec<LogKey>,
}

/// A public key of a log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogKey {
    /// The key, as a C2SP signed note has it.
    pub key: String,
    /// The entry from which on it signs.
    pub from: u64,
}
