//! The promises that a place for registers makes.

use std::sync::{Barrier, mpsc};
use std::thread;
use std::time::{Duration, Instant};

use law::entry::Content;
use law::record::KnownAt;

use super::fixture::{Fixture, append, found, key, now, ratification, state, treaty};
use crate::confidence::Confided;
use crate::copying::copy;
use crate::fault::RegisterError;
use crate::follower::Follower;
use crate::log::{Note, cosign};
use crate::recorder::Recorder;
use crate::register::Register;
use crate::store::FORMAT;
use crate::verification::Expected;
use crate::writing::Accompanied;

/// The code of a State, one for each number.
fn code(number: u32) -> String {
    [number / 676, number / 26 % 26, number % 26]
        .map(|letter| char::from(b'A' + u8::try_from(letter).unwrap()))
        .iter()
        .collect()
}

fn assert_sound(register: &mut Register, entries: u64) {
    let verification = register.verify(&Expected::default()).unwrap();
    assert_eq!((verification.entries, verification.faults), (entries, vec![]));
}

pub(super) fn founding_is_all_or_nothing(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let refused = Register::create(&location, &key, now(), "founder", |writing| {
        writing.add(state("AAA"), "founder", now())?;
        assert!(matches!(Register::open(&location), Err(RegisterError::Missing { .. })), "seen before it is whole");
        Err(RegisterError::Form { entry: 2, because: "enough".to_owned() })
    });
    assert!(matches!(refused, Err(RegisterError::Form { .. })), "{refused:?}");
    assert!(matches!(Register::open(&location), Err(RegisterError::Missing { .. })));

    let made = Register::create::<RegisterError>(&location, &key, now(), "founder", |writing| {
        writing.add(state("AAA"), "founder", now()).map(drop)
    });
    assert_sound(&mut made.unwrap(), 2);
    let again = Register::create::<RegisterError>(&location, &key, now(), "founder", |_| Ok(()));
    assert!(matches!(again, Err(RegisterError::Exists { .. })), "{again:?}");
    assert_sound(&mut Register::open(&location).unwrap(), 2);
}

pub(super) fn what_is_recorded_is_read_and_verified(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let drafts = [state("AAA"), treaty("X-1"), treaty("X-2"), ratification("X-1", "AAA"), ratification("X-2", "AAA")];
    for (number, draft) in (2..).zip(drafts.clone()) {
        assert_eq!(append(&mut register, &key, draft).unwrap(), number);
    }
    drop(register);

    let mut register = Register::open(&location).unwrap();
    assert_eq!(register.last_number().unwrap(), 6);
    let entries = register.entries().unwrap();
    assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2, 3, 4, 5, 6]);
    for (entry, draft) in entries[1..].iter().zip(drafts) {
        assert_eq!((&entry.content, &entry.sources, &*entry.recorder), (&draft.content, &draft.sources, "officer"));
        assert_eq!(register.entry(entry.number).unwrap().0, *entry);
    }
    assert!(matches!(register.entry(7), Err(RegisterError::NoSuchEntry { last: 6, .. })));
    assert!(matches!(register.entry(u64::MAX), Err(RegisterError::NoSuchEntry { last: 6, .. })));
    assert_eq!(register.record(KnownAt::Everything).unwrap().treaties().count(), 2);
    let about = register.record_about("X-1", KnownAt::Entry(5)).unwrap();
    let acts = |about: &law::record::Record, id| about.treaty(id).unwrap().by_party().count();
    assert_eq!((acts(&about, "X-1"), acts(&about, "X-2"), about.last().map(|(number, _)| number)), (1, 0, Some(5)));
    assert_sound(&mut register, 6);
}

pub(super) fn a_writing_given_up_leaves_nothing(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let mut writing = register.write(&key).unwrap();
    writing.add(state("AAA"), "officer", now()).unwrap();
    assert_eq!(writing.record().unwrap().last().map(|(number, _)| number), Some(2), "what was added is not read back");
    drop(writing);
    assert_eq!(register.last_number().unwrap(), 1);
    assert_eq!(append(&mut register, &key, state("BBB")).unwrap(), 2);
    assert_sound(&mut register, 2);
}

