//! An explanation, as data.

use serde::Serialize;

use crate::calendar::{AsAt, DateOfEffect};
use crate::party::PartyCode;
use crate::reason::Reason;
use crate::treaty::TreatyId;

/// Why a date is what it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExplainAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// The party, when it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<PartyCode>,
    /// The party's name on the day asked about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The day asked about.
    pub as_at: AsAt,
    /// The day of entry into force.
    pub date: Option<DateOfEffect>,
    /// The first day on which the party is no longer bound.
    pub ended: Option<DateOfEffect>,
    /// The article that decides.
    pub article: Option<String>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// The same in prose.
    pub prose: String,
    /// What the party has said of its part in the treaty by the day, by the short names of its statements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statements: Option<Vec<String>>,
}
