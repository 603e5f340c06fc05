//! What other people's implementations of the same specifications say, on anything that comes.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use proptest::prelude::*;
use proptest::sample::Index;
use register::Hash;
use register::log::{
    Checkpoint, Note, SigningKey, TilePath, Tree, VerifierKey, leaf_hash, verify_consistency, verify_inclusion,
};
use sha2::Sha256;
use signed_note::{StandardSigner, StandardVerifier, VerifierList};
use tlog_tiles::tlog::{check_record, check_tree};

fn numbered(size: u64) -> Tree {
    Tree::of((0..size).map(|number| leaf_hash(&number.to_be_bytes())))
}

fn joined(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| hash.as_bytes().to_vec()).collect()
}

fn theirs(hash: Hash) -> tlog_tiles::tlog::Hash {
    tlog_tiles::tlog::Hash(hash.as_bytes().as_slice().try_into().unwrap())
}

/// One of two kinds of text, nine times in ten the first.
fn mostly(usual: &'static [&'static str], odd: &'static [&'static str]) -> impl Strategy<Value = &'static str> {
    prop_oneof![9 => prop::sample::select(usual), 1 => prop::sample::select(odd)]
}

/// A signed note, or nearly one. What is in base64 need not be a signature.
fn near_note() -> impl Strategy<Value = String> {
    let line = (
        mostly(&["\u{2014} "], &["\u{2014}", "- ", "\u{2014}  ", ""]),
        mostly(&["example.org/log", "é"], &["", "a+b", "a\u{a0}b", "a\u{2028}b", "a\tb", "a\u{7f}b", "a\u{85}b"]),
        mostly(&[" "], &["  ", ""]),
        mostly(&["AAAAAAE=", "AAAAAAEC"], &["AAAAAA==", "AAAAAAF=", "AAAAAAE", "AAAA AAE=", "AAAAAA-_", "AAAAAAE=="]),
        mostly(&["\n"], &["", "\n\n", " \n", "\r\n"]),
    );
    let line = line.prop_map(|(dash, name, space, signature, end)| [dash, name, space, signature, end].concat());
    let text = mostly(&["text\n", "\n", "text\n\nmore\n"], &["", "text", "te\u{1}xt\n"]);
    (text, mostly(&["\n"], &["", "\n\n"]), prop::collection::vec(line, 0..4))
        .prop_map(|(text, gap, lines)| format!("{text}{gap}{}", lines.concat()))
}

