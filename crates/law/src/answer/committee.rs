//! A treaty body on a day, as data.

mod held;
mod shown;

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::body_act::Gender;
use crate::calendar::{AsAt, Date, DateOfEffect, serde_day};
use crate::committee::{Committee, CountedFrom, Deadline, Due, NextElection, UnnamedHolders, Which};
use crate::party::PartyCode;
use crate::record::{Record, TreatyRecord};
use crate::treaty::TreatyId;

pub use held::{BallotAnswer, ElectedAnswer, ElectionAnswer, MeetingAnswer, OtherActAnswer, VotesAnswer};
use shown::{Shown, other_act};

/// A treaty body on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommitteeAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// The name of the body.
    pub name: String,
    /// The article that sets it up.
    pub article: String,
    /// The day.
    pub as_at: AsAt,
    /// How many seats it has; null while it has none, or where nothing can be said of it.
    pub seats: Option<u16>,
    /// Its seats through time, with what brought each number about.
    pub seats_through_time: Vec<SeatsAnswer>,
    /// The members who are named.
    pub members: Vec<MemberAnswer>,
    /// How many more members there are of whom no source of the register says who they are.
    pub unnamed_members: u16,
    /// Their terms.
    pub unnamed_terms: Vec<UnnamedAnswer>,
    /// Those elected whose terms have not begun.
    pub members_elect: Vec<MemberAnswer>,
    /// The seats that nobody is known to hold.
    pub unfilled: UnfilledAnswer,
    /// The officers as last elected.
    pub officers: Vec<OfficerAnswer>,
    /// The States parties of the day, and the quorum of them.
    pub states_parties: StatesPartiesAnswer,
    /// Regional groups of members and of States parties.
    pub regions: Vec<RegionAnswer>,
    /// Women and men among the members.
    pub gender: GenderAnswer,
    /// When members must be elected next; null where nothing can be said of it.
    pub next_election: Option<NextElectionAnswer>,
    /// The days until which something must be done, or on which something changes.
    pub clocks: Vec<ClockAnswer>,
    /// Meetings of States parties.
    pub meetings: Vec<MeetingAnswer>,
    /// The elections held.
    pub elections: Vec<ElectionAnswer>,
    /// The lots drawn, the seats that fell vacant, the appointments and sessions.
    pub other_acts: Vec<OtherActAnswer>,
    /// What the treaty's rule has to say against acts that are recorded.
    pub remarks: Vec<RemarkAnswer>,
}

/// A number of seats from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeatsAnswer {
    /// The first day, which may lie ahead.
    pub from: DateOfEffect,
    /// How many seats.
    pub seats: u16,
    /// The article.
    pub article: String,
    /// What brought the number about.
    pub because: &'static str,
    /// The number of States parties that it takes, where it takes one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nth: Option<u16>,
    /// The States that made up the number on the day.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<PartyCode>,
    /// The other treaty, where its entry into force brought it about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<TreatyId>,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MemberAnswer {
    /// The name, where a source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the member.
    pub nominated_by: PartyCode,
    /// That State's name on the day asked about.
    pub state: String,
    /// The State whose national the member is, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub national_of: Option<PartyCode>,
    /// A woman or a man, where a source says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// The first day of the term.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of the term.
    #[serde(with = "serde_day")]
    pub term_to: Date,
    /// Whether a lot has shortened the term.
    pub by_lot: bool,
    /// The day of the election; null for a member who was appointed.
    pub elected: Option<DayOfAct>,
    /// Whose seat it was, for a member who was appointed to a seat that had fallen vacant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub instead_of: Option<String>,
    /// On whose word.
    pub standing: Standing,
    /// The entry.
    pub entry: Option<u64>,
}

/// Terms of members of whom no source of the register says who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UnnamedAnswer {
    /// How many members.
    pub number: u16,
    /// The first day of their terms.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of their terms.
    #[serde(with = "serde_day")]
    pub term_to: Date,
    /// Whether a lot has shortened the terms.
    pub by_lot: bool,
    /// The day of their election.
    pub elected: DayOfAct,
}

/// The seats that nobody is known to hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct UnfilledAnswer {
    /// Seats to which nobody has been elected yet.
    pub new: u16,
    /// Seats that fell vacant before the end of a term.
    pub vacated: u16,
    /// Seats of which the register knows no election.
    pub unrecorded: u16,
}

/// An officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OfficerAnswer {
    /// The office.
    pub office: String,
    /// The name, where a source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the officer.
    pub nominated_by: PartyCode,
    /// Since when.
    #[serde(with = "serde_day")]
    pub since: Date,
}

/// The States parties on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct StatesPartiesAnswer {
    /// The day.
    #[serde(with = "serde_day")]
    pub on: Date,
    /// Those for which the treaty is in force: from these the quorum is counted.
    pub in_force: usize,
    /// Those that have deposited, whether or not it is in force for them yet.
    pub deposited: usize,
    /// How many must be represented to elect.
    pub quorum: Option<usize>,
}

/// A regional group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RegionAnswer {
    /// The group; null for States of no group.
    pub group: Option<String>,
    /// Members who are named.
    pub members: usize,
    /// States parties.
    pub states_parties: usize,
}

