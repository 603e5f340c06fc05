//! The secret key with which a log signs its checkpoints, or a witness its cosignatures.

use std::fmt;
use std::str::FromStr;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::Signer as _;
use zeroize::Zeroizing;

use super::NoteSignature;
use super::key::{KeyError, SignatureType, VerifierKey, checked_name};

/// How a written secret key begins, so that nobody takes it for a public one.
const PREFIX: &str = "PRIVATE+KEY+";
/// The byte of an Ed25519 key: C2SP signed-note.
const ED25519: u8 = 0x01;

/// A secret Ed25519 key with its name. It is wiped from memory when it is dropped, and is never shown unless
/// [`secret`](Self::secret) is called.
#[derive(Clone)]
pub struct SigningKey {
    name: String,
    key: ed25519_dalek::SigningKey,
}

impl SigningKey {
    /// Makes a new key from the operating system's random numbers.
    ///
    /// # Errors
    /// [`KeyError`] when a key can't have that name, or there are no random numbers.
    pub fn generate(name: &str) -> Result<Self, KeyError> {
        let mut seed = Zeroizing::new([0; 32]);
        getrandom::fill(seed.as_mut()).map_err(|error| KeyError::Random(error.to_string()))?;
        Self::from_seed(name, &seed)
    }

    /// The key that follows from a seed.
    fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, KeyError> {
        Ok(Self { name: checked_name(name)?, key: ed25519_dalek::SigningKey::from_bytes(seed) })
    }

    /// Whose key it is. The key of a log has the log's origin as its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The public key for what it signs as a log.
    #[must_use]
    pub fn verifier(&self) -> VerifierKey {
        VerifierKey::new(self.name.clone(), SignatureType::Ed25519, self.key.verifying_key())
    }

    /// The public key for what it signs as a witness. It has another hash than [`verifier`](Self::verifier), so that
    /// neither signature is taken for the other.
    #[must_use]
    pub fn witness(&self) -> VerifierKey {
        VerifierKey::new(self.name.clone(), SignatureType::Cosignature, self.key.verifying_key())
    }

    /// The key in writing, `PRIVATE+KEY+name+hash+seed`: whoever has it can sign as this log.
    #[must_use]
    pub fn secret(&self) -> Zeroizing<String> {
        let mut bytes = Zeroizing::new([ED25519; 33]);
        bytes[1..].copy_from_slice(self.key.as_bytes());
        let public = format!("{PREFIX}{}+{}+", self.name, self.verifier().id());
        // Room for all of it: a text that grows leaves copies of itself behind.
        let mut text = Zeroizing::new(String::with_capacity(public.len() + 44));
        text.push_str(&public);
        STANDARD.encode_string(bytes.as_slice(), &mut text);
        text
    }

    pub(super) fn signature_of(&self, text: &str) -> NoteSignature {
        NoteSignature::new(&self.verifier(), self.sign(text.as_bytes()).to_vec())
    }

    pub(in crate::log) fn sign(&self, message: &[u8]) -> [u8; 64] {
        self.key.sign(message).to_bytes()
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningKey")
            .field("name", &self.name)
            .field("id", &self.verifier().id())
            .finish_non_exhaustive()
    }
}

impl FromStr for SigningKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let rest = text.strip_prefix(PREFIX).ok_or(KeyError::Secret)?;
        let (name, rest) = rest.split_once('+').ok_or(KeyError::Secret)?;
        let (hash, key) = rest.split_once('+').ok_or(KeyError::Secret)?;
        let bytes = Zeroizing::new(STANDARD.decode(key).map_err(|_| KeyError::Secret)?);
        let (&ED25519, seed) = bytes.split_first().ok_or(KeyError::Secret)? else { return Err(KeyError::Secret) };
        let key = Self::from_seed(name, seed.try_into().map_err(|_| KeyError::Secret)?)?;
        key.verifier().expect_id(hash)?;
        Ok(key)
    }
}
