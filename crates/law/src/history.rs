//! What was believed when: the answer to one question about one day, as it changed with what was recorded.

use crate::calendar::{AsAt, DateOfKnowledge};
use crate::concerning::{Concern, Concerning, Recording, Said};
use crate::difference::{Answered, Change};
use crate::entry::Entry;
use crate::party::PartyCode;
use crate::record::{KnownAt, Record};
use crate::state::StateRecord;
use crate::status::Status;
use crate::treaty::TreatyId;

/// The history of an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History<'a> {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party whose part in it is asked about; `None`: the treaty itself.
    pub party: Option<PartyCode>,
    /// The day asked about, the same throughout: only what is known of it varies.
    pub as_at: AsAt,
    /// The steps, in the order of recording.
    pub steps: Vec<Step<'a>>,
    /// The answer when everything is known.
    pub answer: Answered,
}

/// What was recorded in one moment, and the answer before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step<'a> {
    /// When it was recorded.
    pub recorded: DateOfKnowledge,
    /// Who recorded it.
    pub recorder: &'a str,
    /// What was recorded of the very thing asked about.
    pub itself: Vec<Recording<'a>>,
    /// What else was recorded with it that the answer rests on.
    pub besides: Vec<Recording<'a>>,
    /// The answer before.
    pub before: Answered,
    /// The answer after.
    pub after: Answered,
}

impl<'a> History<'a> {
    /// How the answer about a treaty, or about a party's part in it, came to be what it is. Entries are in the order of
    /// their numbers.
    ///
    /// A step is shown when the answer changed, and also when it did not although an entry about the very thing was
    /// corrected; for a party, whenever anything was recorded of it.
    #[must_use]
    pub fn of(entries: &'a [Entry], treaty: &'a TreatyId, party: Option<PartyCode>, as_at: AsAt) -> Self {
        let question = Question { treaty, party, as_at };
        let concerned = question.concerned(entries);
        let (mut steps, mut answer, mut known) = (Vec::new(), Answered::default(), 0);
        for moment in concerned.chunk_by(|(one, _), (other, _)| recorded_together(one.entry, other.entry)) {
            known += moment.len();
            let after = question.answer(&concerned[..known]);
            let before = std::mem::replace(&mut answer, after.clone());
            steps.extend(Step::of(moment, before, after).filter(|step| question.is_worth_showing(step)));
        }
        Self { treaty: treaty.clone(), party, as_at, steps, answer }
    }
}

impl<'a> Step<'a> {
    fn of(moment: &[(Recording<'a>, Concern)], before: Answered, after: Answered) -> Option<Self> {
        let Entry { recorded, recorder, .. } = moment.first()?.0.entry;
        let (itself, besides): (Vec<_>, Vec<_>) = moment.iter().partition(|(_, concern)| *concern == Concern::Itself);
        let recordings = |some: Vec<(Recording<'a>, Concern)>| some.into_iter().map(|(one, _)| one).collect();
        let (itself, besides) = (recordings(itself), recordings(besides));
        Some(Self { recorded: *recorded, recorder, itself, besides, before, after })
    }

    /// What changed in the answer; nothing, where something was recorded that makes no difference to it.
    #[must_use]
    pub fn changes(&self) -> Vec<Change> {
        self.before.changes_to(&self.after)
    }

    /// The first and the last entry of the step that bear on the answer.
    #[must_use]
    pub fn entries(&self) -> (u64, u64) {
        let numbers = || self.itself.iter().chain(&self.besides).map(|recording| recording.entry.number);
        (numbers().min().unwrap_or_default(), numbers().max().unwrap_or_default())
    }
}

fn recorded_together(one: &Entry, other: &Entry) -> bool {
    one.recorded == other.recorded && one.recorder == other.recorder
}

/// A question that can be asked of a record again and again.
#[derive(Debug, Clone, Copy)]
struct Question<'a> {
    treaty: &'a TreatyId,
    party: Option<PartyCode>,
    as_at: AsAt,
}

impl<'a> Question<'a> {
    /// The entries that bear on the answer, and how.
    fn concerned(self, entries: &'a [Entry]) -> Vec<(Recording<'a>, Concern)> {
        let said = Said::of(entries);
        let recordings: Vec<Recording<'a>> = entries.iter().map(|entry| said.recording(entry)).collect();
        let concerning = Concerning::of(&recordings, self.treaty, self.party);
        recordings.into_iter().filter_map(|one| Some((one, concerning.concern(&one)?))).collect()
    }

    /// The answer, when no more than this is known. Only what bears on it is put in order again at each step, so that
    /// the length of a history depends on its own entries and not on the register's.
    fn answer(self, known: &[(Recording<'a>, Concern)]) -> Answered {
        let record = Record::of(known.iter().map(|(recording, _)| recording.entry.clone()), KnownAt::Everything);
        let Some(treaty) = record.treaty_by_id(self.treaty) else { return Answered::default() };
        let Some(code) = self.party else { return Answered::of_treaty(&Status::of(treaty, &record, self.as_at)) };
        let Some(party) = record.parties.by_code(code) else { return Answered::default() };
        let state = StateRecord::of(party, &record, self.as_at);
        let part = state.treaties.iter().find(|(treaty, _)| treaty.treaty == *self.treaty);
        part.map(|(_, part)| Answered::of_part(part)).unwrap_or_default()
    }

    fn is_worth_showing(self, step: &Step<'_>) -> bool {
        let touches = if self.party.is_some() {
            !step.itself.is_empty()
        } else {
            step.itself.iter().any(Recording::is_correction)
        };
        touches || !step.changes().is_empty()
    }
}
