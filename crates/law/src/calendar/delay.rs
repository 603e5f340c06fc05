//! How a period named by a treaty is counted, as depositaries count it.
//!
//! The day of deposit is day zero. Nothing moves a date because it falls on a weekend. Months are not thirty days: a
//! period of months ends on the day with the same number, and what happens where a month has no such day is a
//! choice ([`MonthEnd`]) that the treaty's file states.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A period between an act and its effect, in one of the shapes that treaties use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Delay {
    /// "On the day of": no period at all.
    OnTheDay,
    /// "On the thirtieth day after", "thirty days after": so many days, the day of the act being day zero.
    Days(u16),
    /// "Three months after", "one year after": the same day so many months later.
    Months(u16),
    /// "On the first day of the month following a period of three months after": the first of a month that comes
    /// strictly after the end of the period, so that a period which ends on a first waits a whole further month.
    FirstOfMonthAfterMonths(u16),
    /// "On the first day of the month after the sixtieth day following".
    FirstOfMonthAfterDays(u16),
    /// "On the first day of the sixth month after the month of": the day of the act does not matter.
    FirstOfNthMonth(u16),
}

/// What a period of months ends on where the month has no day of that number (31 January and one month).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum MonthEnd {
    /// The month's last day: what the depositaries' published dates show.
    #[default]
    #[serde(rename = "last day of the month")]
    LastDay,
    /// The first day of the next month.
    #[serde(rename = "first day of the next month")]
    NextDay,
    /// No answer: the question goes to the depositary.
    #[serde(rename = "refuse")]
    Refuse,
}

/// Why a period could not be counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CalendarError {
    /// The month has no day of that number, and the treaty's file refuses to choose.
    #[error(
        "{months} months after {from} is a day that does not exist, and the treaty's file leaves the choice to the depositary"
    )]
    NoSuchDay {
        /// The day counted from.
        from: Date,
        /// The period.
        months: u16,
    },
    /// The date lies beyond the year 9999.
    #[error("the period after {from} ends beyond the calendar")]
    OutOfRange {
        /// The day counted from.
        from: Date,
    },
}

/// One step of the count, for the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "step", rename_all = "kebab-case")]
pub enum Step {
    /// So many days were added.
    AddDays {
        /// How many.
        days: u16,
        /// The day reached.
        to: Date,
    },
    /// So many months were added; `month_end` says that the month had no such day and how that was settled.
    AddMonths {
        /// How many.
        months: u16,
        /// The day reached.
        to: Date,
        /// The choice that had to be made, if one had.
        #[serde(skip_serializing_if = "Option::is_none")]
        month_end: Option<MonthEnd>,
    },
    /// The next first day of a month, strictly later.
    NextFirst {
        /// The day reached.
        to: Date,
    },
    /// The first day of the nth month after the month of the act.
    FirstOfNthMonth {
        /// Which month after.
        nth: u16,
        /// The day reached.
        to: Date,
    },
}

impl Step {
    /// The day that the step reached.
    #[must_use]
    pub const fn to(&self) -> Date {
        match self {
            Self::AddDays { to, .. }
            | Self::AddMonths { to, .. }
            | Self::NextFirst { to }
            | Self::FirstOfNthMonth { to, .. } => *to,
        }
    }
}

/// A period as counted: from where, in which steps, to where. At most two steps are ever needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reckoning {
    /// The day counted from: day zero.
    pub from: Date,
    steps: [Option<Step>; 2],
    /// The day reached.
    pub to: Date,
}

impl Reckoning {
    fn new(from: Date, steps: [Option<Step>; 2]) -> Self {
        let to = steps.iter().flatten().last().map_or(from, Step::to);
        Self { from, steps, to }
    }

    /// The steps, in order.
    pub fn steps(&self) -> impl Iterator<Item = Step> + '_ {
        self.steps.iter().flatten().copied()
    }
}

impl Delay {
    /// Counts the period from a day.
    ///
    /// ```
    /// use law::calendar::{Date, Delay, MonthEnd};
    /// let day = |text: &str| text.parse::<Date>().unwrap();
    /// // Article 87(1) of the Migrant Workers Convention, from the twentieth instrument.
    /// let article_87 = Delay::FirstOfMonthAfterMonths(3);
    /// let reckoning = article_87.reckon(day("2003-03-14"), MonthEnd::LastDay).unwrap();
    /// assert_eq!(reckoning.to, day("2003-07-01"));
    /// // A deposit on the first of a month waits a whole further month.
    /// let twelve = Delay::FirstOfMonthAfterMonths(12);
    /// assert_eq!(twelve.reckon(day("2023-09-01"), MonthEnd::LastDay).unwrap().to, day("2024-10-01"));
    /// ```
    ///
    /// # Errors
    /// When the month has no such day and `month_end` refuses to choose, or past the year 9999.
    pub fn reckon(self, from: Date, month_end: MonthEnd) -> Result<Reckoning, CalendarError> {
        let beyond = CalendarError::OutOfRange { from };
        let steps = match self {
            Self::OnTheDay => [None, None],
            Self::Days(days) => [Some(add_days(from, days).ok_or(beyond)?), None],
            Self::Months(months) => [Some(add_months(from, months, month_end)?), None],
            Self::FirstOfMonthAfterMonths(months) => {
                let end = if months == 0 { None } else { Some(add_months(from, months, month_end)?) };
                let next = next_first(end.map_or(from, |step| step.to())).ok_or(beyond)?;
                [end, Some(Step::NextFirst { to: next })]
            }
            Self::FirstOfMonthAfterDays(days) => {
                let end = add_days(from, days).ok_or(beyond)?;
                let next = next_first(end.to()).ok_or(beyond)?;
                [Some(end), Some(Step::NextFirst { to: next })]
            }
            Self::FirstOfNthMonth(nth) => {
                let to = from.first_of_month().checked_add(i32::from(nth).months()).map_err(|_| beyond)?;
                [Some(Step::FirstOfNthMonth { nth, to }), None]
            }
        };
        Ok(Reckoning::new(from, steps))
    }
}

fn add_days(from: Date, days: u16) -> Option<Step> {
    let to = from.checked_add(i32::from(days).days()).ok()?;
    Some(Step::AddDays { days, to })
}

/// Adds a period of months in one go (adding month by month would drift), then settles a missing day.
fn add_months(from: Date, months: u16, month_end: MonthEnd) -> Result<Step, CalendarError> {
    let beyond = CalendarError::OutOfRange { from };
    let clamped = from.checked_add(i32::from(months).months()).map_err(|_| beyond)?;
    if clamped.day() == from.day() {
        return Ok(Step::AddMonths { months, to: clamped, month_end: None });
    }
    let to = match month_end {
        MonthEnd::LastDay => clamped,
        MonthEnd::NextDay => clamped.tomorrow().map_err(|_| beyond)?,
        MonthEnd::Refuse => return Err(CalendarError::NoSuchDay { from, months }),
    };
    Ok(Step::AddMonths { months, to, month_end: Some(month_end) })
}

fn next_first(day: Date) -> Option<Date> {
    day.last_of_month().tomorrow().ok()
}

impl fmt::Display for MonthEnd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LastDay => "last day of the month",
            Self::NextDay => "first day of the next month",
            Self::Refuse => "refuse",
        })
    }
}
