//! `disclose` and `erase`: what was said in confidence with an entry.

use register::{Location, Opening, Register, RegisterError};
use serde::Serialize;

use super::Answer;
use crate::arguments::{Disclose, Erase, Format};
use crate::failure::Failure;
use crate::keys::KeyPlace;
use crate::{clock, printing};

/// One thing said in confidence.
#[derive(Serialize)]
struct Said {
    label: String,
    commitment: String,
    /// `None` when it has been erased.
    words: Option<String>,
}

/// Shows it, each checked against its commitment.
pub fn disclose(location: &Location, asked: &Disclose) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let (entry, _) = register.entry(asked.entry)?;
    let openings = register.openings(asked.entry)?;
    let words = |commitment: &str| openings.iter().find(|opening| opening.commitment == commitment).map(opened);
    let mut said = Vec::new();
    for confidence in entry.confidential {
        let words = words(&confidence.commitment).transpose()?;
        said.push(Said { label: confidence.label, commitment: confidence.commitment, words });
    }
    let row = |one: &Said| {
        let words = one.words.clone().unwrap_or_else(|| "erased".to_owned());
        vec![one.label.clone(), words, one.commitment.clone()]
    };
    match asked.printed.format {
        Format::Json => printing::json(&said)?,
        Format::Csv => printing::csv(&["label", "words", "commitment"], said.iter().map(row))?,
        Format::Table if said.is_empty() => {
            printing::answer(&format!("nothing was said in confidence with entry {}", asked.entry))?;
        }
        Format::Table => {
            printing::answer(&printing::table(&["", "In confidence", "Commitment"], said.iter().map(row)))?;
        }
    }
    Ok(Answer::Done)
}

fn opened(opening: &Opening) -> Result<String, Failure> {
    if opening.opens() {
        return Ok(opening.words.clone());
    }
    Err(Failure::Said(format!("what is kept under {} is not what was said: it was changed", opening.commitment)))
}

/// Erases it, and records that it was erased.
pub fn erase(location: &Location, place: &KeyPlace, asked: &Erase) -> Result<Answer, Failure> {
    let mut register = Register::open(location)?;
    let key = place.key()?;
    let commitment = match &asked.commitment {
        Some(commitment) => commitment.clone(),
        None => the_only_one(&mut register, asked.entry)?,
    };
    let mut writing = register.write(&key)?;
    let entry = writing.erase(asked.entry, &commitment, &asked.because, &asked.recorder.name(), clock::now())?;
    writing.commit()?;
    register.forget().map_err(|error| still_in_its_files(location, entry, &error))?;
    printing::done(&format!(
        "recorded entry {entry}: what entry {} had in confidence is erased. Copies made before still hold it",
        asked.entry
    ))?;
    Ok(Answer::Done)
}

/// What to say when an erasure is on record, and the database could not overwrite the words yet.
fn still_in_its_files(location: &Location, entry: u64, error: &RegisterError) -> Failure {
    let because = match error {
        RegisterError::Store { because, .. } => because.clone(),
        other => other.to_string(),
    };
    Failure::Said(format!(
        "recorded entry {entry}: erased, but the words may still be in the files of {location}: {because}. They go when \
         somebody uses it alone and there is room: run `depositary verify` then"
    ))
}

fn the_only_one(register: &mut Register, number: u64) -> Result<String, Failure> {
    let (entry, _) = register.entry(number)?;
    match entry.confidential.as_slice() {
        [] => Err(Failure::Said(format!("nothing was said in confidence with entry {number}"))),
        [one] => Ok(one.commitment.clone()),
        several => {
            let several: Vec<String> =
                several.iter().map(|one| format!("{} ({})", one.commitment, one.label)).collect();
            Err(Failure::Said(format!(
                "entry {number} has {} in confidence; name one with --commitment: {}",
                several.len(),
                several.join(", ")
            )))
        }
    }
}
