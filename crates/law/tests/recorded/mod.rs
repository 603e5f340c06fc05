//! Registers made for a test: packaged treaties with their acts, or a treaty of the test's own, and records beside them.

use exchange::{Located, Written};
use jiff::Timestamp;
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Draft};
use law::party::Parties;
use law::record::{KnownAt, Record};

/// The packaged file of that name.
pub fn packaged(name: &str) -> String {
    std::fs::read_to_string(format!("{}/../../data/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// The drafts of everything in these files; TOML unless they are lists of acts.
pub fn drafts(files: &[String]) -> Vec<Draft> {
    let parties = resolved(toml(&packaged("parties.toml")), &Parties::default());
    let mut known = Parties::default();
    for draft in &parties {
        if let Content::Party(party) = &draft.content {
            known.add(party.clone());
        }
    }
    let read = |file: &String| {
        let is_acts = file.starts_with("treaty,party,");
        if is_acts { exchange::acts_csv::read("acts.csv", file.as_bytes()).unwrap() } else { toml(file) }
    };
    let others = resolved(files.iter().flat_map(read).collect(), &known);
    parties.into_iter().chain(others).collect()
}

/// A record of drafts in the order in which they are given.
pub fn record_of(drafts: impl IntoIterator<Item = Draft>) -> Record {
    let entry =
        |(draft, number): (Draft, u64)| draft.entered(number, DateOfKnowledge::new(Timestamp::UNIX_EPOCH), "a test");
    Record::of(drafts.into_iter().zip(1..).map(entry), KnownAt::Everything)
}

/// The packaged treaty with its packaged acts, and these records.
#[allow(dead_code, reason = "not every test file asks for it")]
pub fn with_records(treaty: &str, records: &[&str]) -> Record {
    let mut files = vec![packaged(&format!("treaties/{treaty}.toml")), packaged(&format!("acts/{treaty}.csv"))];
    files.extend(records.iter().map(|text| (*text).to_owned()));
    record_of(drafts(&files))
}

/// A treaty `X-1` with these clauses and acts (party, action and day, one a line), and these records.
#[allow(dead_code, reason = "not every test file asks for it")]
pub fn made(clauses: &str, acts: &str, records: &[&str]) -> Record {
    let treaty = format!(
        "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = {{ on = 1980-01-01 }}\ntitle = {{ en = \"Convention on Examples\" }}\n{clauses}"
    );
    let rows: Vec<String> = acts.lines().map(|row| format!("X-1,{row}")).collect();
    let mut files = vec![treaty, format!("treaty,party,action,date\n{}\n", rows.join("\n"))];
    files.extend(records.iter().map(|text| (*text).to_owned()));
    record_of(drafts(&files))
}

fn toml(text: &str) -> Vec<Located<Written>> {
    exchange::toml_file::read("a file", text).unwrap_or_else(|faults| {
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        unreachable!("{}\n{text}", faults.join("\n"))
    })
}

fn resolved(written: Vec<Located<Written>>, parties: &Parties) -> Vec<Draft> {
    exchange::resolve(written, parties).unwrap().into_iter().map(|draft| draft.what).collect()
}
