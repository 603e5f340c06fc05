//! An open register.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;

use law::calendar::DateOfKnowledge;
use law::entry::{Content, Entry};
use law::record::{Gathering, KnownAt, Record};

use crate::batch::{BATCHES_UNDER_WAY, Batch};
use crate::canonical::{Tail, read_entry, treaty_of_act};
use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::{
    Checkpoint, CheckpointError, Note, NoteError, NoteSignature, SigningKey, Tree, VerifierKey, leaf_hash,
};
use crate::log_check::{Keys, LogCheck};
use crate::reading::Reading;
use crate::snapshot::{self, Snapshot};
use crate::store::{Opening, PostgresStore, Row, Signed, SqliteStore, Store};
use crate::verification::{self, Expected, Verification};
use crate::writing::{LastSigned, Writing};

/// An open register.
pub struct Register {
    store: Box<dyn Store>,
    location: Location,
    last_signed: LastSigned,
}

impl std::fmt::Debug for Register {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Register").field(&self.location).finish()
    }
}

/// The log of a register as a tree, for proofs and tiles.
#[derive(Debug, Clone)]
pub struct Log {
    /// The tree.
    pub tree: Tree,
    /// The last checkpoint, a signed note.
    pub checkpoint: String,
    /// The keys that the entries name.
    pub keys: Keys,
}

