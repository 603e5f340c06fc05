//! When a report is due: by the treaty's rule, by what the body set, by a list of issues.

use crate::act::DayOfAct;
use crate::calendar::{Date, DateOfEffect, Delay, Reckoning};
use crate::final_clauses::{Cycle, IntervalReading, Reports};
use crate::record::Kept;
use crate::report_act::{ReportAct, ReportStep};
use crate::treaty::Treaty;

/// A day on which a report is due, with where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDate {
    /// The day: a report received on it is in time.
    pub day: Date,
    /// Where it comes from.
    pub basis: Basis,
    /// Whether it is the one that counts.
    pub operative: bool,
}

/// Where a due date comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis {
    /// The treaty's own rule.
    Treaty {
        /// The article.
        article: String,
        /// The treaty's wording.
        wording: String,
        /// What it was counted from.
        counted_from: CountedFrom,
        /// The day that it was counted from.
        from: Date,
        /// How a gap in the clause on entry into force was read, where the date depends on that.
        reading: Option<IntervalReading>,
        /// Whether that is the reading which the register does not apply, shown beside the other.
        other_reading: bool,
    },
    /// The body set it in place of the treaty's.
    Body {
        /// When.
        on: DayOfAct,
        /// The document.
        symbol: Option<String>,
        /// The entry.
        entry: u64,
    },
    /// Until then replies to a list of issues were to come, which would be the report.
    ListPriorToReporting {
        /// When the list was adopted, or the State accepted the procedure.
        on: DayOfAct,
        /// The document.
        symbol: Option<String>,
        /// The entry.
        entry: u64,
    },
}

/// What a treaty's period was counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountedFrom {
    /// The entry into force for the State.
    EntryIntoForceForTheState,
    /// The treaty's own entry into force.
    EntryIntoForce,
    /// The day on which the report before was due by the treaty's rule.
    ReportBefore,
    /// The day that the body had set for the report before.
    DaySetForReportBefore,
}

/// The initial report's due date by the treaty's rule.
pub(super) fn initial(
    clause: &Reports,
    treaty: &Treaty,
    in_force: DateOfEffect,
    treaty_in_force: DateOfEffect,
) -> Option<DueDate> {
    let of_the_treaty = clause.initial.runs_from_the_treaty();
    let (from, counted_from) = if of_the_treaty {
        (treaty_in_force.day(), CountedFrom::EntryIntoForce)
    } else {
        (in_force.day(), CountedFrom::EntryIntoForceForTheState)
    };
    let mut to = reckon(clause.initial.delay(), from, treaty)?.to;
    // Where all report on one calendar, a State that joined later comes in at the next date of it.
    while of_the_treaty && to < in_force.day() {
        to = reckon(every(clause)?, to, treaty)?.to;
    }
    Some(by_the_treaty(to, clause.initial_article(), clause.initial.text(), counted_from, from))
}

/// The due date of a report after another by the treaty's rule; `None` where the treaty sets none.
pub(super) fn periodic(
    clause: &Reports,
    treaty: &Treaty,
    before: Date,
    set_by_body: bool,
    in_another_report: bool,
) -> Option<DueDate> {
    if in_another_report {
        return None;
    }
    let counted_from = if set_by_body { CountedFrom::DaySetForReportBefore } else { CountedFrom::ReportBefore };
    let to = reckon(every(clause)?, before, treaty)?.to;
    Some(by_the_treaty(to, clause.periodic_article(), clause.periodic.text(), counted_from, before))
}

fn by_the_treaty(day: Date, article: &str, wording: &str, counted_from: CountedFrom, from: Date) -> DueDate {
    let basis = Basis::Treaty {
        article: article.to_owned(),
        wording: wording.to_owned(),
        counted_from,
        from,
        reading: None,
        other_reading: false,
    };
    DueDate { day, basis, operative: false }
}

fn every(clause: &Reports) -> Option<Delay> {
    match clause.periodic.means() {
        Cycle::Every { years } | Cycle::WithThoseUnder { years, .. } => Some(Delay::Months(years.checked_mul(12)?)),
        Cycle::OnRequest => None,
    }
}

fn reckon(delay: Delay, from: Date, treaty: &Treaty) -> Option<Reckoning> {
    delay.reckon(from, treaty.month_end.unwrap_or_default()).ok()
}

/// The due dates that acts of the body set for a report, in the order in which they were set.
pub(super) fn set_by_acts<'a>(steps: &[&'a Kept<ReportAct>]) -> impl Iterator<Item = DueDate> + use<'a> {
    let steps: Vec<&'a Kept<ReportAct>> = steps.to_vec();
    steps.into_iter().filter_map(|kept| {
        let act = &kept.what;
        let (on, symbol, entry) = (act.date, act.symbol.clone(), kept.entry);
        let basis = match act.step {
            ReportStep::DueSet => Basis::Body { on, symbol, entry },
            ReportStep::ListPriorToReporting | ReportStep::SimplifiedProcedure => {
                Basis::ListPriorToReporting { on, symbol, entry }
            }
            _ => return None,
        };
        act.due.map(|day| DueDate { day, basis, operative: false })
    })
}
