//! The reports of States parties, as data.

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{AsAt, Date, DateOfAct, DateOfEffect, DateOfKnowledge, serde_day};
use crate::final_clauses::IntervalReading;
use crate::party::PartyCode;
use crate::record::{Kept, Record};
use crate::report_act::{ReportAct, ReportStep};
use crate::reporting::{Basis, Category, Compliance, CountedFrom, DueDate, PartyReports, Profile, Report, Reporting};
use crate::treaty::{Treaty, TreatyId};

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

/// A State party's report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportAnswer {
    /// The State.
    pub party: PartyCode,
    /// Its name on the day asked about.
    pub name: String,
    /// The report's number: 1 is the initial one.
    pub number: u16,
    /// `initial`, `periodic` or `combined`.
    pub kind: &'static str,
    /// The reports that are one with it, itself among them; empty: it stands alone.
    pub combined: Vec<u16>,
    /// The day on which it is due: the operative one of `due_dates`.
    #[serde(with = "serde_day::option")]
    pub due: Option<Date>,
    /// The day on which it is due on the reading of a gap in the treaty that the register does not apply.
    #[serde(with = "serde_day::option")]
    pub due_on_the_other_reading: Option<Date>,
    /// The day of receipt; null as well when only a day is known by which it had been received.
    pub received: Option<DateOfAct>,
    /// A day by which it had been received, where the day itself is not known.
    pub received_by: Option<DateOfAct>,
    /// The day on which the body considered it, or the situation without it.
    pub considered: Option<DateOfAct>,
    /// Whether the body considered the situation without a report.
    pub considered_without_report: bool,
    /// The day of the body's concluding observations.
    pub concluding_observations: Option<DateOfAct>,
    /// The day on which information on follow-up was received.
    pub follow_up: Option<DateOfAct>,
    /// `timely`, `late`, `received` (on a day not known), `non-reporting`, `not-yet-due` or `ended`.
    pub category: &'static str,
    /// For how many days it has been overdue; null where it is not.
    pub days_overdue: Option<u32>,
    /// How many days late it came; null where it did not.
    pub days_late: Option<u32>,
    /// Every due date that it has or had.
    pub due_dates: Vec<DueDateAnswer>,
    /// What was done with it, by day.
    pub steps: Vec<StepOfReportAnswer>,
}

/// A day on which a report is due, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DueDateAnswer {
    /// The day.
    #[serde(with = "serde_day")]
    pub day: Date,
    /// Whether it is the one that counts.
    pub operative: bool,
    /// Where it comes from.
    #[serde(flatten)]
    pub basis: BasisAnswer,
}

/// Where a due date comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "basis", rename_all = "kebab-case")]
pub enum BasisAnswer {
    /// The treaty's own rule.
    Treaty {
        /// The article.
        article: String,
        /// The treaty's wording.
        wording: String,
        /// What it was counted from.
        counted_from: &'static str,
        /// The day that it was counted from.
        #[serde(with = "serde_day")]
        from: Date,
        /// How a gap in the clause on entry into force was read, where the date depends on that.
        #[serde(skip_serializing_if = "Option::is_none")]
        reading: Option<IntervalReading>,
        /// Whether that is the reading which the register does not apply.
        other_reading: bool,
    },
    /// The body set it.
    Body(SetAnswer),
    /// A list of issues, the replies to which would be the report, set it.
    ListPriorToReporting(SetAnswer),
}

/// When, where and by which entry a due date was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetAnswer {
    /// The day, or `../` and a day by which it had been set.
    pub set: DayOfAct,
    /// The document.
    pub symbol: Option<String>,
    /// The entry.
    pub entry: u64,
}

/// A step in the examination of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepOfReportAnswer {
    /// What happened.
    pub step: ReportStep,
    /// The day, or `../` and a day by which it had happened.
    pub date: DayOfAct,
    /// The reports that it was about.
    pub reports: Vec<u16>,
    /// The document.
    pub symbol: Option<String>,
    /// The day until which something is due.
    #[serde(with = "serde_day::option")]
    pub due: Option<Date>,
    /// What else needs saying.
    pub note: Option<String>,
    /// On whose word.
    pub standing: Standing,
    /// The papers that it rests on.
    pub sources: Vec<String>,
    /// The entry.
    pub entry: u64,
}

/// How far a duty to report is complied with, as the Secretariat measures it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ComplianceAnswer {
    /// How many duties to report there are: States parties, each under each treaty.
    pub obligations: u32,
    /// How many of them have an overdue report.
    pub overdue: u32,
    /// (1 − overdue ÷ obligations) × 100, to a tenth; null where there is no obligation.
    pub indicator: Option<f64>,
    /// The reports of the States parties, by where they stand.
    pub reports: TallyAnswer,
}

