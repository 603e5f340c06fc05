//! The chain of the first format: every entry's hash covered its bytes and the hash of the entry before it. Newer
//! registers are kept in a tree; the chain is computed to check what an older register vouched for.

use sha2::{Digest, Sha256};

use crate::hash::Hash;

/// What stood before the first entry.
pub(crate) fn start() -> Hash {
    Hash::from([0; 32])
}

/// The hash of an entry, given the hash of the one before it: SHA-256 over the one followed by the other.
pub(crate) fn after(previous: Hash, body: &[u8]) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(previous.as_bytes());
    hasher.update(body);
    Hash::from(<[u8; 32]>::from(hasher.finalize()))
}
