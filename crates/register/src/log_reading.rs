//! Reading the log for those who publish it: on from where it was read before, and file by file.

use crate::fault::RegisterError;
use crate::log::{Frontier, TilePath, encode_bundle, leaf_hash};
use crate::log_check::LogCheck;
use crate::register::{Log, Register};

impl Register {
    /// The log as a tree, going on from an earlier one: only what was added since is read, and checked like everything
    /// else. Where the register is not the one that was read before, all of it is read.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn log_after(&mut self, earlier: &Log) -> Result<Log, RegisterError> {
        let place = self.location().to_string();
        let size = earlier.tree.size();
        let kept = self.store().checkpoint(size)?.filter(|signed| signed.size == size);
        let frontier = kept.and_then(|signed| Frontier::from_bytes(size, &signed.frontier).ok());
        let Some(frontier) = frontier.filter(|frontier| Some(frontier.root()) == earlier.tree.root(size)) else {
            return self.log();
        };
        let mut check = LogCheck::going_on(frontier, earlier.keys.clone());
        let mut tree = earlier.tree.clone();
        let last = self.store().read(size, &mut |row| {
            check.next(&row).map_err(|wrong| wrong.in_register(&place))?;
            tree.append(leaf_hash(row.body.as_bytes()));
            Ok(())
        })?;
        let damaged = |because: String| RegisterError::Damaged { place: place.clone(), entry: None, because };
        let last = last.ok_or_else(|| damaged("it holds no checkpoint".to_owned()))?;
        if last.size != check.size() {
            let because = format!("it holds {} entries, and its checkpoint counts {}", check.size(), last.size);
            return Err(damaged(because));
        }
        check.agrees(&last).map_err(damaged)?;
        check.handed_over(self.store(), &place)?;
        check.handed_over(self.store(), &place)?;
        Ok(Log { tree, checkpoint: last.note, keys: check.keys })
    }

    /// A tile of hashes or a bundle of entries, as it is published; nothing when the log has not all of it yet.
    ///
    /// # Errors
    /// When the register can't be read, or what it holds is not what its log says.
    pub fn tile(&mut self, log: &Log, path: TilePath) -> Result<Option<Vec<u8>>, RegisterError> {
        if let Some(level) = path.level() {
            return Ok(log.tree.tile(level, path.index(), path.width()));
        }
        let Some(end) = path.needs().filter(|end| *end <= log.tree.size()) else { return Ok(None) };
        let mut bodies = Vec::with_capacity(usize::from(path.width()));
        for number in end - u64::from(path.width()) + 1..=end {
            bodies.push(self.body_in(log, number)?);
        }
        bundle(&bodies, end, &self.location().to_string()).map(Some)
    }

    /// The canonical form of an entry, which must be the one in that log.
    ///
    /// # Errors
    /// When the register can't be read, or what it holds is not what its log says.
    pub fn body_in(&mut self, log: &Log, number: u64) -> Result<String, RegisterError> {
        let body = self.store().body(number)?;
        let leaf = number.checked_sub(1).and_then(|index| log.tree.leaf(index));
        match body {
            Some(body) if leaf == Some(leaf_hash(body.as_bytes())) => Ok(body),
            Some(_) => Err(self.not_as_recorded(number, "it is not what was recorded")),
            None => Err(self.not_as_recorded(number, "it is missing")),
        }
    }

    fn not_as_recorded(&self, number: u64, because: &str) -> RegisterError {
        let place = self.location().to_string();
        RegisterError::Damaged { place, entry: Some(number), because: because.to_owned() }
    }
}

/// The bundle of the entries before and with the last.
pub(crate) fn bundle(bodies: &[String], last: u64, place: &str) -> Result<Vec<u8>, RegisterError> {
    encode_bundle(bodies.iter().map(String::as_bytes)).map_err(|error| RegisterError::Damaged {
        place: place.to_owned(),
        entry: Some(last),
        because: error.to_string(),
    })
}
