//! When members must be elected next, and what must have been done before.

use super::composition::Composition;
use super::seats::{Capacity, on};
use crate::act::DayOfAct;
use crate::calendar::{Date, DateOfEffect};
use crate::final_clauses::{Body, Period};

/// The next election, by the treaty's timetable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextElection<'a> {
    /// Whether it is the first, or one after it.
    pub which: Which,
    /// The last day for it.
    pub due_by: Date,
    /// The article on the timetable.
    pub article: &'a str,
    /// What the last day is counted from.
    pub counted_from: CountedFrom,
    /// How many seats it is to fill; `None` where the register does not know all members.
    pub seats: Option<u16>,
    /// How many terms known end by then.
    pub ending: u16,
    /// How many seats have been added since the last election.
    pub added: u16,
    /// The last day for the letter that invites nominations, if the election were on its own last day.
    pub letter_by: Option<Date>,
    /// The day on which nominations then close.
    pub nominations_close: Option<Date>,
    /// The last day for the list of nominees, where the treaty sets one.
    pub list_by: Option<Date>,
}

/// Whether an election is the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The first.
    First,
    /// One after it.
    Later,
}

/// What the last day for an election is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// The treaty's entry into force.
    EntryIntoForce(DateOfEffect),
    /// The last election that is recorded.
    LastElection(DayOfAct),
    /// The end of the terms that end next, where that comes first.
    EndOfTerms(Date),
    /// The last day for the first election, because no election is recorded.
    FirstLastDay(Date),
}

/// The last day for the first election.
pub(super) fn first_due(body: &Body, capacities: &[Capacity<'_>]) -> Option<Date> {
    let clause = body.elections.as_ref()?;
    clause.first.means().0.after(capacities.first()?.from.day())
}

/// How often members are elected: by the treaty, or else by what is done.
pub(super) fn recurrence(body: &Body) -> Option<Period> {
    let by_treaty = body.elections.as_ref().and_then(|clause| clause.then.as_ref()).map(|then| then.means().0);
    let habit = || Some(body.practice.as_ref()?.elections.as_ref()?.is.means().0);
    by_treaty.or_else(habit)
}

/// The end of the calendar year in which the election after another falls: "every second year" names a year and no day.
pub(super) fn end_of_the_year(last: Date, body: &Body) -> Option<Date> {
    let years = i16::try_from(recurrence(body)?.years()?).ok()?;
    Date::new(last.year().checked_add(years)?, 12, 31).ok()
}

impl<'a> NextElection<'a> {
    /// The next election after a day, as things stand on it.
    pub(super) fn of(
        body: &'a Body,
        capacities: &[Capacity<'a>],
        composition: &Composition<'_>,
        as_at: Date,
    ) -> Option<Self> {
        match composition.last_election() {
            Some(last) => {
                let begin = as_at.max(Composition::terms_begin(last));
                Self::after_another(body, capacities, composition, begin, last.act.date)
            }
            None => Self::with_none_recorded(body, capacities, as_at),
        }
    }

    fn after_another(
        body: &'a Body,
        capacities: &[Capacity<'a>],
        composition: &Composition<'_>,
        begin: Date,
        last: DayOfAct,
    ) -> Option<Self> {
        let named = composition.holders.iter().filter(|holder| holder.left.is_none()).map(|holder| (1, holder.term_to));
        let unnamed = composition.unnamed.iter().map(|they| (they.number, they.term_to));
        // A seat that fell vacant before the end of its term is filled for the rest of it in a way of its own.
        let vacated = composition.vacated.iter().filter(|vacated| !vacated.filled).map(|vacated| (1, vacated.term_to));
        let terms = named.chain(unnamed).chain(vacated);
        let terms: Vec<(u16, Date)> = terms.filter(|(_, to)| *to >= begin).collect();
        let year = end_of_the_year(last.at_latest().day(), body);
        let ends = terms.iter().map(|(_, to)| *to).min();
        let (due_by, counted_from) = match (year, ends) {
            (Some(year), Some(ends)) if ends < year => (ends, CountedFrom::EndOfTerms(ends)),
            (Some(year), _) => (year, CountedFrom::LastElection(last)),
            (None, Some(ends)) => (ends, CountedFrom::EndOfTerms(ends)),
            (None, None) => return None,
        };
        let until = year.unwrap_or(due_by);
        let count = |wanted: &dyn Fn(Date) -> bool| {
            terms.iter().filter(|(_, to)| wanted(*to)).map(|(number, _)| *number).fold(0, u16::saturating_add)
        };
        let seats_then = on(capacities, due_by).map_or(0, |capacity| capacity.seats);
        let seats_before = on(capacities, last.at_latest().day()).map_or(0, |capacity| capacity.seats);
        let continuing = count(&|to| to > until);
        Some(Self {
            which: Which::Later,
            counted_from,
            seats: Some(seats_then.saturating_sub(continuing)),
            ending: count(&|to| to <= until),
            added: seats_then.saturating_sub(seats_before),
            ..Self::due(body, due_by)?
        })
    }

    fn with_none_recorded(body: &'a Body, capacities: &[Capacity<'a>], as_at: Date) -> Option<Self> {
        let (first, due) = (capacities.first()?, first_due(body, capacities)?);
        if as_at <= due {
            let seats = on(capacities, due).map(|capacity| capacity.seats);
            let counted_from = CountedFrom::EntryIntoForce(first.from);
            let added = seats.unwrap_or_default();
            return Some(Self { which: Which::First, counted_from, seats, ending: 0, added, ..Self::due(body, due)? });
        }
        let mut next = due;
        while next < as_at {
            next = recurrence(body)?.after(next)?;
        }
        let seats_at = |day| on(capacities, day).map_or(0, |capacity| capacity.seats);
        Some(Self {
            which: Which::Later,
            counted_from: CountedFrom::FirstLastDay(due),
            added: seats_at(next).saturating_sub(seats_at(as_at)),
            ..Self::due(body, next)?
        })
    }

    /// An election on a last day, and what comes before it.
    fn due(body: &'a Body, due_by: Date) -> Option<Self> {
        let clause = body.elections.as_ref()?;
        let letter_by = clause.invitation.means().0.before(due_by);
        Some(Self {
            which: Which::Later,
            due_by,
            article: clause.timetable_article(),
            counted_from: CountedFrom::FirstLastDay(due_by),
            seats: None,
            ending: 0,
            added: 0,
            letter_by,
            nominations_close: letter_by.and_then(|letter| clause.nominations.means().0.after(letter)),
            list_by: clause.list.as_ref().and_then(|list| list.means().0.before(due_by)),
        })
    }
}
