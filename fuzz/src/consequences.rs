//! Everything that is derived from entries.

use law::answer::{DifferenceAnswer, HistoryAnswer, StateAnswer, StatusAnswer};
use law::body::{initial_report_due, seats_change};
use law::bound::earliest_denunciation;
use law::calendar::{AsAt, Date};
use law::comparison::{Between, Point, Scope};
use law::entry::Entry;
use law::history::History;
use law::participation::Participation;
use law::party::PartyIndex;
use law::record::{KnownAt, Record, TreatyRecord};
use law::state::StateRecord;
use law::status::{Explanation, Status};

/// The days that are asked about: before everything, among it, and after it.
const DAYS: [Date; 3] = [Date::constant(1950, 1, 1), Date::constant(2003, 7, 1), Date::MAX];
/// Of how many States and treaties everything is asked. What is asked of all goes through all of them anyway.
const ASKED: usize = 6;
/// The most entries of which a history is asked: it derives the answer anew after each moment.
const MOST_FOR_A_HISTORY: usize = 60;

/// Derives every answer that the register gives from its entries, and writes it down.
pub fn derive(entries: &[Entry]) {
    let record = Record::of(entries.iter().cloned(), KnownAt::Everything);
    let participation = Participation::of(&record);
    for as_at in DAYS.map(AsAt::new) {
        for (at, treaty) in record.treaties().enumerate() {
            let status = Status::of(treaty, &record, as_at);
            written(&StatusAnswer::of(&status, &record));
            assert_eq!(participation.counts(at, &record, as_at), status.counts, "two ways to count: {as_at}");
        }
        for treaty in record.treaties().take(ASKED) {
            of_treaty(treaty, &record, as_at);
        }
        for (party, _) in record.parties.iter().take(ASKED) {
            written(&StateAnswer::of(&StateRecord::of(party, &record, as_at), &record));
        }
    }
    through_time(entries, &record);
}

fn of_treaty(treaty: &TreatyRecord, record: &Record, as_at: AsAt) {
    let status = Status::of(treaty, record, as_at);
    written(&Explanation::of_treaty(treaty, record, as_at).reasons);
    let _ = seats_change(treaty, &status, as_at);
    for participant in status.participants.iter().take(ASKED) {
        of_party(treaty, participant.party, record, as_at);
        if let Some(in_force) = participant.in_force {
            let _ = initial_report_due(treaty, in_force);
            let _ = earliest_denunciation(treaty, in_force, status.entry_into_force.date.unwrap_or(in_force));
        }
    }
}

fn of_party(treaty: &TreatyRecord, party: PartyIndex, record: &Record, as_at: AsAt) {
    written(&Explanation::of_party(treaty, party, record, as_at).reasons);
}

/// What was believed when, and what differs between two points.
fn through_time(entries: &[Entry], record: &Record) {
    let as_at = AsAt::new(DAYS[1]);
    let middle = entries.get(entries.len() / 2).map_or(KnownAt::Everything, |entry| KnownAt::Entry(entry.number));
    let earlier = Record::of(entries.iter().cloned(), middle);
    let (before, after) = (Point { record: &earlier, as_at }, Point { record, as_at: AsAt::new(Date::MAX) });
    let between = Between::of(entries, middle, KnownAt::Everything);
    written(&DifferenceAnswer::of(before, after, &between, Scope { treaty: None, party: None }));
    if entries.len() <= MOST_FOR_A_HISTORY {
        for treaty in record.treaties().take(2) {
            let history = History::of(entries, &treaty.treaty.treaty, None, as_at);
            written(&HistoryAnswer::of(&history, &record.parties));
        }
    }
}

/// The answer as JSON: it can be written, whatever it says.
fn written(answer: &impl serde::Serialize) {
    assert!(serde_json::to_string(answer).is_ok());
}
