//! What would follow if some acts were done: every consequence that changes, and nothing that doesn't.

use serde::Serialize;

use crate::calendar::{AsAt, Date, DateOfEffect, serde_day};
use crate::committee::{Capacity, Committee, NextElection};
use crate::party::PartyCode;
use crate::record::{Record, TreatyRecord};
use crate::reporting::initial_report_due;
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
        #[serde(with = "serde_day")]
        due: Date,
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
    /// The next election of members of the treaty body.
    Election {
        /// The last day for it, as things stand.
        #[serde(with = "serde_day::option")]
        before: Option<Date>,
        /// The last day for it, as it would be.
        #[serde(with = "serde_day")]
        due_by: Date,
        /// How many seats it would fill; null where the register does not know all members.
        seats: Option<u16>,
        /// How many of them would be new.
        added: u16,
        /// The last day for the letter that invites nominations.
        #[serde(with = "serde_day::option")]
        letter_by: Option<Date>,
        /// The day on which nominations would then close.
        #[serde(with = "serde_day::option")]
        nominations_close: Option<Date>,
        /// The last day for the list of nominees, where the treaty sets one.
        #[serde(with = "serde_day::option")]
        list_by: Option<Date>,
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
        compare_participants(earlier, participant, after, would_be.date, supposed, say);
    }
    compare_bodies(Committee::of(before, record, as_at).as_ref(), Committee::of(after, supposed, as_at).as_ref(), say);
}

/// What would change for the treaty body: seats that it would have from a day that lies ahead, and the next election.
fn compare_bodies(before: Option<&Committee<'_>>, after: Option<&Committee<'_>>, say: &mut impl FnMut(Changed)) {
    let Some(after) = after else { return };
    let had = |capacity: &Capacity<'_>| {
        let same = |known: &Capacity<'_>| (known.from, known.seats) == (capacity.from, capacity.seats);
        before.is_some_and(|before| before.capacities.iter().any(same))
    };
    for capacity in after.capacities.iter().filter(|capacity| !had(capacity)) {
        let Capacity { from, seats, article, .. } = *capacity;
        say(Changed::Seats { from, seats, article: article.to_owned() });
    }
    let before = before.and_then(|before| before.next_election.as_ref());
    let what = |next: &NextElection<'_>| (next.due_by, next.seats, next.added);
    if let Some(next) = after.next_election.as_ref().filter(|next| before.map(what) != Some(what(next))) {
        say(Changed::Election {
            before: before.map(|before| before.due_by),
            due_by: next.due_by,
            seats: next.seats,
            added: next.added,
            letter_by: next.letter_by,
            nominations_close: next.nominations_close,
            list_by: next.list_by,
            article: next.article.to_owned(),
        });
    }
}

fn compare_participants(
    before: Option<&Participant<'_>>,
    after: &Participant<'_>,
    treaty: &TreatyRecord,
    treaty_in_force: Option<DateOfEffect>,
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
    let in_force = after.in_force.filter(|_| was != after.in_force).zip(treaty_in_force);
    let due = in_force.and_then(|(date, of_treaty)| initial_report_due(&treaty.treaty, date, of_treaty));
    if let Some((due, article)) = due {
        say(Changed::ReportDue { party, name, due, article });
    }
}
