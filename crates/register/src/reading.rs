//! What a register was read to hold, and how to go on from there when something has been added.

use std::sync::Arc;

use law::record::{KnownAt, Record};

use crate::fault::RegisterError;
use crate::log::{Checkpoint, Frontier, VerifierKey};
use crate::log_check::{Keys, LogCheck};
use crate::register::{Register, parse};
use crate::store::Signed;

/// Everything that a register held when it was last read, and how far that was checked.
#[derive(Debug, Clone)]
pub struct Reading {
    /// What it holds.
    pub record: Arc<Record>,
    check: LogCheck,
}

impl Reading {
    /// How many entries had been read.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.check.size()
    }

    pub(crate) fn new(record: Record, check: LogCheck) -> Self {
        Self { record: Arc::new(record), check }
    }

    /// A reading from a snapshot: the tree goes on from what is kept of it with the checkpoint.
    pub(crate) fn of_snapshot(record: Record, last: &Signed, from: u64, key: VerifierKey) -> Option<Self> {
        let checkpoint = Checkpoint::open(&last.note, &key).ok()?;
        let frontier = Frontier::from_bytes(last.size, &last.frontier).ok()?;
        let holds = frontier.root() == checkpoint.root() && checkpoint.size() == last.size;
        let mut keys = Keys::default();
        keys.add(from, key);
        holds.then(|| Self::new(record, LogCheck::going_on(frontier, keys)))
    }
}

impl Register {
    /// Goes on from an earlier reading: only what was added since is read, and checked like everything else. Where that
    /// changes more than it adds, everything is read anew.
    ///
    /// # Errors
    /// When the register can't be read, is damaged, or no longer is the one that was read.
    pub fn catch_up(&mut self, earlier: &Reading) -> Result<Reading, RegisterError> {
        let place = self.location().to_string();
        let mut check = LogCheck::going_on(earlier.check.frontier.clone(), earlier.check.keys.clone());
        let mut news = Vec::new();
        let last = self.store().read(earlier.size(), &mut |row| {
            check.next(&row).map_err(|wrong| wrong.in_register(&place))?;
            news.push(parse(row.body, row.number, &place)?);
            Ok(())
        })?;
        let damaged = |because: String| RegisterError::Damaged { place: place.clone(), entry: None, because };
        let last = last.ok_or_else(|| damaged("it holds no checkpoint".to_owned()))?;
        if last.size != check.size() {
            return Err(damaged(format!(
                "it held {} entries before, and its checkpoint counts {}",
                check.size(),
                last.size
            )));
        }
        check.agrees(&last).map_err(damaged)?;
        check.handed_over(self.store(), &place)?;
        match earlier.record.and(news) {
            Some(record) => Ok(Reading::new(record, check)),
            None => self.reading(),
        }
    }

    /// Reads everything that the register holds.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn reading(&mut self) -> Result<Reading, RegisterError> {
        if let Some(reading) = self.snapshot_reading()? {
            return Ok(reading);
        }
        let (gathering, check, _) = self.gathered(KnownAt::Everything)?;
        Ok(Reading::new(gathering.record(), check))
    }
}
