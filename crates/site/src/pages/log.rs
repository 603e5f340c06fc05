//! The log: what it proves, and the files that prove it.

use askama::Template;

use super::laid_out;
use crate::asked::Pairs;
use crate::fault::{Fault, Near, NotFound};
use crate::frame::Frame;
use crate::published_log::{LogKey, LogState, PublishedLog};
use crate::reply::Reply;

#[derive(Template)]
#[template(path = "log.html")]
struct Page {
    frame: Frame,
    log: LogState,
    /// The key that signs now.
    key: String,
    /// Those that signed before.
    former: Vec<Former>,
}

/// A key that signs no more.
struct Former {
    key: String,
    from: u64,
    to: u64,
}

/// The page about the log.
pub(crate) fn reply(log: &dyn PublishedLog) -> Result<Reply, Fault> {
    let log = log.state()?;
    let key = log.keys.last().map(|key| key.key.clone()).unwrap_or_default();
    let ended = log.keys.iter().zip(log.keys.iter().skip(1));
    let former = ended
        .map(|(LogKey { key, from }, next)| Former { key: key.clone(), from: *from, to: next.from.saturating_sub(1) })
        .collect();
    laid_out(&Page { frame: Frame::bare("The log"), log, key, former })
}

/// The last checkpoint.
pub(crate) fn checkpoint(log: &dyn PublishedLog) -> Result<Reply, Fault> {
    Ok(Reply::Text { text: log.state()?.checkpoint, name: None })
}

/// The checkpoint that covers so many entries.
pub(crate) fn checkpoint_of(log: &dyn PublishedLog, given: &str) -> Result<Reply, Fault> {
    let entries = number(given).ok_or(Fault::NoSuchPage)?;
    match log.checkpoint_of(entries)? {
        Some(text) => Ok(Reply::Text { text, name: None }),
        None => Err(beyond(log, "No such checkpoint", entries, "/log/checkpoint/")?),
    }
}

/// The proof of an entry, as a file.
pub(crate) fn proof(log: &dyn PublishedLog, given: &str) -> Result<Reply, Fault> {
    let entry = number(given).ok_or(Fault::NoSuchPage)?;
    match log.proof(entry)? {
        Some(text) => Ok(Reply::Text { text, name: Some(format!("entry-{entry}.proof")) }),
        None => Err(beyond(log, "No such entry", entry, "/log/proof/")?),
    }
}

/// The proof that the form on the page asks for.
pub(crate) fn asked_proof(log: &dyn PublishedLog, pairs: &Pairs) -> Result<Reply, Fault> {
    let asked = pairs.iter().find(|(name, _)| name == "entry").map(|(_, value)| value.trim());
    match asked.and_then(number) {
        Some(entry) => Ok(Reply::See(format!("/log/proof/{entry}"))),
        None => Err(Fault::NotFound(NotFound {
            heading: "Not the number of an entry",
            message: format!("Entries are numbered from 1 to {}.", log.state()?.entries),
            near: vec![Near { name: "The log".to_owned(), address: "/log".to_owned() }],
        })),
    }
}

/// A tile of hashes, or a bundle of entries.
pub(crate) fn tile(log: &dyn PublishedLog, rest: &str) -> Result<Reply, Fault> {
    log.tile(&format!("tile/{rest}"))?.map(Reply::ForGood).ok_or(Fault::NoSuchPage)
}

/// A number in its one spelling.
fn number(text: &str) -> Option<u64> {
    let number: u64 = text.parse().ok()?;
    (number > 0 && number.to_string() == text).then_some(number)
}

fn beyond(log: &dyn PublishedLog, heading: &'static str, asked: u64, path: &str) -> Result<Fault, Fault> {
    let last = log.state()?.entries;
    Ok(Fault::NotFound(NotFound {
        heading,
        message: format!("The register has {last} entries, and not {asked}."),
        near: vec![Near { name: format!("That of entry {last}, the last one"), address: format!("{path}{last}") }],
    }))
}
