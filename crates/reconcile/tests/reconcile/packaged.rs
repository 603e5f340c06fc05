//! The register of the packaged facts, as `init` makes it.

use std::path::{Path, PathBuf};

use exchange::{Located, Written};
use jiff::Timestamp;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft, Entry};
use law::party::Parties;
use law::record::{KnownAt, Record};

fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data").join(name)
}

fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(data(folder)).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == ending));
    files.sort();
    files
}

fn toml(file: &Path) -> Vec<Located<Written>> {
    let name = file.display().to_string();
    exchange::toml_file::read(&name, &std::fs::read_to_string(file).unwrap()).unwrap()
}

/// All packaged parties, treaties and acts, with the records on the Migrant Workers Convention.
pub fn register() -> Record {
    Record::of(entries(), KnownAt::Everything)
}

/// The entries of that register.
pub fn entries() -> Vec<Entry> {
    let parties = resolved(toml(&data("parties.toml")), &Parties::default());
    let mut known = Parties::default();
    for draft in &parties {
        if let Content::Party(party) = &draft.content {
            known.add(party.clone());
        }
    }
    let mut written: Vec<Located<Written>> = files("treaties", "toml").iter().flat_map(|file| toml(file)).collect();
    for file in files("acts", "csv") {
        written.extend(exchange::acts_csv::read(&file.display().to_string(), &std::fs::read(&file).unwrap()).unwrap());
    }
    written.extend(toml(&data("records/status-2003.toml")));
    let others = resolved(written, &known);
    let entry =
        |(draft, number): (Draft, u64)| draft.entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), "a test");
    parties.into_iter().chain(others).zip(1..).map(entry).collect()
}

fn resolved(written: Vec<Located<Written>>, parties: &Parties) -> Vec<Draft> {
    exchange::resolve(written, parties).unwrap().into_iter().map(|draft| draft.what).collect()
}
