//! The tree and its proofs: the published vectors of Certificate Transparency, and every small tree.

#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is wrong")]

use register::Hash;
use register::log::{
    Frontier, FrontierError, PathError, Tree, TreeError, empty_root, leaf_hash, node_hash, verify_consistency,
    verify_inclusion,
};

/// The leaves of the test tree of Certificate Transparency, in hexadecimal.
const LEAVES: [&str; 8] =
    ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];

/// Its roots, of no leaf to eight.
const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];

const A: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const B: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const C: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const D: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const E: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const F: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

/// Its published inclusion proofs: index, size and path.
const INCLUSIONS: [(u64, u64, &[&str]); 5] =
    [(0, 1, &[]), (0, 8, &[A, B, C]), (5, 8, &[D, E, ROOTS[4]]), (2, 3, &[ROOTS[2]]), (1, 5, &[ROOTS[1], B, D])];

/// Its published consistency proofs: the earlier size, the later one and the path.
const CONSISTENCIES: [(u64, u64, &[&str]); 4] =
    [(1, 1, &[]), (1, 8, &[A, B, C]), (6, 8, &[F, E, ROOTS[4]]), (2, 5, &[B, D])];

/// How large every tree is tried, with all its proofs.
const ALL_TO: u64 = 70;

fn from_hex(text: &str) -> Vec<u8> {
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
}

fn published() -> Tree {
    Tree::of(LEAVES.iter().map(|leaf| leaf_hash(&from_hex(leaf))))
}

fn numbered(size: u64) -> Tree {
    Tree::of((0..size).map(|number| leaf_hash(&number.to_be_bytes())))
}

fn shown(hashes: &[Hash]) -> Vec<String> {
    hashes.iter().map(ToString::to_string).collect()
}

fn flipped(hash: Hash, bit: usize) -> Hash {
    let mut bytes: [u8; 32] = hash.as_bytes().as_slice().try_into().unwrap();
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Hash::from_bytes(&bytes).unwrap()
}

/// The root by the definition in RFC 6962, section 2.1.
fn by_definition(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => empty_root(),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(leaves.len().next_power_of_two() / 2);
            node_hash(by_definition(left), by_definition(right))
        }
    }
}

#[test]
fn the_published_roots() {
    let tree = published();
    let mut frontier = Frontier::default();
    assert_eq!(frontier.root().to_string(), ROOTS[0]);
    for (size, root) in ROOTS.iter().enumerate() {
        assert_eq!(tree.root(size as u64).unwrap().to_string(), *root);
        assert_eq!(frontier.root().to_string(), *root);
        frontier.append(leaf_hash(&from_hex(LEAVES[size % LEAVES.len()])));
    }
    assert_eq!(tree.root(9), None);
}

#[test]
fn the_published_proofs() {
    let tree = published();
    for (index, size, path) in INCLUSIONS {
        assert_eq!(shown(&tree.inclusion(index, size).unwrap()), path, "leaf {index} of {size}");
    }
    for (from, to, path) in CONSISTENCIES {
        assert_eq!(shown(&tree.consistency(from, to).unwrap()), path, "from {from} to {to}");
    }
}

#[test]
fn a_tree_that_grows_is_the_tree_made_at_once() {
    let mut grown = Tree::default();
    let mut frontier = Frontier::default();
    for size in 0..=300 {
        let made = numbered(size);
        let leaves: Vec<_> = (0..size).map(|index| made.leaf(index).unwrap()).collect();
        assert_eq!((grown.size(), made.size(), frontier.size()), (size, size, size));
        assert_eq!(made.root(size), Some(by_definition(&leaves)));
        assert_eq!(grown.root(size), made.root(size));
        assert_eq!(Some(frontier.root()), made.root(size));
        let kept = Frontier::from_bytes(size, &frontier.to_bytes()).unwrap();
        assert_eq!(kept, frontier);
        grown.append(leaf_hash(&size.to_be_bytes()));
        frontier.append(leaf_hash(&size.to_be_bytes()));
    }
    for size in 0..=300 {
        assert_eq!(grown.root(size), numbered(size).root(size), "what the tree was at {size}");
    }
}