impl Register {
    /// Makes a register and fills it, all or nothing: nobody sees it before everything is in it. Its first entry names
    /// the key.
    ///
    /// # Errors
    /// When there is something already, when it can't be written, or when `fill` fails.
    pub fn create<E: From<RegisterError>>(
        location: &Location,
        key: &SigningKey,
        now: DateOfKnowledge,
        recorder: &str,
        fill: impl FnOnce(&mut Writing<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        Self::create_in(make_store(location)?, location, key, now, recorder, fill)
    }

    /// The same in a place that was made for it.
    pub(crate) fn create_in<E: From<RegisterError>>(
        mut store: Box<dyn Store>,
        location: &Location,
        key: &SigningKey,
        now: DateOfKnowledge,
        recorder: &str,
        fill: impl FnOnce(&mut Writing<'_>) -> Result<(), E>,
    ) -> Result<Self, E> {
        let place = place(location);
        let mut writing = Writing::founding(store.found()?, place, key);
        writing.open_log(recorder, now)?;
        fill(&mut writing)?;
        writing.commit()?;
        store.publish()?;
        Ok(Self::open(location)?)
    }

    /// Opens a register.
    ///
    /// # Errors
    /// When there is none, when it is something else or damaged, or when a program of another age made it.
    pub fn open(location: &Location) -> Result<Self, RegisterError> {
        Ok(Self { store: open_store(location)?, location: location.clone(), last_signed: LastSigned::default() })
    }

    /// A register in a place that is open already.
    #[cfg(test)]
    pub(crate) fn over(store: Box<dyn Store>, location: &Location) -> Self {
        Self { store, location: location.clone(), last_signed: LastSigned::default() }
    }

    /// Where it is kept.
    #[must_use]
    pub fn location(&self) -> &Location {
        &self.location
    }

    fn place(&self) -> String {
        place(&self.location)
    }

    fn damaged(&self, entry: Option<u64>, because: String) -> RegisterError {
        RegisterError::Damaged { place: self.place(), entry, because }
    }

    pub(crate) fn store(&mut self) -> &mut dyn Store {
        self.store.as_mut()
    }

    /// Hands over every entry's canonical form in order, each checked against the tree as it is read, and the whole
    /// against the last checkpoint.
    pub(crate) fn each_checked(
        &mut self,
        take: &mut dyn FnMut(&Row<'_>) -> Result<(), RegisterError>,
    ) -> Result<(LogCheck, Signed), RegisterError> {
        let place = self.place();
        let mut check = LogCheck::default();
        let last = self.store.read(0, &mut |row| {
            check.next(&row).map_err(|wrong| wrong.in_register(&place))?;
            take(&row)
        })?;
        let after_all = Some(check.size() + 1);
        let last = last.ok_or_else(|| self.damaged(None, "it holds no checkpoint".to_owned()))?;
        if last.size < check.size() {
            return Err(self.damaged(Some(last.size + 1), "no checkpoint covers it".to_owned()));
        }
        check.agrees(&last).map_err(|because| self.damaged(after_all.filter(|_| last.size > check.size()), because))?;
        check.handed_over(self.store.as_mut(), &place)?;
        Ok((check, last))
    }

    /// All entries, in order.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn entries(&mut self) -> Result<Vec<Entry>, RegisterError> {
        let place = self.place();
        let mut entries = Vec::new();
        self.each_checked(&mut |row| {
            entries.push(parse(row.body, row.number, &place)?);
            Ok(())
        })?;
        Ok(entries)
    }

    /// What the register holds, as known at a point.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record(&mut self, known_at: KnownAt) -> Result<Record, RegisterError> {
        if known_at == KnownAt::Everything
            && let Some(reading) = self.snapshot_reading()?
        {
            return Ok(Arc::unwrap_or_clone(reading.record));
        }
        Ok(self.gathered(known_at)?.0.record())
    }

    /// Everything known at a point, read and checked, and the checkpoint that it was checked against.
    pub(crate) fn gathered(&mut self, known_at: KnownAt) -> Result<(Gathering, LogCheck, Signed), RegisterError> {
        let place = self.place();
        std::thread::scope(|scope| {
            let (batches, arriving) = sync_channel::<Batch>(BATCHES_UNDER_WAY);
            // One thread reads and checks, the other reads what the entries say.
            let gathering = scope.spawn(move || {
                let mut gathering = Gathering::up_to(known_at);
                arriving.into_iter().try_for_each(|batch| batch.gather(&mut gathering, &place))?;
                Ok(gathering)
            });
            let mut batch = Batch::default();
            let checked = self.each_checked(&mut |row| {
                batch.add(row);
                if batch.is_full() {
                    // Where nobody takes it any more, the reason comes from there.
                    drop(batches.send(std::mem::take(&mut batch)));
                }
                Ok(())
            });
            drop(batches.send(batch));
            drop(batches);
            let gathered: Result<Gathering, RegisterError> =
                gathering.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            let (check, signed) = checked?;
            Ok((gathered?, check, signed))
        })
    }

    /// Where the snapshot of the register is, when it has one.
    fn snapshot_path(&self) -> std::path::PathBuf {
        self.location.beside("snapshot")
    }

    /// What the register holds, from a snapshot of its last checkpoint: one that is older, damaged or not signed by the
    /// register's key is passed over.
    pub(crate) fn snapshot_reading(&mut self) -> Result<Option<Reading>, RegisterError> {
        let Some(snapshot) = Snapshot::read(&self.snapshot_path()) else { return Ok(None) };
        let Some(last) = self.store.last_checkpoint()? else { return Ok(None) };
        let Some(body) = self.store.body(snapshot.key_entry())? else { return Ok(None) };
        let key: Option<VerifierKey> = read_entry(&body).ok().and_then(|entry| match entry.content {
            Content::Log(event) => event.key()?.parse().ok(),
            _ => None,
        });
        let Some(key) = key else { return Ok(None) };
        let from = snapshot.key_entry();
        let record = snapshot.record(&last, &key);
        Ok(record.and_then(|record| Reading::of_snapshot(record, &last, from, key)))
    }

    /// Keeps a snapshot of everything recorded beside the register, so that a large register is ready sooner. It holds
    /// nothing that the register does not, and is good until something more is recorded.
    ///
    /// # Errors
    /// When the register is damaged, the key is not its own, or the file can't be written.
    pub fn keep_snapshot(&mut self, key: &SigningKey) -> Result<(), RegisterError> {
        let (gathering, _, signed) = self.gathered(KnownAt::Everything)?;
        let mut keys = gathering.others().iter().filter_map(|entry| match &entry.content {
            Content::Log(event) if event.key() == Some(&key.verifier().to_string()) => Some(entry.number),
            _ => None,
        });
        let key_entry = keys.next_back().ok_or_else(|| RegisterError::WrongKey {
            place: self.place(),
            key: key.verifier().to_string(),
            expected: "another".to_owned(),
        })?;
        let path = self.snapshot_path();
        snapshot::keep(&path, &gathering, &signed, key, key_entry).map_err(|because| RegisterError::Store {
            place: path.display().to_string(),
            doing: "written",
            because,
        })
    }

    /// What the register holds about one treaty, as known at a point: all parties, treaties and records, and the acts of
    /// that treaty and of those that its clauses refer to. Every entry is checked against the tree, but only what
    /// matters is read.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record_about(&mut self, treaty: &str, known_at: KnownAt) -> Result<Record, RegisterError> {
        if known_at == KnownAt::Everything
            && let Some(reading) = self.snapshot_reading()?
        {
            return Ok(Arc::unwrap_or_clone(reading.record));
        }
        let mut wanted = HashSet::from([treaty.trim().to_owned()]);
        loop {
            let (entries, last) = self.entries_about(&wanted, known_at)?;
            let needed = with_those_referred_to(treaty, &entries);
            if needed.is_subset(&wanted) {
                let mut record = Record::of(entries, known_at);
                if let Some((number, recorded)) = last {
                    record.known_up_to(number, recorded);
                }
                return Ok(record);
            }
            wanted = needed;
        }
    }

