//! The States parties on a day: for whom the treaty is in force, and beside them those that have only deposited.

use crate::calendar::{AsAt, Date};
use crate::party::{PartyIndex, PartyKind};
use crate::record::{Record, TreatyRecord};
use crate::status::{Participant, Status};

/// The States parties on a day, from whom quorum and majorities are counted.
///
/// A press release that counts deposits comes to more: a State party is one for which the treaty is in force (Vienna
/// Convention on the Law of Treaties, article 2(1)(g)). An organization has no vote beside its member States.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatesParties {
    /// The day.
    pub on: Date,
    /// Those for which the treaty is in force.
    pub in_force: Vec<PartyIndex>,
    /// Those that are bound by an instrument on deposit, whether or not it is in force for them yet.
    pub deposited: Vec<PartyIndex>,
}

impl StatesParties {
    /// Those of a day.
    #[must_use]
    pub fn of(treaty: &TreatyRecord, record: &Record, on: Date) -> Self {
        let as_at = AsAt::new(on);
        let status = Status::of(treaty, record, as_at);
        let of_states = |wanted: &dyn Fn(&Participant<'_>) -> bool| {
            let wanted = status.participants.iter().filter(|one| wanted(one)).map(|one| one.party);
            wanted.filter(|party| record.parties[*party].kind == PartyKind::State).collect()
        };
        let (in_force, deposited) =
            (of_states(&|one| one.is_party(as_at)), of_states(&|one| one.is_contracting(as_at)));
        Self { on, in_force, deposited }
    }
}
