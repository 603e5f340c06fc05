//! The definition of a report: a file that a drafter can read.

use law::calendar::{AsAt, Date, serde_day};
use law::treaty::TreatyId;
use serde::Deserialize;

use super::section::{Section, Shows};
use crate::pdf::Imprint;

/// A definition's file. What a definition that is `like` another does not say itself is as the other says it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct WrittenDefinition {
    /// The name by which the report is asked for.
    pub report: String,
    /// The definition that it is like.
    #[serde(default)]
    pub like: Option<String>,
    #[serde(default)]
    treaty: Option<TreatyId>,
    #[serde(default)]
    state: Option<String>,
    #[serde(default)]
    as_at: Option<AsAt>,
    #[serde(default, with = "serde_day::option")]
    dated: Option<Date>,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    by: Option<String>,
    #[serde(default)]
    masthead: Option<MastheadDefinition>,
    #[serde(default)]
    summary: Option<Vec<Section>>,
    #[serde(default)]
    section: Option<Vec<Section>>,
}

impl WrittenDefinition {
    /// The definition in full, given the one that it is like.
    ///
    /// # Errors
    /// What it lacks, as the name of the key.
    pub fn completed(self, other: Option<&Definition>) -> Result<Definition, &'static str> {
        let Self { report, treaty, state, as_at, dated, title, by, masthead, summary, section, .. } = self;
        Ok(Definition {
            report,
            treaty: treaty.or_else(|| other?.treaty.clone()),
            state: state.or_else(|| other?.state.clone()),
            // The day of another report is no day of this one.
            as_at,
            dated,
            title: title.or_else(|| Some(other?.title.clone())).ok_or("title")?,
            by: by.or_else(|| other?.by.clone()),
            masthead: masthead.or_else(|| Some(other?.masthead.clone())).ok_or("masthead")?,
            summary: summary.or_else(|| Some(other?.summary.clone())).unwrap_or_default(),
            section: section.or_else(|| Some(other?.section.clone())).ok_or("section")?,
        })
    }
}

/// What a report shows, in which order, and as at when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// The name by which the report is asked for.
    pub report: String,
    /// The treaty, unless it is on all of them or on whichever is asked for.
    pub treaty: Option<TreatyId>,
    /// The State, by code or name, unless it is on none or on whichever is asked for.
    pub state: Option<String>,
    /// The day that is reported on, unless another is asked for.
    pub as_at: Option<AsAt>,
    /// The day of issue. A report as at a later day is issued on that day.
    pub dated: Option<Date>,
    /// The title; `{treaty}`, `{state}` and `{year}` stand for the treaty's title, the State's name and the day's year.
    pub title: String,
    /// Who reports.
    pub by: Option<String>,
    /// The masthead.
    pub masthead: MastheadDefinition,
    /// What the summary shows.
    pub summary: Vec<Section>,
    /// What the text shows.
    pub section: Vec<Section>,
}

impl Definition {
    /// The day that is reported on: the one asked for, or else the definition's own, or else today.
    #[must_use]
    pub fn day(&self, asked: Option<AsAt>, today: AsAt) -> AsAt {
        asked.or(self.as_at).unwrap_or(today)
    }

    /// The day of issue of the report as at a day: that of the definition, or the day itself where it is later.
    #[must_use]
    pub fn issued(&self, as_at: AsAt) -> Date {
        self.dated.map_or(as_at.day(), |dated| dated.max(as_at.day()))
    }

    /// Whether it shows anything of a State: one must then be named, here or in the question.
    #[must_use]
    pub fn is_on_a_state(&self) -> bool {
        let of_a_state = |section: &Section| matches!(section.shows, Shows::StateTreaties | Shows::StateReports);
        self.summary.iter().chain(&self.section).any(of_a_state)
    }

    /// What the report's file says about itself.
    #[must_use]
    pub fn imprint(&self, as_at: AsAt) -> Imprint {
        Imprint { author: self.masthead.organization.clone(), issued: self.issued(as_at) }
    }
}

/// The fixed words of a masthead.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct MastheadDefinition {
    /// The organization.
    pub organization: String,
    /// The organ addressed. The session is that of the General Assembly which opens next after the day of issue.
    pub organ: String,
    /// The symbol, when a source gives it.
    #[serde(default)]
    pub symbol: Option<String>,
    /// The distribution.
    pub distribution: String,
    /// The language of the original.
    pub original: String,
    /// The agenda items under which the report stands, by session.
    #[serde(default)]
    pub item: Vec<AgendaItem>,
}

/// The agenda item of one session.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AgendaItem {
    /// The session.
    pub session: u16,
    /// The item, such as "Item 119 (a) of the provisional agenda".
    pub item: String,
    /// A note to it.
    #[serde(default)]
    pub note: Option<String>,
    /// Its title.
    #[serde(default)]
    pub title: Option<String>,
}
