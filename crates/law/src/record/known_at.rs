//! Up to which point of the register a question looks.

use crate::calendar::DateOfKnowledge;

/// Up to which point of the register a question looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KnownAt {
    /// Everything recorded.
    Everything,
    /// What had been recorded by a moment.
    Moment(DateOfKnowledge),
    /// What had been recorded up to and including an entry.
    Entry(u64),
}

impl KnownAt {
    /// Whether an entry had been recorded by then.
    #[must_use]
    pub fn includes(self, number: u64, recorded: DateOfKnowledge) -> bool {
        match self {
            Self::Everything => true,
            Self::Moment(moment) => recorded <= moment,
            Self::Entry(last) => number <= last,
        }
    }
}

impl std::str::FromStr for KnownAt {
    type Err = NotAPoint;

    /// A moment (`2003-06-10T12:00:00Z`), a day, which means its end by universal time, or the number of an entry.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim();
        if let Ok(number) = text.parse::<u64>() {
            return Ok(Self::Entry(number));
        }
        if let Ok(moment) = text.parse::<jiff::Timestamp>() {
            return Ok(Self::Moment(DateOfKnowledge::new(moment)));
        }
        let end_of = |day: jiff::civil::Date| {
            let last = jiff::civil::time(23, 59, 59, 999_999_000);
            jiff::tz::Offset::UTC.to_timestamp(day.to_datetime(last)).ok()
        };
        let day = crate::calendar::parse_day(text).ok().and_then(end_of);
        day.map(|end| Self::Moment(DateOfKnowledge::new(end))).ok_or_else(|| NotAPoint(text.chars().take(60).collect()))
    }
}

/// A text that names no point of a register.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a point of the register: write a moment (2003-06-10T12:00:00Z), a day (2003-06-10) or the number of an entry"
)]
pub struct NotAPoint(String);
