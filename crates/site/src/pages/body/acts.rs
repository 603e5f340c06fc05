//! Elections with their ballots, meetings of States parties, and what else was done.

use law::act::Standing;
use law::answer::{
    BallotAnswer, ElectedAnswer, ElectionAnswer, MeetingAnswer, OtherActAnswer, RemarkAnswer, StatesPartiesAnswer,
    VotesAnswer,
};
use law::calendar::Date;
use law::party::PartyCode;
use papers::explanation::capitalised;

use super::members::Named;
use crate::day::{Day, DoneOn};
use crate::notes::sentence;

/// An election.
#[derive(Debug, Clone)]
pub(crate) struct ElectionShown {
    /// When.
    pub(crate) on: DoneOn,
    /// The address of its section in the page.
    pub(crate) anchor: String,
    /// The meeting that elected.
    pub(crate) meeting: Option<u16>,
    /// How many seats it filled.
    pub(crate) seats: u16,
    /// The States parties of the day.
    pub(crate) states_parties: StatesPartiesAnswer,
    /// Who was elected.
    pub(crate) elected: Vec<ElectedShown>,
    /// How many more, of whom nothing is known.
    pub(crate) unnamed: u16,
    /// The ballots.
    pub(crate) ballots: Vec<BallotShown>,
    /// What the rule has to say against it, and what else needed saying, as sentences.
    pub(crate) says: Vec<String>,
    /// The entry.
    pub(crate) entry: Option<u64>,
}

/// Somebody elected.
#[derive(Debug, Clone)]
pub(crate) struct ElectedShown {
    /// Who.
    pub(crate) who: String,
    /// The first day of the term.
    pub(crate) from: Day,
    /// The last day of the term that the election gave.
    pub(crate) to: Day,
}

/// A round of a ballot.
#[derive(Debug, Clone)]
pub(crate) struct BallotShown {
    /// Which round.
    pub(crate) round: u16,
    /// How many voted.
    pub(crate) voting: u16,
    /// The votes that it took.
    pub(crate) majority: Option<usize>,
    /// The votes.
    pub(crate) votes: Vec<VotesShown>,
}

/// The votes of a nominee.
#[derive(Debug, Clone)]
pub(crate) struct VotesShown {
    /// Who.
    pub(crate) who: String,
    /// How many votes.
    pub(crate) votes: u16,
    /// Whether they were as many as it took.
    pub(crate) enough: bool,
}

impl ElectionShown {
    pub(super) fn of(election: &ElectionAnswer, remarks: &[RemarkAnswer], named: &Named<'_>) -> Self {
        let day = election.date.at_latest().day();
        let of_it = remarks.iter().filter(|one| Some(one.entry) == election.entry);
        let mut says: Vec<String> = of_it.map(remark).collect();
        says.extend(election.note.as_deref().map(sentence));
        says.extend((election.standing == Standing::Unconfirmed).then(|| "Unconfirmed.".to_owned()));
        says.extend(sources(&election.sources));
        Self {
            on: election.date.into(),
            anchor: format!("election-{day}"),
            meeting: election.meeting,
            seats: election.seats,
            states_parties: election.states_parties,
            elected: election.elected.iter().map(|one| ElectedShown::of(one, day, named)).collect(),
            unnamed: election.unnamed,
            ballots: election.ballots.iter().map(|ballot| BallotShown::of(ballot, day, named)).collect(),
            says,
            entry: election.entry,
        }
    }
}

impl ElectedShown {
    fn of(elected: &ElectedAnswer, day: Date, named: &Named<'_>) -> Self {
        Self {
            who: who(elected.name.as_deref(), elected.nominated_by, day, named),
            from: elected.term_from.into(),
            to: elected.term_to.into(),
        }
    }
}

impl BallotShown {
    fn of(ballot: &BallotAnswer, day: Date, named: &Named<'_>) -> Self {
        let of_nominee = |given: &VotesAnswer| VotesShown {
            who: who(given.name.as_deref(), given.nominated_by, day, named),
            votes: given.votes,
            enough: ballot.majority.is_some_and(|needed| usize::from(given.votes) >= needed),
        };
        Self {
            round: ballot.round,
            voting: ballot.voting,
            majority: ballot.majority,
            votes: ballot.votes.iter().map(of_nominee).collect(),
        }
    }
}

fn who(name: Option<&str>, code: PartyCode, day: Date, named: &Named<'_>) -> String {
    let state = named.state(code, day);
    name.map_or_else(|| state.clone(), |name| format!("{name} ({state})"))
}

/// What the rule has to say against an act, as a sentence.
pub(super) fn remark(remark: &RemarkAnswer) -> String {
    let kind = match remark.kind {
        "in-spite" => "Recorded in spite of the rule",
        "refused" => "Would be refused now",
        _ => "The depositary would ask",
    };
    format!("{kind}: {}", sentence(&remark.message).trim_start())
}

fn sources(sources: &[String]) -> Option<String> {
    (!sources.is_empty()).then(|| format!("Source: {}.", sources.join("; ").trim_end_matches('.')))
}

/// A meeting of States parties.
#[derive(Debug, Clone)]
pub(crate) struct MeetingShown {
    /// Which.
    pub(crate) number: u16,
    /// When.
    pub(crate) on: DoneOn,
    /// Where.
    pub(crate) place: Option<String>,
    /// How many were represented.
    pub(crate) present: Option<u16>,
    /// How many States parties a source counts.
    pub(crate) counted: Option<u16>,
    /// The States parties of the day.
    pub(crate) states_parties: StatesPartiesAnswer,
}

impl MeetingShown {
    pub(super) fn of(meeting: &MeetingAnswer) -> Self {
        Self {
            number: meeting.number,
            on: meeting.date.into(),
            place: meeting.place.clone(),
            present: meeting.present,
            counted: meeting.counted,
            states_parties: meeting.states_parties,
        }
    }
}

/// Something else that was done.
#[derive(Debug, Clone)]
pub(crate) struct OtherActShown {
    /// When.
    pub(crate) on: DoneOn,
    /// What.
    pub(crate) what: String,
    /// Who is concerned, until when, and what else needed saying.
    pub(crate) says: String,
}

impl OtherActShown {
    pub(super) fn of(act: &OtherActAnswer) -> Self {
        let members = (!act.members.is_empty()).then(|| act.members.join(", "));
        let unnamed = act.unnamed.filter(|number| *number > 0);
        let unnamed = unnamed.map(|number| format!("{number} of whom no source says who they are"));
        let to = act.to.map(|day| format!("to {}", Day::from(day).words()));
        let says: Vec<String> = [members, unnamed, to].into_iter().flatten().collect();
        let note = act.note.as_deref().map(sentence).unwrap_or_default();
        Self {
            on: act.date.into(),
            what: capitalised(act.what),
            says: format!("{} {note}", sentence(&says.join("; "))).trim().to_owned(),
        }
    }
}
