//! A process that is killed, at whatever moment, leaves what was there before or all that it was to do; what it said it had
//! recorded is there for good; and whoever goes on finds nothing in the way.

mod beginning;
mod confidence;
mod copying;
mod importing;
mod keys;
mod killer;
mod recording;

use crate::desk::Desk;

/// How many processes are killed: so many in every run of the tests, or so many where there is more time.
fn rounds(ordinarily: u32, at_length: u32) -> u32 {
    if std::env::var_os("DEPOSITARY_LONG").is_some() { at_length } else { ordinarily }
}

/// Writes the files of so many treaties, and says their names.
fn treaties(desk: &Desk, number: usize) -> Vec<String> {
    let write = |treaty| {
        let name = format!("x-{treaty}.toml");
        let file = format!(
            "treaty = \"X-{treaty}\"\ndepositary = \"x\"\nadopted = {{ on = 2000-01-01 }}\n[title]\nen = \"Example {treaty}\"\n"
        );
        desk.write(&name, file);
        name
    };
    (0..number).map(write).collect()
}

/// Whether words are in a file of the register, or in one that the database keeps beside it.
fn files_hold(desk: &Desk, words: &str) -> bool {
    ["", "-wal", "-shm"].iter().any(|suffix| {
        let bytes = std::fs::read(desk.path(&format!("depositary.db{suffix}"))).unwrap_or_default();
        bytes.windows(words.len()).any(|part| part == words.as_bytes())
    })
}
