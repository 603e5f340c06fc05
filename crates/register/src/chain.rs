//! The chain: every entry's hash covers its canonical form and the hash of the entry before it.

use std::fmt;

use law::entry::Entry;
use sha2::{Digest, Sha256};

use crate::fault::RegisterError;

/// A SHA-256 hash.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    /// What stands before the first entry.
    pub const START: Self = Self([0; 32]);

    /// The hash of an entry, given the hash of the one before it and its canonical form: SHA-256 over the one followed
    /// by the other.
    #[must_use]
    pub fn after(previous: Self, canonical: &[u8]) -> Self {
        let mut hasher = Sha256::new();
        hasher.update(previous.0);
        hasher.update(canonical);
        Self(hasher.finalize().into())
    }

    /// The hash in those bytes, if there are thirty-two.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }

    /// The bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// The canonical form of an entry: JSON by RFC 8785, so that anybody can compute the same bytes.
///
/// # Errors
/// [`RegisterError::Form`] when the entry can't be written as JSON.
pub fn canonical_form(entry: &Entry) -> Result<String, RegisterError> {
    serde_json_canonicalizer::to_string(entry)
        .map_err(|source| RegisterError::Form { entry: entry.number, because: source.to_string() })
}
