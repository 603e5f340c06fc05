//! A witness signs only what goes on from what it signed before, whatever it is asked, and after it has been started anew.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use std::path::PathBuf;

use proptest::prelude::*;
use register::Hash;
use register::log::{
    AddCheckpoint, Checkpoint, Note, NoteSignature, SigningKey, Tree, cosigned_at, empty_root, leaf_hash,
};
use register::witness::{MemoryError, Refusal, Witness};

const ORIGIN: &str = "example.org/log";
const TIME: u64 = 1_800_000_000;

/// A log, and a witness of it.
struct Case {
    folder: tempfile::TempDir,
    log: SigningKey,
    witness_key: SigningKey,
}

impl Case {
    fn new() -> Self {
        let case = Self {
            folder: tempfile::tempdir().unwrap(),
            log: SigningKey::generate(ORIGIN).unwrap(),
            witness_key: SigningKey::generate("example.org/witness").unwrap(),
        };
        Witness::begin_memory(&case.memory()).unwrap();
        case
    }

    fn memory(&self) -> PathBuf {
        self.folder.path().join("memory")
    }

    fn witness(&self) -> Witness {
        Witness::remembering(&self.memory(), self.witness_key.clone(), vec![self.log.verifier()]).unwrap()
    }

    fn checkpoint(&self, tree: &Tree, size: u64) -> Note {
        Checkpoint::new(ORIGIN, size, tree.root(size).unwrap()).unwrap().sign(&self.log).unwrap()
    }

    /// What is asked to go on from one size to another.
    fn request(&self, tree: &Tree, old: u64, size: u64) -> AddCheckpoint {
        AddCheckpoint { old, proof: tree.consistency(old, size).unwrap(), checkpoint: self.checkpoint(tree, size) }
    }
}

fn tree(size: u64, salt: u64) -> Tree {
    Tree::of((0..size).map(|number| leaf_hash(format!("{number} {salt}").as_bytes())))
}

fn asked(witness: &Witness, request: &AddCheckpoint) -> Result<Note, Refusal> {
    let lines = witness.add_checkpoint(&request.to_string(), TIME)?;
    let mut note = request.checkpoint.clone();
    for line in lines.lines() {
        note.add(line.parse::<NoteSignature>().unwrap()).unwrap();
    }
    assert_eq!(cosigned_at(&note, &witness.public_key()).unwrap(), TIME);
    Ok(note)
}

#[test]
fn a_log_that_grows_is_cosigned_step_by_step() {
    let case = Case::new();
    let grown = tree(1000, 0);
    let witness = case.witness();
    let mut old = 0;
    for size in [1, 2, 7, 7, 256, 999, 1000] {
        asked(&witness, &case.request(&grown, old, size)).unwrap();
        old = size;
    }
    drop(witness);
    let again = case.witness();
    let refused = asked(&again, &case.request(&grown, 0, 1000)).unwrap_err();
    assert_eq!((refused.status(), refused), (409, Refusal::Conflict { known: 1000 }), "it remembers");
}

#[test]
fn another_past_a_rollback_and_a_gap_are_refused() {
    let case = Case::new();
    let (grown, forked) = (tree(40, 0), tree(40, 1));
    let witness = case.witness();
    asked(&witness, &case.request(&grown, 0, 20)).unwrap();
    let mut fork = case.request(&forked, 20, 30);
    assert_eq!(asked(&witness, &fork).unwrap_err(), Refusal::NotConsistent);
    // Its own proof does not help it, and neither does the other's.
    fork.proof = grown.consistency(20, 30).unwrap();
    assert_eq!(asked(&witness, &fork).unwrap_err(), Refusal::NotConsistent);
    let same_size = case.request(&forked, 20, 20);
    assert_eq!(asked(&witness, &same_size).unwrap_err(), Refusal::Conflict { known: 20 });
    let rolled_back = case.request(&grown, 10, 15);
    assert_eq!(asked(&witness, &rolled_back).unwrap_err(), Refusal::Conflict { known: 20 });
    let mut backwards = case.request(&grown, 10, 15);
    backwards.old = 20;
    assert_eq!(asked(&witness, &backwards).unwrap_err(), Refusal::Backwards { old: 20, size: 15 });
    let mut too_much = case.request(&grown, 20, 20);
    too_much.proof.push(Hash::from([0; 32]));
    assert_eq!(asked(&witness, &too_much).unwrap_err().status(), 422);
    asked(&witness, &case.request(&grown, 20, 40)).unwrap();
}

#[test]
fn only_the_logs_that_it_knows_with_the_keys_that_it_trusts() {
    let case = Case::new();
    let grown = tree(9, 0);
    let witness = case.witness();
    let mut forged = case.request(&grown, 0, 9);
    let impostor = SigningKey::generate(ORIGIN).unwrap();
    let checkpoint = Checkpoint::new(ORIGIN, 9, grown.root(9).unwrap()).unwrap();
    forged.checkpoint = checkpoint.sign(&impostor).unwrap();
    assert_eq!(asked(&witness, &forged).unwrap_err(), Refusal::NotSigned);
    let other = SigningKey::generate("example.org/other").unwrap();
    let unknown = Checkpoint::new("example.org/other", 9, grown.root(9).unwrap()).unwrap();
    forged.checkpoint = unknown.sign(&other).unwrap();
    let refused = asked(&witness, &forged).unwrap_err();
    assert_eq!((refused.status(), refused), (404, Refusal::UnknownLog("example.org/other".to_owned())));
    // A log that changes its key signs with both once; then the new key alone is trusted with the old size.
    drop(witness);
    let both = vec![case.log.verifier(), impostor.verifier()];
    let witness = Witness::remembering(&case.memory(), case.witness_key.clone(), both).unwrap();
    let mut replaced = case.request(&grown, 0, 9);
    for signature in checkpoint.sign(&impostor).unwrap().signatures() {
        replaced.checkpoint.add(signature.clone()).unwrap();
    }
    asked(&witness, &replaced).unwrap();
}

