//! One State's whole treaty record as at a day.

use crate::calendar::AsAt;
use crate::consent::PartyHistory;
use crate::entry_into_force::EntryIntoForce;
use crate::party::PartyIndex;
use crate::reason::Unasked;
use crate::record::{Record, TreatyRecord};
use crate::status::{Participant, participant};

/// What a State has done towards every treaty of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StateRecord<'a> {
    /// The State (or organization).
    pub party: PartyIndex,
    /// The day.
    pub as_at: AsAt,
    /// Its part in each treaty towards which it had done anything by that day, by the treaty's identifier.
    pub treaties: Vec<(&'a crate::treaty::Treaty, Participant<'a>)>,
}

impl<'a> StateRecord<'a> {
    /// The record of a State on a day.
    #[must_use]
    pub fn of(party: PartyIndex, record: &'a Record, as_at: AsAt) -> Self {
        let treaties = record.treaties().filter_map(|treaty| part_in(treaty, party, record, as_at)).collect();
        Self { party, as_at, treaties }
    }
}

/// A State's part in a treaty on a day; `None` when it had done nothing towards it by then.
pub(crate) fn part_in<'a>(
    treaty: &'a TreatyRecord,
    party: PartyIndex,
    record: &'a Record,
    as_at: AsAt,
) -> Option<(&'a crate::treaty::Treaty, Participant<'a>)> {
    let history = PartyHistory::of(treaty.acts_of(party), as_at)?;
    let in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
    Some((&treaty.treaty, participant(history, in_force, treaty, record, as_at)))
}
