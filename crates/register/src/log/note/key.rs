//! Public keys: whose signatures are trusted. C2SP signed-note, in the written form that Go's `sumdb/note` gave them.

use std::fmt;
use std::str::FromStr;

use ed25519_dalek::{Signature, VerifyingKey};
use sha2::{Digest, Sha256};

use crate::log::cosignature;
use crate::log::encoding;

/// A key can't be read or made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// It does not have the three parts of a public key.
    #[error("a public key is written name+hash+key, as in example.org/log+c74f20a3+ARpc…; this is not")]
    Public,
    /// It does not have the parts of a secret key.
    #[error("a secret key is written PRIVATE+KEY+name+hash+key, with the seed of an Ed25519 key; this is not")]
    Secret,
    /// The name is none that a key may have.
    #[error(
        "`{}` can't name a key: a name has at least one character, and no space, plus sign or control character",
        .0.escape_debug()
    )]
    Name(String),
    /// The key is for a kind of signature that this program does not know.
    #[error(
        "the key is for signatures of type {found:#04x}; known are 0x01, Ed25519, and 0x04, cosignatures of witnesses"
    )]
    Type {
        /// The type's byte.
        found: u8,
    },
    /// The bytes are not a public key.
    #[error("the key's bytes are not an Ed25519 public key that can be trusted; ask for the key again")]
    Point,
    /// The hash in the key is another than that of its name and key.
    #[error("the key says that its hash is {found}, and it is {expected}: its name or the key was changed")]
    Hash {
        /// The hash that it says.
        found: String,
        /// The hash that it should say.
        expected: KeyId,
    },
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random numbers to make a key from: {0}")]
    Random(String),
}

/// What kind of signature a key makes. The byte is part of what the key's hash covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignatureType {
    /// An Ed25519 signature of a note's text, as a log makes it: C2SP signed-note.
    Ed25519,
    /// A witness's Ed25519 cosignature with its time: C2SP tlog-cosignature.
    Cosignature,
}

impl SignatureType {
    const fn byte(self) -> u8 {
        match self {
            Self::Ed25519 => 0x01,
            Self::Cosignature => 0x04,
        }
    }

    const fn of(byte: u8) -> Result<Self, KeyError> {
        match byte {
            0x01 => Ok(Self::Ed25519),
            0x04 => Ok(Self::Cosignature),
            found => Err(KeyError::Type { found }),
        }
    }
}

/// The hash of a key, four bytes that say which of several keys made a signature. It is too short to stand for the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyId([u8; 4]);

impl KeyId {
    pub(super) const fn new(bytes: [u8; 4]) -> Self {
        Self(bytes)
    }

    pub(super) const fn as_bytes(self) -> [u8; 4] {
        self.0
    }
}

impl fmt::Display for KeyId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", u32::from_be_bytes(self.0))
    }
}

/// A public key with its name: what is needed to check signatures. Written `name+hash+key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifierKey {
    name: String,
    signatures: SignatureType,
    key: VerifyingKey,
}

impl VerifierKey {
    pub(super) fn new(name: String, signatures: SignatureType, key: VerifyingKey) -> Self {
        Self { name, signatures, key }
    }

    /// Whose key it is. The key of a log has the log's origin as its name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What kind of signature it checks.
    #[must_use]
    pub const fn signatures(&self) -> SignatureType {
        self.signatures
    }

    /// The key's hash: the beginning of SHA-256 over the name, a newline, the type of signature and the public key.
    #[must_use]
    pub fn id(&self) -> KeyId {
        let hash: [u8; 32] = Sha256::new_with_prefix(&self.name)
            .chain_update([b'\n', self.signatures.byte()])
            .chain_update(self.key.as_bytes())
            .finalize()
            .into();
        let [a, b, c, d, ..] = hash;
        KeyId([a, b, c, d])
    }

    /// Whether the key made that signature of the text of a note.
    pub(super) fn made(&self, signature: &[u8], text: &str) -> bool {
        match self.signatures {
            SignatureType::Ed25519 => self.signed(text.as_bytes(), signature),
            SignatureType::Cosignature => cosignature::split(signature)
                .is_some_and(|(time, signature)| self.signed(cosignature::message(text, time).as_bytes(), signature)),
        }
    }

    fn signed(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_slice(signature).is_ok_and(|signature| self.key.verify_strict(message, &signature).is_ok())
    }
}

impl fmt::Display for VerifierKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut bytes = vec![self.signatures.byte()];
        bytes.extend_from_slice(self.key.as_bytes());
        write!(f, "{}+{}+{}", self.name, self.id(), encoding::base64(&bytes))
    }
}

impl FromStr for VerifierKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, KeyError> {
        let (name, rest) = text.split_once('+').ok_or(KeyError::Public)?;
        let (hash, key) = rest.split_once('+').ok_or(KeyError::Public)?;
        let bytes = encoding::bytes(key).ok_or(KeyError::Public)?;
        let (&signature_type, key) = bytes.split_first().ok_or(KeyError::Public)?;
        let name = checked_name(name)?;
        let signatures = SignatureType::of(signature_type)?;
        let key = key.try_into().map_err(|_| KeyError::Public)?;
        // A key of small order takes anything for its signature.
        let key = VerifyingKey::from_bytes(key).ok().filter(|key| !key.is_weak()).ok_or(KeyError::Point)?;
        let key = Self::new(name, signatures, key);
        key.expect_id(hash)?;
        Ok(key)
    }
}

impl VerifierKey {
    /// Refuses a written key whose hash is not its own.
    pub(super) fn expect_id(&self, written: &str) -> Result<(), KeyError> {
        let expected = self.id();
        if expected.to_string() == written {
            Ok(())
        } else {
            Err(KeyError::Hash { found: written.chars().take(16).collect(), expected })
        }
    }
}

/// The name, if a key may have it: no spaces of any script, no plus sign, no control characters.
pub(super) fn checked_name(name: &str) -> Result<String, KeyError> {
    if is_name(name) { Ok(name.to_owned()) } else { Err(KeyError::Name(name.chars().take(100).collect())) }
}

pub(super) fn is_name(name: &str) -> bool {
    !name.is_empty() && !name.chars().any(|c| c == '+' || c.is_whitespace() || encoding::is_control(c))
}
