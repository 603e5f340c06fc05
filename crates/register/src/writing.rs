//! Writing: entries are added one by one and recorded together, or not at all.

use law::act::Standing;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft, Entry};
use law::keeping::{Attachment, LogEvent};
use law::record::{KnownAt, Record};

use crate::canonical::{LONGEST_ENTRY, Tail, canonical_form, read_entry};
use crate::confidence::Confided;
use crate::fault::RegisterError;
use crate::log::{Checkpoint, CheckpointError, Frontier, Note, NoteError, SigningKey, VerifierKey, leaf_hash};
use crate::register::parse;
use crate::store::{Row, Signed, Transaction};

/// The last checkpoint that was signed here: whoever signed it need not check the signature before signing the next.
#[derive(Debug, Default)]
pub(crate) struct LastSigned(Option<(VerifierKey, String, Checkpoint)>);

impl LastSigned {
    fn checkpoint(&self, key: &VerifierKey, note: &str) -> Option<Checkpoint> {
        let (by, signed, checkpoint) = self.0.as_ref()?;
        (by == key && signed == note).then(|| checkpoint.clone())
    }
}

/// Something being written.
pub struct Writing<'a> {
    transaction: Box<dyn Transaction + 'a>,
    place: String,
    key: &'a SigningKey,
    /// The key that takes over with the checkpoint to come.
    next_key: Option<&'a SigningKey>,
    last_signed: Option<&'a mut LastSigned>,
    frontier: Frontier,
    size_before: u64,
    recorded: Option<DateOfKnowledge>,
}

/// What an entry brings with it beside what it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Accompanied {
    /// Papers.
    pub by: Vec<Attachment>,
    /// Words said in confidence.
    pub in_confidence: Vec<Confided>,
}

impl<'a> Writing<'a> {
    /// The first writing to a register.
    pub(crate) fn founding(transaction: Box<dyn Transaction + 'a>, place: String, key: &'a SigningKey) -> Self {
        let frontier = Frontier::default();
        Self { transaction, place, key, next_key: None, last_signed: None, frontier, size_before: 0, recorded: None }
    }

    /// A writing to a register that has entries. What is kept of the tree must be what was signed.
    pub(crate) fn going_on(
        mut transaction: Box<dyn Transaction + 'a>,
        place: String,
        key: &'a SigningKey,
        last_signed: &'a mut LastSigned,
    ) -> Result<Self, RegisterError> {
        let damaged = |entry: Option<u64>, because: &str| RegisterError::Damaged {
            place: place.clone(),
            entry,
            because: because.to_owned(),
        };
        let last = transaction.last_checkpoint()?.ok_or_else(|| damaged(None, "it holds no checkpoint"))?;
        let verifier = key.verifier();
        let known = last_signed.checkpoint(&verifier, &last.note).map(Ok);
        let checkpoint = known.unwrap_or_else(|| Checkpoint::open(&last.note, &verifier)).map_err(|_| {
            RegisterError::WrongKey { place: place.clone(), key: verifier.to_string(), expected: signers(&last.note) }
        })?;
        let frontier = Frontier::from_bytes(last.size, &last.frontier)
            .ok()
            .filter(|frontier| frontier.root() == checkpoint.root() && checkpoint.size() == last.size)
            .ok_or_else(|| damaged(None, "what is kept of the tree is not what its checkpoint was signed for"))?;
        let body = transaction.body(last.size)?.ok_or_else(|| damaged(Some(last.size), "it is missing"))?;
        if transaction.body(last.size + 1)?.is_some() {
            return Err(damaged(Some(last.size + 1), "no checkpoint covers it"));
        }
        if let Some(expected) = key_handed_to(&body).filter(|named| *named != verifier.to_string()) {
            return Err(RegisterError::WrongKey { place, key: verifier.to_string(), expected });
        }
        let recorded = Tail::of(&body).and_then(|tail| tail.recorded.parse().ok()).map(DateOfKnowledge::new);
        let recorded = Some(recorded.ok_or_else(|| damaged(Some(last.size), "its time can't be read"))?);
        let last_signed = Some(last_signed);
        Ok(Self { transaction, place, key, next_key: None, last_signed, frontier, size_before: last.size, recorded })
    }