#[test]
fn the_bytes_of_a_frontier_must_fit_its_size() {
    let mut frontier = Frontier::default();
    (0..11).for_each(|number: u64| frontier.append(leaf_hash(&number.to_be_bytes())));
    let bytes = frontier.to_bytes();
    assert_eq!(bytes.len(), 3 * 32);
    for wrong in [0, 1, 10, 12, 15] {
        assert!(matches!(Frontier::from_bytes(wrong, &bytes), Err(FrontierError::Length { .. })), "{wrong}");
    }
    assert!(matches!(Frontier::from_bytes(11, &bytes[1..]), Err(FrontierError::Length { .. })));
    assert!(matches!(Frontier::from_bytes(u64::MAX, &[0; 64 * 32]), Err(FrontierError::Size { .. })));
    let mut largest = Frontier::from_bytes(i64::MAX as u64, &[0; 63 * 32]).unwrap();
    largest.append(empty_root());
    assert_eq!(largest.to_bytes().len(), 32);
}

#[test]
fn every_leaf_of_every_small_tree_is_proved_and_at_no_other_place() {
    let tree = numbered(ALL_TO);
    for size in 1..=ALL_TO {
        let root = tree.root(size).unwrap();
        for index in 0..size {
            let (leaf, path) = (tree.leaf(index).unwrap(), tree.inclusion(index, size).unwrap());
            assert_eq!(verify_inclusion(leaf, index, size, &path, root), Ok(()), "leaf {index} of {size}");
            for other in (0..size).filter(|other| *other != index) {
                assert!(verify_inclusion(leaf, other, size, &path, root).is_err(), "{index} as {other} of {size}");
            }
            assert!(verify_inclusion(leaf, size, size, &path, root).is_err());
        }
    }
}

#[test]
fn every_small_tree_is_proved_to_have_grown_from_every_smaller_one() {
    let tree = numbered(ALL_TO);
    for to in 0..=ALL_TO {
        for from in 0..=to {
            let (from_root, to_root) = (tree.root(from).unwrap(), tree.root(to).unwrap());
            let path = tree.consistency(from, to).unwrap();
            assert_eq!(verify_consistency(from, from_root, to, to_root, &path), Ok(()), "from {from} to {to}");
            let mut longer = path.clone();
            longer.push(to_root);
            assert!(verify_consistency(from, from_root, to, to_root, &longer).is_err(), "from {from} to {to}");
            if let Some(shorter) = path.split_last().map(|(_, rest)| rest) {
                assert!(verify_consistency(from, from_root, to, to_root, shorter).is_err(), "from {from} to {to}");
            }
            if from < to {
                let back = PathError::Backwards { from: to, to: from };
                assert_eq!(verify_consistency(to, to_root, from, from_root, &path), Err(back));
            }
        }
    }
}

#[test]
fn any_bit_that_is_changed_spoils_a_proof_of_inclusion() {
    let tree = numbered(ALL_TO);
    for (index, size) in [(0, 1), (0, 2), (2, 3), (5, 8), (63, 64), (64, 65), (69, 70), (33, 70)] {
        let (leaf, root) = (tree.leaf(index).unwrap(), tree.root(size).unwrap());
        let path = tree.inclusion(index, size).unwrap();
        for bit in 0..256 {
            assert!(verify_inclusion(flipped(leaf, bit), index, size, &path, root).is_err());
            assert!(verify_inclusion(leaf, index, size, &path, flipped(root, bit)).is_err());
            for at in 0..path.len() {
                let mut changed = path.clone();
                changed[at] = flipped(changed[at], bit);
                assert!(verify_inclusion(leaf, index, size, &changed, root).is_err(), "hash {at}, bit {bit}");
            }
        }
        for cut in 0..path.len() {
            let error = verify_inclusion(leaf, index, size, &path[..cut], root);
            assert_eq!(error, Err(PathError::Length { found: cut }));
        }
        let mut longer = path.clone();
        longer.push(root);
        assert_eq!(
            verify_inclusion(leaf, index, size, &longer, root),
            Err(PathError::Length { found: path.len() + 1 })
        );
    }
}

#[test]
fn any_bit_that_is_changed_spoils_a_proof_of_consistency() {
    let tree = numbered(ALL_TO);
    for (from, to) in [(1, 2), (2, 5), (3, 7), (6, 8), (32, 70), (64, 70), (69, 70), (70, 70)] {
        let (from_root, to_root) = (tree.root(from).unwrap(), tree.root(to).unwrap());
        let path = tree.consistency(from, to).unwrap();
        for bit in 0..256 {
            assert!(verify_consistency(from, flipped(from_root, bit), to, to_root, &path).is_err());
            assert!(verify_consistency(from, from_root, to, flipped(to_root, bit), &path).is_err());
            for at in 0..path.len() {
                let mut changed = path.clone();
                changed[at] = flipped(changed[at], bit);
                assert!(verify_consistency(from, from_root, to, to_root, &changed).is_err(), "hash {at}, bit {bit}");
            }
        }
    }
}

