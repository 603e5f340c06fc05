//! Attachments: the scanned instruments and texts that entries rest on. They are kept outside of the register, by their
//! content: an entry holds the hash, and what is kept under it is what was recorded or is found not to be.

mod bucket;
mod described;
mod folder;
mod place;

pub use described::described;
pub use place::{AttachmentsPlace, BucketAddress};

use std::collections::HashMap;

use law::keeping::Attachment;
use sha2::{Digest, Sha256};

use crate::canonical::read_entry;
use crate::fault::RegisterError;
use crate::hash::Hash;
use crate::register::Register;
use crate::verification::Fault;
use bucket::Storage;
use folder::Folder;

/// The largest attachment, in bytes: a thousand scanned pages fit, and it is held in memory while it is checked.
pub const LARGEST_ATTACHMENT: u64 = 256 * 1024 * 1024;

/// An attachment can't be kept, found or trusted.
#[derive(Debug, thiserror::Error)]
pub enum AttachmentError {
    /// The place is none.
    #[error(
        "that is no place for attachments: {because}. Write a folder's path, or \
         s3://bucket/prefix?endpoint=https://storage.example.org&region=eu-west-1"
    )]
    Place {
        /// What is wrong, without what may be a password.
        because: String,
    },
    /// Storage needs credentials.
    #[error("to use {place}, set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY; they are read from nowhere else")]
    Credentials {
        /// The place.
        place: String,
    },
    /// The file can't be an attachment.
    #[error("{name} can't be attached: {because}")]
    Unfit {
        /// The file.
        name: String,
        /// Why.
        because: String,
    },
    /// It is not there.
    #[error("the attachment {name} ({sha256}) is not at {place}")]
    Missing {
        /// The name of the file that it came in.
        name: String,
        /// Its hash.
        sha256: String,
        /// Where it was looked for.
        place: String,
    },
    /// It is not what it was.
    #[error("what is kept at {place} as the attachment {name} ({sha256}) is not what was recorded")]
    Altered {
        /// The name of the file that it came in.
        name: String,
        /// The hash that it should have.
        sha256: String,
        /// Where it is kept.
        place: String,
    },
    /// The file system or the storage refused.
    #[error("{place} could not be {doing}: {because}")]
    Store {
        /// The place.
        place: String,
        /// What was being done: "read", "written".
        doing: &'static str,
        /// What it says.
        because: String,
    },
}

/// Where attachments are kept.
#[derive(Debug)]
pub struct Attachments {
    keeper: Keeper,
    place: String,
}

/// The two kinds of place.
#[derive(Debug)]
enum Keeper {
    Folder(Folder),
    Bucket(Box<Storage>),
}

/// What a check of all attachments found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AttachmentsChecked {
    /// How many attachments the entries name.
    pub attachments: u64,
    /// Which of them are missing or are not what they were.
    pub faults: Vec<Fault>,
}

impl Attachments {
    /// The attachments that are kept at a place. Nothing is made there before something is kept.
    ///
    /// # Errors
    /// When it is storage and there are no credentials for it.
    pub fn at(place: &AttachmentsPlace) -> Result<Self, AttachmentError> {
        let keeper = match place {
            AttachmentsPlace::Folder(path) => Keeper::Folder(Folder::at(path)),
            AttachmentsPlace::Bucket(address) => Keeper::Bucket(Box::new(Storage::at(address)?)),
        };
        Ok(Self { keeper, place: place.to_string() })
    }