pub(super) fn writers_take_turns(fixture: &dyn Fixture) {
    const WRITERS: u32 = 4;
    const EACH: u32 = 10;
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);

    // One begins while another is at it, and gets the number after.
    let mut first = register.write(&key).unwrap();
    let (begins, begun) = mpsc::channel();
    let numbers = thread::scope(|scope| {
        let second = scope.spawn(|| {
            let mut register = Register::open(&location).unwrap();
            begins.send(()).unwrap();
            append(&mut register, &key, state("BBB")).unwrap()
        });
        begun.recv().unwrap();
        let number = first.add(state("AAA"), "officer", now()).unwrap();
        first.commit().unwrap();
        (number, second.join().unwrap())
    });
    assert_eq!(numbers, (2, 3));

    let together = Barrier::new(WRITERS as usize);
    let mut numbers: Vec<u64> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (location, key, together) = (&location, &key, &together);
                scope.spawn(move || {
                    let mut register = Register::open(location).unwrap();
                    together.wait();
                    let each = (0..EACH).map(|number| append(&mut register, key, state(&code(writer * EACH + number))));
                    each.collect::<Result<Vec<_>, _>>().unwrap()
                })
            })
            .collect();
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });
    numbers.sort_unstable();
    assert_eq!(numbers, (4..4 + u64::from(WRITERS * EACH)).collect::<Vec<_>>());
    assert_sound(&mut register, 3 + u64::from(WRITERS * EACH));
}

pub(super) fn many_entries_at_once(fixture: &dyn Fixture) {
    const MANY: u32 = 5_000;
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let mut writing = register.write(&key).unwrap();
    for number in 0..MANY {
        let mut draft = state(&code(number));
        draft.sources.push("\u{2019}\"\\\u{0001}é".repeat(usize::try_from(number % 60).unwrap()));
        writing.add(draft, "officer", now()).unwrap();
    }
    assert_eq!(writing.record().unwrap().last().map(|(number, _)| number), Some(u64::from(MANY) + 1));
    writing.add(state("AAA"), "officer", now()).unwrap();
    writing.commit().unwrap();
    assert_sound(&mut register, u64::from(MANY) + 2);
    assert_eq!(register.entry(60).unwrap().0.sources[1].chars().count(), 58 * 5);
}

pub(super) fn nothing_is_changed_deleted_or_left_out(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    append(&mut register, &key, state("AAA")).unwrap();
    for statements in fixture.forbidden() {
        fixture.meddle(&location, statements).expect_err(statements);
    }
    assert_sound(&mut register, 2);
}

pub(super) fn words_in_confidence_are_kept_then_erased(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let words = ["not before the elections", "the minister’s own number"];
    let in_confidence = words.map(|words| Confided::new("note", words).unwrap()).to_vec();
    let accompanied = Accompanied { by: Vec::new(), in_confidence };
    let mut writing = register.write(&key).unwrap();
    writing.add_with(state("AAA"), &accompanied, "officer", now()).unwrap();
    writing.commit().unwrap();

    let openings = register.openings(2).unwrap();
    assert!(openings.iter().all(crate::store::Opening::opens));
    let mut kept: Vec<_> = openings.iter().map(|opening| &*opening.words).collect();
    kept.sort_unstable();
    assert_eq!(kept, words);
    assert_eq!(register.openings(1).unwrap(), []);

    let commitment = &openings[0].commitment;
    let mut writing = register.write(&key).unwrap();
    assert_eq!(writing.erase(2, commitment, "a court says so", "officer", now()).unwrap(), 3);
    assert!(writing.erase(2, commitment, "twice", "officer", now()).is_err());
    writing.commit().unwrap();
    register.forget().unwrap();
    assert_eq!(register.openings(2).unwrap(), openings[1..]);
    assert_sound(&mut register, 3);

    fixture.meddle(&location, "DELETE FROM opening").unwrap();
    let verification = register.verify(&Expected::default()).unwrap();
    assert_eq!(verification.faults.iter().map(|fault| fault.entry).collect::<Vec<_>>(), [Some(2)]);
}

pub(super) fn signatures_of_witnesses_are_kept_once(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let witness = crate::log::SigningKey::generate("example.org/witness").unwrap();
    let note: Note = register.checkpoint().unwrap().parse().unwrap();
    let line = cosign(&note, &witness, 1_767_225_600).unwrap().to_string();
    register.cosign(1, &line).unwrap();
    register.cosign(1, &line).unwrap();
    append(&mut register, &key, state("AAA")).unwrap();

    let of_first = register.checkpoint_of(1).unwrap();
    assert_eq!(of_first.lines().filter(|found| *found == line).count(), 1);
    assert!(!register.checkpoint().unwrap().contains(&line));
}

