//! Clocks, as data: a calendar.

use serde::Serialize;

use super::declarations::ThresholdAnswer;
use crate::calendar::{AsAt, Date, DateOfKnowledge, serde_day};
use crate::clocks::{Clock, What};
use crate::committee::Due;
use crate::party::{PartyCode, PartyIndex};
use crate::record::Record;
use crate::treaty::TreatyId;

/// The days that follow from the record, from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CalendarAnswer {
    /// The treaty; null: all treaties.
    pub treaty: Option<TreatyId>,
    /// The State whose calendar it is; null: that of all.
    pub party: Option<PartyCode>,
    /// The State's name on the day.
    pub name: Option<String>,
    /// The day on which things stand as the calendar shows them.
    pub as_at: AsAt,
    /// The first day of it: that one, or a later one that was asked for.
    #[serde(with = "serde_day")]
    pub from: Date,
    /// The last day of it; null: as far as anything is known.
    #[serde(with = "serde_day::option")]
    pub until: Option<Date>,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// The days, earliest first.
    pub clocks: Vec<CalendarDayAnswer>,
    /// The thresholds of optional declarations that are not reached, which have no day.
    pub thresholds: Vec<ThresholdAnswer>,
}

/// A day that follows from the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each answers a question of its own about the day")]
pub struct CalendarDayAnswer {
    /// The day.
    #[serde(with = "serde_day")]
    pub day: Date,
    /// The treaty.
    pub treaty: TreatyId,
    /// Its short title, in English.
    pub title: String,
    /// What is due, becomes possible or changes.
    pub what: &'static str,
    /// Whether it is a last day by which something must be done.
    pub deadline: bool,
    /// The article.
    pub article: Option<String>,
    /// Whom it concerns; null: all the States parties.
    pub party: Option<PartyCode>,
    /// The name of whom it concerns, on the day asked about.
    pub name: Option<String>,
    /// The same as in running text.
    pub name_in_text: Option<String>,
    /// The number of the report that it is about.
    pub report: Option<u16>,
    /// The kind of that report.
    pub kind: Option<&'static str>,
    /// How many terms end, or how many seats there are from then on.
    pub number: Option<u16>,
    /// The document that set the day.
    pub symbol: Option<String>,
    /// Whether the day follows from the reading of a gap in the treaty that the register does not apply.
    pub other_reading: bool,
    /// Whether what was due had been done by the day asked about.
    pub done: bool,
    /// Whether the day had gone by.
    pub past: bool,
}

impl CalendarDayAnswer {
    /// A clock as data.
    #[must_use]
    pub fn of(clock: &Clock, record: &Record, as_at: AsAt) -> Self {
        let treaty = record.treaty_by_id(&clock.treaty).map(|known| &known.treaty);
        let name = clock.party.map(|party| record.parties[party].name_on(as_at.day()));
        let (report, kind) = match &clock.what {
            What::Report { number, kind, .. } => (Some(*number), Some(kind.word())),
            What::Replies { number } | What::FollowUp { number } => (Some(*number), None),
            _ => (None, None),
        };
        let number = match clock.what {
            What::Body(Due::EndOfTerms(number) | Due::Seats(number)) => Some(number),
            _ => None,
        };
        let symbol = match &clock.what {
            What::Objections { symbol } => symbol.clone(),
            _ => None,
        };
        Self {
            day: clock.day,
            treaty: clock.treaty.clone(),
            title: treaty.map_or_else(|| clock.treaty.to_string(), |treaty| treaty.short_title_in("en").to_owned()),
            what: clock.what.word(),
            deadline: clock.what.is_a_deadline(),
            article: clock.article.clone(),
            party: clock.party.map(|party| record.code(party)),
            name: name.map(|name| name.name.clone()),
            name_in_text: name.map(|name| name.in_text().to_owned()),
            report,
            kind,
            number,
            symbol,
            other_reading: matches!(clock.what, What::Report { other_reading: true, .. }),
            done: clock.done,
            past: clock.is_past(as_at),
        }
    }
}

/// What a calendar shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarAsked {
    /// The treaty; `None`: all treaties.
    pub treaty: Option<TreatyId>,
    /// The State; `None`: all.
    pub party: Option<PartyIndex>,
    /// The day on which things stand as it shows them: only what lies ahead of it is shown.
    pub as_at: AsAt,
    /// Its first day; `None`: that one.
    pub from: Option<Date>,
    /// Its last day.
    pub until: Option<Date>,
}

impl CalendarAsked {
    /// Those of these clocks that it shows.
    pub fn shown<'c>(&self, clocks: &'c [Clock]) -> impl Iterator<Item = &'c Clock> + use<'c> {
        let (as_at, from, until) = (self.as_at, self.from, self.until);
        clocks.iter().filter(move |clock| {
            let in_time = from.is_none_or(|from| from <= clock.day) && until.is_none_or(|until| clock.day <= until);
            in_time && clock.is_to_come(as_at)
        })
    }
}

impl CalendarAnswer {
    /// A calendar of those of these clocks for which something still waits.
    #[must_use]
    pub fn of(asked: CalendarAsked, clocks: &[Clock], thresholds: Vec<ThresholdAnswer>, record: &Record) -> Self {
        let shown = asked.shown(clocks).map(|clock| CalendarDayAnswer::of(clock, record, asked.as_at));
        let shown = shown.collect();
        let CalendarAsked { treaty, party, as_at, from, until } = asked;
        Self {
            treaty,
            party: party.map(|party| record.code(party)),
            name: party.map(|party| record.parties[party].name_on(as_at.day()).name.clone()),
            as_at,
            from: from.unwrap_or_else(|| as_at.day()),
            until,
            known_at: record.last_recorded(),
            clocks: shown,
            thresholds,
        }
    }
}
