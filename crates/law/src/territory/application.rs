//! Whether a treaty applies to a territory on a day, and since when (VCLT 29).

use super::{Joins, Territory};
use crate::calendar::{AsAt, DateOfEffect};
use crate::final_clauses::ReservationRules;
use crate::party::PartyCode;
use crate::record::{Kept, Record, TreatyRecord};
use crate::reservation::{Statements, day_made};
use crate::state::part_in;
use crate::statement::{Statement, StatementKind};

/// A treaty's application to a territory on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Application<'a> {
    /// The State responsible for the territory on the day.
    pub party: Option<PartyCode>,
    /// Since when the treaty applies to it; `None`: it does not.
    pub since: Option<DateOfEffect>,
    /// The statement that decides; none where the territory follows its State, or was not named.
    pub by: Option<&'a Kept<Statement>>,
}

impl<'a> Application<'a> {
    /// A treaty's application to a territory on a day. What a State said of a territory counts while it is responsible for
    /// it: a State that takes the responsibility over says anew what applies.
    #[must_use]
    pub fn of(territory: &Territory, treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let nowhere = Self { party: territory.responsible(as_at), since: None, by: None };
        let responsible = territory.of.iter().find(|one| Some(one.party) == nowhere.party && one.covers(as_at.day()));
        let Some((responsible, party)) = responsible.and_then(|one| Some((one, record.parties.by_code(one.party)?)))
        else {
            return nowhere;
        };
        let part = part_in(treaty, party, record, as_at).map(|(_, participant)| participant);
        let in_force = part.filter(|part| part.is_party(as_at)).and_then(|part| part.in_force);
        let Some(in_force) = in_force else { return nowhere };
        let statements = Statements::of(treaty, record, as_at);
        let rules = ReservationRules::of(treaty.treaty.reservations.as_ref());
        let named = |kept: &&&'a Kept<Statement>| {
            let what = &kept.what;
            matches!(what.kind, StatementKind::Extension | StatementKind::Exclusion)
                && what.party == responsible.party
                && what.territories.iter().any(|name| territory.is_called(name))
                && statements.withdrawn(&what.id, rules).is_none_or(|day| !as_at.follows(day))
        };
        let last = statements.all().iter().filter(named).copied().last();
        let taken_over = responsible.from.map_or(in_force, |from| in_force.max(DateOfEffect::new(from)));
        let since = match last {
            Some(kept) if kept.what.kind == StatementKind::Exclusion => None,
            Some(kept) => Some(in_force.max(DateOfEffect::new(day_made(&kept.what, treaty, record).at_latest().day()))),
            None if territory.joins == Joins::WithItsState => Some(taken_over),
            None => None,
        };
        Self { since, by: last, ..nowhere }
    }
}
