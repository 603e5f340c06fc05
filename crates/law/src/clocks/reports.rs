//! When States parties' reports are due, and what else is due in the course of examining them.

use super::{Asked, Clock, What};
use crate::calendar::Date;
use crate::party::PartyIndex;
use crate::record::Kept;
use crate::report_act::{ReportAct, ReportStep};
use crate::reporting::{Basis, DueDate, PartyReports, Report};

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    let Asked { treaty, record, as_at, .. } = *asked;
    let of_treaty = asked.status.entry_into_force;
    let parties = asked.bound().filter_map(|one| PartyReports::of(one, of_treaty, treaty, record, as_at));
    let mut clocks = Vec::new();
    for party in parties {
        for report in &party.reports {
            due(report, party.party, asked, &mut clocks);
            in_the_course(report, party.party, asked, &mut clocks);
        }
    }
    clocks
}

/// The report itself: by the date that counts, and by the one on the other reading of the treaty.
fn due(report: &Report<'_>, party: PartyIndex, asked: &Asked<'_>, clocks: &mut Vec<Clock>) {
    let dates = [(report.due(), false), (report.due_on_the_other_reading(), true)];
    for (due, other_reading) in dates {
        let Some(due) = due else { continue };
        let what = What::Report { number: report.number, kind: report.kind, other_reading };
        let clock = asked.clock(due.day, what, article(due, asked), Some(party));
        clocks.push(Clock { done: report.received.is_some(), ..clock });
    }
}

fn article<'a>(due: &'a DueDate, asked: &'a Asked<'_>) -> Option<&'a str> {
    match &due.basis {
        Basis::Treaty { article, .. } => Some(article),
        _ => asked.treaty.treaty.reports.as_ref().map(|clause| clause.article.as_str()),
    }
}

/// Replies to a list of issues on a report, and information on follow-up to concluding observations.
fn in_the_course(report: &Report<'_>, party: PartyIndex, asked: &Asked<'_>, clocks: &mut Vec<Clock>) {
    let number = report.number;
    let kinds = [
        (ReportStep::ListOfIssues, ReportStep::Replies, What::Replies { number }),
        (ReportStep::ConcludingObservations, ReportStep::FollowUp, What::FollowUp { number }),
    ];
    let article = asked.treaty.treaty.reports.as_ref().map(|clause| clause.article.as_str());
    for (asks, answers, what) in kinds {
        // What several reports in one have in common is due once.
        let is_asking = |kept: &&&Kept<ReportAct>| {
            kept.what.step == asks && kept.standing.counts() && kept.what.reports.first() == Some(&number)
        };
        let asking = report.steps.iter().filter(is_asking);
        let until: Option<Date> = asking.filter_map(|kept| kept.what.due).next_back();
        let Some(until) = until else { continue };
        let clock = asked.clock(until, what, article, Some(party));
        clocks.push(Clock { done: report.first(answers).is_some(), ..clock });
    }
}