proptest! {
    #[test]
    fn ct_merkle_makes_the_same_roots_and_proofs(
        leaves in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..40), 1..200),
        one in any::<Index>(),
        other in any::<Index>(),
    ) {
        let tree = Tree::of(leaves.iter().map(|leaf| leaf_hash(leaf)));
        let mut peer = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        for leaf in &leaves {
            peer.push(leaf.clone());
        }
        let size = leaves.len();
        prop_assert_eq!(tree.root(size as u64).unwrap().as_bytes().to_vec(), peer.root().as_bytes().to_vec());
        let index = one.index(size);
        let inclusion = tree.inclusion(index as u64, size as u64).unwrap();
        prop_assert_eq!(joined(&inclusion), peer.prove_inclusion(index).as_bytes().to_vec());
        // Of two equal trees, theirs proves something, and ours has nothing to prove.
        let from = 1 + other.index(size);
        if from < size {
            let consistency = tree.consistency(from as u64, size as u64).unwrap();
            prop_assert_eq!(joined(&consistency), peer.prove_consistency(size - from).as_bytes().to_vec());
        }
    }

    #[test]
    fn tlog_tiles_and_we_accept_and_refuse_the_same_proofs(
        size in 1..2_000_u64,
        one in any::<Index>(),
        other in any::<Index>(),
        change in prop::option::of((any::<Index>(), any::<[u8; 32]>())),
        cut in 0..2_usize,
    ) {
        let tree = numbered(size);
        let root = tree.root(size).unwrap();
        let changed = |mut path: Vec<Hash>| {
            if let (Some((at, bytes)), false) = (change, path.is_empty()) {
                let at = at.index(path.len());
                path[at] = Hash::from_bytes(&bytes).unwrap();
            }
            path.truncate(path.len().saturating_sub(cut));
            path
        };
        let all = |path: &[Hash]| path.iter().copied().map(theirs).collect::<Vec<_>>();
        let index = one.index(usize::try_from(size).unwrap()) as u64;
        let leaf = tree.leaf(index).unwrap();
        let path = changed(tree.inclusion(index, size).unwrap());
        let peer = check_record(&all(&path), size, theirs(root), index, theirs(leaf));
        prop_assert_eq!(verify_inclusion(leaf, index, size, &path, root).is_ok(), peer.is_ok());
        let from = 1 + other.index(usize::try_from(size).unwrap()) as u64;
        let from_root = tree.root(from).unwrap();
        let path = changed(tree.consistency(from, size).unwrap());
        let peer = check_tree(&all(&path), size, theirs(root), from, theirs(from_root));
        prop_assert_eq!(verify_consistency(from, from_root, size, root, &path).is_ok(), peer.is_ok());
    }

    #[test]
    fn tlog_tiles_writes_the_same_paths(level in 0..=63_u8, index in any::<u64>(), width in 1..=256_u16) {
        let ours = TilePath::hashes(level, index, width).unwrap().to_string();
        let peer = tlog_tiles::tile::Tile::new(8, level, index, u32::from(width), false).path();
        // Theirs is the older form, which names the height of a tile too.
        prop_assert_eq!(ours.replacen("tile/", "tile/8/", 1), peer);
    }

    #[test]
    fn tlog_tiles_reads_the_same_checkpoints(
        origin in "[a-z./]{0,8}",
        size in "0|00|01|[1-9][0-9]{0,20}|\\+1|",
        root in any::<[u8; 32]>(),
        length in 30..=32_usize,
        extensions in "|x\n|x\ny\n|\n|x",
    ) {
        use base64::Engine as _;
        let root = base64::engine::general_purpose::STANDARD.encode(&root[..length]);
        let text = format!("{origin}\n{size}\n{root}\n{extensions}");
        let ours = text.parse::<Checkpoint>();
        let peer = tlog_tiles::checkpoint::Checkpoint::from_bytes(text.as_bytes());
        // Theirs takes no last line without its end into account, and reads on past an empty one.
        if text.ends_with('\n') && !text.contains("\n\n") {
            prop_assert_eq!(ours.is_ok(), peer.is_ok(), "{:?}", text);
        }
        if let Ok(ours) = ours {
            prop_assert_eq!(ours.to_string(), text);
        }
    }

    #[test]
    fn signed_note_reads_the_same_notes(text in near_note()) {
        let peer = signed_note::Note::from_bytes(text.as_bytes());
        let ours = text.parse::<Note>();
        prop_assert_eq!(ours.is_ok(), peer.is_ok(), "{:?}", text);
        if let (Ok(ours), Ok(peer)) = (ours, peer) {
            prop_assert_eq!(ours.text().as_bytes(), peer.text());
            prop_assert_eq!(ours.to_string().into_bytes(), peer.to_bytes());
        }
    }

    #[test]
    fn signed_note_makes_and_accepts_the_same_signatures(text in "[ -~\n—é]{0,60}", stranger in any::<bool>()) {
        let key = SigningKey::generate("example.org/log").unwrap();
        let other = SigningKey::generate("example.org/log").unwrap();
        let signer = StandardSigner::new(&key.secret()).unwrap();
        let mut peer = signed_note::Note::new(format!("{text}\n").as_bytes(), &[]).unwrap();
        peer.add_sigs(&[&signer]).unwrap();
        let ours = Note::signed(format!("{text}\n"), &key).unwrap();
        prop_assert_eq!(ours.to_string().into_bytes(), peer.to_bytes());
        let asked: VerifierKey = if stranger { other.verifier() } else { key.verifier() };
        let known = VerifierList::new(vec![Box::new(StandardVerifier::new(&asked.to_string()).unwrap())]);
        prop_assert_eq!(ours.verified_by(&asked).is_ok(), peer.verify(&known).is_ok());
        prop_assert_eq!(ours.verified_by(&asked).is_ok(), !stranger);
    }
}
