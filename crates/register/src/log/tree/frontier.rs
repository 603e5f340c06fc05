//! What must be kept of a tree to go on with it: the roots of its complete subtrees, one for every bit of its size.

use std::ops::RangeInclusive;

use super::hashing::{HASH_BYTES, empty_root, node_hash};
use crate::Hash;

/// Bytes are not the frontier of a tree of the size named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FrontierError {
    /// There are too many or too few.
    #[error("the peaks of a tree of {size} entries take {expected} bytes, not {found}; compute them from the entries")]
    Length {
        /// The size of the tree.
        size: u64,
        /// How many bytes its peaks take.
        expected: usize,
        /// How many bytes there are.
        found: usize,
    },
    /// No register has so many entries.
    #[error("a tree of {size} entries is larger than any register, whose size is at most {}", i64::MAX)]
    Size {
        /// The size.
        size: u64,
    },
}

/// The frontier of a tree, also called its compact range: its peaks, which are the roots of the largest complete
/// subtrees that it consists of, from left to right. It holds at most 63 hashes, and is all that adding an entry and
/// computing the root take.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of a tree of that size whose peaks stand in those bytes, one after another.
    ///
    /// # Errors
    /// [`FrontierError`] when a tree of that size has another number of peaks.
    pub fn from_bytes(size: u64, bytes: &[u8]) -> Result<Self, FrontierError> {
        // A size that a database's integers can't hold is damage, and would leave no room to grow.
        if i64::try_from(size).is_err() {
            return Err(FrontierError::Size { size });
        }
        let expected = size.count_ones() as usize * HASH_BYTES;
        if bytes.len() != expected {
            return Err(FrontierError::Length { size, expected, found: bytes.len() });
        }
        Ok(Self { size, peaks: bytes.chunks_exact(HASH_BYTES).filter_map(Hash::from_bytes).collect() })
    }

    /// The peaks as bytes, one after another, for [`from_bytes`](Self::from_bytes).
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        self.peaks.iter().flat_map(Hash::as_bytes).copied().collect()
    }

    /// The leaves under the first peak that another tree of the same size has otherwise, counted from 1: the first leaf
    /// that differs is among them. Nothing when the trees are of different sizes, or the same.
    #[must_use]
    pub fn first_difference(&self, other: &Self) -> Option<RangeInclusive<u64>> {
        if self.size != other.size {
            return None;
        }
        let differs = self.peaks.iter().zip(&other.peaks).position(|(one, other)| one != other)?;
        let mut before = 0;
        let mut widths = (0..u64::BITS).rev().map(|bit| self.size & (1 << bit)).filter(|width| *width > 0);
        for width in widths.by_ref().take(differs) {
            before += width;
        }
        widths.next().map(|width| before + 1..=before + width)
    }

    /// Adds the hash of a leaf.
    pub fn append(&mut self, leaf: Hash) {
        // Every one at the end of the size, in binary, is a subtree that the leaf completes.
        let mut peak = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                peak = node_hash(left, peak);
            }
        }
        self.peaks.push(peak);
        self.size += 1;
    }

    /// How many leaves there are.
    #[must_use]
    pub const fn size(&self) -> u64 {
        self.size
    }

    /// The root of the tree.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.peaks.iter().rev().copied().reduce(|right, left| node_hash(left, right)).unwrap_or_else(empty_root)
    }
}