    /// What the register holds, including what has been added so far.
    ///
    /// # Errors
    /// When the register can't be read or is damaged.
    pub fn record(&mut self) -> Result<Record, RegisterError> {
        let place = &self.place;
        let mut frontier = Frontier::default();
        let mut entries = Vec::new();
        self.transaction.read(&mut |row| {
            frontier.append(leaf_hash(row.body.as_bytes()));
            entries.push(parse(row.body, row.number, place)?);
            Ok(())
        })?;
        if frontier.root() != self.frontier.root() {
            return Err(RegisterError::Damaged {
                place: place.clone(),
                entry: None,
                because: "its entries are not those that its checkpoint was signed for".to_owned(),
            });
        }
        Ok(Record::of(entries, KnownAt::Everything))
    }

    /// An entry that is on record, or has been added.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn entry(&mut self, number: u64) -> Result<Option<Entry>, RegisterError> {
        let body = self.transaction.body(number)?;
        body.map(|body| parse(&body, number, &self.place)).transpose()
    }

    /// Adds an entry, and returns its number.
    ///
    /// # Errors
    /// When it can't be written, or when the clock is behind the last entry.
    pub fn add(&mut self, draft: Draft, recorder: &str, now: DateOfKnowledge) -> Result<u64, RegisterError> {
        self.add_with(draft, &Accompanied::default(), recorder, now)
    }

    /// Adds an entry with its papers and what was said in confidence, and returns its number.
    ///
    /// # Errors
    /// When it can't be written, or when the clock is behind the last entry.
    pub fn add_with(
        &mut self,
        draft: Draft,
        accompanied: &Accompanied,
        recorder: &str,
        now: DateOfKnowledge,
    ) -> Result<u64, RegisterError> {
        if let Some(last) = self.recorded.filter(|last| now < *last) {
            return Err(RegisterError::Clock { now: now.to_string(), last: last.to_string() });
        }
        let number = self.last_number() + 1;
        let mut entry = draft.entered(number, now, recorder);
        entry.attachments.clone_from(&accompanied.by);
        let openings: Vec<_> = accompanied.in_confidence.iter().map(|confided| confided.opening(number)).collect();
        let labels = accompanied.in_confidence.iter().map(Confided::label);
        entry.confidential = openings.iter().zip(labels).map(|(opening, label)| opening.confidence(label)).collect();
        self.add_entry(&entry)?;
        openings.iter().try_for_each(|opening| self.transaction.confide(opening))?;
        self.recorded = Some(now);
        Ok(number)
    }

    fn add_entry(&mut self, entry: &Entry) -> Result<(), RegisterError> {
        let form = |source: serde_json::Error| RegisterError::Form { entry: entry.number, because: source.to_string() };
        let body = canonical_form(entry).map_err(form)?;
        self.add_body(entry.number, &body)
    }

    /// Adds an entry by its canonical form.
    pub(crate) fn add_body(&mut self, number: u64, body: &str) -> Result<(), RegisterError> {
        if body.len() > LONGEST_ENTRY {
            let because = format!("it has {} bytes, and an entry may have {LONGEST_ENTRY}", body.len());
            return Err(RegisterError::Form { entry: number, because });
        }
        if self.next_key.is_some() {
            let because = "the entry before it hands the log over to another key, which ends a writing: record this in \
                           the next";
            return Err(RegisterError::Form { entry: number, because: because.to_owned() });
        }
        let leaf = leaf_hash(body.as_bytes());
        self.transaction.add(Row { number, body, hash: leaf.as_bytes() })?;
        self.frontier.append(leaf);
        Ok(())
    }

    /// Adds the entry with which a log begins.
    pub(crate) fn open_log(&mut self, recorder: &str, now: DateOfKnowledge) -> Result<u64, RegisterError> {
        let key = self.key.verifier().to_string();
        self.add_event(LogEvent::Opened { key }, recorder, now)
    }

    /// Adds an entry about the register itself.
    pub(crate) fn add_event(
        &mut self,
        event: LogEvent,
        recorder: &str,
        now: DateOfKnowledge,
    ) -> Result<u64, RegisterError> {
        let draft = Draft { standing: Standing::Deposited, sources: Vec::new(), content: Content::Log(event) };
        self.add(draft, recorder, now)
    }

    /// Hands the log over to another key. This ends the writing, whose checkpoint is signed with both keys, so that it can
    /// be seen that the former key agreed; those that follow are signed with the new one.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn replace_key(
        &mut self,
        next: &'a SigningKey,
        because: &str,
        recorder: &str,
        now: DateOfKnowledge,
    ) -> Result<u64, RegisterError> {
        let event = LogEvent::KeyReplaced { because: because.to_owned(), key: next.verifier().to_string() };
        let number = self.add_event(event, recorder, now)?;
        self.next_key = Some(next);
        Ok(number)
    }

    /// Erases what was said in confidence under a commitment, and records that it was.
    ///
    /// # Errors
    /// When there is no such confidence with that entry, or it can't be written.
    pub fn erase(
        &mut self,
        entry: u64,
        commitment: &str,
        because: &str,
        recorder: &str,
        now: DateOfKnowledge,
    ) -> Result<u64, RegisterError> {
        let form = |because: &str| RegisterError::Form { entry: self.frontier.size() + 1, because: because.to_owned() };
        let body = self.transaction.body(entry)?.ok_or_else(|| RegisterError::NoSuchEntry {
            place: self.place.clone(),
            entry,
            last: self.frontier.size(),
        })?;
        let said = parse(&body, entry, &self.place)?.confidential.into_iter().any(|one| one.commitment == commitment);
        if !said {
            return Err(form(&format!("entry {entry} has nothing in confidence under {commitment}")));
        }
        if !self.transaction.erase(commitment)? {
            return Err(form(&format!(
                "what entry {entry} had in confidence under {commitment} has been erased already"
            )));
        }
        let (because, commitment) = (because.to_owned(), commitment.to_owned());
        self.add_event(LogEvent::Erased { because, commitment, entry }, recorder, now)
    }

    /// The number of the last entry, added ones included.
    #[must_use]
    pub fn last_number(&self) -> u64 {
        self.frontier.size()
    }

    /// Records everything that was added, under a new signed checkpoint. When this returns, it is on the disk.
    ///
    /// # Errors
    /// When it can't be written; then nothing is recorded.
    pub fn commit(mut self) -> Result<(), RegisterError> {
        if self.frontier.size() > self.size_before {
            let (checkpoint, signed) = self.sign()?;
            self.transaction.add_checkpoint(&signed)?;
            if let Some(last) = self.last_signed {
                last.0 = Some((self.key.verifier(), signed.note, checkpoint));
            }
        }
        self.transaction.commit()
    }

    fn sign(&self) -> Result<(Checkpoint, Signed), RegisterError> {
        let size = self.frontier.size();
        let checkpoint = Checkpoint::new(self.key.name(), size, self.frontier.root())?;
        let mut note = checkpoint.sign(self.key)?;
        if let Some(next) = self.next_key {
            for signature in checkpoint.sign(next)?.signatures() {
                note.add(signature.clone()).map_err(CheckpointError::from)?;
            }
        }
        Ok((checkpoint, Signed { size, frontier: self.frontier.to_bytes(), note: note.to_string() }))
    }
}

/// The key that an entry hands the log over to, if it does. Its checkpoint is signed by the former key too, which must
/// sign nothing more.
fn key_handed_to(body: &str) -> Option<String> {
    Tail::of(body).filter(|tail| tail.kind == "log")?;
    match read_entry(body).ok()?.content {
        Content::Log(event) => event.key().map(ToOwned::to_owned),
        _ => None,
    }
}

/// Who signed a note, as far as it says.
fn signers(note: &str) -> String {
    let read: Result<Note, NoteError> = note.parse();
    let name = |signature: &crate::log::NoteSignature| format!("{}+{}", signature.name(), signature.id());
    read.map_or_else(
        |error| error.to_string(),
        |note| note.signatures().iter().map(name).collect::<Vec<_>>().join(", "),
    )
}
