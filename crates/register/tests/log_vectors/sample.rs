//! A log to make vectors from, and another history of it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use register::log::{Checkpoint, Note, ProofFile, SigningKey, Tree, cosign, leaf_hash};

pub const ORIGIN: &str = "depositary.example/register";

/// The log's key. The whole world knows it: trust nothing that it signs.
pub fn log() -> SigningKey {
    "PRIVATE+KEY+depositary.example/register+65dda261+AWRlcG9zaXRhcnk6IHRoZSBsb2cncyB0ZXN0IGtleS4u".parse().unwrap()
}

/// Another key under the log's name.
pub fn liar() -> SigningKey {
    "PRIVATE+KEY+depositary.example/register+d163a3fb+AWRlcG9zaXRhcnk6IGFub3RoZXIga2V5LCBhIGxpYXIu".parse().unwrap()
}

pub fn witness() -> SigningKey {
    "PRIVATE+KEY+witness.example/w1+e32e40d4+AWRlcG9zaXRhcnk6IGEgd2l0bmVzcycgdGVzdCBrZXku".parse().unwrap()
}

pub fn entry(number: u64) -> Vec<u8> {
    let parties = ["EGY", "MAR", "SYC", "COL", "PHL", "UGA", "LKA", "SEN", "BIH", "CPV"];
    let party = parties[usize::try_from(number).unwrap() % parties.len()];
    format!(r#"{{"content":{{"party":"{party}"}},"kind":"act","number":{number},"sources":["C.N.{number}.2003 — é"]}}"#)
        .into_bytes()
}

pub fn tree(size: u64) -> Tree {
    Tree::of((1..=size).map(|number| leaf_hash(&entry(number))))
}

/// The tree of a log whose third entry is another.
pub fn rewritten(size: u64) -> Tree {
    Tree::of((1..=size).map(|number| leaf_hash(&entry(if number == 3 { 1003 } else { number }))))
}

/// The whole tree's checkpoint.
pub fn checkpoint_of(tree: &Tree) -> Note {
    let size = tree.size();
    Checkpoint::new(ORIGIN, size, tree.root(size).unwrap()).unwrap().sign(&log()).unwrap()
}

pub fn checkpoint(size: u64) -> Note {
    checkpoint_of(&tree(size))
}

/// A checkpoint that the witness saw on 10 June 2003.
pub fn cosigned(size: u64) -> Note {
    let mut note = checkpoint(size);
    note.add(cosign(&note, &witness(), 1_055_203_200).unwrap()).unwrap();
    note
}

pub fn signed(text: &str) -> Note {
    Note::signed(text.to_owned(), &log()).unwrap()
}

pub fn proof(number: u64, size: u64) -> ProofFile {
    let hashes = tree(size).inclusion(number - 1, size).unwrap();
    ProofFile::new(entry(number), number - 1, hashes, checkpoint(size)).unwrap()
}

/// The text with one thing in it changed, which must be there.
pub fn with(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from} is not in {text}");
    text.replacen(from, to, 1)
}

/// The signature line with the lowest bit of one of its bytes changed, counted from the hash of the key on.
pub fn flipped(line: &str, at: usize) -> String {
    let (start, bytes) = line.rsplit_once(' ').unwrap();
    let mut bytes = STANDARD.decode(bytes).unwrap();
    bytes[at] ^= 1;
    format!("{start} {}", STANDARD.encode(bytes))
}
