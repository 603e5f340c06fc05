//! Meetings, elections and what else was done, as data.

use serde::Serialize;

use super::StatesPartiesAnswer;
use crate::act::{DayOfAct, Standing};
use crate::calendar::{Date, serde_day};
use crate::party::PartyCode;

/// A meeting of States parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MeetingAnswer {
    /// Which meeting it was.
    pub number: u16,
    /// The day, or `../` and a day by which it was held.
    pub date: DayOfAct,
    /// Where.
    pub place: Option<String>,
    /// How many States parties were represented.
    pub present: Option<u16>,
    /// How many States parties a source counts.
    pub counted: Option<u16>,
    /// The States parties of the day, and the quorum of them.
    pub states_parties: StatesPartiesAnswer,
    /// The papers.
    pub sources: Vec<String>,
    /// The entry.
    pub entry: Option<u64>,
}

/// An election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElectionAnswer {
    /// The day, or `../` and a day by which it was held.
    pub date: DayOfAct,
    /// The meeting.
    pub meeting: Option<u16>,
    /// How many seats it filled.
    pub seats: u16,
    /// Who was elected, with the terms that the election gave.
    pub elected: Vec<ElectedAnswer>,
    /// How many more, of whom no source says who they are.
    pub unnamed: u16,
    /// The ballots.
    pub ballots: Vec<BallotAnswer>,
    /// The States parties of the day, and the quorum of them.
    pub states_parties: StatesPartiesAnswer,
    /// On whose word.
    pub standing: Standing,
    /// The papers.
    pub sources: Vec<String>,
    /// What else needed saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The entry.
    pub entry: Option<u64>,
}

/// Somebody elected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ElectedAnswer {
    /// The name, where a source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: PartyCode,
    /// The first day of the term.
    #[serde(with = "serde_day")]
    pub term_from: Date,
    /// The last day of the term, before any lot.
    #[serde(with = "serde_day")]
    pub term_to: Date,
}

/// A round of a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BallotAnswer {
    /// The round.
    pub round: u16,
    /// How many States parties voted.
    pub voting: u16,
    /// The votes that it took to be elected.
    pub majority: Option<usize>,
    /// The votes.
    pub votes: Vec<VotesAnswer>,
}

/// The votes of a nominee.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VotesAnswer {
    /// The name, where a source gives one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The State party that nominated the person.
    pub nominated_by: PartyCode,
    /// How many.
    pub votes: u16,
}

/// A lot, a vacancy, an appointment, a nomination, an election of officers or a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OtherActAnswer {
    /// What was done.
    pub what: &'static str,
    /// The day, or `../` and a day by which it had been done.
    pub date: DayOfAct,
    /// The members concerned, as far as they are named.
    pub members: Vec<String>,
    /// For a lot: how many more were drawn of whom no source says who they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unnamed: Option<u16>,
    /// For a lot, the last day of the shortened terms; for a session, its own.
    #[serde(with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub to: Option<Date>,
    /// On whose word.
    pub standing: Standing,
    /// The papers.
    pub sources: Vec<String>,
    /// What else needed saying.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The entry.
    pub entry: Option<u64>,
}
