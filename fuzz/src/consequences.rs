//! Everything that is derived from entries.

use law::answer::{
    CalendarAnswer, CalendarAsked, CommitteeAnswer, DeclarationsAnswer, DifferenceAnswer, HistoryAnswer, PairAnswer,
    PairAsked, ReportsAnswer, ReportsOfStateAnswer, StateAnswer, StatementsAnswer, StatementsAsked, StatusAnswer,
};
use law::bound::earliest_denunciation;
use law::calendar::{AsAt, Date};
use law::clocks;
use law::committee::Committee;
use law::comparison::{Between, Point, Scope};
use law::entry::Entry;
use law::history::History;
use law::optional_declarations::OptionalDeclarations;
use law::pairs::Pairs;
use law::participation::Participation;
use law::party::PartyIndex;
use law::record::{KnownAt, Record, TreatyRecord};
use law::reporting::{Profile, Reporting};
use law::state::StateRecord;
use law::status::{Explanation, Status};

/// The days that are asked about: before everything, among it, and after it.
const DAYS: [Date; 3] = [Date::constant(1950, 1, 1), Date::constant(2006, 7, 1), Date::MAX];
/// Of how many States and treaties everything is asked. What is asked of all goes through all of them anyway.
const ASKED: usize = 4;
/// The most entries of which a history is asked: it derives the answer anew after each moment.
const MOST_FOR_A_HISTORY: usize = 60;

/// Derives every answer that the register gives from its entries, and writes it down.
pub fn derive(entries: &[Entry]) {
    let record = Record::of(entries.iter().cloned(), KnownAt::Everything);
    let participation = Participation::of(&record);
    for as_at in DAYS.map(AsAt::new) {
        for (at, treaty) in record.treaties().enumerate() {
            let status = Status::of(treaty, &record, as_at);
            assert_eq!(participation.counts(at, &record, as_at), status.counts, "two ways to count: {as_at}");
            of_status(&status, treaty, &record);
        }
        for treaty in record.treaties().take(ASKED) {
            of_treaty(treaty, &record, as_at);
        }
        for (party, _) in record.parties.iter().take(ASKED) {
            of_state(party, &record, as_at);
        }
        calendar(&record, as_at);
    }
    through_time(entries, &record);
}

fn of_status(status: &Status<'_>, treaty: &TreatyRecord, record: &Record) {
    written(&StatusAnswer::of(status, record));
    for participant in status.participants.iter().take(ASKED) {
        written(&Explanation::of_party(treaty, participant.party, record, status.as_at).reasons);
        if let Some(in_force) = participant.in_force {
            let _ = earliest_denunciation(treaty, in_force, status.entry_into_force.date.unwrap_or(in_force));
        }
    }
}

/// Between two States, and between all of them, the treaty is in force alike.
fn of_pairs(treaty: &TreatyRecord, record: &Record, as_at: AsAt) {
    written(&StatementsAnswer::of(treaty, record, as_at, &StatementsAsked::default()));
    let pairs = Pairs::of(treaty, record, as_at);
    let mut matrix = Vec::new();
    pairs.matrix(&mut matrix);
    let side = pairs.members().len();
    for (one, other) in [(0, 1), (1, 0), (1, 2)].into_iter().filter(|(one, other)| *one.max(other) < side) {
        let states = [one, other].map(|place: usize| pairs.members()[place].party);
        let answer = PairAnswer::of(&pairs, states, treaty, record, &PairAsked::default());
        assert_eq!(answer.in_force, matrix[one * side + other].in_force, "two ways to ask about a pair: {as_at}");
        written(&answer);
    }
}

fn of_treaty(treaty: &TreatyRecord, record: &Record, as_at: AsAt) {
    of_pairs(treaty, record, as_at);
    written(&Explanation::of_treaty(treaty, record, as_at).reasons);
    written(&ReportsAnswer::of(&Reporting::of(treaty, record, as_at), record));
    written(&DeclarationsAnswer::of(&OptionalDeclarations::of(treaty, record, as_at), record));
    if let Some(committee) = Committee::of(treaty, record, as_at) {
        written(&CommitteeAnswer::of(&committee, treaty, record));
    }
}

fn of_state(party: PartyIndex, record: &Record, as_at: AsAt) {
    written(&StateAnswer::of(&StateRecord::of(party, record, as_at), record));
    written(&ReportsOfStateAnswer::of(&Profile::of(party, record, as_at), record));
    let _ = clocks::of_party(party, record, as_at);
}

fn calendar(record: &Record, as_at: AsAt) {
    let asked = CalendarAsked { treaty: None, party: None, as_at, from: None, until: None };
    written(&CalendarAnswer::of(asked, &clocks::of_all(record, as_at), Vec::new(), record));
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
