//! The day on which a treaty's condition for entry into force was met.
//!
//! The acts are gone through day by day. Instruments of one day have no order among themselves, so a condition is looked at
//! when a day is over, and the threshold is a day with a set of instruments, never one instrument.

mod tally;

use std::collections::BTreeSet;

use crate::act::Action;
use crate::calendar::{AsAt, Date, DateOfAct};
use crate::consent::PartyHistory;
use crate::final_clauses::{EntryIntoForceClause, Organizations, Trigger};
use crate::party::{PartyIndex, PartyKind};
use crate::reason::{Instrument, Reason, Reasons, WhyLeftOut};
use crate::record::{Record, RecordedAct, TreatyRecord};
use crate::treaty::TreatyId;

use tally::Tally;

/// Whether and when a condition was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Threshold {
    /// The day on which it was met.
    pub(crate) reached: Option<DateOfAct>,
    /// How many instruments are still needed, by the condition that needs most.
    pub(crate) remaining: u16,
}

impl Threshold {
    /// Goes through the acts done by the day asked about.
    pub(crate) fn of(
        clause: &EntryIntoForceClause,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let deposits = Deposits::of(clause, treaty, record, as_at);
        let mut condition = Condition::of(&clause.when, treaty, record, as_at, &deposits);
        let reached = condition.first_day_met(&deposits);
        condition.explain(clause, &deposits, reached, as_at, record, reasons);
        Self { reached, remaining: if reached.is_some() { 0 } else { condition.remaining() } }
    }
}

/// The other treaties that must be in force: a treaty subject to another's entry into force is not in force before it.
pub(crate) fn subject_to(trigger: &Trigger) -> Vec<&TreatyId> {
    match trigger {
        Trigger::InForce(treaty) => vec![treaty],
        Trigger::All(all) => all.iter().flat_map(subject_to).collect(),
        _ => Vec::new(),
    }
}

/// An instrument on deposit, until it was withdrawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Deposit<'a> {
    pub(crate) act: &'a RecordedAct,
    pub(crate) withdrawn: Option<DateOfAct>,
}

/// The instruments that may count, by day; what may not; and who has signed.
pub(crate) struct Deposits<'a> {
    by_day: Vec<Deposit<'a>>,
    left_out: Vec<(&'a RecordedAct, WhyLeftOut)>,
    pub(crate) signatories: BTreeSet<PartyIndex>,
}

impl<'a> Deposits<'a> {
    fn of(clause: &EntryIntoForceClause, treaty: &'a TreatyRecord, record: &Record, as_at: AsAt) -> Self {
        let mut deposits = Self { by_day: Vec::new(), left_out: Vec::new(), signatories: BTreeSet::new() };
        for history in treaty.by_party().filter_map(|acts| PartyHistory::of(acts, as_at)) {
            let reported = history.reported.iter().filter(|act| act.action.expresses_consent());
            deposits.left_out.extend(reported.map(|act| (*act, WhyLeftOut::Reported)));
            if history.signature.is_some() {
                deposits.signatories.insert(history.party);
            }
            for tenure in &history.tenures {
                let withdrawn = tenure.withdrawal.map(RecordedAct::counts_from);
                match why_not(clause, record, tenure.consent) {
                    Some(why) => deposits.left_out.push((tenure.consent, why)),
                    None => deposits.by_day.push(Deposit { act: tenure.consent, withdrawn }),
                }
            }
        }
        deposits.by_day.sort_by_key(|deposit| deposit.act.counts_from());
        deposits
    }

    /// The days on which something changed, in order.
    fn days(&self) -> BTreeSet<Date> {
        let deposited = self.by_day.iter().map(|deposit| deposit.act.counts_from().day());
        deposited.chain(self.by_day.iter().filter_map(|deposit| deposit.withdrawn.map(DateOfAct::day))).collect()
    }
}

fn why_not(clause: &EntryIntoForceClause, record: &Record, act: &RecordedAct) -> Option<WhyLeftOut> {
    let organization = record.parties[act.party].kind == PartyKind::Organization;
    if organization && clause.organizations == Organizations::NotCounted {
        Some(WhyLeftOut::Organization)
    } else if !any_counts(&clause.when, act.action) {
        Some(WhyLeftOut::OtherKind)
    } else {
        None
    }
}

/// Whether any part of a condition counts acts of that kind.
fn any_counts(trigger: &Trigger, action: Action) -> bool {
    match trigger {
        Trigger::Instruments(needed) => needed.counts(action),
        Trigger::InForce(_) => false,
        Trigger::All(several) | Trigger::Any(several) => several.iter().any(|one| any_counts(one, action)),
        Trigger::Every(_) | Trigger::Share(_) | Trigger::Fraction(_) => action.expresses_consent(),
    }
}

