//! The reports that States parties owe.

use serde::{Deserialize, Serialize};

use super::body::{Meaning, Worded};
use super::denunciation::Floor;
use crate::treaty::TreatyId;

/// The clause on States parties' reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reports {
    /// The article.
    pub article: String,
    /// When the initial report is due.
    pub initial: Floor,
    /// The paragraph on the initial report alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial_article: Option<String>,
    /// When those after it are due.
    pub periodic: Worded<Cycle>,
    /// The paragraph on the reports after the initial one alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periodic_article: Option<String>,
}

impl Reports {
    /// The article on the initial report.
    #[must_use]
    pub fn initial_article(&self) -> &str {
        self.initial_article.as_deref().unwrap_or(&self.article)
    }

    /// The article on the reports after the initial one.
    #[must_use]
    pub fn periodic_article(&self) -> &str {
        self.periodic_article.as_deref().unwrap_or(&self.article)
    }
}

/// How the reports after the initial one become due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cycle {
    /// So many years after the one before was due; the body may set another day, or ask for one between.
    Every {
        /// The years.
        years: u16,
    },
    /// Whenever the body asks.
    OnRequest,
    /// Within the reports due under another treaty; so many years after the one before for those that are not party to it.
    WithThoseUnder {
        /// The other treaty.
        treaty: TreatyId,
        /// The years, for those that are not party to it.
        years: u16,
    },
}

/// More years than lie between two reports under any treaty.
const MOST_YEARS: u16 = 50;

impl Meaning for Cycle {
    const KIND: &'static str = "a cycle of reports";
    const EXAMPLES: &'static [&'static str] = &[
        "every 5 years",
        "every 5 years, and whenever the Committee so requests",
        "whenever the Committee so requests",
        "in the reports due under IV-11; every 5 years for others",
    ];

    fn read(words: &str) -> Option<Self> {
        let every = words.split_once("every ").and_then(|(_, rest)| {
            let (number, rest) = rest.split_once(' ')?;
            let years = number.parse().ok().filter(|years| (1..=MOST_YEARS).contains(years))?;
            (rest.starts_with("years") || rest.starts_with("year")).then_some(years)
        });
        match (words.strip_prefix("in the reports due under "), every) {
            (Some(rest), Some(years)) => {
                let treaty = rest.split_once(';')?.0.trim().parse().ok()?;
                Some(Self::WithThoseUnder { treaty, years })
            }
            (Some(_), None) => None,
            (None, Some(years)) => Some(Self::Every { years }),
            (None, None) => words.contains("whenever ").then_some(Self::OnRequest),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cycles_of_treaties_are_understood_and_others_are_not() {
        let read = |words: &str| words.parse::<Worded<Cycle>>().ok().map(|cycle| cycle.means().clone());
        for text in ["every 5 years", "every 5 years, and whenever the Committee so requests"] {
            assert_eq!(read(text), Some(Cycle::Every { years: 5 }), "{text}");
        }
        assert_eq!(
            read("at least every 4 years, and whenever the Committee so requests"),
            Some(Cycle::Every { years: 4 })
        );
        assert_eq!(read("whenever the Committee so requests"), Some(Cycle::OnRequest));
        let with = Cycle::WithThoseUnder { treaty: "IV-11".parse().unwrap(), years: 5 };
        assert_eq!(read("in the reports due under IV-11; every 5 years for others"), Some(with));
        for text in ["", "often", "every 0 years", "every 99 years", "every 5 months", "in the reports due under IV-11"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
