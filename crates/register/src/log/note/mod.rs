//! Signed notes: a text, and who signed it. C2SP signed-note.

mod key;
mod signing_key;

pub use key::{KeyError, KeyId, SignatureType, VerifierKey};
pub use signing_key::SigningKey;

use std::fmt;
use std::str::FromStr;

use key::is_name;

use crate::log::encoding;

/// The longest note that is read, in bytes.
pub const LONGEST_NOTE: usize = 1_000_000;
/// The most signatures that a note may have.
pub const MOST_SIGNATURES: usize = 100;

/// How a line with a signature begins: an em dash and a space.
const DASH: &str = "\u{2014} ";
/// How many bytes of a signature name the key that made it.
const ID_BYTES: usize = 4;

/// A note can't be read, or is not signed as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NoteError {
    /// It is longer than any note need be.
    #[error("the note has {found} bytes, and none with more than {LONGEST_NOTE} is read")]
    Long {
        /// Its length.
        found: usize,
    },
    /// A character in it has no place in a note.
    #[error("line {line} of the note has a control character; a note has none but the end of a line")]
    Control {
        /// The line, from 1.
        line: usize,
    },
    /// The text does not end as it should.
    #[error("the text of a note ends with the end of a line, and this one does not")]
    Text,
    /// There is no empty line before signatures.
    #[error("a signed note ends with an empty line and signatures, each on a line of its own; this one does not")]
    Unsigned,
    /// A line among the signatures is something else.
    #[error(
        "line {line} of the note is not a signature: expected an em dash, the key's name and the signature in base64, \
         with a space between"
    )]
    Signature {
        /// The line, from 1.
        line: usize,
    },
    /// There are more signatures than any note need have.
    #[error("the note has more than {MOST_SIGNATURES} signatures, and is not read")]
    Signatures,
    /// The key did not sign.
    #[error("the note is not signed with the key {name}+{id}; check that the key is the one published for {name}")]
    NotBy {
        /// The key's name.
        name: String,
        /// The key's hash.
        id: KeyId,
    },
    /// A signature said to be of the key is not.
    #[error("a signature said to be of {name}+{id} is not: the note was changed after it was signed, or forged")]
    Forged {
        /// The key's name.
        name: String,
        /// The key's hash.
        id: KeyId,
    },
}

/// One signature of a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteSignature {
    name: String,
    id: KeyId,
    signature: Vec<u8>,
}

impl NoteSignature {
    pub(in crate::log) fn new(key: &VerifierKey, signature: Vec<u8>) -> Self {
        Self { name: key.name().to_owned(), id: key.id(), signature }
    }

    /// The name of the key that is said to have made it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The hash of the key that is said to have made it.
    #[must_use]
    pub const fn id(&self) -> KeyId {
        self.id
    }

    /// The signature's bytes, in the form that its type has.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.signature
    }

    /// Whether it is said to be of that key.
    #[must_use]
    pub fn is_by(&self, key: &VerifierKey) -> bool {
        self.name == key.name() && self.id == key.id()
    }
}

impl fmt::Display for NoteSignature {
    /// The line, without its end.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bytes = [&self.id.as_bytes()[..], &self.signature].concat();
        write!(f, "{DASH}{} {}", self.name, encoding::base64(&bytes))
    }
}

impl FromStr for NoteSignature {
    type Err = NoteError;

    /// The signature on one line, without its end.
    fn from_str(line: &str) -> Result<Self, NoteError> {
        let read = || {
            let (name, signature) = line.strip_prefix(DASH)?.split_once(' ')?;
            let bytes = encoding::bytes(signature)?;
            let (id, signature) = bytes.split_first_chunk::<ID_BYTES>()?;
            let whole = is_name(name) && !signature.is_empty();
            whole.then(|| Self { name: name.to_owned(), id: KeyId::new(*id), signature: signature.to_vec() })
        };
        read().ok_or(NoteError::Signature { line: 1 })
    }
}

/// A text with at least one signature. What it says counts for nothing until a trusted key is seen to have signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    text: String,
    signatures: Vec<NoteSignature>,
}

impl Note {
    /// Signs a text, which ends with the end of a line.
    ///
    /// # Errors
    /// [`NoteError`] when the text can't be that of a note.
    pub fn signed(text: String, key: &SigningKey) -> Result<Self, NoteError> {
        refuse_controls(&text)?;
        if !text.ends_with('\n') {
            return Err(NoteError::Text);
        }
        let signature = key.signature_of(&text);
        let mut note = Self { text, signatures: Vec::new() };
        note.add(signature)?;
        Ok(note)
    }

    /// Adds a signature, which need not be of a known key.
    ///
    /// # Errors
    /// [`NoteError`] when the note would become one that is not read.
    pub fn add(&mut self, signature: NoteSignature) -> Result<(), NoteError> {
        if self.signatures.len() >= MOST_SIGNATURES {
            return Err(NoteError::Signatures);
        }
        self.signatures.push(signature);
        let found = self.to_string().len();
        if found > LONGEST_NOTE {
            self.signatures.pop();
            return Err(NoteError::Long { found });
        }
        Ok(())
    }

    /// What was signed, with the end of its last line.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The signatures, in their order.
    #[must_use]
    pub fn signatures(&self) -> &[NoteSignature] {
        &self.signatures
    }

    /// Checks that a key signed the note. Signatures of other keys are passed over, as the specification has it; one
    /// that is said to be of this key and is not spoils the note.
    ///
    /// # Errors
    /// [`NoteError::NotBy`] or [`NoteError::Forged`].
    pub fn verified_by(&self, key: &VerifierKey) -> Result<(), NoteError> {
        let mut own = self.signatures.iter().filter(|signature| signature.is_by(key)).peekable();
        if own.peek().is_none() {
            Err(NoteError::NotBy { name: key.name().to_owned(), id: key.id() })
        } else if own.all(|signature| key.made(&signature.signature, &self.text)) {
            Ok(())
        } else {
            Err(NoteError::Forged { name: key.name().to_owned(), id: key.id() })
        }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}", self.text)?;
        self.signatures.iter().try_for_each(|signature| writeln!(f, "{signature}"))
    }
}

impl FromStr for Note {
    type Err = NoteError;

    fn from_str(note: &str) -> Result<Self, NoteError> {
        if note.len() > LONGEST_NOTE {
            return Err(NoteError::Long { found: note.len() });
        }
        refuse_controls(note)?;
        let end = note.rfind("\n\n").ok_or(NoteError::Unsigned)?;
        let (text, signatures) = note.split_at(end + 1);
        let signatures = signatures.strip_prefix('\n').and_then(|lines| lines.strip_suffix('\n'));
        let lines = signatures.ok_or(NoteError::Unsigned)?.split('\n');
        if lines.clone().count() > MOST_SIGNATURES {
            return Err(NoteError::Signatures);
        }
        let before = text.matches('\n').count() + 1;
        let signatures = lines
            .zip(before + 1..)
            .map(|(line, number)| line.parse().map_err(|_| NoteError::Signature { line: number }))
            .collect::<Result<_, _>>()?;
        Ok(Self { text: text.to_owned(), signatures })
    }
}

fn refuse_controls(text: &str) -> Result<(), NoteError> {
    match text.find(encoding::is_control) {
        Some(at) => Err(NoteError::Control { line: text[..at].matches('\n').count() + 1 }),
        None => Ok(()),
    }
}
