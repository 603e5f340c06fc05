//! What holds between two States.

use super::{Pairs, accepts, excludes_the_treaty};
use crate::calendar::DateOfEffect;
use crate::record::Kept;
use crate::reservation::{Reaction, Reservation, ReservationState};
use crate::statement::{Extent, Statement};

/// Whether a treaty is in force between two States on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Between<'a> {
    /// Since when; `None` where it is not.
    pub since: Option<DateOfEffect>,
    /// Why it is not.
    pub not: Option<NotInForce<'a>>,
}

impl Between<'_> {
    /// Whether it is in force between them.
    #[must_use]
    pub const fn in_force(&self) -> bool {
        self.since.is_some()
    }
}

/// Why a treaty is not in force between two States.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotInForce<'a> {
    /// It is not in force for one of them, by its place among the members.
    NotFor(usize),
    /// One of them made a reservation that needs an acceptance which it does not have (VCLT 20(2) and (3)).
    NotAccepted(&'a Kept<Statement>),
    /// One of them objected to the other's reservation and excluded the treaty (VCLT 20(4)(b)).
    Excluded(&'a Kept<Statement>),
    /// Under the treaty's own clause, the second member's consent has no effect towards the first, which did not accept it.
    ConsentNotAccepted {
        /// Who has not accepted.
        by: usize,
        /// Whose consent it is.
        of: usize,
    },
    /// Under the treaty's own clause, one of them objected to the other's consent.
    ConsentObjectedTo(&'a Kept<Statement>),
    /// The period after an acceptance of the other's consent is not over.
    NotYet {
        /// When it is.
        from: DateOfEffect,
    },
}

/// A reservation between its author and another State.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Applied<'p, 'a> {
    /// The reservation.
    pub reservation: &'p Reservation<'a>,
    /// How the other State stands to it.
    pub reaction: Reaction<'a>,
    /// What follows between the two.
    pub consequence: Consequence,
}

impl Applied<'_, '_> {
    /// The article of the Vienna Convention on the Law of Treaties on which the consequence rests.
    #[must_use]
    pub const fn article(&self) -> &'static str {
        match (self.consequence, self.reservation.state) {
            (Consequence::Reserved, _) => "21(1)",
            (Consequence::NotToThatExtent | Consequence::ProvisionsExcluded, _) => "21(3)",
            (Consequence::TreatyExcluded, _) => "20(4)(b)",
            (Consequence::NotEstablished, _) => "20(5)",
            (_, ReservationState::Withdrawn { .. }) => "22",
            (_, ReservationState::AwaitingConfirmation | ReservationState::NotConfirmed) => "23(2)",
            (Consequence::None, _) => "19",
        }
    }
}

impl PartialEq for Reservation<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.made.entry == other.made.entry && self.state == other.state && self.articles == other.articles
    }
}

impl Eq for Reservation<'_> {}

/// What follows from a reservation between its author and another State.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Consequence {
    /// The provisions are excluded or modified between the two, for each towards the other, to the extent of the reservation
    /// (VCLT 21(1)).
    Reserved,
    /// The provisions to which the reservation relates do not apply between the two, to its extent (VCLT 21(3)).
    NotToThatExtent,
    /// The provisions that the objection names do not apply between the two at all.
    ProvisionsExcluded,
    /// The treaty is not in force between the two (VCLT 20(4)(b)).
    TreatyExcluded,
    /// The other State may still object: the reservation is not established towards it yet (VCLT 20(5), 21(1)).
    NotEstablished,
    /// The reservation has no effect.
    None,
}

impl Consequence {
    /// The word by which programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Reserved => "reserved",
            Self::NotToThatExtent => "not-to-that-extent",
            Self::ProvisionsExcluded => "provisions-excluded",
            Self::TreatyExcluded => "treaty-excluded",
            Self::NotEstablished => "not-established",
            Self::None => "none",
        }
    }

    fn of(reservation: &Reservation<'_>, reaction: &Reaction<'_>) -> Self {
        match reaction {
            _ if !reservation.state.stands() => Self::None,
            Reaction::Objected(objection) => match objection.extent {
                Extent::Simple => Self::NotToThatExtent,
                Extent::Provisions => Self::ProvisionsExcluded,
                Extent::Treaty => Self::TreatyExcluded,
            },
            reaction if accepts(reaction) => Self::Reserved,
            _ => Self::NotEstablished,
        }
    }
}

impl<'a> Pairs<'a> {
    /// Whether the treaty is in force between two members, by their places. It is the same whichever of them is named first.
    #[must_use]
    pub fn between(&self, one: usize, other: usize) -> Between<'a> {
        let not = |why| Between { since: None, not: Some(why) };
        let (Some(first), Some(second)) = (self.members.get(one), self.members.get(other)) else {
            return not(NotInForce::NotFor(if one < self.members.len() { other } else { one }));
        };
        let (Some(from), Some(also_from)) = (first.in_force, second.in_force) else {
            return not(NotInForce::NotFor(if first.in_force.is_none() { one } else { other }));
        };
        if let Some(at) = first.precluded.or(second.precluded)
            && let Some(reservation) = self.reservations.get(at as usize)
        {
            return not(NotInForce::NotAccepted(reservation.made));
        }
        let mut since = from.max(also_from);
        for applied in self.applied(one, other).chain(self.applied(other, one)) {
            match applied.reaction {
                reaction if applied.consequence == Consequence::TreatyExcluded && excludes_the_treaty(&reaction) => {
                    if let Reaction::Objected(objection) = reaction {
                        return not(NotInForce::Excluded(objection.made));
                    }
                }
                Reaction::ObjectionWithdrawn { objection, since: withdrawn } if objection.extent == Extent::Treaty => {
                    since = since.max(DateOfEffect::new(withdrawn.day()));
                }
                _ => {}
            }
        }
        match self.relations.as_ref().map(|relations| relations.between(first, second, (one, other))) {
            Some(Err(why)) => not(why),
            Some(Ok(Some(accepted))) if !self.as_at.reaches(accepted) => not(NotInForce::NotYet { from: accepted }),
            Some(Ok(accepted)) => Between { since: Some(accepted.map_or(since, |day| since.max(day))), not: None },
            None => Between { since: Some(since), not: None },
        }
    }

    /// The first member's reservations towards the second.
    pub fn applied(&self, author: usize, towards: usize) -> impl Iterator<Item = Applied<'_, 'a>> {
        let start = self.members.get(author).map_or(0, |member| member.own.0 as usize);
        let side = self.members.len();
        self.reservations(author).iter().enumerate().filter_map(move |(at, reservation)| {
            let reaction = *self.reactions.get((start + at) * side + towards)?;
            Some(Applied { reservation, reaction, consequence: Consequence::of(reservation, &reaction) })
        })
    }
}
