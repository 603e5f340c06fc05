//! The definition of a report: a file that a drafter can read.

use law::calendar::{AsAt, Date, serde_day};
use law::treaty::TreatyId;
use serde::Deserialize;

use crate::pdf::Imprint;

/// What a report shows, in which order, and as at when.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Definition {
    /// The name by which the report is asked for.
    pub report: String,
    /// The treaty.
    pub treaty: TreatyId,
    /// The day whose participation is reported, unless another is asked for.
    pub as_at: AsAt,
    /// The day of issue. A report as at a later day is issued on that day.
    #[serde(with = "serde_day")]
    pub dated: Date,
    /// The title; `{treaty}` stands for the treaty's.
    pub title: String,
    /// Who reports.
    #[serde(default)]
    pub by: Option<String>,
    /// The masthead.
    pub masthead: MastheadDefinition,
    /// What the summary shows.
    #[serde(default)]
    pub summary: Vec<Section>,
    /// What the text shows, a numbered paragraph each.
    pub section: Vec<Section>,
}

impl Definition {
    /// The day of issue of the report as at a day: that of the definition, or the day itself where it is later.
    #[must_use]
    pub fn issued(&self, as_at: AsAt) -> Date {
        self.dated.max(as_at.day())
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
    /// The organ addressed.
    pub organ: String,
    /// The symbol, when a source gives it.
    #[serde(default)]
    pub symbol: Option<String>,
    /// The distribution.
    pub distribution: String,
    /// The language of the original.
    pub original: String,
    /// The session.
    #[serde(default)]
    pub session: Option<String>,
    /// The agenda item.
    #[serde(default)]
    pub item: Option<String>,
    /// A note to the agenda item.
    #[serde(default)]
    pub item_note: Option<String>,
    /// The agenda item's title.
    #[serde(default)]
    pub item_title: Option<String>,
}

/// One section: what it draws from the register.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "shows", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Section {
    /// What a resolution asked and said.
    Resolution {
        /// Its symbol.
        of: String,
        /// An editor's sentence before it.
        #[serde(default)]
        lead: Option<String>,
        /// How it follows on the section before.
        #[serde(default)]
        link: Option<Link>,
    },
    /// The resolution that asked for the report.
    SubmittedUnder {
        /// Its symbol.
        of: String,
    },
    /// The treaty's entry into force.
    EntryIntoForce {},
    /// Who is bound and who has signed.
    Participation {
        /// What becomes of acts that are only reported.
        #[serde(default)]
        reported: ReportedActs,
        /// Where a reader finds the depositary's own tables.
        #[serde(default)]
        tables: Option<Tables>,
    },
    /// What was done to promote the treaty.
    Activities {
        /// The activities' short names, in order.
        of: Vec<String>,
        /// An editor's sentence before them.
        #[serde(default)]
        lead: Option<String>,
    },
}

/// How a section follows on the one before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Link {
    /// With "Furthermore".
    Furthermore,
}

/// What becomes of acts that are only reported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReportedActs {
    /// They are left out.
    #[default]
    LeftOut,
    /// They are listed, each with a note that names its source.
    Marked,
}

/// Where a reader finds the depositary's own tables.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Tables {
    /// Who keeps them.
    pub keeper: String,
    /// The address of the site, as the keeper gives it.
    pub site: String,
}
