//! Examining statements before they are recorded.

use exchange::declarations_text::{self, About};
use exchange::{Fault, Located, Written};
use law::calendar::{AsAt, DateOfAct};
use law::consent::PartyHistory;
use law::entry::{Content, Correction, Draft};
use law::party::PartyCode;
use law::record::{Record, TreatyRecord};
use law::statement::{self, Occasion, Proposed, Statement};
use law::treaty::TreatyId;

use crate::clock;
use crate::intake::Source;
use crate::reports_examined::{Examined, declaration_of};

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

/// Reads declarations and reservations as the depositary prints them.
///
/// # Errors
/// Every fault of the text, with its line.
pub fn read(
    source: &Source,
    treaty: &TreatyRecord,
    record: &Record,
    today: DateOfAct,
) -> Result<Vec<Located<Written>>, Vec<Fault>> {
    let as_at = AsAt::new(today.day());
    let known = |name: &str| {
        let party = record.parties.resolve(name, Some(today.day())).ok()?;
        let history = PartyHistory::of(treaty.acts_of(party), as_at);
        let consent = history.and_then(|history| history.last().map(|tenure| tenure.consent.action));
        Some((record.code(party).to_string(), consent.and_then(Occasion::of).map(Occasion::word)))
    };
    let settlement = treaty.treaty.settlement.as_ref();
    let about = About {
        treaty: &treaty.treaty.treaty,
        opt_out: settlement.and_then(|clause| Some((clause.article.as_str(), clause.opt_out.as_deref()?))),
        declarations: treaty.treaty.declarations.keys().map(String::as_str).collect(),
        by: today,
        known: &known,
    };
    declarations_text::read(&source.name, &source.bytes, &about)
}

/// Whether the register has been told already what a printed text says of a State: its statements or its declarations under
/// the treaty.
pub fn is_told(content: &Content, record: &Record) -> bool {
    let told = |treaty: &TreatyId, party: PartyCode| {
        record.statements(treaty).any(|kept| kept.what.party == party)
            || record.declarations(treaty).any(|kept| kept.what.party == party)
    };
    statement_of(content).is_some_and(|new| told(&new.treaty, new.party))
        || declaration_of(content).is_some_and(|new| told(&new.treaty, new.party))
}
