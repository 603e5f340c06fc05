//! Checkpoints, the cosignatures of witnesses, and proofs of single entries.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use proptest::prelude::*;
use proptest::sample::Index;
use register::log::{
    Checkpoint, CheckpointError, CosignatureError, HashLinesError, Note, NoteError, PathError, ProofError, ProofFile,
    SigningKey, Tree, VerifierKey, cosign, cosigned_at, empty_root, leaf_hash, read_hashes, write_hashes,
};

const ROOT: &str = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";

fn log_key() -> SigningKey {
    "PRIVATE+KEY+depositary.example/register+65dda261+AWRlcG9zaXRhcnk6IHRoZSBsb2cncyB0ZXN0IGtleS4u".parse().unwrap()
}

fn witness_key() -> SigningKey {
    "PRIVATE+KEY+witness.example/w1+e32e40d4+AWRlcG9zaXRhcnk6IGEgd2l0bmVzcycgdGVzdCBrZXku".parse().unwrap()
}

fn entries(count: u64) -> Vec<Vec<u8>> {
    (1..=count).map(|number| format!("{{\"number\":{number}}}").into_bytes()).collect()
}

fn tree(count: u64) -> Tree {
    Tree::of(entries(count).iter().map(|entry| leaf_hash(entry)))
}

fn checkpoint(size: u64) -> Note {
    let root = tree(size).root(size).unwrap();
    Checkpoint::new("depositary.example/register", size, root).unwrap().sign(&log_key()).unwrap()
}

fn proof(index: u64, size: u64) -> ProofFile {
    let entry = entries(size).swap_remove(usize::try_from(index).unwrap());
    ProofFile::new(entry, index, tree(size).inclusion(index, size).unwrap(), checkpoint(size)).unwrap()
}

#[test]
fn the_checkpoint_of_the_specification() {
    let text = format!("example.com/behind-the-sofa\n20852163\n{ROOT}\n");
    let read: Checkpoint = text.parse().unwrap();
    assert_eq!(
        (read.origin(), read.size(), read.to_string()),
        ("example.com/behind-the-sofa", 20_852_163, text.clone())
    );
    let more = format!("{text}one line\nanother\n");
    let extended = read.extended("one line").unwrap().extended("another").unwrap();
    assert_eq!(more.parse(), Ok(extended.clone()));
    assert_eq!(
        (extended.to_string(), extended.extensions()),
        (more, &["one line".to_owned(), "another".to_owned()][..])
    );
}

#[test]
fn what_is_not_a_checkpoint_is_refused() {
    use CheckpointError::{Line, Lines, Root, Size};
    for (text, expected) in [
        (String::new(), Lines),
        ("a\n1\n".to_owned(), Lines),
        (format!("a\n1\n{ROOT}"), Lines),
        (format!("\n1\n{ROOT}\n"), Line { line: 1 }),
        (format!("a\tb\n1\n{ROOT}\n"), Line { line: 1 }),
        (format!("a\n01\n{ROOT}\n"), Size),
        (format!("a\n00\n{ROOT}\n"), Size),
        (format!("a\n\n{ROOT}\n"), Size),
        (format!("a\n-1\n{ROOT}\n"), Size),
        (format!("a\n+1\n{ROOT}\n"), Size),
        (format!("a\n1 \n{ROOT}\n"), Size),
        (format!("a\n١\n{ROOT}\n"), Size),
        (format!("a\n18446744073709551616\n{ROOT}\n"), Size),
        ("a\n1\nAAAA\n".to_owned(), Root),
        (format!("a\n1\n{}\n", ROOT.replace("2I=", "2J=")), Root),
        (format!("a\n1\n{}\n", ROOT.replace('=', "")), Root),
        (format!("a\n1\n{}\n", ROOT.replace('/', "_")), Root),
        (format!("a\n1\n {ROOT}\n"), Root),
        (format!("a\n1\n{ROOT}\n\n"), Line { line: 4 }),
        (format!("a\n1\n{ROOT}\nb\n\nc\n"), Line { line: 5 }),
    ] {
        assert_eq!(text.parse::<Checkpoint>(), Err(expected), "{text:?}");
    }
    for origin in ["", "a\nb", "a\u{1}b"] {
        assert_eq!(Checkpoint::new(origin, 1, empty_root()), Err(Line { line: 1 }), "{origin:?}");
    }
    let extended = Checkpoint::new("a", 1, empty_root()).unwrap().extended("b\n\n— c AAAAAAEC");
    assert_eq!(extended, Err(Line { line: 4 }));
}

