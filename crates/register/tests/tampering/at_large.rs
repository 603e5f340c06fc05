//! A large register, meddled with at random.

use proptest::prelude::Rng;
use proptest::test_runner::{RngAlgorithm, TestRng};
use register::Register;
use register::log::SigningKey;

use crate::is_long;
use crate::place::{Looked, Place};
use crate::sample::{ORIGIN, accession, now, record, state, treaty};

/// How many entries it has, and how often it is meddled with.
fn measures() -> (u64, u64) {
    if is_long() { (100_000, 1_000) } else { (20_000, 150) }
}

struct Large {
    place: Place,
    file: Vec<u8>,
    random: TestRng,
    entries: u64,
}

impl Large {
    fn new() -> Self {
        let place = Place::new();
        let key = SigningKey::generate(ORIGIN).unwrap();
        Register::create(&place.location(), &key, now(), "founder", |writing| {
            writing.add(state("AAA"), "founder", now())?;
            writing.add(treaty("X-1"), "founder", now()).map(drop)
        })
        .unwrap();
        let (entries, batch) = (measures().0, 1_000);
        for _ in 0..entries / batch {
            record(&place.location(), &key, (0..batch).map(|number| accession("AAA", 1 + number % 31)).collect())
                .unwrap();
        }
        let file = std::fs::read(place.path()).unwrap();
        let random = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
        Self { place, file, random, entries: entries + 3 }
    }

    fn any(&mut self, from: u64, to: u64) -> u64 {
        from + self.random.next_u64() % (to - from)
    }

    fn restored(&self) -> &Place {
        self.place.put(&self.file);
        &self.place
    }
}

#[test]
fn any_byte_of_any_entry() {
    let mut large = Large::new();
    for _ in 0..measures().1 {
        let entry = large.any(1, large.entries + 1);
        let at = usize::try_from(large.any(0, 1_000)).unwrap();
        let change = u8::try_from(large.any(1, 256)).unwrap();
        let place = large.restored();
        place.meddle(|connection| {
            let query = "SELECT CAST(body AS BLOB) FROM entry WHERE number = ?1";
            let mut body: Vec<u8> = connection.query_row(query, [entry.cast_signed()], |row| row.get(0)).unwrap();
            let at = at % body.len();
            body[at] ^= change;
            let update = "UPDATE entry SET body = CAST(?1 AS TEXT) WHERE number = ?2";
            connection.execute(update, (body, entry.cast_signed())).unwrap();
        });
        let looked = place.look();
        assert_eq!(looked.entry(), Some(entry), "byte {at}, changed by {change:#x}: {looked:?}");
        assert!(!place.is_read());
    }
}

#[test]
fn any_byte_of_the_file() {
    let mut large = Large::new();
    let (mut found, mut nothing) = (0, 0);
    for _ in 0..measures().1 {
        let at = usize::try_from(large.any(0, large.file.len() as u64)).unwrap();
        let bit = large.any(0, 8);
        let mut file = large.file.clone();
        file[at] ^= 1 << bit;
        large.place.put(&file);
        match large.place.look() {
            Looked::Passed => {
                nothing += 1;
                let as_before = Register::open(&large.place.location()).and_then(|mut register| register.last_number());
                assert_eq!(as_before.unwrap(), large.entries, "byte {at}, bit {bit}");
                assert!(large.place.is_read());
            }
            Looked::Found(_) | Looked::Refused(_) => found += 1,
        }
    }
    println!("{} entries, {} bytes: {found} found, {nothing} meant nothing", large.entries, large.file.len());
    assert!(found > 5 * nothing);
}

#[test]
fn any_entry_dropped_or_swapped() {
    let mut large = Large::new();
    for _ in 0..measures().1 / 10 {
        let (one, other) = (large.any(1, large.entries / 2), large.any(large.entries / 2, large.entries + 1));
        let place = large.restored();
        place.meddle(|connection| {
            connection.execute("DELETE FROM entry WHERE number = ?1", [one.cast_signed()]).unwrap();
        });
        assert_eq!(place.look().entry(), Some(one));
        let place = large.restored();
        place.meddle(|connection| {
            let swap = format!(
                "UPDATE entry SET number = -1 WHERE number = {one};
                 UPDATE entry SET number = {one} WHERE number = {other};
                 UPDATE entry SET number = {other} WHERE number = -1;"
            );
            connection.execute_batch(&swap).unwrap();
        });
        assert_eq!(place.look().entry(), Some(one));
    }
}
