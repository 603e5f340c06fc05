//! The reports of States parties, as data.

mod compliance;
mod report;
mod row;

use serde::Serialize;

use crate::calendar::{AsAt, DateOfEffect, DateOfKnowledge};
use crate::party::PartyCode;
use crate::record::Record;
use crate::reporting::{PartyReports, Profile, Reporting};
use crate::treaty::{Treaty, TreatyId};

pub use compliance::{ComplianceAnswer, TallyAnswer};
pub use report::{BasisAnswer, DueDateAnswer, ReportAnswer, SetAnswer, StepOfReportAnswer};

/// The reports due under a treaty, as at a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportsAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// The article; null: no reports are due under the treaty.
    pub article: Option<String>,
    /// The States that report, in alphabetical order.
    pub parties: Vec<ReportingPartyAnswer>,
    /// Their reports, by State and then by number.
    pub reports: Vec<ReportAnswer>,
    /// How far the States parties comply.
    pub compliance: ComplianceAnswer,
}

/// A State's reports under every treaty that asks for them, as at a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ReportsOfStateAnswer {
    /// The State.
    pub party: PartyCode,
    /// Its name on the day.
    pub name: String,
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// Its reports, by treaty and then by number.
    pub reports: Vec<ReportUnderTreatyAnswer>,
    /// How far it complies.
    pub compliance: ComplianceAnswer,
}

/// A State that reports under a treaty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportingPartyAnswer {
    /// The code.
    pub party: PartyCode,
    /// The name on the day asked about.
    pub name: String,
    /// Since when the treaty is in force for it.
    pub in_force: DateOfEffect,
    /// Since when it would be on the other reading of a gap in the treaty.
    pub in_force_on_the_other_reading: Option<DateOfEffect>,
    /// The first day on which it is no longer bound.
    pub ended: Option<DateOfEffect>,
}

/// A report under one of many treaties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportUnderTreatyAnswer {
    /// The treaty.
    pub treaty: TreatyId,
    /// Its title, in English.
    pub title: String,
    /// The report.
    #[serde(flatten)]
    pub report: ReportAnswer,
}

impl ReportsAnswer {
    /// The reports under a treaty as data.
    #[must_use]
    pub fn of(reporting: &Reporting<'_>, record: &Record) -> Self {
        let of_party = |party: &PartyReports<'_>| ReportingPartyAnswer {
            party: record.code(party.party),
            name: party.name.name.clone(),
            in_force: party.in_force,
            in_force_on_the_other_reading: party.other_reading,
            ended: party.ended,
        };
        let reports = reporting.parties.iter().flat_map(|party| reports_of(party, record));
        Self {
            treaty: reporting.treaty.treaty.clone(),
            title: reporting.treaty.title_in("en").to_owned(),
            as_at: reporting.as_at,
            known_at: record.last_recorded(),
            article: reporting.clause.map(|clause| clause.article.clone()),
            parties: reporting.parties.iter().map(of_party).collect(),
            reports: reports.collect(),
            compliance: ComplianceAnswer::of(&reporting.compliance()),
        }
    }
}

impl ReportsOfStateAnswer {
    /// A State's reports as data.
    #[must_use]
    pub fn of(profile: &Profile<'_>, record: &Record) -> Self {
        let under = |(treaty, party): &(&Treaty, PartyReports<'_>)| -> Vec<ReportUnderTreatyAnswer> {
            let (id, title) = (&treaty.treaty, treaty.title_in("en"));
            let with_treaty = |report| ReportUnderTreatyAnswer { treaty: id.clone(), title: title.to_owned(), report };
            reports_of(party, record).map(with_treaty).collect()
        };
        Self {
            party: record.code(profile.party),
            name: record.parties[profile.party].name_on(profile.as_at.day()).name.clone(),
            as_at: profile.as_at,
            known_at: record.last_recorded(),
            reports: profile.treaties.iter().flat_map(under).collect(),
            compliance: ComplianceAnswer::of(&profile.compliance()),
        }
    }
}

fn reports_of<'r>(party: &'r PartyReports<'_>, record: &Record) -> impl Iterator<Item = ReportAnswer> + use<'r> {
    let (code, name) = (record.code(party.party), party.name.name.clone());
    party.reports.iter().map(move |report| ReportAnswer::of(report, code, &name))
}
