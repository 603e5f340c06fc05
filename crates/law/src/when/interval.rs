//! From one date to another.

use std::fmt;

use super::date::{DateExpression, Precision};

/// One end of an interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Endpoint {
    /// There is one, and it is not known: nothing is written.
    Unknown,
    /// Sometime in that date.
    Date(DateExpression),
    /// There is none, or none is specified: `..`.
    Open,
}

impl Endpoint {
    /// The date, where there is one.
    #[must_use]
    pub const fn date(self) -> Option<DateExpression> {
        match self {
            Self::Date(date) => Some(date),
            Self::Unknown | Self::Open => None,
        }
    }
}

impl fmt::Display for Endpoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown => Ok(()),
            Self::Date(date) => date.fmt(f),
            Self::Open => f.write_str(".."),
        }
    }
}

/// An interval: at least one of its ends is a date, and it does not end before it begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Interval {
    start: Endpoint,
    end: Endpoint,
}

/// Why two ends make no interval.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NoInterval {
    /// Neither of them is a date.
    WithoutDate,
    /// It would end before it begins.
    Reversed,
    /// One of them has digits that are not specified; only level 2 has such intervals.
    Unspecified,
    /// One of them has a time of day.
    TimeOfDay,
}

impl Interval {
    /// From a date on, with an open end.
    #[must_use]
    pub const fn since(start: DateExpression) -> Self {
        Self { start: Endpoint::Date(start), end: Endpoint::Open }
    }

    pub(super) fn between(start: Endpoint, end: Endpoint) -> Result<Self, NoInterval> {
        let mut dates = [start, end].into_iter().filter_map(Endpoint::date).peekable();
        if dates.peek().is_none() {
            return Err(NoInterval::WithoutDate);
        }
        for date in dates {
            match date.precision() {
                Precision::Moment(..) => return Err(NoInterval::TimeOfDay),
                Precision::Century(_)
                | Precision::Decade(_)
                | Precision::MonthOfYear(_)
                | Precision::DayOfYear(_)
                | Precision::DayOfMonth(..) => return Err(NoInterval::Unspecified),
                Precision::Year(_) | Precision::Season(..) | Precision::Month(..) | Precision::Day(_) => {}
            }
        }
        match (start.date(), end.date()) {
            (Some(start), Some(end)) if start.first() > end.last() => Err(NoInterval::Reversed),
            _ => Ok(Self { start, end }),
        }
    }

    /// Where it begins.
    #[must_use]
    pub const fn start(&self) -> Endpoint {
        self.start
    }

    /// Where it ends.
    #[must_use]
    pub const fn end(&self) -> Endpoint {
        self.end
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.start, self.end)
    }
}
