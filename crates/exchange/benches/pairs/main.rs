//! A treaty of 190 parties between each two of them on a day, with its reservations and objections, beside SQLite with the
//! same data.
//!
//! `cargo bench -p exchange --bench pairs`. Quote ratios from one run: machines drift.

#![expect(clippy::unwrap_used, reason = "a benchmark stops at the first thing that is wrong")]
#![expect(clippy::print_stdout, reason = "a benchmark prints what it measured")]

#[path = "../timing/mod.rs"]
mod timing;

use std::fmt::Write;
use std::time::Duration;

use law::calendar::{AsAt, Date, DateOfKnowledge};
use law::pairs::{Cell, Pairs};
use law::party::Parties;
use law::record::{KnownAt, Record};
use rusqlite::Connection;
use timing::each;

const PARTIES: usize = 190;
const AS_AT: AsAt = AsAt::new(Date::constant(2024, 6, 30));

fn main() {
    let (record, sqlite) = (record(), sqlite());
    let treaty = record.treaty("X-1").unwrap();
    let pairs = Pairs::of(treaty, &record, AS_AT);
    let mut matrix: Vec<Cell> = Vec::new();
    pairs.matrix(&mut matrix);
    let in_force = matrix.iter().filter(|cell| cell.in_force).count();
    println!("{PARTIES} parties, {} ordered pairs, {in_force} in force", PARTIES * (PARTIES - 1));
    assert_eq!(in_force, sqlite_matrix(&sqlite), "SQLite says otherwise");
    let all = each(|| {
        let pairs = Pairs::of(treaty, &record, AS_AT);
        pairs.matrix(&mut matrix);
        matrix.len()
    });
    say("all pairs on a day, from the record", all, None);
    say("all pairs on a day, the States' parts derived", each(|| pairs.matrix(&mut matrix)), None);
    say("  peer: SQLite, indexed", each(|| sqlite_matrix(&sqlite)), Some(all));
    let mut at = 0;
    let one = each(|| {
        at = (at + 7919) % (PARTIES * PARTIES);
        let (one, other) = (at / PARTIES, at % PARTIES);
        (
            pairs.between(one, other).since,
            pairs.applied(one, other).filter(|one| one.reservation.state.stands()).count(),
        )
    });
    say("one pair on a day", one, None);
    let mut statement = sqlite.prepare(ONE).unwrap();
    let peer = each(|| {
        at = (at + 7919) % (PARTIES * PARTIES);
        let (one, other) = (at / PARTIES, at % PARTIES);
        statement.query_row((key(one), key(other)), |row| row.get::<_, i64>(0)).unwrap()
    });
    say("  peer: SQLite, indexed", peer, Some(one));
}

/// The code of a party.
fn code(party: usize) -> String {
    format!("P{party:03}")
}

/// The day of a party's accession.
fn acceded(party: usize) -> Date {
    Date::constant(1970 + i16::try_from(party / 4).unwrap(), 1 + i8::try_from(party % 12).unwrap(), 15)
}

/// Every third party makes two reservations with its accession.
fn reserves() -> impl Iterator<Item = (String, usize)> {
    (0..PARTIES).step_by(3).flat_map(|party| (0..2).map(move |number| (format!("r{party}-{number}"), party)))
}

/// Every reservation of a party is objected to by some of those that were there; every fifth objection excludes the treaty.
fn objects() -> impl Iterator<Item = (String, String, usize, usize, bool)> {
    reserves().enumerate().flat_map(|(at, (reservation, party))| {
        let others = (0..party).filter(move |other| (other + at) % 11 == 0);
        others.map(move |other| (format!("o{at}-{other}"), reservation.clone(), party, other, (other + at) % 5 == 0))
    })
}

/// A party's number as a key of a table.
fn key(party: usize) -> i64 {
    i64::try_from(party).unwrap()
}

