//! A body on the way to its data.

use super::{
    BallotAnswer, ElectedAnswer, ElectionAnswer, MeetingAnswer, MemberAnswer, OfficerAnswer, OtherActAnswer,
    RegionAnswer, RemarkAnswer, SeatsAnswer, StatesPartiesAnswer, VotesAnswer,
};
use crate::body_act::{Ballot, Done, Member, Officer, Votes};
use crate::calendar::Date;
use crate::committee::{Capacity, Committee, Holder, How, Item, Origin, RegionalBalance, SeatsBecause, StatesParties};
use crate::due_form::Finding;
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Record, TreatyRecord};

/// A body that is being shown, with what its names are looked up in.
pub(super) struct Shown<'a> {
    pub(super) committee: &'a Committee<'a>,
    pub(super) treaty: &'a TreatyRecord,
    pub(super) record: &'a Record,
    pub(super) day: Date,
}

impl Shown<'_> {
    pub(super) fn state(&self, code: PartyCode) -> String {
        let party = self.record.parties.by_code(code);
        party.map_or_else(|| code.to_string(), |party| self.record.parties[party].name_on(self.day).name.clone())
    }

    pub(super) fn seats(&self, capacity: &Capacity<'_>) -> SeatsAnswer {
        let codes = |parties: &[PartyIndex]| parties.iter().map(|party| self.record.code(*party)).collect();
        let (because, nth, states, other) = match &capacity.because {
            SeatsBecause::EntryIntoForce => ("entry-into-force", None, Vec::new(), None),
            SeatsBecause::InForceFor { nth, parties } => ("in-force-for-nth", Some(*nth), codes(parties), None),
            SeatsBecause::DepositBy { nth, parties } => ("deposit-by-nth", Some(*nth), codes(parties), None),
            SeatsBecause::EntryIntoForceOf(other) => {
                ("entry-into-force-of-other", None, Vec::new(), Some((*other).clone()))
            }
        };
        let Capacity { from, seats, article, .. } = *capacity;
        SeatsAnswer { from, seats, article: article.to_owned(), because, nth, states, other }
    }

    pub(super) fn member(&self, holder: &Holder<'_>) -> MemberAnswer {
        let Member { name, nominated_by, national_of } = holder.member.clone();
        let (elected, instead_of) = match holder.by {
            How::Elected { on } => (Some(on), None),
            How::Appointed { instead_of } => {
                (None, Some(instead_of.name.clone().unwrap_or_else(|| self.state(instead_of.nominated_by))))
            }
        };
        MemberAnswer {
            name,
            nominated_by,
            state: self.state(nominated_by),
            national_of,
            gender: holder.gender,
            term_from: holder.term_from,
            term_to: holder.term_to,
            by_lot: holder.lot.is_some(),
            elected,
            instead_of,
            standing: holder.standing,
            entry: entry(holder.origin),
        }
    }

    /// The officers as last elected, for as long as the treaty lets them hold office.
    pub(super) fn officers(&self) -> Vec<OfficerAnswer> {
        let Some(elected) = self.committee.composition.officers else { return Vec::new() };
        let clause = self.committee.body.officers.as_ref();
        let end = clause.and_then(|clause| clause.term.means().after(elected.on));
        if end.is_some_and(|end| end <= self.committee.as_at.day()) {
            return Vec::new();
        }
        let officer = |officer: &Officer| OfficerAnswer {
            office: officer.office.clone(),
            name: officer.member.name.clone(),
            nominated_by: officer.member.nominated_by,
            since: elected.on,
        };
        elected.officers.iter().map(officer).collect()
    }

    pub(super) fn states_parties(&self, parties: &StatesParties) -> StatesPartiesAnswer {
        StatesPartiesAnswer {
            on: parties.on,
            in_force: parties.in_force.len(),
            deposited: parties.deposited.len(),
            quorum: self.committee.quorum_of(parties),
        }
    }

    pub(super) fn states_parties_on(&self, item: &Item<'_>) -> StatesPartiesAnswer {
        self.states_parties(&StatesParties::of(self.treaty, self.record, item.day()))
    }

    pub(super) fn regions(&self) -> Vec<RegionAnswer> {
        let regions = self.committee.regions(self.record).into_iter();
        let region = |region: RegionalBalance<'_>| RegionAnswer {
            group: region.group.map(ToOwned::to_owned),
            members: region.members,
            states_parties: region.parties,
        };
        regions.map(region).collect()
    }

    pub(super) fn meeting(&self, item: &Item<'_>) -> Option<MeetingAnswer> {
        let Done::Meeting { number, place, present, counted } = &item.act.done else { return None };
        Some(MeetingAnswer {
            number: *number,
            date: item.act.date,
            place: place.clone(),
            present: *present,
            counted: *counted,
            states_parties: self.states_parties_on(item),
            sources: item.sources.to_vec(),
            entry: entry(item.origin),
        })
    }

    pub(super) fn election(&self, item: &Item<'_>) -> Option<ElectionAnswer> {
        let Done::Election { meeting, seats, ballots, elected, unnamed } = &item.act.done else { return None };
        let elected = elected.iter().map(|one| ElectedAnswer {
            name: one.member.name.clone(),
            nominated_by: one.member.nominated_by,
            term_from: one.term_from,
            term_to: one.term_to,
        });
        Some(ElectionAnswer {
            date: item.act.date,
            meeting: *meeting,
            seats: *seats,
            elected: elected.collect(),
            unnamed: unnamed.as_ref().map_or(0, |they| they.number),
            ballots: ballots.iter().map(|ballot| self.ballot(ballot)).collect(),
            states_parties: self.states_parties_on(item),
            standing: item.standing,
            sources: item.sources.to_vec(),
            note: item.act.note.clone(),
            entry: entry(item.origin),
        })
    }

    pub(super) fn ballot(&self, ballot: &Ballot) -> BallotAnswer {
        let clause = self.committee.body.elections.as_ref();
        let votes = |given: &Votes| VotesAnswer {
            name: given.nominee.name.clone(),
            nominated_by: given.nominee.nominated_by,
            votes: given.votes,
        };
        BallotAnswer {
            round: ballot.round,
            voting: ballot.voting,
            majority: clause.map(|clause| clause.majority.means().of(usize::from(ballot.voting))),
            votes: ballot.votes.iter().map(votes).collect(),
        }
    }

    pub(super) fn remarks(&self) -> Vec<RemarkAnswer> {
        let in_spite = |number: u64| {
            let of_entry = |item: &&Item<'_>| entry(item.origin) == Some(number);
            self.committee.composition.done.iter().find(of_entry).is_some_and(|item| item.act.in_spite.is_some())
        };
        let remarks = self.committee.remarks.iter();
        let remark = |(number, finding): &(u64, Finding)| RemarkAnswer {
            entry: *number,
            kind: match (finding.refused, in_spite(*number)) {
                (true, _) => "refused",
                (false, true) => "in-spite",
                (false, false) => "queried",
            },
            message: finding.message.clone(),
        };
        remarks.map(remark).collect()
    }
}

