//! The log's files of bytes, and proofs that are no text: bundles of entries, what is kept of a tree, paths of hashes.

#![no_main]

use libfuzzer_sys::fuzz_target;
use register::Hash;
use register::log::{Frontier, Tree, decode_bundle, encode_bundle, leaf_hash, verify_consistency, verify_inclusion};

fuzz_target!(|bytes: &[u8]| {
    if let Ok(entries) = decode_bundle(bytes) {
        assert_eq!(encode_bundle(entries).as_deref(), Ok(bytes));
    }
    let Some((from, rest)) = bytes.split_first_chunk() else { return };
    let Some((to, rest)) = rest.split_first_chunk() else { return };
    let (from, to) = (u64::from_be_bytes(*from), u64::from_be_bytes(*to));
    frontier(from, rest);
    let hashes: Vec<Hash> = rest.chunks_exact(32).filter_map(Hash::from_bytes).collect();
    let [one, other, path @ ..] = hashes.as_slice() else { return };
    // Whoever makes up the root can make up a path to it; to a root that is given beforehand nobody can.
    let _ = verify_inclusion(*one, from, to, path, *other);
    let _ = verify_consistency(from, *one, to, *other, path);
    honest(from, to, path);
});

fn frontier(size: u64, bytes: &[u8]) {
    if let Ok(mut frontier) = Frontier::from_bytes(size, bytes) {
        assert_eq!(frontier.to_bytes(), bytes);
        let before = frontier.root();
        frontier.append(leaf_hash(b"one more"));
        assert_ne!(frontier.root(), before);
        assert_eq!(frontier.size(), size + 1);
    }
}

/// What a small tree proves holds, and holds of nothing else.
fn honest(from: u64, to: u64, other: &[Hash]) {
    let (from, to) = (from % 300, to % 300);
    let tree = Tree::of((0..to).map(|number| leaf_hash(&number.to_be_bytes())));
    let (Some(old), Some(new)) = (tree.root(from), tree.root(to)) else { return };
    if let Ok(path) = tree.consistency(from, to) {
        assert_eq!(verify_consistency(from, old, to, new, &path), Ok(()));
        assert!(other == path || verify_consistency(from, old, to, new, other).is_err());
    }
    if let (Some(leaf), Ok(path)) = (tree.leaf(from), tree.inclusion(from, to)) {
        assert_eq!(verify_inclusion(leaf, from, to, &path, new), Ok(()));
        assert!(other == path || verify_inclusion(leaf, from, to, other, new).is_err());
    }
}
