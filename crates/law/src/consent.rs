//! A party's consent to be bound, through time: signed, bound, withdrawn, denounced, bound again.

use crate::act::Action;
use crate::calendar::AsAt;
use crate::party::PartyIndex;
use crate::record::RecordedAct;

/// One time of being bound: from an instrument to its withdrawal, or to a denunciation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tenure<'a> {
    /// The act that expressed consent.
    pub consent: &'a RecordedAct,
    /// The withdrawal of the instrument before it took effect.
    pub withdrawal: Option<&'a RecordedAct>,
    /// The notice of denunciation, unless it was withdrawn in time.
    pub denunciation: Option<&'a RecordedAct>,
}

/// What one party has done by a certain day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyHistory<'a> {
    /// The party.
    pub party: PartyIndex,
    /// Its signature, or succession to one.
    pub signature: Option<&'a RecordedAct>,
    /// Its times of being bound, oldest first.
    pub tenures: Vec<Tenure<'a>>,
    /// Its notification of provisional application.
    pub provisional: Option<&'a RecordedAct>,
    /// What was merely reported of it.
    pub reported: Vec<&'a RecordedAct>,
}

impl<'a> PartyHistory<'a> {
    /// Reads the acts of one party, in order of their days, up to the day asked about. `None` when it had done nothing
    /// by then.
    #[must_use]
    pub fn of(acts: &'a [RecordedAct], as_at: AsAt) -> Option<Self> {
        let mut done = acts.iter().filter(|act| as_at.follows(act.matters_from())).peekable();
        let party = done.peek()?.party;
        let mut history = Self { party, signature: None, tenures: Vec::new(), provisional: None, reported: Vec::new() };
        for act in done {
            if act.standing.counts() {
                history.take(act);
            } else {
                history.reported.push(act);
            }
        }
        Some(history)
    }

    fn take(&mut self, act: &'a RecordedAct) {
        if act.action.signs() && self.signature.is_none() {
            self.signature = Some(act);
        }
        if act.action.expresses_consent() && !self.is_bound() {
            self.tenures.push(Tenure { consent: act, withdrawal: None, denunciation: None });
        }
        let last = self.tenures.last_mut();
        match (act.action, last) {
            (Action::WithdrawalOfInstrument, Some(tenure)) => tenure.withdrawal = Some(act),
            (Action::Denunciation, Some(tenure)) => tenure.denunciation = Some(act),
            (Action::WithdrawalOfDenunciation, Some(tenure)) => tenure.denunciation = None,
            (Action::ProvisionalApplication, _) => self.provisional = Some(act),
            _ => {}
        }
    }

    /// The time of being bound that the party is in, or was in last.
    #[must_use]
    pub fn last(&self) -> Option<&Tenure<'a>> {
        self.tenures.last()
    }

    /// Whether an instrument stands that was neither withdrawn nor denounced.
    #[must_use]
    pub fn is_bound(&self) -> bool {
        self.last().is_some_and(|tenure| tenure.withdrawal.is_none() && tenure.denunciation.is_none())
    }
}
