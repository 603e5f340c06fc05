//! One State's reports under every treaty that asks for them.

use super::compliance::Compliance;
use super::party::PartyReports;
use crate::calendar::AsAt;
use crate::entry_into_force::EntryIntoForce;
use crate::party::PartyIndex;
use crate::reason::Unasked;
use crate::record::{Record, TreatyRecord};
use crate::state::part_in;
use crate::treaty::Treaty;

/// A State's reports under all treaties, as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile<'a> {
    /// The State.
    pub party: PartyIndex,
    /// The day.
    pub as_at: AsAt,
    /// Its reports under each treaty to which it is, or was, a party, by the treaty's identifier.
    pub treaties: Vec<(&'a Treaty, PartyReports<'a>)>,
}

impl<'a> Profile<'a> {
    /// A State's reports under all treaties, as at a day.
    #[must_use]
    pub fn of(party: PartyIndex, record: &'a Record, as_at: AsAt) -> Self {
        let treaties = record.treaties().filter(|treaty| treaty.treaty.reports.is_some());
        let treaties = treaties.filter_map(|treaty| Some((&treaty.treaty, reports(treaty, party, record, as_at)?)));
        Self { party, as_at, treaties: treaties.collect() }
    }

    /// How far the State complies.
    #[must_use]
    pub fn compliance(&self) -> Compliance {
        Compliance::of(self.treaties.iter().map(|(_, reports)| reports))
    }
}

fn reports<'a>(
    treaty: &'a TreatyRecord,
    party: PartyIndex,
    record: &'a Record,
    as_at: AsAt,
) -> Option<PartyReports<'a>> {
    let (_, participant) = part_in(treaty, party, record, as_at)?;
    participant.in_force.filter(|day| as_at.reaches(*day))?;
    let in_force = EntryIntoForce::of(treaty, record, as_at, &mut Unasked);
    PartyReports::of(&participant, in_force, treaty, record, as_at)
}
