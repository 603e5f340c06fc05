//! What was recorded, as data.

use serde::Serialize;

use crate::act::{Action, DayOfAct, Standing};
use crate::calendar::{DateOfAct, DateOfEffect, DateOfKnowledge};
use crate::concerning::Recording;
use crate::entry::Content;
use crate::party::{Parties, PartyCode};
use crate::rectification::Rectification;
use crate::treaty::TreatyId;

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RecordingAnswer {
    /// Its number.
    pub entry: u64,
    /// When it was recorded.
    pub recorded: DateOfKnowledge,
    /// Who recorded it.
    pub recorder: String,
    /// On whose word.
    pub standing: Standing,
    /// What it says; null where it withdraws another entry.
    pub says: Option<SaidAnswer>,
    /// For a correction: what it corrects, and why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<CorrectionAnswer>,
}

/// What a correction corrects, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CorrectionAnswer {
    /// The number of the entry corrected.
    pub corrects: u64,
    /// What was wrong with it.
    pub because: String,
    /// What it said.
    pub said: Option<SaidAnswer>,
    /// The papers of a rectification, where that is why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rectification: Option<RectificationAnswer>,
}

/// The papers of a rectification.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RectificationAnswer {
    /// The symbol of the depositary notification.
    pub symbol: String,
    /// The day on which the proposed correction was circulated.
    pub circulated: DateOfAct,
    /// The last day on which an objection could be raised.
    pub objections_until: DateOfAct,
    /// The day of the procès-verbal.
    pub proces_verbal: DateOfAct,
}

/// What an entry says, as far as it bears on the status of a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum SaidAnswer {
    /// An act.
    Act {
        /// The treaty.
        treaty: TreatyId,
        /// Whose act it is.
        party: PartyCode,
        /// Its name on the day of the act.
        name: String,
        /// What was done.
        action: Action,
        /// The day.
        date: DayOfAct,
        /// The day of receipt, where it is another.
        #[serde(skip_serializing_if = "Option::is_none")]
        received: Option<DateOfAct>,
        /// The day of effect that the act names.
        #[serde(skip_serializing_if = "Option::is_none")]
        effective: Option<DateOfEffect>,
    },
    /// A decision of the depositary.
    Decision {
        /// The treaty.
        treaty: TreatyId,
        /// For which party; null: for the treaty itself.
        party: Option<PartyCode>,
        /// The party's name on the day of the decision.
        name: Option<String>,
        /// The day of entry into force that the depositary gives.
        in_force: DateOfEffect,
        /// Why.
        because: String,
        /// The day of the decision.
        date: DateOfAct,
    },
    /// A treaty with its final clauses.
    Treaty {
        /// The treaty.
        treaty: TreatyId,
        /// Its title, in English.
        title: String,
    },
    /// A State or organization.
    Party {
        /// Who.
        party: PartyCode,
        /// The last of its names.
        name: String,
    },
    /// Something that bears on no status.
    #[serde(untagged)]
    Other {
        /// The kind of entry.
        kind: &'static str,
    },
}

impl RecordingAnswer {
    /// What was recorded, as data; names are as these parties have them.
    #[must_use]
    pub fn of(recording: &Recording<'_>, parties: &Parties) -> Self {
        let entry = recording.entry;
        let said = |content: Option<&Content>| content.map(|content| SaidAnswer::of(content, parties));
        let correction = match &entry.content {
            Content::Correction(correction) => Some(CorrectionAnswer {
                corrects: correction.corrects,
                because: correction.because.clone(),
                said: said(recording.replaced),
                rectification: correction.rectification.as_ref().map(RectificationAnswer::of),
            }),
            _ => None,
        };
        Self {
            entry: entry.number,
            recorded: entry.recorded,
            recorder: entry.recorder.clone(),
            standing: entry.standing,
            says: said(recording.says()),
            correction,
        }
    }
}

impl RectificationAnswer {
    fn of(rectification: &Rectification) -> Self {
        Self {
            symbol: rectification.symbol.clone(),
            circulated: rectification.circulated,
            objections_until: rectification.objections_until,
            proces_verbal: rectification.proces_verbal,
        }
    }
}

impl SaidAnswer {
    fn of(content: &Content, parties: &Parties) -> Self {
        let name_on = |code: PartyCode, day: DateOfAct| match parties.by_code(code) {
            Some(party) => parties[party].name_on(day.day()).name.clone(),
            None => code.to_string(),
        };
        match content {
            Content::Act(act) => Self::Act {
                treaty: act.treaty.clone(),
                party: act.party,
                name: name_on(act.party, act.date.at_latest()),
                action: act.action,
                date: act.date,
                received: act.received,
                effective: act.effective,
            },
            Content::Decision(decision) => Self::Decision {
                treaty: decision.treaty.clone(),
                party: decision.party,
                name: decision
                    .party
                    .map(|party| name_on(party, decision.date))
                    .or_else(|| decision.provision.as_ref().map(|article| format!("article {article}"))),
                in_force: decision.in_force,
                because: decision.because.clone(),
                date: decision.date,
            },
            Content::Treaty(treaty) => {
                Self::Treaty { treaty: treaty.treaty.clone(), title: treaty.title_in("en").to_owned() }
            }
            Content::Party(party) => Self::Party {
                party: party.code,
                name: party.names.last().map_or_else(|| party.code.to_string(), |name| name.name.clone()),
            },
            Content::Resolution(_)
            | Content::Activity(_)
            | Content::Discharge(_)
            | Content::Body(_)
            | Content::Report(_)
            | Content::Declaration(_)
            | Content::Statement(_)
            | Content::Territory(_)
            | Content::Correction(_)
            | Content::Log(_) => Self::Other { kind: content.kind() },
        }
    }
}
