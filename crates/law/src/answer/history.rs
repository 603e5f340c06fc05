//! What was believed when, as data.

use serde::Serialize;

use super::recording::RecordingAnswer;
use crate::calendar::{AsAt, DateOfKnowledge};
use crate::difference::Change;
use crate::history::{History, Step};
use crate::party::{Parties, PartyCode};
use crate::treaty::TreatyId;

/// The history of an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HistoryAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party whose part in it is asked about, if one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyCode>,
    /// The party's name on the day asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day asked about.
    pub as_at: AsAt,
    /// The steps, in the order of recording.
    pub steps: Vec<StepAnswer>,
}

/// What was recorded in one moment, and what it changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepAnswer {
    /// The first entry that bears on the answer.
    pub from: u64,
    /// The last.
    pub to: u64,
    /// When they were recorded.
    pub recorded: DateOfKnowledge,
    /// Who recorded them.
    pub recorder: String,
    /// What was recorded of the very thing asked about.
    pub entries: Vec<RecordingAnswer>,
    /// What else was recorded with it that the answer rests on.
    pub besides: Vec<RecordingAnswer>,
    /// What changed; nothing, where it makes no difference to the answer.
    pub changes: Vec<Change>,
}

impl HistoryAnswer {
    /// A history as data; names are as these parties have them.
    #[must_use]
    pub fn of(history: &History<'_>, parties: &Parties) -> Self {
        let party = history.party.and_then(|code| parties.by_code(code));
        Self {
            treaty: history.treaty.clone(),
            party: history.party,
            name: party.map(|party| parties[party].name_on(history.as_at.day()).name.clone()),
            as_at: history.as_at,
            steps: history.steps.iter().map(|step| StepAnswer::of(step, parties)).collect(),
        }
    }
}

impl StepAnswer {
    fn of(step: &Step<'_>, parties: &Parties) -> Self {
        let (from, to) = step.entries();
        Self {
            from,
            to,
            recorded: step.recorded,
            recorder: step.recorder.to_owned(),
            entries: step.itself.iter().map(|recording| RecordingAnswer::of(recording, parties)).collect(),
            besides: step.besides.iter().map(|recording| RecordingAnswer::of(recording, parties)).collect(),
            changes: step.changes(),
        }
    }
}
