//! Reading dates: what is refused is answered with what is allowed.

use std::fmt;
use std::str::FromStr;

use super::When;
use super::date::{DateExpression, Precision, Qualification, Season};
use super::interval::{Endpoint, Interval, NoInterval};
use super::time_of_day::TimeOfDay;
use crate::calendar::{Date, parse_day};

/// A text that is no date of EDTF's levels 0 and 1, or that names a day which the calendar doesn't have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WhenFault {
    given: String,
    problem: Problem,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Problem {
    /// It is written in no way that EDTF knows; the day that may be meant.
    Form(Option<Date>),
    /// A year of more than four digits.
    Year,
    /// `-0000`.
    NegativeZero,
    /// No month and no season.
    Month { year: String },
    /// Not a day of that month.
    Day { month: String, last: i8 },
    /// A qualification elsewhere than at the end.
    Qualification,
    /// Unspecified digits elsewhere than at the right.
    Unspecified,
    /// No time of day, or a qualified one.
    Time,
    /// Two dates that make no interval; the right way round.
    Interval(NoInterval, String),
}

impl fmt::Display for WhenFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` ", self.given)?;
        match &self.problem {
            Problem::Form(meant) => {
                f.write_str("is no date in EDTF: ")?;
                if let Some(day) = meant {
                    write!(f, "did you mean {day}? ")?;
                }
                f.write_str(ALLOWED)
            }
            Problem::Year => f.write_str(
                "is beyond the calendar, which counts the years -9999 to 9999: write a year with four digits and no Y",
            ),
            Problem::NegativeZero => f.write_str("is no year: the year before 0001 is 0000"),
            Problem::Month { year } => write!(
                f,
                "names no month of the calendar: months are 01 to 12, seasons 21 (spring) to 24 (winter); a month not known is {year}-XX"
            ),
            Problem::Day { month, last } => write!(
                f,
                "names no day of the calendar: {month} has the days 01 to {last:02}; a day not known is {month}-XX"
            ),
            Problem::Qualification => {
                f.write_str("is qualified within: ?, ~ or % stands once, at the end of a date, and is meant for all of it")
            }
            Problem::Unspecified => f.write_str(
                "leaves digits open that must be given: X stands only at the right, as in 201X, 20XX, 2004-XX, 2004-12-XX, 2004-XX-XX",
            ),
            Problem::Time => {
                f.write_str("has no time of day as EDTF writes it: 1985-04-12T23:20:30, and after it Z, +04, -04:30 or nothing")
            }
            Problem::Interval(NoInterval::WithoutDate, _) => {
                f.write_str("says neither when it began nor when it ended: give at least one date, as in 2003-07-01/.. or ../2003")
            }
            Problem::Interval(NoInterval::Reversed, other) => {
                write!(f, "ends before it begins: the earlier date comes first, as in {other}")
            }
            Problem::Interval(NoInterval::Unspecified, _) => {
                f.write_str("has an end with X: the ends of an interval are days, months, seasons or years, as in 2004-06/2004-07-03")
            }
            Problem::Interval(NoInterval::TimeOfDay, _) => {
                f.write_str("has an end with a time of day: the ends of an interval are days, months, seasons or years")
            }
        }
    }
}

impl std::error::Error for WhenFault {}

const ALLOWED: &str = "write a day (2002-12-03), a month (1998-03), a season (2001-21 to 2001-24) or a year (2002), X for what is not known (201X, 2004-XX, 1985-04-XX), ? at the end if uncertain, ~ if approximate, % if both; or an interval (2002-12/2003-03), with .. for an open end (1998-03/..) and nothing for an unknown one (2003/)";

/// The longest part of a text that is given back.
const SHOWN: usize = 40;

impl FromStr for When {
    type Err = WhenFault;

    /// Reads a date or an interval.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let fault = |problem| WhenFault { given: text.chars().take(SHOWN).collect(), problem };
        let Some((start, end)) = text.split_once('/') else { return date(text).map(Self::Date).map_err(fault) };
        let (from, to) = (endpoint(start).map_err(fault)?, endpoint(end).map_err(fault)?);
        let other = || format!("{end}/{start}");
        Interval::between(from, to).map(Self::Interval).map_err(|none| fault(Problem::Interval(none, other())))
    }
}

fn endpoint(text: &str) -> Result<Endpoint, Problem> {
    match text {
        "" => Ok(Endpoint::Unknown),
        ".." => Ok(Endpoint::Open),
        text => date(text).map(Endpoint::Date),
    }
}

fn date(text: &str) -> Result<DateExpression, Problem> {
    let qualification = text.chars().next_back().and_then(Qualification::of_mark);
    let named = if qualification.is_some() { text.get(..text.len() - 1).unwrap_or_default() } else { text };
    if named.contains(['?', '~', '%']) {
        return Err(Problem::Qualification);
    }
    let form = || Problem::Form(parse_day(named).err().and_then(|fault| fault.nearest().first().copied()));
    if let Some(year) = named.strip_prefix('Y') {
        let digits = year.strip_prefix('-').unwrap_or(year);
        let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
        return Err(if is_number { Problem::Year } else { form() });
    }
    if let Some((day, time)) = named.split_once('T') {
        let Precision::Day(day) = precision(day, &form)? else { return Err(form()) };
        let time = TimeOfDay::read(time).filter(|_| qualification.is_none()).ok_or(Problem::Time)?;
        return DateExpression::certain(Precision::Moment(day, time)).ok_or_else(form);
    }
    let date = DateExpression::certain(precision(named, &form)?).ok_or(Problem::Year)?;
    Ok(date.qualified(qualification.unwrap_or_default()))
}

/// One of the parts between hyphens.
enum Part {
    /// A number of the right number of digits.
    Number(i16),
    /// A year of which one or two digits are not specified: the least number, and how many more.
    From(i16, i16),
    /// Not specified at all.
    Unspecified,
}

fn precision(text: &str, form: &dyn Fn() -> Problem) -> Result<Precision, Problem> {
    let (negative, unsigned) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let mut parts = unsigned.split('-');
    let year = parts.next().and_then(part_of_year).ok_or_else(form)?;
    let mut after = parts.map(|text| part(text).ok_or_else(form));
    let (month, day) = (after.next().transpose()?, after.next().transpose()?);
    if after.next().is_some() {
        return Err(form());
    }
    let year = match year {
        Part::Number(0) if negative => return Err(Problem::NegativeZero),
        Part::Number(year) => {
            if negative {
                -year
            } else {
                year
            }
        }
        Part::From(..) if month.is_some() => return Err(Problem::Unspecified),
        Part::From(least, more) => {
            let first = if negative { -(least + more) } else { least };
            return Ok(if more > 9 { Precision::Century(first) } else { Precision::Decade(first) });
        }
        Part::Unspecified => return Err(Problem::Unspecified),
    };
    within_year(year, month.as_ref(), day.as_ref())
}

fn within_year(year: i16, month: Option<&Part>, day: Option<&Part>) -> Result<Precision, Problem> {
    let written = |precision| DateExpression::certain(precision).map(|date| date.to_string()).unwrap_or_default();
    let number = |part: i16| i8::try_from(part).unwrap_or_default();
    match (month, day) {
        (None, _) => Ok(Precision::Year(year)),
        (Some(Part::Unspecified), None) => Ok(Precision::MonthOfYear(year)),
        (Some(Part::Unspecified), Some(Part::Unspecified)) => Ok(Precision::DayOfYear(year)),
        (Some(Part::Number(month)), day) => {
            let month = number(*month);
            if let (Some(season), None) = (Season::of_number(month), day) {
                return Ok(Precision::Season(year, season));
            }
            let no_month = || Problem::Month { year: written(Precision::Year(year)) };
            let first = Date::new(year, month, 1).map_err(|_| no_month())?;
            match day {
                None => Ok(Precision::Month(year, month)),
                Some(Part::Number(day)) => {
                    let no_day =
                        || Problem::Day { month: written(Precision::Month(year, month)), last: first.days_in_month() };
                    Date::new(year, month, number(*day)).map(Precision::Day).map_err(|_| no_day())
                }
                Some(Part::Unspecified | Part::From(..)) => Ok(Precision::DayOfMonth(year, month)),
            }
        }
        (Some(Part::Unspecified | Part::From(..)), _) => Err(Problem::Unspecified),
    }
}

/// A year: `2002`, `201X`, `20XX`; all of it unspecified is level 2.
fn part_of_year(text: &str) -> Option<Part> {
    let digits = text.trim_end_matches('X');
    let open = text.len() - digits.len();
    if text.len() != 4 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i16 = if digits.is_empty() { 0 } else { digits.parse().ok()? };
    match open {
        0 => Some(Part::Number(number)),
        1 => Some(Part::From(number * 10, 9)),
        2 => Some(Part::From(number * 100, 99)),
        _ => Some(Part::Unspecified),
    }
}

/// A month or a day: two digits, or `XX`; one digit of two is level 2.
fn part(text: &str) -> Option<Part> {
    match text {
        "XX" => Some(Part::Unspecified),
        text if text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            text.parse().ok().map(Part::Number)
        }
        _ => None,
    }
}
