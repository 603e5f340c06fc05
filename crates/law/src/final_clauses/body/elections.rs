//! The clauses on elections: timetable, quorum, majority, nominations, nationals, re-election.

use serde::{Deserialize, Serialize};

use super::periods::{BeforeElection, FromEntryIntoForce, Recurrence, Within};
use super::worded::{Meaning, Worded};
use crate::final_clauses::Fraction;

/// The clause on elections: the timetable, and how members are elected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Elections {
    /// The article.
    pub article: String,
    /// The article, or paragraph, on the timetable alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub timetable_article: Option<String>,
    /// The article, or paragraph, on quorum and majority alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voting_article: Option<String>,
    /// By when the first election must be held.
    pub first: Worded<FromEntryIntoForce>,
    /// How often after that, where the treaty says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub then: Option<Worded<Recurrence>>,
    /// When the letter that invites nominations goes out at the latest.
    pub invitation: Worded<BeforeElection>,
    /// How long nominations are open.
    pub nominations: Worded<Within>,
    /// When the list of nominees goes out at the latest, where the treaty says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<Worded<BeforeElection>>,
    /// Where elections are held, where the treaty says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The quorum of the meeting of States parties.
    pub quorum: Worded<Quorum>,
    /// The majority needed.
    pub majority: Worded<Majority>,
}

impl Elections {
    /// The article on the timetable.
    #[must_use]
    pub fn timetable_article(&self) -> &str {
        self.timetable_article.as_deref().unwrap_or(&self.article)
    }

    /// The article on quorum and majority.
    #[must_use]
    pub fn voting_article(&self) -> &str {
        self.voting_article.as_deref().unwrap_or(&self.article)
    }
}

/// How many of the States parties must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quorum {
    /// At least such a part of them.
    Part(Fraction),
    /// More than half of them.
    Majority,
}

impl Quorum {
    /// How many of so many States parties it takes.
    #[must_use]
    pub fn of(self, parties: usize) -> usize {
        match self {
            Self::Part(part) => part.at_least_of(parties),
            Self::Majority => parties / 2 + 1,
        }
    }
}

impl Meaning for Quorum {
    const KIND: &'static str = "a quorum";
    const EXAMPLES: &'static [&'static str] = &["two thirds of the States parties", "a majority of the States parties"];

    fn read(words: &str) -> Option<Self> {
        match words.strip_suffix(" of the States parties")? {
            "a majority" | "the majority" => Some(Self::Majority),
            part => self::part(part).map(Self::Part),
        }
    }
}

/// "two thirds", "2/3".
fn part(words: &str) -> Option<Fraction> {
    let figures = match words {
        "one third" => "1/3",
        "half" | "one half" => "1/2",
        "two thirds" => "2/3",
        "three quarters" | "three fourths" => "3/4",
        figures => figures,
    };
    figures.parse().ok()
}

/// The votes that it takes to be elected, beside being among those with the most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Majority {
    /// More than half of the States parties present and voting.
    Absolute,
    /// At least such a part of the States parties present and voting.
    Part(Fraction),
    /// No more than to be among those with the most votes.
    Relative,
}

impl Majority {
    /// The least number of votes that is enough when so many States vote.
    #[must_use]
    pub fn of(self, voting: usize) -> usize {
        match self {
            Self::Absolute => voting / 2 + 1,
            Self::Part(part) => part.at_least_of(voting),
            Self::Relative => 1,
        }
    }
}

impl Meaning for Majority {
    const KIND: &'static str = "a majority";
    const EXAMPLES: &'static [&'static str] =
        &["absolute majority of the States parties present and voting", "largest number of votes"];

    fn read(words: &str) -> Option<Self> {
        if words == "largest number of votes" {
            return Some(Self::Relative);
        }
        match words.strip_suffix(" of the States parties present and voting")? {
            "absolute majority" => Some(Self::Absolute),
            part => self::part(part).map(Self::Part),
        }
    }
}

/// The clause on nominations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Nominations {
    /// The article.
    pub article: String,
    /// How many persons a State party may nominate for one election, where the treaty says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub per_state: Option<u16>,
    /// Whom it may nominate.
    pub of: Nominees,
}

/// Whom a State party may nominate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Nominees {
    /// Its own nationals.
    #[serde(rename = "its own nationals")]
    OwnNationals,
    /// Nationals of any State party.
    #[serde(rename = "nationals of States parties")]
    NationalsOfParties,
}

/// The clause on nationals of one State in the body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Nationals {
    /// The article.
    pub article: String,
    /// How many may be members at the same time.
    pub at_most: u16,
}

/// The clause on re-election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReElection {
    /// The article.
    pub article: String,
    /// How often.
    pub allowed: ReElectionAllowed,
}

/// How often a member may be re-elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReElectionAllowed {
    /// As often as nominated.
    #[serde(rename = "without limit")]
    WithoutLimit,
    /// Once.
    #[serde(rename = "once")]
    Once,
}