    /// Keeps an attachment. When this returns, it is durable, and was read back as it is.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn keep(&self, bytes: &[u8]) -> Result<Hash, AttachmentError> {
        let hash = sha256(bytes);
        let name = name_of(hash);
        let there = || Ok(self.read(&name, bytes.len() as u64)?.is_some_and(|there| there == bytes));
        if there()? {
            return Ok(hash);
        }
        self.write(&name, bytes).map_err(|because| self.fault("written", because))?;
        if there()? {
            return Ok(hash);
        }
        Err(self.fault("written", "what is read back is not what was written".to_owned()))
    }

    /// An attachment that an entry names, as it was recorded.
    ///
    /// # Errors
    /// When it is missing, is not what it was, or can't be read.
    pub fn get(&self, of: &Attachment) -> Result<Vec<u8>, AttachmentError> {
        let (name, sha256, place) = (of.name.clone(), of.sha256.clone(), self.place.clone());
        let found = match named(&of.sha256) {
            Some(hash) => self.read(&name_of(hash), of.bytes)?,
            None => return Err(AttachmentError::Altered { name, sha256, place }),
        };
        match found {
            None => Err(AttachmentError::Missing { name, sha256, place }),
            Some(bytes) if is_that(&bytes, of) => Ok(bytes),
            Some(_) => Err(AttachmentError::Altered { name, sha256, place }),
        }
    }

    /// Looks whether every attachment that an entry of a register names is there and is what it was.
    ///
    /// # Errors
    /// When the register or the place can't be read.
    pub fn check(&self, register: &mut Register) -> Result<AttachmentsChecked, CheckError> {
        let mut checked = AttachmentsChecked::default();
        // What several entries name is read once.
        let mut known: HashMap<(String, u64), Option<String>> = HashMap::new();
        for (entry, attachments) in register.attachments()? {
            for attachment in attachments {
                checked.attachments += 1;
                let content = (attachment.sha256.clone(), attachment.bytes);
                let what = match known.get(&content) {
                    Some(what) => what.clone(),
                    None => self.wrong_with(&attachment)?,
                };
                checked.faults.extend(what.iter().map(|what| Fault { entry: Some(entry), what: what.clone() }));
                known.insert(content, what);
            }
        }
        Ok(checked)
    }

    /// What is wrong with an attachment, if anything is.
    fn wrong_with(&self, attachment: &Attachment) -> Result<Option<String>, AttachmentError> {
        match self.get(attachment) {
            Ok(_) => Ok(None),
            Err(wrong @ (AttachmentError::Missing { .. } | AttachmentError::Altered { .. })) => {
                Ok(Some(wrong.to_string()))
            }
            Err(error) => Err(error),
        }
    }

    /// What is kept under a name, as far as one byte more than it should be long.
    fn read(&self, name: &str, length: u64) -> Result<Option<Vec<u8>>, AttachmentError> {
        let most = length.min(LARGEST_ATTACHMENT) + 1;
        let read = match &self.keeper {
            Keeper::Folder(folder) => folder.read(name, most),
            Keeper::Bucket(storage) => storage.read(name, most),
        };
        read.map_err(|because| self.fault("read", because))
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), String> {
        match &self.keeper {
            Keeper::Folder(folder) => folder.write(name, bytes),
            Keeper::Bucket(storage) => storage.write(name, bytes),
        }
    }

    fn fault(&self, doing: &'static str, because: String) -> AttachmentError {
        AttachmentError::Store { place: self.place.clone(), doing, because }
    }
}

/// Attachments can't be checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// The register can't be read.
    #[error(transparent)]
    Register(#[from] RegisterError),
    /// The place can't be read.
    #[error(transparent)]
    Attachments(#[from] AttachmentError),
}

impl Register {
    /// The attachments that entries name, with the entries.
    ///
    /// # Errors
    /// When the register can't be read.
    pub fn attachments(&mut self) -> Result<Vec<(u64, Vec<Attachment>)>, RegisterError> {
        let mut attachments = Vec::new();
        self.store().read(0, &mut |row| {
            // In canonical form, attachments come first.
            if row.body.starts_with("{\"attachments\":")
                && let Ok(entry) = read_entry(row.body)
            {
                attachments.push((row.number, entry.attachments));
            }
            Ok(())
        })?;
        Ok(attachments)
    }
}

fn sha256(bytes: &[u8]) -> Hash {
    Hash::from(<[u8; 32]>::from(Sha256::digest(bytes)))
}

fn is_that(bytes: &[u8], attachment: &Attachment) -> bool {
    bytes.len() as u64 == attachment.bytes && sha256(bytes).to_string() == attachment.sha256
}

/// The name under which content is kept: `ab/cdef…`, so that no folder has too many files.
fn name_of(hash: Hash) -> String {
    let mut name = hash.to_string();
    name.insert(2, '/');
    name
}

/// The hash that an entry names, if it is one: nothing else may become a path.
fn named(sha256: &str) -> Option<Hash> {
    let digit = |byte: &u8| match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    };
    let (pairs, []) = sha256.as_bytes().as_chunks::<2>() else { return None };
    let bytes: Option<Vec<u8>> = pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect();
    Hash::from_bytes(&bytes?)
}
