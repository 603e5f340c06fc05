//! A State that is not bound, and what is on record of it.

use jiff::Unit;

use super::Done;
use crate::activity::Activity;
use crate::calendar::{AsAt, Date, DateOfEffect};
use crate::party::{Name, PartyIndex};
use crate::record::{Kept, Record, RecordedAct};
use crate::status::{Participant, Status};
use crate::treaty::Treaty;

/// A State that is not bound by a treaty on a day.
#[derive(Debug, Clone)]
pub struct StateNotBound<'a> {
    /// Which.
    pub party: PartyIndex,
    /// Its name on the day.
    pub name: &'a Name,
    /// Its signature, on the depositary's record.
    pub signature: Option<&'a RecordedAct>,
    /// How long ago it signed, where the day is known.
    pub since: Option<Elapsed>,
    /// The day from which it is no longer bound, where it was once.
    pub ended: Option<DateOfEffect>,
    /// What was merely reported of it.
    pub reported: Vec<&'a RecordedAct>,
    /// What was done to promote the treaty that was addressed to it by name, by day.
    pub addressed: Vec<&'a Kept<Activity>>,
    /// Its part in the treaties of the same family, in the order of these.
    pub sisters: Vec<Sister<'a>>,
    /// The regional group to which it belongs at the United Nations.
    pub group: Option<&'a str>,
}

/// A State's part in a treaty of the same family.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sister<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// Since when the State has been party to it; `None`: it is not.
    pub party_since: Option<DateOfEffect>,
}

/// How long between two days, in whole years, months and days of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Elapsed {
    /// Whole years.
    pub years: i16,
    /// Whole months after them.
    pub months: i32,
    /// Days after those.
    pub days: i32,
}

impl Elapsed {
    /// The time from one day to a later one; `None` where it is not later or the same.
    ///
    /// ```
    /// use law::outreach::Elapsed;
    /// let between = |from: &str, to: &str| Elapsed::between(from.parse().unwrap(), to.parse().unwrap());
    /// assert_eq!(between("1998-10-07", "2003-06-10"), Some(Elapsed { years: 4, months: 8, days: 3 }));
    /// assert_eq!(between("2003-06-11", "2003-06-10"), None);
    /// ```
    #[must_use]
    pub fn between(from: Date, to: Date) -> Option<Self> {
        let span = (from <= to).then(|| from.until((Unit::Year, to)).ok()).flatten()?;
        Some(Self { years: span.get_years(), months: span.get_months(), days: span.get_days() })
    }

    /// Whether it is more than so many years.
    #[must_use]
    pub fn is_more_than_years(self, years: i16) -> bool {
        self > Self { years, months: 0, days: 0 }
    }
}

impl<'a> StateNotBound<'a> {
    pub(super) fn of(
        party: PartyIndex,
        part: Option<Participant<'a>>,
        related: &[(&'a Treaty, Status<'a>)],
        done: &Done<'a>,
        record: &'a Record,
        as_at: AsAt,
    ) -> Self {
        let known = &record.parties[party];
        let signature = part.as_ref().and_then(|part| part.signature).filter(|act| act.standing.counts());
        let sister = |(treaty, status): &(&'a Treaty, Status<'a>)| {
            let part = status.participants.iter().find(|part| part.party == party && part.is_party(as_at));
            Sister { treaty, party_since: part.and_then(|part| part.in_force) }
        };
        let to_it = |kept: &&&'a Kept<Activity>| {
            kept.what.addressed_to.as_ref().is_some_and(|to| to.named().contains(&known.code))
        };
        Self {
            party,
            name: known.name_on(as_at.day()),
            signature,
            since: signature.and_then(|act| Elapsed::between(act.date.exact()?.day(), as_at.day())),
            ended: part.as_ref().and_then(|part| part.ended).filter(|day| as_at.reaches(*day)),
            reported: part.map(|part| part.reported).unwrap_or_default(),
            addressed: done.to_states.iter().filter(to_it).copied().collect(),
            sisters: related.iter().map(sister).collect(),
            group: known.group.as_deref(),
        }
    }

    /// What was last addressed to it by name, of what has a day.
    #[must_use]
    pub fn last(&self) -> Option<&'a Kept<Activity>> {
        self.addressed.iter().rev().find(|kept| kept.what.when().is_some()).copied()
    }

    /// To how many treaties of the same family it is party.
    #[must_use]
    pub fn party_to(&self) -> usize {
        self.sisters.iter().filter(|sister| sister.party_since.is_some()).count()
    }
}
