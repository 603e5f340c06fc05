//! The bytes of an entry: JSON by RFC 8785, so that anybody can compute the same, and back.

use std::sync::LazyLock;

use law::act::{Act, Standing};
use law::calendar::DateOfKnowledge;
use law::entry::{Content, Entry};
use law::keeping::{Attachment, Confidence};
use law::record::{GatheredAct, Gathering};
use memchr::memmem::{Finder, FinderRev};
use serde::{Deserialize, Serialize};

/// The most bytes that an entry may have: what an entry bundle of a static log can hold.
pub const LONGEST_ENTRY: usize = 65_535;

/// An act's entry, its members in the order that the canonical form wants. Nearly every entry is one, so acts have this
/// straight way; a test holds it to the general one.
#[derive(Serialize)]
struct ActInOrder<'a> {
    #[serde(skip_serializing_if = "<[Attachment]>::is_empty")]
    attachments: &'a [Attachment],
    #[serde(skip_serializing_if = "<[Confidence]>::is_empty")]
    confidential: &'a [Confidence],
    content: &'a Act,
    kind: &'static str,
    number: u64,
    recorded: DateOfKnowledge,
    recorder: &'a str,
    sources: &'a [String],
    standing: Standing,
}

/// An act's entry, as far as the law needs it.
#[derive(Deserialize)]
struct ActForTheLaw {
    content: Act,
    number: u64,
    recorded: DateOfKnowledge,
    sources: Vec<String>,
    standing: Standing,
}

/// An act's entry as read.
#[derive(Deserialize)]
struct ActAsRead {
    #[serde(default)]
    attachments: Vec<Attachment>,
    #[serde(default)]
    confidential: Vec<Confidence>,
    content: Act,
    number: u64,
    recorded: DateOfKnowledge,
    recorder: String,
    sources: Vec<String>,
    standing: Standing,
}

/// The canonical form of an entry.
///
/// # Errors
/// When it can't be written as JSON.
pub fn canonical_form(entry: &Entry) -> Result<String, serde_json::Error> {
    match &entry.content {
        Content::Act(act) => serde_json::to_string(&ActInOrder {
            attachments: &entry.attachments,
            confidential: &entry.confidential,
            content: act,
            kind: entry.content.kind(),
            number: entry.number,
            recorded: entry.recorded,
            recorder: &entry.recorder,
            sources: &entry.sources,
            standing: entry.standing,
        }),
        _ => serde_json_canonicalizer::to_string(entry),
    }
}

/// The entry that canonical bytes say.
///
/// # Errors
/// When they say none.
pub fn read_entry(body: &str) -> Result<Entry, serde_json::Error> {
    if Tail::of(body).is_none_or(|tail| tail.kind != "act") {
        return serde_json::from_str(body);
    }
    let read: ActAsRead = serde_json::from_str(body)?;
    Ok(Entry {
        number: read.number,
        recorded: read.recorded,
        recorder: read.recorder,
        standing: read.standing,
        sources: read.sources,
        attachments: read.attachments,
        confidential: read.confidential,
        content: Content::Act(read.content),
    })
}

/// Gathers the entry that canonical bytes say; returns its number.
///
/// # Errors
/// When they say none.
pub(crate) fn gather(body: &str, gathering: &mut Gathering) -> Result<u64, serde_json::Error> {
    if Tail::of(body).is_none_or(|tail| tail.kind != "act") {
        let entry: Entry = serde_json::from_str(body)?;
        let number = entry.number;
        gathering.add(entry);
        return Ok(number);
    }
    let ActForTheLaw { content: act, number, recorded, sources, standing } = serde_json::from_str(body)?;
    let sources = gathering.shared(sources);
    gathering.add_act(GatheredAct { entry: number, standing, sources, act }, recorded);
    Ok(number)
}

/// What can be told of an entry without reading it whole. In canonical form, what it says comes first; its kind, number
/// and time follow in a fixed order. A quotation mark inside a text is written with a backslash, so the marks that
/// are looked for can't be part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tail<'a> {
    pub(crate) kind: &'a str,
    pub(crate) number: u64,
    pub(crate) recorded: &'a str,
}

impl<'a> Tail<'a> {
    pub(crate) fn of(body: &'a str) -> Option<Self> {
        const NUMBER: &str = ",\"number\":";
        static LAST: LazyLock<FinderRev<'static>> = LazyLock::new(|| FinderRev::new(NUMBER));
        let at = LAST.rfind(body.as_bytes())?;
        let before = body[..at].strip_suffix('"')?;
        let opening = memchr::memrchr(b'"', before.as_bytes())?;
        let kind = before[..=opening].ends_with("\"kind\":\"").then(|| &before[opening + 1..])?;
        let after = &body[at + NUMBER.len()..];
        let end = memchr::memchr(b',', after.as_bytes())?;
        let recorded = after[end..].strip_prefix(",\"recorded\":\"")?;
        let recorded = &recorded[..memchr::memchr(b'"', recorded.as_bytes())?];
        Some(Self { kind, number: after[..end].parse().ok()?, recorded })
    }
}

/// The treaty that an act's canonical bytes name: in an act, nothing else is called `treaty`.
pub(crate) fn treaty_of_act(body: &str) -> Option<&str> {
    const MARK: &str = ",\"treaty\":\"";
    static FIRST: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(MARK));
    let rest = &body[FIRST.find(body.as_bytes())? + MARK.len()..];
    Some(&rest[..memchr::memchr(b'"', rest.as_bytes())?])
}
