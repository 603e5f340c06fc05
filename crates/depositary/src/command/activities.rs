//! `activities`: what was done to promote treaties, by whom, when, and which request it serves.

use law::answer::{ActivitiesAnswer, ActivitiesAsked, ActivityAnswer};
use papers::enumeration::list;
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
pub fn run(location: &Location, asked: &arguments::Activities) -> Result<Answer, Failure> {
    let record = super::record(location, &asked.question)?;
    let treaty =
        asked.treaty.as_ref().map(|treaty| super::treaty_or_hint(treaty, &record, "activities")).transpose()?;
    if let Some(symbol) = &asked.serves
        && record.resolution(symbol).is_none()
    {
        return Err(super::mandates::no_such_resolution(symbol, &record));
    }
    let filter = ActivitiesAsked {
        treaty: treaty.map(|treaty| treaty.treaty.treaty.clone()),
        kind: asked.kind,
        by: asked.by.clone(),
        serves: asked.serves.clone(),
        from: asked.from,
    };
    let answer = ActivitiesAnswer::of(&filter, &record, super::as_at(&asked.question));
    match asked.printed.format {
        Format::Json => printing::json(&answer)?,
        Format::Csv => printing::csv(&HEAD_CSV, answer.activities.iter().map(csv_row))?,
        Format::Table => printing::answer(&for_people(&answer))?,
    }
    Ok(Answer::Done)
}

const HEAD_CSV: [&str; 9] =
    ["id", "activity", "date", "ongoing", "organizers", "what", "treaty", "serves", "serves_paragraph"];

fn csv_row(activity: &ActivityAnswer) -> Vec<String> {
    vec![
        activity.id.clone(),
        activity.activity.word().to_owned(),
        or_nothing(activity.date),
        activity.ongoing.to_string(),
        activity.organizers.join("; "),
        activity.what.clone(),
        activity.treaty.to_string(),
        or_nothing(activity.serves.as_ref()),
        or_nothing(activity.serves_paragraph.as_ref()),
    ]
}

fn for_people(answer: &ActivitiesAnswer) -> String {
    let head = format!("Activities as at {}", ENGLISH.write(answer.as_at.day()));
    if answer.activities.is_empty() {
        return format!("{head}: none.");
    }
    let all: Vec<String> = answer.activities.iter().map(told).collect();
    format!("{head}\n\n{}", all.join("\n\n"))
}

/// One activity: when and what, by whom, and what it serves.
fn told(activity: &ActivityAnswer) -> String {
    let when = activity.date.map_or_else(|| "Day not known".to_owned(), |date| capitalised(&in_words(&date)));
    let occasion = activity.occasion.as_ref().map(|occasion| format!(" ({occasion})")).unwrap_or_default();
    let mut lines = vec![
        format!("{when}: {} ({})", activity.id, activity.activity.word()),
        format!("{} {}{occasion}.", capitalised(&list(&activity.organizers)), activity.what),
    ];
    if !activity.participants.is_empty() {
        lines.push(format!("With {}.", activity.participants.join("; ")));
    }
    let paragraph = activity.serves_paragraph.as_ref().map(|named| format!(", {named}")).unwrap_or_default();
    lines.extend(activity.serves.iter().map(|symbol| format!("Serves {symbol}{paragraph}.")));
    lines.push(format!("Entry {}, {}.", activity.entry, activity.standing));
    lines.join("\n  ")
}
