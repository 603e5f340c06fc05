//! A treaty body on a day: its seats and since when it has them, its members, the elections that filled them, and when
//! members must be elected next. Everything follows from the treaty's own clause, the States parties of the day, and
//! the acts done in and for the body.

mod balance;
mod composition;
mod deadlines;
mod examine;
mod parties;
mod seats;
mod timetable;

use std::cmp::Reverse;

use crate::calendar::{AsAt, Date};
use crate::due_form::Finding;
use crate::final_clauses::Body;
use crate::record::{Record, TreatyRecord};

pub use balance::{GenderBalance, RegionalBalance};
pub use composition::{Composition, Holder, How, Item, OfficersElected, Origin, UnnamedHolders, Vacated};
pub use deadlines::{Deadline, Due};
pub use examine::{Proposed, examine};
pub use parties::StatesParties;
pub use seats::{Capacity, SeatsBecause, capacities};
pub use timetable::{CountedFrom, NextElection, Which};

/// A treaty body on a day.
#[derive(Debug, Clone)]
pub struct Committee<'a> {
    /// The clause that set it up.
    pub body: &'a Body,
    /// The day.
    pub as_at: AsAt,
    /// Its seats through time, earliest first; the last may lie ahead.
    pub capacities: Vec<Capacity<'a>>,
    /// Who sits in it, and what was done.
    pub composition: Composition<'a>,
    /// The States parties of the day.
    pub parties: StatesParties,
    /// When members must be elected next.
    pub next_election: Option<NextElection<'a>>,
    /// What the treaty's rule has to say against acts that are recorded: what was recorded in spite of it, and what
    /// the depositary would query. Each with the entry.
    pub remarks: Vec<(u64, Finding)>,
}

/// The seats of a day that nobody holds, by what is known of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Unfilled {
    /// Seats to which nobody has been elected yet.
    pub new: u16,
    /// Seats that fell vacant before the end of a term.
    pub vacated: u16,
    /// Seats of which the register knows no election: whether somebody holds them can't be said.
    pub unrecorded: u16,
}

impl<'a> Committee<'a> {
    /// The body of a treaty on a day; `None` where the treaty has none.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Option<Self> {
        let body = treaty.treaty.body.as_ref()?;
        let capacities = capacities(body, treaty, record, as_at);
        let items = recorded(treaty, record, as_at.day());
        let (composition, remarks) = examine::walk(items, body, treaty, record);
        let next_election = NextElection::of(body, &capacities, &composition, as_at.day());
        let parties = StatesParties::of(treaty, record, as_at.day());
        Some(Self { body, as_at, capacities, composition, parties, next_election, remarks })
    }

    /// The seats of the day; `None` while the body has none.
    #[must_use]
    pub fn seats(&self) -> Option<&Capacity<'a>> {
        seats::on(&self.capacities, self.as_at.day())
    }

    /// Numbers of seats that lie ahead.
    pub fn seats_ahead(&self) -> impl Iterator<Item = &Capacity<'a>> {
        self.capacities.iter().filter(|capacity| !self.as_at.reaches(capacity.from))
    }

    /// How many States parties must be represented to elect, by the States parties of the day.
    #[must_use]
    pub fn quorum(&self) -> Option<usize> {
        self.quorum_of(&self.parties)
    }

    /// How many of some States parties must be represented to elect; `None` where there are no States parties, or the
    /// treaty says nothing of a quorum.
    #[must_use]
    pub fn quorum_of(&self, parties: &StatesParties) -> Option<usize> {
        let clause = self.body.elections.as_ref().filter(|_| !parties.in_force.is_empty())?;
        Some(clause.quorum.means().of(parties.in_force.len()))
    }

    /// The seats that nobody is known to hold on the day.
    #[must_use]
    pub fn unfilled(&self) -> Unfilled {
        let day = self.as_at.day();
        let Some(capacity) = self.seats() else { return Unfilled::default() };
        let open = capacity.seats.saturating_sub(self.composition.filled_on(day));
        let open_vacancy = |vacated: &&Vacated<'_>| !vacated.filled && vacated.on <= day && day <= vacated.term_to;
        let vacated = self.composition.vacated.iter().filter(open_vacancy).count();
        let vacated = u16::try_from(vacated).unwrap_or(u16::MAX).min(open);
        let new = self.never_filled(capacity).min(open - vacated);
        Unfilled { new, vacated, unrecorded: open - vacated - new }
    }

    /// How many seats have been added since members whose terms have begun were elected.
    fn never_filled(&self, capacity: &Capacity<'_>) -> u16 {
        let day = self.as_at.day();
        let begun = |item: &&Item<'_>| Composition::terms_begin(item) <= day;
        match self.composition.elections().rfind(begun) {
            Some(last) => {
                let then = seats::on(&self.capacities, last.day()).map_or(0, |capacity| capacity.seats);
                capacity.seats.saturating_sub(then)
            }
            None if self.composition.last_election().is_some() => capacity.seats,
            None if timetable::first_due(self.body, &self.capacities).is_some_and(|due| day <= due) => capacity.seats,
            None => 0,
        }
    }

    /// The days until which something must be done, or on which something changes, earliest first.
    #[must_use]
    pub fn deadlines(&self) -> Vec<Deadline<'a>> {
        deadlines::of(self)
    }

    /// How the members of the day are spread over the regional groups, beside the States parties.
    #[must_use]
    pub fn regions<'r>(&self, record: &'r Record) -> Vec<RegionalBalance<'r>> {
        let mut regions = balance::regions(self, record);
        regions.sort_by_key(|region| (Reverse(region.parties), region.group));
        regions
    }

    /// How many members of the day are women, men, or of unknown gender.
    #[must_use]
    pub fn gender(&self) -> GenderBalance {
        balance::gender(self)
    }
}

/// The acts recorded in and for a treaty's body by a day, in order. What was merely reported does not count.
fn recorded<'a>(treaty: &'a TreatyRecord, record: &'a Record, until: Date) -> Vec<Item<'a>> {
    let counted = record.body_acts(&treaty.treaty.treaty).filter(|kept| kept.standing.counts());
    let items = counted.map(|kept| Item {
        act: &kept.what,
        origin: Origin::Register(kept.entry),
        standing: kept.standing,
        sources: &kept.sources,
    });
    let mut items: Vec<Item<'_>> = items.filter(|item| item.day() <= until).collect();
    in_order(&mut items);
    items
}

/// Puts acts in the order of their days, those of one day as they follow from each other, and those of one day and kind by
/// what they say: never in the order of recording.
fn in_order(items: &mut [Item<'_>]) {
    let place = |item: &Item<'_>| (item.day(), item.act.done.place_in_a_day(item.day()));
    items.sort_by(|one, other| place(one).cmp(&place(other)).then_with(|| one.act.cmp(other.act)));
}
