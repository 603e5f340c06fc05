//! Clocks: every day that follows from the record, on which something is due, becomes possible or changes.
//!
//! Each kind of day has a file, and each file a function that says which there are. They are put together here. What has no
//! day of its own (a threshold of optional declarations, say) has no clock.

mod body;
mod in_force;
mod leaving;
mod objections;
mod reports;
mod revision;
mod what;

pub use what::What;

use crate::calendar::{AsAt, Date};
use crate::party::PartyIndex;
use crate::record::{Record, TreatyRecord};
use crate::status::{Participant, Status};
use crate::treaty::TreatyId;

/// A day that follows from the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clock {
    /// The treaty.
    pub treaty: TreatyId,
    /// The day: the last one for what is due, the first one for what becomes possible or changes.
    pub day: Date,
    /// What is due, becomes possible or changes.
    pub what: What,
    /// The article.
    pub article: Option<String>,
    /// Whom it concerns; `None`: all the States parties.
    pub party: Option<PartyIndex>,
    /// Whether what was due had been done by the day asked about.
    pub done: bool,
}

impl Clock {
    /// Whether the day had gone by on the day asked about.
    #[must_use]
    pub fn is_past(&self, as_at: AsAt) -> bool {
        self.day < as_at.day()
    }

    /// Whether something still waits for the day.
    #[must_use]
    pub fn is_to_come(&self, as_at: AsAt) -> bool {
        !self.is_past(as_at) && !self.done
    }
}

/// What clocks are asked for.
struct Asked<'a> {
    treaty: &'a TreatyRecord,
    record: &'a Record,
    as_at: AsAt,
    status: Status<'a>,
    /// Only what concerns this party.
    party: Option<PartyIndex>,
}

impl<'a> Asked<'a> {
    fn of(treaty: &'a TreatyRecord, record: &'a Record, as_at: AsAt, party: Option<PartyIndex>) -> Self {
        Self { treaty, record, as_at, status: Status::of(treaty, record, as_at), party }
    }

    /// Those bound on the day, for which the treaty is in force or is to be, among those asked about.
    fn bound(&self) -> impl Iterator<Item = &Participant<'a>> {
        let wanted = move |one: &&Participant<'a>| self.party.is_none_or(|party| party == one.party);
        self.status.contracting().filter(wanted).filter(|one| one.in_force.is_some())
    }

    fn clock(&self, day: Date, what: What, article: Option<&str>, party: Option<PartyIndex>) -> Clock {
        let treaty = self.treaty.treaty.treaty.clone();
        Clock { treaty, day, what, article: article.map(ToOwned::to_owned), party, done: false }
    }
}

/// Where clocks come from: a function for each kind.
const SOURCES: [fn(&Asked<'_>) -> Vec<Clock>; 6] =
    [in_force::clocks, reports::clocks, body::clocks, leaving::clocks, revision::clocks, objections::clocks];

/// Every clock of a treaty, as things stand on a day, those gone by included: by day, then by what it is about.
#[must_use]
pub fn of_treaty(treaty: &TreatyRecord, record: &Record, as_at: AsAt) -> Vec<Clock> {
    in_order(collected(&Asked::of(treaty, record, as_at, None)))
}

/// Every clock that concerns a party, under every treaty that binds it on the day: its own, and those of all the States
/// parties.
#[must_use]
pub fn of_party(party: PartyIndex, record: &Record, as_at: AsAt) -> Vec<Clock> {
    let mut clocks = Vec::new();
    for treaty in record.treaties().filter(|treaty| !treaty.acts_of(party).is_empty()) {
        clocks.extend(of_party_under(treaty, party, record, as_at));
    }
    in_order(clocks)
}

/// Every clock of a treaty that concerns a party, if the treaty binds it on the day.
#[must_use]
pub fn of_party_under(treaty: &TreatyRecord, party: PartyIndex, record: &Record, as_at: AsAt) -> Vec<Clock> {
    let asked = Asked::of(treaty, record, as_at, Some(party));
    let is_bound = asked.status.contracting().any(|one| one.party == party);
    if is_bound { in_order(collected(&asked)) } else { Vec::new() }
}

/// Every clock of every treaty.
#[must_use]
pub fn of_all(record: &Record, as_at: AsAt) -> Vec<Clock> {
    let of_each = record.treaties().flat_map(|treaty| collected(&Asked::of(treaty, record, as_at, None)));
    in_order(of_each.collect())
}

fn collected(asked: &Asked<'_>) -> Vec<Clock> {
    SOURCES.iter().flat_map(|source| source(asked)).collect()
}

/// By day, then by treaty and what; what concerns several parties alike stands in the alphabetical order of their names, in
/// which each source goes through them: never in the order of recording.
fn in_order(mut clocks: Vec<Clock>) -> Vec<Clock> {
    clocks.sort_by(|one, other| (one.day, &one.treaty, &one.what).cmp(&(other.day, &other.treaty, &other.what)));
    clocks
}
