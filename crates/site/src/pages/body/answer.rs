//! The answer first: how many members, seats and vacancies there are, and when members must be elected next.

use law::answer::{CommitteeAnswer, NextElectionAnswer, SeatsAnswer};
use law::calendar::AsAt;
use papers::explanation::capitalised;
use papers::{enumeration, number_words};

use super::members::Named;
use crate::day::Day;

/// How a body stands on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyAnswer {
    /// It has no seats yet, and it is known from when it will have some.
    Ahead {
        /// From when.
        from: Day,
        /// How many.
        seats: u16,
        /// The article.
        article: String,
    },
    /// A resolution set it up and gave it its seats; the treaty knows nothing of it.
    ByResolution {
        /// How many seats.
        seats: u16,
        /// The resolution.
        resolution: String,
    },
    /// It has no seats, and nothing says from when it will.
    NoSeats,
    /// It has seats.
    Seats(Filled),
}

/// The seats of a day, and who holds them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Filled {
    /// How many seats.
    pub(crate) seats: u16,
    /// How many are held.
    pub(crate) held: usize,
    /// Those to which nobody has been elected yet.
    pub(crate) new: u16,
    /// Those that fell vacant.
    pub(crate) vacated: u16,
    /// Those of which nothing is known.
    pub(crate) unrecorded: u16,
}

impl BodyAnswer {
    /// How it stands.
    pub(super) fn of(answer: &CommitteeAnswer) -> Self {
        if let Some(by) = &answer.by_resolution {
            return Self::ByResolution { seats: by.seats, resolution: by.resolution.clone() };
        }
        let Some(seats) = answer.seats else {
            return match answer.seats_through_time.first() {
                Some(first) => {
                    Self::Ahead { from: first.from.into(), seats: first.seats, article: first.article.clone() }
                }
                None => Self::NoSeats,
            };
        };
        let unfilled = answer.unfilled;
        Self::Seats(Filled {
            seats,
            held: answer.members.len() + usize::from(answer.unnamed_members),
            new: unfilled.new,
            vacated: unfilled.vacated,
            unrecorded: unfilled.unrecorded,
        })
    }
}

/// The next election by the treaty's timetable.
#[derive(Debug, Clone)]
pub(crate) struct NextShown {
    /// Whether it is the first.
    pub(crate) first: bool,
    /// The last day for it.
    pub(crate) due_by: Day,
    /// Whether that day is over.
    pub(crate) passed: bool,
    /// The article.
    pub(crate) article: String,
    /// What the day is counted from.
    pub(crate) counted_from: &'static str,
    /// How many seats it fills, where that can be said.
    pub(crate) seats: Option<u16>,
    /// How many of them are new.
    pub(crate) added: u16,
    /// The last day for the invitation.
    pub(crate) letter_by: Option<Day>,
    /// When nominations then close.
    pub(crate) nominations_close: Option<Day>,
    /// The last day for the list.
    pub(crate) list_by: Option<Day>,
}

impl NextShown {
    pub(super) fn of(next: &NextElectionAnswer, as_at: AsAt) -> Self {
        Self {
            first: next.first,
            due_by: next.due_by.into(),
            passed: next.due_by < as_at.day(),
            article: next.article.clone(),
            counted_from: match next.counted_from {
                "entry-into-force" => "counted from the entry into force",
                "last-election" => "counted from the election before",
                "end-of-terms" => "counted from the end of terms",
                _ => "counted from the last day for the first, no election being recorded",
            },
            seats: next.seats,
            added: next.added,
            letter_by: next.letter_by.map(Day::from),
            nominations_close: next.nominations_close.map(Day::from),
            list_by: next.list_by.map(Day::from),
        }
    }
}

/// A number of seats from a day on.
#[derive(Debug, Clone)]
pub(crate) struct SeatsShown {
    /// The first day.
    pub(crate) from: Day,
    /// Whether it is ahead.
    pub(crate) ahead: bool,
    /// How many.
    pub(crate) seats: u16,
    /// The article.
    pub(crate) article: String,
    /// What brought it about.
    pub(crate) because: String,
}

impl SeatsShown {
    pub(super) fn of(seats: &SeatsAnswer, named: &Named<'_>) -> Self {
        let nth = seats.nth.map(number_words::nth).unwrap_or_default();
        let what = match (seats.because, &seats.other) {
            ("in-force-for-nth", _) => format!("in force for the {nth} party"),
            ("deposit-by-nth", _) => format!("deposit of the {nth} instrument"),
            (_, Some(other)) => format!("entry into force of {other}"),
            _ => "entry into force".to_owned(),
        };
        let states = seats.states.iter().map(|code| named.state(*code, seats.from.day()));
        let states: Vec<String> = states.collect();
        let whose = if states.is_empty() { String::new() } else { format!(": {}", enumeration::list(&states)) };
        Self {
            from: seats.from.into(),
            ahead: !named.asked.as_at.reaches(seats.from),
            seats: seats.seats,
            article: seats.article.clone(),
            because: capitalised(&format!("{what}{whose}")),
        }
    }
}
