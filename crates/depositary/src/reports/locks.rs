//! Locked reports: a report fixed to a point of the record, which is made again to the same text for ever.

use std::path::Path;

use law::calendar::AsAt;
use law::record::{KnownAt, Record};
use papers::document::Document;
use papers::pdf::Imprint;
use papers::report::Definition;
use register::Register;
use serde::{Deserialize, Serialize};

use super::proof_of;
use crate::command::write_whole;
use crate::failure::Failure;

/// A report that has been locked: its text, and the point of the record that it was made from.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lock {
    /// The name of the report.
    pub report: String,
    /// The day that it is as at.
    pub as_at: AsAt,
    /// How many entries of the register it was made from.
    pub entries: u64,
    /// The checkpoint that covers them.
    pub checkpoint: String,
    /// The organization that issued it.
    pub author: String,
    /// The report itself.
    pub document: Document,
}

impl Lock {
    /// Fixes a report.
    ///
    /// # Errors
    /// When the register holds nothing to fix it to.
    pub fn of(
        definition: &Definition,
        document: &Document,
        as_at: AsAt,
        record: &Record,
        register: &mut Register,
    ) -> Result<Self, Failure> {
        let (entries, _) = record.last().ok_or_else(|| Failure::Said("there is no entry to lock to".to_owned()))?;
        Ok(Self {
            report: definition.report.clone(),
            as_at,
            entries,
            checkpoint: register.bare_checkpoint_of(entries)?,
            author: definition.masthead.organization.clone(),
            document: document.clone(),
        })
    }

    /// Writes it to a file that is not there yet: what is locked is not overwritten.
    pub fn write(&self, path: &Path) -> Result<(), Failure> {
        if path.exists() {
            return Err(Failure::Said(format!(
                "{} is there already, and what is locked is not overwritten; name another file",
                path.display()
            )));
        }
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        write_whole(path, text.as_bytes())
    }

    /// What the report's file says about itself.
    pub fn imprint(&self) -> Imprint {
        Imprint { author: self.author.clone(), issued: self.as_at.day() }
    }
}

/// A locked report from its file, with its proof, once the register is seen to hold the very entries that it was made from.
pub fn locked(path: &Path, register: &mut Register, site: Option<&str>) -> Result<Lock, Failure> {
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(path, "read", &error))?;
    let in_file = |what: &dyn std::fmt::Display| Failure::Said(format!("{}: {what}", path.display()));
    let mut lock: Lock =
        serde_json::from_str(&text).map_err(|error| in_file(&format!("it is no locked report: {error}")))?;
    let point = register.point_of(&lock.checkpoint).map_err(|error| in_file(&error))?;
    let covers = |point: KnownAt| matches!(point, KnownAt::Entry(last) if last >= lock.entries);
    if !covers(point) {
        return Err(in_file(&format!("its checkpoint does not cover the {} entries that it names", lock.entries)));
    }
    lock.document.proof = Some(proof_of(register, lock.entries, site)?);
    Ok(lock)
}