/// A condition with its tallies, in the shape of the trigger.
enum Condition<'a> {
    One(Box<Tally<'a>>),
    All(Vec<Condition<'a>>),
    Any(Vec<Condition<'a>>),
}

impl<'a> Condition<'a> {
    fn of(
        trigger: &'a Trigger,
        treaty: &'a TreatyRecord,
        record: &Record,
        as_at: AsAt,
        deposits: &Deposits<'_>,
    ) -> Self {
        let several = |several: &'a [Trigger]| {
            // That another treaty is in force is no part of the count: it sets a floor under the result.
            let counted = several.iter().filter(|one| !matches!(one, Trigger::InForce(_)));
            counted.map(|one| Self::of(one, treaty, record, as_at, deposits)).collect()
        };
        match trigger {
            Trigger::All(all) => Self::All(several(all)),
            Trigger::Any(any) => Self::Any(several(any)),
            Trigger::InForce(_) => Self::All(Vec::new()),
            one => Self::One(Box::new(Tally::of(one, treaty, record, as_at, deposits))),
        }
    }

    fn first_day_met(&mut self, deposits: &Deposits<'_>) -> Option<DateOfAct> {
        let mut next = deposits.by_day.iter().peekable();
        let mut standing: Vec<&Deposit<'_>> = Vec::new();
        for day in deposits.days() {
            let day = DateOfAct::new(day);
            while let Some(deposit) = next.next_if(|deposit| deposit.act.counts_from() <= day) {
                self.take(deposit);
                if deposit.withdrawn.is_some() {
                    standing.push(deposit);
                }
            }
            standing.retain(|deposit| {
                let gone = deposit.withdrawn.is_some_and(|withdrawn| withdrawn <= day);
                if gone {
                    self.give_back(deposit);
                }
                !gone
            });
            if self.is_met(day) {
                return Some(day);
            }
        }
        None
    }

    fn each(&mut self, act: &mut impl FnMut(&mut Tally<'a>)) {
        match self {
            Self::One(tally) => act(tally),
            Self::All(several) | Self::Any(several) => several.iter_mut().for_each(|one| one.each(act)),
        }
    }

    fn take(&mut self, deposit: &Deposit<'_>) {
        self.each(&mut |tally| tally.take(deposit.act));
    }

    fn give_back(&mut self, deposit: &Deposit<'_>) {
        self.each(&mut |tally| tally.give_back(deposit.act));
    }

    fn is_met(&self, day: DateOfAct) -> bool {
        match self {
            Self::One(tally) => tally.is_met(day),
            Self::All(all) => all.iter().all(|one| one.is_met(day)),
            Self::Any(any) => any.iter().any(|one| one.is_met(day)),
        }
    }

    fn remaining(&self) -> u16 {
        match self {
            Self::One(tally) => tally.remaining(),
            Self::All(all) => all.iter().map(Self::remaining).max().unwrap_or(0),
            Self::Any(any) => any.iter().map(Self::remaining).min().unwrap_or(0),
        }
    }

    fn explain(
        &self,
        clause: &EntryIntoForceClause,
        deposits: &Deposits<'_>,
        reached: Option<DateOfAct>,
        as_at: AsAt,
        record: &Record,
        reasons: &mut impl Reasons,
    ) {
        let closed = reached.unwrap_or_else(|| DateOfAct::new(as_at.day()));
        let by_then: Vec<&Deposit<'_>> =
            deposits.by_day.iter().filter(|deposit| deposit.act.counts_from() <= closed).collect();
        let stands = |deposit: &&&Deposit<'_>| deposit.withdrawn.is_none_or(|withdrawn| withdrawn > closed);
        let counted: Vec<&RecordedAct> = by_then.iter().filter(stands).map(|deposit| deposit.act).collect();
        self.explain_tallies(clause, &counted, closed, record, reasons);
        if let Some(on) = reached {
            reasons.give(|| reached_on(on, &counted, record));
        }
        let withdrawn =
            by_then.iter().filter(|deposit| !stands(deposit)).map(|deposit| (deposit.act, WhyLeftOut::Withdrawn));
        let left_out = deposits.left_out.iter().copied().filter(|(act, _)| act.counts_from() <= closed);
        for (act, why) in left_out.chain(withdrawn) {
            reasons.give(|| Reason::LeftOut { instrument: Instrument::of(act, record), why });
        }
    }

    fn explain_tallies(
        &self,
        clause: &EntryIntoForceClause,
        counted: &[&RecordedAct],
        day: DateOfAct,
        record: &Record,
        reasons: &mut impl Reasons,
    ) {
        match self {
            Self::One(tally) => reasons.give(|| tally.reason(&clause.article, counted, day, record)),
            Self::All(several) | Self::Any(several) => {
                if matches!(self, Self::Any(_)) {
                    reasons.give(|| Reason::WhicheverFirst { article: clause.article.clone() });
                }
                for one in several {
                    one.explain_tallies(clause, counted, day, record, reasons);
                }
            }
        }
    }
}

fn reached_on(on: DateOfAct, counted: &[&RecordedAct], record: &Record) -> Reason {
    let same_day = counted.iter().filter(|act| act.counts_from() == on);
    let mut instruments: Vec<Instrument> = same_day.map(|act| Instrument::of(act, record)).collect();
    instruments.sort();
    let last = counted.len();
    Reason::Reached { on, places: ((last + 1).saturating_sub(instruments.len().max(1)), last), instruments }
}
