//! The two readings of a gap in a clause on entry into force, where a report's due date depends on them.

use crate::bound::Bound;
use crate::calendar::{AsAt, DateOfEffect};
use crate::consent::PartyHistory;
use crate::entry_into_force::EntryIntoForce;
use crate::final_clauses::IntervalReading;
use crate::party::PartyIndex;
use crate::reason::Reason;
use crate::record::{Record, TreatyRecord};

/// How the gap was read for a State, and what the other reading would give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TwoReadings {
    pub(super) applied: IntervalReading,
    pub(super) other: IntervalReading,
    pub(super) other_in_force: DateOfEffect,
}

/// The two readings, where the State's entry into force has two. A decision of the depositary settles the matter.
pub(super) fn of(
    party: PartyIndex,
    in_force: EntryIntoForce,
    treaty: &TreatyRecord,
    record: &Record,
    as_at: AsAt,
) -> Option<TwoReadings> {
    let each = treaty.treaty.entry_into_force.as_ref()?.each_party.as_ref()?;
    each.interval.as_ref()?.other?;
    let history = PartyHistory::of(treaty.acts_of(party), as_at)?;
    let mut reasons = Vec::new();
    Bound::of(&history, in_force, treaty, record, as_at, &mut reasons);
    let mut readings = None;
    for reason in reasons {
        match reason {
            Reason::Interval { applied, other: Some(other), .. } => {
                let (applied, other_in_force) = (applied.reading, other.date);
                readings = Some(TwoReadings { applied, other: other.reading, other_in_force });
            }
            Reason::Decided { .. } => readings = None,
            _ => {}
        }
    }
    readings
}
