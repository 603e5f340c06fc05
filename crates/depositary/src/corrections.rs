//! What a correction says must be of the kind of what it corrects, and about the same party or treaty where the entry is
//! the party's or the treaty's own: with a wrong number, it would take the place of something else.

use exchange::{Fault, Place};
use law::entry::{Content, Correction, Entry};
use register::Writing;

use crate::failure::Failure;

/// Looks at the entries that corrections name.
///
/// # Errors
/// Every correction that does not fit its entry.
pub fn fit(corrections: &[(Place, Correction)], writing: &mut Writing<'_>) -> Result<(), Failure> {
    let mut faults = Vec::new();
    for (place, correction) in corrections {
        let Some(entry) = writing.entry(correction.corrects)? else { continue };
        if let Some(message) = misfit(&entry, correction) {
            let field = Some("corrects".to_owned());
            faults.push(Fault { place: place.clone(), field, message, instead: None });
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(Failure::Files(faults)) }
}

fn misfit(entry: &Entry, correction: &Correction) -> Option<String> {
    let number = entry.number;
    let said = match &entry.content {
        Content::Log(_) => return Some(format!("entry {number} is about the register itself, and can't be corrected")),
        Content::Correction(earlier) => earlier.instead.as_deref()?,
        content => content,
    };
    let instead = correction.instead.as_deref()?;
    let (kind, of) = (instead.kind(), said.kind());
    let other = match (said, instead) {
        _ if kind != of => {
            return Some(format!(
                "entry {number} is of the kind `{of}`, and what is right instead is of the kind `{kind}`"
            ));
        }
        (Content::Treaty(said), Content::Treaty(instead)) => said.treaty != instead.treaty,
        (Content::Party(said), Content::Party(instead)) => said.code != instead.code,
        _ => false,
    };
    other.then(|| format!("entry {number} is that of another {kind}"))
}