#[test]
fn only_the_logs_own_key_opens_its_checkpoint() {
    let note = checkpoint(5);
    let opened = Checkpoint::open(&note.to_string(), &log_key().verifier()).unwrap();
    assert_eq!((opened.size(), Some(opened.root())), (5, tree(5).root(5)));
    let stranger = SigningKey::generate("depositary.example/register").unwrap();
    let open = |key: VerifierKey| Checkpoint::of(&note, &key);
    assert!(matches!(open(stranger.verifier()), Err(CheckpointError::Note(NoteError::NotBy { .. }))));
    assert!(matches!(open(log_key().witness()), Err(CheckpointError::WitnessKey { .. })));
    assert!(matches!(open(witness_key().verifier()), Err(CheckpointError::OtherLog { .. })));
    assert!(matches!(opened.sign(&witness_key()), Err(CheckpointError::OtherLog { .. })));
    // Another log's key on this log's text is another log's word.
    let foreign = Note::signed(note.text().to_owned(), &witness_key()).unwrap();
    let error = Checkpoint::of(&foreign, &witness_key().verifier()).unwrap_err();
    assert!(matches!(error, CheckpointError::OtherLog { .. }), "{error}");
    let changed = note.to_string().replacen("\n5\n", "\n6\n", 1);
    let error = Checkpoint::open(&changed, &log_key().verifier()).unwrap_err();
    assert!(matches!(error, CheckpointError::Note(NoteError::Forged { .. })), "{error}");
}

#[test]
fn a_log_hands_over_to_another_key_under_one_name() {
    let next = SigningKey::generate("depositary.example/register").unwrap();
    let mut note = checkpoint(5);
    note.add(Note::signed(note.text().to_owned(), &next).unwrap().signatures()[0].clone()).unwrap();
    assert_eq!(Checkpoint::of(&note, &log_key().verifier()), Checkpoint::of(&note, &next.verifier()));
    assert!(Checkpoint::of(&note, &next.verifier()).is_ok());
}

#[test]
fn a_witness_says_when_it_saw_a_checkpoint() {
    let mut note = checkpoint(5);
    let seen = |note: &Note| cosigned_at(note, &witness_key().witness());
    assert!(matches!(seen(&note), Err(CosignatureError::Note(NoteError::NotBy { .. }))));
    let line = cosign(&note, &witness_key(), 1_679_315_147).unwrap();
    note.add(line.to_string().parse().unwrap()).unwrap();
    assert_eq!(seen(&note), Ok(1_679_315_147));
    note.add(cosign(&note, &witness_key(), 5).unwrap()).unwrap();
    note.add(cosign(&note, &witness_key(), 1_700_000_000).unwrap()).unwrap();
    assert_eq!(seen(&note), Ok(1_700_000_000));
    // The log's own signature stands, and the witness's key as a log's key says nothing.
    assert!(Checkpoint::of(&note, &log_key().verifier()).is_ok());
    assert!(matches!(note.verified_by(&witness_key().verifier()), Err(NoteError::NotBy { .. })));
    let as_log = cosigned_at(&note, &witness_key().verifier());
    assert!(matches!(as_log, Err(CosignatureError::LogKey { .. })), "{as_log:?}");
}

#[test]
fn a_cosignature_is_laid_out_as_specified() {
    let note = checkpoint(5);
    let line = cosign(&note, &witness_key(), 1_679_315_147).unwrap();
    assert_eq!(line.bytes()[..8], 1_679_315_147_u64.to_be_bytes());
    assert_eq!(line.bytes().len(), 72);
    assert_eq!(line.id(), witness_key().witness().id());
    let message = format!("cosignature/v1\ntime 1679315147\n{}", note.text());
    let plain = Note::signed(message, &witness_key()).unwrap();
    assert_eq!(line.bytes()[8..], *plain.signatures()[0].bytes());
}

