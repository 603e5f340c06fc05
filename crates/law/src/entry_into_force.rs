//! The entry into force of a treaty.

use crate::calendar::{AsAt, CalendarError, DateOfAct, DateOfEffect, MonthEnd, Reckoning, Wording};
use crate::final_clauses::{EarliestDay, EntryIntoForceClause};
use crate::reason::{Reason, Reasons, Unasked};
use crate::record::{Record, TreatyRecord};
use crate::threshold::{Threshold, subject_to};
use crate::treaty::TreatyId;

/// When a treaty entered, or is to enter, into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EntryIntoForce {
    /// The day on which enough instruments had been deposited; `None` while there are too few.
    pub reached: Option<DateOfAct>,
    /// The day of entry into force, which may still lie ahead; `None` while it can't be said.
    pub date: Option<DateOfEffect>,
    /// How many instruments are still needed.
    pub remaining: u16,
}

impl EntryIntoForce {
    /// The entry into force of a treaty, as the acts done by a certain day have it.
    pub fn of(treaty: &TreatyRecord, record: &Record, as_at: AsAt, reasons: &mut impl Reasons) -> Self {
        let derived = match &treaty.treaty.entry_into_force {
            Some(clause) => Self::derive(clause, treaty, record, as_at, reasons),
            None => {
                reasons.give(|| Reason::NoClause);
                Self::default()
            }
        };
        let decided = treaty.decision(None, as_at);
        if let Some(decided) = decided {
            reasons.give(|| Reason::Decided {
                entry: decided.entry,
                date: decided.decision.in_force,
                derived: derived.date,
                article: decided.decision.article.clone(),
                because: decided.decision.because.clone(),
                sources: decided.sources.clone(),
            });
        }
        let Some(date) = decided.map(|decided| decided.decision.in_force) else { return derived };
        // A count that is complete only after the day that the depositary gives is not what it counted.
        let reached = derived.reached.filter(|reached| reached.day() <= date.day());
        Self { date: Some(date), reached, ..derived }
    }

    fn derive(
        clause: &EntryIntoForceClause,
        treaty: &TreatyRecord,
        record: &Record,
        as_at: AsAt,
        reasons: &mut impl Reasons,
    ) -> Self {
        let Threshold { reached, remaining } = Threshold::of(clause, treaty, record, as_at, reasons);
        let Some(reached) = reached else {
            return Self { reached: None, date: None, remaining };
        };
        let date = match clause.on.filter(|on| reached.day() <= *on).map(DateOfEffect::new) {
            Some(day) => {
                reasons.give(|| Reason::OnTheDayNamed { article: clause.article.clone(), day });
                Some(day)
            }
            None => {
                let reckoned = reckon(&clause.then, reached, treaty);
                explain_reckoning(&clause.article, &clause.then, reckoned, reasons);
                reckoned.ok().map(|reckoning| DateOfEffect::new(reckoning.to))
            }
        };
        let date = date.and_then(|date| not_before_others(date, clause, record, as_at, reasons));
        let date = date.and_then(|date| not_before_the_earliest(date, clause, treaty, record, as_at, reasons));
        Self { reached: Some(reached), date, remaining: 0 }
    }
}

/// A treaty that is subject to another's entry into force waits for it.
fn not_before_others(
    date: DateOfEffect,
    clause: &EntryIntoForceClause,
    record: &Record,
    as_at: AsAt,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    subject_to(&clause.when).into_iter().try_fold(date, |date, other| {
        let in_force = in_force_of(other, record, as_at);
        reasons.give(|| Reason::SubjectTo { treaty: other.clone(), in_force });
        in_force.map(|in_force| date.max(in_force))
    })
}

/// A treaty waits for the earliest day that it names.
fn not_before_the_earliest(
    date: DateOfEffect,
    clause: &EntryIntoForceClause,
    treaty: &TreatyRecord,
    record: &Record,
    as_at: AsAt,
    reasons: &mut impl Reasons,
) -> Option<DateOfEffect> {
    let Some(earliest) = &clause.not_before else { return Some(date) };
    let month_end = treaty.treaty.month_end.unwrap_or_default();
    let day = match earliest {
        EarliestDay::On(day) => Some(DateOfEffect::new(*day)),
        EarliestDay::AfterOpening { delay, .. } => {
            let opened = treaty.treaty.opened.as_ref().map_or(treaty.treaty.adopted.on, |opening| opening.on);
            delay.reckon(opened.day(), month_end).ok().map(|reckoning| DateOfEffect::new(reckoning.to))
        }
        EarliestDay::EntryIntoForceOf(other) => in_force_of(other, record, as_at),
    };
    reasons.give(|| Reason::Floor { article: clause.article.clone(), clause: earliest.to_string(), day });
    day.map(|day| date.max(day))
}

/// The entry into force of another treaty.
pub(crate) fn in_force_of(id: &TreatyId, record: &Record, as_at: AsAt) -> Option<DateOfEffect> {
    let other = record.treaty_by_id(id)?;
    if is_entangled(other, record) {
        return None;
    }
    EntryIntoForce::of(other, record, as_at, &mut Unasked).date
}

/// How many references to others may have to be followed to tell when a treaty enters into force. Real treaties refer to two
/// or three, and each reference is followed anew wherever it stands.
const MOST_REFERENCES: usize = 64;

/// Whether a treaty's clauses refer, through whatever others, back to itself, or oftener to others than any real one's do.
/// What depends on such a treaty can't be told.
pub(crate) fn is_entangled(treaty: &TreatyRecord, record: &Record) -> bool {
    let mut followed = 0;
    let mut next: Vec<&TreatyId> = treaty.treaty.refers_to();
    while let Some(id) = next.pop() {
        followed += 1;
        if *id == treaty.treaty.treaty || followed > MOST_REFERENCES {
            return true;
        }
        next.extend(record.treaty_by_id(id).map(|other| other.treaty.refers_to()).into_iter().flatten());
    }
    false
}

/// Counts a period of the treaty from a day.
pub(crate) fn reckon(wording: &Wording, from: DateOfAct, treaty: &TreatyRecord) -> Result<Reckoning, CalendarError> {
    let month_end: MonthEnd = treaty.treaty.month_end.unwrap_or_default();
    wording.delay().reckon(from.day(), month_end)
}

/// Gives the count of a period as a reason.
pub(crate) fn explain_reckoning(
    article: &str,
    wording: &Wording,
    reckoned: Result<Reckoning, CalendarError>,
    reasons: &mut impl Reasons,
) {
    reasons.give(|| match reckoned {
        Ok(reckoning) => Reason::reckoned(article, wording, &reckoning),
        Err(fault) => Reason::NotReckoned { because: fault.to_string() },
    });
}
