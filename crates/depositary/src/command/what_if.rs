//! `what-if`: acts that were not done, and everything that would follow.

use exchange::{ActRow, Located, Place, Text, Written};
use law::act::{Act, Standing};
use law::calendar::AsAt;
use law::due_form::{Proposal, examine};
use law::entry::Content;
use law::record::Record;
use law::treaty::TreatyId;
use law::what_if::{Changed, Consequence, consequences};
use papers::un_date::ENGLISH;
use register::Location;
use serde::Serialize;

use super::Answer;
use crate::arguments::{self, Format};
use crate::clock;
use crate::failure::Failure;
use crate::printing;

#[derive(Serialize)]
struct Supposed {
    treaty: TreatyId,
    as_at: AsAt,
    acts: Vec<Act>,
    consequences: Vec<Consequence>,
}

/// Answers.
pub fn run(location: &Location, asked: &arguments::WhatIf) -> Result<Answer, Failure> {
    let mut record = super::record(location, &asked.question)?;
    let treaty = record.treaty(&asked.treaty)?.treaty.treaty.clone();
    let acts = supposed_acts(&asked.acts, &treaty, &record)?;
    let as_at = match asked.question.as_at {
        // Asked from an earlier day: as things stood on it, with nothing but the acts supposed.
        Some(day) if last_day(&acts).is_some_and(|last| last > day) => {
            record.stand_as_at(day);
            last_day(&acts).unwrap_or(day)
        }
        Some(day) => day,
        None => as_at(&acts),
    };
    let proposals: Vec<Proposal<'_>> = acts.iter().map(|act| Proposal { act, standing: Standing::Deposited }).collect();
    in_due_form(&proposals, &record, as_at)?;
    let consequences = consequences(&treaty, &record, &record.supposing(&proposals), as_at);
    let supposed = Supposed { treaty, as_at, acts, consequences };
    match asked.printed.format {
        Format::Json => printing::json(&supposed)?,
        Format::Csv => printing::csv(&["treaty", "change"], supposed.consequences.iter().map(row))?,
        Format::Table => printing::answer(&for_people(&supposed))?,
    }
    Ok(Answer::Done)
}

/// The day of the last act supposed.
fn last_day(acts: &[Act]) -> Option<AsAt> {
    acts.iter().map(|act| AsAt::new(act.received.unwrap_or_else(|| act.date.at_latest()).day())).max()
}

/// Today, or the day of the last act supposed where that is later.
fn as_at(acts: &[Act]) -> AsAt {
    last_day(acts).map_or_else(clock::today, |last| last.max(clock::today()))
}

/// Reads "STATE, ACTION, DATE". A name may hold a comma, so the last two parts are the act and the day.
fn supposed_acts(texts: &[String], treaty: &TreatyId, record: &Record) -> Result<Vec<Act>, Failure> {
    let rows = texts.iter().zip(1..).map(|(text, number)| {
        let place = Place::file(&format!("--act {number}"));
        let mut words = text.rsplitn(3, ',').map(str::trim);
        let (Some(date), Some(action), Some(party)) = (words.next(), words.next(), words.next()) else {
            let message = format!("`{text}` is not an act: write it as \"Mali, accession, 2003-01-15\"");
            return Err(Failure::Files(vec![exchange::Fault { place, field: None, message, instead: None }]));
        };
        let row = ActRow {
            treaty: Text(treaty.to_string()),
            party: Text(party.to_owned()),
            action: Text(action.to_owned()),
            date: Text(date.to_owned()),
            ..ActRow::default()
        };
        Ok(Located { place, what: Written::Act(row) })
    });
    let rows: Result<Vec<_>, Failure> = rows.collect();
    let drafts = exchange::resolve(rows?, &record.parties).map_err(Failure::Files)?;
    Ok(drafts
        .into_iter()
        .filter_map(|draft| match draft.what.content {
            Content::Act(act) => Some(act),
            _ => None,
        })
        .collect())
}

/// What could not be recorded can't be supposed either; only that it has not happened yet is no objection.
fn in_due_form(proposals: &[Proposal<'_>], record: &Record, as_at: AsAt) -> Result<(), Failure> {
    let refused = examine(proposals, record, as_at).into_iter().filter(|finding| finding.refused);
    let faults: Vec<exchange::Fault> = refused
        .map(|finding| exchange::Fault {
            place: Place::file(&format!("--act {}", finding.proposal + 1)),
            field: Some(finding.field.to_owned()),
            message: finding.message,
            instead: finding.instead,
        })
        .collect();
    if faults.is_empty() { Ok(()) } else { Err(Failure::Files(faults)) }
}

fn for_people(supposed: &Supposed) -> String {
    let acts: Vec<String> =
        supposed.acts.iter().map(|act| format!("  {} {} {}", act.party, act.action, act.date)).collect();
    let head = format!(
        "If, towards {},\n{}\nthen, as at {}:",
        supposed.treaty,
        acts.join("\n"),
        ENGLISH.write(supposed.as_at.day())
    );
    if supposed.consequences.is_empty() {
        return format!("{head}\n  nothing would change");
    }
    let told: Vec<String> = supposed
        .consequences
        .iter()
        .map(|one| {
            let other = if one.treaty == supposed.treaty { String::new() } else { format!("{}: ", one.treaty) };
            format!("  {other}{}", tell(&one.what))
        })
        .collect();
    format!("{head}\n{}", told.join("\n"))
}

fn row(consequence: &Consequence) -> Vec<String> {
    vec![consequence.treaty.to_string(), tell(&consequence.what)]
}

fn tell(changed: &Changed) -> String {
    let date = |date: &Option<law::calendar::DateOfEffect>| {
        date.map_or_else(|| "not in force".to_owned(), |date| ENGLISH.write(date.day()))
    };
    match changed {
        Changed::EntryIntoForce { before, after } => {
            format!("entry into force of the treaty: {} instead of {}", date(after), date(before))
        }
        Changed::Remaining { before, after } => format!("instruments still needed: {after} instead of {before}"),
        Changed::Count { of, before, after } => format!("{of}: {after} instead of {before}"),
        Changed::Participant { name, before, after, ended_before, ended_after, .. } => {
            let in_force = if before == after {
                String::new()
            } else {
                format!(", in force for it: {} instead of {}", date(after), date(before))
            };
            let ended = match (ended_before, ended_after) {
                (before, Some(after)) if before.as_ref() != Some(after) => {
                    format!(", no longer bound from {}", ENGLISH.write(after.day()))
                }
                (Some(_), None) => ", bound without end".to_owned(),
                _ => String::new(),
            };
            format!("{name}{in_force}{ended}")
        }
        Changed::ReportDue { name, due, article, .. } => {
            format!("{name}: initial report due by {} (article {article})", ENGLISH.write(*due))
        }
        Changed::Seats { from, seats, article } => {
            format!("the treaty body has {seats} seats from {} (article {article})", ENGLISH.write(from.day()))
        }
        Changed::Election { due_by, seats, added, letter_by, nominations_close, list_by, article, .. } => {
            let seats = seats.map(|seats| format!(", {seats} seats")).unwrap_or_default();
            let added = if *added > 0 { format!(", {added} of them new") } else { String::new() };
            let before = [("letter by", letter_by), ("nominations close on", nominations_close), ("list by", list_by)];
            let before: Vec<String> = before
                .into_iter()
                .filter_map(|(what, day)| day.map(|day| format!("; {what} {}", ENGLISH.write(day))))
                .collect();
            let due_by = ENGLISH.write(*due_by);
            format!("next election: due by {due_by} (article {article}){seats}{added}{}", before.concat())
        }
    }
}
