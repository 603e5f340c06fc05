//! `state`: one State's whole treaty record.

use law::answer::{StateAnswer, TreatyOfState};
use law::state::StateRecord;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::{or_nothing, part_as_csv};
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::State) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let party = record.parties.resolve(&asked.party, Some(as_at.day()))?;
    let answer = StateAnswer::of(&StateRecord::of(party, &record, as_at), &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.treaties.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 9] =
    ["treaty", "title", "signature", "signature_kind", "consent", "consent_date", "in_force", "ended", "standing"];

const HEAD: [&str; 6] = ["Treaty", "Title", "Signature", "Consent to be bound", "Date of deposit", "In force for it"];

fn csv_row(treaty: &TreatyOfState) -> Vec<String> {
    part_as_csv([treaty.treaty.to_string(), treaty.title.clone()], &treaty.part)
}

fn for_people(answer: &StateAnswer) -> String {
    let head = format!("{} ({}), as at {}", answer.name, answer.party, ENGLISH.write(answer.as_at.day()));
    if answer.treaties.is_empty() {
        return format!("{head}\nIt had done nothing towards any treaty of the register by that day.");
    }
    let row = |treaty: &TreatyOfState| {
        let ended = treaty.part.ended.map(|ended| format!(", ended {ended}")).unwrap_or_default();
        vec![
            treaty.treaty.to_string(),
            treaty.title.clone(),
            or_nothing(treaty.part.signature),
            or_nothing(treaty.part.consent.map(|consent| consent.action.noun())),
            or_nothing(treaty.part.consent.and_then(|consent| consent.date)),
            format!("{}{ended}", or_nothing(treaty.part.in_force)),
        ]
    };
    format!("{head}\n\n{}", printing::table(&HEAD, answer.treaties.iter().map(row)))
}
