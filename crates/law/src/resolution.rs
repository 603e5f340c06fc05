//! Resolutions of organs, with what each asks of whom.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, serde_day};
use crate::treaty::TreatyId;
use crate::when::When;

/// A resolution, by its symbol.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Resolution {
    /// The symbol, as the organ prints it: `57/201`.
    pub symbol: String,
    /// The organ, with its article as in running text: "the General Assembly".
    pub organ: String,
    /// The organization that the organ belongs to, where it is not the United Nations.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organization: Option<String>,
    /// The day of adoption.
    #[serde(with = "serde_day")]
    pub date: Date,
    /// The title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// How it was adopted, as in running text: "without a vote", "by 104 votes to none, with 4 abstentions".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<String>,
    /// The treaty that it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treaty: Option<TreatyId>,
    /// What it asks or says, paragraph by paragraph, in the order of the text.
    #[serde(default, rename = "paragraph", skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<OperativePart>,
}

impl Resolution {
    /// The paragraph with that short name or number, and its place among all, from 1.
    #[must_use]
    pub fn paragraph(&self, named: &str) -> Option<(usize, &OperativePart)> {
        let mut all = (1..).zip(&self.paragraphs);
        all.find(|(_, part)| [&part.id, &part.number].into_iter().flatten().any(|name| name == named))
    }
}

/// One thing that a resolution asks or says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OperativePart {
    /// A short name, unique in the resolution, by which other records refer to it: `status-report`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The paragraph's number, when a source gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The operative verb.
    pub verb: Verb,
    /// Of whom it is asked, as in running text: "the Secretary-General".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub addressee: Option<String>,
    /// What is asked or said, continuing the sentence.
    pub what: String,
    /// Until when: a date, the last day of which is the last for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
    /// The session of the organ at which it is due: 58.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<u16>,
    /// The report in which it is to be done, by its title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_report: Option<String>,
    /// What must have happened before it is owed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub once: Option<Once>,
    /// The earlier paragraph that it renews.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renews: Option<ParagraphOf>,
}

/// What must have happened before something is owed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Once {
    /// The entry into force of the treaty that the resolution concerns.
    InForce,
}

/// A paragraph of a resolution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ParagraphOf {
    /// The symbol of the resolution.
    pub resolution: String,
    /// The paragraph's short name or number.
    pub paragraph: String,
}

/// An operative verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    /// Adopts a text.
    Adopts,
    /// Appeals to somebody.
    AppealsTo,
    /// Authorizes somebody.
    Authorizes,
    /// Calls upon somebody.
    CallsUpon,
    /// Commends somebody.
    Commends,
    /// Decides something.
    Decides,
    /// Encourages somebody.
    Encourages,
    /// Invites somebody.
    Invites,
    /// Notes something.
    Notes,
    /// Reaffirms something.
    Reaffirms,
    /// Recommends something.
    Recommends,
    /// Requests something of somebody.
    Requests,
    /// Resolves to do something.
    Resolves,
    /// Takes note of something.
    TakesNote,
    /// Urges somebody.
    Urges,
    /// Welcomes something.
    Welcomes,
}

impl Verb {
    /// The verb in the past tense, as in "the General Assembly requested".
    #[must_use]
    pub const fn past(self) -> &'static str {
        match self {
            Self::Adopts => "adopted",
            Self::AppealsTo => "appealed to",
            Self::Authorizes => "authorized",
            Self::CallsUpon => "called upon",
            Self::Commends => "commended",
            Self::Decides => "decided",
            Self::Encourages => "encouraged",
            Self::Invites => "invited",
            Self::Notes => "noted",
            Self::Reaffirms => "reaffirmed",
            Self::Recommends => "recommended",
            Self::Requests => "requested",
            Self::Resolves => "resolved",
            Self::TakesNote => "took note of",
            Self::Urges => "urged",
            Self::Welcomes => "welcomed",
        }
    }

    /// Whether it asks something of somebody: what it asks is a mandate, and owed.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(
            self,
            Self::AppealsTo
                | Self::Authorizes
                | Self::CallsUpon
                | Self::Encourages
                | Self::Invites
                | Self::Recommends
                | Self::Requests
                | Self::Urges
        )
    }
}
