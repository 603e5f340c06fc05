//! What is due from a State: its reports that are overdue, and the next one under each treaty.

use law::party::PartyIndex;
use law::record::Record;
use law::reporting::{Category, Profile, Report};
use law::treaty::Treaty;
use papers::coming::words;

use super::reports::Receipts;

use crate::address;
use crate::asked::Asked;
use crate::day::Day;

/// A report that is due from a State.
#[derive(Debug, Clone)]
pub(crate) struct DueShown {
    /// Which report.
    pub(crate) report: String,
    /// Under which treaty.
    pub(crate) treaty: String,
    /// The reports due under that treaty.
    pub(crate) address: String,
    /// The day.
    pub(crate) due: Option<Day>,
    /// The day on the other reading of the treaty.
    pub(crate) other_reading: Option<Day>,
    /// How it stands, in words.
    pub(crate) stands: String,
    /// The class of the quiet colour.
    pub(crate) class: &'static str,
}

/// The reports that are due from a State, those overdue first, each group by its day.
pub(crate) fn due_from(party: PartyIndex, record: &Record, asked: &Asked) -> Vec<DueShown> {
    let profile = Profile::of(party, record, asked.as_at);
    let mut due: Vec<DueShown> = Vec::new();
    for (treaty, reports) in profile.treaties.iter().filter(|(_, reports)| !reports.has_left) {
        let receipts = Receipts::of(&treaty.treaty, record);
        let open = |report: &&Report<'_>| match report.category {
            Category::NonReporting => receipts == Receipts::Recorded,
            category => category == Category::NotYetDue,
        };
        due.extend(reports.reports.iter().filter(open).map(|report| shown(report, treaty, asked)));
    }
    due.sort_by_key(|one| (one.class != Category::NonReporting.word(), one.due));
    due
}

fn shown(report: &Report<'_>, treaty: &Treaty, asked: &Asked) -> DueShown {
    let stands = match (report.category, report.days_late) {
        (Category::NonReporting, Some(1)) => "Overdue 1 day".to_owned(),
        (Category::NonReporting, Some(days)) => format!("Overdue {days} days"),
        _ => "Not yet due".to_owned(),
    };
    DueShown {
        report: words::report(report.number),
        treaty: treaty.short_title_in("en").to_owned(),
        address: asked.of(&address::reports_due(&treaty.treaty)),
        due: report.due().map(|due| due.day.into()),
        other_reading: report.due_on_the_other_reading().map(|due| due.day.into()),
        stands,
        class: report.category.word(),
    }
}