fn record() -> Record {
    let mut files = String::new();
    for party in 0..PARTIES {
        writeln!(files, "[[party]]\ncode = \"{0}\"\nkind = \"state\"\nnames = [{{ name = \"{0}\" }}]", code(party))
            .unwrap();
    }
    let treaty = "treaty = \"X-1\"\ndepositary = \"x\"\nadopted = { on = 1960-01-01 }\ntitle = { en = \"Convention\" }\n\
        [entry-into-force]\narticle = \"1\"\nwhen = { instruments = 1 }\nthen = \"on the day of\"\n\
        [entry-into-force.each-party]\narticle = \"1\"\nfor = \"deposits after the Nth\"\nthen = \"on the day of\"\n";
    let mut said = String::new();
    for party in 0..PARTIES {
        let (party, on) = (code(party), acceded(party));
        writeln!(said, "[[act]]\ntreaty = \"X-1\"\nparty = \"{party}\"\naction = \"accession\"\ndate = {on}").unwrap();
    }
    for (id, party) in reserves() {
        let (party, on) = (code(party), acceded(party));
        writeln!(
            said,
            "[[statement]]\nid = \"{id}\"\ntreaty = \"X-1\"\nparty = \"{party}\"\nkind = \"reservation\"\nat = \"accession\"\n\
             date = {on}\ncirculated = {on}\narticles = [\"5\"]\neffect = \"excludes\""
        )
        .unwrap();
    }
    for (id, to, author, by, treaty) in objects() {
        let (by, on) = (code(by), acceded(author));
        let extent = if treaty { "excludes-treaty" } else { "simple" };
        writeln!(
            said,
            "[[statement]]\nid = \"{id}\"\ntreaty = \"X-1\"\nparty = \"{by}\"\nkind = \"objection\"\nto = \"{to}\"\n\
             date = {on}\nextent = \"{extent}\""
        )
        .unwrap();
    }
    let mut known = Parties::default();
    let mut drafts = Vec::new();
    for file in [files.as_str(), treaty, said.as_str()] {
        let written = exchange::toml_file::read("generated.toml", file).unwrap();
        let resolved = exchange::resolve(written, &known).unwrap();
        for draft in &resolved {
            if let law::entry::Content::Party(party) = &draft.what.content {
                known.add(party.clone());
            }
        }
        drafts.extend(resolved);
    }
    let now = DateOfKnowledge::new(jiff::Timestamp::UNIX_EPOCH);
    let entries = drafts.into_iter().zip(1..).map(|(draft, number)| draft.what.entered(number, now, ""));
    Record::of(entries, KnownAt::Everything)
}

fn sqlite() -> Connection {
    let connection = Connection::open_in_memory().unwrap();
    connection
        .execute_batch(
            "CREATE TABLE party (id INTEGER PRIMARY KEY, in_force TEXT);
             CREATE TABLE reservation (id TEXT PRIMARY KEY, party INTEGER, circulated TEXT);
             CREATE TABLE objection (reservation TEXT, author INTEGER, party INTEGER, treaty INTEGER);
             CREATE INDEX reservation_of ON reservation (party);
             CREATE INDEX objection_between ON objection (author, party, treaty);
             CREATE INDEX objection_to ON objection (reservation, party); BEGIN",
        )
        .unwrap();
    for party in 0..PARTIES {
        let on = acceded(party).to_string();
        connection.execute("INSERT INTO party VALUES (?1, ?2)", (key(party), on)).unwrap();
    }
    for (id, party) in reserves() {
        let on = acceded(party).to_string();
        connection.execute("INSERT INTO reservation VALUES (?1, ?2, ?3)", (id, key(party), on)).unwrap();
    }
    for (_, to, author, by, treaty) in objects() {
        connection
            .execute("INSERT INTO objection VALUES (?1, ?2, ?3, ?4)", (to, key(author), key(by), treaty))
            .unwrap();
    }
    connection.execute_batch("COMMIT; ANALYZE").unwrap();
    connection
}

const EXCLUDED: &str = "EXISTS (SELECT 1 FROM objection o WHERE o.treaty
    AND ((o.author = a.id AND o.party = b.id) OR (o.author = b.id AND o.party = a.id)))";

/// Whether the treaty is in force between two, and how many reservations of the first modify it.
const ONE: &str = "SELECT NOT EXISTS (SELECT 1 FROM objection o WHERE o.treaty
        AND ((o.author = a.id AND o.party = b.id) OR (o.author = b.id AND o.party = a.id)))
    + (SELECT count(*) FROM reservation r WHERE r.party = a.id
        AND NOT EXISTS (SELECT 1 FROM objection o WHERE o.reservation = r.id AND o.party = b.id))
    FROM party a, party b WHERE a.id = ?1 AND b.id = ?2 AND max(a.in_force, b.in_force) <= '2024-06-30'";

fn sqlite_matrix(connection: &Connection) -> usize {
    let query = format!(
        "SELECT a.id, b.id, NOT {EXCLUDED}, (SELECT count(*) FROM reservation r WHERE r.party = a.id
            AND date(r.circulated, '+12 months') <= '2024-06-30'
            AND NOT EXISTS (SELECT 1 FROM objection o WHERE o.reservation = r.id AND o.party = b.id))
         FROM party a, party b WHERE a.id <> b.id AND max(a.in_force, b.in_force) <= '2024-06-30'"
    );
    let mut statement = connection.prepare_cached(&query).unwrap();
    let mut rows = statement.query([]).unwrap();
    let mut in_force = 0;
    while let Some(row) = rows.next().unwrap() {
        in_force += usize::from(row.get::<_, bool>(2).unwrap());
    }
    in_force
}

fn say(what: &str, time: Duration, ours: Option<Duration>) {
    let ratio =
        ours.map(|ours| format!("  ours is {:.3} of it", ours.as_secs_f64() / time.as_secs_f64())).unwrap_or_default();
    println!("  {what:<52} {time:>12.3?}{ratio}");
}
