//! The next election, and the days that matter to a body, as data.

use serde::Serialize;

use crate::calendar::{Date, serde_day};
use crate::committee::{CountedFrom, Deadline, Due, NextElection, Which};

/// The next election, by the treaty's timetable.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NextElectionAnswer {
    /// Whether it is the first.
    pub first: bool,
    /// The last day for it.
    #[serde(with = "serde_day")]
    pub due_by: Date,
    /// The article.
    pub article: String,
    /// What the last day is counted from: `entry-into-force`, `last-election`, `end-of-terms`, or `first-last-day` where no
    /// election is recorded.
    pub counted_from: &'static str,
    /// How many seats it fills; null where the register does not know all members.
    pub seats: Option<u16>,
    /// How many terms known end by then.
    pub ending: u16,
    /// How many seats are new.
    pub added: u16,
    /// The last day for the letter that invites nominations.
    #[serde(with = "serde_day::option")]
    pub letter_by: Option<Date>,
    /// The day on which nominations then close.
    #[serde(with = "serde_day::option")]
    pub nominations_close: Option<Date>,
    /// The last day for the list of nominees.
    #[serde(with = "serde_day::option")]
    pub list_by: Option<Date>,
}

/// A day that matters to the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockAnswer {
    /// What is due, or changes.
    pub clock: &'static str,
    /// The day.
    #[serde(with = "serde_day")]
    pub day: Date,
    /// The article.
    pub article: String,
    /// How many terms end, or how many seats there are from then.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<u16>,
    /// Whether the day is over on the day asked about.
    pub passed: bool,
}

impl NextElectionAnswer {
    pub(super) fn of(next: &NextElection<'_>) -> Self {
        Self {
            first: next.which == Which::First,
            due_by: next.due_by,
            article: next.article.to_owned(),
            counted_from: match next.counted_from {
                CountedFrom::EntryIntoForce(_) => "entry-into-force",
                CountedFrom::LastElection(_) => "last-election",
                CountedFrom::EndOfTerms(_) => "end-of-terms",
                CountedFrom::FirstLastDay(_) => "first-last-day",
            },
            seats: next.seats,
            ending: next.ending,
            added: next.added,
            letter_by: next.letter_by,
            nominations_close: next.nominations_close,
            list_by: next.list_by,
        }
    }
}

impl ClockAnswer {
    pub(super) fn of(deadline: &Deadline<'_>, as_at: Date) -> Self {
        Self {
            clock: deadline.due.word(),
            day: deadline.day,
            article: deadline.article.to_owned(),
            number: match deadline.due {
                Due::EndOfTerms(number) | Due::Seats(number) => Some(number),
                _ => None,
            },
            passed: deadline.day < as_at,
        }
    }
}
