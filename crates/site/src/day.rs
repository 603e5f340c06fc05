//! Days as pages show them: in words for people, in figures for programs.

use std::fmt;

use askama::filters::HtmlSafe;
use law::act::DayOfAct;
use law::calendar::{AsAt, Date, DateOfAct, DateOfEffect};
use papers::un_date::ENGLISH;

/// A calendar day, shown as a `time` element.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Day(Date);

impl Day {
    /// The day in words: "1 July 2003".
    pub(crate) fn words(self) -> String {
        ENGLISH.write(self.0)
    }

    /// Its month in words: "July 2003".
    pub(crate) fn month(self) -> String {
        let words = self.words();
        words.split_once(' ').map_or_else(|| words.clone(), |(_, month)| month.to_owned())
    }

    /// Its month in figures: "2003-07".
    pub(crate) fn month_in_figures(self) -> String {
        format!("{:04}-{:02}", self.0.year(), self.0.month())
    }

    /// The day in figures: "2003-07-01".
    pub(crate) fn figures(self) -> String {
        self.0.to_string()
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<time datetime=\"{}\">{}</time>", self.0, self.words())
    }
}

// What is written above holds figures, letters of the names of months, and nothing that a visitor typed.
impl HtmlSafe for Day {}

impl From<Date> for Day {
    fn from(day: Date) -> Self {
        Self(day)
    }
}

impl From<AsAt> for Day {
    fn from(day: AsAt) -> Self {
        Self(day.day())
    }
}

impl From<DateOfAct> for Day {
    fn from(day: DateOfAct) -> Self {
        Self(day.day())
    }
}

impl From<DateOfEffect> for Day {
    fn from(day: DateOfEffect) -> Self {
        Self(day.day())
    }
}

/// The day of something done, or a day by which it had been done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DoneOn {
    by: bool,
    day: Day,
}

impl fmt::Display for DoneOn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", if self.by { "by " } else { "" }, self.day)
    }
}

impl HtmlSafe for DoneOn {}

impl From<DayOfAct> for DoneOn {
    fn from(date: DayOfAct) -> Self {
        Self { by: matches!(date, DayOfAct::By(_)), day: date.at_latest().into() }
    }
}