    /// The entries about some treaties, and the last entry known that is not among them.
    fn entries_about(&mut self, wanted: &HashSet<String>, known_at: KnownAt) -> Result<EntriesAbout, RegisterError> {
        let place = self.place();
        let mut entries = Vec::new();
        let mut passed_over = PassedOver::default();
        self.each_checked(&mut |row| {
            let of = Tail::of(row.body).filter(|tail| tail.kind == "act").zip(treaty_of_act(row.body));
            match of {
                Some((tail, treaty)) if !wanted.contains(treaty) => {
                    passed_over.take(&tail, known_at).map_err(|Unreadable| RegisterError::Damaged {
                        place: place.clone(),
                        entry: Some(row.number),
                        because: "its time can't be read".to_owned(),
                    })
                }
                _ => {
                    entries.push(parse(row.body, row.number, &place)?);
                    Ok(())
                }
            }
        })?;
        Ok((entries, passed_over.last()))
    }

    /// The number of the last entry.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn last_number(&mut self) -> Result<u64, RegisterError> {
        Ok(self.store.last_checkpoint()?.map_or(0, |signed| signed.size))
    }

    /// One entry, and its canonical form, checked with all others.
    ///
    /// # Errors
    /// When there is none of that number, or the register can't be read or is damaged.
    pub fn entry(&mut self, number: u64) -> Result<(Entry, String), RegisterError> {
        let place = self.place();
        let mut found = None;
        let (check, _) = self.each_checked(&mut |row| {
            if row.number == number {
                found = Some((parse(row.body, number, &place)?, row.body.to_owned()));
            }
            Ok(())
        })?;
        found.ok_or(RegisterError::NoSuchEntry { place, entry: number, last: check.size() })
    }

    /// The log as a tree, every entry checked.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn log(&mut self) -> Result<Log, RegisterError> {
        let mut leaves = Vec::new();
        let (check, last) = self.each_checked(&mut |row| {
            leaves.push(leaf_hash(row.body.as_bytes()));
            Ok(())
        })?;
        Ok(Log { tree: Tree::of(leaves), checkpoint: last.note, keys: check.keys })
    }

    /// The last checkpoint: a signed note, with the signatures of witnesses.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn checkpoint(&mut self) -> Result<String, RegisterError> {
        self.checkpoint_of(u64::MAX)
    }

    /// The first checkpoint that covers so many entries, or the last: a signed note, with the signatures of witnesses.
    ///
    /// # Errors
    /// When the register can't be read, or holds none.
    pub fn checkpoint_of(&mut self, size: u64) -> Result<String, RegisterError> {
        let signed = self.signed(size)?;
        let mut cosigned = self.store.cosignatures(signed.size)?;
        // A line that is no signature would spoil the whole note for those who read it.
        cosigned.retain(|line| line.parse().is_ok_and(|read: NoteSignature| read.to_string() == *line));
        Ok(cosigned.into_iter().fold(signed.note, |note, line| note + &line + "\n"))
    }

    /// The same with the register's own signature only, which never changes.
    ///
    /// # Errors
    /// When the register can't be read, or holds none.
    pub fn bare_checkpoint_of(&mut self, size: u64) -> Result<String, RegisterError> {
        Ok(self.signed(size)?.note)
    }

    fn signed(&mut self, size: u64) -> Result<Signed, RegisterError> {
        let found = self.store.checkpoint(size)?;
        let found = if found.is_some() { found } else { self.store.last_checkpoint()? };
        found.ok_or_else(|| self.damaged(None, "it holds no checkpoint".to_owned()))
    }

    /// The point that a checkpoint stands for, once it is known to be one of this register.
    ///
    /// # Errors
    /// When the register's key has not signed it, or it was signed for other entries.
    pub fn point_of(&mut self, note: &str) -> Result<KnownAt, RegisterError> {
        let note: Note = note.parse().map_err(|error: NoteError| RegisterError::Checkpoint(error.into()))?;
        let claimed: Checkpoint =
            note.text().parse().map_err(|error: CheckpointError| RegisterError::Checkpoint(error))?;
        let log = self.log()?;
        let key =
            log.keys.signing(claimed.size()).ok_or_else(|| self.damaged(None, "no entry names its key".to_owned()))?;
        let checkpoint = Checkpoint::of(&note, key)?;
        let because = match log.tree.root(checkpoint.size()) {
            Some(root) if root == checkpoint.root() => return Ok(KnownAt::Entry(checkpoint.size())),
            Some(_) => "its first entries are others".to_owned(),
            None => format!("it holds {} entries", log.tree.size()),
        };
        Err(RegisterError::NotConsistent { place: self.place(), size: checkpoint.size(), because })
    }

    /// Keeps the signature line of a witness under a checkpoint of that size.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn cosign(&mut self, size: u64, line: &str) -> Result<(), RegisterError> {
        self.store.cosign(size, line)
    }

    /// What was said in confidence with an entry, as far as it has not been erased: whatever else is kept beside it was not
    /// said with it.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn openings(&mut self, entry: u64) -> Result<Vec<Opening>, RegisterError> {
        let place = self.place();
        let Some(body) = self.store.body(entry)? else { return Ok(Vec::new()) };
        let said = parse(&body, entry, &place)?.confidential;
        let mut openings = self.store.openings(entry)?;
        openings.retain(|opening| said.iter().any(|confidence| confidence.commitment == opening.commitment));
        Ok(openings)
    }

    /// Starts to write. Nothing is recorded until [`Writing::commit`]; other writers wait.
    ///
    /// # Errors
    /// When the register can't be written to, or the key is not its own.
    pub fn write<'a>(&'a mut self, key: &'a SigningKey) -> Result<Writing<'a>, RegisterError> {
        let place = self.place();
        Writing::going_on(self.store.begin()?, place, key, &mut self.last_signed)
    }

    /// Makes sure that nothing that was erased is left in the register's own files.
    ///
    /// # Errors
    /// When the files can't be written.
    pub fn forget(&mut self) -> Result<(), RegisterError> {
        self.store.forget()
    }

    /// Checks the whole register: the place that keeps it, the sequence, every entry against the tree, the tree against
    /// every checkpoint, and what else is expected of it.
    ///
    /// # Errors
    /// Only when the check itself can't be made; what it finds is in the result.
    pub fn verify(&mut self, expected: &Expected) -> Result<Verification, RegisterError> {
        verification::verify(self.store.as_mut(), expected)
    }
}

