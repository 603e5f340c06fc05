//! Files of treaties, records and acts, one after another with a zero byte between: read, looked up, examined, recorded and
//! derived from.
//!
//! With `ENTRIES` in the environment, the entries are left in that folder: seeds for the targets that read entries.

#![no_main]

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use exchange::{Fault, Located, Written, acts_csv, toml_file};
use law::entry::Entry;
use law::treaty::Treaty;
use libfuzzer_sys::fuzz_target;

static ENTRIES: LazyLock<Option<PathBuf>> = LazyLock::new(|| std::env::var_os("ENTRIES").map(PathBuf::from));

fuzz_target!(|files: &str| {
    let mut written = Vec::new();
    for file in files.split('\0') {
        match read(file) {
            Ok(records) => written.extend(records),
            Err(faults) => faults.iter().for_each(|fault| assert!(!fault.to_string().is_empty())),
        }
    }
    let entries = fuzz::entered(written);
    if let Some(folder) = &*ENTRIES {
        leave(&entries, folder);
    }
    fuzz::derive(&entries);
});

fn read(file: &str) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    if file.starts_with("treaty,") {
        return acts_csv::read("acts.csv", file.as_bytes());
    }
    // The way in which a file of another room's shape is read says its faults by the same means.
    let _ = toml_file::read_as::<Treaty>("treaty.toml", file).map_err(|fault| fault.to_string());
    toml_file::read("file.toml", file)
}

fn leave(entries: &[Entry], folder: &Path) {
    let lines: Vec<String> = entries.iter().map(fuzz::line).collect();
    // Acts are all alike.
    let (acts, others): (Vec<_>, Vec<_>) = lines.iter().partition(|line| line.contains("\"kind\":\"act\""));
    for line in others.into_iter().chain(acts.into_iter().take(2)) {
        leave_text(line, &folder.join("entry"));
    }
    if !lines.is_empty() {
        leave_text(&lines.join("\n"), &folder.join("register"));
    }
}

fn leave_text(text: &str, folder: &Path) {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    std::fs::write(folder.join(format!("{:016x}", hasher.finish())), text).expect("the folder can be written to");
}
