//! Where a register is kept, as a user names it.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::fault::RegisterError;

/// The address of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// An SQLite file: `sqlite:` and a path, or a path alone.
    File(PathBuf),
    /// A PostgreSQL database: a `postgres://` address.
    Postgres(PostgresAddress),
}

/// The address of a PostgreSQL database. It may hold a password, and is never shown with it.
#[derive(Clone, PartialEq, Eq)]
pub struct PostgresAddress(String);

impl Location {
    /// A register in that file.
    pub fn file(path: impl Into<PathBuf>) -> Self {
        Self::File(path.into())
    }

    /// The file, if the register is kept in one.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Postgres(_) => None,
        }
    }

    /// A file that belongs to the register and is kept outside of it, such as its key: beside the register's own
    /// file, or in the current folder when the register is in a database.
    #[must_use]
    pub fn beside(&self, extension: &str) -> PathBuf {
        self.path().unwrap_or(Path::new("depositary.db")).with_extension(extension)
    }
}

impl PostgresAddress {
    /// The whole address, for the database's own client only.
    pub(crate) fn whole(&self) -> &str {
        &self.0
    }
}

impl FromStr for Location {
    type Err = RegisterError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(PostgresAddress(text.to_owned())));
        }
        let path = match text.strip_prefix("sqlite:") {
            Some(rest) => rest.strip_prefix("//").unwrap_or(rest),
            None if text.contains("://") => "",
            None => text,
        };
        if path.is_empty() {
            return Err(RegisterError::Address { address: without_password(text) });
        }
        Ok(Self::File(path.into()))
    }
}

/// An address without what stands between the user's name and the `@`, and without its parameters. Where it can't be told
/// which `@` that is, nothing of it is shown.
fn without_password(address: &str) -> String {
    let bare = address.split('?').next().unwrap_or_default();
    let Some((scheme, rest)) = bare.split_once("://") else { return bare.to_owned() };
    match (rest.split_once('@'), address.matches('@').count()) {
        (None, 0) => bare.to_owned(),
        (Some((user, host)), 1) => format!("{scheme}://{}@{host}", user.split(':').next().unwrap_or_default()),
        _ => format!("{scheme}://…"),
    }
}

impl fmt::Display for PostgresAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&without_password(&self.0))
    }
}

impl fmt::Debug for PostgresAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(address) => address.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::without_password;

    #[test]
    fn a_password_is_shown_nowhere() {
        for (address, shown) in [
            ("postgres://officer:s3cret@host/db?password=s3cret", "postgres://officer@host/db"),
            ("postgres://officer@host:5432/db", "postgres://officer@host:5432/db"),
            ("postgres://host/db?sslmode=require", "postgres://host/db"),
            ("postgres://officer:s3?cret@host/db", "postgres://…"),
            ("postgres://officer:s3@cret@host/db", "postgres://…"),
            ("postgres://host/db?password=s3@cret", "postgres://…"),
            ("sqlite://?s3cret", "sqlite://"),
        ] {
            assert_eq!(without_password(address), shown);
        }
    }
}
