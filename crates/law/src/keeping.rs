//! The keeping of a register: what an entry carries beside what it says, and what happens to the register itself. The
//! law takes no account of any of it.

use serde::{Deserialize, Serialize};

/// A paper that an entry rests on, kept outside the register and named by its content: a scanned instrument, a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Attachment {
    /// Its length in bytes.
    pub bytes: u64,
    /// Its media type, such as `application/pdf`.
    pub media_type: String,
    /// The name of the file that it came in.
    pub name: String,
    /// SHA-256 of its content, in lower-case hexadecimal.
    pub sha256: String,
}

/// Something said in confidence with an entry. The entry holds only a commitment; the words and the salt that open it are
/// kept beside the entries, and can be erased on lawful request while every hash still holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Confidence {
    /// SHA-256 over the salt and the words, in lower-case hexadecimal.
    pub commitment: String,
    /// What kind of thing it is, such as `note` or `contact`: this is public.
    pub label: String,
}

/// Something that happened to the register itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum LogEvent {
    /// The register was opened: always its first entry, unless an older program made it.
    Opened {
        /// The verifier key (C2SP signed note) by which its checkpoints can be checked. Its name is the log's origin.
        key: String,
    },
    /// Checkpoints are signed with another key from here on. The checkpoint that covers this entry is signed with
    /// both.
    KeyReplaced {
        /// Why.
        because: String,
        /// The new verifier key.
        key: String,
    },
    /// The register was brought from an older format to a newer one. What the older format vouched for is kept, so
    /// that anybody who noted it down can still check it.
    Migrated {
        /// How many entries there were.
        entries: u64,
        /// The hash that stood for all of them, in lower-case hexadecimal.
        head: String,
        /// The verifier key of the log that begins here.
        key: String,
        /// The older format.
        of_format: u64,
    },
    /// Words said in confidence were erased.
    Erased {
        /// On what ground.
        because: String,
        /// The commitment that nothing opens any more.
        commitment: String,
        /// The entry that they belonged to.
        entry: u64,
    },
}

impl LogEvent {
    /// The verifier key that is in use from this event on, if it says one.
    #[must_use]
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Opened { key } | Self::KeyReplaced { key, .. } | Self::Migrated { key, .. } => Some(key),
            Self::Erased { .. } => None,
        }
    }
}
