//! Checking a whole register, and what was found.

use std::collections::HashSet;
use std::fmt;

use law::entry::Content;
use law::keeping::LogEvent;

use crate::canonical::{Tail, read_entry};
use crate::chain;
use crate::fault::RegisterError;
use crate::hash::Hash;
use crate::log::{Checkpoint, CheckpointError, Note, NoteError, VerifierKey};
use crate::log_check::LogCheck;
use crate::store::{Row, Signed, Store};

/// What else is expected of a register, from what somebody kept outside of it.
#[derive(Debug, Clone, Default)]
pub struct Expected {
    /// A checkpoint of it, as a signed note: the register must still begin with those entries.
    pub checkpoint: Option<String>,
    /// The key that its log began with: without one, the register's own word is taken for it.
    pub key: Option<VerifierKey>,
}

/// What a check of the whole register found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// The root of the tree, which stands for all of them.
    pub root: Hash,
    /// The key that signs its checkpoints.
    pub key: Option<String>,
    /// How many checkpoints were checked.
    pub checkpoints: u64,
    /// What is wrong, first the first entry that is.
    pub faults: Vec<Fault>,
}

impl Verification {
    /// Whether nothing is wrong.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.faults.is_empty()
    }
}

/// Something wrong with a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The entry, if it is about one.
    pub entry: Option<u64>,
    /// What is wrong.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.entry {
            Some(entry) => write!(f, "entry {entry}: {}", self.what),
            None => f.write_str(&self.what),
        }
    }
}

/// Faults enough to show what has happened; a register of which every entry was changed needs no list of them.
const MOST_FAULTS: usize = 1_000;

/// A checkpoint that somebody noted down.
struct Noted {
    note: Note,
    size: u64,
}

impl Noted {
    fn read(text: &str) -> Result<Self, RegisterError> {
        let note: Note = text.parse().map_err(|error: NoteError| CheckpointError::from(error))?;
        let checkpoint: Checkpoint = note.text().parse()?;
        Ok(Self { size: checkpoint.size(), note })
    }
}

/// A walk over all entries.
struct Walk {
    check: LogCheck,
    checkpoints: std::iter::Peekable<std::vec::IntoIter<Signed>>,
    checked: u64,
    /// How many entries the last checkpoint that holds covers.
    vouched: u64,
    noted: Option<Noted>,
    faults: Vec<Fault>,
    /// Whether nothing more can be compared: what follows could not be read, or is not in its place.
    broken: bool,
    /// Whether there are entries of which it is not known what they said.
    unread: bool,
    confidences: Vec<(u64, Vec<String>)>,
    erased: HashSet<String>,
    migrated: Vec<(u64, String)>,
}

/// Checks everything.
pub(crate) fn verify(store: &mut dyn Store, expected: &Expected) -> Result<Verification, RegisterError> {
    let mut faults = store.faults()?;
    let mut kept = Vec::new();
    let listed = store.each_checkpoint(&mut |signed| {
        kept.push(signed);
        Ok(())
    });
    faults.extend(listed.err().map(|error| Fault { entry: None, what: error.to_string() }));
    let mut walk = Walk::along(kept);
    walk.noted = expected.checkpoint.as_deref().map(Noted::read).transpose()?;
    // It takes nearly as long as reading the entries, so both are done at once.
    let examining = store.examination().map(std::thread::spawn);
    let read = store.read(0, &mut |row| {
        walk.step(&row);
        Ok(())
    });
    if let Err(error) = read {
        let entry = Some(walk.check.size() + 1);
        walk.faults.push(Fault { entry, what: error.to_string() });
        (walk.broken, walk.unread) = (true, true);
    }
    walk.end(expected);
    walk.check_migration(store);
    walk.check_confidences(store);
    let examined = examining.map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
    faults.extend(examined.into_iter().flatten());
    faults.append(&mut walk.faults);
    faults.sort_by_key(|fault| fault.entry.unwrap_or(u64::MAX));
    Ok(Verification {
        entries: walk.check.size(),
        root: walk.check.frontier.root(),
        key: walk.check.keys.current().map(ToString::to_string),
        checkpoints: walk.checked,
        faults,
    })
}

