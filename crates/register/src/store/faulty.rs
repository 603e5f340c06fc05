//! A place for a register where something happens at one of the calls that are made to it: to show that whatever
//! happens at whichever call, a register is what it was, or all that it was to become.

mod contents;
mod full_disk;
mod operations;
mod torn_log;
mod trial;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use super::{Examination, Opening, Row, Signed, Store, TakeRow, Transaction};
use crate::fault::RegisterError;
use crate::verification::Fault;

/// What happens.
#[derive(Debug, Clone)]
pub(super) enum Happening {
    /// Nothing.
    Nothing,
    /// The call fails, and those after it do not.
    Failure,
    /// The power goes: a folder as it is on the disk at that moment is to be found in another, and whatever the program
    /// would do after that is never done.
    PowerCut { folder: PathBuf, found: PathBuf },
}

/// Counts the calls, and lets something happen at one of them.
#[derive(Debug, Clone)]
pub(super) struct Fate {
    calls: Arc<AtomicU64>,
    at: u64,
    happening: Happening,
}

impl Fate {
    pub(super) fn new(at: u64, happening: Happening) -> Self {
        Self { calls: Arc::default(), at, happening }
    }

    /// How many calls there were.
    pub(super) fn calls(&self) -> u64 {
        self.calls.load(Ordering::Relaxed)
    }

    /// A call is about to be made.
    pub(super) fn call(&self) -> Result<(), RegisterError> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed) + 1;
        match &self.happening {
            Happening::Failure if call == self.at => Err(happened(call)),
            Happening::PowerCut { folder, found } if call == self.at => {
                copy_folder(folder, found);
                Err(happened(call))
            }
            Happening::PowerCut { .. } if call > self.at => Err(happened(call)),
            _ => Ok(()),
        }
    }

    /// A place where it happens.
    pub(super) fn befalls(&self, store: Box<dyn Store>) -> Box<dyn Store> {
        Box::new(Faulty { store, fate: self.clone() })
    }
}

fn happened(call: u64) -> RegisterError {
    RegisterError::Store {
        place: "here".to_owned(),
        doing: "used",
        because: format!("something happened at call {call}"),
    }
}

/// Copies the files of a folder into a new one.
pub(super) fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir(to).unwrap();
    for file in std::fs::read_dir(from).unwrap() {
        let file = file.unwrap();
        std::fs::copy(file.path(), to.join(file.file_name())).unwrap();
    }
}

struct Faulty {
    store: Box<dyn Store>,
    fate: Fate,
}

struct FaultyTransaction<'a> {
    transaction: Box<dyn Transaction + 'a>,
    fate: Fate,
}

/// Takes rows, and lets something happen between them.
fn row_by_row<'t>(fate: &'t Fate, take: TakeRow<'t>) -> impl FnMut(Row<'_>) -> Result<(), RegisterError> + 't {
    move |row| {
        fate.call()?;
        take(row)
    }
}

impl Store for Faulty {
    fn found(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        self.fate.call()?;
        Ok(Box::new(FaultyTransaction { transaction: self.store.found()?, fate: self.fate.clone() }))
    }

    fn publish(self: Box<Self>) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.store.publish()?;
        self.fate.call()
    }

    fn read(&mut self, after: u64, take: TakeRow<'_>) -> Result<Option<Signed>, RegisterError> {
        self.fate.call()?;
        self.store.read(after, &mut row_by_row(&self.fate, take))
    }

    fn checkpoint(&mut self, size: u64) -> Result<Option<Signed>, RegisterError> {
        self.fate.call()?;
        self.store.checkpoint(size)
    }

    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        self.fate.call()?;
        self.store.last_checkpoint()
    }

    fn each_checkpoint(
        &mut self,
        take: &mut dyn FnMut(Signed) -> Result<(), RegisterError>,
    ) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.store.each_checkpoint(&mut |signed| {
            self.fate.call()?;
            take(signed)
        })
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        self.fate.call()?;
        self.store.body(number)
    }

    fn cosignatures(&mut self, size: u64) -> Result<Vec<String>, RegisterError> {
        self.fate.call()?;
        self.store.cosignatures(size)
    }

    fn cosign(&mut self, size: u64, line: &str) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.store.cosign(size, line)?;
        self.fate.call()
    }

    fn openings(&mut self, entry: u64) -> Result<Vec<Opening>, RegisterError> {
        self.fate.call()?;
        self.store.openings(entry)
    }

    fn forget(&mut self) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.store.forget()?;
        self.fate.call()
    }

    fn begin(&mut self) -> Result<Box<dyn Transaction + '_>, RegisterError> {
        self.fate.call()?;
        Ok(Box::new(FaultyTransaction { transaction: self.store.begin()?, fate: self.fate.clone() }))
    }

    fn faults(&mut self) -> Result<Vec<Fault>, RegisterError> {
        self.fate.call()?;
        self.store.faults()
    }

    fn examination(&self) -> Option<Examination> {
        self.store.examination()
    }

    fn wait(&mut self, patience: Duration) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.store.wait(patience)
    }
}

impl Transaction for FaultyTransaction<'_> {
    fn last_checkpoint(&mut self) -> Result<Option<Signed>, RegisterError> {
        self.fate.call()?;
        self.transaction.last_checkpoint()
    }

    fn read(&mut self, take: TakeRow<'_>) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.transaction.read(&mut row_by_row(&self.fate, take))
    }

    fn body(&mut self, number: u64) -> Result<Option<String>, RegisterError> {
        self.fate.call()?;
        self.transaction.body(number)
    }

    fn add(&mut self, row: Row<'_>) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.transaction.add(row)
    }

    fn add_checkpoint(&mut self, signed: &Signed) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.transaction.add_checkpoint(signed)
    }

    fn confide(&mut self, opening: &Opening) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.transaction.confide(opening)
    }

    fn erase(&mut self, commitment: &str) -> Result<bool, RegisterError> {
        self.fate.call()?;
        self.transaction.erase(commitment)
    }

    /// Something may happen before and after.
    fn commit(self: Box<Self>) -> Result<(), RegisterError> {
        self.fate.call()?;
        self.transaction.commit()?;
        self.fate.call()
    }
}
