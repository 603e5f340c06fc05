//! Outreach: which States are not bound by a treaty on a day, and what is on record of each. Nothing here says what a State
//! will do, or should: it is counts and facts, and no statement of anybody's status.

mod state;
mod summary;

pub use state::{Elapsed, Sister, StateNotBound};
pub use summary::{GroupCount, Summary};

use std::collections::HashMap;

use crate::activity::{Activity, Addressees, AnyState};
use crate::calendar::AsAt;
use crate::party::{AlphabeticalOrder, PartyIndex, PartyKind};
use crate::record::{Kept, Record, TreatyRecord};
use crate::status::{Participant, Status};
use crate::treaty::Treaty;

/// The States not bound by a treaty on a day.
#[derive(Debug, Clone)]
pub struct Outreach<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// The day.
    pub as_at: AsAt,
    /// Of which States there is talk.
    pub covers: Covers,
    /// The other treaties of the same family that had been adopted by the day and of which the register holds acts.
    pub sisters: Vec<&'a Treaty>,
    /// What was done to promote the treaty towards all States, or all that are not party, begun by the day.
    pub to_all: Vec<&'a Kept<Activity>>,
    /// In alphabetical order of the names of that day.
    pub states: Vec<StateNotBound<'a>>,
}

/// Of which States there is talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Covers {
    /// The treaty is open to all States: every State that existed on the day.
    AllStates,
    /// To whom it is open is said in words, or not at all: only States that have signed it or were bound by it once.
    StatesThatActed,
}

impl Covers {
    /// As the clause on participation says.
    #[must_use]
    pub fn of(treaty: &Treaty) -> Self {
        match treaty.participation.open_to.as_deref() {
            Some("all States" | "all States and regional integration organizations") => Self::AllStates,
            _ => Self::StatesThatActed,
        }
    }

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AllStates => "all-states",
            Self::StatesThatActed => "states-that-acted",
        }
    }
}

impl<'a> Outreach<'a> {
    /// Looks at every State that is not bound on the day.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let status = Status::of(treaty, record, as_at);
        let mut parts: HashMap<PartyIndex, Participant<'a>> =
            status.participants.into_iter().map(|part| (part.party, part)).collect();
        let covers = Covers::of(&treaty.treaty);
        let related: Vec<(&Treaty, Status<'_>)> = sisters_of(&treaty.treaty, record, as_at)
            .map(|sister| (&sister.treaty, Status::of(sister, record, as_at)))
            .collect();
        let done = Done::about(&treaty.treaty, record, as_at);
        let mut not_bound = Vec::new();
        for (index, party) in record.parties.iter() {
            let part = parts.remove(&index);
            let bound = part.as_ref().is_some_and(|part| part.is_contracting(as_at));
            let concerned = covers == Covers::AllStates || part.is_some();
            if party.kind == PartyKind::State && party.existed_on(as_at.day()) && concerned && !bound {
                not_bound.push(StateNotBound::of(index, part, &related, &done, record, as_at));
            }
        }
        let order = AlphabeticalOrder::english();
        not_bound.sort_by(|one, other| order.compare(one.name.sort_key(), other.name.sort_key()));
        let sisters = related.into_iter().map(|(sister, _)| sister).collect();
        Self { treaty: &treaty.treaty, as_at, covers, sisters, to_all: done.to_all, states: not_bound }
    }
}

/// The treaties of the same family that had been adopted by the day and of which the register holds acts: without any nothing
/// can be said of a State's part.
fn sisters_of<'a>(treaty: &'a Treaty, record: &'a Record, as_at: AsAt) -> impl Iterator<Item = &'a TreatyRecord> {
    record.treaties().filter(move |other| {
        let family = other.treaty.family.as_ref();
        family.is_some()
            && family == treaty.family.as_ref()
            && other.treaty.treaty != treaty.treaty
            && as_at.follows(other.treaty.adopted.on)
            && !other.acts.is_empty()
    })
}

/// What was done to promote a treaty, begun by a day.
struct Done<'a> {
    to_states: Vec<&'a Kept<Activity>>,
    to_all: Vec<&'a Kept<Activity>>,
}

impl<'a> Done<'a> {
    fn about(treaty: &Treaty, record: &'a Record, as_at: AsAt) -> Self {
        let begun = |kept: &&Kept<Activity>| {
            kept.what.treaty == treaty.treaty && kept.what.when().is_none_or(|when| when.may_have_begun_by(as_at.day()))
        };
        let (mut to_states, mut to_all) = (Vec::new(), Vec::new());
        for kept in record.current_activities().filter(begun) {
            match &kept.what.addressed_to {
                Some(Addressees::States(_)) => to_states.push(kept),
                Some(Addressees::Any(AnyState::All | AnyState::NotParty)) => to_all.push(kept),
                Some(Addressees::Any(AnyState::Party)) | None => {}
            }
        }
        to_states.sort_by_key(|kept| (kept.what.when(), kept.entry));
        to_all.sort_by_key(|kept| (kept.what.when(), kept.entry));
        Self { to_states, to_all }
    }
}
