//! Only States parties report, and nothing new is begun about one that has left.

use super::{ProposedStep, Trouble};
use crate::calendar::{AsAt, Date};
use crate::party::PartyIndex;
use crate::record::{Record, TreatyRecord};
use crate::report_act::{ReportAct, ReportStep};
use crate::state::part_in;

/// A step for a State that was not a party on the day.
pub(super) fn out_of_time(
    act: &ReportAct,
    proposed: &[ProposedStep<'_>],
    treaty: &TreatyRecord,
    party: PartyIndex,
    record: &Record,
) -> Option<Trouble> {
    let clause = treaty.treaty.reports.as_ref()?;
    let day = act.date.at_latest();
    let as_at = AsAt::new(day.day());
    let name = record.parties[party].name_on(day.day()).in_text();
    let part = part_in(treaty, party, record, as_at).map(|(_, participant)| participant);
    if part.as_ref().is_some_and(|participant| participant.is_party(as_at)) {
        return None;
    }
    let (article, id) = (&clause.article, &treaty.treaty.treaty);
    let ended = part.as_ref().filter(|one| one.has_ended(as_at)).and_then(|one| one.ended);
    if let Some(ended) = ended {
        if is_pending(act, proposed, ended.day(), record) {
            return None;
        }
        let by = treaty.treaty.denunciation.as_ref().map_or(article, |clause| &clause.article);
        let message = format!(
            "{name} had not been a party to {id} since {ended}: nothing new about it is begun from then on (article {by})"
        );
        return Some(("date", message, Some(format!("a day before {ended}"))));
    }
    let since = part.and_then(|participant| participant.in_force);
    let message = match since {
        Some(since) => format!(
            "{name} became a party to {id} on {since}, and only States parties report (article {article}); {day} is earlier"
        ),
        None => format!("{name} was not a party to {id} on {day}, and only States parties report (article {article})"),
    };
    let instead = since.map(|since| format!("{since} or a later day"));
    Some((if since.is_some() { "date" } else { "party" }, message, instead))
}

/// Whether the matter was under consideration before the State left: it then goes on.
fn is_pending(act: &ReportAct, proposed: &[ProposedStep<'_>], ended: Date, record: &Record) -> bool {
    let begun = |other: &ReportAct| {
        (&other.treaty, other.party) == (&act.treaty, act.party)
            && other.date.at_latest().day() < ended
            && matches!(other.step, ReportStep::Submitted | ReportStep::Replies | ReportStep::Considered)
            && other.reports.iter().any(|number| act.reports.contains(number))
    };
    !matches!(act.step, ReportStep::DueSet | ReportStep::Submitted | ReportStep::SimplifiedProcedure)
        && (record.report_acts(&act.treaty).any(|kept| begun(&kept.what))
            || proposed.iter().any(|other| begun(other.act)))
}
