//! The log's text files: keys, notes, checkpoints, cosignatures, proofs, hashes and paths. There is one way to write each, so
//! what is read is written back the same.

#![no_main]

use std::fmt::Display;
use std::str::FromStr;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use register::log::{
    Checkpoint, Note, ProofFile, SigningKey, TilePath, VerifierKey, cosigned_at, read_hashes, write_hashes,
};

/// The keys of the log and of the witness that made the test vectors.
static KEYS: LazyLock<[VerifierKey; 2]> = LazyLock::new(|| {
    let key = |text: &str| text.trim().parse().expect("a key of the test vectors");
    [
        key(include_str!("../../crates/register/tests/vectors/key.vkey")),
        key(include_str!("../../crates/register/tests/vectors/witness.vkey")),
    ]
});

fuzz_target!(|text: &str| {
    let key: Option<VerifierKey> = read(text);
    let checkpoint: Option<Checkpoint> = read(text);
    let _: Option<TilePath> = read(text);
    let note: Option<Note> = read(text);
    let proof: Option<ProofFile> = read(text);
    if let Ok(key) = text.parse::<SigningKey>() {
        assert_eq!(*key.secret(), text);
    }
    if let Ok(hashes) = read_hashes(text) {
        assert_eq!(write_hashes(&hashes), text);
    }
    if let (Some(key), Some(note)) = (&key, &note) {
        let _ = note.verified_by(key);
    }
    if let Some(checkpoint) = checkpoint {
        let again = checkpoint.extensions().iter().try_fold(
            Checkpoint::new(checkpoint.origin(), checkpoint.size(), checkpoint.root()).expect("the same again"),
            |again, line| again.extended(line),
        );
        assert_eq!(again, Ok(checkpoint));
    }
    for key in &*KEYS {
        if let Some(note) = &note {
            let _ = (note.verified_by(key), Checkpoint::of(note, key), cosigned_at(note, key));
        }
        if let Some(Ok(proven)) = proof.as_ref().map(|proof| proof.verify(key)) {
            assert!(proven.index < proven.checkpoint.size());
        }
    }
});

fn read<T: FromStr<Err: Display> + Display>(text: &str) -> Option<T> {
    match text.parse::<T>() {
        Ok(read) => {
            assert_eq!(read.to_string(), text);
            Some(read)
        }
        Err(error) => {
            assert!(!error.to_string().is_empty());
            None
        }
    }
}
