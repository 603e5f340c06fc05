//! From when each party may leave.

use super::{Asked, Clock, What};
use crate::bound::earliest_denunciation;

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    let treaty = asked.treaty;
    let (Some(clause), Some(of_treaty)) = (&treaty.treaty.denunciation, asked.status.entry_into_force.date) else {
        return Vec::new();
    };
    let article = Some(clause.article.as_str());
    let month_end = treaty.treaty.month_end.unwrap_or_default();
    let mut clocks = Vec::new();
    // One that has given notice needs no leave to.
    for one in asked.bound().filter(|one| one.ended.is_none()) {
        let earliest = one.in_force.and_then(|day| earliest_denunciation(treaty, day, of_treaty));
        let Some(earliest) = earliest else { continue };
        let effect = clause.effect.delay().reckon(earliest.day(), month_end).ok();
        let put = |day, what| asked.clock(day, what, article, Some(one.party));
        clocks.push(put(earliest.day(), What::DenunciationPossible));
        clocks.extend(effect.map(|reckoning| put(reckoning.to, What::DenunciationEarliestEffect)));
    }
    clocks
}
