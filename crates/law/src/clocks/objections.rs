//! Until when the parties may object: to a correction of a text, or to an amendment that is otherwise deemed accepted.

use super::{Asked, Clock, What};
use crate::calendar::Date;
use crate::final_clauses::Trigger;

/// The rule on objections to a correction.
const CORRECTIONS: &str = "79(2) of the Vienna Convention on the Law of Treaties";

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    let treaty = &asked.treaty.treaty;
    let clause = treaty.entry_into_force.as_ref();
    let amendment = clause.and_then(|clause| deemed_accepted(&clause.when).map(|day| (day, clause.article.as_str())));
    let to_amendment =
        amendment.map(|(day, article)| asked.clock(day, What::Objections { symbol: None }, Some(article), None));
    let circulated = asked.treaty.rectifications.iter().filter(|paper| asked.as_at.follows(paper.circulated));
    let to_corrections = circulated.map(|paper| {
        let what = What::Objections { symbol: Some(paper.symbol.clone()) };
        asked.clock(paper.objections_until.day(), what, Some(CORRECTIONS), None)
    });
    to_amendment.into_iter().chain(to_corrections).collect()
}

/// The day on which an amendment is deemed accepted, if that is how it is.
fn deemed_accepted(trigger: &Trigger) -> Option<Date> {
    match trigger {
        Trigger::DeemedAccepted(acceptance) => Some(acceptance.on),
        Trigger::All(conditions) | Trigger::Any(conditions) => conditions.iter().find_map(deemed_accepted),
        _ => None,
    }
}
