//! Checking proofs against roots: RFC 9162, sections 2.1.3.2 and 2.1.4.2.
//!
//! Nothing here needs a tree: this is what whoever doubts a register runs.

use crate::Hash;
use crate::log::tree::{empty_root, node_hash};

/// A path of hashes does not prove what it is said to prove.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// The leaf is said to stand outside the tree.
    #[error("index {index} is outside a log of {size} entries, so that no proof of it can hold")]
    NoLeaf {
        /// The leaf's index, from 0.
        index: u64,
        /// The size of the tree.
        size: u64,
    },
    /// A log only grows.
    #[error("a log of {from} entries can't have become one of {to}: whoever says so took entries away")]
    Backwards {
        /// The size said to be the earlier one.
        from: u64,
        /// The size said to be the later one.
        to: u64,
    },
    /// There are too many hashes or too few.
    #[error(
        "the proof has {found} hashes, and not as many as the sizes call for: it was cut, or belongs to other sizes"
    )]
    Length {
        /// How many there are.
        found: usize,
    },
    /// The hashes lead to another root.
    #[error("the proof leads to the root {found}, not to {expected}: what was proved is not what is on record there")]
    Root {
        /// The root that the tree is said to have.
        expected: Hash,
        /// The root that the proof leads to.
        found: Hash,
    },
    /// The hashes lead to another root of the earlier tree.
    #[error("the proof leads to the earlier root {found}, not to {expected}: entries from before were changed")]
    EarlierRoot {
        /// The root that the earlier tree is said to have.
        expected: Hash,
        /// The root that the proof leads to.
        found: Hash,
    },
}

/// Checks that a leaf stands at an index of the tree with that size and root: RFC 9162, section 2.1.3.2.
///
/// # Errors
/// [`PathError`] when the proof does not show it.
pub fn verify_inclusion(leaf: Hash, index: u64, size: u64, proof: &[Hash], root: Hash) -> Result<(), PathError> {
    if index >= size {
        return Err(PathError::NoLeaf { index, size });
    }
    let mut climb = Climb { node: index, last: size - 1 };
    let mut found = leaf;
    for &sibling in proof {
        found = match climb.step() {
            Some(Side::Left) => node_hash(sibling, found),
            Some(Side::Right) => node_hash(found, sibling),
            None => return Err(PathError::Length { found: proof.len() }),
        };
    }
    if climb.last != 0 {
        return Err(PathError::Length { found: proof.len() });
    }
    same(found, root, |expected, found| PathError::Root { expected, found })
}

/// Checks that the tree with the second size and root has the tree with the first as its beginning: RFC 9162, section
/// 2.1.4.2. Of equal sizes, and from the empty tree, the proof is empty, as C2SP tlog-witness says.
///
/// # Errors
/// [`PathError`] when the proof does not show it.
pub fn verify_consistency(from: u64, from_root: Hash, to: u64, to_root: Hash, proof: &[Hash]) -> Result<(), PathError> {
    let earlier = |expected, found| PathError::EarlierRoot { expected, found };
    let later = |expected, found| PathError::Root { expected, found };
    let length = PathError::Length { found: proof.len() };
    if from > to {
        return Err(PathError::Backwards { from, to });
    }
    if from == 0 || from == to {
        if !proof.is_empty() {
            return Err(length);
        }
        if from == 0 {
            same(empty_root(), from_root, earlier)?;
        }
        return if to == from { same(from_root, to_root, later) } else { Ok(()) };
    }
    // A complete tree is itself the first hash, which the proof then leaves out.
    let (first, rest) = if from.is_power_of_two() {
        (from_root, proof)
    } else {
        let (&first, rest) = proof.split_first().ok_or(length)?;
        (first, rest)
    };
    let shared = (from - 1).trailing_ones();
    let mut climb = Climb { node: (from - 1) >> shared, last: (to - 1) >> shared };
    let (mut old, mut new) = (first, first);
    for &sibling in rest {
        match climb.step() {
            Some(Side::Left) => (old, new) = (node_hash(sibling, old), node_hash(sibling, new)),
            Some(Side::Right) => new = node_hash(new, sibling),
            None => return Err(length),
        }
    }
    if climb.last != 0 {
        return Err(length);
    }
    same(old, from_root, earlier)?;
    same(new, to_root, later)
}

fn same(found: Hash, expected: Hash, or: impl Fn(Hash, Hash) -> PathError) -> Result<(), PathError> {
    if found == expected { Ok(()) } else { Err(or(expected, found)) }
}

/// On which side of the climbing node its next sibling stands.
enum Side {
    Left,
    Right,
}

/// The way from a node up to the root. The RFC calls the fields `fn` and `sn`.
struct Climb {
    node: u64,
    last: u64,
}

impl Climb {
    /// Goes up to where the next sibling joins; nothing at the root.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side = if self.node % 2 == 1 || self.node == self.last {
            // At the right edge, levels without a sibling are passed over. The node is not 0 here, for 0 is even and
            // not the last.
            self.up(self.node.trailing_zeros());
            Side::Left
        } else {
            Side::Right
        };
        self.up(1);
        Some(side)
    }

    fn up(&mut self, levels: u32) {
        self.node >>= levels;
        self.last >>= levels;
    }
}
