//! Where a register is kept, as a user names it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::fault::RegisterError;

/// The address of a register: `sqlite:` and a path, or a path alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location(PathBuf);

impl Location {
    /// A register in that file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl FromStr for Location {
    type Err = RegisterError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let refuse = || RegisterError::Address { address: text.to_owned() };
        let path = match text.strip_prefix("sqlite:") {
            Some(rest) => rest.strip_prefix("//").unwrap_or(rest),
            None if text.contains("://") => return Err(refuse()),
            None => text,
        };
        if path.is_empty() { Err(refuse()) } else { Ok(Self(path.into())) }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "sqlite:{}", self.0.display())
    }
}
