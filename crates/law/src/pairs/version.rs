//! Which version of a treaty is in force between two parties, where it has been amended (VCLT 40).

use crate::calendar::{AsAt, DateOfEffect};
use crate::entry_into_force::EntryIntoForce;
use crate::final_clauses::Binds;
use crate::party::PartyIndex;
use crate::reason::Unasked;
use crate::record::{Record, TreatyRecord};
use crate::state::part_in;
use crate::treaty::Treaty;

/// An amendment in force, between two parties to the treaty amended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Version<'a> {
    /// The amendment.
    pub amendment: &'a Treaty,
    /// Since when it is in force.
    pub in_force: DateOfEffect,
    /// How each of the two is bound by it.
    pub bound: [BoundBy; 2],
}

/// How a party to a treaty is bound by an amendment of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BoundBy {
    /// It has accepted the amendment.
    Acceptance(DateOfEffect),
    /// It became a party to the treaty after the amendment was in force, and so to the treaty as amended (VCLT 40(5)(a)).
    JoiningLater(DateOfEffect),
    /// The treaty's own clause binds all parties.
    TheTreaty(DateOfEffect),
    /// It is not (VCLT 40(4)).
    Nothing,
}

impl BoundBy {
    /// Since when.
    #[must_use]
    pub const fn since(self) -> Option<DateOfEffect> {
        match self {
            Self::Acceptance(day) | Self::JoiningLater(day) | Self::TheTreaty(day) => Some(day),
            Self::Nothing => None,
        }
    }

    /// The word by which programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Acceptance(_) => "acceptance",
            Self::JoiningLater(_) => "joining-later",
            Self::TheTreaty(_) => "the-treaty",
            Self::Nothing => "nothing",
        }
    }
}

impl<'a> Version<'a> {
    /// The amendments of a treaty in force on a day, between two parties to it.
    #[must_use]
    pub fn all(treaty: &TreatyRecord, states: [PartyIndex; 2], record: &'a Record, as_at: AsAt) -> Vec<Self> {
        let id = &treaty.treaty.treaty;
        let amends =
            |other: &&'a TreatyRecord| other.treaty.amendment.as_ref().is_some_and(|amendment| amendment.of == *id);
        record
            .treaties()
            .filter(amends)
            .filter_map(|amendment| {
                let in_force = EntryIntoForce::of(amendment, record, as_at, &mut Unasked).date;
                let in_force = in_force.filter(|day| as_at.reaches(*day))?;
                let bound = states.map(|state| bound_by(state, amendment, in_force, treaty, record, as_at));
                Some(Self { amendment: &amendment.treaty, in_force, bound })
            })
            .collect()
    }

    /// Since when the treaty is in force between the two as amended; `None`: it is as it was before (VCLT 40(4)(b)).
    #[must_use]
    pub fn since(&self) -> Option<DateOfEffect> {
        let [one, other] = self.bound.map(BoundBy::since);
        Some(one?.max(other?))
    }
}

fn bound_by(
    state: PartyIndex,
    amendment: &TreatyRecord,
    in_force: DateOfEffect,
    amended: &TreatyRecord,
    record: &Record,
    as_at: AsAt,
) -> BoundBy {
    let part = part_in(amendment, state, record, as_at).map(|(_, part)| part);
    if let Some(since) = part.filter(|part| part.is_party(as_at)).and_then(|part| part.in_force) {
        return BoundBy::Acceptance(since);
    }
    let joined = part_in(amended, state, record, as_at).map(|(_, part)| part).filter(|part| part.is_party(as_at));
    let Some((joined, consent)) = joined.and_then(|part| Some((part.in_force?, part.consent?))) else {
        return BoundBy::Nothing;
    };
    if amendment.treaty.amendment.as_ref().is_some_and(|clause| clause.binds == Binds::AllParties) {
        return BoundBy::TheTreaty(in_force.max(joined));
    }
    if consent.counts_from().day() >= in_force.day() { BoundBy::JoiningLater(joined) } else { BoundBy::Nothing }
}
