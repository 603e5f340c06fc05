//! Whole entries are dropped, swapped, put in, written anew or rolled back, by somebody who leaves every guard as it was.

use register::log::{SigningKey, leaf_hash};
use register::{Location, Register};
use rusqlite::Connection;

use crate::place::Place;
use crate::sample::{HANDOVER, ORIGIN, Sample, accession, now, record, state, treaty};

/// What is said of a register after somebody meddled with it.
fn wrong_after(sample: &Sample, meddle: impl FnOnce(&Connection)) -> Option<u64> {
    let place = Place::with(sample.file());
    place.meddle(meddle);
    let looked = place.look();
    assert!(!looked.passed(), "it passes");
    assert!(!place.is_read(), "it is read: {looked:?}");
    looked.entry()
}

fn execute(connection: &Connection, sql: &str) {
    connection.execute_batch(sql).unwrap();
}

/// Moves the entries from one on, by a step up or down.
fn shift(connection: &Connection, from: u64, by: i64) {
    execute(connection, &format!("UPDATE entry SET number = -number WHERE number >= {from}"));
    execute(connection, &format!("UPDATE entry SET number = -number + {by} WHERE number < 0"));
}

#[test]
fn each_entry_dropped() {
    let sample = Sample::new();
    for entry in 1..=sample.entries() {
        let dropped =
            |connection: &Connection| execute(connection, &format!("DELETE FROM entry WHERE number = {entry}"));
        assert_eq!(wrong_after(&sample, dropped), Some(entry), "a gap");
        let closed = |connection: &Connection| {
            dropped(connection);
            shift(connection, entry + 1, -1);
        };
        assert_eq!(wrong_after(&sample, closed), Some(entry), "with the gap closed");
    }
}

#[test]
fn each_two_swapped() {
    let sample = Sample::new();
    for one in 1..=sample.entries() {
        for other in one + 1..=sample.entries() {
            let swapped = |connection: &Connection| {
                execute(
                    connection,
                    &format!(
                        "UPDATE entry SET number = -1 WHERE number = {one};
                         UPDATE entry SET number = {one} WHERE number = {other};
                         UPDATE entry SET number = {other} WHERE number = -1;"
                    ),
                );
            };
            assert_eq!(wrong_after(&sample, swapped), Some(one), "{one} and {other}");
        }
    }
}

/// At each place, another entry of the register a second time.
#[test]
fn each_entry_doubled_at_each_place() {
    let sample = Sample::new();
    for entry in 1..=sample.entries() {
        for place in 1..=sample.entries() + 1 {
            let doubled = |connection: &Connection| {
                execute(connection, &format!("CREATE TEMP TABLE kept AS SELECT * FROM entry WHERE number = {entry}"));
                shift(connection, place, 1);
                execute(connection, &format!("INSERT INTO entry SELECT {place}, body, hash FROM kept"));
            };
            // Doubled beside itself it is the second that is wrong.
            let first = if place == entry { place + 1 } else { place };
            assert_eq!(wrong_after(&sample, doubled), Some(first), "{entry} at {place}");
        }
    }
}

/// An entry that says something else, with a hash to match: what was signed tells, and says which it may be.
#[test]
fn each_entry_written_anew() {
    let sample = Sample::new();
    for entry in 1..=sample.entries() {
        let anew = |connection: &Connection| {
            let body: String = connection
                .query_row("SELECT body FROM entry WHERE number = ?1", [entry.cast_signed()], |row| row.get(0))
                .unwrap();
            let body = body.replace("\"recorder\":\"", "\"recorder\":\"no ");
            let hash = leaf_hash(body.as_bytes());
            connection
                .execute(
                    "UPDATE entry SET body = ?1, hash = ?2 WHERE number = ?3",
                    (body, hash.as_bytes(), entry.cast_signed()),
                )
                .unwrap();
        };
        let (first, last) = sample.under_one_checkpoint_with(entry);
        let said = wrong_after(&sample, anew).unwrap();
        assert!((first..=entry).contains(&said), "{entry}, under one checkpoint with {first} to {last}: {said}");
    }
}

