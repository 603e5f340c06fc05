//! A server that is killed again and again while many write to it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, mpsc};
use std::thread;
use std::time::Instant;

use super::{found, key, now, place, state};
use crate::fault::RegisterError;
use crate::location::Location;
use crate::log::SigningKey;
use crate::register::Register;
use crate::store::server::Server;
use crate::verification::Expected;

const WRITERS: usize = 8;
const KILLS: u64 = 5;
/// How many entries are recorded between one time that the server is killed and the next.
const BETWEEN: usize = 200;

/// What a writer was told of what it tried to record, by the mark that it put on it.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Told {
    Recorded(u64),
    NotRecorded,
    Unsure,
}

/// What goes on, for all to see.
#[derive(Default)]
struct Scene {
    over: AtomicBool,
    /// How often the server has been started again.
    started: Mutex<u64>,
    again: Condvar,
}

impl Scene {
    fn started(&self) -> u64 {
        *self.started.lock().unwrap()
    }

    /// Waits for the server to be there again, if it has not been started since.
    fn wait(&self, since: u64) {
        drop(self.again.wait_while(self.started.lock().unwrap(), |started| *started == since).unwrap());
    }

    fn starts(&self) {
        *self.started.lock().unwrap() += 1;
        self.again.notify_all();
    }
}

/// Lets the writers go home, however it ends.
struct Curtain<'s>(&'s Scene);

impl Drop for Curtain<'_> {
    fn drop(&mut self) {
        self.0.over.store(true, Ordering::Relaxed);
        self.0.starts();
    }
}

#[test]
fn nothing_that_was_acknowledged_is_lost_when_the_server_is_killed() {
    let server = Server::start(&[]);
    let (location, key, scene) = (place(&server.database()), key(), Scene::default());
    let mut register = found(&location, &key);
    let (acknowledges, heard) = mpsc::channel();
    let began = Instant::now();
    let told: BTreeMap<String, Told> = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let (location, key, scene, acknowledges) = (&location, &key, &scene, acknowledges.clone());
                scope.spawn(move || keep_recording(location, key, scene, writer, &acknowledges))
            })
            .collect();
        let curtain = Curtain(&scene);
        for kill in 1..=KILLS {
            heard.iter().take(BETWEEN).for_each(drop);
            if kill % 2 == 0 {
                server.stop();
            } else {
                server.kill();
            }
            server.run(&[]);
            scene.starts();
        }
        heard.iter().take(BETWEEN).for_each(drop);
        drop(curtain);
        writers.into_iter().flat_map(|writer| writer.join().unwrap()).collect()
    });

    let verification = register.verify(&Expected::default()).unwrap();
    assert!(verification.passed(), "{:?}", verification.faults);
    let mut entries = BTreeMap::new();
    for entry in register.entries().unwrap().into_iter().skip(1) {
        let twice = entries.insert(entry.recorder, entry.number);
        assert_eq!(twice, None, "an entry stands there twice");
    }
    for (mark, told) in &told {
        match told {
            Told::Recorded(number) => assert_eq!(entries.remove(mark), Some(*number), "{mark} was acknowledged"),
            Told::NotRecorded => assert_eq!(entries.remove(mark), None, "{mark} was said not to be recorded"),
            Told::Unsure => drop(entries.remove(mark)),
        }
    }
    assert_eq!(entries, BTreeMap::new(), "nobody recorded these");
    let count = |what: fn(&Told) -> bool| told.values().filter(|told| what(told)).count();
    println!(
        "{WRITERS} writers, {KILLS} kills in {:.1} s: {} recorded, {} not, {} unsure; {} entries verified",
        began.elapsed().as_secs_f64(),
        count(|told| matches!(told, Told::Recorded(_))),
        count(|told| *told == Told::NotRecorded),
        count(|told| *told == Told::Unsure),
        verification.entries,
    );
}

fn keep_recording(
    location: &Location,
    key: &SigningKey,
    scene: &Scene,
    writer: usize,
    acknowledges: &mpsc::Sender<()>,
) -> BTreeMap<String, Told> {
    let mut told = BTreeMap::new();
    let mut register = Register::open(location).unwrap();
    for attempt in 0.. {
        if scene.over.load(Ordering::Relaxed) {
            break;
        }
        let started = scene.started();
        let mark = format!("writer {writer}, {attempt}");
        let said = match record(&mut register, key, &mark) {
            Ok(number) => {
                acknowledges.send(()).unwrap();
                Told::Recorded(number)
            }
            Err(RegisterError::Unsure { .. }) => Told::Unsure,
            Err(RegisterError::Store { .. }) => {
                scene.wait(started);
                Told::NotRecorded
            }
            Err(other) => panic!("{other}"),
        };
        told.insert(mark, said);
    }
    told
}

fn record(register: &mut Register, key: &SigningKey, mark: &str) -> Result<u64, RegisterError> {
    let mut writing = register.write(key)?;
    let number = writing.add(state("AAA"), mark, now())?;
    writing.commit()?;
    Ok(number)
}
