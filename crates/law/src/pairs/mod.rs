//! Between two States: whether a treaty is in force between them on a day, since when, and under which reservations.
//!
//! Everything that does not depend on the pair is derived once: who is bound since when (by [`Status`], so that no pair says
//! otherwise than the status of the treaty), what has become of each reservation, how each State stands to it. A pair is then
//! a few comparisons, and the whole matrix is gone through without allocating anything.

mod between;
mod reason;
mod relations;
mod version;

pub use between::{Applied, Between, Consequence, NotInForce};
pub use reason::PairReason;
pub use version::{BoundBy, Version};

use crate::calendar::{AsAt, DateOfAct, DateOfEffect};
use crate::final_clauses::{AcceptanceNeeded, ReservationRules};
use crate::party::{Name, PartyCode, PartyIndex, PartyKind};
use crate::record::{Record, RecordedAct, TreatyRecord};
use crate::reservation::{Reaction, Reservation, ReservationState, Statements};
use crate::statement::{Extent, StatementKind};
use crate::status::{Participant, Status};
use crate::treaty::Treaty;
use relations::Relations;

/// A treaty between each two of those bound by it, on a day.
#[derive(Debug, Clone)]
pub struct Pairs<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// The day.
    pub as_at: AsAt,
    members: Vec<Member<'a>>,
    /// The reservations of each member, those of one together.
    reservations: Vec<Reservation<'a>>,
    /// How each member stands to each reservation that stands: a row for each reservation.
    reactions: Vec<Reaction<'a>>,
    relations: Option<Relations<'a>>,
    statements: Statements<'a>,
}

/// Somebody who has done something towards the treaty.
#[derive(Debug, Clone, Copy)]
pub struct Member<'a> {
    /// Who.
    pub party: PartyIndex,
    /// The code.
    pub code: PartyCode,
    /// The name on the day.
    pub name: &'a Name,
    /// The day of its act of consent; `None` while it is not bound.
    pub bound: Option<DateOfAct>,
    /// Since when the treaty is in force for it, if it is on the day.
    pub in_force: Option<DateOfEffect>,
    /// Since when it is no longer bound.
    pub ended: Option<DateOfEffect>,
    /// The reservation that keeps it from being a party, where one needs an acceptance that it does not have (VCLT 20(2), (3)).
    precluded: Option<u32>,
    /// Where its reservations begin, and where they end.
    own: (u32, u32),
}

/// What the matrix says of one State's reservations towards another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cell {
    /// Whether the treaty is in force between the two.
    pub in_force: bool,
    /// How many of the first State's reservations modify the treaty between the two.
    pub modifying: u16,
    /// How many of them the second State has objected to.
    pub objected: u16,
}

