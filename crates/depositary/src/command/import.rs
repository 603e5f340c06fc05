//! `import` and `record`: files into the register, all or nothing.

use register::{Location, Register};

use super::Answer;
use crate::arguments::{Import, RecordOne};
use crate::failure::Failure;
use crate::intake::{Intake, Source};
use crate::printing;

/// Records everything in the files.
pub fn run(location: &Location, import: &Import) -> Result<Answer, Failure> {
    let sources = Source::files(&import.files)?;
    take(location, &sources, &import.recorder.name(), |_| Ok(()))
}

/// Records the one thing in the file.
pub fn run_one(location: &Location, record: &RecordOne) -> Result<Answer, Failure> {
    let sources = Source::files(std::slice::from_ref(&record.file))?;
    take(location, &sources, &record.recorder.name(), |intake| match intake.len() - intake.supplied.len() {
        0 | 1 => Ok(()),
        several => Err(Failure::Said(format!(
            "{} holds {several} things to record, and `record` takes one; use `depositary import`",
            record.file.display()
        ))),
    })
}

fn take(
    location: &Location,
    sources: &[Source],
    recorder: &str,
    check: impl FnOnce(&Intake) -> Result<(), Failure>,
) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let mut writing = register.write()?;
    let first = writing.last_number() + 1;
    let intake = Intake::prepare(sources, &writing.record()?)?;
    check(&intake)?;
    for query in &intake.queries {
        printing::remark(&format!("queried: {query}"));
    }
    let said = summary(&intake, first);
    intake.record(&mut writing, recorder)?;
    writing.commit()?;
    printing::answer(&said)?;
    Ok(Answer::Done)
}

fn summary(intake: &Intake, first: u64) -> String {
    let recorded = match intake.len() as u64 {
        0 => "nothing new to record".to_owned(),
        1 => format!("recorded entry {first}"),
        several => format!("recorded {several} entries, {first} to {}", first + several - 1),
    };
    let unchanged = match intake.unchanged {
        0 => String::new(),
        unchanged => format!("; {unchanged} unchanged"),
    };
    let supplied = if intake.supplied.is_empty() {
        String::new()
    } else {
        format!("; among them, from the packaged data: {}", intake.supplied.join(", "))
    };
    format!("{recorded}{supplied}{unchanged}")
}
