//! A register of a million entries beside SQLite alone with the same rows: recording, opening, verifying, one more
//! entry. The figures are ratios of one run on one machine. `cargo bench -p register --bench million -- 100000` takes fewer.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first thing that is wrong")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

use std::path::Path;
use std::time::{Duration, Instant};

use law::act::{Act, Action, DayOfAct, Standing};
use law::calendar::{DateOfAct, DateOfKnowledge};
use law::entry::{Content, Draft};
use law::record::KnownAt;
use register::log::SigningKey;
use register::{Expected, Location, Register, RegisterError};
use rusqlite::Connection;

/// How often each single step is repeated.
const TIMES: u32 = 50;

fn main() {
    let entries = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000_u32);
    let folder = tempfile::tempdir().unwrap();
    let foundations = foundations();
    println!("{entries} entries on one disk, in one run");

    let rows: Vec<String> = (0..entries).map(|number| body(number + 1, number)).collect();
    let alone = timed("SQLite alone: insert and index the same rows, durably", || {
        alone(&folder.path().join("alone.db"), &rows);
    });
    drop(rows);

    let location = Location::file(folder.path().join("register.db"));
    let key = SigningKey::generate("bench").unwrap();
    let recorded = timed("recorded, logged and signed, durably", || {
        Register::create::<RegisterError>(&location, &key, now(), "bench", |writing| {
            foundations.iter().try_for_each(|draft| writing.add(draft.clone(), "bench", now()).map(drop))?;
            (0..entries).try_for_each(|number| writing.add(act(number), "bench", now()).map(drop))
        })
        .unwrap()
    });
    ratio("to SQLite alone (at most 2)", recorded, alone);

    timed("opened, checked against the log, ready to answer (under 3 s)", || {
        Register::open(&location).unwrap().record(KnownAt::Everything).unwrap()
    });
    timed("a snapshot kept", || Register::open(&location).unwrap().keep_snapshot(&key).unwrap());
    timed("opened from the snapshot, ready to answer (under 0.5 s)", || {
        Register::open(&location).unwrap().record(KnownAt::Everything).unwrap()
    });
    let verified = timed("verified (a million a second a core)", || {
        let verification = Register::open(&location).unwrap().verify(&Expected::default()).unwrap();
        assert!(verification.passed(), "{:?}", verification.faults.first());
    });
    println!("{:>12.0} entries a second", f64::from(entries) / verified.as_secs_f64());

    let connection = Connection::open(folder.path().join("alone.db")).unwrap();
    connection.execute_batch("PRAGMA synchronous = FULL").unwrap();
    let start = Instant::now();
    for number in 0..TIMES {
        let row = (entries + number + 1, "X-1", body(entries + number + 1, number));
        connection
            .execute("INSERT INTO entry (number, treaty, body, hash) VALUES (?1, ?2, ?3, zeroblob(32))", row)
            .unwrap();
    }
    let bare = start.elapsed() / TIMES;
    println!("{:>12.3} ms  a bare commit of SQLite", bare.as_secs_f64() * 1e3);
    let mut register = Register::open(&location).unwrap();
    let start = Instant::now();
    for number in 0..TIMES {
        let mut writing = register.write(&key).unwrap();
        writing.add(act(number), "bench", now()).unwrap();
        writing.commit().unwrap();
    }
    let append = start.elapsed() / TIMES;
    println!("{:>12.3} ms  one entry more, with its checkpoint", append.as_secs_f64() * 1e3);
    ratio("to a bare commit (under 3)", append, bare);
}

fn timed<T>(what: &str, run: impl FnOnce() -> T) -> Duration {
    let (start, before) = (Instant::now(), processor_time());
    let done = run();
    let (elapsed, processor) = (start.elapsed(), processor_time() - before);
    drop(done);
    println!("{:>12.3} s   {what}; {processor:.2} s of a processor", elapsed.as_secs_f64());
    elapsed
}

/// How long processors have worked for this process, in seconds.
fn processor_time() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = stat.split_whitespace().skip(13).take(2).filter_map(|ticks| ticks.parse::<f64>().ok());
    ticks.sum::<f64>() / 100.0
}

fn ratio(what: &str, ours: Duration, theirs: Duration) {
    println!("{:>12.2}     {what}", ours.as_secs_f64() / theirs.as_secs_f64());
}

fn now() -> DateOfKnowledge {
    DateOfKnowledge::new("2026-01-01T00:00:00Z".parse().unwrap())
}

/// How many treaties there are.
const TREATIES: u32 = 1_000;
/// How many parties there are.
const PARTIES: u32 = 200;

/// Treaties and parties, so that the acts are read as acts are.
fn foundations() -> Vec<Draft> {
    let draft = |content| Draft { standing: Standing::Published, sources: Vec::new(), content };
    let party = |number| {
        let party = serde_json::json!({ "code": code(number), "kind": "state", "names": [{ "name": code(number) }] });
        draft(Content::Party(serde_json::from_value(party).unwrap()))
    };
    let treaty = |number| {
        let treaty = serde_json::json!({
            "treaty": id(number), "title": { "en": "Example" }, "depositary": "x", "adopted": { "on": "2000-01-01" }
        });
        draft(Content::Treaty(Box::new(serde_json::from_value(treaty).unwrap())))
    };
    (0..PARTIES).map(party).chain((0..TREATIES).map(treaty)).collect()
}

fn code(number: u32) -> String {
    [number / 26 / 26, number / 26 % 26, number % 26]
        .map(|letter| char::from(b'A' + u8::try_from(letter).unwrap()))
        .iter()
        .collect()
}

fn id(number: u32) -> String {
    format!("X-{}", number + 1)
}

fn act(number: u32) -> Draft {
    let day = jiff::civil::date(1950 + i16::try_from(number % 70).unwrap(), 1 + i8::try_from(number % 12).unwrap(), 3);
    Draft {
        standing: Standing::Published,
        sources: vec!["United Nations Treaty Collection, status table".to_owned()],
        content: Content::Act(Act {
            action: Action::Accession,
            date: DayOfAct::On(DateOfAct::new(day)),
            effective: None,
            note: None,
            party: code(number / TREATIES % PARTIES).parse().unwrap(),
            received: None,
            treaty: id(number % TREATIES).parse().unwrap(),
        }),
    }
}

fn body(number: u32, of: u32) -> String {
    register::canonical_form(&act(of).entered(u64::from(number), now(), "bench")).unwrap()
}

fn alone(path: &Path, rows: &[String]) {
    let mut connection = Connection::open(path).unwrap();
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
             CREATE TABLE entry (number INTEGER PRIMARY KEY, treaty TEXT, body TEXT NOT NULL, hash BLOB NOT NULL) STRICT;
             CREATE INDEX by_treaty ON entry (treaty);",
        )
        .unwrap();
    let transaction = connection.transaction().unwrap();
    {
        let mut insert = transaction
            .prepare("INSERT INTO entry (number, treaty, body, hash) VALUES (?1, ?2, ?3, zeroblob(32))")
            .unwrap();
        for (number, body) in (1_u32..).zip(rows) {
            insert.execute((i64::from(number), id(number % TREATIES), body)).unwrap();
        }
    }
    transaction.commit().unwrap();
    connection.close().unwrap();
}
