//! What happens with the reports of States parties, and with optional declarations.

use serde::{Deserialize, Serialize};

use crate::calendar::{Date, serde_day};
use crate::party::PartyCode;
use crate::treaty::TreatyId;

/// A step in the examination of a State party's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ReportAct {
    /// The treaty.
    pub treaty: TreatyId,
    /// The State party.
    pub party: PartyCode,
    /// Which reports it is about: 1 is the initial one. Combined reports have several.
    pub reports: Vec<u16>,
    /// The day.
    #[serde(with = "serde_day")]
    pub date: Date,
    /// What happened.
    pub step: ReportStep,
    /// The symbol of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub symbol: Option<String>,
    /// The day until which something is due: a report that the body asked for, replies, information on follow-up.
    #[serde(default, with = "serde_day::option", skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A step in the examination of a report, in the order in which they usually come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportStep {
    /// The body set the day on which the report is due, in place of the treaty's rule.
    DueSet,
    /// The State accepted the simplified procedure: its replies to a list of issues will be its report.
    SimplifiedProcedure,
    /// The body adopted a list of issues prior to reporting.
    ListPriorToReporting,
    /// The report was received.
    Submitted,
    /// The body adopted a list of issues on the report.
    ListOfIssues,
    /// The State's replies to the list were received.
    Replies,
    /// The body considered the report, with a delegation or without.
    Considered,
    /// The body considered the situation without a report.
    ConsideredWithoutReport,
    /// The body adopted concluding observations.
    ConcludingObservations,
    /// The State's information on follow-up was received.
    FollowUp,
}

/// A declaration that a treaty lets a party make, which comes into force by a threshold of its own: ICRMW 76 and 77, ICCPR
/// 41. It is not consent to be bound, and a promise to make one is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct OptionalDeclaration {
    /// The treaty.
    pub treaty: TreatyId,
    /// The State party.
    pub party: PartyCode,
    /// The article.
    pub article: String,
    /// The day on which the depositary received it.
    #[serde(with = "serde_day")]
    pub date: Date,
    /// Whether it was made or withdrawn.
    pub deed: DeclarationDeed,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whether a declaration was made or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeclarationDeed {
    /// Made.
    Made,
    /// Withdrawn: pending matters go on, new ones are not begun.
    Withdrawn,
}
