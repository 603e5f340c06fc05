//! A snapshot: what the register says at its last checkpoint, in a form that is read at once. It is signed with the
//! register's key like a checkpoint, over the checkpoint and its own bytes: one that is older than the register, damaged,
//! or somebody else's is never answered from.

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;
use std::sync::Arc;

use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{Date, DateOfAct, DateOfEffect, DateOfKnowledge};
use law::entry::Entry;
use law::party::PartyCode;
use law::record::{GatheredAct, Gathering, KnownAt, Record};
use law::treaty::TreatyId;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::hash::Hash;
use crate::log::{Note, SigningKey, VerifierKey};
use crate::store::Signed;

/// How a snapshot begins. The version changes with the form and with what the law makes of it.
const FIRST_LINE: &str = "depositary snapshot 1";

/// A snapshot as read, not trusted yet.
pub(crate) struct Snapshot {
    note: Note,
    key_entry: u64,
    payload: Vec<u8>,
}

/// What is in a snapshot: acts in a short form, everything else as it is in the register.
#[derive(Serialize, Deserialize)]
struct Payload {
    others: Vec<String>,
    treaties: Vec<String>,
    parties: Vec<String>,
    sources: Vec<Vec<String>>,
    last: (u64, DateOfKnowledge),
    acts: Vec<Row>,
}

/// An act in short: days as numbers, texts by their place in a list.
#[derive(Serialize, Deserialize)]
struct Row {
    entry: u64,
    treaty: u32,
    party: u16,
    sources: u32,
    action: Action,
    standing: Standing,
    by: bool,
    date: i32,
    effective: Option<i32>,
    received: Option<i32>,
    note: Option<String>,
}

/// The text that is signed.
fn text(checkpoint: &str, key_entry: u64, payload: &[u8]) -> String {
    let hash = |bytes: &[u8]| Hash::from(<[u8; 32]>::from(Sha256::digest(bytes)));
    format!("{FIRST_LINE}\n{key_entry}\n{}\n{}\n", hash(checkpoint.as_bytes()), hash(payload))
}

/// Keeps a snapshot in a file, whole or not at all.
pub(crate) fn keep(
    path: &Path,
    gathering: &Gathering,
    signed: &Signed,
    key: &SigningKey,
    key_entry: u64,
) -> Result<(), String> {
    let payload = payload(gathering)?;
    let note =
        Note::signed(text(&signed.note, key_entry, &payload), key).map_err(|error| error.to_string())?.to_string();
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let write = || {
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        file.write_all(&u32::try_from(note.len()).unwrap_or(u32::MAX).to_be_bytes())?;
        file.write_all(note.as_bytes())?;
        file.write_all(&payload)?;
        file.persist(path)?;
        Ok(())
    };
    write().map_err(|error: std::io::Error| error.to_string())
}

fn payload(gathering: &Gathering) -> Result<Vec<u8>, String> {
    let (mut treaties, mut parties, mut sources) = (Listing::default(), Listing::default(), Listing::default());
    let row = |gathered: &GatheredAct| Row {
        entry: gathered.entry,
        treaty: treaties.place(&gathered.act.treaty),
        party: u16::try_from(parties.place(&gathered.act.party)).unwrap_or(u16::MAX),
        sources: sources.place(&gathered.sources),
        action: gathered.act.action,
        standing: gathered.standing,
        by: matches!(gathered.act.date, DayOfAct::By(_)),
        date: number(gathered.act.date.at_latest().day()),
        effective: gathered.act.effective.map(|date| number(date.day())),
        received: gathered.act.received.map(|date| number(date.day())),
        note: gathered.act.note.clone(),
    };
    let acts = gathering.acts().iter().map(row).collect();
    let others: Result<_, _> = gathering.others().iter().map(serde_json::to_string).collect();
    let payload = Payload {
        others: others.map_err(|error| error.to_string())?,
        treaties: treaties.list.iter().map(ToString::to_string).collect(),
        parties: parties.list.iter().map(ToString::to_string).collect(),
        sources: sources.list.iter().map(|sources| sources.to_vec()).collect(),
        last: gathering.last().ok_or("there is nothing to keep")?,
        acts,
    };
    postcard::to_allocvec(&payload).map_err(|error| error.to_string())
}