pub(super) fn a_checkpoint_of_any_size_is_found(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let mut writing = register.write(&key).unwrap();
    for code in ["AAA", "BBB", "CCC"] {
        writing.add(state(code), "officer", now()).unwrap();
    }
    writing.commit().unwrap();
    append(&mut register, &key, state("DDD")).unwrap();

    let mut size_for = |asked| register.checkpoint_of(asked).unwrap().lines().nth(1).unwrap().parse::<u64>().unwrap();
    let sizes = [0, 1, 2, 4, 5, 6, i64::MAX.unsigned_abs(), u64::MAX].map(&mut size_for);
    assert_eq!(sizes, [1, 1, 4, 4, 5, 5, 5, 5]);

    let note = register.checkpoint_of(4).unwrap();
    assert!(matches!(register.point_of(&note).unwrap(), KnownAt::Entry(4)));
    assert_eq!(register.checkpoint().unwrap(), register.checkpoint_of(5).unwrap());
    let other = found(&fixture.fresh(), &key).checkpoint().unwrap();
    let held = register.point_of(&other);
    assert!(matches!(held, Ok(KnownAt::Entry(1))), "the same key began both with the same entry: {held:?}");
}

pub(super) fn what_others_changed_is_found(fixture: &dyn Fixture) {
    let key = key();
    let changes = [
        ("entry", "UPDATE entry SET body = replace(body, 'BBB', 'ZZZ') WHERE number = 3", Some(3)),
        ("entry", "DELETE FROM entry WHERE number = 3", Some(3)),
        ("entry", "DELETE FROM entry WHERE number = 5", Some(5)),
        ("entry", "INSERT INTO entry (number, body, hash) SELECT 6, body, hash FROM entry WHERE number = 5", Some(6)),
        ("checkpoint", "UPDATE checkpoint SET note = replace(note, 'example', 'forged') WHERE size = 5", Some(5)),
        ("checkpoint", "DELETE FROM checkpoint WHERE size = 5", Some(5)),
    ];
    for (table, change, entry) in changes {
        let location = fixture.fresh();
        let mut register = found(&location, &key);
        for code in ["AAA", "BBB", "CCC", "DDD"] {
            append(&mut register, &key, state(code)).unwrap();
        }
        fixture.meddle(&location, &format!("{} {change}", fixture.unguard(table))).unwrap();
        let faults = register.verify(&Expected::default()).unwrap().faults;
        assert_eq!(faults.first().and_then(|fault| fault.entry), entry, "{change}: {faults:?}");
        let read = register.entries();
        assert!(matches!(read, Err(RegisterError::Damaged { .. })), "{change}: {read:?}");
    }
}

pub(super) fn missing_guards_are_found(fixture: &dyn Fixture) {
    let key = key();
    for table in ["entry", "checkpoint"] {
        let location = fixture.fresh();
        let mut register = found(&location, &key);
        fixture.meddle(&location, &fixture.unguard(table)).unwrap();
        let faults = register.verify(&Expected::default()).unwrap().faults;
        assert!(faults.len() >= 2, "{faults:?}");
        assert!(faults.iter().all(|fault| fault.what.contains(table)), "{faults:?}");
    }
}

pub(super) fn other_formats_are_refused(fixture: &dyn Fixture) {
    let location = fixture.fresh();
    drop(found(&location, &key()));
    fixture.meddle(&location, &fixture.set_format(FORMAT + 1)).unwrap();
    let newer = Register::open(&location);
    assert!(matches!(newer, Err(RegisterError::Newer { found, .. }) if found == FORMAT + 1), "{newer:?}");
    fixture.meddle(&location, &fixture.set_format(FORMAT - 1)).unwrap();
    let older = Register::open(&location);
    assert!(matches!(older, Err(RegisterError::Older { found, .. }) if found == FORMAT - 1), "{older:?}");
}

