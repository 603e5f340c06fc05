//! How far ahead a calendar looks.

use jiff::ToSpan;
use law::calendar::{AsAt, Date};

use crate::asked::{Asked, Pairs, value};

/// How far ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reach {
    /// A year.
    Year,
    /// Five years: the usual cycle of reports.
    FiveYears,
    /// Every day that follows.
    All,
}

/// A reach that can be asked for.
#[derive(Debug, Clone)]
pub(crate) struct ReachLink {
    /// Its name.
    pub(crate) label: &'static str,
    /// The page with it.
    pub(crate) address: String,
    /// Whether it is the one shown.
    pub(crate) current: bool,
}

impl Reach {
    const WORDS: [(Self, &'static str, &'static str); 3] = [
        (Self::Year, "year", "A year ahead"),
        (Self::FiveYears, "five-years", "Five years ahead"),
        (Self::All, "all", "Every coming day"),
    ];

    /// Reads a reach. A word that names none asks for a year.
    pub(super) fn read(pairs: &Pairs) -> Self {
        let given = value(pairs, "ahead");
        Self::WORDS.iter().find(|(_, word, _)| Some(*word) == given).map_or(Self::Year, |(reach, ..)| *reach)
    }

    /// The reach in words, to follow a number of days: "in the year from then".
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Year => "within a year",
            Self::FiveYears => "within five years",
            Self::All => "ever",
        }
    }

    /// The reach as an address has it.
    pub(super) fn pairs(self) -> Vec<(&'static str, String)> {
        let word = Self::WORDS.iter().find(|(reach, ..)| *reach == self).filter(|_| self != Self::Year);
        word.map(|(_, word, _)| ("ahead", (*word).to_owned())).into_iter().collect()
    }

    /// Whether a day is near enough.
    pub(super) fn includes(self, day: Date, as_at: AsAt) -> bool {
        let years = match self {
            Self::Year => 1,
            Self::FiveYears => 5,
            Self::All => return true,
        };
        as_at.day().checked_add(years.years()).map_or(true, |last| day < last)
    }

    /// The reaches that can be asked for.
    pub(super) fn links(self, asked: &Asked, path: &str) -> Vec<ReachLink> {
        let link = |(reach, _, label): (Self, &str, &'static str)| ReachLink {
            label,
            address: asked.asking(path, &reach.pairs()),
            current: reach == self,
        };
        Self::WORDS.into_iter().map(link).collect()
    }
}
