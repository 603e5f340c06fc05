//! What can go wrong with a register, said so that a person knows what to do next.

use std::path::PathBuf;

/// A register can't be made, opened, read or added to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// There is none.
    #[error("there is no register at {}; make one with `depositary init`", path.display())]
    Missing {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// There is something already.
    #[error("{} exists already; nothing was changed. Name another with --register", path.display())]
    Exists {
        /// What exists.
        path: PathBuf,
    },
    /// The file is something else.
    #[error("{} is not a register: {because}", path.display())]
    NotARegister {
        /// The file.
        path: PathBuf,
        /// What it is.
        because: String,
    },
    /// The register was made by a later version of this program.
    #[error(
        "{} is a register of format {found}, made by a newer depositary; this one reads formats up to {known}. \
         Nothing was changed: use a newer depositary",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its format.
        found: i64,
        /// The newest format that this program reads.
        known: i64,
    },
    /// The file is damaged, or somebody changed it.
    #[error(
        "{} is damaged{}: {because}. Nothing was changed: run `depositary verify` for a full check, and go back to a \
         copy that passes it",
        path.display(),
        entry.map(|entry| format!(" at entry {entry}")).unwrap_or_default()
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The first entry known to be wrong.
        entry: Option<u64>,
        /// What is wrong.
        because: String,
    },
    /// An entry can't be written in canonical form.
    #[error("entry {entry} can't be put into canonical form: {because}")]
    Form {
        /// The entry.
        entry: u64,
        /// Why.
        because: String,
    },
    /// The address is of a kind that this program does not keep registers in.
    #[error("`{address}` names no register: write sqlite: and a file's path, as in sqlite:depositary.db")]
    Address {
        /// The address.
        address: String,
    },
    /// The clock of this machine is behind the last entry.
    #[error("the clock says {now}, before the last entry was recorded ({last}); set the clock, then try again")]
    Clock {
        /// The time that the clock says.
        now: String,
        /// The time of the last entry.
        last: String,
    },
    /// The file system or the database refused.
    #[error("{} could not be {doing}: {because}. Nothing was changed", path.display())]
    Store {
        /// The file.
        path: PathBuf,
        /// What was being done: "read", "written".
        doing: &'static str,
        /// What the system says.
        because: String,
    },
}

impl RegisterError {
    /// Turns what the database says about a file into what a person needs to know.
    pub(crate) fn of_sqlite(path: &std::path::Path, doing: &'static str, source: &rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(NotADatabase) => Self::NotARegister {
                path,
                because: "it is not an SQLite database, or its first page is damaged".to_owned(),
            },
            Some(DatabaseCorrupt) => Self::Damaged { path, entry: None, because: source.to_string() },
            _ => Self::Store { path, doing, because: source.to_string() },
        }
    }
}
