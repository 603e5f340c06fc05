//! How many seats a body has, from which day, and why.

use crate::bound::Bound;
use crate::calendar::{AsAt, Date, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::{EntryIntoForce, in_force_of};
use crate::final_clauses::{Body, SeatsFrom};
use crate::party::{PartyIndex, PartyKind};
use crate::reason::Unasked;
use crate::record::{Record, TreatyRecord};
use crate::treaty::TreatyId;

/// A number of seats, from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Capacity<'a> {
    /// The first day, which may still lie ahead.
    pub from: DateOfEffect,
    /// How many seats.
    pub seats: u16,
    /// The article.
    pub article: &'a str,
    /// What brought it about.
    pub because: SeatsBecause<'a>,
}

/// What brought about a number of seats.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SeatsBecause<'a> {
    /// The treaty entered into force.
    EntryIntoForce,
    /// The treaty entered into force for so many States parties, for the last of them on that day.
    InForceFor {
        /// How many it takes.
        nth: u16,
        /// Those for which it entered into force on the day: several on one day have no order.
        parties: Vec<PartyIndex>,
    },
    /// So many States had deposited, the last of them on that day.
    DepositBy {
        /// How many it takes.
        nth: u16,
        /// Those that deposited on the day.
        parties: Vec<PartyIndex>,
    },
    /// Another treaty entered into force.
    EntryIntoForceOf(&'a TreatyId),
}

/// The numbers of seats of a body through time, earliest first, as the acts done by a day have them; none while the treaty's
/// own entry into force can't be said, or where the treaty did not set the body up.
#[must_use]
pub fn capacities<'a>(body: &'a Body, treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Vec<Capacity<'a>> {
    let in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
    let Some(own) = in_force.date else { return Vec::new() };
    let mut capacities: Vec<Capacity<'a>> = body
        .seats
        .iter()
        .filter_map(|seats| {
            let (from, because) = match seats.from.means() {
                SeatsFrom::EntryIntoForce => (own, SeatsBecause::EntryIntoForce),
                SeatsFrom::NthInForce(nth) => {
                    let (from, parties) = at_the(*nth, days_in_force(in_force, treaty, record, as_at))?;
                    (from, SeatsBecause::InForceFor { nth: *nth, parties })
                }
                SeatsFrom::NthDeposit(nth) => {
                    let (from, parties) = at_the(*nth, days_of_deposit(treaty, record, as_at))?;
                    (from, SeatsBecause::DepositBy { nth: *nth, parties })
                }
                SeatsFrom::EntryIntoForceOf(other) => {
                    (in_force_of(other, record, as_at)?, SeatsBecause::EntryIntoForceOf(other))
                }
                SeatsFrom::Resolution => return None,
            };
            let article = body.seats_article(seats);
            Some(Capacity { from: from.max(own), seats: seats.seats, article, because })
        })
        .collect();
    capacities.sort_by_key(|capacity| (capacity.from, capacity.seats));
    capacities
}

/// The number of seats on a day.
#[must_use]
pub fn on<'c, 'a>(capacities: &'c [Capacity<'a>], day: Date) -> Option<&'c Capacity<'a>> {
    capacities.iter().rfind(|capacity| capacity.from.day() <= day)
}

/// The nth of some days, with everybody whose day it is.
fn at_the(nth: u16, mut days: Vec<(DateOfEffect, PartyIndex)>) -> Option<(DateOfEffect, Vec<PartyIndex>)> {
    days.sort_unstable();
    let (day, _) = *days.get(usize::from(nth).checked_sub(1)?)?;
    Some((day, days.into_iter().filter(|(other, _)| *other == day).map(|(_, party)| party).collect()))
}

/// Since when the treaty has been in force for each State, the first time that it was: a State that leaves again does not
/// undo what its entry brought about.
fn days_in_force(
    in_force: EntryIntoForce,
    treaty: &TreatyRecord,
    record: &Record,
    as_at: AsAt,
) -> Vec<(DateOfEffect, PartyIndex)> {
    let first = |history: PartyHistory<'_>| {
        let tenures = Bound::of_each_tenure(&history, in_force, treaty, record, as_at);
        let day = tenures.into_iter().filter_map(|(_, bound)| bound.in_force).min()?;
        Some((day, history.party))
    };
    states(treaty, record, as_at).filter_map(first).collect()
}

/// The day on which each State deposited the first instrument that it did not withdraw.
fn days_of_deposit(treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Vec<(DateOfEffect, PartyIndex)> {
    let first = |history: PartyHistory<'_>| {
        let kept = history.tenures.iter().filter(|tenure| tenure.withdrawal.is_none());
        let day = kept.map(|tenure| DateOfEffect::new(tenure.consent.counts_from().day())).min()?;
        Some((day, history.party))
    };
    states(treaty, record, as_at).filter_map(first).collect()
}

fn states<'a>(
    treaty: &'a TreatyRecord,
    record: &'a Record,
    as_at: AsAt,
) -> impl Iterator<Item = PartyHistory<'a>> + use<'a> {
    let histories = treaty.by_party().filter_map(move |acts| PartyHistory::of(acts, as_at));
    histories.filter(|history| record.parties[history.party].kind == PartyKind::State)
}
