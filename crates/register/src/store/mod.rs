//! What a place that keeps a register must be able to do. Each kind of place is written in its own way behind this, and
//! all pass the same tests.

#[cfg(test)]
mod contract;
#[cfg(test)]
mod faulty;
mod first_format;
mod postgres;
#[cfg(test)]
#[path = "../../tests/server/mod.rs"]
mod server;
mod sqlite;

pub(crate) use first_format::FirstFormat;
pub(crate) use postgres::PostgresStore;
pub(crate) use sqlite::SqliteStore;

use std::time::Duration;

use crate::fault::RegisterError;
use crate::verification::Fault;

/// The format of the registers that this program writes, and the newest that it reads.
pub const FORMAT: i64 = 2;

/// An entry as it is kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    /// Its number, from 1 without gaps.
    pub(crate) number: u64,
    /// Its canonical form.
    pub(crate) body: &'a str,
    /// The hash of its leaf in the tree.
    pub(crate) hash: &'a [u8],
}

/// A signed checkpoint as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signed {
    /// How many entries it covers.
    pub(crate) size: u64,
    /// The roots of the complete trees that those entries make, largest first, one after another.
    pub(crate) frontier: Vec<u8>,
    /// The signed note.
    pub(crate) note: String,
}

/// What opens a commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The commitment, as its entry has it.
    pub commitment: String,
    /// The entry.
    pub entry: u64,
    /// The salt.
    pub salt: Vec<u8>,
    /// The words.
    pub words: String,
}

/// What is done with the rows of a reading, one after another.
pub(crate) type TakeRow<'t> = &'t mut dyn FnMut(Row<'_>) -> Result<(), RegisterError>;

/// Looks at a place, and says what is wrong with it.
pub(crate) type Examination = Box<dyn FnOnce() -> Vec<Fault> + Send>;

/// A place that keeps a register.
pub(crate) trait Store: Send {
    /// Makes the register's shape and starts to fill it; nobody sees any of it before [`publish`](Store::publish).
    fn found(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError>;

    /// Lets a register that was founded and filled appear under its name.
    fn publish(self: Box<Self>) -> Result<(), RegisterError>;

    /// Hands over every entry after a number, in order, and then returns the last checkpoint: all as they stood at one
    /// moment.
    fn read(&mut self, after: u64, take: TakeRow<'_>) -> Result<Option<Signed>, RegisterError>;

    /// The checkpoint with the least size that is at least this; the last one for the greatest size.
    fn checkpoint(&mut self, size: u64) -> Result<Option<Signed>, RegisterError>;

    /// The last checkpoint.
    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError>;

    /// Hands over every checkpoint, the smallest first.
    fn each_checkpoint(
        &mut self,
        take: &mut dyn FnMut(Signed) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError>;

    /// The canonical form of one entry.
    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError>;

    /// The signature lines of witnesses under the checkpoint of that size.
    fn cosignatures(&mut self, size: u64) -> Result<Vec<String>, RegisterError>;

    /// Keeps a witness's signature line; one that is there already stays.
    fn cosign(&mut self, size: u64, line: &str) -> Result<(), RegisterError>;

    /// What opens the commitments of an entry, as far as it has not been erased.
    fn openings(&mut self, entry: u64) -> Result<Vec<Opening>, RegisterError>;

    /// Makes sure that nothing that was erased is left in the place's own files.
    fn forget(&mut self) -> Result<(), RegisterError>;

    /// Starts to write; other writers wait.
    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError>;

    /// What is wrong with the place itself: its guards, its pages.
    fn faults(&mut self) -> Result<Vec<Fault>, RegisterError>;

    /// What else is looked at in the place itself, by a connection of its own while the entries are read: what finding one
    /// entry rests on, and reading them one after another does not.
    fn examination(&self) -> Option<Examination> {
        None
    }

    /// Waits until something may have been recorded, but no longer than that. What is recorded before the first call is
    /// not waited for: whoever waits looks first, and again after each wait.
    fn wait(&mut self, patience: Duration) -> Result<(), RegisterError>;
}

/// Something being written. Dropped before [`commit`](Transaction::commit), it leaves nothing.
pub(crate) trait Transaction {
    /// The last checkpoint, with nobody else writing.
    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError>;

    /// Hands over every entry in order, those added here included.
    fn read(&mut self, take: TakeRow<'_>) -> Result<(), RegisterError>;

    /// The canonical form of one entry.
    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError>;

    /// Adds an entry after the last.
    fn add(&mut self, row: Row<'_>) -> Result<(), RegisterError>;

    /// Adds a checkpoint.
    fn add_checkpoint(&mut self, signed: &Signed) -> Result<(), RegisterError>;

    /// Keeps what opens a commitment.
    fn confide(&mut self, opening: &Opening) -> Result<(), RegisterError>;

    /// Erases what opens a commitment, for good; says whether there was something.
    fn erase(&mut self, commitment: &str) -> Result<bool, RegisterError>;

    /// Makes it durable. When this returns, a loss of power loses none of it.
    fn commit(self: Box<Self>) -> Result<(), RegisterError>;
}
