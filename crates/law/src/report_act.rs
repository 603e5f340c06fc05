//! What happens with the reports of States parties, and with optional declarations.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::act::DayOfAct;
use crate::calendar::{Date, serde_day};
use crate::nearest::nearest;
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
    /// The day, or a day by which it had happened, where a source gives no more.
    pub date: DayOfAct,
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

impl ReportStep {
    /// Every step, in the order in which they usually come.
    pub const ALL: [Self; 10] = [
        Self::DueSet,
        Self::SimplifiedProcedure,
        Self::ListPriorToReporting,
        Self::Submitted,
        Self::ListOfIssues,
        Self::Replies,
        Self::Considered,
        Self::ConsideredWithoutReport,
        Self::ConcludingObservations,
        Self::FollowUp,
    ];

    /// The word by which files and programs name the step.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::DueSet => "due-set",
            Self::SimplifiedProcedure => "simplified-procedure",
            Self::ListPriorToReporting => "list-prior-to-reporting",
            Self::Submitted => "submitted",
            Self::ListOfIssues => "list-of-issues",
            Self::Replies => "replies",
            Self::Considered => "considered",
            Self::ConsideredWithoutReport => "considered-without-report",
            Self::ConcludingObservations => "concluding-observations",
            Self::FollowUp => "follow-up",
        }
    }

    /// The step as a noun in running text.
    #[must_use]
    pub const fn noun(self) -> &'static str {
        match self {
            Self::DueSet => "setting of a due date",
            Self::SimplifiedProcedure => "acceptance of the simplified procedure",
            Self::ListPriorToReporting => "list of issues prior to reporting",
            Self::Submitted => "submission",
            Self::ListOfIssues => "list of issues",
            Self::Replies => "replies to the list of issues",
            Self::Considered => "consideration",
            Self::ConsideredWithoutReport => "consideration without a report",
            Self::ConcludingObservations => "concluding observations",
            Self::FollowUp => "information on follow-up",
        }
    }

    /// Whether the step can set a day until which something is due.
    #[must_use]
    pub const fn sets_a_day(self) -> bool {
        matches!(
            self,
            Self::DueSet
                | Self::SimplifiedProcedure
                | Self::ListPriorToReporting
                | Self::ListOfIssues
                | Self::ConcludingObservations
        )
    }

    /// Whether it is done by the State rather than by the body.
    #[must_use]
    pub const fn is_the_states(self) -> bool {
        matches!(self, Self::SimplifiedProcedure | Self::Submitted | Self::Replies | Self::FollowUp)
    }
}

impl fmt::Display for ReportStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// A word that is not one of a few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoSuchWord {
    what: &'static str,
    given: String,
    words: Vec<&'static str>,
}

impl NoSuchWord {
    pub(crate) fn new(what: &'static str, given: &str, words: Vec<&'static str>) -> Self {
        Self { what, given: given.chars().take(60).collect(), words }
    }

    /// The nearest right word, if one is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        nearest(&self.given.to_lowercase(), self.words.iter().copied(), 1).pop()
    }
}

impl fmt::Display for NoSuchWord {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not {}; write one of: {}", self.given, self.what, self.words.join(", "))
    }
}

impl std::error::Error for NoSuchWord {}

impl FromStr for ReportStep {
    type Err = NoSuchWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|step| step.word() == text.trim());
        known.ok_or_else(|| NoSuchWord::new("a step of a report", text, Self::ALL.map(Self::word).to_vec()))
    }
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
    /// The article, as the treaty's file names it: `77` for `[declarations.77]`.
    pub article: String,
    /// The day on which the depositary received it, or a day by which it had, where a source gives no more.
    pub date: DayOfAct,
    /// Whether it was made or withdrawn.
    pub deed: DeclarationDeed,
    /// What else needs saying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Whether a declaration was made or withdrawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeclarationDeed {
    /// Made.
    Made,
    /// Withdrawn: pending matters go on, new ones are not begun.
    Withdrawn,
}

impl DeclarationDeed {
    /// Both deeds. To announce a declaration is neither.
    pub const ALL: [Self; 2] = [Self::Made, Self::Withdrawn];

    /// The word by which files and programs name the deed.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Made => "made",
            Self::Withdrawn => "withdrawn",
        }
    }
}

impl FromStr for DeclarationDeed {
    type Err = NoSuchWord;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|deed| deed.word() == text.trim());
        let what = "what is done with a declaration (a promise to make one is none)";
        known.ok_or_else(|| NoSuchWord::new(what, text, Self::ALL.map(Self::word).to_vec()))
    }
}
