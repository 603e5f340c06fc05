//! What is recorded with an entry beside what it says: papers, and words in confidence. Both are read from files, never from
//! the command line, which others can see.

use std::io::Read;
use std::path::Path;

use law::keeping::Attachment;
use register::attachments::{Attachments, AttachmentsPlace, LARGEST_ATTACHMENT, described};
use register::{Accompanied, Confided, Location};

use crate::arguments::Accompanying;
use crate::failure::Failure;

/// The longest words in confidence, in bytes.
const LONGEST_WORDS: u64 = 1024 * 1024;
/// The longest label, in bytes.
const LONGEST_LABEL: usize = 40;

/// What comes with an entry, read and not yet kept.
#[derive(Default)]
pub struct Accompaniment {
    papers: Vec<(Attachment, Vec<u8>)>,
    in_confidence: Vec<Confided>,
}

impl Accompaniment {
    /// Reads what the user named.
    pub fn read(named: &Accompanying) -> Result<Self, Failure> {
        let papers = named.attach.iter().map(|path| paper(path)).collect::<Result<_, _>>()?;
        let in_confidence = named.confide.iter().map(|named| confided(named)).collect::<Result<_, _>>()?;
        if named.confide.iter().filter(|named| named.ends_with("=-")).count() > 1 {
            return Err(Failure::Said("standard input can be read once; name files in the other --confide".to_owned()));
        }
        Ok(Self { papers, in_confidence })
    }

    /// Whether nothing comes with the entry.
    pub fn is_empty(&self) -> bool {
        self.papers.is_empty() && self.in_confidence.is_empty()
    }

    /// Keeps the papers. What is not recorded afterwards does no harm there.
    pub fn keep(self, named: &Accompanying, location: &Location) -> Result<Accompanied, Failure> {
        if !self.papers.is_empty() {
            let attachments = attachments(named.at.attachments.as_deref(), location)?;
            for (_, bytes) in &self.papers {
                attachments.keep(bytes)?;
            }
        }
        let by = self.papers.into_iter().map(|(attachment, _)| attachment).collect();
        Ok(Accompanied { by, in_confidence: self.in_confidence })
    }
}

/// The attachments of a register: at the place named, at that of the environment, or beside the register.
pub fn attachments(named: Option<&str>, location: &Location) -> Result<Attachments, Failure> {
    let environment = || std::env::var("DEPOSITARY_ATTACHMENTS").ok();
    let named = named.map(str::to_owned).or_else(environment).filter(|named| !named.is_empty());
    let place = match named {
        Some(named) => named.parse()?,
        None => AttachmentsPlace::Folder(location.beside("attachments")),
    };
    Ok(Attachments::at(&place)?)
}

fn paper(path: &Path) -> Result<(Attachment, Vec<u8>), Failure> {
    let file = std::fs::File::open(path).map_err(|error| Failure::file(path, "read", &error))?;
    let mut bytes = Vec::new();
    file.take(LARGEST_ATTACHMENT + 1).read_to_end(&mut bytes).map_err(|error| Failure::file(path, "read", &error))?;
    let name = path.file_name().and_then(std::ffi::OsStr::to_str).unwrap_or_default();
    Ok((described(name, &bytes)?, bytes))
}

fn confided(named: &str) -> Result<Confided, Failure> {
    let usage = || Failure::Said("--confide takes a label and a file, as in note=words.txt, or note=-".to_owned());
    let (label, file) = named.split_once('=').ok_or_else(usage)?;
    let plain =
        |label: &str| label.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
    if label.is_empty() || label.len() > LONGEST_LABEL || !plain(label) {
        return Err(Failure::Said(format!(
            "a label is public, and one short word of small letters, figures and hyphens, such as note or contact; `{}` is \
             none",
            label.escape_debug()
        )));
    }
    let path = Path::new(file);
    let fault = |error: std::io::Error| Failure::file(path, "read", &error);
    let mut words = String::new();
    let read = match file {
        "-" => std::io::stdin().take(LONGEST_WORDS + 1).read_to_string(&mut words),
        _ => std::fs::File::open(path).map_err(fault)?.take(LONGEST_WORDS + 1).read_to_string(&mut words),
    };
    let length = read.map_err(fault)? as u64;
    match length {
        0 => Err(Failure::Said(format!("{file} holds no words to keep in confidence"))),
        length if length > LONGEST_WORDS => Err(Failure::Said(format!(
            "{file} has more than {LONGEST_WORDS} bytes, the most that is kept in confidence"
        ))),
        _ => Ok(Confided::new(label, &words)?),
    }
}
