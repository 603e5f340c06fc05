//! `import` and `record`: files into the register, all or nothing.

use law::record::KnownAt;
use register::{Accompanied, Location, Register};

use super::Answer;
use crate::accompaniment::Accompaniment;
use crate::arguments::{Import, RecordOne};
use crate::failure::Failure;
use crate::intake::{Form, Intake, Source};
use crate::keys::KeyPlace;
use crate::printing;

/// Records everything in the files.
pub fn run(location: &Location, key: &KeyPlace, import: &Import) -> Result<Answer, Failure> {
    let sources = Source::files(&import.files)?;
    let form = match &import.treaty {
        Some(treaty) => {
            let treaty = treaty.parse().map_err(|error: law::treaty::NotATreatyId| Failure::Said(error.to_string()))?;
            if import.declarations { Form::Declarations(treaty) } else { Form::StatusTables(treaty) }
        }
        None => Form::Own,
    };
    take(location, key, &sources, &form, &import.recorder.name(), |_| Ok(()))
}

/// Records the one thing in the file, with what accompanies it.
pub fn run_one(location: &Location, key: &KeyPlace, record: &RecordOne) -> Result<Answer, Failure> {
    let sources = Source::files(std::slice::from_ref(&record.file))?;
    let accompaniment = Accompaniment::read(&record.accompanying)?;
    let accompanied = if accompaniment.is_empty() {
        None
    } else {
        // Papers are kept before the entry that names them, and before anybody waits for this to write; what would be
        // refused anyway is refused before that.
        let mut intake =
            Intake::prepare(&sources, &Form::Own, &Register::open(location)?.record(KnownAt::Everything)?)?;
        only_one(&intake, record)?;
        intake.accompany(Accompanied::default())?;
        Some(accompaniment.keep(&record.accompanying, location)?)
    };
    take(location, key, &sources, &Form::Own, &record.recorder.name(), |intake| {
        only_one(intake, record)?;
        accompanied.map_or(Ok(()), |accompanied| intake.accompany(accompanied))
    })
}

fn only_one(intake: &Intake, record: &RecordOne) -> Result<(), Failure> {
    match intake.len() - intake.supplied.len() {
        0 | 1 => Ok(()),
        several => Err(Failure::Said(format!(
            "{} holds {several} things to record, and `record` takes one; use `depositary import`",
            record.file.display()
        ))),
    }
}

fn take(
    location: &Location,
    key: &KeyPlace,
    sources: &[Source],
    form: &Form,
    recorder: &str,
    check: impl FnOnce(&mut Intake) -> Result<(), Failure>,
) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let key = key.key()?;
    let mut writing = register.write(&key)?;
    let first = writing.last_number() + 1;
    let mut intake = Intake::prepare(sources, form, &writing.record()?)?;
    check(&mut intake)?;
    say_queries(&intake.queries);
    let said = summary(&intake, first);
    intake.record(&mut writing, recorder)?;
    writing.commit()?;
    super::snapshot::after_import(&mut register, &key);
    printing::done(&said)?;
    Ok(Answer::Done)
}

/// How many queries are said one by one.
const MOST_QUERIES: usize = 12;

fn say_queries(queries: &[exchange::Fault]) {
    for query in queries.iter().take(MOST_QUERIES) {
        printing::remark(&format!("queried: {query}"));
    }
    if let Some(more) = queries.len().checked_sub(MOST_QUERIES).filter(|more| *more > 0) {
        printing::remark(&format!("queried: {more} more"));
    }
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
