//! Publishing the log as plain files, which any web server can hand out: C2SP tlog-tiles.
//!
//! Files are only ever added. The checkpoint comes last, so that everything that it vouches for is there before anybody
//! reads it, and a publication that was interrupted is gone on with by the next.

mod folder;

use std::path::{Path, PathBuf};

use crate::fault::RegisterError;
use crate::log::{Checkpoint, CheckpointError, Note, NoteError, TilePath, leaf_hash};
use crate::log_reading::bundle;
use crate::register::{Log, Register};
use folder::Folder;

/// What stands for a published log: its last checkpoint.
const CHECKPOINT: &str = "checkpoint";
/// How many entries a bundle holds.
const BUNDLED: u64 = 256;

/// A log was not published.
#[derive(Debug, thiserror::Error)]
pub enum PublishingError {
    /// The register is at fault.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The folder holds something that is no log.
    #[error("{} is no checkpoint: {because}. Nothing was published: name another folder", path.display())]
    NotALog {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        because: CheckpointError,
    },
    /// The folder holds another register's log.
    #[error(
        "{} holds the log of {}, and this register's is {own}. Nothing was published: name another folder",
        folder.display(), found.escape_debug()
    )]
    OtherLog {
        /// The folder.
        folder: PathBuf,
        /// The origin of the log that is there.
        found: String,
        /// The register's own.
        own: String,
    },
    /// What is published goes beyond the register.
    #[error(
        "{} has {published} entries published, and the register holds {size}: it has been rolled back. Nothing was \
         published: restore the register from a copy that is not older", folder.display()
    )]
    Longer {
        /// The folder.
        folder: PathBuf,
        /// How many entries are published.
        published: u64,
        /// How many the register holds.
        size: u64,
    },
    /// What is published is not what the register holds.
    #[error(
        "the {published} entries that {} has published are not the first {published} of this register: one of them has \
         another past. Nothing was published: run `depositary verify` with the checkpoint that is there", folder.display()
    )]
    OtherPast {
        /// The folder.
        folder: PathBuf,
        /// How many entries are published.
        published: u64,
    },
    /// The file system refused.
    #[error("{} can't be {doing}: {because}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What was being done: "read", "written".
        doing: &'static str,
        /// What the system says.
        because: std::io::Error,
    },
}

/// What is published now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication {
    /// How many entries are published.
    pub entries: u64,
    /// How many were before.
    pub before: u64,
    /// How many files were written for it.
    pub files: u64,
}

impl Register {
    /// Publishes the log in a folder: what is new of it, if the folder has its beginning already.
    ///
    /// # Errors
    /// When the register is damaged, when the folder holds another log or a longer one, or when it can't be written.
    pub fn publish(&mut self, folder: &Path) -> Result<Publication, PublishingError> {
        let mut folder = Folder::alone_in(folder)?;
        let log = self.log()?;
        let entries = log.tree.size();
        let before = published(&folder, &log)?;
        for path in TilePath::hashes_of(entries) {
            if folder.lacks(path, before)
                && let Some(hashes) = log.tree.tile(path.level().unwrap_or(0), path.index(), path.width())
            {
                folder.put(path, &hashes)?;
            }
        }
        self.publish_entries(&mut folder, &log, before)?;
        let checkpoint = self.checkpoint_of(entries)?;
        folder.finish(&checkpoint)?;
        Ok(Publication { entries, before, files: folder.written() })
    }

    /// Writes the bundles that are not there yet. The entries are read once, from the first that is needed on.
    fn publish_entries(&mut self, folder: &mut Folder, log: &Log, before: u64) -> Result<(), PublishingError> {
        let size = log.tree.size();
        let mut lacking: Vec<TilePath> =
            TilePath::entries_of(size).filter(|path| folder.lacks(*path, before)).collect();
        lacking.reverse();
        let Some(first) = lacking.last() else { return Ok(()) };
        let place = self.location().to_string();
        let damaged = |entry: u64, because: &str| RegisterError::Damaged {
            place: place.clone(),
            entry: Some(entry),
            because: because.to_owned(),
        };
        let mut next = first.index() * BUNDLED;
        let (mut bodies, mut refused) = (Vec::new(), None);
        self.store().read(next, &mut |row| {
            // What was recorded meanwhile is for the next time.
            let Some(path) = lacking.last().copied().filter(|_| refused.is_none() && row.number <= size) else {
                return Ok(());
            };
            if row.number != next + 1 || log.tree.leaf(next) != Some(leaf_hash(row.body.as_bytes())) {
                return Err(damaged(next + 1, "it is not what was recorded"));
            }
            next = row.number;
            if (row.number - 1) / BUNDLED < path.index() {
                return Ok(());
            }
            bodies.push(row.body.to_owned());
            if bodies.len() == usize::from(path.width()) {
                let bytes = bundle(&std::mem::take(&mut bodies), row.number, &place)?;
                refused = folder.put(path, &bytes).err();
                lacking.pop();
            }
            Ok(())
        })?;
        match refused {
            Some(refused) => Err(refused),
            None if lacking.is_empty() => Ok(()),
            None => Err(damaged(next + 1, "it is missing").into()),
        }
    }
}

/// How many entries of that log are published already. What is there must be its beginning.
fn published(folder: &Folder, log: &Log) -> Result<u64, PublishingError> {
    let Some(bytes) = folder.read(CHECKPOINT)? else { return Ok(0) };
    let there = read_checkpoint(&bytes)
        .map_err(|because| PublishingError::NotALog { path: folder.path().join(CHECKPOINT), because })?;
    let own = read_checkpoint(log.checkpoint.as_bytes()).map_err(RegisterError::from)?;
    let folder = || folder.path().to_owned();
    let (published, size) = (there.size(), log.tree.size());
    if there.origin() != own.origin() {
        let (found, own) = (there.origin().to_owned(), own.origin().to_owned());
        return Err(PublishingError::OtherLog { folder: folder(), found, own });
    }
    match log.tree.root(published) {
        Some(root) if root == there.root() => Ok(published),
        Some(_) => Err(PublishingError::OtherPast { folder: folder(), published }),
        None => Err(PublishingError::Longer { folder: folder(), published, size }),
    }
}

fn read_checkpoint(bytes: &[u8]) -> Result<Checkpoint, CheckpointError> {
    let text = std::str::from_utf8(bytes).map_err(|_| CheckpointError::Lines)?;
    let note: Note = text.parse().map_err(|error: NoteError| CheckpointError::from(error))?;
    note.text().parse()
}