type EntriesAbout = (Vec<Entry>, Option<(u64, DateOfKnowledge)>);

/// The last of the entries that were passed over though they were known.
#[derive(Default)]
struct PassedOver {
    number: u64,
    recorded: String,
}

impl PassedOver {
    fn take(&mut self, tail: &Tail<'_>, known_at: KnownAt) -> Result<(), Unreadable> {
        let known = match known_at {
            KnownAt::Everything => true,
            KnownAt::Entry(point) => tail.number <= point,
            KnownAt::Moment(moment) => moment_of(tail.recorded).ok_or(Unreadable)? <= moment,
        };
        if known {
            self.number = tail.number;
            self.recorded.clear();
            self.recorded.push_str(tail.recorded);
        }
        Ok(())
    }

    fn last(&self) -> Option<(u64, DateOfKnowledge)> {
        moment_of(&self.recorded).map(|recorded| (self.number, recorded))
    }
}

/// A time of recording can't be read.
struct Unreadable;

fn moment_of(text: &str) -> Option<DateOfKnowledge> {
    text.parse().ok().map(DateOfKnowledge::new)
}

/// A place for a new register.
pub(crate) fn make_store(location: &Location) -> Result<Box<dyn Store>, RegisterError> {
    match location {
        Location::File(path) => Ok(Box::new(SqliteStore::make(path)?)),
        Location::Postgres(address) => Ok(Box::new(PostgresStore::make(address)?)),
    }
}

/// The place of a register that is there.
pub(crate) fn open_store(location: &Location) -> Result<Box<dyn Store>, RegisterError> {
    match location {
        Location::File(path) => Ok(Box::new(SqliteStore::open(path)?)),
        Location::Postgres(address) => Ok(Box::new(PostgresStore::open(address)?)),
    }
}

fn place(location: &Location) -> String {
    match location {
        Location::File(path) => path.display().to_string(),
        Location::Postgres(address) => address.to_string(),
    }
}

pub(crate) fn parse(body: &str, number: u64, place: &str) -> Result<Entry, RegisterError> {
    let damaged = |because: String| RegisterError::Damaged { place: place.to_owned(), entry: Some(number), because };
    let entry = read_entry(body).map_err(|source| damaged(format!("it can't be read: {source}")))?;
    if entry.number == number { Ok(entry) } else { Err(damaged(format!("it says that it is entry {}", entry.number))) }
}

/// A treaty and those that its clauses refer to, directly or through others.
fn with_those_referred_to(treaty: &str, entries: &[Entry]) -> HashSet<String> {
    let treaties = || {
        entries.iter().filter_map(|entry| match &entry.content {
            Content::Treaty(treaty) => Some(treaty),
            _ => None,
        })
    };
    let named = treaties().map(|known| &known.treaty).filter(|id| id.as_str().eq_ignore_ascii_case(treaty.trim()));
    let mut next: Vec<String> = named.map(ToString::to_string).collect();
    let mut wanted = HashSet::new();
    while let Some(id) = next.pop() {
        let known = treaties().filter(|known| known.treaty.as_str() == id);
        next.extend(
            known.flat_map(|known| known.refers_to()).map(ToString::to_string).filter(|id| !wanted.contains(id)),
        );
        wanted.insert(id);
    }
    wanted
}
