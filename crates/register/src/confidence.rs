//! What is said in confidence: the entry holds a salted commitment, the words are kept beside the entries. Erasing the
//! words leaves every hash as it was, and from the commitment alone nobody can guess them.

use law::keeping::Confidence;
use sha2::{Digest, Sha256};

use crate::fault::RegisterError;
use crate::hash::Hash;
use crate::store::Opening;

/// How long a salt is, in bytes: as long as the hash, so that the words can't be found by trying.
const SALT: usize = 32;

/// Words to be recorded in confidence.
#[derive(Clone, PartialEq, Eq)]
pub struct Confided {
    label: String,
    words: String,
    salt: [u8; SALT],
}

impl std::fmt::Debug for Confided {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Confided").field("label", &self.label).finish_non_exhaustive()
    }
}

impl Confided {
    /// Words under a label that is public, such as `note` or `contact`.
    ///
    /// # Errors
    /// When the operating system has no random numbers for the salt.
    pub fn new(label: &str, words: &str) -> Result<Self, RegisterError> {
        let mut salt = [0; SALT];
        getrandom::fill(&mut salt).map_err(|error| RegisterError::Form {
            entry: 0,
            because: format!("the system gives no random numbers: {error}"),
        })?;
        Ok(Self { label: label.to_owned(), words: words.to_owned(), salt })
    }

    /// What kind of thing it is.
    #[must_use]
    pub fn label(&self) -> &str {
        &self.label
    }

    pub(crate) fn opening(&self, entry: u64) -> Opening {
        let commitment = commitment(&self.salt, &self.words).to_string();
        Opening { commitment, entry, salt: self.salt.to_vec(), words: self.words.clone() }
    }
}

impl Opening {
    /// What the entry says in place of the words.
    pub(crate) fn confidence(&self, label: &str) -> Confidence {
        Confidence { commitment: self.commitment.clone(), label: label.to_owned() }
    }

    /// Whether the salt and the words are those that were committed to.
    #[must_use]
    pub fn opens(&self) -> bool {
        self.salt.len() == SALT && commitment(&self.salt, &self.words).to_string() == self.commitment
    }
}

/// SHA-256 over the salt, which is always of one length, and the words.
fn commitment(salt: &[u8], words: &str) -> Hash {
    let mut hasher = Sha256::new();
    hasher.update(salt);
    hasher.update(words);
    Hash::from(<[u8; 32]>::from(hasher.finalize()))
}
