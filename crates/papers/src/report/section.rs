//! The sections of a report: what each draws from the register, with its own filter and day.

use law::activity::ActivityKind;
use law::calendar::AsAt;
use law::final_clauses::{Period, Worded};
use serde::Deserialize;

use super::written_section::{Kind, WrittenSection};

/// One section.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(try_from = "WrittenSection")]
pub struct Section {
    /// What it shows, by the word that the definition has for it.
    pub(super) kind: Kind,
    /// A heading above it.
    pub heading: Option<String>,
    /// What must have happened for it to be shown.
    pub once: Option<Once>,
    /// The day that it is about, where that is not the report's.
    pub as_at: Option<AsAt>,
    /// What it draws from the register.
    pub shows: Shows,
}

/// What must have happened for a section to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Once {
    /// The treaty's entry into force.
    InForce,
}

/// What a section draws from the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shows {
    /// What a resolution asked and said.
    Resolution {
        /// Its symbol.
        of: String,
        /// An editor's sentence before it.
        lead: Option<String>,
        /// How it follows on the section before.
        link: Option<Link>,
        /// How long before the day of issue it may have been adopted; `None`: ever.
        within: Option<Worded<Period>>,
    },
    /// The resolution that asked for the report at the session to come.
    SubmittedUnder,
    /// What resolutions ask, and what became of it.
    Mandates {
        /// One resolution; without it, those on the report's treaty.
        of: Option<String>,
        /// Which of the mandates.
        which: WhichMandates,
    },
    /// The treaty's entry into force.
    EntryIntoForce,
    /// Who is bound and who has signed.
    Participation {
        /// What becomes of acts that are only reported.
        reported: ReportedActs,
        /// Where a reader finds the depositary's own tables.
        tables: Option<Tables>,
    },
    /// What was signed and deposited in the time up to the day, and for whom the treaty entered into force.
    Developments {
        /// How long that time is.
        within: Worded<Period>,
    },
    /// What was done to promote the treaty.
    Activities(ActivitiesShown),
    /// The treaty's body: its seats, its members, its next election.
    Committee,
    /// The persons nominated for an election of the body.
    Candidates {
        /// The day of the election; without it, the next for which somebody is nominated.
        election: Option<AsAt>,
    },
    /// How far the duty to report is complied with.
    Reporting {
        /// How many of the reports are listed.
        listed: WhichReports,
    },
    /// The declarations under articles that need a number of their own.
    Declarations,
    /// A table in an annex.
    Table {
        /// What it lists.
        of: TableOf,
    },
    /// A chart.
    Chart {
        /// What it shows.
        of: ChartOf,
    },
    /// Every treaty of the register.
    Treaties {
        /// The time whose acts are counted beside the standing.
        within: Worded<Period>,
    },
    /// What a State is party to.
    StateTreaties,
    /// A State's reports due and received.
    StateReports,
    /// The editor's own words.
    Text {
        /// The words.
        text: String,
    },
}

/// Which activities a section tells of. What is not named is not looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActivitiesShown {
    /// Their short names, in the order in which they are told.
    pub of: Vec<String>,
    /// An editor's sentence before them.
    pub lead: Option<String>,
    /// The sort.
    pub kind: Option<ActivityKind>,
    /// Words in the name of an organizer or of somebody who took part.
    pub by: Option<String>,
    /// The resolution served.
    pub serves: Option<String>,
    /// Those that went on in the time so long before the day.
    pub within: Option<Worded<Period>>,
}

/// Which mandates are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhichMandates {
    /// Every one.
    #[default]
    All,
    /// Those of which something is still to be done.
    Open,
}

/// Which reports are listed under their count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WhichReports {
    /// None.
    #[default]
    None,
    /// Those overdue.
    Overdue,
    /// Those received, and those not due yet.
    All,
}

/// What a table lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TableOf {
    /// Everybody who has done anything towards the treaty, with dates.
    Participation,
    /// Those that have signed and are not bound.
    Signatories,
    /// The members of the body.
    Members,
}

/// What a chart shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChartOf {
    /// Instruments of consent by the year of their deposit.
    DepositsByYear,
    /// Those bound, by the regional groups of the United Nations.
    Groups,
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
    /// The session to which the report gave it, where a later one would give another.
    #[serde(default)]
    pub session: Option<u16>,
}