#[test]
fn cut_off_after_each_entry() {
    let sample = Sample::new();
    for last in 1..sample.entries() {
        let cut = |connection: &Connection| execute(connection, &format!("DELETE FROM entry WHERE number > {last}"));
        assert_eq!(wrong_after(&sample, cut), Some(last + 1));
    }
}

/// With its checkpoints cut off too, a register that was rolled back is what it once was, and only what somebody kept
/// outside of it tells.
#[test]
fn rolled_back_to_each_checkpoint() {
    let sample = Sample::new();
    for (index, earlier) in sample.states.iter().enumerate() {
        let place = Place::with(&earlier.file);
        assert!(place.look().passed());
        for (of, kept) in sample.states.iter().enumerate() {
            let looked = place.look_after(&kept.checkpoint);
            assert_eq!(looked.passed(), of <= index, "{index} against the checkpoint of {of}: {looked:?}");
            if !looked.passed() {
                assert_eq!(looked.entry(), Some(earlier.size + 1));
                assert!(looked.says().contains("rolled back"), "{looked:?}");
            }
        }
    }
}

/// Rolled back and gone on with otherwise, by somebody who has the key: every signature holds.
#[test]
fn another_past_with_the_right_key() {
    let sample = Sample::new();
    for (index, earlier) in sample.states.iter().enumerate() {
        let place = Place::with(&earlier.file);
        let key = if earlier.size < HANDOVER { &sample.key } else { &sample.next_key };
        for day in 20..31 {
            record(&place.location(), key, vec![accession("AAA", day)]).unwrap();
        }
        assert!(place.look().passed());
        for (of, kept) in sample.states.iter().enumerate() {
            let looked = place.look_after(&kept.checkpoint);
            assert_eq!(looked.passed(), of <= index, "{index} against the checkpoint of {of}: {looked:?}");
            // Before the log was handed over, the key that signed what was kept is not known there.
            let says = if earlier.size < HANDOVER && kept.size > HANDOVER { "not signed with" } else { "another past" };
            assert!(looked.passed() || looked.says().contains(says), "{looked:?}");
        }
    }
}

/// Everything anew, by somebody who has no key of this log and makes one under its name.
#[test]
fn another_register_under_the_same_name() {
    let sample = Sample::new();
    let place = Place::new();
    let forged = SigningKey::generate(ORIGIN).unwrap();
    Register::create(&place.location(), &forged, now(), "founder", |writing| {
        writing.add(state("AAA"), "founder", now())?;
        writing.add(treaty("X-1"), "founder", now()).map(drop)
    })
    .unwrap();
    assert!(place.look().passed(), "it is a register");
    for kept in &sample.states {
        assert!(!place.look_after(&kept.checkpoint).passed());
    }
    assert!(!place.look_knowing(sample.key.verifier()).passed());
    assert!(Place::with(sample.file()).look_knowing(sample.key.verifier()).passed());
}

/// A checkpoint signed by a key that is not the log's, for entries that are not the log's.
#[test]
fn signed_by_another_key() {
    let sample = Sample::new();
    let (real, forged) = (Place::with(sample.file()), Place::with(&sample.states[2].file));
    let other = SigningKey::generate(ORIGIN).unwrap();
    assert!(record(&forged.location(), &other, vec![accession("AAA", 9)]).is_err(), "it is not the register's key");
    let place = Place::new();
    Register::create(&place.location(), &other, now(), "founder", |_| Ok::<_, register::RegisterError>(())).unwrap();
    let (size, frontier, note) = last_checkpoint(&place.location());
    real.meddle(|connection| {
        execute(connection, &format!("DELETE FROM checkpoint WHERE size = {size}"));
        connection.execute("INSERT INTO checkpoint VALUES (?1, ?2, ?3)", (size, frontier, note)).unwrap();
    });
    let looked = real.look();
    assert_eq!(looked.entry(), Some(1), "{looked:?}");
}

fn last_checkpoint(location: &Location) -> (i64, Vec<u8>, String) {
    let connection = Connection::open(location.path().unwrap()).unwrap();
    let query = "SELECT size, frontier, note FROM checkpoint ORDER BY size DESC LIMIT 1";
    connection.query_row(query, [], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap()
}