impl<'a> Pairs<'a> {
    /// The pairs of a treaty on a day.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let status = Status::of(treaty, record, as_at);
        let statements = Statements::of(treaty, record, as_at);
        let mut members: Vec<Member<'a>> =
            status.participants.iter().map(|participant| member(participant, record, as_at)).collect();
        let mut all = Reservation::all(&statements, treaty, record, as_at);
        let place = |reservation: &Reservation<'_>| members.iter().position(|one| one.party == reservation.author);
        all.retain(|reservation| place(reservation).is_some());
        all.sort_by_cached_key(|reservation| place(reservation).unwrap_or(usize::MAX));
        let mut start = 0_u32;
        for member in &mut members {
            let own = all.iter().filter(|reservation| reservation.author == member.party).count();
            let end = start + u32::try_from(own).unwrap_or(u32::MAX);
            member.own = (start, end);
            start = end;
        }
        let relations = Relations::of(treaty, &statements);
        let mut pairs = Self {
            treaty: &treaty.treaty,
            as_at,
            members,
            reservations: all,
            reactions: Vec::new(),
            relations,
            statements,
        };
        pairs.react();
        pairs.admit();
        pairs.preclude(record);
        pairs
    }

    fn rules(&self) -> ReservationRules<'a> {
        ReservationRules::of(self.treaty.reservations.as_ref())
    }

    /// How everybody stands to every reservation.
    fn react(&mut self) {
        let rules = self.rules();
        self.reactions.reserve_exact(self.reservations.len() * self.members.len());
        for reservation in &self.reservations {
            let reacting = reservation.reacting(&self.statements);
            for member in &self.members {
                self.reactions.push(match member.bound {
                    Some(bound) if reacting.contains(&member.code) => {
                        reservation.reaction(&self.statements, member.code, bound, rules, self.as_at)
                    }
                    Some(bound) => reservation.silence(bound, self.as_at),
                    None => Reaction::Open { until: None },
                });
            }
        }
    }

    /// Where so many object that the treaty calls a reservation inadmissible, it has no effect towards anybody.
    fn admit(&mut self) {
        let Some(part) = self.rules().inadmissible_if() else { return };
        let parties = self.members.iter().filter(|member| member.in_force.is_some()).count();
        let needed = part.at_least_of(parties);
        for (reservation, reactions) in
            self.reservations.iter_mut().zip(self.reactions.chunks(self.members.len().max(1)))
        {
            let objected = |(reaction, member): &(&Reaction<'_>, &Member<'_>)| {
                matches!(reaction, Reaction::Objected(_)) && member.in_force.is_some()
            };
            let objections = reactions.iter().zip(&self.members).filter(objected).count();
            if reservation.state.stands() && objections > 0 && objections >= needed {
                reservation.state = ReservationState::Inadmissible { objections, parties };
            }
        }
    }

    /// Who makes a reservation that needs everybody's acceptance, or that of an organ, is no party until it is given.
    fn preclude(&mut self, record: &Record) {
        for at in 0..self.reservations.len() {
            let reservation = &self.reservations[at];
            let accepted = match reservation.acceptance {
                _ if !reservation.state.stands() => true,
                AcceptanceNeeded::Each | AcceptanceNeeded::NoneRequired => true,
                AcceptanceNeeded::AllParties => self.members.iter().zip(self.row(at)).all(|(member, reaction)| {
                    member.bound.is_none() || member.party == reservation.author || accepts(reaction)
                }),
                AcceptanceNeeded::Organ => {
                    let mut acceptances = self.statements.about(&reservation.made.what.id, StatementKind::Acceptance);
                    acceptances.any(|kept| {
                        let by = record.parties.by_code(kept.what.party);
                        by.is_some_and(|by| record.parties[by].kind == PartyKind::Organization)
                    })
                }
            };
            let author = reservation.author;
            if let Some(member) = self.members.iter_mut().find(|member| member.party == author && !accepted) {
                member.precluded = u32::try_from(at).ok();
            }
        }
    }

    fn row(&self, reservation: usize) -> &[Reaction<'a>] {
        let start = reservation * self.members.len();
        self.reactions.get(start..start + self.members.len()).unwrap_or_default()
    }

    /// Everybody who has done something towards the treaty, in alphabetical order.
    #[must_use]
    pub fn members(&self) -> &[Member<'a>] {
        &self.members
    }

    /// The place of a State among the members.
    #[must_use]
    pub fn place(&self, party: PartyIndex) -> Option<usize> {
        self.members.iter().position(|member| member.party == party)
    }

    /// The reservations and opt-outs of a member, whatever has become of them.
    #[must_use]
    pub fn reservations(&self, member: usize) -> &[Reservation<'a>] {
        let Some(member) = self.members.get(member) else { return &[] };
        self.reservations.get(member.own.0 as usize..member.own.1 as usize).unwrap_or_default()
    }

    /// The statements that the pairs were derived from.
    #[must_use]
    pub const fn statements(&self) -> &Statements<'a> {
        &self.statements
    }

    /// Every ordered pair of those for which the treaty is in force: whether it is between the two, and what becomes of the
    /// first one's reservations. A row for each member in the order of [`Pairs::members`]; `matrix` is made as large as that
    /// and filled.
    pub fn matrix(&self, matrix: &mut Vec<Cell>) {
        let side = self.members.len();
        matrix.clear();
        matrix.resize(side * side, Cell::default());
        for (one, row) in matrix.chunks_exact_mut(side.max(1)).enumerate() {
            for (other, cell) in row.iter_mut().enumerate().filter(|(other, _)| *other != one) {
                let between = self.between(one, other);
                cell.in_force = between.in_force();
                for applied in self.applied(one, other).filter(|applied| applied.reservation.state.stands()) {
                    let objected = matches!(applied.reaction, Reaction::Objected(_));
                    cell.objected += u16::from(objected);
                    cell.modifying += u16::from(cell.in_force && applied.consequence == Consequence::Reserved);
                }
            }
        }
    }
}

fn member<'a>(participant: &Participant<'a>, record: &Record, as_at: AsAt) -> Member<'a> {
    let contracting = participant.is_contracting(as_at);
    Member {
        party: participant.party,
        code: record.code(participant.party),
        name: participant.name,
        bound: participant.consent.filter(|_| contracting).map(RecordedAct::matters_from),
        in_force: participant.in_force.filter(|day| contracting && as_at.reaches(*day)),
        ended: participant.ended.filter(|day| as_at.reaches(*day)),
        precluded: None,
        own: (0, 0),
    }
}

const fn accepts(reaction: &Reaction<'_>) -> bool {
    matches!(
        reaction,
        Reaction::NotNeeded
            | Reaction::Accepted { .. }
            | Reaction::DeemedAccepted { .. }
            | Reaction::ObjectionWithdrawn { .. }
    )
}

/// Whether a reaction keeps the treaty from being in force between the two.
const fn excludes_the_treaty(reaction: &Reaction<'_>) -> bool {
    matches!(reaction, Reaction::Objected(objection) if matches!(objection.extent, Extent::Treaty))
}
