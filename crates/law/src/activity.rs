//! What was done to promote a treaty: campaigns, briefings, panels, statements, workshops.

use serde::{Deserialize, Serialize};

use crate::treaty::TreatyId;
use crate::when::When;

/// One thing done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Activity {
    /// A short name, unique in the register: `iom-council-briefing-2002`.
    pub id: String,
    /// What sort of activity.
    pub kind: ActivityKind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    date: Option<When>,
    /// How an open end was written before dates could be intervals. Entries that say so are read as they were recorded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    ongoing: bool,
    /// Who did it, as in running text: "the Steering Committee".
    pub organizers: Vec<String>,
    /// What they did: a verb in the past tense and what follows it.
    pub what: String,
    /// On which occasion, as in running text: "during the eighty-fourth session of …".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<String>,
    /// To which end: "to promote ratification of the Convention".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub purpose: Option<String>,
    /// Who else took part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participants: Vec<String>,
    /// A document in which it is recorded, by symbol.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The treaty promoted.
    pub treaty: TreatyId,
    /// The resolution whose request it serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves: Option<String>,
    /// The paragraph of that resolution, by its short name or number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serves_paragraph: Option<String>,
}

impl Activity {
    /// When it was; `None` where the source doesn't say.
    #[must_use]
    pub fn when(&self) -> Option<When> {
        if self.ongoing { self.date.map(When::open_ended) } else { self.date }
    }

    /// Whether it is said twice that it has an end or none: by an interval, and as it was said before there were any.
    #[must_use]
    pub fn says_its_end_twice(&self) -> bool {
        self.ongoing && matches!(self.date, Some(When::Interval(_)))
    }
}

/// Sorts of activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ActivityKind {
    /// Advice to States and dialogue with them.
    AdvisoryServices,
    /// A briefing.
    Briefing,
    /// A public call to States.
    Call,
    /// A campaign.
    Campaign,
    /// Taking part in meetings held by others.
    Participation,
    /// A panel discussion.
    Panel,
    /// A publication.
    Publication,
    /// A report to an organ.
    Report,
    /// A statement.
    Statement,
    /// A workshop.
    Workshop,
}

impl ActivityKind {
    /// Every sort.
    pub const ALL: [Self; 10] = [
        Self::AdvisoryServices,
        Self::Briefing,
        Self::Call,
        Self::Campaign,
        Self::Participation,
        Self::Panel,
        Self::Publication,
        Self::Report,
        Self::Statement,
        Self::Workshop,
    ];

    /// The word for it, as in records.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::AdvisoryServices => "advisory-services",
            Self::Briefing => "briefing",
            Self::Call => "call",
            Self::Campaign => "campaign",
            Self::Participation => "participation",
            Self::Panel => "panel",
            Self::Publication => "publication",
            Self::Report => "report",
            Self::Statement => "statement",
            Self::Workshop => "workshop",
        }
    }
}
