//! A small register with one of everything, and all that it was on the way.

use law::act::Standing;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft};
use register::log::{Note, SigningKey, cosign};
use register::{Accompanied, Confided, Location, Register, RegisterError};
use serde_json::{Value, json};

use crate::place::Place;

/// The name of the register's log.
pub const ORIGIN: &str = "example.org/treaties";

/// The entry with which things were said in confidence.
pub const CONFIDING: u64 = 8;

/// The entry with which the log was handed over to another key.
pub const HANDOVER: u64 = 9;

pub struct Sample {
    /// The key that the log began with.
    pub key: SigningKey,
    /// The key that took over.
    pub next_key: SigningKey,
    pub witness: SigningKey,
    /// The register after each writing.
    pub states: Vec<State>,
}

/// A register as it was after some writing.
pub struct State {
    pub size: u64,
    pub file: Vec<u8>,
    pub checkpoint: String,
}

/// When everything is recorded.
pub fn now() -> DateOfKnowledge {
    DateOfKnowledge::new("2026-01-01T00:00:00Z".parse().unwrap())
}

fn draft(content: Value) -> Draft {
    let content: Content = serde_json::from_value(content).unwrap();
    Draft { standing: Standing::Deposited, sources: vec!["a paper".to_owned()], content }
}

/// A State.
pub fn state(code: &str) -> Draft {
    draft(json!({ "kind": "party", "content": { "code": code, "kind": "state", "names": [{ "name": code }] } }))
}

/// A treaty.
pub fn treaty(id: &str) -> Draft {
    draft(json!({ "kind": "treaty", "content": {
        "treaty": id, "title": { "en": "Example" }, "depositary": "x", "adopted": { "on": "2000-01-01" }
    } }))
}

/// An accession on a day of January 2001.
pub fn accession(party: &str, day: u64) -> Draft {
    draft(json!({ "kind": "act", "content": {
        "treaty": "X-1", "party": party, "action": "accession", "date": format!("2001-01-{day:02}")
    } }))
}

impl Sample {
    pub fn new() -> Self {
        let generate = |name| SigningKey::generate(name).unwrap();
        let (key, next_key, witness) = (generate(ORIGIN), generate(ORIGIN), generate("example.org/witness"));
        let mut sample = Self { key, next_key, witness, states: Vec::new() };
        sample.fill().unwrap();
        sample
    }

    /// The register as it is.
    pub fn file(&self) -> &[u8] {
        &self.states.last().unwrap().file
    }

    /// The sizes of its checkpoints.
    pub fn sizes(&self) -> Vec<u64> {
        self.states.iter().map(|state| state.size).collect()
    }

    /// How many entries it has.
    pub fn entries(&self) -> u64 {
        self.states.last().unwrap().size
    }

    /// The entries that the checkpoint of an entry covers and no earlier one does.
    pub fn under_one_checkpoint_with(&self, entry: u64) -> (u64, u64) {
        let sizes = self.sizes();
        let last = *sizes.iter().find(|size| **size >= entry).unwrap();
        (sizes.iter().rfind(|size| **size < entry).map_or(1, |size| size + 1), last)
    }

    fn fill(&mut self) -> Result<(), RegisterError> {
        let place = Place::new();
        let location = place.location();
        Register::create(&location, &self.key, now(), "founder", |writing| {
            writing.add(state("AAA"), "founder", now())?;
            writing.add(treaty("X-1"), "founder", now()).map(drop)
        })?;
        self.keep(&place);
        self.append(&place, vec![accession("AAA", 1)])?;
        // One that is longer than a page.
        let mut long = accession("AAA", 3);
        long.sources.extend((0..400).map(|paper| format!("paper {paper:03}")));
        self.append(&place, vec![state("BBB"), long, accession("BBB", 2)])?;
        let erased = self.confide(&place)?;
        self.hand_over(&place)?;
        self.cosign(&location)?;
        self.append(&place, vec![state("CCC"), accession("CCC", 4), accession("CCC", 5)])?;
        let mut register = Register::open(&location)?;
        let mut writing = register.write(&self.next_key)?;
        writing.erase(CONFIDING, &erased, "a court says so", "officer", now())?;
        writing.commit()?;
        register.forget()?;
        drop(register);
        self.keep(&place);
        Ok(())
    }

    fn keep(&mut self, place: &Place) {
        let mut register = Register::open(&place.location()).unwrap();
        let (size, checkpoint) = (register.last_number().unwrap(), register.checkpoint().unwrap());
        drop(register);
        self.states.push(State { size, checkpoint, file: std::fs::read(place.path()).unwrap() });
    }

    fn append(&mut self, place: &Place, drafts: Vec<Draft>) -> Result<(), RegisterError> {
        let key = if self.states.iter().any(|state| state.size >= HANDOVER) { &self.next_key } else { &self.key };
        record(&place.location(), key, drafts)?;
        self.keep(place);
        Ok(())
    }

    /// Says two things in confidence; returns what stands for the second of them.
    fn confide(&mut self, place: &Place) -> Result<String, RegisterError> {
        let (kept, erased) = (Confided::new("note", "not before the elections")?, Confided::new("contact", "nobody")?);
        let accompanied = Accompanied { by: Vec::new(), in_confidence: vec![kept, erased] };
        let mut register = Register::open(&place.location())?;
        let mut writing = register.write(&self.key)?;
        writing.add_with(accession("BBB", 6), &accompanied, "officer", now())?;
        writing.commit()?;
        let entry = register.entry(CONFIDING)?.0;
        drop(register);
        self.keep(place);
        Ok(entry.confidential[1].commitment.clone())
    }

    fn hand_over(&mut self, place: &Place) -> Result<(), RegisterError> {
        let mut register = Register::open(&place.location())?;
        let mut writing = register.write(&self.key)?;
        assert_eq!(writing.replace_key(&self.next_key, "yearly rotation", "officer", now())?, HANDOVER);
        writing.commit()?;
        drop(register);
        self.keep(place);
        Ok(())
    }

    fn cosign(&self, location: &Location) -> Result<(), RegisterError> {
        let mut register = Register::open(location)?;
        let note: Note = register.checkpoint()?.parse().unwrap();
        register.cosign(HANDOVER, &cosign(&note, &self.witness, 1_767_225_600).unwrap().to_string())
    }
}

/// Records under one checkpoint.
pub fn record(location: &Location, key: &SigningKey, drafts: Vec<Draft>) -> Result<(), RegisterError> {
    let mut register = Register::open(location)?;
    let mut writing = register.write(key)?;
    for draft in drafts {
        writing.add(draft, "officer", now())?;
    }
    writing.commit()
}
