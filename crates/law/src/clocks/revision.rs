//! From when a revision may be asked for.

use super::{Asked, Clock, What};

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    possible(asked).into_iter().collect()
}

fn possible(asked: &Asked<'_>) -> Option<Clock> {
    let treaty = &asked.treaty.treaty;
    let clause = treaty.revision.as_ref()?;
    let floor = clause.not_before.as_ref().filter(|floor| floor.runs_from_the_treaty())?;
    let from = asked.status.entry_into_force.date?.day();
    let reckoning = floor.delay().reckon(from, treaty.month_end.unwrap_or_default()).ok()?;
    Some(asked.clock(reckoning.to, What::RevisionPossible, Some(&clause.article), None))
}
