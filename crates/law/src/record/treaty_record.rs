//! A treaty with everything recorded about it.

use crate::act::{Action, DayOfAct, Standing};
use crate::calendar::{AsAt, Date, DateOfAct, DateOfEffect};
use crate::consent::PartyHistory;
use crate::decision::Decision;
use crate::party::{Parties, PartyIndex, PartyKind};
use crate::rectification::Rectification;
use crate::treaty::Treaty;

/// One act as the law sees it: small, in order, with the number of its entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RecordedAct {
    /// The entry that recorded it.
    pub entry: u64,
    /// Whose act.
    pub party: PartyIndex,
    /// What was done.
    pub action: Action,
    /// On whose word.
    pub standing: Standing,
    /// The day.
    pub date: DayOfAct,
    /// The day of effect that the act or the depositary names; for a succession that names none, the day on which the
    /// successor State came into being.
    pub effective: Option<DateOfEffect>,
    /// The day of receipt, where it is another.
    pub received: Option<DateOfAct>,
}

impl RecordedAct {
    /// The day from which the act counts: that of receipt, where the depositary received the paper later.
    #[must_use]
    pub fn counts_from(&self) -> DateOfAct {
        self.received.unwrap_or_else(|| self.date.at_latest())
    }

    /// The day from which the act matters in law. A successor State is bound from the date of succession, though it says so
    /// only later: looking back, it was bound on every day since.
    #[must_use]
    pub fn matters_from(&self) -> DateOfAct {
        match self.effective {
            Some(effective) if self.action == Action::Succession => {
                self.counts_from().min(DateOfAct::new(effective.day()))
            }
            _ => self.counts_from(),
        }
    }
}

/// An instrument on deposit, by its place among a treaty's acts, and when it was withdrawn before it took effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Deposit {
    pub(crate) on: DateOfAct,
    pub(crate) act: u32,
    pub(crate) party: PartyIndex,
    pub(crate) action: Action,
    /// Whether it is an organization's.
    pub(crate) by_organization: bool,
    /// Whether the same party's earlier instrument had been counted: one party counts once.
    pub(crate) again: bool,
    pub(crate) withdrawn: Option<DateOfAct>,
}

/// A decision of the depositary, with its entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordedDecision {
    /// The entry.
    pub entry: u64,
    /// For which party; `None`: for the treaty itself.
    pub party: Option<PartyIndex>,
    /// The decision.
    pub decision: Decision,
    /// The papers that it rests on.
    pub sources: Vec<String>,
}

/// A treaty with everything recorded about it.
#[derive(Debug, Clone)]
pub struct TreatyRecord {
    /// The treaty and its final clauses.
    pub treaty: Treaty,
    /// The entry that recorded them.
    pub entry: u64,
    /// The acts, by party and then by day.
    pub acts: Vec<RecordedAct>,
    /// The instruments on the depositary's record, by day: what a threshold is counted from.
    pub(crate) deposits: Vec<Deposit>,
    /// Whether any of them was withdrawn before it took effect.
    pub(crate) any_withdrawn: bool,
    /// The depositary's decisions, in the order of recording.
    pub decisions: Vec<RecordedDecision>,
    /// The papers by which the depositary rectified something recorded about it, in the order of recording.
    pub rectifications: Vec<Rectification>,
}

impl TreatyRecord {
    /// Puts the acts in order, and the instruments among them by day.
    pub(super) fn put_in_order(&mut self, parties: &Parties) {
        for act in self.acts.iter_mut().filter(|act| act.action == Action::Succession && act.effective.is_none()) {
            act.effective = parties[act.party].existed.and_then(|span| span.from).map(DateOfEffect::new);
        }
        self.acts.sort_unstable_by_key(|act| {
            (
                act.party,
                act.matters_from(),
                act.action.place_in_a_day(),
                act.action,
                act.standing,
                act.date,
                act.effective,
                parties[act.party].code,
            )
        });
        self.deposits.clear();
        let mut start = 0_u32;
        for acts in self.acts.chunk_by(|one, other| one.party == other.party) {
            let place = |act: &RecordedAct| start + u32::try_from(position(acts, act)).unwrap_or(u32::MAX);
            let history = PartyHistory::of(acts, AsAt::new(Date::MAX));
            let tenures = history.iter().flat_map(|history| &history.tenures);
            let mut again = false;
            for tenure in tenures {
                self.deposits.push(Deposit {
                    on: tenure.consent.counts_from(),
                    act: place(tenure.consent),
                    party: tenure.consent.party,
                    action: tenure.consent.action,
                    by_organization: parties[tenure.consent.party].kind == PartyKind::Organization,
                    again,
                    withdrawn: tenure.withdrawal.map(RecordedAct::counts_from),
                });
                again |= tenure.withdrawal.is_none();
            }
            start += u32::try_from(acts.len()).unwrap_or(u32::MAX);
        }
        self.deposits.sort_by_key(|deposit| deposit.on);
        self.any_withdrawn = self.deposits.iter().any(|deposit| deposit.withdrawn.is_some());
    }

    /// The acts of each party in turn, by day.
    pub fn by_party(&self) -> impl Iterator<Item = &[RecordedAct]> {
        self.acts.chunk_by(|one, other| one.party == other.party)
    }

    /// The acts of one party, by day.
    #[must_use]
    pub fn acts_of(&self, party: PartyIndex) -> &[RecordedAct] {
        let start = self.acts.partition_point(|act| act.party < party);
        let end = self.acts.partition_point(|act| act.party <= party);
        &self.acts[start..end]
    }

    /// The depositary's latest decision for a party (or, without one, for the treaty) taken by that day.
    #[must_use]
    pub fn decision(&self, party: Option<PartyIndex>, as_at: AsAt) -> Option<&RecordedDecision> {
        let applies = |decided: &&RecordedDecision| {
            decided.decision.provision.is_none() && decided.party == party && as_at.follows(decided.decision.date)
        };
        self.decisions.iter().rfind(applies)
    }

    /// The depositary's latest decision on an article that comes into force by declarations of its own, taken by that day.
    #[must_use]
    pub fn decision_on(&self, provision: &str, as_at: AsAt) -> Option<&RecordedDecision> {
        let on_it = |decided: &&RecordedDecision| {
            decided.decision.provision.as_deref() == Some(provision) && as_at.follows(decided.decision.date)
        };
        self.decisions.iter().rfind(on_it)
    }
}

/// The place of an act in the slice that it is borrowed from.
fn position(acts: &[RecordedAct], act: &RecordedAct) -> usize {
    acts.iter().position(|other| std::ptr::eq(other, act)).unwrap_or_default()
}
