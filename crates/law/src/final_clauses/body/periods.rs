//! The periods of a body's life: terms of office, and the timetable of elections.

use jiff::ToSpan;

use super::worded::Meaning;
use crate::calendar::{Date, Delay, MonthEnd, Wording};

/// A length of time that is counted from any day: "4 years", "two months", "6 weeks".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period(Delay);

impl Period {
    /// The day so long after another; `None` beyond the calendar.
    #[must_use]
    pub fn after(self, day: Date) -> Option<Date> {
        self.0.reckon(day, MonthEnd::LastDay).ok().map(|reckoning| reckoning.to)
    }

    /// The day so long before another; `None` beyond the calendar.
    #[must_use]
    pub fn before(self, day: Date) -> Option<Date> {
        match self.0 {
            Delay::Days(days) => day.checked_sub(i32::from(days).days()).ok(),
            Delay::Months(months) => day.checked_sub(i32::from(months).months()).ok(),
            _ => None,
        }
    }

    /// The last day of a term of that length: the day before its first day comes round again.
    #[must_use]
    pub fn last_day_from(self, first: Date) -> Option<Date> {
        self.after(first)?.yesterday().ok()
    }

    /// How many whole years it is.
    #[must_use]
    pub const fn years(self) -> Option<u16> {
        match self.0 {
            Delay::Months(months) if months % 12 == 0 => Some(months / 12),
            _ => None,
        }
    }
}

impl Meaning for Period {
    const KIND: &'static str = "a period";
    const EXAMPLES: &'static [&'static str] = &["4 years", "2 months", "6 weeks"];

    fn read(words: &str) -> Option<Self> {
        let weeks = words.strip_suffix(" weeks").or_else(|| words.strip_suffix(" week"));
        let (words, times) = weeks.map_or_else(|| (words.to_owned(), 1), |number| (format!("{number} days"), 7));
        let wording: Wording = format!("{words} after").parse().ok()?;
        match wording.delay() {
            Delay::Days(days) if days > 0 => days.checked_mul(times).map(Delay::Days).map(Self),
            Delay::Months(months) if months > 0 => Some(Self(Delay::Months(months))),
            _ => None,
        }
    }
}

/// A number in words or figures, as periods have them.
pub(super) fn number(word: &str) -> Option<u16> {
    match Period::read(&format!("{word} days"))?.0 {
        Delay::Days(number) => Some(number),
        _ => None,
    }
}

/// How often something comes round: "every 2 years", "every second year".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recurrence(pub Period);

impl Meaning for Recurrence {
    const KIND: &'static str = "a recurrence";
    const EXAMPLES: &'static [&'static str] = &["every 2 years", "every second year"];

    fn read(words: &str) -> Option<Self> {
        let period = match words.strip_prefix("every ")? {
            "year" => "1 year",
            "second year" => "2 years",
            other => other,
        };
        Period::read(period).map(Self)
    }
}

/// By when, or when, the first election is held: "within 6 months after entry into force" sets a last day; a treaty
/// that says "6 months after entry into force" names that day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromEntryIntoForce(pub Period);

impl Meaning for FromEntryIntoForce {
    const KIND: &'static str = "a time after entry into force";
    const EXAMPLES: &'static [&'static str] =
        &["within 6 months after entry into force", "6 months after entry into force"];

    fn read(words: &str) -> Option<Self> {
        let words = ["within ", "no later than ", "not later than "]
            .iter()
            .find_map(|lead| words.strip_prefix(lead))
            .unwrap_or(words);
        Period::read(words.strip_suffix(" after entry into force")?).map(Self)
    }
}

/// How long before an election something is done at the latest: "at least 4 months before the election".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BeforeElection(pub Period);

impl Meaning for BeforeElection {
    const KIND: &'static str = "a time before the election";
    const EXAMPLES: &'static [&'static str] = &["at least 4 months before the election"];

    fn read(words: &str) -> Option<Self> {
        let words = words.strip_prefix("at least ").unwrap_or(words);
        Period::read(words.strip_suffix(" before the election")?).map(Self)
    }
}

/// How long something is open: "within 2 months".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Within(pub Period);

impl Meaning for Within {
    const KIND: &'static str = "a time that is open";
    const EXAMPLES: &'static [&'static str] = &["within 2 months"];

    fn read(words: &str) -> Option<Self> {
        Period::read(words.strip_prefix("within ")?).map(Self)
    }
}

/// A day of the year: "31 December".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayOfYear {
    month: i8,
    day: i8,
}

impl DayOfYear {
    /// Whether a day is that day of its year.
    #[must_use]
    pub fn is(self, day: Date) -> bool {
        (day.month(), day.day()) == (self.month, self.day)
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Meaning for DayOfYear {
    const KIND: &'static str = "a day of the year";
    const EXAMPLES: &'static [&'static str] = &["31 December"];

    fn read(words: &str) -> Option<Self> {
        let (day, month) = words.split_once(' ')?;
        let month = (1_i8..).zip(MONTHS).find(|(_, name)| *name == month)?.0;
        let day = day.parse().ok()?;
        // A leap year has every day of the year.
        Date::new(2000, month, day).ok().map(|_| Self { month, day })
    }
}
