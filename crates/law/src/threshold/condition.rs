//! A condition: tallies, alone or combined, in the shape of the treaty's clause.

use super::Counting;
use super::tally::Tally;
use crate::act::Action;
use crate::calendar::DateOfAct;
use crate::entry_into_force::in_force_of;
use crate::final_clauses::Trigger;
use crate::reason::{Reason, Reasons};
use crate::record::{Deposit, Record, RecordedAct};

/// A condition with its tallies.
pub(super) enum Condition<'a> {
    One(Tally<'a>),
    All(Vec<Condition<'a>>),
    Any(Vec<Condition<'a>>),
    /// Another treaty is in force since that day.
    Since(Option<DateOfAct>),
}

impl<'a> Condition<'a> {
    pub(super) fn of(trigger: &'a Trigger, counting: &Counting<'a>) -> Self {
        match trigger {
            Trigger::All(all) => {
                // That another treaty is in force is no part of the count: it sets a floor under the result.
                let counted = all.iter().filter(|one| !matches!(one, Trigger::InForce(_)));
                Self::All(counted.map(|one| Self::of(one, counting)).collect())
            }
            Trigger::Any(any) => Self::Any(any.iter().map(|one| Self::of(one, counting)).collect()),
            Trigger::InForce(other) => {
                let since = in_force_of(other, counting.record, counting.as_at);
                Self::Since(since.map(|day| DateOfAct::new(day.day())))
            }
            one => Self::One(Tally::of(one, counting)),
        }
    }

    /// Days on which it may come to be met without any deposit.
    pub(super) fn days(&self) -> Vec<DateOfAct> {
        match self {
            Self::One(tally) => tally.days(),
            Self::All(several) | Self::Any(several) => several.iter().flat_map(Self::days).collect(),
            Self::Since(day) => day.iter().copied().collect(),
        }
    }

    pub(super) fn take(&mut self, deposit: &Deposit) {
        match self {
            Self::One(tally) => tally.take(deposit),
            Self::All(several) | Self::Any(several) => several.iter_mut().for_each(|one| one.take(deposit)),
            Self::Since(_) => {}
        }
    }

    pub(super) fn give_back(&mut self, deposit: &Deposit) {
        match self {
            Self::One(tally) => tally.give_back(deposit),
            Self::All(several) | Self::Any(several) => several.iter_mut().for_each(|one| one.give_back(deposit)),
            Self::Since(_) => {}
        }
    }

    pub(super) fn is_met(&self, day: DateOfAct) -> bool {
        match self {
            Self::One(tally) => tally.is_met(day),
            Self::All(all) => all.iter().all(|one| one.is_met(day)),
            Self::Any(any) => any.iter().any(|one| one.is_met(day)),
            Self::Since(since) => since.is_some_and(|since| since <= day),
        }
    }

    pub(super) fn remaining(&self, day: DateOfAct) -> u16 {
        match self {
            Self::One(tally) => tally.remaining(day),
            Self::All(all) => all.iter().map(|one| one.remaining(day)).max().unwrap_or(0),
            Self::Any(any) => any.iter().map(|one| one.remaining(day)).min().unwrap_or(0),
            Self::Since(_) => 0,
        }
    }

    pub(super) fn explain(
        &self,
        article: &str,
        counted: &[&RecordedAct],
        day: DateOfAct,
        record: &Record,
        reasons: &mut impl Reasons,
    ) {
        match self {
            Self::One(tally) => reasons.give(|| tally.reason(article, counted, day, record)),
            Self::All(several) | Self::Any(several) => {
                if matches!(self, Self::Any(_)) {
                    reasons.give(|| Reason::WhicheverFirst { article: article.to_owned() });
                }
                for one in several {
                    one.explain(article, counted, day, record, reasons);
                }
            }
            // The subject clause is explained with the floors.
            Self::Since(_) => {}
        }
    }
}

/// Whether any part of a condition counts acts of that kind.
pub(super) fn counts(trigger: &Trigger, action: Action) -> bool {
    match trigger {
        Trigger::Instruments(needed) => needed.counts(action),
        Trigger::InForce(_) | Trigger::DeemedAccepted(_) => false,
        Trigger::All(several) | Trigger::Any(several) => several.iter().any(|one| counts(one, action)),
        Trigger::Every(_) | Trigger::Share(_) | Trigger::Fraction(_) => action.expresses_consent(),
    }
}
