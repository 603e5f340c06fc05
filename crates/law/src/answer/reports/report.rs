//! One report, as data: its due dates, what was done with it, where it stands.

use serde::Serialize;

use crate::act::{DayOfAct, Standing};
use crate::calendar::{Date, DateOfAct, serde_day};
use crate::final_clauses::IntervalReading;
use crate::party::PartyCode;
use crate::record::Kept;
use crate::report_act::{ReportAct, ReportStep};
use crate::reporting::{Basis, Category, CountedFrom, DueDate, Report};

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
    /// The day on which the body considered it, or the situation without it; null as well when only a day is known by which
    /// it had.
    pub considered: Option<DateOfAct>,
    /// A day by which it had been considered, where the day itself is not known.
    pub considered_by: Option<DateOfAct>,
    /// Whether the body considered the situation without a report.
    pub considered_without_report: bool,
    /// The day of the body's concluding observations.
    pub concluding_observations: Option<DateOfAct>,
    /// A day by which the body had adopted them, where the day itself is not known.
    pub concluding_observations_by: Option<DateOfAct>,
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

impl ReportAnswer {
    pub(super) fn of(report: &Report<'_>, party: PartyCode, name: &str) -> Self {
        let on = |kept: Option<&Kept<ReportAct>>| kept.and_then(|kept| kept.what.date.exact());
        let by = |kept: Option<&Kept<ReportAct>>| kept.and_then(|kept| known_by(kept.what.date));
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
            received_by: report.received.and_then(known_by),
            considered: on(report.considered()),
            considered_by: by(report.considered()),
            considered_without_report: report
                .considered()
                .is_some_and(|kept| kept.what.step == ReportStep::ConsideredWithoutReport),
            concluding_observations: on(report.first(ReportStep::ConcludingObservations)),
            concluding_observations_by: by(report.first(ReportStep::ConcludingObservations)),
            follow_up: on(report.first(ReportStep::FollowUp)),
            category: report.category.word(),
            days_overdue: days_in(Category::NonReporting),
            days_late: days_in(Category::Late),
            due_dates: report.due_dates.iter().map(DueDateAnswer::of).collect(),
            steps: report.steps.iter().map(|kept| StepOfReportAnswer::of(kept)).collect(),
        }
    }
}

/// The day by which something had been done, where the day itself is not known.
fn known_by(day: DayOfAct) -> Option<DateOfAct> {
    if day.exact().is_some() { None } else { Some(day.at_latest()) }
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
