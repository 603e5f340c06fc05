//! What would follow if some acts were done: every consequence that changes, and nothing that doesn't.

use serde::Serialize;

use crate::body::{initial_report_due, seats_change};
use crate::calendar::{AsAt, DateOfEffect};
use crate::party::PartyCode;
use crate::record::{Record, TreatyRecord};
use crate::status::{Participant, Status};
use crate::treaty::TreatyId;

/// One consequence: what it was, and what it would be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Consequence {
    /// The treaty.
    pub treaty: TreatyId,
    /// What changes.
    #[serde(flatten)]
    pub what: Changed,
}

/// What changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "change", rename_all = "kebab-case")]
pub enum Changed {
    /// The treaty's entry into force.
    EntryIntoForce {
        /// As things stand.
        before: Option<DateOfEffect>,
        /// As they would be.
        after: Option<DateOfEffect>,
    },
    /// How many instruments are still needed.
    Remaining {
        /// As things stand.
        before: u16,
        /// As they would be.
        after: u16,
    },
    /// One of the counts on the day asked about.
    Count {
        /// Which.
        of: &'static str,
        /// As things stand.
        before: usize,
        /// As they would be.
        after: usize,
    },
    /// A participant's dates.
    Participant {
        /// Who.
        party: PartyCode,
        /// Its name.
        name: String,
        /// Entry into force for it, as things stand.
        before: Option<DateOfEffect>,
        /// As it would be.
        after: Option<DateOfEffect>,
        /// The end of its being bound, as things stand.
        ended_before: Option<DateOfEffect>,
        /// As it would be.
        ended_after: Option<DateOfEffect>,
    },
    /// A participant's initial report.
    ReportDue {
        /// Who.
        party: PartyCode,
        /// Its name.
        name: String,
        /// The day on which it would be due.
        due: DateOfEffect,
        /// The article.
        article: String,
    },
    /// The size of the treaty body.
    Seats {
        /// The day from which it would be another.
        from: DateOfEffect,
        /// How many seats it would have.
        seats: u16,
        /// The article.
        article: String,
    },
}

/// Every consequence of the acts in `supposed` that are not in `record`, for the treaty and for those that depend on it.
#[must_use]
pub fn consequences(id: &TreatyId, record: &Record, supposed: &Record, as_at: AsAt) -> Vec<Consequence> {
    let mut consequences = Vec::new();
    let others = record.treaties().filter(|other| other.treaty.treaty != *id && other.treaty.refers_to().contains(&id));
    let treaties = record.treaty_by_id(id).into_iter().chain(others);
    for before in treaties {
        let id = &before.treaty.treaty;
        let Some(after) = supposed.treaty_by_id(id) else { continue };
        let mut say = |what: Changed| consequences.push(Consequence { treaty: id.clone(), what });
        compare(before, after, record, supposed, as_at, &mut say);
    }
    consequences
}

fn compare(
    before: &TreatyRecord,
    after: &TreatyRecord,
    record: &Record,
    supposed: &Record,
    as_at: AsAt,
    say: &mut impl FnMut(Changed),
) {
    let (old, new) = (Status::of(before, record, as_at), Status::of(after, supposed, as_at));
    let (was, would_be) = (old.entry_into_force, new.entry_into_force);
    if was.date != would_be.date {
        say(Changed::EntryIntoForce { before: was.date, after: would_be.date });
    }
    if was.remaining != would_be.remaining {
        say(Changed::Remaining { before: was.remaining, after: would_be.remaining });
    }
    let counts = [
        ("signatories", old.counts.signatories, new.counts.signatories),
        ("contracting", old.counts.contracting, new.counts.contracting),
        ("parties", old.counts.parties, new.counts.parties),
        ("signatories not contracting", old.counts.signatories_not_contracting, new.counts.signatories_not_contracting),
    ];
    for (of, before, after) in counts {
        if before != after {
            say(Changed::Count { of, before, after });
        }
    }
    for participant in &new.participants {
        let earlier = old.participants.iter().find(|one| one.party == participant.party);
        compare_participants(earlier, participant, after, supposed, say);
    }
    let change = |treaty, status: &Status<'_>| seats_change(treaty, status, as_at);
    if let Some((from, seats)) = change(after, &new).filter(|new| Some(*new) != change(before, &old)) {
        let article = after.treaty.body.as_ref().map(|body| body.article.clone()).unwrap_or_default();
        say(Changed::Seats { from, seats, article });
    }
}

fn compare_participants(
    before: Option<&Participant<'_>>,
    after: &Participant<'_>,
    treaty: &TreatyRecord,
    record: &Record,
    say: &mut impl FnMut(Changed),
) {
    let (was, ended) = before.map_or((None, None), |one| (one.in_force, one.ended));
    if was == after.in_force && ended == after.ended && before.is_some() {
        return;
    }
    let (party, name) = (record.code(after.party), after.name.name.clone());
    say(Changed::Participant {
        party,
        name: name.clone(),
        before: was,
        after: after.in_force,
        ended_before: ended,
        ended_after: after.ended,
    });
    let article = treaty.treaty.reports.as_ref().map(|reports| reports.article.clone()).unwrap_or_default();
    let due = after.in_force.filter(|_| was != after.in_force).and_then(|date| initial_report_due(treaty, date));
    if let Some(due) = due {
        say(Changed::ReportDue { party, name, due, article });
    }
}
