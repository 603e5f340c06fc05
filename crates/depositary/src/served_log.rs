//! The log as the site publishes it: the tree is kept, and what was added is read when somebody asks.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use register::log::{
    Checkpoint, CheckpointError, Note, NoteError, NoteSignature, SignatureType, TilePath, VerifierKey,
};
use register::{Location, Log, Register, RegisterError};
use site::{LogKey, LogState, PublishedLog, SourceError};

use crate::command::proof_in;

/// A register's log that is being served. It has its own way to the register, so that nobody who looks at pages waits
/// for it.
pub struct ServedLog(Mutex<Shelf>);

/// The register, and its log as it was last read.
struct Shelf {
    register: Register,
    log: Option<Arc<Log>>,
}

impl ServedLog {
    /// Serves the log of the register that is kept there.
    pub fn of(location: &Location) -> Result<Self, RegisterError> {
        Ok(Self(Mutex::new(Shelf { register: Register::open(location)?, log: None })))
    }

    fn opened(&self) -> MutexGuard<'_, Shelf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Shelf {
    /// The log as it is now.
    fn log(&mut self) -> Result<Arc<Log>, RegisterError> {
        let last = self.register.last_number()?;
        if let Some(log) = self.log.as_ref().filter(|log| log.tree.size() == last) {
            return Ok(Arc::clone(log));
        }
        let log = match &self.log {
            Some(log) => self.register.log_after(log)?,
            None => self.register.log()?,
        };
        Ok(Arc::clone(self.log.insert(Arc::new(log))))
    }
}

impl PublishedLog for ServedLog {
    fn state(&self) -> Result<LogState, SourceError> {
        let mut opened = self.opened();
        let log = opened.log().map_err(SourceError::new)?;
        let text = opened.register.checkpoint_of(log.tree.size()).map_err(SourceError::new)?;
        drop(opened);
        let note: Note = text.parse().map_err(|error: NoteError| SourceError::new(error))?;
        let checkpoint: Checkpoint = note.text().parse().map_err(|error: CheckpointError| SourceError::new(error))?;
        Ok(LogState {
            origin: checkpoint.origin().to_owned(),
            entries: checkpoint.size(),
            root: checkpoint.root().to_string(),
            witnesses: witnesses(&note, &log),
            checkpoint: text,
            keys: log.keys.iter().map(|(from, key)| LogKey { key: key.to_string(), from }).collect(),
        })
    }

    fn checkpoint_of(&self, entries: u64) -> Result<Option<String>, SourceError> {
        let mut opened = self.opened();
        if entries > opened.log().map_err(SourceError::new)?.tree.size() {
            return Ok(None);
        }
        opened.register.checkpoint_of(entries).map(Some).map_err(SourceError::new)
    }

    fn tile(&self, path: &str) -> Result<Option<Vec<u8>>, SourceError> {
        let Ok(path) = path.parse::<TilePath>() else { return Ok(None) };
        let mut opened = self.opened();
        let log = opened.log().map_err(SourceError::new)?;
        opened.register.tile(&log, path).map_err(SourceError::new)
    }

    fn proof(&self, entry: u64) -> Result<Option<String>, SourceError> {
        let mut opened = self.opened();
        let log = opened.log().map_err(SourceError::new)?;
        if entry == 0 || entry > log.tree.size() {
            return Ok(None);
        }
        proof_in(&mut opened.register, &log, entry).map(|proof| Some(proof.to_string())).map_err(SourceError::new)
    }
}

/// The names of those who signed a checkpoint and are not keys of the log itself.
fn witnesses(note: &Note, log: &Log) -> Vec<String> {
    let own = |key: &VerifierKey| key.signatures() == SignatureType::Ed25519;
    let by_log = |signature: &&NoteSignature| log.keys.iter().any(|(_, key)| own(key) && signature.is_by(key));
    let mut names: Vec<String> =
        note.signatures().iter().filter(|one| !by_log(one)).map(|signature| signature.name().to_owned()).collect();
    names.dedup();
    names
}