impl Walk {
    fn along(checkpoints: Vec<Signed>) -> Self {
        Self {
            check: LogCheck::default(),
            checkpoints: checkpoints.into_iter().peekable(),
            checked: 0,
            vouched: 0,
            noted: None,
            faults: Vec::new(),
            broken: false,
            unread: false,
            confidences: Vec::new(),
            erased: HashSet::new(),
            migrated: Vec::new(),
        }
    }

    fn fault(&mut self, entry: Option<u64>, what: String) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault { entry, what });
        }
    }

    fn step(&mut self, row: &Row<'_>) {
        if self.broken {
            return;
        }
        let next = self.check.next(row);
        self.unread |= next.is_err();
        match next {
            Ok(tail) => self.note(row, &tail),
            Err(wrong) if wrong.entry == row.number && row.number == self.check.size() + 1 => {
                self.fault(Some(wrong.entry), wrong.what);
                self.check.pass_over(row);
            }
            Err(wrong) => {
                // With an entry missing or put in, nothing after it is in its place.
                self.fault(Some(wrong.entry), wrong.what);
                self.broken = true;
                return;
            }
        }
        self.compare();
    }

    /// Compares the tree with the checkpoints that cover exactly what has been read.
    fn compare(&mut self) {
        let size = self.check.size();
        let mut ends_with = None;
        while let Some(signed) = self.checkpoints.next_if(|signed| signed.size <= size) {
            self.checked += 1;
            match self.check.agrees(&signed) {
                Ok(_) if signed.size == size => self.vouched = size,
                Ok(_) => self.fault(None, format!("the checkpoint of {} entries is out of its order", signed.size)),
                Err(what) => self.doubt(&signed, &what),
            }
            ends_with = Some(signed);
        }
        if let Some(handover) = self.check.handovers.pop_if(|handover| handover.entry == size)
            && let Err(wrong) = self.check.agreed(&handover, ends_with.as_ref())
            && !self.is_doubted()
        {
            self.fault(Some(wrong.entry), wrong.what);
        }
        if let Some(noted) = self.noted.take_if(|noted| noted.size == size) {
            self.compare_with_noted(&noted);
        }
    }

    /// Whether an entry after those that a checkpoint vouches for is known to be wrong.
    fn is_doubted(&self) -> bool {
        self.faults.iter().any(|fault| fault.entry.is_some_and(|entry| entry > self.vouched))
    }

    /// A checkpoint does not hold: which of the entries that it vouches for is it? Where one is known to be wrong, that
    /// its checkpoint does not hold says nothing new.
    fn doubt(&mut self, signed: &Signed, what: &str) {
        if self.is_doubted() {
            return;
        }
        let (first, last) = self.check.differs_among(signed).unwrap_or((1, self.check.size()));
        let first = first.max(self.vouched + 1);
        let among = if first >= last { String::new() } else { format!(", or one of those to {last}") };
        self.fault(Some(first), format!("this entry{among}: {what}"));
    }

    fn compare_with_noted(&mut self, noted: &Noted) {
        let size = noted.size;
        let held = self.check.keys.signing(size).ok_or_else(|| "no entry names its key".to_owned());
        let held = held.and_then(|key| Checkpoint::of(&noted.note, key).map_err(|error| error.to_string()));
        match held {
            Err(what) => self.fault(None, format!("the checkpoint given, of {size} entries: {what}")),
            Ok(checkpoint) if checkpoint.root() != self.check.frontier.root() => self.fault(
                None,
                format!("the first {size} entries are not those that the checkpoint given was signed for: this register has another past"),
            ),
            Ok(_) => {}
        }
    }

    /// What must be looked at again when all entries have been read.
    fn note(&mut self, row: &Row<'_>, tail: &Tail<'_>) {
        let carries = row.body.starts_with("{\"attachments\":") || row.body.starts_with("{\"confidential\":");
        if !carries && tail.kind != "log" {
            return;
        }
        let Ok(entry) = read_entry(row.body) else { return };
        if !entry.confidential.is_empty() {
            let commitments = entry.confidential.into_iter().map(|confidence| confidence.commitment);
            self.confidences.push((row.number, commitments.collect()));
        }
        match entry.content {
            Content::Log(LogEvent::Erased { commitment, .. }) => drop(self.erased.insert(commitment)),
            Content::Log(LogEvent::Migrated { entries, head, .. }) => self.migrated.push((entries, head)),
            _ => {}
        }
    }

    fn end(&mut self, expected: &Expected) {
        let size = self.check.size();
        let beyond = self.checkpoints.by_ref().last();
        if self.broken {
            // What is not compared is neither missing nor there.
            self.noted = None;
        } else if let Some(signed) = beyond {
            let what = format!("it is missing: the register's own checkpoint counts {} entries", signed.size);
            self.fault(Some(size + 1), what);
            self.unread = true;
        } else if self.vouched < size && self.faults.is_empty() {
            self.fault(Some(self.vouched + 1), "no checkpoint covers it".to_owned());
        }
        if let Some(noted) = self.noted.take() {
            let what = format!(
                "it is missing: the checkpoint given counts {} entries, and the register holds {size}; it has been rolled back",
                noted.size
            );
            self.fault(Some(size + 1), what);
        }
        let first = self.check.keys.iter().next().map(|(_, key)| key.to_string());
        match (first, &expected.key) {
            (None, _) => self.fault(None, "no entry names the key that signs its checkpoints".to_owned()),
            (Some(first), Some(key)) if first != key.to_string() => {
                self.fault(None, format!("its log began with the key {first}, and not with {key}"));
            }
            _ => {}
        }
    }

    /// What an older format vouched for must still hold.
    fn check_migration(&mut self, store: &mut dyn Store) {
        let mut vouched_for = std::mem::take(&mut self.migrated);
        vouched_for.sort_unstable();
        let Some(last) = vouched_for.last().map(|(entries, _)| *entries) else { return };
        let mut heads = vouched_for.into_iter().peekable();
        let (mut hash, mut otherwise) = (chain::start(), false);
        let mut compare = |number: u64, hash: Hash| {
            while let Some((_, head)) = heads.next_if(|(entries, _)| *entries == number) {
                otherwise |= hash.to_string() != head;
            }
        };
        compare(0, hash);
        let read = store.read(0, &mut |row| {
            if row.number <= last {
                hash = chain::after(hash, row.body.as_bytes());
                compare(row.number, hash);
            }
            Ok(())
        });
        // Heads of more entries than there are vouch for nothing that is here.
        if read.is_ok() && (otherwise || heads.peek().is_some()) {
            let what = "the entries of the older format are not those that its chain of hashes ended with".to_owned();
            self.fault(None, what);
        }
    }

    /// What was said in confidence must be there and be what was said, unless its erasure is on record: then it must be
    /// gone.
    fn check_confidences(&mut self, store: &mut dyn Store) {
        for (entry, commitments) in std::mem::take(&mut self.confidences) {
            let openings = match store.openings(entry) {
                Ok(openings) => openings,
                Err(error) => {
                    self.fault(Some(entry), format!("what was said in confidence can't be read: {error}"));
                    continue;
                }
            };
            for commitment in &commitments {
                let opening = openings.iter().find(|opening| opening.commitment == *commitment);
                let what = match (opening, self.erased.contains(commitment)) {
                    (Some(opening), false) if opening.opens() => continue,
                    (None, true) => continue,
                    // An entry that can't be read may be the one that says so.
                    (None, false) if self.unread => continue,
                    (Some(_), false) => "what is kept in confidence is not what was said",
                    (Some(_), true) => {
                        "what was said in confidence is still there, and another entry says that it was erased"
                    }
                    (None, false) => "what was said in confidence is gone, and no entry says that it was erased",
                };
                self.fault(Some(entry), what.to_owned());
            }
            if openings.iter().any(|opening| !commitments.contains(&opening.commitment)) {
                self.fault(Some(entry), "something is kept in confidence that was not said with it".to_owned());
            }
        }
    }
}
