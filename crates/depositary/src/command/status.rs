//! `status`: in force or not, since when, for whom.

use law::answer::{PartAnswer, ParticipantAnswer, StatusAnswer};
use law::status::Status;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Status) -> Result<Answer, Failure> {
    let record = super::record_about(&asked.treaty, location, &asked.question)?;
    let treaty = record.treaty(&asked.treaty)?;
    let status = Status::of(treaty, &record, super::as_at(&asked.question));
    let answer = StatusAnswer::of(&status, &record);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.participants.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 9] =
    ["party", "name", "signature", "signature_kind", "consent", "consent_date", "in_force", "ended", "standing"];

const HEAD: [&str; 6] =
    ["Participant", "Signature", "Consent to be bound", "Date of deposit", "In force for it", "Remarks"];

/// The text of a date, or nothing.
pub fn or_nothing<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn csv_row(participant: &ParticipantAnswer) -> Vec<String> {
    part_as_csv([participant.party.to_string(), participant.name.clone()], &participant.part)
}

/// A row of CSV: two cells that say what it is about, and then a part in a treaty.
pub fn part_as_csv(about: [String; 2], part: &PartAnswer) -> Vec<String> {
    let part = [
        or_nothing(part.signature),
        or_nothing(part.signature_kind),
        or_nothing(part.consent.map(|consent| consent.action)),
        or_nothing(part.consent.and_then(|consent| consent.date)),
        or_nothing(part.in_force),
        or_nothing(part.ended),
        part.standing.to_string(),
    ];
    about.into_iter().chain(part).collect()
}

fn for_people(answer: &StatusAnswer) -> String {
    let counts = &answer.counts;
    let reported = match counts.reported_only {
        0 => String::new(),
        number => format!("; {number} only reported, in no count"),
    };
    format!(
        "{} {}\n{}{}\nSignatories {} · contracting States {} · parties {} · signatories not contracting {}{reported}\n\n{}",
        answer.treaty,
        answer.title,
        in_force(answer),
        incomplete(answer),
        counts.signatories,
        counts.contracting,
        counts.parties,
        counts.signatories_not_contracting,
        printing::table(&HEAD, answer.participants.iter().map(row)),
    )
}

fn in_force(answer: &StatusAnswer) -> String {
    let on = ENGLISH.write(answer.as_at.day());
    let clause = &answer.entry_into_force;
    let article =
        clause.article.as_ref().map(|article| format!(", in accordance with article {article}")).unwrap_or_default();
    match clause.date {
        None if !answer.acts_recorded => {
            format!("As at {on}: not known; the register holds this treaty's clauses and none of its acts")
        }
        Some(date) if clause.in_force => format!("As at {on}: in force since {}{article}", ENGLISH.write(date.day())),
        Some(date) => {
            format!("As at {on}: not in force; it will enter into force on {}{article}", ENGLISH.write(date.day()))
        }
        None => match clause.remaining.filter(|more| *more > 0) {
            Some(more) => {
                let needed = if more == 1 { "instrument is" } else { "instruments are" };
                let by = article.replace(", in accordance with", " by");
                format!("As at {on}: not in force; {more} more {needed} needed{by}")
            }
            None => format!("As at {on}: not in force"),
        },
    }
}

/// That the question is about a day past that to which the acts are complete.
fn incomplete(answer: &StatusAnswer) -> String {
    match answer.complete_to.filter(|complete| answer.as_at.day() > complete.day()) {
        Some(complete) => {
            format!("\nThe acts are complete to {}; later ones may be missing", ENGLISH.write(complete.day()))
        }
        None => String::new(),
    }
}

fn row(participant: &ParticipantAnswer) -> Vec<String> {
    let succession = participant.part.signature_kind == Some(law::act::Action::SuccessionToSignature);
    let signature = or_nothing(participant.part.signature);
    vec![
        participant.name.clone(),
        if succession { format!("{signature} (succession)") } else { signature },
        or_nothing(participant.part.consent.map(|consent| consent.action.noun())),
        or_nothing(participant.part.consent.and_then(|consent| consent.date)),
        or_nothing(participant.part.in_force),
        remarks(participant),
    ]
}

/// What must be said of a participant beside its dates.
pub fn remarks(participant: &ParticipantAnswer) -> String {
    let mut remarks: Vec<String> = Vec::new();
    if let Some(ended) = participant.part.ended {
        remarks.push(format!("no longer bound from {ended}"));
    }
    if let Some(since) = participant.part.provisional {
        remarks.push(format!("applies it provisionally since {since}"));
    }
    match participant.part.standing {
        law::act::Standing::Reported => {
            let said: Vec<String> =
                participant.reported.iter().map(|act| format!("{} {}", act.action.noun(), act.date)).collect();
            remarks.push(format!("reported only, not on the depositary's record: {}", said.join(", ")));
        }
        law::act::Standing::Unconfirmed => remarks.push("day unconfirmed".to_owned()),
        _ => {}
    }
    remarks.join("; ")
}
