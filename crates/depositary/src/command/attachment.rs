//! `attachment`: a paper that an entry rests on, as it was recorded.

use law::keeping::Attachment;
use register::{Location, Register};

use super::Answer;
use super::write_whole;
use crate::accompaniment::attachments;
use crate::arguments;
use crate::failure::Failure;
use crate::printing;

/// Gets it, checked against its hash.
pub fn run(location: &Location, asked: &arguments::Attachment) -> Result<Answer, Failure> {
    let (entry, _) = Register::open(location)?.entry(asked.entry)?;
    let attachment = the_one(&entry.attachments, asked)?;
    let bytes = attachments(asked.at.attachments.as_deref(), location)?.get(attachment)?;
    match &asked.out {
        Some(path) => write_whole(path, &bytes)?,
        None if printing::to_a_screen() && !attachment.media_type.starts_with("text/") => {
            let Attachment { name, media_type, .. } = attachment;
            return Err(Failure::Said(format!("{name} ({media_type}) is not for the screen: name a file with --out")));
        }
        None => printing::bytes(&bytes)?,
    }
    Ok(Answer::Done)
}

fn the_one<'a>(all: &'a [Attachment], asked: &arguments::Attachment) -> Result<&'a Attachment, Failure> {
    let entry = asked.entry;
    let named = asked.sha256.as_deref().unwrap_or_default().to_ascii_lowercase();
    let found: Vec<&Attachment> = all.iter().filter(|attachment| attachment.sha256.starts_with(&named)).collect();
    let listed = |some: &[&Attachment]| {
        let one = |attachment: &&Attachment| format!("{} ({})", attachment.sha256, attachment.name);
        some.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    match found.as_slice() {
        [one] => Ok(one),
        [] if all.is_empty() => Err(Failure::Said(format!("entry {entry} has no attachments"))),
        [] => {
            let all = listed(&all.iter().collect::<Vec<_>>());
            Err(Failure::Said(format!("entry {entry} has no attachment {named}; it has {all}")))
        }
        // The same paper twice is one paper.
        [first, rest @ ..] if rest.iter().all(|other| other.sha256 == first.sha256) => Ok(first),
        several => Err(Failure::Said(format!(
            "entry {entry} has {} attachments; name one by its hash: {}",
            several.len(),
            listed(several)
        ))),
    }
}