#[test]
fn what_is_not_in_due_form_is_refused() {
    let case = Case::new();
    let witness = case.witness();
    let good = case.request(&tree(9, 0), 0, 9).to_string();
    let long = "A".repeat(43) + "=\n";
    for bad in [
        String::new(),
        "old 0".to_owned(),
        good.replacen("old 0", "old 00", 1),
        good.replacen("old 0", "old -1", 1),
        good.replacen("old 0", "old 99999999999999999999", 1),
        good.replacen("old 0\n\n", "old 0\n", 1),
        good.replacen("old 0\n", &format!("old 0\n{}", long.repeat(64)), 1),
        good.replacen("old 0\n", "old 0\nAAAA\n", 1),
        good.replace('\u{2014}', "-"),
        good.trim_end().to_owned(),
    ] {
        let refused = witness.add_checkpoint(&bad, TIME).unwrap_err();
        assert_eq!(refused.status(), 400, "{bad:?}: {refused}");
    }
    assert!(witness.add_checkpoint(&good, TIME).is_ok());
}

#[test]
fn the_empty_log_is_cosigned_too() {
    let case = Case::new();
    let witness = case.witness();
    let empty = Checkpoint::new(ORIGIN, 0, empty_root()).unwrap().sign(&case.log).unwrap();
    asked(&witness, &AddCheckpoint { old: 0, proof: Vec::new(), checkpoint: empty }).unwrap();
    let other = Checkpoint::new(ORIGIN, 0, Hash::from([1; 32])).unwrap().sign(&case.log).unwrap();
    let refused = asked(&witness, &AddCheckpoint { old: 0, proof: Vec::new(), checkpoint: other }).unwrap_err();
    assert_eq!(refused, Refusal::Conflict { known: 0 });
}

#[test]
fn a_memory_is_one_witness_s_and_never_begun_twice() {
    let case = Case::new();
    let witness = case.witness();
    let second = Witness::remembering(&case.memory(), case.witness_key.clone(), Vec::new());
    assert!(matches!(second, Err(MemoryError::InUse { .. })), "{second:?}");
    asked(&witness, &case.request(&tree(9, 0), 0, 9)).unwrap();
    drop(witness);
    let before = std::fs::read(case.memory()).unwrap();
    Witness::begin_memory(&case.memory()).unwrap();
    assert_eq!(std::fs::read(case.memory()).unwrap(), before, "what it remembers stays");
    for damage in ["", "{}{}", "{\"example.org/log\": \"a poem\"}", "[]"] {
        std::fs::write(case.memory(), damage).unwrap();
        let damaged = Witness::remembering(&case.memory(), case.witness_key.clone(), Vec::new());
        assert!(matches!(damaged, Err(MemoryError::NotAMemory { .. })), "{damage}");
    }
    std::fs::remove_file(case.memory()).unwrap();
    let missing = Witness::remembering(&case.memory(), case.witness_key.clone(), Vec::new());
    assert!(matches!(missing, Err(MemoryError::Missing { .. })));
}

#[test]
fn what_can_not_be_written_down_is_not_signed() {
    let case = Case::new();
    let witness = case.witness();
    let grown = tree(9, 0);
    asked(&witness, &case.request(&grown, 0, 4)).unwrap();
    // Where the memory was, there is a folder now, which no file can take the place of.
    std::fs::remove_file(case.memory()).unwrap();
    std::fs::create_dir_all(case.memory().join("in the way")).unwrap();
    let refused = asked(&witness, &case.request(&grown, 4, 9)).unwrap_err();
    assert_eq!((refused.status(), refused), (500, Refusal::Forgetful));
    std::fs::remove_dir_all(case.memory()).unwrap();
    asked(&witness, &case.request(&grown, 4, 9)).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever is asked, in whatever order: of all that was cosigned, each goes on from the one before.
    #[test]
    fn cosigned_checkpoints_are_one_history(steps in prop::collection::vec((0..3_u64, 0..30_u64, 0..30_u64), 1..40)) {
        let case = Case::new();
        let histories = [tree(30, 0), tree(30, 1), tree(30, 2)];
        let witness = case.witness();
        let mut last: Option<(u64, Hash)> = None;
        for (history, old, size) in steps {
            let tree = &histories[usize::try_from(history).unwrap()];
            let (old, size) = (old.min(size), old.max(size));
            if let Ok(note) = asked(&witness, &case.request(tree, old, size)) {
                let checkpoint: Checkpoint = note.text().parse().unwrap();
                if let Some((before, root)) = last {
                    prop_assert!(before <= checkpoint.size());
                    prop_assert_eq!(tree.root(before).unwrap(), root);
                }
                last = Some((checkpoint.size(), checkpoint.root()));
            }
        }
    }

    #[test]
    fn a_request_is_read_as_it_was_written(old in any::<u64>(), proof in prop::collection::vec(any::<[u8; 32]>(), 0..=63)) {
        let case = Case::new();
        let checkpoint = case.checkpoint(&tree(5, 0), 5);
        let request = AddCheckpoint { old, proof: proof.into_iter().map(Hash::from).collect(), checkpoint };
        prop_assert_eq!(request.to_string().parse::<AddCheckpoint>().unwrap(), request);
    }

    #[test]
    fn nothing_that_is_asked_breaks_a_witness(text in ".{0,200}|old [0-9]{0,3}\n(.{0,44}\n){0,3}\n?.{0,100}") {
        let witness = Case::new().witness();
        prop_assert!(witness.add_checkpoint(&text, TIME).is_err());
    }
}
