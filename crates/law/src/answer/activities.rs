//! What was done to promote treaties, as data.

use serde::Serialize;

use crate::act::Standing;
use crate::activity::{Activity, ActivityKind};
use crate::calendar::{AsAt, DateOfKnowledge};
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
    /// Who did it.
    pub organizers: Vec<String>,
    /// What they did.
    pub what: String,
    /// On which occasion.
    pub occasion: Option<String>,
    /// To which end.
    pub purpose: Option<String>,
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

/// Which activities are asked for; what is not named is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivitiesAsked {
    /// The treaty promoted.
    pub treaty: Option<TreatyId>,
    /// The sort.
    pub kind: Option<ActivityKind>,
    /// Words in the name of an organizer or of somebody who took part.
    pub by: Option<String>,
    /// The resolution served.
    pub serves: Option<String>,
    /// Not certainly before that day.
    pub from: Option<AsAt>,
}

impl ActivitiesAsked {
    fn includes(&self, activity: &Activity) -> bool {
        let people = || activity.organizers.iter().chain(&activity.participants);
        let named = |words: &String| people().any(|name| name.to_lowercase().contains(&words.to_lowercase()));
        let ended = |from: AsAt| activity.when().is_some_and(|when| when.is_certainly_before(from.day()));
        self.treaty.as_ref().is_none_or(|treaty| activity.treaty == *treaty)
            && self.kind.is_none_or(|kind| activity.kind == kind)
            && self.by.as_ref().is_none_or(named)
            && self.serves.as_ref().is_none_or(|symbol| activity.serves.as_ref() == Some(symbol))
            && !self.from.is_some_and(ended)
    }
}

impl ActivitiesAnswer {
    /// The activities asked for that may have been done by a day, each as it was recorded last.
    #[must_use]
    pub fn of(asked: &ActivitiesAsked, record: &Record, as_at: AsAt) -> Self {
        let begun = |kept: &&Kept<Activity>| kept.what.when().is_none_or(|when| when.may_have_begun_by(as_at.day()));
        let wanted = |kept: &&Kept<Activity>| asked.includes(&kept.what);
        let mut found: Vec<&Kept<Activity>> = record.current_activities().filter(begun).filter(wanted).collect();
        found.sort_by_key(|kept| (kept.what.when(), &kept.what.id));
        Self {
            as_at,
            known_at: record.last_recorded(),
            activities: found.into_iter().map(ActivityAnswer::of).collect(),
        }
    }
}

impl ActivityAnswer {
    fn of(kept: &Kept<Activity>) -> Self {
        let activity = kept.what.clone();
        let date = activity.when();
        Self {
            id: activity.id,
            activity: activity.kind,
            date,
            ongoing: date.is_some_and(|when| when.is_open_ended()),
            organizers: activity.organizers,
            what: activity.what,
            occasion: activity.occasion,
            purpose: activity.purpose,
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