/// Different things, each with its place.
struct Listing<T> {
    list: Vec<T>,
    places: HashMap<T, u32>,
}

impl<T> Default for Listing<T> {
    fn default() -> Self {
        Self { list: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Clone + Eq + std::hash::Hash> Listing<T> {
    fn place(&mut self, thing: &T) -> u32 {
        if let Some(place) = self.places.get(thing) {
            return *place;
        }
        let place = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.list.push(thing.clone());
        self.places.insert(thing.clone(), place);
        place
    }
}

/// A calendar day as a number.
fn number(day: Date) -> i32 {
    (i32::from(day.year()) * 16 + i32::from(day.month())) * 32 + i32::from(day.day())
}

/// The calendar day of a number.
fn day(number: i32) -> Option<Date> {
    let (year, rest) = (number.div_euclid(512), number.rem_euclid(512));
    Date::new(i16::try_from(year).ok()?, i8::try_from(rest / 32).ok()?, i8::try_from(rest % 32).ok()?).ok()
}

impl Snapshot {
    /// Reads a snapshot; `None` where there is none that can be read.
    pub(crate) fn read(path: &Path) -> Option<Self> {
        let mut payload = std::fs::read(path).ok()?;
        let (length, rest) = payload.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let note: Note = std::str::from_utf8(rest.get(..length)?).ok()?.parse().ok()?;
        payload.drain(..4 + length);
        let key_entry = note.text().lines().nth(1)?.parse().ok()?;
        Some(Self { note, key_entry, payload })
    }

    /// The entry that names the key with which it says it is signed.
    pub(crate) fn key_entry(&self) -> u64 {
        self.key_entry
    }

    /// What it says, if it is of that checkpoint, whole, and signed with the key.
    pub(crate) fn record(self, last: &Signed, key: &VerifierKey) -> Option<Record> {
        crate::log::Checkpoint::open(&last.note, key).ok()?;
        self.note.verified_by(key).ok()?;
        if self.note.text() != text(&last.note, self.key_entry, &self.payload) {
            return None;
        }
        gathering(postcard::from_bytes(&self.payload).ok()?)
    }
}

fn gathering(payload: Payload) -> Option<Record> {
    let (last, recorded) = payload.last;
    let treaties: Vec<TreatyId> = all(payload.treaties)?;
    let parties: Vec<PartyCode> = all(payload.parties)?;
    let sources: Vec<Arc<[String]>> = payload.sources.into_iter().map(Into::into).collect();
    let mut gathering = Gathering::up_to(KnownAt::Everything);
    for other in payload.others {
        gathering.add(serde_json::from_str::<Entry>(&other).ok()?);
    }
    for row in payload.acts {
        let date = DateOfAct::new(day(row.date)?);
        let act = Act {
            action: row.action,
            date: if row.by { DayOfAct::By(date) } else { DayOfAct::On(date) },
            effective: row.effective.map(day).map(|day| day.map(DateOfEffect::new).ok_or(())).transpose().ok()?,
            note: row.note,
            party: *parties.get(usize::from(row.party))?,
            received: row.received.map(day).map(|day| day.map(DateOfAct::new).ok_or(())).transpose().ok()?,
            treaty: treaties.get(usize::try_from(row.treaty).ok()?)?.clone(),
        };
        let sources = Arc::clone(sources.get(usize::try_from(row.sources).ok()?)?);
        gathering.add_act(GatheredAct { entry: row.entry, standing: row.standing, sources, act }, recorded);
    }
    let mut record = gathering.record();
    record.known_up_to(last, recorded);
    Some(record)
}

fn all<T: std::str::FromStr>(texts: Vec<String>) -> Option<Vec<T>> {
    texts.into_iter().map(|text| text.parse().ok()).collect()
}
