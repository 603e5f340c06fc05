//! What can go wrong with a register, said so that a person knows what to do next.

use crate::log::CheckpointError;

/// A register can't be made, opened, read or added to.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum RegisterError {
    /// There is none.
    #[error("there is no register at {place}; make one with `depositary init`")]
    Missing {
        /// Where it was looked for.
        place: String,
    },
    /// There is something already.
    #[error("{place} exists already; nothing was changed. Name another with --register")]
    Exists {
        /// What exists.
        place: String,
    },
    /// The place holds something else.
    #[error("{place} is not a register: {because}")]
    NotARegister {
        /// The place.
        place: String,
        /// What it is.
        because: String,
    },
    /// The register was made by a later version of this program.
    #[error(
        "{place} is a register of format {found}, made by a newer depositary; this one reads formats up to {known}. \
         Nothing was changed: use a newer depositary"
    )]
    Newer {
        /// The register.
        place: String,
        /// Its format.
        found: i64,
        /// The newest format that this program reads.
        known: i64,
    },
    /// The register was made by an earlier version of this program.
    #[error(
        "{place} is a register of format {found}, made by an older depositary; this one reads format {known}. Nothing \
         was changed: `depositary migrate` brings it forward, and keeps a copy"
    )]
    Older {
        /// The register.
        place: String,
        /// Its format.
        found: i64,
        /// The format that this program reads.
        known: i64,
    },
    /// The register is damaged, or somebody changed it.
    #[error(
        "{place} is damaged{}: {because}. Nothing was changed: run `depositary verify` for a full check, and go back to \
         a copy that passes it",
        entry.map(|entry| format!(" at entry {entry}")).unwrap_or_default()
    )]
    Damaged {
        /// The register.
        place: String,
        /// The first entry known to be wrong.
        entry: Option<u64>,
        /// What is wrong.
        because: String,
    },
    /// There is nothing to bring forward.
    #[error("{place} needs no migration: it is of format {format}, which this program writes. Nothing was changed")]
    NoMigration {
        /// The register.
        place: String,
        /// The format of this program.
        format: i64,
    },
    /// The register's key can't be kept.
    #[error(transparent)]
    Key(#[from] crate::key_file::KeyFileError),
    /// An entry can't be written in canonical form.
    #[error("entry {entry} can't be recorded: {because}. Nothing was changed")]
    Form {
        /// The entry.
        entry: u64,
        /// Why.
        because: String,
    },
    /// The address is of a kind that this program does not keep registers in.
    #[error(
        "`{address}` names no register: write sqlite: and a file's path, as in sqlite:depositary.db, or the address of a \
         PostgreSQL database, as in postgres://officer@localhost/depositary"
    )]
    Address {
        /// The address, without a password.
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
    /// The key at hand is not the one that the register's checkpoints are signed with.
    #[error(
        "the key {key} does not sign for {place}, whose checkpoints are signed by {expected}. Nothing was changed: name \
         the register's own key with --key"
    )]
    WrongKey {
        /// The register.
        place: String,
        /// The key at hand, by its public part.
        key: String,
        /// The key that signs.
        expected: String,
    },
    /// A checkpoint does not hold of this register.
    #[error("the checkpoint does not hold: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The register holds fewer entries, or others, than a checkpoint of it says.
    #[error("{place} is not what the checkpoint of {size} entries was signed for: {because}")]
    NotConsistent {
        /// The register.
        place: String,
        /// How many entries the checkpoint covers.
        size: u64,
        /// What differs.
        because: String,
    },
    /// There is no such entry.
    #[error("{place} holds {last} entries, and none of number {entry}")]
    NoSuchEntry {
        /// The register.
        place: String,
        /// The entry asked for.
        entry: u64,
        /// The last entry.
        last: u64,
    },
    /// The file system or the database refused.
    #[error("{place} could not be {doing}: {because}. Nothing was changed")]
    Store {
        /// The register.
        place: String,
        /// What was being done: "read", "written".
        doing: &'static str,
        /// What the system says.
        because: String,
    },
    /// The database ended the connection while entries were being recorded: it is not known whether they were.
    #[error(
        "{place} went away while {first} to {last} were being recorded ({because}); see whether they were with \
         `depositary verify` once it is back, before recording them again"
    )]
    Unsure {
        /// The register.
        place: String,
        /// The first entry that was being recorded.
        first: u64,
        /// The last.
        last: u64,
        /// What the system says.
        because: String,
    },
}
