//! The reports that States parties owe to a treaty body: when each is due and by which rule, whether it was received in
//! time, what the body did with it.
//!
//! A report's due date has layers. The treaty gives one; the body may set another in its place, or a day until which a
//! State that reports under the simplified procedure answers a list of issues. All of them are kept, each with where it
//! comes from, and one of them is the operative one.

mod compliance;
mod due;
mod examination;
mod party;
mod profile;
mod readings;
mod report;

pub use compliance::{Compliance, Tally};
pub use due::{Basis, CountedFrom, DueDate};
pub use examination::{ProposedStep, examine};
pub use party::PartyReports;
pub use profile::Profile;
pub use report::{Category, Kind, Report};

use crate::calendar::{AsAt, Date, DateOfEffect};
use crate::final_clauses::Reports;
use crate::record::{Record, TreatyRecord};
use crate::status::{Participant, Status};
use crate::treaty::Treaty;

/// The reports due under a treaty, as at a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reporting<'a> {
    /// The treaty.
    pub treaty: &'a Treaty,
    /// The day.
    pub as_at: AsAt,
    /// The clause; `None`: no reports are due under the treaty.
    pub clause: Option<&'a Reports>,
    /// Every State party of that day, and every one that was a party before, in alphabetical order.
    pub parties: Vec<PartyReports<'a>>,
}

impl<'a> Reporting<'a> {
    /// The reports due under a treaty, as at a day.
    #[must_use]
    pub fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt) -> Self {
        let status = Status::of(treaty, record, as_at);
        let has_begun = |one: &&Participant<'a>| one.in_force.is_some_and(|day| as_at.reaches(day));
        let parties = status.participants.iter().filter(has_begun);
        let parties = parties.filter_map(|one| PartyReports::of(one, status.entry_into_force, treaty, record, as_at));
        Self { treaty: &treaty.treaty, as_at, clause: treaty.treaty.reports.as_ref(), parties: parties.collect() }
    }

    /// How far the States parties of the day comply.
    #[must_use]
    pub fn compliance(&self) -> Compliance {
        Compliance::of(&self.parties)
    }
}

/// The day on which a party's initial report is due by the treaty's own rule, and the article, the treaty being in force
/// for it since `in_force`.
#[must_use]
pub fn initial_report_due(
    treaty: &Treaty,
    in_force: DateOfEffect,
    treaty_in_force: DateOfEffect,
) -> Option<(Date, String)> {
    let clause = treaty.reports.as_ref()?;
    let due = due::initial(clause, treaty, in_force, treaty_in_force)?;
    Some((due.day, clause.initial_article().to_owned()))
}
