//! Examining resolutions, activities, the bodies that promote and what discharges a mandate, before they are recorded.

use exchange::{Fault, Located};
use law::entry::{Content, Correction, Draft};
use law::mandates::{self, Proposed};
use law::record::Record;

use crate::clock;

/// Whether there is anything of the kind.
pub fn any(drafts: &[Located<Draft>]) -> bool {
    drafts.iter().any(|draft| proposed(&draft.what.content).is_some())
}

/// Examines what is to be recorded, `ground` being the record with the acts of the same import. Returns what is refused.
pub fn examine(drafts: &[Located<Draft>], mut ground: Record) -> Vec<Fault> {
    for draft in drafts {
        ground.suppose_done(&draft.what);
    }
    let (places, all): (Vec<_>, Vec<_>) =
        drafts.iter().filter_map(|draft| Some((&draft.place, proposed(&draft.what.content)?))).unzip();
    let found = mandates::examine(&all, &ground, clock::today());
    let fault = |finding: law::due_form::Finding| Fault {
        place: places[finding.proposal].clone(),
        field: Some(finding.field.to_owned()),
        message: finding.message,
        instead: finding.instead,
    };
    found.into_iter().map(fault).collect()
}

/// What is examined, also where it is what is right instead.
fn proposed(content: &Content) -> Option<Proposed<'_>> {
    match content {
        Content::Discharge(discharge) => Some(Proposed::Discharge(discharge)),
        Content::Activity(activity) => Some(Proposed::Activity(activity)),
        Content::Promoter(promoter) => Some(Proposed::Promoter(promoter)),
        Content::Resolution(resolution) => Some(Proposed::Resolution(resolution)),
        Content::Correction(Correction { instead: Some(content), .. }) => proposed(content),
        _ => None,
    }
}
