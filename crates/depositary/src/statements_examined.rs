//! Examining statements before they are recorded.

use exchange::Located;
use law::entry::{Content, Correction, Draft};
use law::party::PartyCode;
use law::record::Record;
use law::statement::{self, Proposed, Statement};

use crate::clock;
use crate::reports_examined::Examined;

/// Whether there is anything of the kind.
pub fn any(drafts: &[Located<Draft>]) -> bool {
    drafts.iter().any(|draft| statement_of(&draft.what.content).is_some())
}

/// Examines what is to be recorded, `ground` being the record with the acts of the same import.
pub fn examine(drafts: &[Located<Draft>], mut ground: Record) -> Examined {
    for draft in drafts.iter().filter(|draft| matches!(draft.what.content, Content::Territory(_))) {
        ground.suppose_done(&draft.what);
    }
    let mut examined = Examined::default();
    let all: Vec<(&Located<Draft>, Proposed<'_>)> = drafts.iter().filter_map(proposed).collect();
    let statements: Vec<Proposed<'_>> = all.iter().map(|(_, proposed)| *proposed).collect();
    for finding in statement::examine(&statements, &ground, clock::today()) {
        examined.take(all[finding.proposal].0, finding);
    }
    examined
}

fn proposed(draft: &Located<Draft>) -> Option<(&Located<Draft>, Proposed<'_>)> {
    let statement = statement_of(&draft.what.content)?;
    Some((draft, Proposed { statement, standing: draft.what.standing }))
}

/// A statement, also where it is what is right instead.
pub fn statement_of(content: &Content) -> Option<&Statement> {
    match content {
        Content::Statement(statement) => Some(statement),
        Content::Correction(Correction { instead: Some(content), .. }) => statement_of(content),
        _ => None,
    }
}

/// The States that a statement names.
pub fn parties_named(content: &Content) -> Vec<PartyCode> {
    statement_of(content).map(|one| one.of.into_iter().chain([one.party]).collect()).unwrap_or_default()
}
