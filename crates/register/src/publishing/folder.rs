//! The folder that a log is published in.

use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use super::{CHECKPOINT, PublishingError};
use crate::log::TilePath;
use crate::log::note::LONGEST_NOTE;
use crate::log::tile::TILE_WIDTH;
use crate::whole_file::{folder_of, sync_folder, write, write_to_last};

/// Whoever publishes here holds the lock on this file meanwhile.
const LOCK: &str = ".publishing";
/// How many bytes a hash has.
const HASH: u64 = 32;

/// A folder that this program alone publishes in, until it is dropped.
pub(super) struct Folder {
    path: PathBuf,
    _alone: File,
    written: u64,
    /// The tiles that are full now, whose parts nobody needs any more.
    filled: Vec<TilePath>,
    /// The folders in which names are new.
    touched: BTreeSet<PathBuf>,
}

impl Folder {
    /// Makes the folder if it is missing, and waits until nobody else publishes in it.
    pub(super) fn alone_in(path: &Path) -> Result<Self, PublishingError> {
        let fault = |because| PublishingError::File { path: path.to_owned(), doing: "written", because };
        std::fs::create_dir_all(path).map_err(fault)?;
        let lock = OpenOptions::new().create(true).append(true).open(path.join(LOCK)).map_err(fault)?;
        lock.lock().map_err(fault)?;
        let (filled, touched) = (Vec::new(), BTreeSet::new());
        Ok(Self { path: path.to_owned(), _alone: lock, written: 0, filled, touched })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// How many files were written.
    pub(super) fn written(&self) -> u64 {
        self.written
    }

    /// What a file holds, as far as a checkpoint may be long; nothing when it is not there.
    pub(super) fn read(&self, name: &str) -> Result<Option<Vec<u8>>, PublishingError> {
        let path = self.path.join(name);
        let mut bytes = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(LONGEST_NOTE as u64 + 1).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(because) => Err(PublishingError::File { path: path.clone(), doing: "read", because }),
        }
    }

    /// Whether a file must be written. Files that a published checkpoint vouches for are taken to be whole when they are
    /// there, for they were before it was; of others nobody knows.
    pub(super) fn lacks(&self, path: TilePath, published: u64) -> bool {
        let vouched = path.needs().is_some_and(|needs| needs <= published);
        let length = path.level().map(|_| HASH * u64::from(path.width()));
        let there = std::fs::metadata(self.path.join(path.to_string()));
        !(vouched && there.is_ok_and(|file| file.is_file() && length.is_none_or(|length| file.len() == length)))
    }

    /// Writes a file, unless the same is there.
    pub(super) fn put(&mut self, tile: TilePath, bytes: &[u8]) -> Result<(), PublishingError> {
        let path = self.path.join(tile.to_string());
        let fault = |because| PublishingError::File { path: path.clone(), doing: "written", because };
        if !std::fs::read(&path).is_ok_and(|there| there == bytes) {
            std::fs::create_dir_all(folder_of(&path)).map_err(fault)?;
            write(&path, bytes).map_err(fault)?;
            self.written += 1;
            let folders = folder_of(&path).ancestors().take_while(|folder| folder.starts_with(&self.path));
            self.touched.extend(folders.map(Path::to_owned));
        }
        if tile.width() == TILE_WIDTH {
            self.filled.push(tile);
        }
        Ok(())
    }

    /// Writes the checkpoint, once everything that it vouches for will last, and takes away what it makes needless.
    pub(super) fn finish(&mut self, checkpoint: &str) -> Result<(), PublishingError> {
        for folder in &self.touched {
            sync_folder(folder).map_err(|because| PublishingError::File {
                path: folder.clone(),
                doing: "written",
                because,
            })?;
        }
        if self.read(CHECKPOINT)?.as_deref() != Some(checkpoint.as_bytes()) {
            let path = self.path.join(CHECKPOINT);
            write_to_last(&path, checkpoint.as_bytes()).map_err(|because| PublishingError::File {
                path,
                doing: "written",
                because,
            })?;
            self.written += 1;
        }
        for tile in &self.filled {
            self.remove_parts(*tile);
        }
        Ok(())
    }

    /// Removes the parts of a tile that is full: whoever looks for one takes the full tile instead. That one stays where
    /// it can't be removed does no harm.
    fn remove_parts(&self, tile: TilePath) {
        let folder = self.path.join(format!("{tile}.p"));
        let Ok(parts) = std::fs::read_dir(&folder) else { return };
        for part in parts.flatten() {
            if part.file_name().to_str().is_some_and(|name| name.parse::<u8>().is_ok()) {
                drop(std::fs::remove_file(part.path()));
            }
        }
        drop(std::fs::remove_dir(folder));
    }
}
