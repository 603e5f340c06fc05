//! The days on which a treaty enters into force, for itself and for each State, and those on which a State is no longer
//! bound.

use super::{Asked, Clock, What};
use crate::calendar::DateOfEffect;

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    let treaty = &asked.treaty.treaty;
    let clause = treaty.entry_into_force.as_ref();
    let article = clause.map(|clause| clause.article.as_str());
    let of_treaty = asked.status.entry_into_force.date;
    let mut clocks = Vec::new();
    clocks.extend(of_treaty.map(|day| asked.clock(day.day(), What::EntryIntoForce, article, None)));
    let each = clause.and_then(|clause| clause.each_party.as_ref()).map(|each| each.article.as_str());
    let leaving = treaty.denunciation.as_ref().map(|clause| clause.article.as_str());
    for one in asked.bound() {
        let with_the_treaty = one.in_force == of_treaty;
        let own = if with_the_treaty { article } else { each.or(article) };
        let put = |day: DateOfEffect, what, article| asked.clock(day.day(), what, article, Some(one.party));
        clocks.extend(one.in_force.map(|day| put(day, What::EntryIntoForceForState, own)));
        // That a State is no more on some day to come nobody knows beforehand; only what was given notice of lies ahead.
        let ceases = asked.record.parties[one.party].existed.and_then(|span| span.until);
        let notified = one.ended.filter(|day| Some(day.day()) != ceases);
        clocks.extend(notified.map(|day| put(day, What::EndOfParticipation, leaving)));
    }
    clocks
}
