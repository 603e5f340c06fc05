//! Examining what was done in and for treaty bodies, before it is recorded.

use exchange::{Fault, Located};
use law::body_act::BodyAct;
use law::committee::{self, Proposed};
use law::entry::{Content, Correction, Draft};
use law::record::Record;

use crate::clock;
use crate::reports_examined::Examined;

/// What was done in or for a body, by the entry itself or by what a correction says instead.
pub fn body_of(content: &Content) -> Option<&BodyAct> {
    match content {
        Content::Body(act) => Some(act),
        Content::Correction(Correction { instead: Some(content), .. }) => body_of(content),
        _ => None,
    }
}

/// Examines everything in and for bodies among the drafts, together and with what is recorded.
pub fn examine(drafts: &[Located<Draft>], ground: &Record) -> Examined {
    let acts: Vec<(&Located<Draft>, Proposed<'_>)> = drafts
        .iter()
        .filter_map(|draft| {
            let Draft { standing, sources, content } = &draft.what;
            body_of(content).map(|act| (draft, Proposed { act, standing: *standing, sources }))
        })
        .collect();
    let proposals: Vec<Proposed<'_>> = acts.iter().map(|(_, proposed)| *proposed).collect();
    let mut examined = Examined::default();
    for finding in committee::examine(&proposals, ground, clock::today()) {
        let fault = Fault {
            place: acts[finding.proposal].0.place.clone(),
            field: Some(finding.field.to_owned()),
            message: finding.message,
            instead: finding.instead,
        };
        if finding.refused { examined.refused.push(fault) } else { examined.queried.push(fault) }
    }
    examined
}
