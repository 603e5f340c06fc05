//! One report as a cell says it: words first.

use law::record::Record;
use law::reporting::{Category, Kind, Report};
use law::treaty::TreatyId;
use papers::number_words::nth;

use crate::day::{Day, DoneOn};

/// Whether the register holds what became of reports under a treaty. Where it holds nothing, a report that is due is not
/// said to be overdue: nobody recorded whether it came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Receipts {
    /// Steps are recorded.
    Recorded,
    /// No step of any report is.
    Unrecorded,
}

impl Receipts {
    /// What the record holds of a treaty's reports.
    pub(crate) fn of(treaty: &TreatyId, record: &Record) -> Self {
        if record.report_acts(treaty).next().is_some() { Self::Recorded } else { Self::Unrecorded }
    }
}

/// A report in a cell.
#[derive(Debug, Clone)]
pub(crate) struct CellShown {
    /// Where it stands, in a word.
    pub(crate) word: &'static str,
    /// How many days overdue.
    pub(crate) days: Option<String>,
    /// The day that the word is about.
    pub(crate) on: Option<DoneOn>,
    /// The class of the quiet colour.
    pub(crate) class: &'static str,
    /// The other report or reports that it is one with.
    pub(crate) combined: Option<String>,
    /// When it was received, where the word is about something later.
    pub(crate) received: Option<DoneOn>,
    /// How many days late it came, or has not come yet.
    pub(crate) late: Option<String>,
    /// The day on which it was, or is, due, where the word is about something else.
    pub(crate) due: Option<Day>,
    /// The day on which it would be due on the other reading of the treaty.
    pub(crate) other_reading: Option<Day>,
}

impl CellShown {
    /// A report.
    pub(super) fn of(report: &Report<'_>, receipts: Receipts) -> Self {
        let due = report.due().map(|due| Day::from(due.day));
        let considered = report.considered().map(|kept| DoneOn::from(kept.what.date));
        let received = report.received.map(DoneOn::from);
        let unknown = receipts == Receipts::Unrecorded && report.category == Category::NonReporting;
        let days = report.days_late.map(|days| if days == 1 { "1 day".to_owned() } else { format!("{days} days") });
        let cell = Self {
            word: "",
            days: None,
            on: None,
            class: class(report.category),
            combined: (report.kind == Kind::Combined).then(|| combined(report)),
            received: None,
            late: None,
            due,
            other_reading: report.due_on_the_other_reading().map(|due| due.day.into()),
        };
        let late = || days.as_ref().filter(|_| report.category == Category::Late).map(|days| format!("{days} late"));
        match (report.category, considered) {
            (_, Some(on)) if received.is_some() => {
                Self { word: "Considered", on: Some(on), received, late: late(), ..cell }
            }
            (Category::Timely | Category::Late | Category::Received, _) => {
                Self { word: "Received", on: received, late: late(), ..cell }
            }
            (Category::NonReporting, _) if unknown => {
                Self { word: "Was due", class: Category::NotYetDue.word(), on: None, ..cell }
            }
            (Category::NonReporting, Some(on)) => Self {
                word: "Considered without a report",
                on: Some(on),
                late: days.map(|days| format!("overdue {days}")),
                ..cell
            },
            (Category::NonReporting, None) => Self { word: "Overdue", days, ..cell },
            (Category::NotYetDue, _) => Self { word: "Due", ..cell },
            (Category::Ended, _) => Self { word: "Not received", ..cell },
        }
    }
}

/// The class by which the style sheet knows a category.
pub(super) const fn class(category: Category) -> &'static str {
    match category {
        // A row of a party that is no longer bound has the shorter name.
        Category::Ended => "ended-report",
        other => other.word(),
    }
}

fn combined(report: &Report<'_>) -> String {
    let others = report.combined.iter().filter(|number| **number != report.number);
    let others: Vec<String> = others.map(|number| ordinal_of_report(*number)).collect();
    papers::enumeration::list(&others)
}

/// What a report is called by its number: "Initial", "2nd".
pub(crate) fn ordinal_of_report(number: u16) -> String {
    if number == 1 { "Initial".to_owned() } else { capital(&nth(number)) }
}

fn capital(word: &str) -> String {
    papers::explanation::capitalised(word)
}
