//! `promoters`: the bodies that promote treaties, with their members and mandates over time.

use law::answer::{EntrustedAnswer, MembershipAnswer, PromoterAnswer, PromotersAnswer};
use papers::explanation::capitalised;
use papers::un_date::ENGLISH;
use papers::when::in_words;
use register::Location;

use super::Answer;
use super::status::or_nothing;
use crate::arguments::{self, Format};
use crate::failure::Failure;
use crate::printing;

/// Answers.
pub fn run(location: &Location, asked: &arguments::Promoters) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let treaty = asked.treaty.as_ref().map(|treaty| record.treaty(treaty)).transpose()?;
    let treaty = treaty.map(|treaty| &treaty.treaty.treaty);
    let answer = PromotersAnswer::of(treaty, &record, super::as_at(&asked.question));
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.promoters.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 8] = ["id", "name", "kind", "treaties", "existed", "members", "mandates", "activities"];

fn csv_row(body: &PromoterAnswer) -> Vec<String> {
    let treaties: Vec<&str> = body.treaties.iter().map(law::treaty::TreatyId::as_str).collect();
    vec![
        body.id.clone(),
        body.name.clone(),
        body.kind.word().to_owned(),
        treaties.join(" "),
        or_nothing(body.existed),
        body.members.iter().map(member).collect::<Vec<_>>().join("; "),
        body.mandates.iter().map(mandate).collect::<Vec<_>>().join("; "),
        body.activities.to_string(),
    ]
}

fn for_people(answer: &PromotersAnswer) -> String {
    let head = format!("Bodies that promote treaties, as at {}", ENGLISH.write(answer.as_at.day()));
    if answer.promoters.is_empty() {
        return format!("{head}: none.");
    }
    let all: Vec<String> = answer.promoters.iter().map(told).collect();
    format!("{head}\n\n{}", all.join("\n\n"))
}

fn told(body: &PromoterAnswer) -> String {
    let existed = body.existed.map(|existed| format!(" {}", in_words(&existed))).unwrap_or_default();
    let mut lines = vec![format!("{}: {} ({}){existed}", body.id, capitalised(&body.name), body.kind.word())];
    lines.extend(body.purpose.as_ref().map(|purpose| format!("For: {purpose}.")));
    let none = "Members: none on record for that day.".to_owned();
    let members: Vec<String> = body.members.iter().map(member).collect();
    lines.push(if members.is_empty() { none } else { format!("Members: {}.", members.join("; ")) });
    lines.extend(body.mandates.iter().map(|one| format!("Mandate: {}.", mandate(one))));
    lines.push(format!("Activities on record: {}. Entry {}, {}.", body.activities, body.entry, body.standing));
    lines.join("\n  ")
}

fn member(member: &MembershipAnswer) -> String {
    let office = member.office.as_ref().map(|office| format!(", {office}")).unwrap_or_default();
    let term = member.term.map(|term| format!(" ({})", in_words(&term))).unwrap_or_default();
    format!("{}{office}{term}", member.name)
}

fn mandate(mandate: &EntrustedAnswer) -> String {
    let paragraph = mandate.paragraph.as_ref().map(|named| format!(", {named}")).unwrap_or_default();
    let resolution = mandate.resolution.as_ref().map(|symbol| format!("resolution {symbol}{paragraph}"));
    let by = mandate.by.as_ref().map(|by| format!("entrusted by {by}"));
    let term = mandate.term.map(|term| in_words(&term));
    [resolution, by, term].into_iter().flatten().collect::<Vec<_>>().join(", ")
}
