//! Recording for many at once: what waits is recorded together, so that many share one write to the disk and one signed
//! checkpoint.

use std::iter::once;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread::JoinHandle;

use law::calendar::DateOfKnowledge;
use law::entry::Draft;

use crate::fault::RegisterError;
use crate::log::SigningKey;
use crate::register::Register;
use crate::writing::{Accompanied, Writing};

/// How many may wait to be recorded; more wait until they may.
const WAITING: usize = 1_024;

/// How many are recorded together at most, so that the first need not wait long for the last.
const TOGETHER: usize = 1_024;

/// Records for many threads. It alone holds the register, and the key that signs for it.
#[derive(Debug)]
pub struct Recorder {
    place: String,
    /// There until it ends.
    jobs: Option<SyncSender<Job>>,
    thread: Option<JoinHandle<()>>,
}

/// Something to be recorded, and who waits for the answer.
#[derive(Debug)]
struct Job {
    draft: Draft,
    accompanied: Accompanied,
    recorder: String,
    answer: SyncSender<Result<u64, Arc<RegisterError>>>,
}

impl Recorder {
    /// Starts to record in a register. The clock is asked for the time of each entry.
    ///
    /// # Errors
    /// When this machine can't start a thread for it.
    pub fn start(
        mut register: Register,
        key: SigningKey,
        clock: impl Fn() -> DateOfKnowledge + Send + 'static,
    ) -> Result<Self, RegisterError> {
        let place = register.location().to_string();
        let (sender, jobs) = sync_channel(WAITING);
        let thread = std::thread::Builder::new()
            .name("recorder".to_owned())
            .spawn(move || {
                while let Ok(first) = jobs.recv() {
                    record_together(&mut register, &key, &clock, first, &jobs);
                }
            })
            .map_err(|error| fault(&place, error.to_string()))?;
        Ok(Self { place, jobs: Some(sender), thread: Some(thread) })
    }

    /// Records an entry with its papers and what was said in confidence, and returns its number when it is durable.
    ///
    /// # Errors
    /// When it can't be recorded. What was to be recorded together with it may then not be recorded either, and all who
    /// asked are told the same.
    pub fn record(&self, draft: Draft, accompanied: Accompanied, recorder: &str) -> Result<u64, Arc<RegisterError>> {
        let ended = || Arc::new(fault(&self.place, "the recorder of this program has ended".to_owned()));
        let (answer, answered) = sync_channel(1);
        let job = Job { draft, accompanied, recorder: recorder.to_owned(), answer };
        self.jobs.as_ref().ok_or_else(ended)?.send(job).map_err(|_| ended())?;
        answered.recv().map_err(|_| ended())?
    }
}

impl Drop for Recorder {
    /// What waits is still recorded.
    fn drop(&mut self) {
        self.jobs = None;
        if let Some(thread) = self.thread.take() {
            // Had it panicked, those who waited would know.
            drop(thread.join());
        }
    }
}

fn fault(place: &str, because: String) -> RegisterError {
    RegisterError::Store { place: place.to_owned(), doing: "written", because }
}

/// Records what waits, together, and answers each. While the turn to write is waited for, more may come.
fn record_together(
    register: &mut Register,
    key: &SigningKey,
    clock: &dyn Fn() -> DateOfKnowledge,
    first: Job,
    jobs: &Receiver<Job>,
) {
    let begun = register.write(key);
    let together = once(first).chain(jobs.try_iter()).take(TOGETHER);
    let (answers, recorded) = match begun {
        Ok(writing) => add_and_commit(writing, clock, together),
        Err(error) => (together.map(|job| (job.answer, 0)).collect(), Err(error)),
    };
    let recorded = recorded.map_err(Arc::new);
    for (answer, number) in answers {
        // Who no longer waits needs no answer.
        drop(answer.send(recorded.clone().map(|()| number)));
    }
}

type Answers = Vec<(SyncSender<Result<u64, Arc<RegisterError>>>, u64)>;

/// Those whose answer depends on how the whole ended, each with its number, and how it ended.
fn add_and_commit(
    mut writing: Writing<'_>,
    clock: &dyn Fn() -> DateOfKnowledge,
    jobs: impl Iterator<Item = Job>,
) -> (Answers, Result<(), RegisterError>) {
    let mut answers = Answers::new();
    for job in jobs {
        match writing.add_with(job.draft, &job.accompanied, &job.recorder, clock()) {
            Ok(number) => answers.push((job.answer, number)),
            // What can't be an entry is refused before anything of it is written, and keeps nobody else from it.
            Err(refused @ (RegisterError::Form { .. } | RegisterError::Clock { .. })) => {
                drop(job.answer.send(Err(Arc::new(refused))));
            }
            Err(error) => {
                answers.push((job.answer, 0));
                return (answers, Err(error));
            }
        }
    }
    (answers, writing.commit())
}
