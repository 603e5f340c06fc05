//! The Merkle tree over the entries: RFC 6962, section 2.1. Here is the whole tree in memory, for proofs and tiles.

mod frontier;
mod hashing;

pub use frontier::{Frontier, FrontierError};
pub use hashing::{empty_root, leaf_hash, node_hash};

use hashing::HASH_BYTES;

use crate::Hash;
use crate::log::tile::{LEVELS_A_TILE, TILE_WIDTH};

/// A tree can't prove what was asked of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TreeError {
    /// The question is about more entries than there are.
    #[error("the log has {size} entries and can't prove anything of its first {asked}; ask about {size} or fewer")]
    Beyond {
        /// How many entries there are.
        size: u64,
        /// How many were asked about.
        asked: u64,
    },
    /// The leaf is not among those asked about.
    #[error("index {index} is not among the first {size} entries, whose indices are below {size}")]
    NoLeaf {
        /// The leaf's index, from 0.
        index: u64,
        /// How many entries were asked about.
        size: u64,
    },
    /// A log only grows.
    #[error("a log of {from} entries can't have become one of {to}; name the smaller size first")]
    Backwards {
        /// The size said to be the earlier one.
        from: u64,
        /// The size said to be the later one.
        to: u64,
    },
}

/// A Merkle tree with the hashes of all its complete subtrees.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    /// `levels[k][i]` is the root of the complete subtree over the leaves from `i·2ᵏ` to before `(i+1)·2ᵏ`.
    levels: Vec<Vec<Hash>>,
}

impl Tree {
    /// The tree over those hashes of leaves.
    #[must_use]
    pub fn of(leaves: impl IntoIterator<Item = Hash>) -> Self {
        let mut levels = Vec::new();
        let mut level: Vec<Hash> = leaves.into_iter().collect();
        while !level.is_empty() {
            let (pairs, _) = level.as_chunks();
            let above = pairs.iter().map(|&[left, right]| node_hash(left, right)).collect();
            levels.push(level);
            level = above;
        }
        Self { levels }
    }

    /// Adds the hash of a leaf.
    pub fn append(&mut self, leaf: Hash) {
        let mut node = leaf;
        for level in &mut self.levels {
            level.push(node);
            let ([.., [left, right]], []) = level.as_chunks() else { return };
            node = node_hash(*left, *right);
        }
        self.levels.push(vec![node]);
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.levels.first().map_or(0, |leaves| leaves.len() as u64)
    }

    /// The hash of the leaf with that index, from 0.
    #[must_use]
    pub fn leaf(&self, index: u64) -> Option<Hash> {
        self.node(0, index)
    }

    /// The root when the tree had that size; nothing if it never had so many leaves.
    #[must_use]
    pub fn root(&self, size: u64) -> Option<Hash> {
        if size == 0 { Some(empty_root()) } else { self.span(0, size) }
    }

    /// The inclusion proof of a leaf in the tree of that size: RFC 6962, section 2.1.1, from the leaf's sibling up.
    ///
    /// # Errors
    /// [`TreeError`] when the leaf is not in the tree of that size, or the tree never had that size.
    pub fn inclusion(&self, index: u64, size: u64) -> Result<Vec<Hash>, TreeError> {
        if index >= size {
            return Err(TreeError::NoLeaf { index, size });
        }
        self.reaches(size)?;
        let mut path = Vec::new();
        let (mut from, mut to) = (0, size);
        while to - from > 1 {
            let middle = from + left_half(to - from);
            if index < middle {
                path.push(self.known(middle, to, size)?);
                to = middle;
            } else {
                path.push(self.known(from, middle, size)?);
                from = middle;
            }
        }
        path.reverse();
        Ok(path)
    }

    /// The consistency proof between two sizes: RFC 6962, section 2.1.2. It is empty when the sizes are equal, and from
    /// the empty tree, out of which any tree may grow.
    ///
    /// # Errors
    /// [`TreeError`] when the first size is the larger one, or the tree never had the second.
    pub fn consistency(&self, from: u64, to: u64) -> Result<Vec<Hash>, TreeError> {
        if from > to {
            return Err(TreeError::Backwards { from, to });
        }
        self.reaches(to)?;
        let mut path = Vec::new();
        let (mut start, mut end) = (0, to);
        while from > 0 && end != from {
            let middle = start + left_half(end - start);
            if from <= middle {
                path.push(self.known(middle, end, to)?);
                end = middle;
            } else {
                path.push(self.known(start, middle, to)?);
                start = middle;
            }
        }
        // Whoever checks the proof has the root of the old tree, so that only another subtree need be named.
        if start > 0 {
            path.push(self.known(start, end, to)?);
        }
        path.reverse();
        Ok(path)
    }

    /// The hashes of a tile, one after another: C2SP tlog-tiles. Nothing if the tree has not yet all of them, or the
    /// width is none.
    #[must_use]
    pub fn tile(&self, level: u8, index: u64, width: u16) -> Option<Vec<u8>> {
        if width == 0 || width > TILE_WIDTH {
            return None;
        }
        let from = usize::try_from(index.checked_mul(u64::from(TILE_WIDTH))?).ok()?;
        let to = from.checked_add(usize::from(width))?;
        let hashes = self.levels.get(usize::from(level) * LEVELS_A_TILE)?.get(from..to)?;
        let mut bytes = Vec::with_capacity(hashes.len() * HASH_BYTES);
        for hash in hashes {
            bytes.extend_from_slice(hash.as_bytes());
        }
        Some(bytes)
    }

    fn reaches(&self, asked: u64) -> Result<(), TreeError> {
        if asked > self.size() { Err(TreeError::Beyond { size: self.size(), asked }) } else { Ok(()) }
    }

    fn node(&self, level: u32, index: u64) -> Option<Hash> {
        self.levels.get(level as usize)?.get(usize::try_from(index).ok()?).copied()
    }

    /// The root over the leaves from `from` to before `to`. `from` is a multiple of the smallest power of two that is
    /// not below their number, as it is for every span in a proof.
    fn span(&self, from: u64, to: u64) -> Option<Hash> {
        let mut end = to;
        let mut root = None;
        while end > from {
            let level = (end - from).trailing_zeros();
            let left = self.node(level, (end >> level) - 1)?;
            root = Some(root.map_or(left, |right| node_hash(left, right)));
            end -= 1 << level;
        }
        root
    }

    fn known(&self, from: u64, to: u64, asked: u64) -> Result<Hash, TreeError> {
        self.span(from, to).ok_or(TreeError::Beyond { size: self.size(), asked })
    }
}

/// How many leaves are in the left half of a tree: the largest power of two below its size, which is at least 2.
fn left_half(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}
