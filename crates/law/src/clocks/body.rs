//! What is due in a treaty body, or changes there.

use super::{Asked, Clock, What};
use crate::committee::Committee;

pub(super) fn clocks(asked: &Asked<'_>) -> Vec<Clock> {
    let committee = Committee::of(asked.treaty, asked.record, asked.as_at);
    let deadlines = committee.iter().flat_map(Committee::deadlines);
    deadlines.map(|one| asked.clock(one.day, What::Body(one.due), Some(one.article), None)).collect()
}