pub(super) fn other_act(item: &Item<'_>) -> Option<OtherActAnswer> {
    let named: Vec<&Member> = match &item.act.done {
        Done::Meeting { .. } | Done::Election { .. } => return None,
        Done::Session { .. } => Vec::new(),
        Done::Nomination { nominee, .. } => vec![nominee],
        Done::Lot { members, .. } => members.iter().collect(),
        Done::Vacancy { member, .. } => vec![member],
        Done::Appointment { instead_of, member, .. } => vec![instead_of, member],
        Done::Officers { officers } => officers.iter().map(|officer| &officer.member).collect(),
    };
    let (unnamed, to) = match &item.act.done {
        Done::Lot { unnamed, term_to, .. } => (Some(*unnamed), Some(*term_to)),
        Done::Session { to, .. } => (None, *to),
        _ => (None, None),
    };
    let name = |member: &&Member| member.name.clone().unwrap_or_else(|| member.nominated_by.to_string());
    Some(OtherActAnswer {
        what: item.act.done.noun(),
        date: item.act.date,
        members: named.iter().map(name).collect(),
        unnamed,
        to,
        standing: item.standing,
        sources: item.sources.to_vec(),
        note: item.act.note.clone(),
        entry: entry(item.origin),
    })
}

const fn entry(origin: Origin) -> Option<u64> {
    match origin {
        Origin::Register(entry) => Some(entry),
        Origin::Proposal(_) => None,
    }
}
