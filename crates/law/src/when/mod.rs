//! When something was, as precisely as its source says: the Extended Date/Time Format (EDTF, ISO 8601-2:2019), levels 0 and 1,
//! as the Library of Congress specifies it.
//!
//! A date may be a day, a month, a season, a year, a decade or a century (`2002-12-03`, `2002-12`, `2001-21`, `2002`, `201X`,
//! `20XX`), may leave a month or a day unspecified (`2004-XX`, `1985-04-XX`, `1985-XX-XX`), and may be uncertain (`2002?`),
//! approximate (`2002~`) or both (`2002%`). An interval has two dates (`2002-12/2003-03`), or one, the other end being open
//! (`2003-07-01/..`, `../2003`) or not known (`2003/`, `/2003`). A day may carry a time of day (`1985-04-12T23:20:30Z`).

mod date;
mod interval;
mod reading;
mod time_of_day;

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

pub use date::{DateExpression, Precision, Qualification, Season};
pub use interval::{Endpoint, Interval};
pub use reading::WhenFault;
pub use time_of_day::{Shift, TimeOfDay};

use crate::calendar::Date;

/// A date or an interval, as precise as the source and no more. It is shown as it was written.
///
/// ```
/// use law::when::When;
/// let when: When = "1998-03/..".parse().unwrap();
/// assert_eq!(when.earliest().unwrap().to_string(), "1998-03-01");
/// assert!(when.latest().is_none() && when.is_open_ended());
/// assert_eq!(when.to_string(), "1998-03/..");
/// assert!("2002-02-30".parse::<When>().unwrap_err().to_string().contains("2002-02 has the days 01 to 28"));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum When {
    /// A date.
    Date(DateExpression),
    /// From one date to another, one of which may not be given.
    Interval(Interval),
}

impl When {
    /// A day.
    #[must_use]
    pub const fn day(day: Date) -> Self {
        Self::Date(DateExpression::day(day))
    }

    /// A month; `None` where the calendar has none such.
    #[must_use]
    pub fn month(year: i16, month: i8) -> Option<Self> {
        DateExpression::certain(Precision::Month(year, month)).map(Self::Date)
    }

    /// A year; `None` outside -9999 to 9999.
    #[must_use]
    pub fn year(year: i16) -> Option<Self> {
        DateExpression::certain(Precision::Year(year)).map(Self::Date)
    }

    /// The same from its start on, with an open end; an interval has an end already and stays as it is.
    #[must_use]
    pub const fn open_ended(self) -> Self {
        match self {
            Self::Date(date) => Self::Interval(Interval::since(date)),
            Self::Interval(_) => self,
        }
    }

    /// The date, or that at which the interval begins; `None` where its start is open or not known.
    #[must_use]
    pub const fn start(&self) -> Option<DateExpression> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Interval(interval) => interval.start().date(),
        }
    }

    /// The date, or that at which the interval ends; `None` where its end is open or not known.
    #[must_use]
    pub const fn end(&self) -> Option<DateExpression> {
        match self {
            Self::Date(date) => Some(*date),
            Self::Interval(interval) => interval.end().date(),
        }
    }

    /// The first day that it may have been; `None` where its start is open or not known.
    #[must_use]
    pub fn earliest(&self) -> Option<Date> {
        self.start().map(|date| date.earliest())
    }

    /// The last day that it may have been; `None` where its end is open or not known.
    #[must_use]
    pub fn latest(&self) -> Option<Date> {
        self.end().map(|date| date.latest())
    }

    /// Whether it has no end: what began then goes on.
    #[must_use]
    pub const fn is_open_ended(&self) -> bool {
        match self {
            Self::Date(_) => false,
            Self::Interval(interval) => matches!(interval.end(), Endpoint::Open),
        }
    }

    /// Whether it was certainly over before a day.
    #[must_use]
    pub fn is_certainly_before(&self, day: Date) -> bool {
        self.latest().is_some_and(|last| last < day)
    }

    /// Whether it may have been on a day. An end that is open or not known rules nothing out.
    #[must_use]
    pub fn may_be_on(&self, day: Date) -> bool {
        self.may_have_begun_by(day) && !self.is_certainly_before(day)
    }

    /// Whether it may have begun by the end of a day.
    #[must_use]
    pub fn may_have_begun_by(&self, day: Date) -> bool {
        self.earliest().is_none_or(|first| first <= day)
    }

    /// Whether it had certainly begun by the end of a day.
    #[must_use]
    pub fn had_certainly_begun_by(&self, day: Date) -> bool {
        self.start().or(self.end()).is_some_and(|date| date.latest() <= day)
    }
}

impl PartialOrd for When {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// By the first day that it may have been (a start that is not given comes first), then by the last (an end that is not given
/// comes last), then by how it is written.
impl Ord for When {
    fn cmp(&self, other: &Self) -> Ordering {
        let last = |when: &Self| when.latest().unwrap_or(Date::MAX);
        let written = |when: &Self| match when {
            Self::Date(date) => (Endpoint::Date(*date), None),
            Self::Interval(interval) => (interval.start(), Some(interval.end())),
        };
        self.earliest()
            .cmp(&other.earliest())
            .then_with(|| last(self).cmp(&last(other)))
            .then_with(|| written(self).cmp(&written(other)))
    }
}

impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Date(date) => date.fmt(f),
            Self::Interval(interval) => interval.fmt(f),
        }
    }
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> serde::de::Visitor<'de> for Written {
            type Value = When;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "a date in quotation marks, such as \"2002-12-03\", \"1998-03\", \"2002\" or \"1998-03/..\"",
                )
            }
            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<When, E> {
                text.parse().map_err(E::custom)
            }
            // So TOML hands over its own dates.
            fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<When, A::Error> {
                match map.next_entry::<String, String>()? {
                    Some((_, text)) => text.parse().map_err(serde::de::Error::custom),
                    None => Err(serde::de::Error::invalid_length(0, &self)),
                }
            }
        }
        deserializer.deserialize_any(Written)
    }
}
