//! Mandates: what resolutions ask of somebody, and what has become of it.
//!
//! A mandate is "a request or a direction for action" that derives from a resolution; how it stands is said in the words of
//! the mandate review: completed, in progress, not implemented, not applicable, no indication. Nothing here is concluded
//! from silence: without a record, there is no indication.

mod discharge;
mod examination;
mod promotion;
mod session;

pub use discharge::{Discharge, DischargedBy, MeetingOf, Outcome};
pub use examination::{Proposed, examine};
pub use session::{closes, session_after};

use crate::activity::Activity;
use crate::calendar::{AsAt, Date};
use crate::entry_into_force::EntryIntoForce;
use crate::reason::Unasked;
use crate::record::{Kept, Record};
use crate::resolution::{Once, OperativePart, Resolution};

/// One thing that a resolution asks of somebody, as at a day.
#[derive(Debug, Clone)]
pub struct Mandate<'a> {
    /// The resolution.
    pub resolution: &'a Kept<Resolution>,
    /// The place of the paragraph in it, from 1.
    pub place: usize,
    /// The paragraph.
    pub part: &'a OperativePart,
    /// From when it can be done; `None`: what it depends on has not happened by the day. It is open all the same: the
    /// resolution asks for it.
    pub since: Option<Date>,
    /// The last day on which it can be done in time.
    pub due: Option<Date>,
    /// How it stands.
    pub standing: MandateStatus,
    /// What was recorded about it by the day, by day.
    pub discharges: Vec<&'a Kept<Discharge>>,
    /// The activities that serve it, done by the day and since it is owed.
    pub served_by: Vec<&'a Kept<Activity>>,
    /// The later paragraph that renews it.
    pub renewed_by: Option<(&'a Kept<Resolution>, usize)>,
}

/// How a mandate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MandateStatus {
    /// It has been done.
    Completed,
    /// It is being done.
    InProgress,
    /// It was not done.
    NotImplemented,
    /// It no longer applies.
    NotApplicable,
    /// Nothing is recorded.
    NoIndication,
}

impl MandateStatus {
    /// The word for it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Completed => "completed",
            Self::InProgress => "in progress",
            Self::NotImplemented => "not implemented",
            Self::NotApplicable => "not applicable",
            Self::NoIndication => "no indication",
        }
    }

    /// Whether something is still to be done.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::InProgress | Self::NotImplemented | Self::NoIndication)
    }
}

impl From<Outcome> for MandateStatus {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Completed => Self::Completed,
            Outcome::InProgress => Self::InProgress,
            Outcome::NotImplemented => Self::NotImplemented,
            Outcome::NotApplicable => Self::NotApplicable,
        }
    }
}

impl Mandate<'_> {
    /// Whether it is open and its last day is over.
    #[must_use]
    pub fn is_overdue(&self, as_at: AsAt) -> bool {
        self.standing.is_open() && self.due.is_some_and(|due| due < as_at.day())
    }

    /// What other records call the paragraph: its short name, its number, or its place.
    #[must_use]
    pub fn paragraph(&self) -> String {
        let named = self.part.id.as_ref().or(self.part.number.as_ref());
        named.map_or_else(|| self.place.to_string(), Clone::clone)
    }
}

/// What the resolutions adopted by a day ask, by day of adoption, then by symbol, then in the order of their text.
#[must_use]
pub fn of_all(record: &Record, as_at: AsAt) -> Vec<Mandate<'_>> {
    let mut resolutions: Vec<&Kept<Resolution>> = record.current_resolutions().collect();
    resolutions.retain(|kept| kept.what.date <= as_at.day());
    resolutions.sort_by_key(|kept| (kept.what.date, &kept.what.symbol));
    let later = resolutions.clone();
    let asked = resolutions.into_iter().flat_map(|kept| (1..).zip(&kept.what.paragraphs).map(move |part| (kept, part)));
    asked
        .filter(|(_, (_, part))| part.verb.asks() && part.addressee.is_some())
        .map(|(kept, (place, part))| mandate(kept, place, part, &later, record, as_at))
        .collect()
}

fn mandate<'a>(
    kept: &'a Kept<Resolution>,
    place: usize,
    part: &'a OperativePart,
    later: &[&'a Kept<Resolution>],
    record: &'a Record,
    as_at: AsAt,
) -> Mandate<'a> {
    let since = owed_since(&kept.what, part, record, as_at);
    let is_it = |symbol: &str, paragraph: &str| {
        symbol == kept.what.symbol && kept.what.paragraph(paragraph).is_some_and(|(at, _)| at == place)
    };
    let mut discharges: Vec<&Kept<Discharge>> = record
        .discharges()
        .filter(|one| one.what.date <= as_at.day() && is_it(&one.what.resolution, &one.what.paragraph))
        .collect();
    // Of what was said on one day the most done counts, in whatever order it was recorded.
    discharges.sort_by_key(|one| (one.what.date, one.what.status, one.entry));
    let serves = |one: &&Kept<Activity>| {
        let of = one.what.serves.as_deref().zip(one.what.serves_paragraph.as_deref());
        of.is_some_and(|(symbol, paragraph)| is_it(symbol, paragraph)) && was_done(&one.what, since, as_at)
    };
    let served_by: Vec<&Kept<Activity>> = record.current_activities().filter(serves).collect();
    let renews = |other: &OperativePart| {
        other.renews.as_ref().is_some_and(|renewed| is_it(&renewed.resolution, &renewed.paragraph))
    };
    let renewed_by = later
        .iter()
        .find_map(|one| (1..).zip(&one.what.paragraphs).find(|(_, other)| renews(other)).map(|(at, _)| (*one, at)));
    let standing = match discharges.last() {
        Some(last) => last.what.status.into(),
        None if !served_by.is_empty() => MandateStatus::InProgress,
        None => MandateStatus::NoIndication,
    };
    let due = due(&kept.what, part);
    Mandate { resolution: kept, place, part, since, due, standing, discharges, served_by, renewed_by }
}

/// From when a paragraph is owed: its adoption, or what it depends on.
fn owed_since(resolution: &Resolution, part: &OperativePart, record: &Record, as_at: AsAt) -> Option<Date> {
    match part.once {
        None => Some(resolution.date),
        Some(Once::InForce) => {
            let treaty = record.treaty_by_id(resolution.treaty.as_ref()?)?;
            let day = EntryIntoForce::of(treaty, record, as_at, &mut Unasked).date?.day();
            Some(day.max(resolution.date)).filter(|day| *day <= as_at.day())
        }
    }
}

/// The last day on which a paragraph can be done in time.
fn due(resolution: &Resolution, part: &OperativePart) -> Option<Date> {
    let of_session = || part.session.and_then(|session| closes(&resolution.organ, session));
    part.by.and_then(|by| by.latest()).or_else(of_session)
}

/// Whether an activity was done by a day, and may have been done since another. One without a day is taken to have been.
fn was_done(activity: &Activity, since: Option<Date>, as_at: AsAt) -> bool {
    let Some(since) = since else { return false };
    let Some(when) = activity.when() else { return true };
    when.had_certainly_begun_by(as_at.day()) && !when.is_certainly_before(since)
}
