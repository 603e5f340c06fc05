//! Entries: what a register holds, one after another, for good.

use serde::{Deserialize, Serialize};

use crate::act::{Act, Standing};
use crate::activity::Activity;
use crate::body_act::BodyAct;
use crate::calendar::DateOfKnowledge;
use crate::decision::Decision;
use crate::keeping::{Attachment, Confidence, LogEvent};
use crate::mandates::Discharge;
use crate::party::Party;
use crate::rectification::Rectification;
use crate::report_act::{OptionalDeclaration, ReportAct};
use crate::resolution::Resolution;
use crate::statement::Statement;
use crate::territory::Territory;
use crate::treaty::{Treaty, TreatyId};

/// One entry of a register. It is never changed: what turns out to be wrong is corrected by a later entry that names
/// this one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Entry {
    /// The sequence number, from 1, without gaps.
    pub number: u64,
    /// When it was recorded.
    pub recorded: DateOfKnowledge,
    /// Who recorded it.
    pub recorder: String,
    /// On whose word.
    pub standing: Standing,
    /// The papers and publications that it rests on.
    pub sources: Vec<String>,
    /// The papers themselves, as scanned or received, by their hashes.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<Attachment>,
    /// What was said in confidence, by commitments that give nothing away.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub confidential: Vec<Confidence>,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// What is to be recorded: an entry that has no number and no time yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// On whose word.
    pub standing: Standing,
    /// The papers and publications that it rests on.
    pub sources: Vec<String>,
    /// What it says.
    pub content: Content,
}

impl Draft {
    /// The entry that this becomes, when nothing comes with it.
    #[must_use]
    pub fn entered(self, number: u64, recorded: DateOfKnowledge, by: &str) -> Entry {
        let Self { standing, sources, content } = self;
        let (attachments, confidential) = (Vec::new(), Vec::new());
        Entry { number, recorded, recorder: by.to_owned(), standing, sources, attachments, confidential, content }
    }
}

/// What an entry says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "content", rename_all = "kebab-case")]
pub enum Content {
    /// A State or organization. A later entry with the same code takes the place of an earlier one.
    Party(Party),
    /// A treaty with its final clauses. A later entry with the same identifier takes the place of an earlier one.
    Treaty(Box<Treaty>),
    /// An act of a State towards a treaty.
    Act(Act),
    /// A decision of the depositary on a date that the clauses leave open or that its practice reads otherwise.
    Decision(Decision),
    /// A resolution with what it asks.
    Resolution(Resolution),
    /// Something done to promote a treaty.
    Activity(Activity),
    /// What was done about what a resolution asked.
    Discharge(Discharge),
    /// Something done to set up a treaty body or keep it filled.
    Body(Box<BodyAct>),
    /// A step in the examination of a State party's report.
    Report(ReportAct),
    /// A declaration that the treaty lets a party make.
    Declaration(OptionalDeclaration),
    /// A reservation, or another statement of a State.
    Statement(Box<Statement>),
    /// A territory, and which State is responsible for it since when. A later entry of the same name takes the place of
    /// an earlier one.
    Territory(Territory),
    /// A correction of an earlier entry.
    Correction(Correction),
    /// Something that happened to the register itself; the law takes no account of it.
    Log(LogEvent),
}

impl Content {
    /// The kind, as one word.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Party(_) => "party",
            Self::Treaty(_) => "treaty",
            Self::Act(_) => "act",
            Self::Decision(_) => "decision",
            Self::Resolution(_) => "resolution",
            Self::Activity(_) => "activity",
            Self::Discharge(_) => "discharge",
            Self::Body(_) => "body",
            Self::Report(_) => "report",
            Self::Declaration(_) => "declaration",
            Self::Statement(_) => "statement",
            Self::Territory(_) => "territory",
            Self::Correction(_) => "correction",
            Self::Log(_) => "log",
        }
    }

    /// The treaty that the entry belongs to, when it belongs to one.
    #[must_use]
    pub fn treaty(&self) -> Option<&TreatyId> {
        match self {
            Self::Treaty(treaty) => Some(&treaty.treaty),
            Self::Act(act) => Some(&act.treaty),
            Self::Decision(decision) => Some(&decision.treaty),
            Self::Body(act) => Some(&act.treaty),
            Self::Report(act) => Some(&act.treaty),
            Self::Declaration(declaration) => Some(&declaration.treaty),
            Self::Statement(statement) => Some(&statement.treaty),
            Self::Correction(correction) => correction.instead.as_ref().and_then(|content| content.treaty()),
            Self::Party(_)
            | Self::Resolution(_)
            | Self::Activity(_)
            | Self::Discharge(_)
            | Self::Territory(_)
            | Self::Log(_) => None,
        }
    }
}

/// A correction: an earlier entry was wrong, and this is right instead (or nothing is).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Correction {
    /// What was wrong with it.
    pub because: String,
    /// The number of the entry corrected.
    pub corrects: u64,
    /// What is right instead; `None` withdraws the entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instead: Option<Box<Content>>,
    /// The papers by which the depositary rectified a text, where that is why: then the correction has effect in law
    /// from the beginning (VCLT 79(4)).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rectification: Option<Rectification>,
}
