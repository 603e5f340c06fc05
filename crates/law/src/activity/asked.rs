//! Which activities are asked for.

use super::{Activity, ActivityKind, Addressees, AnyState, OrganizerKind};
use crate::act::Standing;
use crate::calendar::AsAt;
use crate::party::PartyCode;
use crate::record::{Kept, Record};
use crate::treaty::TreatyId;

/// Which activities are asked for; what is not named is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivitiesAsked {
    /// The treaty promoted.
    pub treaty: Option<TreatyId>,
    /// The sort.
    pub kind: Option<ActivityKind>,
    /// Words in the name of an organizer or of somebody who took part.
    pub by: Option<String>,
    /// What an organizer is.
    pub organizer_kind: Option<OrganizerKind>,
    /// The promoting body that organized it or took part, by its short name.
    pub promoter: Option<String>,
    /// Words in the name of the place.
    pub place: Option<String>,
    /// To whom it was addressed.
    pub addressed_to: Option<AddressedTo>,
    /// The resolution served.
    pub serves: Option<String>,
    /// The paragraph of that resolution, by its short name or number.
    pub paragraph: Option<String>,
    /// Not certainly before that day.
    pub from: Option<AsAt>,
    /// Not certainly after that day.
    pub to: Option<AsAt>,
    /// Whether something is recorded of what came of it.
    pub outcome: Option<OutcomeAsked>,
    /// On whose word.
    pub standing: Option<Standing>,
}

/// To whom something is addressed, as a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressedTo {
    /// To that State by name.
    State(PartyCode),
    /// To States of a kind, not by name.
    Any(AnyState),
}

/// Whether an outcome is recorded, as a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OutcomeAsked {
    /// One is.
    Recorded,
    /// None is.
    NotRecorded,
}

impl OutcomeAsked {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Recorded, Self::NotRecorded];

    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Recorded => "recorded",
            Self::NotRecorded => "not-recorded",
        }
    }
}

impl ActivitiesAsked {
    /// Whether an activity is among those asked for.
    #[must_use]
    pub fn includes(&self, kept: &Kept<Activity>, record: &Record) -> bool {
        let activity = &kept.what;
        self.treaty.as_ref().is_none_or(|treaty| activity.treaty == *treaty)
            && self.kind.is_none_or(|kind| activity.kind == kind)
            && self.standing.is_none_or(|standing| kept.standing == standing)
            && self.by_whom(activity, record)
            && self.about(activity)
            && self.at_the_time(activity)
    }

    fn by_whom(&self, activity: &Activity, record: &Record) -> bool {
        let names = || activity.organizer_names().into_iter().chain(activity.participants.iter().map(String::as_str));
        let mentions = |words: &String| names().any(|name| holds(name, words));
        let of_kind = |kind: OrganizerKind| {
            activity.organizers.iter().any(|one| record.organizer_kind(one, &activity.treaty) == Some(kind))
        };
        let with_body = |id: &String| {
            let body = record.promoter(id).map(|kept| &kept.what);
            body.is_some_and(|body| names().any(|name| body.is_called(name, &activity.treaty)))
        };
        self.by.as_ref().is_none_or(mentions)
            && self.organizer_kind.is_none_or(of_kind)
            && self.promoter.as_ref().is_none_or(with_body)
    }

    fn about(&self, activity: &Activity) -> bool {
        let there = |words: &String| activity.place.as_ref().is_some_and(|place| holds(place, words));
        let to = |asked: AddressedTo| match (&activity.addressed_to, asked) {
            (Some(Addressees::States(states)), AddressedTo::State(state)) => states.contains(&state),
            (Some(Addressees::Any(any)), AddressedTo::Any(asked)) => *any == asked,
            _ => false,
        };
        self.place.as_ref().is_none_or(there)
            && self.addressed_to.is_none_or(to)
            && self.serves.as_ref().is_none_or(|symbol| activity.serves.as_ref() == Some(symbol))
            && self.paragraph.as_ref().is_none_or(|named| activity.serves_paragraph.as_ref() == Some(named))
            && self.outcome.is_none_or(|asked| activity.outcome.is_some() == (asked == OutcomeAsked::Recorded))
    }

    fn at_the_time(&self, activity: &Activity) -> bool {
        let Some(when) = activity.when() else { return true };
        !self.from.is_some_and(|from| when.is_certainly_before(from.day()))
            && self.to.is_none_or(|to| when.may_have_begun_by(to.day()))
    }
}

fn holds(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}
