//! Outreach in words: who is not bound by a treaty, as counts and facts, and the note about one State.

mod note;

use law::outreach::{Elapsed, Outreach, Summary};

use crate::un_date::ENGLISH;

pub use note::{country_note, imprint};

/// What stands under everything said of States that are not bound.
pub const NOTICE: &str = "These are counts and facts from the register's entries. They are no statement of the status of any \
                          State, nor of what it intends or ought to do.";

/// The counts as sentences, the most asked first.
#[must_use]
pub fn facts(outreach: &Outreach<'_>) -> Vec<String> {
    let summary = Summary::of(outreach);
    let day = ENGLISH.write(outreach.as_at.day());
    let not_bound = match summary.not_bound {
        0 => return vec![format!("Listed: no State that was not bound on {day}.")],
        1 => format!("Listed: one State that was not bound on {day}."),
        many => format!("Listed: {many} States that were not bound on {day}."),
    };
    let mut facts = vec![not_bound];
    if summary.signatories > 0 {
        let signed = if summary.signatories == 1 {
            "One signatory has not consented to be bound".to_owned()
        } else {
            format!("{} signatories have not consented to be bound", summary.signatories)
        };
        let long = match summary.signed_over_ten_years {
            0 => "none of them signed more than ten years before".to_owned(),
            long => format!("{long} of them signed more than ten years before"),
        };
        facts.push(format!("{signed}; {long}."));
    }
    if summary.no_longer_bound > 0 {
        facts.push(format!("Of the States not bound, {} had been bound once.", summary.no_longer_bound));
    }
    facts.push(match summary.addressed {
        0 => "No activity on record was addressed to any of them by name.".to_owned(),
        addressed => format!(
            "Activities on record were addressed by name to {addressed} of them; {} of the signatories were not addressed.",
            summary.signatories_not_addressed
        ),
    });
    facts.extend(of_sisters(outreach, &summary));
    facts
}

fn of_sisters(outreach: &Outreach<'_>, summary: &Summary) -> Option<String> {
    let family = outreach.treaty.family.as_ref().filter(|_| !outreach.sisters.is_empty())?;
    let all = outreach.sisters.len();
    let party_to = |number: usize| summary.by_sisters.get(&number).copied().unwrap_or_default();
    Some(format!(
        "Of the {family}, {all} others are on record with acts: {} of the States listed were party to all of them, {} to none.",
        party_to(all),
        party_to(0),
    ))
}

/// "4 years and 8 months"; days alone where there are no whole months.
#[must_use]
pub fn how_long(since: Elapsed) -> String {
    let counted = |number: i64, unit: &str| match number {
        0 => None,
        1 => Some(format!("1 {unit}")),
        more => Some(format!("{more} {unit}s")),
    };
    let (years, months) = (counted(since.years.into(), "year"), counted(since.months.into(), "month"));
    match (years, months) {
        (Some(years), Some(months)) => format!("{years} and {months}"),
        (Some(one), None) | (None, Some(one)) => one,
        (None, None) => counted(since.days.into(), "day").unwrap_or_else(|| "no day".to_owned()),
    }
}
