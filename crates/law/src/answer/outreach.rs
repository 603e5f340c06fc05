//! The States not bound by a treaty, as data.

use std::collections::BTreeMap;

use serde::Serialize;

use super::status::ReportedAnswer;
use crate::calendar::{AsAt, DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::outreach::{Outreach, StateNotBound, Summary};
use crate::party::PartyCode;
use crate::record::Record;
use crate::treaty::{Treaty, TreatyId};
use crate::when::When;

/// The States not bound by a treaty on a day: counts and facts, and no statement of anybody's status or intent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutreachAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// To whom the treaty is open, in its words.
    pub open_to: Option<String>,
    /// Of which States there is talk: `all-states`, or `states-that-acted` where the treaty is not open to all.
    pub covers: &'static str,
    /// The family of treaties that it belongs to.
    pub family: Option<String>,
    /// The other treaties of the family of which the register holds acts.
    pub sisters: Vec<SisterTreaty>,
    /// Counts of the States shown.
    pub counts: OutreachCounts,
    /// The activities addressed to all States or to all that are not party, by their short names.
    pub to_all_states: Vec<String>,
    /// The States.
    pub states: Vec<StateNotBoundAnswer>,
}

/// A treaty of the same family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SisterTreaty {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short title, in English.
    pub title: String,
}

/// Counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OutreachCounts {
    /// How many States are not bound.
    pub not_bound: usize,
    /// How many of these have signed.
    pub signatories: usize,
    /// How many of those signed more than ten years before the day.
    pub signed_over_ten_years: usize,
    /// How many were bound once.
    pub no_longer_bound: usize,
    /// How many have been addressed by name.
    pub addressed: usize,
    /// How many signatories have not.
    pub signatories_not_addressed: usize,
    /// How many are party to so many treaties of the same family.
    pub by_sister_treaties: BTreeMap<usize, usize>,
    /// By regional group; those without one last.
    pub groups: Vec<GroupCounts>,
}

/// A regional group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupCounts {
    /// The group; null: those in none.
    pub group: Option<String>,
    /// How many of its States are not bound.
    pub not_bound: usize,
    /// How many of these have signed.
    pub signatories: usize,
}

/// A State that is not bound.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StateNotBoundAnswer {
    /// The code.
    pub party: PartyCode,
    /// The name on the day.
    pub name: String,
    /// The regional group; null: none.
    pub group: Option<String>,
    /// Whether it has signed, on the depositary's record.
    pub signed: bool,
    /// The day of signature; null: it has not signed, or the day is not known.
    pub signature: Option<DateOfAct>,
    /// How long ago that was.
    pub signed_since: Option<ElapsedAnswer>,
    /// The day from which it is no longer bound; null: it never was.
    pub ended: Option<DateOfEffect>,
    /// Acts that are only reported.
    pub reported: Vec<ReportedAnswer>,
    /// The activities that were addressed to it by name, by their short names, by day.
    pub activities: Vec<String>,
    /// The last of those that have a day.
    pub last: Option<LastActivity>,
    /// The treaties of the same family to which it is party.
    pub party_to: Vec<SisterPart>,
}

/// How long, in whole years, months and days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ElapsedAnswer {
    /// Whole years.
    pub years: i16,
    /// Whole months after them.
    pub months: i32,
    /// Days after those.
    pub days: i32,
}

/// What was last addressed to a State.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LastActivity {
    /// Its short name.
    pub id: String,
    /// When it was.
    pub date: Option<When>,
    /// By whom.
    pub organizers: Vec<String>,
}

/// A State's part in a treaty of the same family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SisterPart {
    /// The treaty.
    pub treaty: TreatyId,
    /// Since when it has been in force for the State.
    pub in_force: DateOfEffect,
}

impl OutreachAnswer {
    /// An outreach as data.
    #[must_use]
    pub fn of(outreach: &Outreach<'_>, record: &Record) -> Self {
        let treaty = outreach.treaty;
        let sister = |sister: &&Treaty| SisterTreaty {
            treaty: sister.treaty.clone(),
            title: sister.short_title_in("en").to_owned(),
        };
        Self {
            treaty: treaty.treaty.clone(),
            title: treaty.title_in("en").to_owned(),
            as_at: outreach.as_at,
            known_at: record.last_recorded(),
            open_to: treaty.participation.open_to.clone(),
            covers: outreach.covers.word(),
            family: treaty.family.clone(),
            sisters: outreach.sisters.iter().map(sister).collect(),
            counts: OutreachCounts::of(Summary::of(outreach)),
            to_all_states: outreach.to_all.iter().map(|kept| kept.what.id.clone()).collect(),
            states: outreach.states.iter().map(|state| StateNotBoundAnswer::of(state, record)).collect(),
        }
    }
}

impl OutreachCounts {
    fn of(summary: Summary) -> Self {
        let group = |group: crate::outreach::GroupCount| GroupCounts {
            group: group.group,
            not_bound: group.not_bound,
            signatories: group.signatories,
        };
        Self {
            not_bound: summary.not_bound,
            signatories: summary.signatories,
            signed_over_ten_years: summary.signed_over_ten_years,
            no_longer_bound: summary.no_longer_bound,
            addressed: summary.addressed,
            signatories_not_addressed: summary.signatories_not_addressed,
            by_sister_treaties: summary.by_sisters,
            groups: summary.groups.into_iter().map(group).collect(),
        }
    }
}

impl StateNotBoundAnswer {
    fn of(state: &StateNotBound<'_>, record: &Record) -> Self {
        let last = state.last().map(|kept| LastActivity {
            id: kept.what.id.clone(),
            date: kept.what.when(),
            organizers: kept.what.organizer_names().into_iter().map(ToOwned::to_owned).collect(),
        });
        let part = |sister: &crate::outreach::Sister<'_>| {
            Some(SisterPart { treaty: sister.treaty.treaty.clone(), in_force: sister.party_since? })
        };
        Self {
            party: record.code(state.party),
            name: state.name.name.clone(),
            group: state.group.map(ToOwned::to_owned),
            signed: state.signature.is_some(),
            signature: state.signature.and_then(|act| act.date.exact()),
            signed_since: state.since.map(|since| ElapsedAnswer {
                years: since.years,
                months: since.months,
                days: since.days,
            }),
            ended: state.ended,
            reported: state.reported.iter().map(|act| ReportedAnswer::of(act, record)).collect(),
            activities: state.addressed.iter().map(|kept| kept.what.id.clone()).collect(),
            last,
            party_to: state.sisters.iter().filter_map(part).collect(),
        }
    }
}