#[test]
fn a_changed_past_is_found_out() {
    let honest = numbered(20);
    let rewritten = Tree::of((0..40).map(|number| leaf_hash(&[u8::from(number == 3), number])));
    let path = rewritten.consistency(20, 40).unwrap();
    let (from_root, to_root) = (honest.root(20).unwrap(), rewritten.root(40).unwrap());
    let error = verify_consistency(20, from_root, 40, to_root, &path).unwrap_err();
    assert!(matches!(error, PathError::EarlierRoot { expected, .. } if expected == from_root), "{error}");
}

#[test]
fn the_empty_tree_becomes_any_other_without_a_proof() {
    let root = numbered(5).root(5).unwrap();
    assert_eq!(verify_consistency(0, empty_root(), 5, root, &[]), Ok(()));
    assert_eq!(verify_consistency(0, empty_root(), 0, empty_root(), &[]), Ok(()));
    assert!(verify_consistency(0, root, 5, root, &[]).is_err());
    assert!(verify_consistency(0, empty_root(), 0, root, &[]).is_err());
    assert!(verify_consistency(0, empty_root(), 5, root, &[root]).is_err());
}

#[test]
fn proofs_with_the_largest_numbers_are_refused_without_stumbling() {
    let hash = empty_root();
    for count in [0, 1, 62, 63, 64, 65, 200] {
        let path = vec![hash; count];
        for index in [0, 1, u64::MAX / 2, u64::MAX - 1, u64::MAX] {
            assert!(verify_inclusion(hash, index, u64::MAX, &path, hash).is_err());
        }
        for from in [1, 2, 1 << 63, (1 << 63) - 1, u64::MAX - 1] {
            assert!(verify_consistency(from, hash, u64::MAX, hash, &path).is_err());
        }
    }
}

#[test]
fn a_tree_does_not_prove_what_it_does_not_have() {
    let tree = numbered(7);
    assert_eq!(tree.inclusion(7, 7), Err(TreeError::NoLeaf { index: 7, size: 7 }));
    assert_eq!(tree.inclusion(7, 8), Err(TreeError::Beyond { size: 7, asked: 8 }));
    assert_eq!(tree.inclusion(0, u64::MAX), Err(TreeError::Beyond { size: 7, asked: u64::MAX }));
    assert_eq!(tree.consistency(3, 8), Err(TreeError::Beyond { size: 7, asked: 8 }));
    assert_eq!(tree.consistency(0, 8), Err(TreeError::Beyond { size: 7, asked: 8 }));
    assert_eq!(tree.consistency(8, 8), Err(TreeError::Beyond { size: 7, asked: 8 }));
    assert_eq!(tree.consistency(4, 3), Err(TreeError::Backwards { from: 4, to: 3 }));
    assert_eq!((tree.leaf(7), tree.root(8), tree.root(u64::MAX)), (None, None, None));
}

#[test]
fn a_tile_holds_the_hashes_of_its_level() {
    let tree = numbered(70_000);
    let root_of =
        |from: u64, to: u64| by_definition(&(from..to).map(|index| tree.leaf(index).unwrap()).collect::<Vec<_>>());
    let level_0 = tree.tile(0, 3, 256).unwrap();
    assert_eq!(level_0.len(), 8192);
    assert_eq!(level_0[32..64], tree.leaf(769).unwrap().as_bytes()[..]);
    let level_1 = tree.tile(1, 1, 17).unwrap();
    assert_eq!(level_1[32 * 16..], root_of(272 * 256, 273 * 256).as_bytes()[..]);
    let level_2 = tree.tile(2, 0, 1).unwrap();
    assert_eq!(level_2[..], root_of(0, 65_536).as_bytes()[..]);
    assert_eq!(tree.tile(0, 273, 112).unwrap().len(), 112 * 32);
    for absent in [(0, 273, 113), (1, 1, 18), (2, 0, 2), (3, 0, 1), (0, 0, 0), (0, 0, 257), (255, 0, 1)] {
        assert_eq!(tree.tile(absent.0, absent.1, absent.2), None, "{absent:?}");
    }
    assert_eq!(tree.tile(0, u64::MAX, 256), None);
}
