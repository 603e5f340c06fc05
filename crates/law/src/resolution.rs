//! Resolutions of organs, with what each asks of whom.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, serde_day};
use crate::treaty::TreatyId;

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
    /// The treaty that it concerns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub treaty: Option<TreatyId>,
    /// What it asks or says, paragraph by paragraph, in the order of the text.
    #[serde(default, rename = "paragraph", skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<OperativePart>,
}

/// One thing that a resolution asks or says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OperativePart {
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
}

/// An operative verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verb {
    /// Adopts a text.
    Adopts,
    /// Calls upon somebody.
    CallsUpon,
    /// Invites somebody.
    Invites,
    /// Requests something of somebody.
    Requests,
    /// Resolves to do something.
    Resolves,
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
            Self::CallsUpon => "called upon",
            Self::Invites => "invited",
            Self::Requests => "requested",
            Self::Resolves => "resolved",
            Self::Urges => "urged",
            Self::Welcomes => "welcomed",
        }
    }
}
