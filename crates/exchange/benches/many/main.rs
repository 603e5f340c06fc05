//! Questions about very many treaties at once, on generated registers, each beside a named peer in the same run: SQLite
//! with the same acts and an index, and an array of sixteen-byte acts in the order that the question likes best.
//!
//! `cargo bench -p exchange --bench many`; more with `SIZES=600/60000,10000/1000000,100000/10000000`. Quote ratios from
//! one run: machines drift.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first thing that is wrong")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

mod generated;
#[path = "../timing/mod.rs"]
mod timing;

use std::time::{Duration, Instant};

use generated::Generated;
use law::calendar::{AsAt, Date, DateOfKnowledge};
use law::entry::Content;
use law::entry_into_force::EntryIntoForce;
use law::participation::Participation;
use law::party::{Parties, PartyIndex};
use law::reason::Unasked;
use law::record::{KnownAt, Record};
use rusqlite::Connection;
use timing::each;

fn main() {
    let sizes = std::env::var("SIZES").unwrap_or_else(|_| "600/60000,10000/1000000".to_owned());
    for size in sizes.split(',') {
        let (treaties, acts) = size.split_once('/').unwrap();
        measure(treaties.parse().unwrap(), acts.parse().unwrap());
    }
}

const AS_AT: AsAt = AsAt::new(Date::constant(1999, 6, 30));

fn measure(treaties: usize, acts: usize) {
    let generated = Generated::of(treaties, acts);
    println!("\n{treaties} treaties, {} acts", generated.acts.lines().count() - 1);
    let foundations = foundations(&generated);
    let before = resident();
    let started = Instant::now();
    let mut record = foundations.clone();
    exchange::acts_loaded::load("acts.csv", generated.acts.as_bytes(), &mut record).unwrap();
    let participation = Participation::of(&record);
    say("from CSV to ready", started.elapsed(), None);
    println!("  resident, without the CSV text          {:>10} MB", (resident() - before) / 1_048_576);
    let sqlite = Sqlite::of(&generated);
    let bare = Bare::of(&record);
    one_treaty(&record, &participation, &sqlite, &bare);
    one_state(&record, &participation, &sqlite, &bare);
    matrix(&record, &participation, &sqlite, &bare);
    entry_into_force(&record, &bare);
}

fn one_treaty(record: &Record, participation: &Participation, sqlite: &Sqlite, bare: &Bare) {
    let treaty = participation.treaties() / 2;
    let ours = each(|| participation.counts(treaty, record, AS_AT).parties);
    let id = record.treaties().nth(treaty).unwrap().treaty.treaty.to_string();
    say("one treaty's status on a day", ours, None);
    say("  peer: SQLite, indexed", each(|| sqlite.bound(&id)), Some(ours));
    say("  peer: bare array of acts", each(|| bare.bound(treaty)), Some(ours));
}

fn one_state(record: &Record, participation: &Participation, sqlite: &Sqlite, bare: &Bare) {
    let (party, known) = record.parties.iter().nth(7).unwrap();
    let ours = each(|| participation.of_party(party, AS_AT).filter(|part| part.party).count());
    say("one State's whole record", ours, None);
    say("  peer: SQLite, indexed", each(|| sqlite.of_party(known.code.as_str())), Some(ours));
    say("  peer: bare array of acts", each(|| bare.of_party(party)), Some(ours));
}

fn matrix(record: &Record, participation: &Participation, sqlite: &Sqlite, bare: &Bare) {
    let parties = record.parties.len();
    let mut cells = Vec::new();
    let ours = each(|| {
        participation.matrix(parties, AS_AT, &mut cells);
        cells.len()
    });
    say("States x treaties", ours, None);
    say("  peer: SQLite, one scan", each(|| sqlite.all_bound()), Some(ours));
    let mut cells = Vec::new();
    say("  peer: bare array of acts", each(|| bare.matrix(participation.treaties(), parties, &mut cells)), Some(ours));
}

fn entry_into_force(record: &Record, bare: &Bare) {
    let ours = each(|| {
        let dates = record.treaties().map(|treaty| EntryIntoForce::of(treaty, record, AS_AT, &mut Unasked).date);
        dates.flatten().count()
    });
    say("entry into force of every treaty, by the full rules", ours, None);
    say("  peer: bare scan of acts by day", each(|| bare.scan()), Some(ours));
}

fn say(what: &str, time: Duration, ours: Option<Duration>) {
    let ratio =
        ours.map(|ours| format!("  ours is {:.2} of it", ours.as_secs_f64() / time.as_secs_f64())).unwrap_or_default();
    println!("  {what:<52} {time:>12.3?}{ratio}");
}

/// Pages that the process holds, in bytes.
fn resident() -> usize {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap_or_default();
    statm.split_whitespace().nth(1).and_then(|pages| pages.parse::<usize>().ok()).unwrap_or_default() * 4096
}

