//! One date, as precise as it was written.

use std::fmt;

use jiff::ToSpan;

use super::time_of_day::TimeOfDay;
use crate::calendar::Date;

/// What of the calendar is named, and so how precisely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// A hundred years, by the first of them: `20XX`.
    Century(i16),
    /// Ten years, by the first of them: `201X`.
    Decade(i16),
    /// A year: `2002`.
    Year(i16),
    /// A season: `2001-21`.
    Season(i16, Season),
    /// A month that is not specified: `2004-XX`.
    MonthOfYear(i16),
    /// A month: `1998-03`.
    Month(i16, i8),
    /// A day that is not specified, of a month that is not: `1985-XX-XX`.
    DayOfYear(i16),
    /// A day that is not specified: `1985-04-XX`.
    DayOfMonth(i16, i8),
    /// A day: `2002-12-03`.
    Day(Date),
    /// A day and the time: `1985-04-12T23:20:30Z`.
    Moment(Date, TimeOfDay),
}

/// A season "independent of location", as the specification says: spring is not the same months everywhere. Where days are
/// needed, the register takes the whole months of the northern hemisphere, and winter as beginning in its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Season {
    /// 21: March to May.
    Spring,
    /// 22: June to August.
    Summer,
    /// 23: September to November.
    Autumn,
    /// 24: December to February of the next year.
    Winter,
}

impl Season {
    pub(super) const fn of_number(number: i8) -> Option<Self> {
        match number {
            21 => Some(Self::Spring),
            22 => Some(Self::Summer),
            23 => Some(Self::Autumn),
            24 => Some(Self::Winter),
            _ => None,
        }
    }

    const fn number(self) -> i8 {
        21 + self as i8
    }

    const fn first_month(self) -> i8 {
        3 * (self as i8 + 1)
    }
}

/// How sure a date is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Qualification {
    /// Nothing is said against it.
    #[default]
    Certain,
    /// `?`: possibly then, but not definitely.
    Uncertain,
    /// `~`: about then.
    Approximate,
    /// `%`: both.
    UncertainAndApproximate,
}

impl Qualification {
    pub(super) const fn of_mark(mark: char) -> Option<Self> {
        match mark {
            '?' => Some(Self::Uncertain),
            '~' => Some(Self::Approximate),
            '%' => Some(Self::UncertainAndApproximate),
            _ => None,
        }
    }

    const fn mark(self) -> &'static str {
        match self {
            Self::Certain => "",
            Self::Uncertain => "?",
            Self::Approximate => "~",
            Self::UncertainAndApproximate => "%",
        }
    }
}

/// A date as written: what is named, and how sure it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateExpression {
    first: Date,
    last: Date,
    precision: Precision,
    qualification: Qualification,
}

impl DateExpression {
    /// A day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self { first: day, last: day, precision: Precision::Day(day), qualification: Qualification::Certain }
    }

    /// What is named, without any doubt; `None` where the calendar has none such.
    #[must_use]
    pub fn certain(precision: Precision) -> Option<Self> {
        let (first, last) = days(precision)?;
        Some(Self { first, last, precision, qualification: Qualification::Certain })
    }

    /// The same, as sure as is said.
    #[must_use]
    pub const fn qualified(self, qualification: Qualification) -> Self {
        Self { qualification, ..self }
    }

    /// What is named.
    #[must_use]
    pub const fn precision(&self) -> Precision {
        self.precision
    }

    /// How sure it is.
    #[must_use]
    pub const fn qualification(&self) -> Qualification {
        self.qualification
    }

    /// The first day of what is named.
    #[must_use]
    pub const fn first(&self) -> Date {
        self.first
    }

    /// The last day of what is named.
    #[must_use]
    pub const fn last(&self) -> Date {
        self.last
    }

    /// The first day that it may have been. EDTF gives no width to an uncertain or approximate date; the register takes one
    /// as much more on each side as is named: about a year, the year before too.
    #[must_use]
    pub fn earliest(&self) -> Date {
        match (self.qualification, width(self.precision)) {
            (Qualification::Certain, _) => self.first,
            (_, Width::Day) => self.first.yesterday().unwrap_or(Date::MIN),
            (_, Width::Months(months)) => self.first.checked_sub(months.months()).unwrap_or(Date::MIN),
        }
    }

    /// The last day that it may have been, in the same way.
    #[must_use]
    pub fn latest(&self) -> Date {
        let next = || self.last.tomorrow().ok();
        let later = match (self.qualification, width(self.precision)) {
            (Qualification::Certain, _) => Some(self.last),
            (_, Width::Day) => next(),
            (_, Width::Months(months)) => {
                next().and_then(|day| day.checked_add(months.months()).ok()).and_then(|day| day.yesterday().ok())
            }
        };
        later.unwrap_or(Date::MAX)
    }
}

