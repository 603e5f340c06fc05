//! The facts that come with the program: parties, treaties, acts, records and report definitions.

use exchange::{Located, Written, acts_csv, toml_file};
use law::entry::Content;
use law::party::{Parties, PartyCode};
use law::treaty::{Treaty, TreatyId};

use crate::failure::Failure;
use crate::intake::Source;

/// A packaged file: its name, and what it holds.
#[derive(Debug, Clone, Copy)]
pub struct Packaged {
    /// The name.
    pub name: &'static str,
    /// What it holds.
    pub text: &'static str,
}

const PARTIES: Packaged = Packaged { name: "parties.toml", text: include_str!("../../../data/parties.toml") };

include!(concat!(env!("OUT_DIR"), "/packaged.rs"));

/// Everything that a register is filled with by `init`.
pub fn everything() -> Vec<Source> {
    let files = [PARTIES].iter().chain(TREATIES).chain(ACTS).chain(RECORDS);
    files.map(|file| Source { name: file.name.to_owned(), bytes: file.text.as_bytes().to_vec() }).collect()
}

/// What an import may draw on when its acts name a party or treaty that the register doesn't hold yet.
pub struct Shelf {
    parties: Vec<Located<Written>>,
    treaties: Vec<Located<Written>>,
}

impl Shelf {
    /// Reads the packaged parties and treaties.
    pub fn open() -> Result<Self, Failure> {
        let read = |file: &Packaged| toml_file::read(file.name, file.text).map_err(Failure::Files);
        let mut treaties = Vec::new();
        for file in TREATIES {
            treaties.extend(read(file)?);
        }
        Ok(Self { parties: read(&PARTIES)?, treaties })
    }

    /// The packaged parties added to those given, which stand where both have one.
    pub fn with(&self, parties: &Parties) -> Parties {
        let mut all = parties.clone();
        for content in self.parties.iter().filter_map(content) {
            if let Content::Party(party) = content
                && all.by_code(party.code).is_none()
            {
                all.add(party.clone());
            }
        }
        all
    }

    /// The packaged party with that code.
    pub fn party(&self, code: PartyCode) -> Option<&Located<Written>> {
        self.parties
            .iter()
            .find(|written| matches!(content(written), Some(Content::Party(party)) if party.code == code))
    }

    /// The packaged treaty with that identifier.
    pub fn treaty(&self, id: &TreatyId) -> Option<&Located<Written>> {
        let is_it = |treaty: &Treaty| treaty.treaty == *id;
        self.treaties.iter().find(|written| matches!(content(written), Some(Content::Treaty(treaty)) if is_it(treaty)))
    }
}

fn content(written: &Located<Written>) -> Option<&Content> {
    match &written.what {
        Written::Complete { content, .. } => Some(content),
        _ => None,
    }
}

/// Reads a file of acts or of records, by the ending of its name.
pub fn read(source: &Source) -> Result<Vec<Located<Written>>, Vec<exchange::Fault>> {
    let place = exchange::Place::file(&source.name);
    let fault = |message: &str, instead: &str| {
        vec![exchange::Fault {
            place: place.clone(),
            field: None,
            message: message.to_owned(),
            instead: Some(instead.to_owned()),
        }]
    };
    let ending = source.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("csv") => acts_csv::read(&source.name, &source.bytes),
        Some("toml") => match std::str::from_utf8(&source.bytes) {
            Ok(text) => toml_file::read(&source.name, text),
            Err(_) => Err(fault("the text is not UTF-8", "the file again, saved as UTF-8")),
        },
        _ => Err(fault(
            "only .toml and .csv files can be recorded",
            "a name that ends in .toml (treaties, records) or .csv (acts)",
        )),
    }
}
