//! What was done to promote treaties, as data.

use serde::Serialize;

use crate::act::Standing;
use crate::activity::{ActivitiesAsked, Activity, ActivityKind, Addressees, Organizer, OrganizerKind};
use crate::calendar::{AsAt, Date, DateOfKnowledge};
use crate::party::PartyCode;
use crate::record::{Kept, Record};
use crate::treaty::TreatyId;
use crate::when::When;

/// Activities, as at a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActivitiesAnswer {
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// By day; those without one first.
    pub activities: Vec<ActivityAnswer>,
}

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActivityAnswer {
    /// Its short name.
    pub id: String,
    /// What sort of activity.
    pub activity: ActivityKind,
    /// A date or an interval; null where the source does not say.
    pub date: Option<When>,
    /// Whether it has no end: it was still going on when the source was written.
    pub ongoing: bool,
    /// Who did it, by name.
    pub organizers: Vec<String>,
    /// Who did it, with what each is.
    pub organized_by: Vec<OrganizerAnswer>,
    /// What they did.
    pub what: String,
    /// On which occasion.
    pub occasion: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// The States to which it was addressed; null where nothing is said of it.
    pub addressed_to: Option<AddressedAnswer>,
    /// To which end.
    pub purpose: Option<String>,
    /// What came of it; null where nothing is recorded.
    pub outcome: Option<String>,
    /// Who else took part.
    pub participants: Vec<String>,
    /// A document in which it is recorded.
    pub document: Option<String>,
    /// The treaty promoted.
    pub treaty: TreatyId,
    /// The resolution whose request it serves.
    pub serves: Option<String>,
    /// The paragraph of that resolution.
    pub serves_paragraph: Option<String>,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// The entry.
    pub entry: u64,
}

/// Somebody who did something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OrganizerAnswer {
    /// The name, as the activity has it.
    pub name: String,
    /// What it is, as the activity says or the record of the promoting body; null where neither does.
    pub kind: Option<OrganizerKind>,
    /// The short name of the promoting body that is meant.
    pub promoter: Option<String>,
}

/// To whom something was addressed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum AddressedAnswer {
    /// To States by name.
    States {
        /// Which.
        states: Vec<NamedState>,
    },
    /// To all States.
    AllStates,
    /// To those not party to the treaty.
    StatesNotParty,
    /// To those party to it.
    StatesParties,
}

/// A State with the name that it had at the time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NamedState {
    /// The code.
    pub party: PartyCode,
    /// The name.
    pub name: String,
}

impl ActivitiesAnswer {
    /// The activities asked for that may have been done by a day, each as it was recorded last.
    #[must_use]
    pub fn of(asked: &ActivitiesAsked, record: &Record, as_at: AsAt) -> Self {
        let begun = |kept: &&Kept<Activity>| kept.what.when().is_none_or(|when| when.may_have_begun_by(as_at.day()));
        let wanted = |kept: &&Kept<Activity>| asked.includes(kept, record);
        let mut found: Vec<&Kept<Activity>> = record.current_activities().filter(begun).filter(wanted).collect();
        found.sort_by_key(|kept| (kept.what.when(), &kept.what.id));
        let answer = |kept: &Kept<Activity>| ActivityAnswer::of(kept, record, as_at);
        Self { as_at, known_at: record.last_recorded(), activities: found.into_iter().map(answer).collect() }
    }
}

impl ActivityAnswer {
    /// An activity with what the record says of those who are named in it.
    #[must_use]
    pub fn of(kept: &Kept<Activity>, record: &Record, as_at: AsAt) -> Self {
        let activity = kept.what.clone();
        let date = activity.when();
        let day = date.and_then(|when| when.latest()).unwrap_or(as_at.day()).min(as_at.day());
        let organizer = |one: &Organizer| OrganizerAnswer {
            name: one.name.clone(),
            kind: record.organizer_kind(one, &activity.treaty),
            promoter: record.promoter_called(&one.name, &activity.treaty).map(|body| body.what.id.clone()),
        };
        Self {
            date,
            ongoing: date.is_some_and(|when| when.is_open_ended()),
            organizers: activity.organizers.iter().map(|one| one.name.clone()).collect(),
            organized_by: activity.organizers.iter().map(organizer).collect(),
            addressed_to: activity.addressed_to.as_ref().map(|to| AddressedAnswer::of(to, record, day)),
            id: activity.id,
            activity: activity.kind,
            what: activity.what,
            occasion: activity.occasion,
            place: activity.place,
            purpose: activity.purpose,
            outcome: activity.outcome,
            participants: activity.participants,
            document: activity.document,
            treaty: activity.treaty,
            serves: activity.serves,
            serves_paragraph: activity.serves_paragraph,
            standing: kept.standing,
            sources: kept.sources.clone(),
            entry: kept.entry,
        }
    }
}

impl AddressedAnswer {
    fn of(to: &Addressees, record: &Record, day: Date) -> Self {
        use crate::activity::AnyState;
        let named = |code: &PartyCode| NamedState {
            party: *code,
            name: record
                .parties
                .by_code(*code)
                .map_or_else(|| code.to_string(), |at| record.parties[at].name_on(day).name.clone()),
        };
        match to {
            Addressees::States(states) => Self::States { states: states.iter().map(named).collect() },
            Addressees::Any(AnyState::All) => Self::AllStates,
            Addressees::Any(AnyState::NotParty) => Self::StatesNotParty,
            Addressees::Any(AnyState::Party) => Self::StatesParties,
        }
    }
}
