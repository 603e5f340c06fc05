//! Bringing a register to another place, entry by entry and checkpoint by checkpoint, exactly as it is.

use law::calendar::DateOfKnowledge;
use law::keeping::LogEvent;

use crate::chain;
use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::SigningKey;
use crate::register::{Register, make_store};
use crate::store::{FORMAT, FirstFormat, Signed, SqliteStore, Store};
use crate::verification::{Expected, Verification};
use crate::writing::Writing;

/// Copies a register, from any place to any other, while others may be writing to it; what they add meanwhile is not in
/// the copy. Both are verified: what is read against its log, and the copy when it is there.
///
/// # Errors
/// When the register is damaged, when there is something at the place of the copy, or when it can't be written.
pub fn copy(from: &mut Register, to: &Location) -> Result<Verification, RegisterError> {
    copy_into(make_store(to)?, from, to)
}

/// The same into a place that was made for it.
pub(crate) fn copy_into(
    mut store: Box<dyn Store>,
    from: &mut Register,
    to: &Location,
) -> Result<Verification, RegisterError> {
    let last = fill(from, store.as_mut())?;
    copy_cosignatures(from, store.as_mut(), last.size)?;
    store.publish()?;
    let mut made = Register::open(to)?;
    let expected = Expected { checkpoint: Some(last.note), key: None };
    made.verify(&expected)
}

/// Copies everything up to one moment, and says which checkpoint that was.
fn fill(from: &mut Register, to: &mut dyn Store) -> Result<Signed, RegisterError> {
    let mut transaction = to.found()?;
    let mut confiding = Vec::new();
    let (_, last) = from.each_checked(&mut |row| {
        if row.body.contains("\"confidential\":[") {
            confiding.push(row.number);
        }
        transaction.add(*row)
    })?;
    let store = from.store();
    store.each_checkpoint(&mut |signed| {
        if signed.size <= last.size { transaction.add_checkpoint(&signed) } else { Ok(()) }
    })?;
    for entry in confiding {
        for opening in store.openings(entry)? {
            transaction.confide(&opening)?;
        }
    }
    transaction.commit()?;
    Ok(last)
}

fn copy_cosignatures(from: &mut Register, to: &mut dyn Store, size: u64) -> Result<(), RegisterError> {
    let mut sizes = Vec::new();
    from.store().each_checkpoint(&mut |signed| {
        sizes.push(signed.size);
        Ok(())
    })?;
    for size in sizes.into_iter().filter(|of| *of <= size) {
        for line in from.store().cosignatures(size)? {
            to.cosign(size, &line)?;
        }
    }
    Ok(())
}

/// What was brought forward from an older format.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Migration {
    /// The older format.
    pub of_format: i64,
    /// How many entries there were.
    pub entries: u64,
    /// The hash that stood for all of them.
    pub head: String,
    /// Where the register is kept as it was.
    pub kept: std::path::PathBuf,
}

/// Brings a register in a file forward to the format of this program. Its entries stay as they are, to the byte, and an
/// entry says which hash the older format ended with, so that it can still be checked. The older file is kept beside it.
/// Nobody else may be using the register meanwhile.
///
/// # Errors
/// When it is in this format already, when it is damaged, or when it can't be written.
pub fn migrate(
    location: &Location,
    key: &SigningKey,
    keep_key: impl FnOnce() -> Result<(), RegisterError>,
    recorder: &str,
    now: DateOfKnowledge,
) -> Result<Migration, RegisterError> {
    let place = location.to_string();
    let Some(path) = location.path() else {
        return Err(RegisterError::NoMigration { place, format: FORMAT });
    };
    let Some(old) = FirstFormat::open(path)? else {
        return Err(RegisterError::NoMigration { place, format: FORMAT });
    };
    let store = SqliteStore::make_in_place_of(path)?;
    migrate_into(Box::new(store), old, location, key, keep_key, recorder, now)
}

/// The same into a place that was made for it.
pub(crate) fn migrate_into(
    mut store: Box<dyn Store>,
    mut old: FirstFormat,
    location: &Location,
    key: &SigningKey,
    keep_key: impl FnOnce() -> Result<(), RegisterError>,
    recorder: &str,
    now: DateOfKnowledge,
) -> Result<Migration, RegisterError> {
    let place = location.to_string();
    let mut writing = Writing::founding(store.found()?, place.clone(), key);
    let (mut hash, mut entries) = (chain::start(), 0);
    old.read(&mut |row| {
        let damaged = |because: &str| RegisterError::Damaged {
            place: place.clone(),
            entry: Some(entries + 1),
            because: because.to_owned(),
        };
        let next = chain::after(hash, row.body.as_bytes());
        if row.number != entries + 1 {
            return Err(damaged("it is missing"));
        }
        if next.as_bytes() != row.hash {
            return Err(damaged("it is not what was recorded"));
        }
        (hash, entries) = (next, row.number);
        writing.add_body(row.number, row.body)
    })?;
    let (head, verifier) = (hash.to_string(), key.verifier().to_string());
    let event = LogEvent::Migrated { entries, head: head.clone(), key: verifier, of_format: 1 };
    writing.add_event(event, recorder, now)?;
    keep_key()?;
    writing.commit()?;
    let kept = old.keep_beside()?;
    store.publish()?;
    let verification = Register::open(location)?.verify(&Expected::default())?;
    match verification.faults.first() {
        None => Ok(Migration { of_format: 1, entries, head, kept }),
        Some(fault) => Err(RegisterError::Damaged {
            place,
            entry: fault.entry,
            because: format!("after the migration, {}", fault.what),
        }),
    }
}
