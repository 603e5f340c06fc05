//! The record of all packaged facts.

use std::path::Path;
use std::sync::OnceLock;

use jiff::Timestamp;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft};
use law::party::Parties;
use law::record::{KnownAt, Record};

/// All packaged parties, treaties, acts and records.
pub fn record() -> &'static Record {
    static RECORD: OnceLock<Record> = OnceLock::new();
    RECORD.get_or_init(read)
}

fn read() -> Record {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let mut written = toml(&data.join("parties.toml"));
    for file in files(&data.join("treaties")) {
        written.extend(toml(&file));
    }
    let mut parties = Parties::default();
    let mut drafts = resolved(written, &parties);
    for draft in &drafts {
        if let Content::Party(party) = &draft.content {
            parties.add(party.clone());
        }
    }
    for file in files(&data.join("acts")) {
        let acts = exchange::acts_csv::read(&file.display().to_string(), &std::fs::read(&file).unwrap()).unwrap();
        drafts.extend(resolved(acts, &parties));
    }
    for file in files(&data.join("records")) {
        drafts.extend(resolved(toml(&file), &parties));
    }
    let entries = drafts
        .into_iter()
        .zip(1..)
        .map(|(draft, number)| draft.entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), ""));
    Record::of(entries, KnownAt::Everything)
}

fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.sort();
    files
}

fn toml(file: &Path) -> Vec<exchange::Located<exchange::Written>> {
    exchange::toml_file::read(&file.display().to_string(), &std::fs::read_to_string(file).unwrap()).unwrap()
}

fn resolved(written: Vec<exchange::Located<exchange::Written>>, parties: &Parties) -> Vec<Draft> {
    exchange::resolve(written, parties).unwrap().into_iter().map(|draft| draft.what).collect()
}
