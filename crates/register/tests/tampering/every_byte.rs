//! Every byte of the file is changed, one after another: one bit of it; and at length the highest bit too, and all of them
//! away.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use register::Expected;
use rusqlite::Connection;

use crate::is_long;
use crate::place::{Looked, Place};
use crate::regions::{self, Region};
use crate::said::{Said, is_cosigned};
use crate::sample::{HANDOVER, Sample};

/// What comes of a changed byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// The register is not opened, or not checked.
    Refused,
    /// The check finds it.
    Found,
    /// The register says all that it said before: the byte meant nothing.
    Nothing,
    /// A witness's signature is no longer the witness's, as whoever knows the witness sees.
    NotTheWitness,
}

/// How a byte is changed: the first way always, the others when there is time.
const WAYS: [fn(u8) -> u8; 3] = [|byte| byte ^ 1, |byte| byte ^ 0x80, |_| 0];

#[test]
fn every_byte_of_the_file() {
    let sample = Sample::new();
    let place = Place::with(sample.file());
    let regions = regions::of(sample.file(), &Connection::open(place.path()).unwrap());
    let before = Said::by(&place.path(), sample.entries()).unwrap();
    let workers = std::thread::available_parallelism().map_or(1, usize::from);
    let started = Instant::now();
    let counted = std::thread::scope(|scope| {
        let work = |worker: usize| {
            let (sample, regions, before) = (&sample, &regions, &before);
            move || {
                let mine = (worker..sample.file().len()).step_by(workers);
                mine.fold(Counted::new(), |counted, at| changed(sample, regions, before, at, counted))
            }
        };
        let working: Vec<_> = (0..workers).map(|worker| scope.spawn(work(worker))).collect();
        working.into_iter().map(|worker| worker.join().unwrap()).fold(Counted::new(), together)
    });
    println!("{} bytes, {workers} workers, {:.0?}", sample.file().len(), started.elapsed());
    for ((outcome, of_something), times) in &counted {
        let of = if *of_something { "of something that the register says" } else { "elsewhere" };
        println!("{times:>7} {of}: {outcome:?}");
    }
    let nothing = counted.get(&(Outcome::Nothing, true)).copied().unwrap_or_default();
    assert_eq!(nothing, 0, "a change of what a register says is not harmless");
    assert!(counted[&(Outcome::Found, true)] >= regions.iter().flatten().count() as u64);
}

/// How often what came of a changed byte, of something that the register says or elsewhere.
type Counted = BTreeMap<(Outcome, bool), u64>;

fn together(mut all: Counted, some: Counted) -> Counted {
    for (what, times) in some {
        *all.entry(what).or_default() += times;
    }
    all
}

thread_local! {
    static PLACE: Place = Place::new();
}

fn changed(sample: &Sample, regions: &[Option<Region>], before: &Said, at: usize, mut counted: Counted) -> Counted {
    let mut file = sample.file().to_vec();
    let was = file[at];
    let tried = if is_long() { &WAYS[..] } else { &WAYS[..1] };
    for way in tried {
        file[at] = way(was);
        if file[at] != was {
            let outcome = PLACE.with(|place| {
                place.put(&file);
                outcome(sample, before, place, regions[at])
            });
            let outcome = outcome.map_err(|what| format!("byte {at}, {was:#x} to {:#x}: {what}", file[at])).unwrap();
            *counted.entry((outcome, regions[at].is_some())).or_default() += 1;
        }
    }
    counted
}

/// Looks at a register of which a byte was changed.
fn outcome(sample: &Sample, before: &Said, place: &Place, region: Option<Region>) -> Result<Outcome, String> {
    let started = Instant::now();
    let looked = place.look();
    if let Some(Region::Entry(entry)) = region
        && (looked.entry() != Some(entry) || place.is_read())
    {
        return Err(format!("it is in entry {entry}: {looked:?}"));
    }
    let outcome = match looked {
        Looked::Refused(_) => Outcome::Refused,
        Looked::Found(_) => Outcome::Found,
        Looked::Passed => match Said::by(&place.path(), sample.entries())? {
            said if said == *before => Outcome::Nothing,
            mut said => {
                let cosigned = std::mem::replace(&mut said.cosigned, before.cosigned.clone());
                if said != *before || is_cosigned(&place.path(), HANDOVER, &sample.witness.witness()) {
                    return Err(format!("it passes, and says {said:?}; {cosigned:?}"));
                }
                Outcome::NotTheWitness
            }
        },
    };
    let took = started.elapsed();
    if took > Duration::from_secs(5) { Err(format!("it took {took:?}")) } else { Ok(outcome) }
}

/// What was changed is found, and was not there before.
#[test]
fn as_it_was() {
    let sample = Sample::new();
    let place = Place::with(sample.file());
    assert!(place.look().passed() && place.is_read());
    let mut register = register::Register::open(&place.location()).unwrap();
    let verification = register.verify(&Expected::default()).unwrap();
    assert_eq!((verification.entries, verification.checkpoints), (13, 7));
    assert_eq!(sample.sizes(), [3, 4, 7, 8, 9, 12, 13]);
    assert!(is_cosigned(&place.path(), HANDOVER, &sample.witness.witness()));
}
