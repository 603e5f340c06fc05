//! Relations under a treaty that works pair by pair: consent has effect only towards those that accept it, or that do not
//! object to it.

use super::Member;
use super::between::NotInForce;
use crate::act::Action;
use crate::calendar::{DateOfEffect, Delay, MonthEnd, Wording};
use crate::final_clauses::{Effective, PairsClause, ReservationRules};
use crate::party::{PartyCode, PartyIndex};
use crate::record::{Kept, TreatyRecord};
use crate::reservation::Statements;
use crate::statement::{Statement, StatementKind};

/// Who has accepted, or objected to, whose consent.
#[derive(Debug, Clone)]
pub(super) struct Relations<'a> {
    clause: &'a PairsClause,
    month_end: MonthEnd,
    /// By author and by the State whose consent it is.
    said: Vec<(PartyCode, PartyCode, &'a Kept<Statement>)>,
    /// Those whose consent needs it.
    needing: Vec<PartyIndex>,
}

impl<'a> Relations<'a> {
    /// Those of a treaty whose file has a clause on pairs.
    pub(super) fn of(treaty: &'a TreatyRecord, statements: &Statements<'a>) -> Option<Self> {
        let clause = treaty.treaty.pairs.as_ref()?;
        let wanted = match clause.effective {
            Effective::WhenAccepted => StatementKind::Acceptance,
            Effective::UnlessObjectedTo => StatementKind::Objection,
        };
        let rules = ReservationRules::of(treaty.treaty.reservations.as_ref());
        let stands =
            |kept: &Kept<Statement>| kept.what.kind == wanted && statements.withdrawn(&kept.what.id, rules).is_none();
        let about = |kept: &&'a Kept<Statement>| Some((kept.what.party, kept.what.of?, *kept));
        let all = statements.all().iter().filter(|kept| stands(kept));
        let mut said: Vec<_> = all.filter_map(about).collect();
        said.sort_by_key(|(author, of, _)| (*author, *of));
        let covered = |action: Action| clause.of.contains(&action);
        let mut needing: Vec<_> = treaty.acts.iter().filter(|act| covered(act.action)).map(|act| act.party).collect();
        needing.dedup();
        let month_end = treaty.treaty.month_end.unwrap_or_default();
        Some(Self { clause, month_end, said, needing })
    }

    fn said(&self, author: PartyCode, of: PartyCode) -> Option<&'a Kept<Statement>> {
        let at = self.said.binary_search_by_key(&(author, of), |(author, of, _)| (*author, *of)).ok()?;
        self.said.get(at).map(|(_, _, kept)| *kept)
    }

    /// From when the treaty is in force between two members by their acceptance, where one is needed; why it is not,
    /// otherwise.
    pub(super) fn between(
        &self,
        one: &Member<'_>,
        other: &Member<'_>,
        places: (usize, usize),
    ) -> Result<Option<DateOfEffect>, NotInForce<'a>> {
        let needs = |member: &Member<'_>| self.needing.binary_search(&member.party).is_ok();
        let (of_one, of_other) = (needs(one), needs(other));
        if !of_one && !of_other {
            return Ok(None);
        }
        let by_other = if of_one { self.said(other.code, one.code) } else { None };
        let by_one = if of_other { self.said(one.code, other.code) } else { None };
        match self.clause.effective {
            Effective::UnlessObjectedTo => match by_other.or(by_one) {
                Some(objection) => Err(NotInForce::ConsentObjectedTo(objection)),
                None => Ok(None),
            },
            Effective::WhenAccepted => {
                let from = [by_other, by_one].into_iter().flatten().filter_map(|kept| self.effective(kept)).min();
                // Of two that acceded, the one that came later is to be accepted by the one that was there.
                let later_is_one = of_one && (!of_other || one.bound >= other.bound);
                let (by, of) = if later_is_one { (places.1, places.0) } else { places };
                from.map(Some).ok_or(NotInForce::ConsentNotAccepted { by, of })
            }
        }
    }

    fn effective(&self, kept: &Kept<Statement>) -> Option<DateOfEffect> {
        let period = self.clause.then.as_ref().map_or(Delay::OnTheDay, Wording::delay);
        let from = kept.what.counts_from().at_latest().day();
        period.reckon(from, self.month_end).ok().map(|reckoning| DateOfEffect::new(reckoning.to))
    }
}
