//! A condition: tallies, alone or combined, in the shape of the treaty's clause.

use super::Counting;
use super::tally::Tally;
use crate::act::Action;
use crate::calendar::DateOfAct;
use crate::final_clauses::Trigger;
use crate::reason::{Reason, Reasons};
use crate::record::{Deposit, Record, RecordedAct};

/// A condition with its tallies.
pub(super) enum Condition<'a> {
    One(Tally<'a>),
    All(Vec<Condition<'a>>),
    Any(Vec<Condition<'a>>),
}

impl<'a> Condition<'a> {
    pub(super) fn of(trigger: &'a Trigger, counting: &Counting<'a>) -> Self {
        let several = |several: &'a [Trigger]| {
            // That another treaty is in force is no part of the count: it sets a floor under the result.
            let counted = several.iter().filter(|one| !matches!(one, Trigger::InForce(_)));
            counted.map(|one| Self::of(one, counting)).collect()
        };
        match trigger {
            Trigger::All(all) => Self::All(several(all)),
            Trigger::Any(any) => Self::Any(several(any)),
            Trigger::InForce(_) => Self::All(Vec::new()),
            one => Self::One(Tally::of(one, counting)),
        }
    }

    pub(super) fn take(&mut self, deposit: &Deposit) {
        match self {
            Self::One(tally) => tally.take(deposit),
            Self::All(several) | Self::Any(several) => several.iter_mut().for_each(|one| one.take(deposit)),
        }
    }

    pub(super) fn give_back(&mut self, deposit: &Deposit) {
        match self {
            Self::One(tally) => tally.give_back(deposit),
            Self::All(several) | Self::Any(several) => several.iter_mut().for_each(|one| one.give_back(deposit)),
        }
    }

    pub(super) fn is_met(&self, day: DateOfAct) -> bool {
        match self {
            Self::One(tally) => tally.is_met(day),
            Self::All(all) => all.iter().all(|one| one.is_met(day)),
            Self::Any(any) => any.iter().any(|one| one.is_met(day)),
        }
    }

    pub(super) fn remaining(&self) -> u16 {
        match self {
            Self::One(tally) => tally.remaining(),
            Self::All(all) => all.iter().map(Self::remaining).max().unwrap_or(0),
            Self::Any(any) => any.iter().map(Self::remaining).min().unwrap_or(0),
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
        }
    }
}

/// Whether any part of a condition counts acts of that kind.
pub(super) fn counts(trigger: &Trigger, action: Action) -> bool {
    match trigger {
        Trigger::Instruments(needed) => needed.counts(action),
        Trigger::InForce(_) => false,
        Trigger::All(several) | Trigger::Any(several) => several.iter().any(|one| counts(one, action)),
        Trigger::Every(_) | Trigger::Share(_) | Trigger::Fraction(_) => action.expresses_consent(),
    }
}
