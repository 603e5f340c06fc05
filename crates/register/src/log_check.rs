//! Reading the entries against the signed tree: nothing is ever answered from an entry that somebody changed.

use std::ops::RangeInclusive;

use law::entry::Content;

use crate::canonical::{Tail, read_entry};
use crate::fault::RegisterError;
use crate::hash::Hash;
use crate::log::{Checkpoint, Frontier, KeyError, VerifierKey, leaf_hash};
use crate::store::{Row, Signed, Store};

/// The keys that a register's own entries name, each from the entry that names it on.
#[derive(Debug, Clone, Default)]
pub struct Keys(Vec<(u64, VerifierKey)>);

impl Keys {
    /// The key that signs a checkpoint of that size.
    #[must_use]
    pub fn signing(&self, size: u64) -> Option<&VerifierKey> {
        self.0.iter().rfind(|(from, _)| *from <= size).map(|(_, key)| key)
    }

    /// The key that signs now.
    #[must_use]
    pub fn current(&self) -> Option<&VerifierKey> {
        self.0.last().map(|(_, key)| key)
    }

    /// Every key, with the entry that names it.
    pub fn iter(&self) -> impl Iterator<Item = (u64, &VerifierKey)> {
        self.0.iter().map(|(from, key)| (*from, key))
    }

    pub(crate) fn add(&mut self, from: u64, key: VerifierKey) {
        self.0.push((from, key));
    }

    /// The key that an entry took the log over from, if it did.
    fn before(&self, entry: u64) -> Option<&VerifierKey> {
        self.0.iter().rfind(|(from, _)| *from < entry).map(|(_, key)| key)
    }
}

/// An entry that hands the log over to another key, and the tree that ends with it.
#[derive(Debug, Clone)]
pub(crate) struct Handover {
    pub(crate) entry: u64,
    root: Hash,
}

/// Something that is not as recorded: the entry, and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub(crate) entry: u64,
    pub(crate) what: String,
}

impl Wrong {
    /// The same as an error of the register that it was found in.
    pub(crate) fn in_register(self, place: &str) -> RegisterError {
        RegisterError::Damaged { place: place.to_owned(), entry: Some(self.entry), because: self.what }
    }
}

/// The tree as it grows with the entries read, and the keys met on the way.
#[derive(Debug, Clone, Default)]
pub(crate) struct LogCheck {
    pub(crate) frontier: Frontier,
    pub(crate) keys: Keys,
    /// Those among the entries read here. Whether the former key agreed is seen in the checkpoint that ends with each.
    pub(crate) handovers: Vec<Handover>,
}

impl LogCheck {
    /// Goes on from a tree that has been checked.
    pub(crate) fn going_on(frontier: Frontier, keys: Keys) -> Self {
        Self { frontier, keys, handovers: Vec::new() }
    }

    /// How many entries have been read.
    pub(crate) fn size(&self) -> u64 {
        self.frontier.size()
    }

