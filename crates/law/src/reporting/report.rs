//! One report: when it is due, whether it came, and what the body did with it.

use super::due::{Basis, DueDate};
use super::party::is_simplified;
use crate::act::DayOfAct;
use crate::calendar::{AsAt, Date, DateOfEffect};
use crate::record::Kept;
use crate::report_act::{ReportAct, ReportStep};

/// A State party's report, as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report<'a> {
    /// Its number: 1 is the initial one.
    pub number: u16,
    /// What kind of report.
    pub kind: Kind,
    /// The reports that were submitted, or are to be, as one with this, itself among them; empty: it stands alone.
    pub combined: Vec<u16>,
    /// Every due date that it has, in the order in which they came to be.
    pub due_dates: Vec<DueDate>,
    /// The day of receipt, or a day by which it had been received.
    pub received: Option<DayOfAct>,
    /// What was done with it, by day, reported steps included.
    pub steps: Vec<&'a Kept<ReportAct>>,
    /// Where it stands.
    pub category: Category,
    /// How many days after its due date it came, or has not come yet; `None` where that is no question.
    pub days_late: Option<u32>,
}

/// What kind of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The first.
    Initial,
    /// One of those after it.
    Periodic,
    /// Several that were due, as one.
    Combined,
}

/// Where a report stands: timely, late and non-reporting are the words of the United Nations Secretariat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Received by its due date.
    Timely,
    /// Received after its due date.
    Late,
    /// Received, on a day not known, so that neither can be said.
    Received,
    /// Overdue and not received.
    NonReporting,
    /// Not due yet, and not received.
    NotYetDue,
    /// Not received when the State ceased to be a party.
    Ended,
}

impl Category {
    /// Every category.
    pub const ALL: [Self; 6] =
        [Self::Timely, Self::Late, Self::Received, Self::NonReporting, Self::NotYetDue, Self::Ended];

    /// The word by which programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Timely => "timely",
            Self::Late => "late",
            Self::Received => "received",
            Self::NonReporting => "non-reporting",
            Self::NotYetDue => "not-yet-due",
            Self::Ended => "ended",
        }
    }

    /// Whether the report is overdue.
    #[must_use]
    pub const fn is_overdue(self) -> bool {
        matches!(self, Self::NonReporting)
    }
}

impl Kind {
    /// The word by which programs name it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Periodic => "periodic",
            Self::Combined => "combined",
        }
    }
}

impl<'a> Report<'a> {
    pub(super) fn of(
        number: u16,
        mut due_dates: Vec<DueDate>,
        steps: Vec<&'a Kept<ReportAct>>,
        ended: Option<DateOfEffect>,
        as_at: AsAt,
    ) -> Self {
        choose_operative(&mut due_dates);
        let counting: Vec<&Kept<ReportAct>> = steps.iter().filter(|kept| kept.standing.counts()).copied().collect();
        let due = due_dates.iter().find(|due| due.operative).map(|due| due.day);
        let received = received(&counting);
        let has_ended = ended.is_some_and(|ended| as_at.reaches(ended));
        let category = categorize(due, received, has_ended, as_at);
        let combined = combined(&counting);
        let kind = match (number, combined.is_empty()) {
            (_, false) => Kind::Combined,
            (1, true) => Kind::Initial,
            (_, true) => Kind::Periodic,
        };
        let days_late = days_late(due, received, category, as_at);
        Self { number, kind, combined, due_dates, received, steps, category, days_late }
    }

    /// The due date that counts.
    #[must_use]
    pub fn due(&self) -> Option<&DueDate> {
        self.due_dates.iter().find(|due| due.operative)
    }

    /// The due date on the reading of a gap in the treaty that the register does not apply.
    #[must_use]
    pub fn due_on_the_other_reading(&self) -> Option<&DueDate> {
        self.due_dates.iter().find(|due| matches!(due.basis, Basis::Treaty { other_reading: true, .. }))
    }

    /// The first time that a step was taken.
    #[must_use]
    pub fn first(&self, step: ReportStep) -> Option<&'a Kept<ReportAct>> {
        self.steps.iter().copied().find(|kept| kept.what.step == step && kept.standing.counts())
    }

    /// When the body considered it, or the situation without a report.
    #[must_use]
    pub fn considered(&self) -> Option<&'a Kept<ReportAct>> {
        self.first(ReportStep::Considered).or_else(|| self.first(ReportStep::ConsideredWithoutReport))
    }
}

/// What the body set last counts; what it set nothing for is due by the treaty's rule, as the register reads it.
fn choose_operative(due_dates: &mut [DueDate]) {
    let is_other_reading = |due: &DueDate| matches!(due.basis, Basis::Treaty { other_reading: true, .. });
    if let Some(last) = due_dates.iter_mut().rfind(|due| !is_other_reading(due)) {
        last.operative = true;
    }
}

/// When a report was received. Where no receipt is recorded, what was done with the report shows that it had been.
fn received(steps: &[&Kept<ReportAct>]) -> Option<DayOfAct> {
    let first = |wanted: &[ReportStep]| steps.iter().find(|kept| wanted.contains(&kept.what.step));
    if let Some(receipt) = first(&[ReportStep::Submitted]) {
        return Some(receipt.what.date);
    }
    if let Some(replies) = first(&[ReportStep::Replies]).filter(|_| is_simplified(steps)) {
        return Some(replies.what.date);
    }
    let shows = first(&[ReportStep::ListOfIssues, ReportStep::Replies, ReportStep::Considered])?;
    Some(DayOfAct::By(shows.what.date.at_latest()))
}

fn categorize(due: Option<Date>, received: Option<DayOfAct>, has_ended: bool, as_at: AsAt) -> Category {
    let in_time = |day: Date| due.is_none_or(|due| day <= due);
    match received {
        Some(day) if in_time(day.at_latest().day()) => Category::Timely,
        Some(DayOfAct::On(_)) => Category::Late,
        Some(DayOfAct::By(_)) => Category::Received,
        None if has_ended => Category::Ended,
        None if in_time(as_at.day()) => Category::NotYetDue,
        None => Category::NonReporting,
    }
}

fn days_late(due: Option<Date>, received: Option<DayOfAct>, category: Category, as_at: AsAt) -> Option<u32> {
    let until = match category {
        Category::Late => received?.exact()?.day(),
        Category::NonReporting => as_at.day(),
        _ => return None,
    };
    let days = due?.until(until).ok()?.get_days();
    u32::try_from(days).ok()
}

/// The reports that were dealt with as one with this.
fn combined(steps: &[&Kept<ReportAct>]) -> Vec<u16> {
    let mut combined: Vec<u16> = Vec::new();
    for kept in steps.iter().filter(|kept| kept.what.reports.len() > 1 && kept.what.step != ReportStep::FollowUp) {
        combined.extend(&kept.what.reports);
    }
    combined.sort_unstable();
    combined.dedup();
    combined
}
