//! Mandates, as data.

use serde::Serialize;

use crate::calendar::{AsAt, Date, DateOfKnowledge, serde_day};
use crate::mandates::{DischargedBy, Mandate, Outcome};
use crate::record::Record;
use crate::resolution::{OperativePart, ParagraphOf, Verb};

/// What resolutions ask, as at a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MandatesAnswer {
    /// The day.
    pub as_at: AsAt,
    /// When the last entry known was recorded.
    pub known_at: Option<DateOfKnowledge>,
    /// Each, by day of adoption, then by symbol, then in the order of the text.
    pub mandates: Vec<MandateAnswer>,
}

/// One thing asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MandateAnswer {
    /// The symbol of the resolution.
    pub symbol: String,
    /// The organ.
    pub organ: String,
    /// The day of adoption.
    #[serde(with = "serde_day")]
    pub adopted: Date,
    /// The paragraph: its short name, its number or its place.
    pub paragraph: String,
    /// The operative verb.
    pub verb: Verb,
    /// Of whom it is asked.
    pub addressee: String,
    /// What is asked.
    pub request: String,
    /// From when it is owed; null: what it depends on has not happened.
    #[serde(with = "serde_day::option")]
    pub since: Option<Date>,
    /// Until when or at which session, as the resolution says it.
    pub due: Option<String>,
    /// The last day on which it can be done in time, where that is known.
    #[serde(with = "serde_day::option")]
    pub due_by: Option<Date>,
    /// The report in which it is to be done.
    pub in_report: Option<String>,
    /// `completed`, `in progress`, `not implemented`, `not applicable` or `no indication`.
    pub status: &'static str,
    /// Whether something is still to be done.
    pub open: bool,
    /// Whether it is open and its last day is over.
    pub overdue: bool,
    /// What was recorded about it, by day.
    pub discharged_by: Vec<DischargeAnswer>,
    /// The activities that serve it, by their short names.
    pub served_by: Vec<String>,
    /// The earlier paragraph that it renews.
    pub renews: Option<ParagraphOf>,
    /// The later paragraph that renews it.
    pub renewed_by: Option<ParagraphOf>,
    /// The entry of the resolution.
    pub entry: u64,
}

/// Something recorded about a mandate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DischargeAnswer {
    /// The day from which it stands so.
    #[serde(with = "serde_day")]
    pub date: Date,
    /// How it stands.
    pub status: Outcome,
    /// The record by which.
    pub by: Option<DischargedBy>,
    /// What else needs saying.
    pub note: Option<String>,
    /// The entry.
    pub entry: u64,
}

impl MandatesAnswer {
    /// Mandates, as data.
    #[must_use]
    pub fn of(mandates: &[Mandate<'_>], record: &Record, as_at: AsAt) -> Self {
        let known_at = record.last_recorded();
        Self { as_at, known_at, mandates: mandates.iter().map(|one| MandateAnswer::of(one, as_at)).collect() }
    }
}

impl MandateAnswer {
    fn of(mandate: &Mandate<'_>, as_at: AsAt) -> Self {
        let (resolution, part) = (&mandate.resolution.what, mandate.part);
        let discharge = |one: &&crate::record::Kept<crate::mandates::Discharge>| DischargeAnswer {
            date: one.what.date,
            status: one.what.status,
            by: one.what.by.clone(),
            note: one.what.note.clone(),
            entry: one.entry,
        };
        let renewed_by = mandate.renewed_by.map(|(kept, place)| {
            let part = kept.what.paragraphs.get(place - 1);
            let named = part.and_then(|part| part.id.as_ref().or(part.number.as_ref()));
            let paragraph = named.map_or_else(|| place.to_string(), Clone::clone);
            ParagraphOf { resolution: kept.what.symbol.clone(), paragraph }
        });
        Self {
            symbol: resolution.symbol.clone(),
            organ: resolution.organ.clone(),
            adopted: resolution.date,
            paragraph: mandate.paragraph(),
            verb: part.verb,
            addressee: part.addressee.clone().unwrap_or_default(),
            request: part.what.clone(),
            since: mandate.since,
            due: due(part),
            due_by: mandate.due,
            in_report: part.in_report.clone(),
            status: mandate.standing.word(),
            open: mandate.standing.is_open(),
            overdue: mandate.is_overdue(as_at),
            discharged_by: mandate.discharges.iter().map(discharge).collect(),
            served_by: mandate.served_by.iter().map(|kept| kept.what.id.clone()).collect(),
            renews: part.renews.clone(),
            renewed_by,
            entry: mandate.resolution.entry,
        }
    }
}

fn due(part: &OperativePart) -> Option<String> {
    let session = || part.session.map(|session| format!("session {session}"));
    part.by.map(|by| by.to_string()).or_else(session)
}
