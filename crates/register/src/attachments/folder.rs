//! Attachments in a folder.

use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::whole_file::{folder_of, sync_folder, write_to_last};

/// A folder of attachments.
#[derive(Debug)]
pub(super) struct Folder(PathBuf);

impl Folder {
    pub(super) fn at(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// What a file holds, up to so many bytes; nothing when it is not there.
    pub(super) fn read(&self, name: &str, most: u64) -> Result<Option<Vec<u8>>, String> {
        let mut bytes = Vec::new();
        let read = File::open(self.0.join(name)).and_then(|file| file.take(most).read_to_end(&mut bytes));
        match read {
            Ok(_) => Ok(Some(bytes)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Writes a file, which lasts when this returns.
    pub(super) fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        let path = self.0.join(name);
        let write = || {
            std::fs::create_dir_all(folder_of(&path))?;
            write_to_last(&path, bytes)?;
            // The folders may be new too.
            sync_folder(&self.0)?;
            sync_folder(folder_of(&self.0))
        };
        write().map_err(|error: std::io::Error| error.to_string())
    }
}
