//! The keys at hand: the register's secret key, kept outside of it, and public keys that a user names.

use std::path::{Path, PathBuf};

use register::log::{SigningKey, VerifierKey};
use register::{Location, RegisterError, keep_key, new_origin, read_key};

use crate::failure::Failure;
use crate::printing;

/// Where a register's key is, or will be.
#[derive(Debug, Clone)]
pub struct KeyPlace(PathBuf);

impl KeyPlace {
    /// The file that the user named, or else the one beside the register.
    pub fn of(location: &Location, named: Option<&Path>) -> Self {
        Self(named.map_or_else(|| location.beside("key"), Path::to_path_buf))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// The key.
    pub fn key(&self) -> Result<SigningKey, Failure> {
        Ok(read_key(&self.0)?)
    }

    /// A new key for a log of its own. It is not kept yet.
    pub fn new_key() -> Result<SigningKey, Failure> {
        Ok(SigningKey::generate(&new_origin()?)?)
    }

    /// Keeps a new key here. One that was here steps aside, and the user is told where to.
    pub fn keep(&self, key: &SigningKey) -> Result<(), RegisterError> {
        if let Some(aside) = keep_key(&self.0, key)? {
            printing::remark(&format!(
                "{} held the key of another register; that key is now at {}",
                self.0.display(),
                aside.display()
            ));
        }
        Ok(())
    }
}

/// A public key as a user names it: the key itself, or a file that holds it.
pub fn public_key(named: &str) -> Result<VerifierKey, Failure> {
    let written = match std::fs::read_to_string(named) {
        Ok(text) => text,
        Err(_) if named.contains('+') => named.to_owned(),
        Err(error) => return Err(Failure::file(Path::new(named), "read", &error)),
    };
    let key = written.trim().parse();
    key.map_err(|error: register::log::KeyError| {
        Failure::Said(format!("`{}` is no public key: {error}", written.trim()))
    })
}
