//! The treaty body and the reports that are due to it.

use serde::{Deserialize, Serialize};

/// The clause that sets up a treaty body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Body {
    /// The name.
    pub name: String,
    /// The article.
    pub article: String,
    /// How many seats, and from when.
    pub seats: Vec<Seats>,
    /// The term of a member.
    pub term: String,
    /// How many of the first members, drawn by lot, serve a shorter term, and which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_terms: Option<String>,
    /// The first election and those after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub elections: Option<FirstElection>,
    /// The officers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub officers: Option<Officers>,
}

/// A number of seats, from a certain event on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Seats {
    /// The event, such as "entry into force for the 41st party".
    pub from: String,
    /// How many seats.
    pub seats: u16,
}

/// The timetable of elections.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct FirstElection {
    /// The article.
    pub article: String,
    /// By when the first election must be held.
    pub first: String,
    /// How often after that.
    pub then: String,
    /// When the letter that invites nominations goes out at the latest.
    pub invitation: String,
    /// How long nominations are open.
    pub nominations: String,
    /// When the list of nominees goes out at the latest.
    pub list: String,
    /// The quorum of the meeting of States parties.
    pub quorum: String,
    /// The majority needed.
    pub majority: String,
}

/// The clause on officers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Officers {
    /// The article.
    pub article: String,
    /// Their term.
    pub term: String,
}

/// The clause on States parties' reports.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Reports {
    /// The article.
    pub article: String,
    /// When the initial report is due.
    pub initial: String,
    /// When those after it are due.
    pub periodic: String,
}