/// Women and men among the members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct GenderAnswer {
    /// Women.
    pub female: usize,
    /// Men.
    pub male: usize,
    /// Members of whom no source says it.
    pub unknown: usize,
}

/// The next election, by the treaty's timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextElectionAnswer {
    /// Whether it is the first.
    pub first: bool,
    /// The last day for it.
    #[serde(with = "serde_day")]
    pub due_by: Date,
    /// The article.
    pub article: String,
    /// What the last day is counted from: `entry-into-force`, `last-election`, `end-of-terms`, or `first-last-day` where no
    /// election is recorded.
    pub counted_from: &'static str,
    /// How many seats it fills; null where the register does not know all members.
    pub seats: Option<u16>,
    /// How many terms known end by then.
    pub ending: u16,
    /// How many seats are new.
    pub added: u16,
    /// The last day for the letter that invites nominations.
    #[serde(with = "serde_day::option")]
    pub letter_by: Option<Date>,
    /// The day on which nominations then close.
    #[serde(with = "serde_day::option")]
    pub nominations_close: Option<Date>,
    /// The last day for the list of nominees.
    #[serde(with = "serde_day::option")]
    pub list_by: Option<Date>,
}

/// A day that matters to the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockAnswer {
    /// What is due, or changes.
    pub clock: &'static str,
    /// The day.
    #[serde(with = "serde_day")]
    pub day: Date,
    /// The article.
    pub article: String,
    /// How many terms end, or how many seats there are from then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// Whether the day is over on the day asked about.
    pub passed: bool,
}

/// What the treaty's rule has to say against an act that is recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RemarkAnswer {
    /// The entry.
    pub entry: u64,
    /// `in-spite` for what was recorded although the rule does not allow it, with the reason given; `refused` for what
    /// would be refused now; `queried` for what a depositary would ask about.
    pub kind: &'static str,
    /// What there is to say, with the article.
    pub message: String,
}

impl CommitteeAnswer {
    /// A body as data.
    #[must_use]
    pub fn of(committee: &Committee<'_>, treaty: &TreatyRecord, record: &Record) -> Self {
        let day = committee.as_at.day();
        let shown = Shown { committee, treaty, record, day };
        let composition = &committee.composition;
        let unfilled = committee.unfilled();
        let gender = committee.gender();
        let unnamed = composition.unnamed.iter().filter(|they| they.number > 0 && they.serve_on(day));
        let elect = composition.holders.iter().filter(|holder| holder.is_to_serve_after(day));
        Self {
            treaty: treaty.treaty.treaty.clone(),
            name: committee.body.name.clone(),
            article: committee.body.article.clone(),
            as_at: committee.as_at,
            seats: committee.seats().map(|capacity| capacity.seats),
            seats_through_time: committee.capacities.iter().map(|capacity| shown.seats(capacity)).collect(),
            members: composition.serving(day).map(|holder| shown.member(holder)).collect(),
            unnamed_members: composition.unnamed_on(day),
            unnamed_terms: unnamed.map(UnnamedAnswer::of).collect(),
            members_elect: elect.map(|holder| shown.member(holder)).collect(),
            unfilled: UnfilledAnswer { new: unfilled.new, vacated: unfilled.vacated, unrecorded: unfilled.unrecorded },
            officers: shown.officers(),
            states_parties: shown.states_parties(&committee.parties),
            regions: shown.regions(),
            gender: GenderAnswer { female: gender.female, male: gender.male, unknown: gender.unknown },
            next_election: committee.next_election.as_ref().map(NextElectionAnswer::of),
            clocks: committee.deadlines().iter().map(|deadline| ClockAnswer::of(deadline, day)).collect(),
            meetings: composition.done.iter().filter_map(|item| shown.meeting(item)).collect(),
            elections: composition.elections().filter_map(|item| shown.election(item)).collect(),
            other_acts: composition.done.iter().filter_map(other_act).collect(),
            remarks: shown.remarks(),
        }
    }
}

impl UnnamedAnswer {
    const fn of(they: &UnnamedHolders) -> Self {
        let UnnamedHolders { number, term_from, term_to, lot, elected, .. } = *they;
        Self { number, term_from, term_to, by_lot: lot.is_some(), elected }
    }
}

impl NextElectionAnswer {
    fn of(next: &NextElection<'_>) -> Self {
        Self {
            first: next.which == Which::First,
            due_by: next.due_by,
            article: next.article.to_owned(),
            counted_from: match next.counted_from {
                CountedFrom::EntryIntoForce(_) => "entry-into-force",
                CountedFrom::LastElection(_) => "last-election",
                CountedFrom::EndOfTerms(_) => "end-of-terms",
                CountedFrom::FirstLastDay(_) => "first-last-day",
            },
            seats: next.seats,
            ending: next.ending,
            added: next.added,
            letter_by: next.letter_by,
            nominations_close: next.nominations_close,
            list_by: next.list_by,
        }
    }
}

impl ClockAnswer {
    fn of(deadline: &Deadline<'_>, as_at: Date) -> Self {
        Self {
            clock: deadline.due.word(),
            day: deadline.day,
            article: deadline.article.to_owned(),
            number: match deadline.due {
                Due::EndOfTerms(number) | Due::Seats(number) => Some(number),
                _ => None,
            },
            passed: deadline.day < as_at,
        }
    }
}
