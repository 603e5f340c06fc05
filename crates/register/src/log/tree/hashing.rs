//! How leaves and nodes of the tree are hashed: RFC 6962, section 2.1, with SHA-256.

use sha2::{Digest, Sha256};

use crate::Hash;

/// How many bytes a hash has.
pub(crate) const HASH_BYTES: usize = 32;

/// The root of a tree without entries: the hash of nothing.
#[must_use]
pub fn empty_root() -> Hash {
    finish(Sha256::new())
}

/// The hash of a leaf: SHA-256 of a zero byte followed by the entry.
#[must_use]
pub fn leaf_hash(entry: &[u8]) -> Hash {
    finish(Sha256::new().chain_update([0x00]).chain_update(entry))
}

/// The hash of a node: SHA-256 of a one byte followed by the hashes of its two halves. The other first byte keeps a
/// node from being passed off as an entry.
#[must_use]
pub fn node_hash(left: Hash, right: Hash) -> Hash {
    let mut bytes = [0x01; 1 + 2 * HASH_BYTES];
    bytes[1..=HASH_BYTES].copy_from_slice(left.as_bytes());
    bytes[1 + HASH_BYTES..].copy_from_slice(right.as_bytes());
    finish(Sha256::new_with_prefix(bytes))
}

fn finish(hasher: Sha256) -> Hash {
    let bytes: [u8; HASH_BYTES] = hasher.finalize().into();
    bytes.into()
}
