//! What was done about what a resolution asked, in the words of the mandate review of the United Nations.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, serde_day};
use crate::treaty::TreatyId;

/// Something that bears on a mandate: it was done, or is being done, or won't be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Discharge {
    /// The symbol of the resolution.
    pub resolution: String,
    /// The paragraph, by its short name or number.
    pub paragraph: String,
    /// The day from which it stands so.
    #[serde(with = "serde_day")]
    pub date: Date,
    /// How it stands.
    #[serde(default)]
    pub status: Outcome,
    /// The record by which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<DischargedBy>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// How a mandate stands, as far as a record can say; from the least done to the most.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// It no longer applies.
    NotApplicable,
    /// It was not done.
    NotImplemented,
    /// It is being done.
    InProgress,
    /// It has been done.
    #[default]
    Completed,
}

/// A record by which a mandate was discharged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DischargedBy {
    /// An activity, by its short name.
    Activity(String),
    /// The entry into force of a treaty.
    InForce(TreatyId),
    /// A meeting of the States parties to a treaty.
    Meeting(MeetingOf),
}

/// A meeting of States parties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MeetingOf {
    /// The treaty.
    pub treaty: TreatyId,
    /// The number of the meeting.
    pub number: u16,
}
