//! Proofs, checkpoints and notes, good and bad, for whoever writes a verifier: `tests/vectors`, of which `cases.json`
//! says how each must come out. `docs/verify_proof.py --vectors` reads the same files.
//!
//! After a change that is meant to change them, run this test with `DEPOSITARY_WRITE_VECTORS=1`, and say why.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

mod cases;
mod grown;
mod notes;
mod proofs;
mod sample;

use std::fs;
use std::path::{Path, PathBuf};

use register::log::{Checkpoint, Note, ProofFile, VerifierKey, read_hashes, verify_consistency};

use cases::{Case, Expected, Kind, Vectors};

fn vectors() -> Vectors {
    let mut all = Vectors::default();
    all.file("key.vkey", &format!("{}\n", sample::log().verifier()));
    all.file("key-as-witness.vkey", &format!("{}\n", sample::log().witness()));
    all.file("liar.vkey", &format!("{}\n", sample::liar().verifier()));
    all.file("witness.vkey", &format!("{}\n", sample::witness().witness()));
    proofs::good(&mut all);
    proofs::of_something_else(&mut all);
    proofs::out_of_form(&mut all);
    notes::good(&mut all);
    notes::bad(&mut all);
    grown::good(&mut all);
    grown::bad(&mut all);
    all
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
}

fn read(file: &str) -> String {
    fs::read_to_string(folder().join(file)).unwrap()
}

#[test]
fn the_committed_files_are_what_the_test_keys_make() {
    let made = vectors().into_files();
    if std::env::var_os("DEPOSITARY_WRITE_VECTORS").is_some() {
        for (file, text) in &made {
            fs::write(folder().join(file), text).unwrap();
        }
    }
    let name = |file: fs::DirEntry| file.file_name().into_string().unwrap();
    let mut committed: Vec<_> = fs::read_dir(folder()).unwrap().map(|file| name(file.unwrap())).collect();
    committed.sort();
    assert_eq!(committed, made.keys().cloned().collect::<Vec<_>>());
    for (file, text) in &made {
        assert_eq!(&read(file), text, "{file}");
    }
}

#[test]
fn every_case_comes_out_as_expected() {
    let cases: Vec<Case> = serde_json::from_str(&read("cases.json")).unwrap();
    assert!(cases.len() > 80);
    for case in cases {
        let key: VerifierKey = read(&case.key).trim_end().parse().unwrap();
        let text = read(&case.file);
        let verdict = match case.kind {
            Kind::Inclusion => proved(&text, &key),
            Kind::Note => signed(&text, &key),
            Kind::Consistency => {
                grew(&read(case.old.as_deref().unwrap()), &read(case.new.as_deref().unwrap()), &text, &key)
            }
        };
        let found = if verdict.is_ok() { Expected::Valid } else { Expected::Invalid };
        assert_eq!(found, case.expected, "{case:?}: {verdict:?}");
    }
}

fn proved(text: &str, key: &VerifierKey) -> Result<(), Box<dyn std::error::Error>> {
    text.parse::<ProofFile>()?.verify(key)?;
    Ok(())
}

fn signed(text: &str, key: &VerifierKey) -> Result<(), Box<dyn std::error::Error>> {
    Ok(text.parse::<Note>()?.verified_by(key)?)
}

fn grew(old: &str, new: &str, text: &str, key: &VerifierKey) -> Result<(), Box<dyn std::error::Error>> {
    let (old, new) = (Checkpoint::open(old, key)?, Checkpoint::open(new, key)?);
    Ok(verify_consistency(old.size(), old.root(), new.size(), new.root(), &read_hashes(text)?)?)
}
