//! Who kills processes, and what they left.

#![expect(clippy::print_stdout, reason = "the seed and the figures, which are shown when a test fails")]

use std::hash::{BuildHasher, RandomState};
use std::io::Read;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::RngExt;
use proptest::test_runner::{RngAlgorithm, TestRng};

/// How often something is done undisturbed, to see how long it takes.
const TRIALS: usize = 5;

/// Kills processes at moments by chance, anywhere in the time that they take and a little after.
pub struct Killer {
    chance: TestRng,
    /// How long it takes undisturbed.
    life: Duration,
    killed: Killed,
    /// How many had come to their end before they could be killed.
    ended: u32,
}

/// How many were killed, by what had come of what they did.
#[derive(Debug, Default)]
struct Killed {
    nothing: u32,
    unsaid: u32,
    acknowledged: u32,
}

/// What a process left.
pub struct Left {
    /// What it had printed.
    said: String,
    /// Whether it had come to its end before it could be killed.
    ended: bool,
}

impl Killer {
    /// Learns how long it takes, from doing it undisturbed some times. The seed of the moments is printed; set as
    /// `DEPOSITARY_SEED`, it gives the same moments again.
    pub fn of(mut undisturbed: impl FnMut(usize)) -> Self {
        let seed = match std::env::var("DEPOSITARY_SEED") {
            Ok(seed) => seed.parse().unwrap(),
            Err(_) => RandomState::new().hash_one("a moment"),
        };
        let mut lives: Vec<Duration> = (0..TRIALS)
            .map(|trial| {
                let began = Instant::now();
                undisturbed(trial);
                began.elapsed()
            })
            .collect();
        lives.sort();
        let life = lives[TRIALS / 2];
        println!("seed {seed}; undisturbed it takes {life:?}");
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&u64::to_le_bytes(seed));
        Self { chance: TestRng::from_seed(RngAlgorithm::ChaCha, &bytes), life, killed: Killed::default(), ended: 0 }
    }

    /// Starts a process and kills it, by the signal that no process can catch.
    pub fn kill(&mut self, mut command: Command) -> Left {
        let moment = self.life.mul_f64(self.chance.random_range(0.0..1.25));
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut out = child.stdout.take().unwrap();
        let (tells, heard) = mpsc::channel();
        let listener = thread::spawn(move || {
            let mut said = String::new();
            out.read_to_string(&mut said).unwrap();
            tells.send(said).unwrap();
        });
        let said = heard.recv_timeout(moment).unwrap_or_else(|_| {
            // A process that has ended just now can't be killed, which is fine: it left what it left.
            drop(child.kill());
            heard.recv().unwrap()
        });
        listener.join().unwrap();
        let code = child.wait().unwrap().code();
        assert!(matches!(code, None | Some(0)), "it failed before it was killed, with {code:?}: {said}");
        let ended = code.is_some();
        // A machine is faster at times and slower at others. About one process in five should end before it is killed.
        self.life = self.life.mul_f64(if ended { 0.92 } else { 1.02 });
        Left { said, ended }
    }

    /// How many were killed before they had come to their end.
    pub fn killed(&self) -> u32 {
        let Killed { nothing, unsaid, acknowledged } = self.killed;
        nothing + unsaid + acknowledged
    }

    /// Counts one by whether what it did has come about, and whether it promised that it has. What it printed is a
    /// promise, even where it was killed before its end.
    pub fn count(&mut self, left: &Left, promise: &str, done: bool) {
        let Left { said, ended } = left;
        let promised = said.starts_with(promise);
        assert!(promised || said.is_empty() && !ended, "not `{promise}`: {said}");
        assert!(done || !promised, "what was promised is lost: {said}");
        *match (ended, done, promised) {
            (true, ..) => &mut self.ended,
            (false, false, _) => &mut self.killed.nothing,
            (false, true, false) => &mut self.killed.unsaid,
            (false, true, true) => &mut self.killed.acknowledged,
        } += 1;
    }

    /// Says what came of them all. If nothing was killed in time, nothing was tested.
    pub fn tell(&self, what: &str) {
        let (killed, ended, Killed { nothing, unsaid, acknowledged }) = (self.killed(), self.ended, &self.killed);
        println!(
            "{what}: {killed} killed, and {ended} ended before; of the killed, {nothing} had done nothing, {unsaid} all \
             and not said so, {acknowledged} all and said so"
        );
        assert!(*nothing > 0, "no process was killed in time");
    }
}
