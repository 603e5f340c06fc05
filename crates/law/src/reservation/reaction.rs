//! How another State stands to a reservation: it has accepted, is deemed to have, may still object, or has objected.

use super::{Reservation, Statements};
use crate::calendar::{AsAt, DateOfAct};
use crate::final_clauses::{AcceptanceNeeded, ReservationRules};
use crate::party::PartyCode;
use crate::record::Kept;
use crate::statement::{Extent, Statement, StatementKind};

/// How another contracting State stands to a reservation on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reaction<'a> {
    /// The treaty authorizes the reservation: nobody need accept it, and objections have no effect (VCLT 20(1)).
    NotNeeded,
    /// It has accepted expressly.
    Accepted {
        /// The acceptance.
        by: &'a Kept<Statement>,
    },
    /// It has raised no objection in its time (VCLT 20(5)).
    DeemedAccepted {
        /// Since when.
        since: DateOfAct,
    },
    /// It has said nothing, and its time is not over.
    Open {
        /// The last day of its time; `None` where it is not known when the reservation was notified.
        until: Option<DateOfAct>,
    },
    /// It has objected in its time.
    Objected(Objection<'a>),
    /// It had objected, and has taken that back: so it has accepted (VCLT 22(2)).
    ObjectionWithdrawn {
        /// The objection.
        objection: Objection<'a>,
        /// Since when.
        since: DateOfAct,
    },
}

/// An objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objection<'a> {
    /// The statement.
    pub made: &'a Kept<Statement>,
    /// How far it goes.
    pub extent: Extent,
}

impl<'a> Objection<'a> {
    pub(crate) fn of(made: &'a Kept<Statement>) -> Self {
        Self { made, extent: made.what.extent.unwrap_or(Extent::Simple) }
    }
}

impl<'a> Reservation<'a> {
    /// The States that have said something about the reservation. All others are silent.
    #[must_use]
    pub fn reacting(&self, statements: &Statements<'a>) -> Vec<PartyCode> {
        let id = &self.made.what.id;
        let objections = statements.about(id, StatementKind::Objection);
        objections.chain(statements.about(id, StatementKind::Acceptance)).map(|kept| kept.what.party).collect()
    }

    /// How a State that was bound on that day stands to the reservation when it has said nothing.
    #[must_use]
    pub fn silence(&self, bound: DateOfAct, as_at: AsAt) -> Reaction<'a> {
        if self.acceptance == AcceptanceNeeded::NoneRequired {
            return Reaction::NotNeeded;
        }
        match self.objections_until.map(|until| until.max(bound)) {
            Some(until) if as_at.follows(until) => Reaction::DeemedAccepted { since: until },
            until => Reaction::Open { until: until.filter(|_| self.notified_on_that_day) },
        }
    }

    /// How a State that was bound on that day stands to the reservation.
    #[must_use]
    pub fn reaction(
        &self,
        statements: &Statements<'a>,
        party: PartyCode,
        bound: DateOfAct,
        rules: ReservationRules<'_>,
        as_at: AsAt,
    ) -> Reaction<'a> {
        let silence = self.silence(bound, as_at);
        if silence == Reaction::NotNeeded {
            return silence;
        }
        let id = &self.made.what.id;
        let until = self.objections_until.map(|until| until.max(bound));
        let in_time = |kept: &&'a Kept<Statement>| {
            kept.what.party == party && until.is_none_or(|until| kept.what.counts_from().at_latest() <= until)
        };
        let objected = statements.about(id, StatementKind::Objection).filter(in_time).last().map(Objection::of);
        let withdrawn = objected.and_then(|objection| statements.withdrawn(&objection.made.what.id, rules));
        let mut acceptances = statements.about(id, StatementKind::Acceptance);
        match (objected, withdrawn.filter(|day| as_at.follows(*day))) {
            (Some(objection), None) => Reaction::Objected(objection),
            (Some(objection), Some(since)) => Reaction::ObjectionWithdrawn { objection, since },
            (None, _) => match acceptances.find(|kept| kept.what.party == party) {
                Some(by) => Reaction::Accepted { by },
                None => silence,
            },
        }
    }
}