    /// Takes the next entry, and tells what can be told of it at a glance; or says what is wrong with it.
    pub(crate) fn next<'r>(&mut self, row: &Row<'r>) -> Result<Tail<'r>, Wrong> {
        let expected = self.size() + 1;
        let wrong = |what: String| Wrong { entry: row.number.min(expected), what };
        if row.number != expected {
            return Err(wrong(format!("entry {expected} should stand here, and entry {} does", row.number)));
        }
        let leaf = leaf_hash(row.body.as_bytes());
        if leaf.as_bytes() != row.hash {
            return Err(wrong("it is not what was recorded".to_owned()));
        }
        let tail = Tail::of(row.body).ok_or_else(|| wrong("it is not in canonical form".to_owned()))?;
        if tail.number != expected {
            return Err(wrong(format!("it says that it is entry {}", tail.number)));
        }
        let key = if tail.kind == "log" { named_key(row.body).map_err(wrong)? } else { None };
        self.frontier.append(leaf);
        if let Some(key) = key {
            if self.keys.current().is_some() {
                self.handovers.push(Handover { entry: expected, root: self.frontier.root() });
            }
            self.keys.add(expected, key);
        }
        Ok(tail)
    }

    /// Goes on from an entry that is wrong, as if it were what its hash says.
    pub(crate) fn pass_over(&mut self, row: &Row<'_>) {
        self.frontier.append(Hash::from_bytes(row.hash).unwrap_or_else(|| leaf_hash(row.body.as_bytes())));
    }

    /// Whether what has been read is what a checkpoint was signed for, and by the register's own key.
    pub(crate) fn agrees(&self, signed: &Signed) -> Result<Checkpoint, String> {
        if signed.size > self.size() {
            return Err(format!("it should follow: the register's checkpoint counts {} entries", signed.size));
        }
        let key =
            self.keys.signing(signed.size).ok_or("no entry names the key that signs the register's checkpoints")?;
        let checkpoint = Checkpoint::open(&signed.note, key)
            .map_err(|error| format!("the register's checkpoint of {} entries: {error}", signed.size))?;
        if checkpoint.size() != signed.size {
            return Err(format!(
                "the checkpoint kept for {} entries was signed for {}",
                signed.size,
                checkpoint.size()
            ));
        }
        if signed.size == self.size() {
            if self.frontier.root() != checkpoint.root() {
                return Err(format!(
                    "the entries are not those that the checkpoint of {} entries was signed for",
                    signed.size
                ));
            }
            if self.frontier.to_bytes() != signed.frontier {
                return Err(format!(
                    "what is kept of the tree with the checkpoint of {} entries is wrong",
                    signed.size
                ));
            }
        }
        Ok(checkpoint)
    }

    /// The first and the last of the entries among which is the first one that a checkpoint was not signed for, as far as
    /// the peaks kept with it tell.
    pub(crate) fn differs_among(&self, signed: &Signed) -> Option<(u64, u64)> {
        let key = self.keys.signing(signed.size)?;
        let root = Checkpoint::open(&signed.note, key).ok()?.root();
        let kept = Frontier::from_bytes(signed.size, &signed.frontier).ok().filter(|kept| kept.root() == root)?;
        self.frontier.first_difference(&kept).map(RangeInclusive::into_inner)
    }

    /// Whether the former key agreed to a handover: the checkpoint that ends with its entry is signed with both. A new
    /// key that named itself could otherwise sign for anything.
    pub(crate) fn agreed(&self, handover: &Handover, ends_with: Option<&Signed>) -> Result<(), Wrong> {
        let entry = handover.entry;
        let wrong =
            |because: String| Wrong { entry, what: format!("it hands the log over to another key, and {because}") };
        let signed = ends_with.filter(|signed| signed.size == entry).ok_or_else(|| {
            wrong("no checkpoint that ends with it bears witness that the former key agreed".to_owned())
        })?;
        for key in [self.keys.before(entry), self.keys.signing(entry)].into_iter().flatten() {
            let checkpoint = Checkpoint::open(&signed.note, key)
                .map_err(|error| wrong(format!("of its checkpoint, which both keys sign: {error}")))?;
            if checkpoint.size() != entry || checkpoint.root() != handover.root {
                return Err(wrong("the checkpoint that ends with it was signed for other entries".to_owned()));
            }
        }
        Ok(())
    }

    /// Whether the log was handed over rightly wherever it was, among what was read here.
    pub(crate) fn handed_over(&self, store: &mut dyn Store, place: &str) -> Result<(), RegisterError> {
        for handover in &self.handovers {
            let ends_with = store.checkpoint(handover.entry)?;
            self.agreed(handover, ends_with.as_ref()).map_err(|wrong| wrong.in_register(place))?;
        }
        Ok(())
    }
}

/// The key that an entry about the log itself names, if it does.
fn named_key(body: &str) -> Result<Option<VerifierKey>, String> {
    let entry = read_entry(body).map_err(|error| format!("it can't be read: {error}"))?;
    let Content::Log(event) = &entry.content else { return Ok(None) };
    let key = event.key().map(str::parse).transpose();
    key.map_err(|error: KeyError| format!("it names a key that can't be read: {error}"))
}