#[test]
fn a_cosignature_holds_for_its_time_and_checkpoint_only() {
    use base64::Engine as _;
    use base64::engine::general_purpose::STANDARD;
    let line = cosign(&checkpoint(5), &witness_key(), 1_679_315_147).unwrap();
    let mut other = checkpoint(6);
    other.add(line.clone()).unwrap();
    let forged = |note: &Note| {
        let seen = cosigned_at(note, &witness_key().witness());
        matches!(seen, Err(CosignatureError::Note(NoteError::Forged { .. })))
    };
    assert!(forged(&other));
    let (start, written) = line.to_string().rsplit_once(' ').map(|(s, w)| (s.to_owned(), w.to_owned())).unwrap();
    for at in 4..4 + line.bytes().len() {
        let mut bytes = STANDARD.decode(&written).unwrap();
        bytes[at] ^= 0x80;
        let mut note = checkpoint(5);
        note.add(format!("{start} {}", STANDARD.encode(&bytes)).parse().unwrap()).unwrap();
        assert!(forged(&note), "byte {at}");
    }
    let most = i64::MAX as u64;
    assert!(cosign(&checkpoint(5), &witness_key(), most).is_ok());
    assert_eq!(cosign(&checkpoint(5), &witness_key(), most + 1), Err(CosignatureError::Time { time: most + 1 }));
    let letter = Note::signed("Dear witness\n".to_owned(), &log_key()).unwrap();
    assert!(matches!(cosign(&letter, &witness_key(), 1), Err(CosignatureError::Checkpoint(_))));
}

#[test]
fn a_proof_carries_its_entry_and_is_proved() {
    for size in [1, 2, 3, 8, 21] {
        for index in 0..size {
            let text = proof(index, size).to_string();
            let read: ProofFile = text.parse().unwrap();
            assert_eq!(read.to_string(), text);
            let proven = read.verify(&log_key().verifier()).unwrap();
            assert_eq!((proven.index, proven.checkpoint.size()), (index, size));
            assert_eq!(proven.entry, format!("{{\"number\":{}}}", index + 1).into_bytes());
        }
    }
    let text = proof(0, 1).to_string();
    assert!(
        text.starts_with("c2sp.org/tlog-proof@v1\nextra eyJudW1iZXIiOjF9\nindex 0\n\ndepositary.example"),
        "{text}"
    );
}

#[test]
fn a_proof_of_something_else_does_not_hold() {
    let (good, key) = (proof(2, 7), log_key().verifier());
    let with = |entry: &[u8], index, size: u64| {
        let remade = ProofFile::new(entry.to_vec(), index, good.hashes().to_vec(), checkpoint(size)).unwrap();
        remade.verify(&key)
    };
    assert!(with(good.entry(), 2, 7).is_ok());
    assert!(matches!(with(b"{\"number\":4}", 2, 7), Err(ProofError::Path(PathError::Root { .. }))));
    assert!(matches!(with(good.entry(), 3, 7), Err(ProofError::Path(PathError::Root { .. }))));
    assert!(matches!(with(good.entry(), 2, 8), Err(ProofError::Path(PathError::Root { .. }))));
    assert!(matches!(with(good.entry(), 2, 3), Err(ProofError::Path(PathError::Length { found: 3 }))));
    assert_eq!(with(good.entry(), 7, 7), Err(ProofError::Path(PathError::NoLeaf { index: 7, size: 7 })));
    let stranger = SigningKey::generate("depositary.example/register").unwrap();
    assert!(matches!(good.verify(&stranger.verifier()), Err(ProofError::Checkpoint(_))));
}

