//! The day on which a treaty's condition for entry into force was met.
//!
//! The instruments are gone through day by day. Those of one day have no order among themselves, so a condition is looked
//! at when a day is over, and the threshold is a day with a set of instruments, never one instrument.

mod condition;
mod tally;

use crate::calendar::{AsAt, DateOfAct};
use crate::final_clauses::{EntryIntoForceClause, Organizations, Trigger};
use crate::reason::{Instrument, Reason, Reasons, WhyLeftOut};
use crate::record::{Deposit, Record, RecordedAct, TreatyRecord};
use crate::treaty::TreatyId;

use condition::Condition;

/// Whether and when a condition was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Threshold {
    /// The day on which it was met.
    pub(crate) reached: Option<DateOfAct>,
    /// How many instruments are still needed, by the condition that needs most.
    pub(crate) remaining: u16,
}

impl Threshold {
    /// Goes through the instruments deposited by the day asked about.
    pub(crate) fn of(
        clause: &EntryIntoForceClause,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let by_then = treaty.deposits.partition_point(|deposit| as_at.follows(deposit.on));
        let counting = Counting { clause, treaty, record, as_at, deposits: &treaty.deposits[..by_then] };
        let mut condition = Condition::of(&clause.when, &counting);
        let reached = counting.first_day_met(&mut condition);
        counting.explain(&condition, reached, reasons);
        Self {
            reached,
            remaining: if reached.is_some() { 0 } else { condition.remaining(DateOfAct::new(as_at.day())) },
        }
    }
}

/// The other treaties that must be in force: a treaty subject to another's entry into force is not in force before it.
pub(crate) fn subject_to(trigger: &Trigger) -> Vec<&TreatyId> {
    match trigger {
        Trigger::InForce(treaty) => vec![treaty],
        Trigger::All(all) => {
            let mut others: Vec<&TreatyId> = all.iter().flat_map(subject_to).collect();
            others.sort();
            others.dedup();
            others
        }
        _ => Vec::new(),
    }
}

/// One count: of which treaty, by which clause, up to which day.
pub(crate) struct Counting<'a> {
    clause: &'a EntryIntoForceClause,
    treaty: &'a TreatyRecord,
    record: &'a Record,
    as_at: AsAt,
    /// The instruments deposited by the day asked about, in order of day.
    deposits: &'a [Deposit],
}

impl<'a> Counting<'a> {
    fn act(&self, deposit: &Deposit) -> &'a RecordedAct {
        &self.treaty.acts[deposit.act as usize]
    }

    /// When an instrument was withdrawn, if that had happened by the day asked about.
    fn withdrawn(&self, deposit: &Deposit) -> Option<DateOfAct> {
        deposit.withdrawn.filter(|withdrawn| self.as_at.follows(*withdrawn))
    }

    fn first_day_met(&self, condition: &mut Condition<'_>) -> Option<DateOfAct> {
        let mut gone = self.withdrawals().into_iter().peekable();
        let mut next = self.deposits.iter().peekable();
        let mut others: Vec<DateOfAct> = condition.days().into_iter().filter(|day| self.as_at.follows(*day)).collect();
        others.sort_unstable();
        let mut others = others.into_iter().peekable();
        loop {
            let deposited = next.peek().map(|deposit| deposit.on);
            let withdrawn = gone.peek().map(|(day, _)| *day);
            let day = [deposited, withdrawn, others.peek().copied()].into_iter().flatten().min()?;
            others.next_if(|other| *other == day);
            while let Some(deposit) = next.next_if(|deposit| deposit.on == day) {
                if self.may_count(deposit) {
                    condition.take(deposit);
                }
            }
            while let Some((_, deposit)) = gone.next_if(|(withdrawn, _)| *withdrawn == day) {
                condition.give_back(deposit);
            }
            if condition.is_met(day) {
                return Some(day);
            }
        }
    }

    /// The instruments withdrawn by the day asked about, by day of withdrawal.
    fn withdrawals(&self) -> Vec<(DateOfAct, &'a Deposit)> {
        if !self.treaty.any_withdrawn {
            return Vec::new();
        }
        let withdrawn = |deposit: &'a Deposit| Some((self.withdrawn(deposit)?, deposit));
        let counted = self.deposits.iter().filter(|deposit| self.may_count(deposit));
        let mut withdrawals: Vec<(DateOfAct, &Deposit)> = counted.filter_map(withdrawn).collect();
        withdrawals.sort_by_key(|(day, _)| *day);
        withdrawals
    }

    fn may_count(&self, deposit: &Deposit) -> bool {
        !deposit.by_organization || self.clause.organizations == Organizations::Counted
    }

    fn explain(&self, condition: &Condition<'_>, reached: Option<DateOfAct>, reasons: &mut impl Reasons) {
        if !reasons.are_asked_for() {
            return;
        }
        let closed = reached.unwrap_or_else(|| DateOfAct::new(self.as_at.day()));
        let sorted = self.sorted_out(closed);
        condition.explain(&self.clause.article, &sorted.counted, closed, self.record, reasons);
        if let Some(on) = reached {
            reasons.give(|| self.reached_on(on, &sorted.counted));
        }
        for (act, why) in &sorted.left_out {
            reasons.give(|| Reason::LeftOut { instrument: Instrument::of(act, self.record), why: *why });
        }
    }

    /// What counted by the end of a day, and what did not, and why.
    fn sorted_out(&self, closed: DateOfAct) -> SortedOut<'a> {
        let mut sorted = SortedOut { counted: Vec::new(), left_out: Vec::new() };
        for deposit in self.deposits.iter().filter(|deposit| deposit.on <= closed) {
            let act = self.act(deposit);
            match self.why_not(deposit, closed) {
                Some(why) => sorted.left_out.push((act, why)),
                None => sorted.counted.push(act),
            }
        }
        let reported = self
            .treaty
            .acts
            .iter()
            .filter(|act| !act.standing.counts() && act.action.expresses_consent() && act.counts_from() <= closed);
        sorted.left_out.extend(reported.map(|act| (act, WhyLeftOut::Reported)));
        sorted
    }

    fn why_not(&self, deposit: &Deposit, closed: DateOfAct) -> Option<WhyLeftOut> {
        if !self.may_count(deposit) {
            Some(WhyLeftOut::Organization)
        } else if !condition::counts(&self.clause.when, deposit.action) {
            Some(WhyLeftOut::OtherKind)
        } else if self.withdrawn(deposit).is_some_and(|withdrawn| withdrawn <= closed) {
            Some(WhyLeftOut::Withdrawn)
        } else {
            None
        }
    }

    fn reached_on(&self, on: DateOfAct, counted: &[&RecordedAct]) -> Reason {
        let same_day = counted.iter().filter(|act| act.counts_from() == on);
        let mut instruments: Vec<Instrument> = same_day.map(|act| Instrument::of(act, self.record)).collect();
        instruments.sort();
        let last = counted.len();
        Reason::Reached { on, places: ((last + 1).saturating_sub(instruments.len().max(1)), last), instruments }
    }
}

/// Instruments that counted and instruments that did not.
struct SortedOut<'a> {
    counted: Vec<&'a RecordedAct>,
    left_out: Vec<(&'a RecordedAct, WhyLeftOut)>,
}
