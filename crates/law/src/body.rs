//! What entry into force means for a treaty body: its seats, and the reports that become due.

use std::str::FromStr;

use crate::calendar::{AsAt, DateOfEffect};
use crate::final_clauses::Floor;
use crate::record::TreatyRecord;
use crate::status::Status;

/// "entry into force for the 41st party" is 41.
fn nth_party(from: &str) -> Option<usize> {
    let ordinal = from.strip_prefix("entry into force for the ")?.strip_suffix(" party")?;
    ordinal.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse().ok()
}

/// The day on which a party's initial report is due, the treaty being in force for it since `in_force`.
#[must_use]
pub fn initial_report_due(treaty: &TreatyRecord, in_force: DateOfEffect) -> Option<DateOfEffect> {
    let period = Floor::from_str(&treaty.treaty.reports.as_ref()?.initial).ok()?;
    let month_end = treaty.treaty.month_end.unwrap_or_default();
    let reckoning = period.delay().reckon(in_force.day(), month_end).ok()?;
    Some(DateOfEffect::new(reckoning.to))
}

/// The day from which the body has another number of seats than on the day asked about, as the acts known have it.
#[must_use]
pub fn seats_change(treaty: &TreatyRecord, status: &Status<'_>, as_at: AsAt) -> Option<(DateOfEffect, u16)> {
    let body = treaty.treaty.body.as_ref()?;
    let mut days: Vec<DateOfEffect> = status.participants.iter().filter_map(|one| one.in_force).collect();
    days.sort_unstable();
    body.seats.iter().find_map(|seats| {
        let day = match seats.from.as_str() {
            "entry into force" => status.entry_into_force.date?,
            from => *days.get(nth_party(from)?.checked_sub(1)?)?,
        };
        (!as_at.reaches(day)).then_some((day, seats.seats))
    })
}
