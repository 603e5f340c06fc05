//! The file that holds a register's secret key, kept outside of the register.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::log::{KeyError, SigningKey};
use crate::whole_file::{folder_of, sync_folder};

/// A key can't be made, read or kept.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    /// There is none.
    #[error(
        "the register's key is not at {}: to record, name it with --key or DEPOSITARY_KEY. Reading and verifying need no \
         key", path.display()
    )]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Others can read it.
    #[error("the key at {} can be read by others: make it yours alone (chmod 600), or replace it", path.display())]
    Exposed {
        /// The file.
        path: PathBuf,
    },
    /// It holds something else.
    #[error("{} holds no key: {because}", path.display())]
    NotAKey {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        because: KeyError,
    },
    /// The file system refused.
    #[error("the key at {} can't be {doing}: {because}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What was being done.
        doing: &'static str,
        /// What the system says.
        because: std::io::Error,
    },
}

/// Reads a key.
///
/// # Errors
/// When there is none, others can read it, or it is something else.
pub fn read_key(path: &Path) -> Result<SigningKey, KeyFileError> {
    let file = |because: std::io::Error| match because.kind() {
        ErrorKind::NotFound => KeyFileError::Missing { path: path.to_owned() },
        _ => KeyFileError::File { path: path.to_owned(), doing: "read", because },
    };
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(path).map_err(file)?.permissions().mode();
        if mode & 0o077 != 0 {
            return Err(KeyFileError::Exposed { path: path.to_owned() });
        }
    }
    let text = Zeroizing::new(std::fs::read_to_string(path).map_err(file)?);
    text.trim().parse().map_err(|because| KeyFileError::NotAKey { path: path.to_owned(), because })
}

/// Keeps a key in a new file that only its owner can read. A key that is there already steps aside under a name that says
/// which one it is: no key is ever overwritten.
///
/// # Errors
/// When the file can't be written.
pub fn keep_key(path: &Path, key: &SigningKey) -> Result<Option<PathBuf>, KeyFileError> {
    let file = |because: std::io::Error| KeyFileError::File { path: path.to_owned(), doing: "written", because };
    let aside = match read_key(path) {
        Err(KeyFileError::Missing { .. }) => None,
        Err(other) => return Err(other),
        Ok(old) => {
            let mut name = path.file_name().unwrap_or_default().to_owned();
            name.push(format!(".{}", old.verifier().id()));
            Some(path.with_file_name(name))
        }
    };
    if let Some(aside) = &aside {
        // A link fails where the name is taken; then the same key has stepped aside before.
        match std::fs::hard_link(path, aside) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(file(error)),
        }
    }
    let folder = folder_of(path);
    let mut made = tempfile::NamedTempFile::new_in(folder).map_err(file)?;
    made.write_all(key.secret().as_bytes()).and_then(|()| made.write_all(b"\n")).map_err(file)?;
    made.as_file().sync_all().map_err(file)?;
    made.persist(path).map_err(|error| file(error.error))?;
    // Both names last before anything is signed with it.
    sync_folder(folder).map_err(file)?;
    Ok(aside)
}

/// An origin for a new log that nobody else's has: the name of the key, and the first line of every checkpoint.
///
/// # Errors
/// When the operating system has no random numbers.
pub fn new_origin() -> Result<String, KeyError> {
    let mut bytes = [0_u8; 8];
    getrandom::fill(&mut bytes).map_err(|error| KeyError::Random(error.to_string()))?;
    Ok(format!("depositary/{}", bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()))
}