enum Width {
    Day,
    Months(i32),
}

const fn width(precision: Precision) -> Width {
    match precision {
        Precision::Century(_) => Width::Months(1200),
        Precision::Decade(_) => Width::Months(120),
        Precision::Year(_) | Precision::MonthOfYear(_) | Precision::DayOfYear(_) => Width::Months(12),
        Precision::Season(..) => Width::Months(3),
        Precision::Month(..) | Precision::DayOfMonth(..) => Width::Months(1),
        Precision::Day(_) | Precision::Moment(..) => Width::Day,
    }
}

/// The first and the last day of what is named.
fn days(precision: Precision) -> Option<(Date, Date)> {
    let years =
        |first: i16, more: i16| Some((Date::new(first, 1, 1).ok()?, Date::new(first.checked_add(more)?, 12, 31).ok()?));
    let month = |year: i16, month: i8| Date::new(year, month, 1).ok();
    match precision {
        Precision::Century(first) => years(first, 99),
        Precision::Decade(first) => years(first, 9),
        Precision::Year(year) | Precision::MonthOfYear(year) | Precision::DayOfYear(year) => years(year, 0),
        Precision::Season(year, season) => {
            let first = month(year, season.first_month())?;
            Some((first, first.checked_add(2.months()).ok()?.last_of_month()))
        }
        Precision::Month(year, number) | Precision::DayOfMonth(year, number) => {
            let first = month(year, number)?;
            Some((first, first.last_of_month()))
        }
        Precision::Day(day) | Precision::Moment(day, _) => Some((day, day)),
    }
}

/// Four digits, with the sign where there is one.
struct Year(i16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:04}", sign(self.0), self.0.unsigned_abs())
    }
}

const fn sign(year: i16) -> &'static str {
    if year < 0 { "-" } else { "" }
}

struct Day(Date);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", Year(self.0.year()), self.0.month(), self.0.day())
    }
}

impl fmt::Display for DateExpression {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.precision {
            Precision::Century(first) => write!(f, "{}{:02}XX", sign(first), first.unsigned_abs() / 100),
            Precision::Decade(first) => write!(f, "{}{:03}X", sign(first), first.unsigned_abs() / 10),
            Precision::Year(year) => Year(year).fmt(f),
            Precision::Season(year, season) => write!(f, "{}-{}", Year(year), season.number()),
            Precision::MonthOfYear(year) => write!(f, "{}-XX", Year(year)),
            Precision::Month(year, month) => write!(f, "{}-{month:02}", Year(year)),
            Precision::DayOfYear(year) => write!(f, "{}-XX-XX", Year(year)),
            Precision::DayOfMonth(year, month) => write!(f, "{}-{month:02}-XX", Year(year)),
            Precision::Day(day) => Day(day).fmt(f),
            Precision::Moment(day, time) => write!(f, "{}T{time}", Day(day)),
        }?;
        f.write_str(self.qualification.mark())
    }
}