/// How many reports stand where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct TallyAnswer {
    /// Received by their due date.
    pub timely: u32,
    /// Received after it.
    pub late: u32,
    /// Received on a day not known.
    pub received: u32,
    /// Overdue.
    pub non_reporting: u32,
    /// Not due yet.
    pub not_yet_due: u32,
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
            known_at: record.last().map(|(_, moment)| moment),
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
            known_at: record.last().map(|(_, moment)| moment),
            reports: profile.treaties.iter().flat_map(under).collect(),
            compliance: ComplianceAnswer::of(&profile.compliance()),
        }
    }
}

fn reports_of<'r>(party: &'r PartyReports<'_>, record: &Record) -> impl Iterator<Item = ReportAnswer> + use<'r> {
    let (code, name) = (record.code(party.party), party.name.name.clone());
    party.reports.iter().map(move |report| ReportAnswer::of(report, code, &name))
}

impl ReportAnswer {
    fn of(report: &Report<'_>, party: PartyCode, name: &str) -> Self {
        let on = |kept: Option<&Kept<ReportAct>>| kept.and_then(|kept| kept.what.date.exact());
        let days_in = |category: Category| report.days_late.filter(|_| report.category == category);
        Self {
            party,
            name: name.to_owned(),
            number: report.number,
            kind: report.kind.word(),
            combined: report.combined.clone(),
            due: report.due().map(|due| due.day),
            due_on_the_other_reading: report.due_on_the_other_reading().map(|due| due.day),
            received: report.received.and_then(DayOfAct::exact),
            received_by: report.received.filter(|day| day.exact().is_none()).map(DayOfAct::at_latest),
            considered: on(report.considered()),
            considered_without_report: report
                .considered()
                .is_some_and(|kept| kept.what.step == ReportStep::ConsideredWithoutReport),
            concluding_observations: on(report.first(ReportStep::ConcludingObservations)),
            follow_up: on(report.first(ReportStep::FollowUp)),
            category: report.category.word(),
            days_overdue: days_in(Category::NonReporting),
            days_late: days_in(Category::Late),
            due_dates: report.due_dates.iter().map(DueDateAnswer::of).collect(),
            steps: report.steps.iter().map(|kept| StepOfReportAnswer::of(kept)).collect(),
        }
    }
}

impl DueDateAnswer {
    fn of(due: &DueDate) -> Self {
        let set = |set: &DayOfAct, symbol: &Option<String>, entry: &u64| SetAnswer {
            set: *set,
            symbol: symbol.clone(),
            entry: *entry,
        };
        let basis = match &due.basis {
            Basis::Treaty { article, wording, counted_from, from, reading, other_reading } => BasisAnswer::Treaty {
                article: article.clone(),
                wording: wording.clone(),
                counted_from: counted_from_word(*counted_from),
                from: *from,
                reading: *reading,
                other_reading: *other_reading,
            },
            Basis::Body { on, symbol, entry } => BasisAnswer::Body(set(on, symbol, entry)),
            Basis::ListPriorToReporting { on, symbol, entry } => {
                BasisAnswer::ListPriorToReporting(set(on, symbol, entry))
            }
        };
        Self { day: due.day, operative: due.operative, basis }
    }
}

const fn counted_from_word(counted_from: CountedFrom) -> &'static str {
    match counted_from {
        CountedFrom::EntryIntoForceForTheState => "entry-into-force-for-the-state",
        CountedFrom::EntryIntoForce => "entry-into-force",
        CountedFrom::ReportBefore => "report-before",
        CountedFrom::DaySetForReportBefore => "day-set-for-report-before",
    }
}

impl StepOfReportAnswer {
    fn of(kept: &Kept<ReportAct>) -> Self {
        let act = &kept.what;
        Self {
            step: act.step,
            date: act.date,
            reports: act.reports.clone(),
            symbol: act.symbol.clone(),
            due: act.due,
            note: act.note.clone(),
            standing: kept.standing,
            sources: kept.sources.clone(),
            entry: kept.entry,
        }
    }
}

impl ComplianceAnswer {
    /// A compliance as data.
    #[must_use]
    pub fn of(compliance: &Compliance) -> Self {
        let of = |category| compliance.reports.of(category);
        Self {
            obligations: compliance.obligations,
            overdue: compliance.overdue,
            indicator: compliance.per_mille().map(|thousandths| f64::from(thousandths) / 10.0),
            reports: TallyAnswer {
                timely: of(Category::Timely),
                late: of(Category::Late),
                received: of(Category::Received),
                non_reporting: of(Category::NonReporting),
                not_yet_due: of(Category::NotYetDue),
            },
        }
    }
}