/// A record of the parties and treaties, without acts.
fn foundations(generated: &Generated) -> Record {
    let files = generated.parties.iter().chain(&generated.treaties);
    let written = files.flat_map(|file| exchange::toml_file::read("generated.toml", file).unwrap()).collect();
    let drafts = exchange::resolve(written, &Parties::default()).unwrap();
    let entries = drafts.into_iter().zip(1..).map(|(draft, number)| {
        assert!(matches!(draft.what.content, Content::Party(_) | Content::Treaty(_)), "only these are generated");
        draft.what.entered(number, DateOfKnowledge::new(jiff::Timestamp::UNIX_EPOCH), "")
    });
    Record::of(entries, KnownAt::Everything)
}

/// The peer that everybody has: SQLite, in memory, with the indices that the questions want.
struct Sqlite(Connection);

impl Sqlite {
    fn of(generated: &Generated) -> Self {
        let connection = Connection::open_in_memory().unwrap();
        connection.execute_batch("CREATE TABLE act (treaty TEXT, party TEXT, action TEXT, date TEXT); BEGIN").unwrap();
        let mut insert = connection.prepare("INSERT INTO act VALUES (?1, ?2, ?3, ?4)").unwrap();
        for line in generated.acts.lines().skip(1) {
            let cells: Vec<&str> = line.split(',').collect();
            insert.execute((cells[0], cells[1], cells[2], cells[3])).unwrap();
        }
        drop(insert);
        connection
            .execute_batch("COMMIT; CREATE INDEX by_treaty ON act (treaty, action, date); CREATE INDEX by_party ON act (party, action, date);")
            .unwrap();
        Self(connection)
    }

    fn number(&self, sql: &str, key: &str) -> i64 {
        self.0.prepare_cached(sql).unwrap().query_row([key], |row| row.get(0)).unwrap()
    }

    fn bound(&self, treaty: &str) -> i64 {
        self.number(
            "SELECT count(*) FROM act WHERE treaty = ?1 AND action IN ('ratification', 'accession') AND date <= '1999-06-30'",
            treaty,
        )
    }

    fn of_party(&self, party: &str) -> i64 {
        self.number(
            "SELECT count(*) FROM act WHERE party = ?1 AND action IN ('ratification', 'accession') AND date <= '1999-06-30'",
            party,
        )
    }

    fn all_bound(&self) -> i64 {
        self.number("SELECT count(*) FROM act WHERE action <> ?1 AND date <= '1999-06-30'", "signature")
    }
}

/// The peer that can hardly be beaten: sixteen bytes an act, in arrays that are in the order of the question.
struct Bare {
    by_treaty: Vec<BareAct>,
    starts: Vec<usize>,
    by_party: Vec<Vec<BareAct>>,
    by_day: Vec<BareAct>,
}

#[derive(Clone, Copy)]
struct BareAct {
    treaty: u32,
    party: u32,
    day: i32,
    consent: u32,
}

impl Bare {
    fn of(record: &Record) -> Self {
        let mut bare = Self {
            by_treaty: Vec::new(),
            starts: vec![0],
            by_party: vec![Vec::new(); record.parties.len()],
            by_day: Vec::new(),
        };
        for (treaty, one) in (0..).zip(record.treaties()) {
            for act in &one.acts {
                let day = act.counts_from().day();
                let act = BareAct {
                    treaty,
                    party: u32::try_from(act.party.place()).unwrap(),
                    day: i32::from(day.year()) * 512 + i32::from(day.month()) * 32 + i32::from(day.day()),
                    consent: u32::from(act.action.expresses_consent()),
                };
                bare.by_treaty.push(act);
                bare.by_party[act.party as usize].push(act);
            }
            bare.starts.push(bare.by_treaty.len());
            let start = bare.by_day.len();
            bare.by_day.extend(&bare.by_treaty[bare.starts[treaty as usize]..]);
            bare.by_day[start..].sort_unstable_by_key(|act| act.day);
        }
        bare
    }

    fn bound(&self, treaty: usize) -> u32 {
        bound(&self.by_treaty[self.starts[treaty]..self.starts[treaty + 1]])
    }

    fn of_party(&self, party: PartyIndex) -> u32 {
        bound(&self.by_party[party.place()])
    }

    fn matrix(&self, treaties: usize, parties: usize, cells: &mut Vec<bool>) -> usize {
        cells.clear();
        cells.resize(treaties * parties, false);
        for act in &self.by_treaty {
            cells[act.treaty as usize * parties + act.party as usize] |= act.consent == 1 && act.day <= DAY;
        }
        cells.len()
    }

    fn scan(&self) -> i32 {
        self.by_day.iter().map(|act| act.day & i32::from(act.consent == 1)).fold(0, i32::wrapping_add)
    }
}

const DAY: i32 = 1999 * 512 + 6 * 32 + 30;

fn bound(acts: &[BareAct]) -> u32 {
    acts.iter().map(|act| act.consent & u32::from(act.day <= DAY)).sum()
}
