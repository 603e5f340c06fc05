//! A treaty body on a day, as data.

mod ahead;
mod held;
mod members;
mod shown;

use serde::Serialize;

use crate::calendar::{AsAt, Date, serde_day};
use crate::committee::Committee;
use crate::party::PartyCode;
use crate::record::{Record, TreatyRecord};
use crate::treaty::TreatyId;

pub use ahead::{ClockAnswer, NextElectionAnswer};
pub use held::{BallotAnswer, ElectedAnswer, ElectionAnswer, MeetingAnswer, OtherActAnswer, VotesAnswer};
pub use members::{ByResolutionAnswer, MemberAnswer, SeatsAnswer, UnnamedAnswer};
use shown::{Shown, other_act};

/// A treaty body on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CommitteeAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// The name of the body.
    pub name: String,
    /// The article that sets it up; the resolution, where another organ did.
    pub article: String,
    /// The seats that a resolution gave it, where it was not the treaty that set it up: the treaty then says nothing of its
    /// members and elections, and nothing is derived; null: the treaty set it up.
    pub by_resolution: Option<ByResolutionAnswer>,
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
    /// The officers, until their term ends.
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
            by_resolution: ByResolutionAnswer::of(committee.body),
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
