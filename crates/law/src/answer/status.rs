//! The status of a treaty, as data.

use serde::Serialize;

use crate::act::{Action, DayOfAct, Standing};
use crate::calendar::{AsAt, DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::party::PartyCode;
use crate::record::{Record, RecordedAct};
use crate::status::{Participant, Status};
use crate::treaty::TreatyId;

/// The status of a treaty on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// The last entry known.
    pub known_to_entry: Option<u64>,
    /// Whether any act towards the treaty is recorded at all; where none is, nothing can be said of its status.
    pub acts_recorded: bool,
    /// The day up to which the acts are said to be complete.
    pub complete_to: Option<DateOfAct>,
    /// The treaty's entry into force.
    pub entry_into_force: EntryIntoForceAnswer,
    /// The counts.
    pub counts: CountsAnswer,
    /// The participants, in alphabetical order.
    pub participants: Vec<ParticipantAnswer>,
}

/// A treaty's entry into force.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryIntoForceAnswer {
    /// The day, which may still lie ahead of the day asked about; null while too few instruments are deposited.
    pub date: Option<DateOfEffect>,
    /// The article.
    pub article: Option<String>,
    /// Whether the treaty is in force on the day asked about.
    pub in_force: bool,
    /// The day on which enough instruments had been deposited.
    pub reached: Option<DateOfAct>,
    /// How many instruments are still needed; null where the condition is no matter of numbers alone.
    pub remaining: Option<u16>,
}

/// Counts, on the depositary's record alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CountsAnswer {
    /// Those that have signed, whatever they did later.
    pub signatories: usize,
    /// Those bound by a deposited instrument that was not withdrawn.
    pub contracting: usize,
    /// Those for which the treaty is in force on the day.
    pub parties: usize,
    /// Signatories that are not bound.
    pub signatories_not_contracting: usize,
    /// Those of which something is only reported. They are in no other count.
    pub reported_only: usize,
}

/// A participant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ParticipantAnswer {
    /// The code.
    pub party: PartyCode,
    /// The name on the day asked about.
    pub name: String,
    /// Its part in the treaty.
    #[serde(flatten)]
    pub part: PartAnswer,
    /// What is only reported of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub reported: Vec<ReportedAnswer>,
}

/// What one State has done towards one treaty, and what follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartAnswer {
    /// The day of signature; null as well when it is reported without a day.
    pub signature: Option<DateOfAct>,
    /// The kind of signature.
    pub signature_kind: Option<Action>,
    /// The act of consent.
    pub consent: Option<ConsentAnswer>,
    /// The day of entry into force for the participant, which may still lie ahead.
    pub in_force: Option<DateOfEffect>,
    /// The first day on which it is no longer bound.
    pub ended: Option<DateOfEffect>,
    /// Since when it applies the treaty provisionally, while the treaty is not in force for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provisional: Option<DateOfAct>,
    /// On whose word.
    pub standing: Standing,
}

/// An act of consent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct ConsentAnswer {
    /// The kind.
    pub action: Action,
    /// The day of deposit.
    pub date: Option<DateOfAct>,
}

/// An act that is only reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportedAnswer {
    /// The kind.
    pub action: Action,
    /// The day, or `../` and a day by which it had been done.
    pub date: DayOfAct,
    /// Where it is reported.
    pub sources: Vec<String>,
    /// The entry.
    pub entry: u64,
}

impl StatusAnswer {
    /// A status as data.
    #[must_use]
    pub fn of(status: &Status<'_>, record: &Record) -> Self {
        let clause = status.treaty.entry_into_force.as_ref();
        let in_force = status.entry_into_force;
        Self {
            treaty: status.treaty.treaty.clone(),
            title: status.treaty.title_in("en").to_owned(),
            as_at: status.as_at,
            known_at: record.last_recorded(),
            known_to_entry: record.last().map(|(entry, _)| entry),
            acts_recorded: status.acts_recorded,
            complete_to: status.treaty.complete_to,
            entry_into_force: EntryIntoForceAnswer {
                date: in_force.date,
                article: clause.map(|clause| clause.article.clone()),
                in_force: status.is_in_force(),
                reached: in_force.reached,
                remaining: Some(in_force.remaining).filter(|more| *more > 0 || in_force.reached.is_some()),
            },
            counts: CountsAnswer {
                signatories: status.counts.signatories,
                contracting: status.counts.contracting,
                parties: status.counts.parties,
                signatories_not_contracting: status.counts.signatories_not_contracting,
                reported_only: status.reported().count(),
            },
            participants: status.participants.iter().map(|one| ParticipantAnswer::of(one, record)).collect(),
        }
    }
}

impl ParticipantAnswer {
    /// A participant as data.
    #[must_use]
    pub fn of(participant: &Participant<'_>, record: &Record) -> Self {
        Self {
            party: record.code(participant.party),
            name: participant.name.name.clone(),
            part: PartAnswer::of(participant),
            reported: participant.reported.iter().map(|act| ReportedAnswer::of(act, record)).collect(),
        }
    }
}

impl PartAnswer {
    /// A participant's part as data.
    #[must_use]
    pub fn of(participant: &Participant<'_>) -> Self {
        Self {
            signature: participant.signature.and_then(|act| act.date.exact()),
            signature_kind: participant.signature.map(|act| act.action),
            consent: participant.consent.map(ConsentAnswer::of),
            in_force: participant.in_force,
            ended: participant.ended,
            provisional: participant.provisional.map(RecordedAct::counts_from),
            standing: participant.standing,
        }
    }
}

impl ConsentAnswer {
    /// An act of consent as data.
    #[must_use]
    pub fn of(act: &RecordedAct) -> Self {
        Self { action: act.action, date: act.date.exact() }
    }
}

impl ReportedAnswer {
    fn of(act: &RecordedAct, record: &Record) -> Self {
        let sources = record.particulars(act.entry).map(|more| more.sources.to_vec()).unwrap_or_default();
        Self { action: act.action, date: act.date, sources, entry: act.entry }
    }
}
