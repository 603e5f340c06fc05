//! Checking a whole register, and what was found.

use std::fmt;

use law::calendar::DateOfKnowledge;
use law::entry::Entry;
use law::treaty::TreatyId;

use crate::chain::{Hash, canonical_form};

/// What a check of the whole register found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many entries there are.
    pub entries: u64,
    /// The hash of the last entry, which stands for all of them.
    pub head: Hash,
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

/// A row as the database has it.
pub(crate) struct Row {
    pub(crate) number: i64,
    pub(crate) kind: String,
    pub(crate) treaty: Option<String>,
    pub(crate) body: String,
    pub(crate) hash: Vec<u8>,
}

/// The check of a chain, row by row.
pub(crate) struct ChainCheck {
    pub(crate) count: u64,
    pub(crate) head: Hash,
    recorded: Option<DateOfKnowledge>,
}

impl Default for ChainCheck {
    fn default() -> Self {
        Self { count: 0, head: Hash::START, recorded: None }
    }
}

impl ChainCheck {
    /// The number that the next entry should have.
    pub(crate) fn expected(&self) -> u64 {
        self.count + 1
    }

    /// What is wrong with the next row.
    pub(crate) fn next(&mut self, row: &Row) -> Vec<Fault> {
        let number = row.number.cast_unsigned();
        let mut faults = Vec::new();
        let mut fault = |what: &str| faults.push(Fault { entry: Some(number), what: what.to_owned() });
        if number != self.expected() {
            fault(&format!("entry {} should stand here", self.expected()));
        }
        if Hash::after(self.head, row.body.as_bytes()).as_bytes() != row.hash {
            fault("its hash does not follow from its content and the entry before it: one of them was changed");
        }
        match serde_json::from_str::<Entry>(&row.body) {
            Ok(entry) => {
                if entry.number != number {
                    fault(&format!("it says that it is entry {}", entry.number));
                }
                if entry.content.kind() != row.kind
                    || entry.content.treaty().map(TreatyId::as_str) != row.treaty.as_deref()
                {
                    fault("it is filed under another kind or treaty than its own");
                }
                if self.recorded.is_some_and(|before| entry.recorded < before) {
                    fault("it is dated before the entry before it");
                }
                if canonical_form(&entry).is_ok_and(|canonical| canonical != row.body) {
                    fault("it is not in canonical form");
                }
                self.recorded = Some(entry.recorded);
            }
            Err(error) => fault(&format!("it can't be read: {error}")),
        }
        self.count += 1;
        // The chain goes on from what is on record, so that one changed entry is one fault and not a hundred.
        self.head = Hash::from_bytes(&row.hash).unwrap_or(Hash::START);
        faults
    }
}