pub(super) fn a_follower_learns_of_an_entry_at_once(fixture: &dyn Fixture) {
    const ENTRIES: u64 = 11;
    let (location, key) = (fixture.fresh(), key());
    let mut register = found(&location, &key);
    let mut follower = Follower::of(&location).unwrap();
    assert_eq!(follower.next(0, Duration::ZERO).unwrap(), Some(1));
    assert_eq!(follower.next(1, Duration::from_millis(30)).unwrap(), None);
    let (tells, told) = mpsc::channel();
    let mut waits = thread::scope(|scope| {
        scope.spawn(move || {
            for size in 1..=ENTRIES {
                let found = follower.next(size, Duration::from_mins(1)).unwrap();
                tells.send((found, Instant::now())).unwrap();
            }
        });
        let record = |size| {
            append(&mut register, &key, state(&code(u32::try_from(size).unwrap()))).unwrap();
            let recorded = Instant::now();
            let (found, when) = told.recv().unwrap();
            assert_eq!(found, Some(size + 1));
            when.saturating_duration_since(recorded)
        };
        (1..=ENTRIES).map(record).collect::<Vec<_>>()
    });
    waits.sort_unstable();
    println!("  learnt after {:?}, at most {:?}", waits[waits.len() / 2], waits[waits.len() - 1]);
    assert!(waits[waits.len() / 2] < Duration::from_millis(100), "{waits:?}");
}

pub(super) fn a_recorder_records_for_many(fixture: &dyn Fixture) {
    const THREADS: u32 = 8;
    const EACH: u32 = 40;
    let (location, key) = (fixture.fresh(), key());
    let recorder = Recorder::start(found(&location, &key), key, now).unwrap();
    let mut answers: Vec<(u64, String)> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| {
                let recorder = &recorder;
                scope.spawn(move || {
                    let record = |number| {
                        let code = code(thread * EACH + number);
                        (recorder.record(state(&code), Accompanied::default(), &code).unwrap(), code)
                    };
                    (0..EACH).map(record).collect::<Vec<_>>()
                })
            })
            .collect();
        threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
    });
    drop(recorder);
    answers.sort_unstable();

    let mut register = Register::open(&location).unwrap();
    let entries = register.entries().unwrap();
    let found: Vec<_> = entries[1..].iter().map(|entry| (entry.number, entry.recorder.clone())).collect();
    assert_eq!(found, answers);
    let verification = register.verify(&Expected::default()).unwrap();
    assert!(verification.passed(), "{:?}", verification.faults);
    println!("  {} entries under {} checkpoints", verification.entries, verification.checkpoints);
    assert!(verification.checkpoints < verification.entries / 2, "they were recorded one by one");
}

pub(super) fn a_recorder_refuses_one_and_records_the_others(fixture: &dyn Fixture) {
    let (location, key) = (fixture.fresh(), key());
    let recorder = Recorder::start(found(&location, &key), key, now).unwrap();
    thread::scope(|scope| {
        for number in 0..8 {
            let recorder = &recorder;
            scope.spawn(move || {
                let mut draft = state(&code(number));
                if number % 2 == 0 {
                    draft.sources.push("long ".repeat(20_000));
                }
                let answer = recorder.record(draft, Accompanied::default(), "officer");
                match answer.as_ref().map_err(AsRef::as_ref) {
                    Ok(_) => assert_eq!(number % 2, 1),
                    Err(RegisterError::Form { .. }) => assert_eq!(number % 2, 0),
                    Err(other) => panic!("{other}"),
                }
            });
        }
    });
    drop(recorder);
    assert_sound(&mut Register::open(&location).unwrap(), 5);
}

pub(super) fn a_copy_is_the_same(fixture: &dyn Fixture) {
    a_register_moves(fixture, fixture);
}

pub(super) fn a_register_moves(from: &dyn Fixture, to: &dyn Fixture) {
    let key = key();
    let mut register = found(&from.fresh(), &key);
    let in_confidence = vec![Confided::new("note", "in confidence").unwrap()];
    let mut writing = register.write(&key).unwrap();
    writing.add_with(state("AAA"), &Accompanied { by: Vec::new(), in_confidence }, "officer", now()).unwrap();
    writing.commit().unwrap();
    append(&mut register, &key, treaty("X-1")).unwrap();

    let place = to.fresh();
    assert!(copy(&mut register, &place).unwrap().passed());
    let mut made = Register::open(&place).unwrap();
    assert_eq!(made.entries().unwrap(), register.entries().unwrap());
    assert_eq!(made.openings(2).unwrap(), register.openings(2).unwrap());
    for size in 1..=3 {
        assert_eq!(made.checkpoint_of(size).unwrap(), register.checkpoint_of(size).unwrap());
    }
    assert_eq!(append(&mut made, &key, state("BBB")).unwrap(), 4);
    assert!(matches!(made.entry(4).unwrap().0.content, Content::Party(_)));
}
