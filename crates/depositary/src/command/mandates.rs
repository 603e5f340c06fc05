//! `mandates`: what resolutions ask of whom, how it stands, and by which record it was discharged.

use law::answer::{DischargeAnswer, MandateAnswer, MandatesAnswer};
use law::mandates;
use law::nearest::nearest;
use law::record::Record;
use papers::discharge::discharged_by;
use papers::explanation::capitalised;
use papers::un_date::ENGLISH;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Mandates) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let as_at = super::as_at(&asked.question);
    let mut all = mandates::of_all(&record, as_at);
    if let Some(symbol) = &asked.resolution {
        if record.resolution(symbol).is_none() {
            return Err(no_such_resolution(symbol, &record));
        }
        all.retain(|mandate| mandate.resolution.what.symbol == *symbol);
    }
    if asked.open {
        all.retain(|mandate| mandate.standing.is_open());
    }
    let answer = MandatesAnswer::of(&all, &record, as_at);
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.mandates.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer, asked.open))?,
    }
    Ok(Answer::Done)
}

/// The complaint, with the nearest resolution.
pub(super) fn no_such_resolution(symbol: &str, record: &Record) -> Failure {
    let symbols = record.resolutions().map(|kept| kept.what.symbol.as_str());
    let near = nearest(symbol, symbols, 1).first().map(|near| format!("; did you mean {near}?"));
    Failure::Said(format!("the register holds no resolution `{symbol}`{}", near.unwrap_or_default()))
}

const HEAD_CSV: [&str; 11] = [
    "symbol",
    "paragraph",
    "adopted",
    "verb",
    "addressee",
    "request",
    "since",
    "due",
    "due_by",
    "status",
    "discharged_by",
];

fn csv_row(mandate: &MandateAnswer) -> Vec<String> {
    vec![
        mandate.symbol.clone(),
        mandate.paragraph.clone(),
        mandate.adopted.to_string(),
        mandate.verb.past().to_owned(),
        mandate.addressee.clone(),
        mandate.request.clone(),
        or_nothing(mandate.since),
        or_nothing(mandate.due.as_ref()),
        or_nothing(mandate.due_by),
        mandate.status.to_owned(),
        mandate.discharged_by.iter().map(discharge).collect::<Vec<_>>().join("; "),
    ]
}

fn for_people(answer: &MandatesAnswer, only_open: bool) -> String {
    let on = ENGLISH.write(answer.as_at.day());
    let head = format!("{} as at {on}", if only_open { "Mandates still open" } else { "Mandates" });
    if answer.mandates.is_empty() {
        return format!("{head}: none.");
    }
    let all: Vec<String> = answer.mandates.iter().map(in_words).collect();
    format!("{head}\n\n{}", all.join("\n\n"))
}

/// One mandate: what it is, how it stands, what it asks, until when, and what was done.
fn in_words(mandate: &MandateAnswer) -> String {
    let status = if mandate.overdue { format!("{}, overdue", mandate.status) } else { mandate.status.to_owned() };
    let MandateAnswer { symbol, paragraph, organ, addressee, request, .. } = mandate;
    let adopted = ENGLISH.write(mandate.adopted);
    let mut lines = vec![
        format!("{symbol} of {adopted}, {paragraph}: {status}"),
        format!("{} {} {addressee} {request}.", capitalised(organ), mandate.verb.past()),
    ];
    if mandate.since.is_none() {
        lines.push("Not owed yet: what it depends on has not happened.".to_owned());
    }
    let by = mandate.due_by.map(|by| format!("by {}", ENGLISH.write(by)));
    let due: Vec<String> = mandate.due.iter().cloned().chain(by).collect();
    if !due.is_empty() {
        lines.push(format!("Due: {}.", due.join(", ")));
    }
    lines.extend(mandate.discharged_by.iter().map(discharge));
    if !mandate.served_by.is_empty() {
        lines.push(format!("Served by {}.", mandate.served_by.join(", ")));
    }
    lines.extend(mandate.renewed_by.iter().map(|by| format!("Renewed by {}, {}.", by.resolution, by.paragraph)));
    lines.join("\n  ")
}

fn discharge(discharge: &DischargeAnswer) -> String {
    let by = discharge.by.as_ref().map(discharged_by).or_else(|| discharge.note.clone()).unwrap_or_default();
    format!("{} {by} (entry {})", discharge.date, discharge.entry)
}