#[test]
fn what_is_not_a_proof_is_refused() {
    let good = proof(2, 7).to_string();
    let changed = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).parse::<ProofFile>().unwrap_err()
    };
    assert_eq!(changed("@v1", "@v2"), ProofError::Header);
    assert_eq!(changed("c2sp", " c2sp"), ProofError::Header);
    assert_eq!(changed("extra ", "extras "), ProofError::Entry);
    assert_eq!(changed("extra eyJudW1iZXIiOjN9\n", ""), ProofError::Entry);
    assert_eq!(changed("extra eyJudW1iZXIiOjN9", "extra "), ProofError::Entry);
    assert_eq!(changed("extra eyJudW1iZXIiOjN9", "extra eyJudW1iZXIiOjN9="), ProofError::Entry);
    assert_eq!(changed("index 2", "index 02"), ProofError::Index);
    assert_eq!(changed("index 2\n", ""), ProofError::Index);
    assert_eq!(changed("index 2\n", "index 2\nindex 2\n"), ProofError::Hashes(HashLinesError::Line { number: 1 }));
    assert_eq!(changed("index 2\n", "index 2 \n"), ProofError::Index);
    assert!(matches!(changed("index 2\n", "index 2\n\n"), ProofError::Checkpoint(_)));
    assert!(matches!(changed("\n\ndepositary", "\n\n\ndepositary"), ProofError::Checkpoint(_)));
    assert!(matches!(changed("\n\n—", "\n—"), ProofError::Checkpoint(_)));
    let cut = |at: &str| good.split_once(at).unwrap().0.parse::<ProofFile>().unwrap_err();
    assert_eq!(cut("@v1"), ProofError::Header);
    assert_eq!(cut("index"), ProofError::Index);
    assert_eq!(cut("\n\ndepositary"), ProofError::NoCheckpoint);
    assert!(matches!(cut("\n—"), ProofError::Checkpoint(_)));
    let many = good.replacen("index 2\n", &format!("index 2\n{}", format!("{ROOT}\n").repeat(61)), 1);
    assert_eq!(many.parse::<ProofFile>(), Err(ProofError::Hashes(HashLinesError::Many)));
    assert_eq!("x".repeat(2_000_001).parse::<ProofFile>(), Err(ProofError::Long { found: 2_000_001 }));
    let long = ProofFile::new(vec![0; 1_500_000], 0, Vec::new(), checkpoint(1));
    assert!(matches!(long, Err(ProofError::Long { .. })));
    assert_eq!(ProofFile::new(Vec::new(), 0, Vec::new(), checkpoint(1)), Err(ProofError::Entry));
}

#[test]
fn hashes_stand_on_lines_of_their_own() {
    let hashes = tree(70).consistency(3, 70).unwrap();
    assert_eq!(read_hashes(&write_hashes(&hashes)), Ok(hashes));
    assert_eq!(read_hashes(""), Ok(Vec::new()));
    for (text, number) in
        [(ROOT.to_owned(), 1), (format!("{ROOT}\n\n"), 2), (format!("{ROOT}\r\n"), 1), ("\n".to_owned(), 1)]
    {
        assert_eq!(read_hashes(&text), Err(HashLinesError::Line { number }), "{text:?}");
    }
    assert_eq!(read_hashes(&format!("{ROOT}\n").repeat(63)).unwrap().len(), 63);
    assert_eq!(read_hashes(&format!("{ROOT}\n").repeat(64)), Err(HashLinesError::Many));
}

proptest! {
    #[test]
    fn nothing_that_is_read_makes_it_stumble(text in any::<String>(), rest in any::<String>()) {
        let proof = format!("c2sp.org/tlog-proof@v1\nextra QQ==\nindex 1\n{rest}");
        for text in [text, rest, proof] {
            if let Ok(read) = text.parse::<ProofFile>() {
                prop_assert_eq!(read.to_string(), text.clone());
            }
            if let Ok(read) = text.parse::<Checkpoint>() {
                prop_assert_eq!(read.to_string(), text.clone());
            }
            if let Ok(read) = read_hashes(&text) {
                prop_assert_eq!(write_hashes(&read), text);
            }
        }
    }

    #[test]
    fn no_letter_of_a_proof_can_be_changed(
        size in 1..40_u64,
        which in any::<Index>(),
        at in any::<Index>(),
        letter in "[A-Za-z0-9+/= \n—]",
    ) {
        let index = which.index(usize::try_from(size).unwrap()) as u64;
        let good = proof(index, size).to_string();
        let (place, old) = good.char_indices().nth(at.index(good.chars().count())).unwrap();
        let changed = format!("{}{letter}{}", &good[..place], &good[place + old.len_utf8()..]);
        let verdict = changed.parse::<ProofFile>().and_then(|proof| proof.verify(&log_key().verifier()));
        prop_assert_eq!(verdict.is_ok(), changed == good, "{}", changed);
    }
}
